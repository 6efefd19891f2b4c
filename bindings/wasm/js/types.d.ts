// Generated from crates/torch-bulletin-wire/schema.json; do not edit. To bring it up to date: cargo xtask types

/**
 * What `parse` gives, part by part.
 *
 * A span is half-open and counts UTF-16 code units of the source text: `source.slice(start, end)`.
 *
 * @module
 */

/**
 * One issue 期 of the newsletter 火炬动态: its parts, the text of each, and the place of each in the source.
 *
 * A span is half-open and counts from the start of the decoded source text in the unit that `offsets`
 * names; a byte order mark and carriage returns count.
 */
export interface Document {
  /** The version of this shape. */
  schema: 1;
  /** What the spans count. */
  offsets: OffsetUnit;
  /** The program that made the document, and its version. */
  generator: string;
  /** What was read. */
  source: Source;
  /** Pages, where the text still shows their borders. */
  pages: Page[];
  /** The masthead 报头. */
  masthead: Masthead;
  /** The contents list 目录; without groups where none is printed. */
  contents: Contents;
  /** Sections 栏目 in printed order; articles outside any section stand in one without a name. */
  sections: Section[];
  /** The colophon 版权栏. */
  colophon: Colophon;
  /** Page numbers, running heads and the like, set apart from the text. */
  furniture: Furniture[];
  /** Lines that no rule has a place for, in printed order. */
  unparsed: Text[];
  /** Characters that belong to a construct and to none of its texts: brackets, colons, leaders; ascending. */
  punctuation: Span[];
  /** Everything doubtful about the issue, ordered by place. */
  diagnostics: Diagnostic[];
}

/** Why an input was refused or a call failed. */
export type ErrorCode =
  | "empty"
  | "binary"
  | "other-kind"
  | "unreadable"
  | "too-large"
  | "invalid-options"
  | "internal";

/** When the pieces of a paragraph are put together. */
export type Joins =
  | "evidence"
  | "none";

/** A portion of one article, with its titles and its places; see `torch_bulletin::render::chunks`. */
export interface Chunk {
  /** Its blocks, a line each. */
  text: string;
  /** The places of the text in the source, in order; what lies between two is a line end or a join. */
  spans: Span[];
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The number of the article in the issue, from 0. */
  article: number;
  /** The numbers of its blocks in the article, from 0. */
  blocks: number[];
  /** The titles over all of the text, outermost first. */
  title_path: string[];
  /** The characters (code points) of the text, in every unit of offset. */
  chars: number;
  /** The name of the input, which the spans lead into; null where it has none. */
  source: string | null;
}

/** A place in the source text: start and end, half-open, in the unit of the document. */
export type Span = [number, number];

/** One fact 事实 of an issue: a mention, what it says, and the rule that read it. */
export type Fact = ({ kind: "date" } & DateFact) | ({ kind: "quantity" } & QuantityFact) | ({ kind: "change" } & ChangeFact) | ({ kind: "observation" } & ObservationFact) | ({ kind: "person" } & PersonFact) | ({ kind: "zone" } & ZoneFact) | ({ kind: "document" } & DocumentFact) | ({ kind: "number" } & NumberFact) | ({ kind: "figures-agree" } & FiguresFact) | ({ kind: "figures-disagree" } & FiguresFact);

/** The rule that read a fact. */
export type Rule =
  | "masthead-date"
  | "full-date"
  | "partial-date"
  | "date-range"
  | "part-of-year"
  | "since-date"
  | "until-date"
  | "since-event"
  | "plan-period"
  | "years-back"
  | "relative-date"
  | "week-of-month"
  | "offset-date"
  | "vague-time"
  | "impossible-date"
  | "number-with-unit"
  | "percentage"
  | "fraction"
  | "number-after-verb"
  | "bare-number"
  | "growth"
  | "growth-rate"
  | "unchanged"
  | "doubled"
  | "share"
  | "contribution"
  | "multiple"
  | "gap"
  | "metric-before"
  | "metric-after"
  | "metric-of-column"
  | "metric-of-row"
  | "metric-of-change"
  | "name-after-title"
  | "name-in-list"
  | "name-before-title"
  | "name-again"
  | "name-by-context"
  | "name-in-attribution"
  | "zone-name"
  | "zone-in-list"
  | "zone-before-approval"
  | "title-marks"
  | "growth-of-levels"
  | "multiple-of-levels";

/** Where the year of a date comes from. */
export type DateBasis =
  | "explicit"
  | "issue"
  | "context";

