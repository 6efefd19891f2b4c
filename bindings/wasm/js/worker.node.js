// `torch-bulletin/worker` in Node.

import { Worker } from "node:worker_threads";

import { clientOf } from "./client.js";

export { BulletinError } from "./error.js";

export const BulletinWorker = clientOf((wasm, { message, failed }) => {
  const worker = new Worker(new URL("./worker-entry.node.js", import.meta.url), {
    workerData: wasm,
    // Flags of the main script, such as --input-type, are none of a file.
    execArgv: [],
  });
  // A worker that waits for calls keeps no process alive; one that works does.
  worker.unref();
  worker.on("message", (data) => {
    worker.unref();
    message(data);
  });
  worker.on("error", (error) => failed(error.message));
  worker.on("messageerror", () => failed("its answer could not be read"));
  worker.on("exit", (code) => failed(`it ended with exit code ${code}`));
  return {
    post: (call, transfer) => {
      worker.postMessage(call, transfer);
      worker.ref();
    },
    end: () => worker.terminate(),
  };
});
