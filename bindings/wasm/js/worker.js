// `torch-bulletin/worker` in browsers.

import { clientOf } from "./client.js";

export { BulletinError } from "./error.js";

export const BulletinWorker = clientOf((wasm, { message, failed }) => {
  // Written out in full, so that bundlers see it and make a file of it.
  const worker = new Worker(new URL("./worker-entry.js", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }) => message(data);
  worker.onerror = (event) => {
    event.preventDefault();
    // A script that does not load says nothing.
    failed(event.message ?? "its script did not load");
  };
  worker.onmessageerror = () => failed("its answer could not be read");
  // The page and the script may lie in different folders.
  worker.postMessage({ init: typeof wasm === "string" ? new URL(wasm, self.location.href).href : wasm });
  return {
    post: (call, transfer) => worker.postMessage(call, transfer),
    end: () => worker.terminate(),
  };
});