/** A date or period 时间. */
export interface DateFact {
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The article, numbered from 0 over the whole issue; null for front matter and for text that is no bulletin. */
  article: number | null;
  /** The block in its article, from 0; null for a title or an attribution. In text that is no bulletin, the line. */
  block: number | null;
  /** The mention as printed. */
  text: string;
  /** Its places in the source. */
  spans: Span[];
  /** The rule that read it. */
  rule: Rule;
  /** The name of the input, which the spans lead into; null where it has none. */
  source: string | null;
  /**
   * The time meant, as EDTF: `2022-07-22`, `2011/2020`, `2012-11-08/..`, `../2022-07-14`, `P10Y`; null where
   * the text is vague, or names a day that no calendar has.
   */
  value: string | null;
  /** Where the year comes from. */
  basis: DateBasis | null;
  /** Whether the text names no date: 近日. */
  vague: boolean;
}

/** A JSON number; a whole one is written without a point. */
export type Number = number;

/** How a number bounds what was counted; ~ is about, or just below. */
export type Comparator =
  | "="
  | ">"
  | ">="
  | "<"
  | "<="
  | "~";

/** The ends of a number digit by digit. */
export interface Exact {
  /** The lower end. */
  low: string | null;
  /** The upper end. */
  high: string | null;
}

/** A count or measure 数量. */
export interface QuantityFact {
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The article, numbered from 0 over the whole issue; null for front matter and for text that is no bulletin. */
  article: number | null;
  /** The block in its article, from 0; null for a title or an attribution. In text that is no bulletin, the line. */
  block: number | null;
  /** The mention as printed. */
  text: string;
  /** Its places in the source. */
  spans: Span[];
  /** The rule that read it. */
  rule: Rule;
  /** The name of the input, which the spans lead into; null where it has none. */
  source: string | null;
  /** The lower end, 千, 万 and 亿 in it; null where it is open. */
  low: Number | null;
  /** The upper end; null where it is open. */
  high: Number | null;
  /** How the number bounds what was counted. */
  comparator: Comparator;
  /** The unit in its canonical form: 元, 人, 平方米, 元/亩. */
  unit: string | null;
  /** What is measured: `money`, `people`, `area`, `ratio`, `count` … */
  dimension: string | null;
  /** Whether the number is rounded: 余, 多, 近, 约, 左右. */
  approximate: boolean;
  /** The ends digit by digit, where a double does not hold them. */
  exact: Exact | null;
}

/** Which way a change goes; ratio is a part or a multiple. */
export type Direction =
  | "up"
  | "down"
  | "flat"
  | "ratio";

/** A growth or a comparison 变化. */
export interface ChangeFact {
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The article, numbered from 0 over the whole issue; null for front matter and for text that is no bulletin. */
  article: number | null;
  /** The block in its article, from 0; null for a title or an attribution. In text that is no bulletin, the line. */
  block: number | null;
  /** The mention as printed. */
  text: string;
  /** Its places in the source. */
  spans: Span[];
  /** The rule that read it. */
  rule: Rule;
  /** The name of the input, which the spans lead into; null where it has none. */
  source: string | null;
  /** Which way. */
  direction: Direction;
  /** By how much, in the unit; 0 for 持平; null where no number is printed. */
  value: Number | null;
  /** `%`, `百分点`, `倍`, or the unit of a difference. */
  unit: string | null;
  /** Against what: `yoy` 同比, `mom` 环比, `vs 2012`, `share of 全省`, `unspecified`. */
  basis: string;
  /** The period of the base as EDTF, where it can be told. */
  base_period: string | null;
  /** The whole of a share, as printed. */
  whole: string | null;
}

/** Where the subject of an observation was found. */
export type SubjectRule =
  | "clause"
  | "sentence"
  | "paragraph"
  | "heading"
  | "title"
  | "table"
  | "contributor"
  | "none";

/** Where the period of an observation was found. */
export type PeriodRule =
  | "sentence"
  | "paragraph"
  | "table"
  | "event"
  | "none";

/** Which way something went, and against what. */
export interface Change {
  /** Which way. */
  direction: Direction;
  /** By how much, in the unit; 0 for 持平; null where no number is printed. */
  value: Number | null;
  /** `%`, `百分点`, `倍`, or the unit of a difference. */
  unit: string | null;
  /** Against what: `yoy` 同比, `mom` 环比, `vs 2012`, `share of 全省`, `unspecified`. */
  basis: string;
  /** The period of the base as EDTF, where it can be told. */
  base_period: string | null;
  /** The whole of a share, as printed. */
  whole: string | null;
}

