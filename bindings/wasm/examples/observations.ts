// What an issue says, as rows with their citations: `node observations.ts issue.txt`, once compiled.

import { readFile } from "node:fs/promises";

import init, { extract, facts, toHtml } from "torch-bulletin/facts";
import type { CitedFact, Fact } from "torch-bulletin/facts";
import { BulletinWorker } from "torch-bulletin/facts/worker";

/** What a fact says, whatever its kind; the compiler knows that no kind is missing. */
function says(fact: Fact): string {
  switch (fact.kind) {
    case "date":
      return fact.value ?? (fact.vague ? "vague" : "no date");
    case "quantity":
    case "number":
      return `${fact.comparator} ${fact.low ?? ""}..${fact.high ?? ""}`;
    case "change":
      return `${fact.direction} ${fact.value ?? ""} ${fact.unit ?? ""} (${fact.basis})`;
    case "observation":
      return `${fact.zone ?? fact.subject ?? ""} ${fact.metric} ${fact.period ?? ""} ${fact.value ?? fact.change?.value ?? ""}`;
    case "person":
      return [fact.organisation ?? "", ...fact.titles, fact.name].join(" ");
    case "zone":
      return `${fact.zone ?? "?"} ${fact.province ?? ""}`;
    case "document":
      return fact.title;
    case "figures-agree":
    case "figures-disagree":
      return fact.relation;
    default: {
      const none: never = fact;
      return none;
    }
  }
}

async function main(path: string): Promise<void> {
  await init();
  const bytes = await readFile(path);
  const cited: CitedFact[] = facts(bytes, { cite: true, name: path });
  for (const fact of cited) console.log(fact.kind, says(fact), fact.citation.reference, fact.citation.quote.text);
  const plain: Fact[] = extract("7月22日开班。", "2022-07-31", { numbers: true });
  // @ts-expect-error: nothing is cited unless asked for
  console.log(plain.length, plain[0]?.citation);
  console.log(toHtml(bytes, { facts: true }).length);
  const worker = new BulletinWorker();
  const same = await worker.facts(bytes, { signal: AbortSignal.timeout(5000), transfer: true });
  console.log(same.length, (await worker.parse("一行")).schema);
  worker.terminate();
}

await main(process.argv[2] ?? "issue.txt");
