import type { Input, ReadOptions } from "./index.js";
import type { Citation, Fact } from "./types.js";

export * from "./index.js";
export { default } from "./index.js";

/** What to list. */
export interface ExtractOptions {
  /** Whether bare numbers, without a unit, are facts too; `false` unless said otherwise. */
  numbers?: boolean;
  /** Whether each fact has its citation; `false` unless said otherwise. */
  cite?: boolean;
  /** The name of the input, for the `source` of each fact. */
  name?: string | null;
}

/** How to read an issue, and what to list. */
export interface FactsOptions extends ReadOptions, ExtractOptions {}

/** A fact with its citation. */
export type CitedFact = Fact & { citation: Citation };

/**
 * What an issue says: dates, quantities, changes, observations, people, zones and documents, in printed order.
 *
 * Each has its words and their places, what it says by kind, and the rule that read it; `article` and `block` are numbers
 * in the document of {@link parse}. Throws as {@link parse}.
 *
 * @example
 * for (const fact of facts(text, { cite: true })) {
 *   if (fact.kind === "observation") console.log(fact.zone, fact.metric, fact.period, fact.value, fact.citation.reference);
 * }
 */
export function facts(input: Input, options: FactsOptions & { cite: true }): CitedFact[];
export function facts(input: Input, options?: FactsOptions): Fact[];

/**
 * The facts of any Chinese text; a line is a paragraph, and its number the `block`.
 *
 * `referenceDate` is the day from which 今年 and 7月22日 count: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
 *
 * @throws {BulletinError} `invalid-options`, for a date that is none.
 *
 * @example
 * extract("7月22日开班。", "2022-07-31")[0].value; // "2022-07-22"
 */
export function extract(text: string, referenceDate: string | null | undefined, options: ExtractOptions & { cite: true }): CitedFact[];
export function extract(text: string, referenceDate?: string | null, options?: ExtractOptions): Fact[];

/** How to read an issue for a page. */
export interface HtmlOptions extends ReadOptions {
  /** Whether each fact is marked: as `time`, `data` or `mark`, with what it says in `data-…`; `false` unless said otherwise. */
  facts?: boolean;
}

/** An issue as one HTML page without scripts. Throws as {@link parse}. */
export function toHtml(input: Input, options?: HtmlOptions): string;
