// The script of the worker of `torch-bulletin/facts/worker` in Node.

import { parentPort, workerData } from "node:worker_threads";

import { calls } from "./facts.js";
import init from "./facts.node.js";
import { answer } from "./serve.js";

const ready = init(workerData ?? undefined);
ready.catch(() => {}); // every answer says it

parentPort.on("message", async (call) => parentPort.postMessage(await answer(call, calls, ready)));