/** The row of a table 指标: who, what, when, how much. */
export interface ObservationFact {
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The article, numbered from 0 over the whole issue; null for front matter and for text that is no bulletin. */
  article: number | null;
  /** The block in its article, from 0; null for a title or an attribution. In text that is no bulletin, the line. */
  block: number | null;
  /** The mention as printed. */
  text: string;
  /** Its places in the source. */
  spans: Span[];
  /** The rule that read it. */
  rule: Rule;
  /** The name of the input, which the spans lead into; null where it has none. */
  source: string | null;
  /** What it is about, as named. */
  subject: string | null;
  /** Where the subject was found. */
  subject_rule: SubjectRule;
  /** The national zone that the subject is, or that the article is about, by its short name. */
  zone: string | null;
  /** What was measured, as printed. */
  metric: string;
  /** When, as EDTF. */
  period: string | null;
  /** Where the period was found. */
  period_rule: PeriodRule;
  /** The lower end; null where it is open, or where the row is a change alone. */
  low: Number | null;
  /** The upper end; null where it is open, or where the row is a change alone. */
  high: Number | null;
  /** The number, where both ends are one. */
  value: Number | null;
  /** How the number bounds what was measured. */
  comparator: Comparator;
  /** The unit in its canonical form. */
  unit: string | null;
  /** The change that goes with it. */
  change: Change | null;
  /** The ends digit by digit, where a double does not hold them. */
  exact: Exact | null;
}

/** A person 人物. */
export interface PersonFact {
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The article, numbered from 0 over the whole issue; null for front matter and for text that is no bulletin. */
  article: number | null;
  /** The block in its article, from 0; null for a title or an attribution. In text that is no bulletin, the line. */
  block: number | null;
  /** The mention as printed. */
  text: string;
  /** Its places in the source. */
  spans: Span[];
  /** The rule that read it. */
  rule: Rule;
  /** The name of the input, which the spans lead into; null where it has none. */
  source: string | null;
  /** The name, without blanks. */
  name: string;
  /** Titles as printed; none for a bare mention. */
  titles: string[];
  /** The body that the titles belong to. */
  organisation: string | null;
}

/** A national high-tech zone 国家高新区. */
export interface ZoneFact {
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The article, numbered from 0 over the whole issue; null for front matter and for text that is no bulletin. */
  article: number | null;
  /** The block in its article, from 0; null for a title or an attribution. In text that is no bulletin, the line. */
  block: number | null;
  /** The mention as printed. */
  text: string;
  /** Its places in the source. */
  spans: Span[];
  /** The rule that read it. */
  rule: Rule;
  /** The name of the input, which the spans lead into; null where it has none. */
  source: string | null;
  /** Its short name in the official list; null where it was no national zone at the date of the issue. */
  zone: string | null;
  /** Its province. */
  province: string | null;
  /** When it was approved, where that was after the issue. */
  approved: string | null;
}

/** A document 文件 between title marks. */
export interface DocumentFact {
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The article, numbered from 0 over the whole issue; null for front matter and for text that is no bulletin. */
  article: number | null;
  /** The block in its article, from 0; null for a title or an attribution. In text that is no bulletin, the line. */
  block: number | null;
  /** The mention as printed. */
  text: string;
  /** Its places in the source. */
  spans: Span[];
  /** The rule that read it. */
  rule: Rule;
  /** The name of the input, which the spans lead into; null where it has none. */
  source: string | null;
  /** The title without 《 and 》. */
  title: string;
}

/** A bare number 数字. */
export interface NumberFact {
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The article, numbered from 0 over the whole issue; null for front matter and for text that is no bulletin. */
  article: number | null;
  /** The block in its article, from 0; null for a title or an attribution. In text that is no bulletin, the line. */
  block: number | null;
  /** The mention as printed. */
  text: string;
  /** Its places in the source. */
  spans: Span[];
  /** The rule that read it. */
  rule: Rule;
  /** The name of the input, which the spans lead into; null where it has none. */
  source: string | null;
  /** The lower end; null where it is open. */
  low: Number | null;
  /** The upper end; null where it is open. */
  high: Number | null;
  /** How the number bounds what was counted. */
  comparator: Comparator;
  /** Whether the number is rounded. */
  approximate: boolean;
  /** The ends digit by digit, where a double does not hold them. */
  exact: Exact | null;
}

