// The functions of the package over a module: checks what comes in, makes objects of what comes out.

import { BulletinError } from "./error.js";

/** All functions over the generated code of a module: `{ Issue, initSync, schemaJson }`. */
export function apiOf({ Issue, initSync, schemaJson }) {
  let loading;
  let loaded = false;

  /**
   * Loads the module once, whoever asks and however often; after a failure one may ask again.
   * `compile` gives a WebAssembly.Module.
   */
  function load(compile) {
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

  function ready() {
    if (!loaded) throw new BulletinError("not-initialized", "the package is not initialized; call `await init()` first");
  }

  /** Calls the module; a fault of ours is a BulletinError. */
  function called(work) {
    ready();
    try {
      return work();
    } catch (error) {
      if (!isFault(error)) throw error;
      throw new BulletinError("internal", `the WebAssembly module failed: ${error.message}`, { cause: error });
    }
  }

  /** Reads an issue and frees it; `how` says how to parse, and the core knows what may be in it. */
  function withIssue(input, { name, ...how }, use) {
    isName(name);
    return called(() => {
      let issue;
      try {
        issue = read(input, name, JSON.stringify(how));
        return use(issue);
      } catch (error) {
        // Out of memory, or a fault of ours: what is held there cannot be trusted, so it is not freed.
        if (isFault(error)) issue = undefined;
        throw error;
      } finally {
        issue?.free();
      }
    });
  }

  function read(input, name, how) {
    if (typeof input === "string") {
      if (isWellFormed(input)) return Issue.ofText(input, name, how);
      const units = Uint16Array.from({ length: input.length }, (_, at) => input.charCodeAt(at));
      return Issue.ofUnits(units, name, how);
    }
    return Issue.ofBytes(bytes(input), name, how);
  }

  /** The document as JSON text: what a worker sends over. */
  const parseToJson = (input, options) => {
    const { sourceText = false, ...how } = check(options);
    expect(typeof sourceText === "boolean", "options.sourceText", "a boolean", sourceText);
    return withIssue(input, how, (issue) => issue.json(sourceText));
  };
  const parse = (input, options) => JSON.parse(parseToJson(input, options));

  const toMarkdown = (input, options) => withIssue(input, check(options), (issue) => issue.markdown());
  const toHtml = (input, options) => withIssue(input, check(options), (issue) => issue.html());
  const toTei = (input, options) => withIssue(input, check(options), (issue) => issue.tei());
  const toText = (input, options) => withIssue(input, check(options), (issue) => issue.text());

  const chunks = (input, options) => {
    const { maxChars, ...how } = check(options);
    const fits = maxChars === undefined || (Number.isInteger(maxChars) && maxChars >= 1 && maxChars < 2 ** 32);
    expect(fits, "options.maxChars", "a whole number from 1", maxChars);
    return objects(withIssue(input, how, (issue) => issue.chunks(maxChars)));
  };

  const schema = () => JSON.parse(called(schemaJson));

  return { load, called, withIssue, parse, parseToJson, toMarkdown, toHtml, toTei, toText, chunks, schema };
}

/** One JSON object a line. */
export const objects = (lines) => lines.split("\n").slice(0, -1).map((line) => JSON.parse(line));

/** Younger than the rest of what the package needs: Chrome 111, Firefox 119, Safari 16.4, Node 20. */
export const isWellFormed = String.prototype.isWellFormed
  ? (text) => text.isWellFormed()
  : (text) => !/\p{Surrogate}/u.test(text);

const isFault = (error) => error instanceof WebAssembly.RuntimeError || error instanceof RangeError;

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

export function isName(name) {
  expect(name === undefined || name === null || typeof name === "string", "options.name", "a string", name);
}

export function expect(holds, what, expected, found) {
  if (holds) return;
  const kind = found === null ? "null" : Array.isArray(found) ? "an array" : typeof found;
  const shown = typeof found === "number" || typeof found === "boolean" ? String(found) : kind;
  throw new TypeError(`${what}: expected ${expected}, found ${shown}`);
}
