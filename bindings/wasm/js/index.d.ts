import type { Chunk, Document, ErrorCode, FieldKind, Joins } from "./types.js";

export type * from "./types.js";

/** An issue: its text, or the bytes of its file in UTF-8, UTF-16 or GB18030. */
export type Input = string | ArrayBuffer | ArrayBufferView;

/** Where the WebAssembly module comes from: an address, its bytes, or a module compiled already. */
export type ModuleSource = string | URL | Response | ArrayBuffer | ArrayBufferView | WebAssembly.Module;

/** What one newsletter has beyond what all have: its name, its publishers over time, its words. */
export interface Profile {
  /** The name of the newsletter, of two characters or more: 火炬动态. */
  name: string;
  /** Its publishers over time. */
  publishers?: string[];
  /** Section names beyond those that newsletters share. */
  sections?: string[];
  /** Headings of the contents list beyond 目录, 本期要目 and the like. */
  contents_headings?: string[];
  /** Labels of attributions beyond those that newsletters share. */
  attribution_labels?: string[];
  /** Labels of colophon fields beyond those that newsletters share, and what stands after them. */
  colophon_labels?: { label: string; kind: FieldKind }[];
}

/** How to read an issue. */
export interface ReadOptions {
  /** When the pieces of a paragraph are put together; `"evidence"` unless said otherwise. */
  joins?: Joins;
  /** The newsletter; the Torch bulletin unless said otherwise. */
  profile?: Profile;
}

/** How to read an issue, and what goes into the document beside it. */
export interface ParseOptions extends ReadOptions {
  /** The name of the file, for `source.name`. */
  name?: string | null;
  /** Whether the decoded text goes into `source.text`; `false` unless said otherwise. */
  sourceText?: boolean;
}

/** How to read an issue, and how to cut it. */
export interface ChunkOptions extends ReadOptions {
  /** The name of the file, for the `source` of each chunk. */
  name?: string | null;
  /** The most characters (code points) of a chunk, from 1; 500 unless said otherwise. */
  maxChars?: number;
}

/**
 * Loads the WebAssembly module; call it, and wait for it, before anything else.
 *
 * Loads once, however often it is called. Without an argument the module is the one of the package.
 *
 * @throws {BulletinError} `unavailable`, where the module does not load; it may be called again.
 */
export default function init(from?: ModuleSource | Promise<ModuleSource>): Promise<void>;

/**
 * Parses an issue.
 *
 * A text is never refused: half a surrogate pair is read as U+FFFD, reported as `invalid-bytes`, and counts
 * one unit in either form, so that spans lead into the very string that was given. Spans of bytes lead into
 * the decoded text: ask for `sourceText`.
 *
 * @throws {BulletinError} For bytes that are no text: `empty`, `binary`, `other-kind`, `too-large`; for options
 * that are none: `invalid-options`; before `init`: `not-initialized`.
 * @throws {TypeError} For an argument of another type.
 *
 * @example
 * const document = parse(text);
 * for (const { articles } of document.sections) {
 *   for (const { title } of articles) console.log(title?.text);
 * }
 */
export function parse(input: Input, options?: ParseOptions): Document;

/** An issue as Markdown: headings, paragraphs, tables, attributions, colophon. Throws as {@link parse}. */
export function toMarkdown(input: Input, options?: ReadOptions): string;

/** An issue as one HTML page without scripts. Throws as {@link parse}. */
export function toHtml(input: Input, options?: ReadOptions): string;

/** An issue as TEI P5, with nothing left out. Throws as {@link parse}. */
export function toTei(input: Input, options?: ReadOptions): string;

/** An issue as text, a line a paragraph. Throws as {@link parse}. */
export function toText(input: Input, options?: ReadOptions): string;

/** The articles of an issue in portions, which never cross an article. Throws as {@link parse}. */
export function chunks(input: Input, options?: ChunkOptions): Chunk[];

/** The JSON Schema (draft 2020-12) of what {@link parse} gives. */
export function schema(): Record<string, unknown>;

/** The version of the package, and of the library inside it. */
export const version: string;

/** Why nothing came back. */
export class BulletinError extends Error {
  constructor(code: BulletinErrorCode, message: string, options?: ErrorOptions);
  readonly name: "BulletinError";
  readonly code: BulletinErrorCode;
}

/**
 * The codes that every language shares, and two of the package: `not-initialized` before `init`, and
 * `unavailable` where the module or the worker did not load.
 */
export type BulletinErrorCode = ErrorCode | "not-initialized" | "unavailable";
