// The outline of an issue, and where each title stands: `node outline.ts issue.txt`, once compiled.

import { readFile } from "node:fs/promises";

import init, { BulletinError, chunks, parse, schema, toMarkdown, version } from "torch-bulletin";
import type { Block, Chunk, Document, ErrorCode, Text } from "torch-bulletin";
import { BulletinWorker } from "torch-bulletin/worker";
import type { MarkerStyle } from "torch-bulletin/types";

/** What a block says, whatever its kind; the compiler knows that no kind is missing. */
function lines(block: Block): string[] {
  switch (block.kind) {
    case "heading":
      return [`${"#".repeat(block.level)} ${block.text.text}`];
    case "paragraph":
      return [block.text.text, ...block.points.map(({ text }) => text.text)];
    case "caption":
    case "note":
      return [block.text.text];
    case "table":
      return block.rows.map((row) => row.map((cell) => cell?.text ?? "").join("\t"));
    default: {
      const none: never = block;
      return none;
    }
  }
}

/** The slice that a text was read from, up to its first join. */
function place(source: string, { spans }: Text): string {
  const [first] = spans;
  return first === undefined ? "" : source.slice(...first);
}

function outline(document: Document, source: string): void {
  const style: MarkerStyle = "chinese-comma";
  for (const section of document.sections) {
    console.log(section.name?.text ?? "(no section)");
    for (const { id, title, blocks } of section.articles) {
      console.log(id, title && place(source, title));
      const marked = blocks.filter((block) => block.kind === "heading" && block.marker?.style === style);
      console.log(marked.flatMap(lines).join("\n"));
    }
  }
  // @ts-expect-error: a key that no document has
  console.log(document.headline);
}

async function main(path: string): Promise<void> {
  await init();
  const bytes = await readFile(path);
  try {
    const document = parse(bytes, { name: path, sourceText: true, joins: "evidence" });
    outline(document, document.source.text ?? "");
    const short: Chunk[] = chunks(bytes, { maxChars: 300 });
    console.log(version, schema()["title"], short.length, toMarkdown(bytes).length);
    // @ts-expect-error: a number is no input
    parse(1);
  } catch (error) {
    if (!(error instanceof BulletinError)) throw error;
    const refused: ErrorCode[] = ["empty", "binary", "other-kind"];
    console.error(refused.some((code) => code === error.code) ? `no issue: ${error.message}` : error);
  }
  const worker = new BulletinWorker();
  const html: string = await worker.toHtml(bytes, { signal: AbortSignal.timeout(5000), transfer: true });
  console.log(html.length);
  worker.terminate();
}

await main(process.argv[2] ?? "issue.txt");
