// The package in Node, where the module is a file.

import { readFile } from "node:fs/promises";

import { load } from "./api.js";
import { compile, compileResponse } from "./compile.js";

export { chunks, parse, schema, toHtml, toMarkdown, toTei, toText } from "./api.js";
export { BulletinError } from "./error.js";
export { version } from "./version.js";

export default function init(from) {
  return load(() => compile(from ?? new URL("../dist/torch_bulletin_bg.wasm", import.meta.url), fetched));
}

async function fetched(address) {
  const remote = /^(https?|data|blob):/.test(String(address));
  return remote ? compileResponse(await fetch(address)) : WebAssembly.compile(await readFile(address));
}
