// The script of the worker of `torch-bulletin/worker` in Node.

import { parentPort, workerData } from "node:worker_threads";

import { calls } from "./core.js";
import init from "./node.js";
import { answer } from "./serve.js";

const ready = init(workerData ?? undefined);
ready.catch(() => {}); // every answer says it

parentPort.on("message", async (call) => parentPort.postMessage(await answer(call, calls, ready)));
