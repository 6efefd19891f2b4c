// Where the module comes from: an address, a response, its bytes, or compiled by the caller.

import { BulletinError } from "./error.js";

/** Gives a WebAssembly.Module from whatever `init` was called with; `fetched` reads an address. */
export async function compile(from, fetched) {
  const given = await from;
  if (given instanceof WebAssembly.Module) return given;
  if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return WebAssembly.compile(given);
  if (typeof Response !== "undefined" && given instanceof Response) return compileResponse(given);
  if (typeof given === "string" || given instanceof URL) return fetched(given);
  throw new TypeError(
    "init: expected an address, a Response, bytes or a WebAssembly.Module, or nothing; " +
      `found ${given === null ? "null" : typeof given}`,
  );
}

export async function compileResponse(response) {
  if (!response.ok) {
    throw new BulletinError("unavailable", `${response.url}: found status ${response.status}, expected a WebAssembly module`);
  }
  // A plain file server may not know the type that streaming asks for.
  const streams = response.headers.get("Content-Type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
