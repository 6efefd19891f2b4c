// The worker of the package in Node.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import * as api from "torch-bulletin";
import { BulletinError, BulletinWorker } from "torch-bulletin/worker";
import { settled } from "../cases/expect.js";
import { cases } from "../cases/worker.js";
import { read } from "./corpus.js";

await api.default();
const missing = new URL("missing.wasm", import.meta.url);
for (const [name, run] of Object.entries(cases)) {
  test(name, () => run({ api, BulletinError, BulletinWorker, read, missing }));
}

/** The package with another script in its worker. */
async function broken(script) {
  const folder = await mkdtemp(join(tmpdir(), "torch-bulletin-"));
  after(() => rm(folder, { recursive: true }));
  for (const part of ["js", "dist", "package.json"]) {
    await cp(new URL(`../../${part}`, import.meta.url), join(folder, part), { recursive: true });
  }
  const entry = join(folder, "js", "worker-entry.node.js");
  await (script === undefined ? rm(entry) : writeFile(entry, script));
  return (await import(pathToFileURL(join(folder, "js", "worker.node.js")))).BulletinWorker;
}

for (const [what, script] of [
  ["is missing", undefined],
  ["throws", "throw new Error('no')"],
  ["ends", "process.exit(3)"],
  ["ends at the first call", "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(0));"],
]) {
  test(`a worker whose script ${what} rejects`, async () => {
    const Broken = await broken(script);
    const worker = new Broken();
    for (let time = 0; time < 2; time += 1) {
      await settled(assert.rejects(worker.parse("一行"), { name: "BulletinError", code: "unavailable" }));
    }
    worker.terminate();
  });
}

test("a worker that waits keeps no process alive, and one that works does", async () => {
  const script = `
    import { BulletinWorker } from "torch-bulletin/worker";
    const worker = new BulletinWorker();
    worker.toText("一行").then((text) => console.log(text.trim()));`;
  const run = promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: new URL(".", import.meta.url),
  });
  assert.equal((await settled(run)).stdout, "一行\n");
});
