// The golden corpus of every language, read with offsets in UTF-16.

import { holds, same } from "./expect.js";

export const ISSUES = ["2008-01-02", "2014-s1", "2019-07", "2021-09", "2024-03", "kindred-2023-06"];

/** Those of other newsletters, with a `profile.json` each. */
const KINDRED = ["kindred-2023-06"];

/** How to parse an issue; `read` gives the bytes of a file of the corpus. */
export const optionsOf = async (issue, read) =>
  KINDRED.includes(issue) ? { profile: JSON.parse(decoded(await read(`${issue}/profile.json`))) } : {};

/** The golden files of an issue, each with what must come out of its text; `read` gives a golden's bytes. */
export const GOLDENS = {
  "bulletin.json": (api, text, golden, options) => {
    const document = api.parse(text, options);
    same(document, converted(JSON.parse(golden), text));
    slices(document, text);
  },
  "markdown.md": (api, text, golden, options) => same(api.toMarkdown(text, options), golden),
  "bulletin.html": (api, text, golden, options) => same(api.toHtml(text, options), golden),
  "bulletin.tei.xml": (api, text, golden, options) => same(api.toTei(text, options), golden),
  "text.txt": (api, text, golden, options) => same(api.toText(text, options), golden),
  "chunks.ndjson": (api, text, golden, options) => {
    const chunks = api.chunks(text, options);
    same(chunks, golden.trimEnd().split("\n").map((line) => converted(JSON.parse(line), text)));
    for (const chunk of chunks) inOrder(chunk, text);
  },
};

/** Bytes as text; a byte order mark stays. */
export const decoded = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** A golden with the offsets of JavaScript, by a table of its own: the binding's are what is tested. */
export function converted(golden, text, units = table(text)) {
  const span = ([start, end]) => [units[start], units[end]];
  const walk = (value, key) => {
    if (value === null) return null;
    if (key === "span") return span(value);
    if (key === "spans" || key === "punctuation") return value.map(span);
    if (key === "offsets") return "utf16";
    if (Array.isArray(value)) return value.map((item) => walk(item));
    if (typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, key)]));
  };
  return walk(golden);
}

/** The UTF-16 offset of every UTF-8 offset at which a character begins. */
export function table(text) {
  const units = [];
  let [bytes, at] = [0, 0];
  for (const character of text) {
    units[bytes] = at;
    const code = character.codePointAt(0);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += character.length;
  }
  units[bytes] = at;
  return units;
}

/** Every text of a document is its slices of the source, put together. */
export function slices(document, source) {
  let texts = 0;
  const walk = (value, where) => {
    if (value === null || typeof value !== "object") return;
    if (typeof value.text === "string" && Array.isArray(value.spans)) {
      let text = "";
      value.spans.forEach(([start, end], at) => {
        text += at > 0 && value.joins[at - 1].endsWith("-space") ? " " : "";
        text += source.slice(start, end);
      });
      same(value.text.toWellFormed?.() ?? value.text, text.toWellFormed?.() ?? text, where);
      texts += 1;
    }
    for (const [key, item] of Object.entries(value)) walk(item, `${where}.${key}`);
  };
  walk(document, "document");
  return texts;
}

/** The pieces of a chunk stand in its text, one after the other, and nothing but blanks between. */
function inOrder(chunk, source) {
  let at = 0;
  for (const [start, end] of chunk.spans) {
    const piece = source.slice(start, end);
    const found = chunk.text.indexOf(piece, at);
    holds(found >= 0 && chunk.text.slice(at, found).trim() === "", `a piece of a chunk: ${piece.slice(0, 20)}`);
    at = found + piece.length;
  }
  same(chunk.text.slice(at).trim(), "", "the end of a chunk");
}
