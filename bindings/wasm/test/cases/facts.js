// What `torch-bulletin/facts` must do wherever it runs: each case takes `{ facts, FactsWorker, read, factsMemory }`.

import { failure, holds, same, settled } from "./expect.js";
import { GOLDENS, ISSUES, converted, decoded, optionsOf, table } from "./golden.js";

const TEXT = "🔥2021年,江州高新区生产总值达到366.1亿元,同比增长5.1%;主任程樾表示,近日新增企业约12家。";

/** Every fact is its slices of the source, but for a blank that a join puts in. */
function sliced(facts, source) {
  for (const { text, spans, rule } of facts) {
    const slices = spans.map(([start, end]) => source.slice(start, end)).join("");
    same(slices.toWellFormed?.() ?? slices, spans.length === 1 ? text : text.replaceAll(" ", slices.includes(" ") ? " " : ""));
    holds(rule.length > 0, "a rule");
  }
}

export const cases = {};

for (const issue of ISSUES) {
  cases[`${issue}/facts.ndjson is what comes out`] = async ({ facts: api, read }) => {
    const [input, golden] = (await Promise.all([read(`${issue}/input.txt`), read(`${issue}/facts.ndjson`)])).map(decoded);
    const found = api.facts(input, await optionsOf(issue, read));
    const units = table(input);
    same(found, golden.trimEnd().split("\n").map((line) => converted(JSON.parse(line), input, units)));
    sliced(found, input);
    sliced(api.extract(input, "2022-07-31", { numbers: true }), input);
  };

  cases[`${issue}: the rest of the package is the same here`] = async ({ facts: api, read }) => {
    const input = decoded(await read(`${issue}/input.txt`));
    const options = await optionsOf(issue, read);
    for (const [file, check] of Object.entries(GOLDENS)) check(api, input, decoded(await read(`${issue}/${file}`)), options);
  };

  cases[`${issue}: a page with facts is the page with marks`] = async ({ facts: api, read }) => {
    const input = decoded(await read(`${issue}/input.txt`));
    const options = await optionsOf(issue, read);
    const page = api.toHtml(input, { ...options, facts: true });
    const marked = new Set(Array.from(page.matchAll(/ data-fact="(\d+)"/g), ([, number]) => number));
    holds(marked.size > 0.9 * api.facts(input, options).length, "nearly every fact is marked");
    const plain = page.replace(/<(mark|data|time)(?=[^>]* data-kind=)[^>]*>|<\/(mark|data)>/g, "").replace(/\[data-kind.*\n/g, "");
    same(plain.replaceAll("</time>", ""), api.toHtml(input, options).replaceAll("</time>", ""));
  };
}

cases["a golden of facts with one other byte fails"] = async ({ facts: api, read }) => {
  const input = decoded(await read("2021-09/input.txt"));
  const golden = await read("2021-09/facts.ndjson");
  const found = api.facts(input);
  const units = table(input);
  for (let part = 0; part < 16; part += 1) {
    const other = golden.slice();
    other[Math.floor((golden.length * part) / 16)] ^= 1;
    await failure(() => same(found, decoded(other).trimEnd().split("\n").map((line) => converted(JSON.parse(line), input, units))));
  }
};

cases["any text has facts, with offsets of the string that was given"] = ({ facts: api }) => {
  const found = api.extract(TEXT, "2022-07-31", { name: "a.txt" });
  sliced(found, TEXT);
  const row = found.find(({ kind }) => kind === "observation");
  same([row.subject, row.metric, row.period, row.value, row.unit, row.change.value], ["江州高新区", "生产总值", "2021", 36610000000, "元", 5.1]);
  same([row.article, row.block, row.source], [null, 0, "a.txt"]);
  same(found.filter(({ kind }) => kind === "person").map(({ name, titles }) => [name, titles]), [["程樾", ["主任"]]]);
  same(api.extract("7月22日开班。", "2022-07-31")[0].value, "2022-07-22");
  same(api.extract(""), []);
};

cases["half a surrogate pair counts one"] = ({ facts: api }) => {
  const broken = `\ud842${TEXT}`;
  const found = api.extract(broken);
  sliced(found, broken);
  same(found[0].spans[0][0], api.extract(TEXT)[0].spans[0][0] + 1);
};

cases["bare numbers are listed where asked for"] = ({ facts: api }) => {
  const numbers = (options) => api.extract("得分12。", null, options).filter(({ kind }) => kind === "number");
  same(numbers().length, 0);
  same(numbers({ numbers: true }).map(({ low }) => low), [12]);
  holds(api.facts(TEXT, { numbers: true }).length >= api.facts(TEXT).length, "no fact is lost");
};

cases["a citation says where it is printed"] = async ({ facts: api, read }) => {
  const input = decoded(await read("2021-09/input.txt"));
  const document = api.parse(input);
  const articles = document.sections.flatMap(({ articles }) => articles);
  const cited = api.facts(input, { cite: true });
  same(cited.length, api.facts(input).length);
  for (const { citation, ...fact } of cited) {
    same(citation.text, fact.text);
    const slices = citation.quote.spans.map(([start, end]) => input.slice(start, end)).join("");
    same(slices, citation.quote.text);
    const before = input.slice(0, fact.spans[0][0]).split("\n");
    same([citation.line, citation.column], [before.length, Array.from(before.at(-1)).length + 1]);
    if (fact.article === null) continue;
    const article = articles[fact.article];
    same([citation.article, citation.title], [article.id, article.title?.text ?? null]);
    holds(citation.reference.includes("[J]. 火炬动态, 2021(9)"), citation.reference);
  }
  same(api.extract(TEXT, null, { cite: true })[0].citation.reference, null);
};

cases["what is no date, no option or no text is refused"] = async ({ facts: api }) => {
  for (const date of ["2022-02-30", "July", ""]) {
    const error = await failure(() => api.extract("今天", date));
    holds(error instanceof api.BulletinError, "a BulletinError");
    same([error.code, error.message.includes("expected a date as YYYY, YYYY-MM or YYYY-MM-DD")], ["invalid-options", true]);
  }
  for (const [work, message] of [
    [() => api.extract(12), "text: expected a string, found 12"],
    [() => api.extract("", 2022), 'referenceDate: expected a string such as "2022-07-31", found 2022'],
    [() => api.extract("", null, null), "options: expected an object, found null"],
    [() => api.extract("", null, { numbers: 1 }), "options.numbers: expected a boolean, found 1"],
    [() => api.facts("", { cite: "yes" }), "options.cite: expected a boolean, found string"],
    [() => api.toHtml("", { facts: 1 }), "options.facts: expected a boolean, found 1"],
    [() => api.facts(1), "input: expected a string, a Uint8Array or an ArrayBuffer, found 1"],
  ]) {
    const error = await failure(work);
    same([error instanceof TypeError, error.message], [true, message]);
  }
  same((await failure(() => api.extract("", null, { joins: "none" }))).code, "invalid-options");
  same((await failure(() => api.facts("", { no: 1 }))).code, "invalid-options");
  same((await failure(() => api.facts(new Uint8Array()))).code, "empty");
};

cases["a worker of facts gives what the functions give"] = async ({ facts: api, FactsWorker, read }) => {
  const worker = new FactsWorker();
  try {
    const input = await read("2021-09/input.txt");
    const [facts, extracted, html, parsed] = await settled(
      Promise.all([
        worker.facts(input, { cite: true }),
        worker.extract(TEXT, "2022-07-31"),
        worker.toHtml(input, { facts: true }),
        worker.parse(input),
      ]),
    );
    same(facts, api.facts(input, { cite: true }));
    same(extracted, api.extract(TEXT, "2022-07-31"));
    same(html, api.toHtml(input, { facts: true }));
    same(parsed, api.parse(input));
    const abort = new AbortController();
    const cancelled = worker.facts(decoded(input).repeat(1500), { signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    same((await failure(() => settled(cancelled))).name, "AbortError");
    same((await failure(() => settled(worker.extract("", "no")))).code, "invalid-options");
    same((await settled(worker.extract("7月22日", "2022-07-31")))[0].value, "2022-07-22");
  } finally {
    worker.terminate();
  }
};

cases["memory stays flat over 1,000 extractions"] = async ({ facts: api, read, factsMemory }) => {
  const input = await read("2019-07/input.txt");
  const text = decoded(input);
  const once = async (round) => {
    api.facts(round % 2 ? text : input, { cite: round % 3 === 0 });
    api.extract(text, "2019-04-30");
    if (round % 10 === 0) api.toHtml(text, { facts: true });
    if (round % 10 === 5) await failure(() => api.extract(text, "no"));
  };
  for (let round = 0; round < 60; round += 1) await once(round);
  const before = factsMemory();
  for (let round = 0; round < 1_000; round += 1) await once(round);
  same(factsMemory(), before, "bytes of WebAssembly memory");
};
