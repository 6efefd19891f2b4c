// What the worker must do wherever it runs: each case takes `{ api, BulletinWorker, read, missing }`.

import { failure, holds, same, settled } from "./expect.js";
import { decoded } from "./golden.js";

const withWorker = (use) => async (context) => {
  const worker = new context.BulletinWorker();
  try {
    await settled(use(worker, context));
  } finally {
    worker.terminate();
  }
};

/** A text that takes so long that whatever is asked next comes before its end. */
const long = async (read) => decoded(await read("2021-09/input.txt")).repeat(1500);

export const cases = {
  "a worker gives what the functions give": withWorker(async (worker, { api, read }) => {
    const input = await read("2021-09/input.txt");
    const options = { name: "a.txt", sourceText: true };
    same(await worker.parse(input, options), api.parse(input, options));
    for (const name of ["toMarkdown", "toHtml", "toTei", "toText", "chunks"]) {
      same(await worker[name](decoded(input)), api[name](input), name);
    }
  }),

  "bytes are copied, or given away where asked for": withWorker(async (worker, { read }) => {
    const input = (await read("2021-09/input.txt")).slice();
    const [kept] = [await worker.parse(input), input.byteLength > 0 || "the copy was given away"];
    holds(input.byteLength === kept.source.bytes, "a copy leaves the bytes");
    const given = await worker.parse(input, { transfer: true });
    same([given.source.bytes, input.byteLength], [kept.source.bytes, 0]);
    const part = new Uint8Array(new ArrayBuffer(64), 8, 3).fill(0x61);
    same([(await worker.parse(part, { transfer: true })).source.bytes, part.byteLength], [3, 3]);
  }),

  "errors come back as they are": withWorker(async (worker, { BulletinError }) => {
    const refused = await failure(() => worker.parse(new Uint8Array()));
    same([refused instanceof BulletinError, refused.code], [true, "empty"]);
    const wrong = await failure(() => worker.parse("", { joins: "some" }));
    same([wrong instanceof BulletinError, wrong.code], [true, "invalid-options"]);
    const type = await failure(() => worker.chunks("", { maxChars: -1 }));
    same([type instanceof TypeError, type.message.includes("maxChars")], [true, true]);
    for (const work of [() => worker.parse(1), () => worker.parse("", { signal: 1 }), () => worker.parse("", 1)]) {
      holds((await failure(work)) instanceof TypeError, "a TypeError");
    }
    holds((await failure(() => worker.parse("", { name: () => {} }))) !== undefined, "what cannot be sent rejects");
    same((await worker.parse("一行")).schema, 1);
  }),

  "a call under way is cancelled, and those that wait are done all the same": withWorker(async (worker, { read }) => {
    const text = await long(read);
    await worker.parse("一行");
    const abort = new AbortController();
    const cancelled = worker.parse(text, { signal: abort.signal });
    const waiting = worker.toText("一行");
    const dropped = new AbortController();
    const unwanted = worker.toText("二行", { signal: dropped.signal });
    setTimeout(() => {
      dropped.abort(new Error("not wanted"));
      abort.abort();
    }, 20);
    same((await failure(() => cancelled)).name, "AbortError");
    same((await failure(() => unwanted)).message, "not wanted");
    holds((await waiting).includes("一行"), "the next call is done");
    same((await worker.parse("三行")).schema, 1);
  }),

  "a signal that is aborted already, and one that is aborted later": withWorker(async (worker) => {
    same((await failure(() => worker.parse("", { signal: AbortSignal.abort() }))).name, "AbortError");
    const abort = new AbortController();
    same((await worker.parse("一行", { signal: abort.signal })).schema, 1);
    abort.abort();
    same((await worker.parse("二行")).schema, 1);
  }),

  "ending a worker rejects every call": withWorker(async (worker, { read }) => {
    const calls = [worker.parse(await long(read)), worker.parse("一行")];
    setTimeout(() => worker.terminate(), 20);
    for (const { status, reason } of await Promise.allSettled(calls)) {
      same([status, reason.name], ["rejected", "AbortError"]);
    }
    same((await failure(() => worker.parse("二行"))).name, "AbortError");
  }),

  "a module that is not there rejects, and so does one that is none": async ({ BulletinWorker, missing }) => {
    for (const wasm of [missing, Uint8Array.from([1, 2, 3])]) {
      const worker = new BulletinWorker({ wasm });
      for (let time = 0; time < 2; time += 1) {
        const error = await settled(failure(() => worker.parse("一行")));
        same(error.code, "unavailable");
      }
      worker.terminate();
    }
  },
};
