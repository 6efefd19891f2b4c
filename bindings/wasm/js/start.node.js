// Begins a worker of Node, and listens to it.

import { Worker } from "node:worker_threads";

export function started(script, wasm, { message, failed }) {
  const worker = new Worker(script, {
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
}
