// The functions of the package in Node.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { promisify } from "node:util";

import { initSync } from "../../dist/torch_bulletin.js";
import * as api from "torch-bulletin";
import { cases } from "../cases/api.js";
import { ISSUES } from "../cases/golden.js";
import { corpus, read } from "./corpus.js";

test("the cases are all issues of the corpus", async () => {
  const folders = (await readdir(corpus, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  assert.deepEqual(folders.map(({ name }) => name).sort(), ISSUES);
});

test("before init every function says what to do", () => {
  for (const name of ["parse", "toMarkdown", "toHtml", "toTei", "toText", "chunks", "schema"]) {
    assert.throws(() => api[name]("text"), { name: "BulletinError", code: "not-initialized", message: /await init\(\)/ });
  }
});

test("a module that does not load is an error, and init may be called again", async () => {
  const missing = new URL("missing.wasm", import.meta.url);
  await assert.rejects(api.default(missing), { name: "BulletinError", code: "unavailable" });
  await assert.rejects(api.default(Uint8Array.from([1, 2, 3])), { name: "BulletinError", code: "unavailable" });
  await assert.rejects(api.default(12), { name: "TypeError", message: /expected an address/ });
  const bytes = await readFile(new URL("../../dist/torch_bulletin_bg.wasm", import.meta.url));
  await api.default(bytes);
});

for (const [name, run] of Object.entries(cases)) {
  const memory = () => initSync().memory.buffer.byteLength;
  test(name, () => run({ api, read, memory }));
}

test("the version is that of the package", async () => {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  assert.equal(JSON.parse(text).version, api.version);
});

test("nothing of Node stands in what browsers load", async () => {
  const folder = new URL("../../js/", import.meta.url);
  for (const file of await readdir(folder)) {
    if (file.includes("node")) continue;
    const text = await readFile(new URL(file, folder), "utf8");
    assert.doesNotMatch(text, /node:|require\(|\bprocess\b|\bBuffer\b(?! is)/, file);
  }
  for (const name of ["torch_bulletin", "torch_bulletin_facts"]) {
    const glue = await readFile(new URL(`../../dist/${name}.js`, import.meta.url), "utf8");
    assert.doesNotMatch(glue, /node:|require\(/);
  }
});

test("an import alone reads no file and starts nothing", async () => {
  const script = 'await import("torch-bulletin"); await import("torch-bulletin/worker"); await import("torch-bulletin/facts"); console.log("done")';
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: new URL(".", import.meta.url),
  });
  assert.equal(stdout, "done\n");
});