/** Figures 勾稽关系 of the text that bear each other out, or do not. */
export interface FiguresFact {
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The article, numbered from 0 over the whole issue; null for front matter and for text that is no bulletin. */
  article: number | null;
  /** The block in its article, from 0; null for a title or an attribution. In text that is no bulletin, the line. */
  block: number | null;
  /** The mention as printed. */
  text: string;
  /** Its places in the source. */
  spans: Span[];
  /** The rule that read it. */
  rule: Rule;
  /** The name of the input, which the spans lead into; null where it has none. */
  source: string | null;
  /** The relation with its numbers. */
  relation: string;
  /** What the print says. */
  printed: Number;
  /** What follows from the other figures. */
  computed: Number;
}

/** A citation 引文 of one passage: the words, the sentence they stand in, and where that is printed. */
export interface Citation {
  /** The name of the newsletter as printed: 火炬动态. */
  newsletter: string | null;
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The date of the issue: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string | null;
  /** The section 栏目 of the article. */
  section: string | null;
  /** The id of the article: `2022-12/a7`; null outside any article. */
  article: string | null;
  /** The title of the article. */
  title: string | null;
  /** Who the article is from: the persons of its attributions, else the bodies. */
  authors: string[];
  /** The passage as printed. */
  text: string;
  /**
   * The sentence in which it stands, as printed; of a very long one the part around it. A title or a row of a table
   * whole.
   */
  quote: Text;
  /** The line of the source text, from 1. */
  line: number;
  /** The character in the line, from 1. */
  column: number;
  /** The printed number of the page; null where the text shows none. */
  page: string | null;
  /** The name of the input. */
  source: string | null;
  /**
   * The reference in the form of GB/T 7714: `王茜. 题名[J]. 火炬动态, 2022(12): 5.`; null where neither
   * the newsletter's name nor an issue is printed.
   */
  reference: string | null;
}

/** A text as printed: one piece of the source, or several that a wrap or a page end had cut. */
export interface Text {
  /** The pieces put together. */
  text: string;
  /** The place of each piece, in the order of the source. */
  spans: Span[];
  /** Why each piece but the first was put to the one before: one fewer than spans. */
  joins: Join[];
  /** The cleaned form; only where asked for and different. */
  normalized?: string;
}

/** Why two pieces of one text were put together; those that end in -space stand for one blank. */
export type Join =
  | "wrap"
  | "wrap-space"
  | "page"
  | "page-space"
  | "column";

/** A word in its context, and where it stands; see `torch_bulletin::search`. */
export interface Hit {
  /** The name of the input, which the spans lead into; null where it has none. */
  source: string | null;
  /** The issue, as in the ids of articles: `2022-12`; null where none is printed. */
  issue: string | null;
  /** The year of the issue; null where none is printed. */
  year: number | null;
  /** The date of the issue: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where none is printed. */
  date: string | null;
  /** The section; null where the article stands in none. */
  section: string | null;
  /** The number of the article in the issue, from 0; null for a line without a place in the issue. */
  article: number | null;
  /** The title of the article; null where it has none. */
  title: string | null;
  /** The organisations of its attributions. */
  contributors: string[];
  /** What the word stands in. */
  part: Part;
  /** The number of the block in its article, from 0; null in a title, an attribution, a line without a place. */
  block: number | null;
  /** The line of the file, from 1. */
  line: number;
  /** The character (code point) in the line, from 1. */
  column: number;
  /** The word as it was asked for. */
  word: string;
  /** What stands before it in the same text. */
  left: string;
  /** The word as printed, its lines joined. */
  text: string;
  /** What follows it. */
  right: string;
  /** Its places in the source. */
  spans: Span[];
}

/** What a word was found in. */
export type Part =
  | "title"
  | "subtitle"
  | "heading"
  | "paragraph"
  | "caption"
  | "table"
  | "note"
  | "attribution"
  | "unparsed";

/** What an offset counts: UTF-8 bytes, Unicode code points or UTF-16 code units. */
export type OffsetUnit =
  | "utf8"
  | "codepoint"
  | "utf16";

/** The input that the document was made from. */
export interface Source {
  /** The name it was given: a path, or a path inside a container. */
  name: string | null;
  /** The SHA-256 of its bytes, in lower-case hexadecimal. */
  sha256: string | null;
  /** The number of its bytes, before decoding. */
  bytes: number;
  /** The encoding that was found. */
  encoding: string;
  /**
   * How sure the encoding is: `marked` (a byte order mark), `valid` (no fault as UTF-8), `declared` (the page says
   * so), `detected` (by its characters), `assumed` (nothing explains all bytes); null for a text that came as text.
   */
  certainty: string | null;
  /** What the bytes are: `text`, or `html`, where the text is what a reader of the page sees. */
  format: string;
  /** The decoded text that the spans count; null unless asked for. */
  text: string | null;
}

