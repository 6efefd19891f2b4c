// The script of the worker in Node.

import { parentPort, workerData } from "node:worker_threads";

import init from "./node.js";
import { answer } from "./serve.js";

const ready = init(workerData ?? undefined);
ready.catch(() => {}); // every answer says it

parentPort.on("message", async (call) => parentPort.postMessage(await answer(call, ready)));
