// `torch-bulletin/facts` in Node.

import { compile } from "./compile.js";
import { load } from "./facts.js";
import { fetched } from "./fetched.node.js";

export { chunks, extract, facts, parse, schema, toHtml, toMarkdown, toTei, toText } from "./facts.js";
export { BulletinError } from "./error.js";
export { version } from "./version.js";

export default function init(from) {
  // Written out in full, so that bundlers see it and bring the file along.
  return load(() => compile(from ?? new URL("../dist/torch_bulletin_facts_bg.wasm", import.meta.url), fetched));
}
