// One round of the bench, in Node or in a page.

import { initSync } from "../dist/torch_bulletin.js";
import { parse, parseToJson } from "../js/core.js";

/** Runs everything once, so that what is timed is compiled for good. */
export function warm(texts) {
  measure(texts);
}

/** Milliseconds for all texts: inside the module, into objects, JSON.parse alone, and all in all. */
export function measure(texts) {
  const steps = stepByStep(texts);
  const start = performance.now();
  texts.forEach((text) => parse(text));
  return { ...steps, whole: performance.now() - start };
}

/**
 * The steps of `parse`, by the functions that the generated code calls (wasm-bindgen is pinned): from a text in the
 * module's memory to JSON in the module's memory, and from there to objects. Beside it, in the same state of the
 * machine, JSON.parse of the same JSON as a string that is there already.
 */
function stepByStep(texts) {
  const module = initSync();
  const put = (bytes) => {
    const at = module.__wbindgen_malloc(bytes.length, 1);
    new Uint8Array(module.memory.buffer, at, bytes.length).set(bytes);
    return at;
  };
  const encoder = new TextEncoder();
  const options = encoder.encode("{}");
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
  let [inside, crossing, json, bytes, turn] = [0, 0, 0, 0, 0];
  for (const text of texts) {
    const kept = parseToJson(text);
    const encoded = encoder.encode(text);
    const [at, how] = [put(encoded), put(options)];
    const start = performance.now();
    const [issue] = module.issue_ofText(at, encoded.length, 0, 0, how, options.length);
    const [made, length] = module.issue_json(issue, 0);
    module.__wbg_issue_free(issue, 0);
    inside += performance.now() - start;
    const cross = () => {
      crossing += time(() => JSON.parse(decoder.decode(new Uint8Array(module.memory.buffer, made, length))));
    };
    const alone = () => {
      json += time(() => JSON.parse(kept));
    };
    // Whichever comes second finds the caches warm.
    for (const work of (turn += 1) % 2 ? [cross, alone] : [alone, cross]) work();
    module.__wbindgen_free(made, length, 1);
    bytes += length;
  }
  return { inside, crossing, json, bytes };
}

function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}
