// The functions of the package over a loaded module: checks what comes in, makes objects of what comes out.

import { Issue, initSync, schemaJson } from "../dist/torch_bulletin.js";
import { BulletinError } from "./error.js";

let loading;
let loaded = false;

/**
 * Loads the module once, whoever asks and however often; after a failure one may ask again.
 * `compile` gives a WebAssembly.Module.
 */
export function load(compile) {
  loading ??= (async () => {
    initSync({ module: await compile() });
    loaded = true;
  })();
  const mine = loading;
  return mine.catch((error) => {
    if (loading === mine) loading = undefined;
    if (error instanceof BulletinError || error instanceof TypeError) throw error;
    throw new BulletinError("unavailable", `the WebAssembly module did not load: ${error.message}`, { cause: error });
  });
}

export const parse = (input, options) => JSON.parse(parseToJson(input, options));

/** The document as JSON text: what a worker sends over. */
export const parseToJson = (input, options) => {
  const { sourceText = false } = check(options);
  expect(typeof sourceText === "boolean", "options.sourceText", "a boolean", sourceText);
  return withIssue(input, options, (issue) => issue.json(sourceText));
};

export const toMarkdown = (input, options) => withIssue(input, options, (issue) => issue.markdown());
export const toHtml = (input, options) => withIssue(input, options, (issue) => issue.html());
export const toTei = (input, options) => withIssue(input, options, (issue) => issue.tei());
export const toText = (input, options) => withIssue(input, options, (issue) => issue.text());

export const chunks = (input, options) => {
  const { maxChars } = check(options);
  const fits = maxChars === undefined || (Number.isInteger(maxChars) && maxChars >= 1 && maxChars < 2 ** 32);
  expect(fits, "options.maxChars", "a whole number from 1", maxChars);
  const lines = withIssue(input, options, (issue) => issue.chunks(maxChars));
  return lines.split("\n").slice(0, -1).map((line) => JSON.parse(line));
};

export const schema = () => {
  ready();
  return JSON.parse(schemaJson());
};

/** Every function that takes an issue, by name, in the form in which a worker runs it. */
export const calls = { parseToJson, toMarkdown, toHtml, toTei, toText, chunks };

function withIssue(input, options, use) {
  ready();
  // These are the package's own; what is left says how to parse, and the core knows what may be in it.
  const { name, sourceText: _, maxChars: __, ...how } = check(options);
  expect(name === undefined || name === null || typeof name === "string", "options.name", "a string", name);
  let issue;
  try {
    issue = read(input, name, JSON.stringify(how));
    return use(issue);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError)) throw error;
    // Out of memory, or a fault of ours: what is held there cannot be trusted, so it is not freed.
    issue = undefined;
    throw new BulletinError("internal", `the WebAssembly module failed: ${error.message}`, { cause: error });
  } finally {
    issue?.free();
  }
}

function read(input, name, how) {
  if (typeof input === "string") {
    if (isWellFormed(input)) return Issue.ofText(input, name, how);
    const units = Uint16Array.from({ length: input.length }, (_, at) => input.charCodeAt(at));
    return Issue.ofUnits(units, name, how);
  }
  return Issue.ofBytes(bytes(input), name, how);
}

/** Younger than the rest of what the package needs: Chrome 111, Firefox 119, Safari 16.4, Node 20. */
const isWellFormed = String.prototype.isWellFormed
  ? (text) => text.isWellFormed()
  : (text) => !/\p{Surrogate}/u.test(text);

/** The bytes of whatever holds bytes, without a copy. */
export function bytes(input) {
  if (input instanceof Uint8Array) return input;
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  expect(input instanceof ArrayBuffer, "input", "a string, a Uint8Array or an ArrayBuffer", input);
  return new Uint8Array(input);
}

export function check(options) {
  const is = options === undefined || (typeof options === "object" && options !== null && !Array.isArray(options));
  expect(is, "options", "an object", options);
  return options ?? {};
}

export function expect(holds, what, expected, found) {
  if (holds) return;
  const kind = found === null ? "null" : Array.isArray(found) ? "an array" : typeof found;
  const shown = typeof found === "number" || typeof found === "boolean" ? String(found) : kind;
  throw new TypeError(`${what}: expected ${expected}, found ${shown}`);
}

function ready() {
  if (!loaded) throw new BulletinError("not-initialized", "the package is not initialized; call `await init()` first");
}