/** One page 页 of the printed issue, as far as the text shows it. */
export interface Page {
  /** Its number in the text, from 0. */
  index: number;
  /** The digits of the printed page number 页码. */
  label: string | null;
  /** From the first to the last character of the page. */
  span: Span;
}

/** The masthead 报头 at the head of an issue. */
export interface Masthead {
  /** The name of the newsletter: 火炬动态. */
  title: Text | null;
  /** The publishing body 主办单位. */
  publisher: Text | null;
  /** Notices such as 内部资料 注意保存, in printed order. */
  notices: Text[];
  /** The issue line 期号. */
  issue: Issue | null;
  /** The date of the issue. */
  date: IssueDate | null;
}

/** Which issue this is: `2022年第12期(总第541期)`. */
export interface Issue {
  /** The year, where it is printed in the issue line or else in the date. */
  year: number | null;
  /** The first and last number within the year 期号; they differ only for a joint issue (合刊). */
  number: [number, number] | null;
  /** The first and last whole number 总第N期, counted since the first issue. */
  whole_number: [number, number] | null;
  /** Regular, supplement or special. */
  kind: IssueKind;
  /** The issue line, from its first to its last character. */
  span: Span;
}

/** The kind of an issue. */
export type IssueKind =
  | "regular"
  | "supplement"
  | "special";

/** The date of the issue. */
export interface IssueDate {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  value: string;
  /** The date as printed. */
  span: Span;
}

/** The contents list 目录. */
export interface Contents {
  /** The heading, 目录 or 本期要目, where one is printed. */
  heading: Text | null;
  /** The entries by section, in printed order. */
  groups: Group[];
}

/** The entries under one section label; a list without labels is one group. */
export interface Group {
  /** The section label 栏目名, without its brackets. */
  section: Text | null;
  /** The series 系列 that a line of dashes announces, without the dashes. */
  series: Text | null;
  /** The entries. */
  entries: Entry[];
}

/** One entry 条目. */
export interface Entry {
  /** The title as the list prints it, without bullet, number, leader and page. */
  title: Text;
  /** The printed page number. */
  page: number | null;
  /** The article this entry leads to, numbered from 0 over the whole issue. */
  article: number | null;
  /** From bullet to page number. */
  span: Span;
}

/** A section 栏目 of the body. */
export interface Section {
  /** Its name as printed above its first article; null for articles before any section. */
  name: Text | null;
  /** The series 系列 under the name, without its dashes. */
  series: Text | null;
  /** Its articles. */
  articles: Article[];
  /** From its name to the end of its last article. */
  span: Span;
}

/** An article 文章: from its title to its attribution. */
export interface Article {
  /** A name that stays the same while the issue does: `2022-12/a7`. */
  id: string;
  /** The title 标题; null where text stands before any title. */
  title: Text | null;
  /** The subtitle 副标题, without its dashes. */
  subtitle: Text | null;
  /** Headings, paragraphs, tables … in printed order. */
  blocks: Block[];
  /** From title to attribution. */
  span: Span;
  /** Who it is from 供稿; most articles have one. */
  attributions: Attribution[];
}

/** A heading 小标题 on a line of its own. */
export interface Heading {
  kind: "heading";
  /** 1 for the outermost of the article; styles nest in the order in which they appear. */
  level: number;
  /** The enumerator, `一、`. */
  marker: Marker | null;
  /** The heading as printed, enumerator included. */
  text: Text;
}

/** A paragraph 段落. */
export interface Paragraph {
  kind: "paragraph";
  /** The enumerator that opens it: `一是`, `1.`. */
  marker: Marker | null;
  /** The run-in heading 段首小标题 after the enumerator, without its full stop. */
  lead: Text | null;
  /** The whole paragraph as printed; marker and lead included, attribution excluded. */
  text: Text;
  /** Enumerated clauses inside: 第一,…;第二,… */
  points: Point[];
}

/** The caption 图题、表题 of a table or figure. */
export interface Caption {
  kind: "caption";
  /** The caption as printed. */
  text: Text;
}

/** A table 表 whose columns the text still shows. */
export interface Table {
  kind: "table";
  /** Rows of cells; a cell that is not printed is null. */
  rows: ((Text | null)[])[];
}

