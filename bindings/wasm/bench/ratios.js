// What the package costs, as ratios to the same work on this machine: one run, rounds by turns.
//
//     cargo xtask wasm bench [ROUNDS]

import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import init from "../js/node.js";
import { launch } from "../test/browser/chromium.js";
import { serve } from "../test/browser/server.js";
import { measure, warm } from "./measure.js";

const rounds = Number(process.argv[2] ?? 9);
const root = new URL("../../../", import.meta.url);
const cargo = (...words) =>
  execFileSync(process.env.CARGO ?? "cargo", ["run", "--quiet", "--release", "--package", "torch-bulletin-benches", "--bin", "wire", "--", ...words], {
    cwd: fileURLToPath(root),
    encoding: "utf8",
  });

const folder = await mkdtemp(join(tmpdir(), "torch-bulletin-"));
const file = join(folder, "archive.json");
cargo("write", file);
const texts = JSON.parse(await readFile(file, "utf8"));

const server = await serve(root);
const browser = await launch();
const page = await browser.newPage();
page.on("pageerror", (error) => {
  throw error;
});
await page.goto(`${server.address}bindings/wasm/bench/page.html`);
await page.waitForFunction(() => window.ready);
await page.evaluate((texts) => window.begin(texts), texts);
await init();
warm(texts);

const rows = [];
for (let round = 0; round < rounds; round += 1) {
  const [nanoseconds, bytes] = cargo("time", file).split(" ").map(Number);
  const chromium = await page.evaluate(() => window.measure());
  const node = measure(texts);
  if (chromium.bytes !== bytes || node.bytes !== bytes) throw new Error("the outputs differ");
  rows.push({ native: nanoseconds / 1e6, chromium, node, bytes });
}
await browser.close();
await server.close();
await rm(folder, { recursive: true });

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const line = (name, values, unit, limit) => {
  const [least, middle, most] = [Math.min(...values), median(values), Math.max(...values)];
  const shown = [least, middle, most].map((value) => value.toFixed(2).padStart(9)).join("");
  console.log(`${name.padEnd(52)}${shown}  ${unit}${limit ? `  (at most ${limit})` : ""}`);
};

const megabytes = (rows[0].bytes / 1e6).toFixed(1);
console.log(`${texts.length} issues, ${megabytes} MB of JSON; ${rounds} rounds by turns: least, median, most\n`);
line("native: parse to wire", rows.map(({ native }) => native), "ms");
for (const where of ["chromium", "node"]) {
  const of = (pick) => rows.map((row) => pick(row[where], row));
  line(`${where}: parse to wire inside wasm`, of(({ inside }) => inside), "ms");
  line(`${where}: from there into objects`, of(({ crossing }) => crossing), "ms");
  line(`${where}: parse(), all in all`, of(({ whole }) => whole), "ms");
  line(`${where}: JSON.parse of the same JSON`, of(({ json }) => json), "ms");
  line(`${where}: inside wasm / native`, of(({ inside }, { native }) => inside / native), "×", "3");
  line(`${where}: crossing into objects / JSON.parse`, of(({ crossing, json }) => crossing / json), "×", "2");
}
