// How a module is read from an address in Node, where it is a file.

import { readFile } from "node:fs/promises";

import { compileResponse } from "./compile.js";

export async function fetched(address) {
  const remote = /^(https?|data|blob):/.test(String(address));
  return remote ? compileResponse(await fetch(address)) : WebAssembly.compile(await readFile(address));
}
