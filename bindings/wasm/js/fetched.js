// How a module is read from an address, in browsers, in workers and in whatever else has `fetch`.

import { compileResponse } from "./compile.js";

export async function fetched(address) {
  return compileResponse(await fetch(address));
}
