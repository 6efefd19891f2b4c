// `torch-bulletin/facts` in Node.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as api from "torch-bulletin/facts";
import { BulletinWorker } from "torch-bulletin/facts/worker";

import { initSync } from "../../dist/torch_bulletin_facts.js";
import { cases } from "../cases/facts.js";
import { read } from "./corpus.js";

test("before init every function says what to do", () => {
  for (const name of ["facts", "extract", "parse", "toHtml"]) {
    assert.throws(() => api[name]("text"), { name: "BulletinError", code: "not-initialized", message: /await init\(\)/ });
  }
});

test("a module of its own is loaded", () => api.default());

for (const [name, run] of Object.entries(cases)) {
  const factsMemory = () => initSync().memory.buffer.byteLength;
  test(name, () => run({ facts: api, FactsWorker: BulletinWorker, read, factsMemory }));
}