/** A note 注 or source line under a table or text. */
export interface Note {
  kind: "note";
  /** The note as printed. */
  text: Text;
}

/** One block of an article; `kind` tells which. */
export type Block = Heading | Paragraph | Caption | Table | Note;

/** An enumerator 序号 at the head of a heading, a paragraph or a clause. */
export interface Marker {
  /** The enumerator as printed, without blanks around it. */
  text: string;
  /** Its form. */
  style: MarkerStyle;
  /** Its number, from 1. */
  number: number;
  /** From its first to its last character. */
  span: Span;
}

/** The form of an enumerator. */
export type MarkerStyle =
  | "chinese-comma"
  | "chinese-paren"
  | "arabic-dot"
  | "arabic-paren"
  | "circled"
  | "shi"
  | "ordinal"
  | "sequence"
  | "other";

/** An enumerated clause inside a paragraph: `第一,要…;`. */
export interface Point {
  /** Its enumerator. */
  marker: Marker;
  /** The clause as printed, enumerator included, up to the next one. */
  text: Text;
}

/** An attribution 供稿: one bracket at an article's end, or one line with a label. */
export interface Attribution {
  /** The label: 供稿, 来源, 作者, 摘自 … */
  label: Text | null;
  /** Bodies, in printed order. */
  organisations: Text[];
  /** Persons, in printed order; a name padded to three places (王　茜) keeps its blank. */
  people: Text[];
  /** With its brackets. */
  span: Span;
}

/** The colophon 版权栏. */
export interface Colophon {
  /** One imprint a body: the publisher's, the editorial office's. */
  imprints: Imprint[];
}

/** The lines of one body in the colophon. */
export interface Imprint {
  /** The body's name, where it is printed without a label. */
  organisation: Text | null;
  /** Labelled lines, in printed order. */
  fields: Field[];
}

/** One labelled value: `邮编:100045`. */
export interface Field {
  /** What the value is. */
  kind: FieldKind;
  /** The label as printed: 编辑部地址. */
  label: Text;
  /** The whole value as printed. */
  value: Text;
  /** The value's parts where it lists several (editors, telephone numbers, bodies), or the one value. */
  items: Text[];
  /** The extension 分机 of a telephone number: the 310 of `(010)68667266-310`. */
  extension: Text | null;
}

/** What a field of the colophon holds. */
export type FieldKind =
  | "address"
  | "postcode"
  | "telephone"
  | "fax"
  | "email"
  | "website"
  | "chief-editor"
  | "deputy-editor"
  | "editor"
  | "proofreader"
  | "reviewer"
  | "report-to"
  | "send-to"
  | "issue-to"
  | "copies"
  | "printer"
  | "permit"
  | "other";

/** A line that belongs to the page 页码、书眉 and not to the text. */
export interface Furniture {
  /** What it is. */
  kind: FurnitureKind;
  /** The line as printed. */
  text: Text;
}

/** The kind of a line that belongs to the page and not to the text. */
export type FurnitureKind =
  | "page-number"
  | "running-head"
  | "duplicate"
  | "rule"
  | "navigation"
  | "other";

/** One finding about an issue. */
export interface Diagnostic {
  /** What was found. */
  code: Code;
  /** How much it matters; the code tells. */
  severity: Severity;
  /** One sentence in lower case without a full stop: found against expected. */
  message: string;
  /** Where; null where the finding has no place (a missing part). */
  span: Span | null;
  /** What can be done about it. */
  help: string | null;
  /** How many findings this one stands for: those of one kind that are told as one, and on the last kept of a code the rest. */
  count: number;
}

/** What a diagnostic reports. */
export type Code =
  | "not-a-bulletin"
  | "several-issues"
  | "text-too-long"
  | "invalid-bytes"
  | "missing-issue-number"
  | "missing-date"
  | "contents-entry-without-article"
  | "article-not-in-contents"
  | "title-differs-from-contents"
  | "contents-order-differs"
  | "missing-attribution"
  | "announced-count-differs"
  | "numbering-gap"
  | "paragraph-without-closing-mark"
  | "latin-word-in-chinese"
  | "punctuation-width-changes"
  | "odd-characters"
  | "unmapped-characters"
  | "wrong-encoding"
  | "look-alike-characters"
  | "traditional-characters"
  | "pinyin-in-text"
  | "repeated-paragraph"
  | "columns-interleaved"
  | "unbalanced-pair"
  | "unparsed-text";

/** How much a diagnostic matters, in ascending order. */
export type Severity =
  | "note"
  | "warning"
  | "error";
