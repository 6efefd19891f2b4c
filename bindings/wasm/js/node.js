// `torch-bulletin` in Node.

import { compile } from "./compile.js";
import { load } from "./core.js";
import { fetched } from "./fetched.node.js";

export { chunks, parse, schema, toHtml, toMarkdown, toTei, toText } from "./core.js";
export { BulletinError } from "./error.js";
export { version } from "./version.js";

export default function init(from) {
  // Written out in full, so that bundlers see it and bring the file along.
  return load(() => compile(from ?? new URL("../dist/torch_bulletin_bg.wasm", import.meta.url), fetched));
}
