// The package in a real browser, off a plain file server.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { cases as ofApi } from "../cases/api.js";
import { cases as ofFacts } from "../cases/facts.js";
import { cases as ofWorker } from "../cases/worker.js";
import { launch } from "./chromium.js";
import { serve } from "./server.js";

let browser;
let page;
let server;
let faults;
const PAGE = "bindings/wasm/test/browser/page.html";

before(async () => {
  server = await serve(new URL("../../../../", import.meta.url));
  browser = await launch();
  page = await open();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/** A page of its own; whatever it cannot load or throws is in `faults`. */
async function open(prepare = () => {}) {
  const fresh = await browser.newPage();
  const list = [];
  fresh.on("pageerror", (error) => list.push(error.message));
  await prepare(fresh);
  await fresh.goto(server.address + PAGE);
  await fresh.waitForFunction(() => window.run !== undefined);
  faults = list;
  return fresh;
}

test("before init a function says what to do", async () => {
  assert.equal(await page.evaluate(() => window.early), "not-initialized");
});

for (const name of [ofApi, ofWorker, ofFacts].flatMap(Object.keys)) {
  test(name, { timeout: 240_000 }, () => page.evaluate((name) => window.run(name), name));
}

test("nothing went wrong beside the cases", () => assert.deepEqual(faults, []));

for (const [what, answer] of [
  ["does not load", { status: 404, body: "" }],
  ["throws", { contentType: "text/javascript", body: "throw new Error('no')" }],
]) {
  test(`a worker whose script ${what} rejects, time and again`, async () => {
    const fresh = await open((page) => page.route("**/worker-entry.js", (route) => route.fulfill(answer)));
    for (let time = 0; time < 2; time += 1) {
      const code = await fresh.evaluate(() => window.worker.parse("一行").then(() => "done", (error) => error.code));
      assert.equal(code, "unavailable");
    }
    await fresh.close();
  });
}

test("a module that does not load rejects, and init may be called again", async () => {
  const fresh = await open((page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 500, body: "" }), { times: 1 }));
  const codes = await fresh.evaluate(async () => {
    const { default: init, parse } = await import("../../js/browser.js");
    const first = await init().then(() => "done", (error) => error.code);
    await init();
    return [first, parse("一行").schema];
  });
  assert.deepEqual(codes, ["unavailable", 1]);
  await fresh.close();
});
