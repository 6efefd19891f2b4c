// The package in browsers, in workers and in whatever else has `fetch`.

import { load } from "./api.js";
import { compile, compileResponse } from "./compile.js";

export { chunks, parse, schema, toHtml, toMarkdown, toTei, toText } from "./api.js";
export { BulletinError } from "./error.js";
export { version } from "./version.js";

export default function init(from) {
  // Written out in full, so that bundlers see it and bring the file along.
  return load(() => compile(from ?? new URL("../dist/torch_bulletin_bg.wasm", import.meta.url), fetched));
}

async function fetched(address) {
  return compileResponse(await fetch(address));
}
