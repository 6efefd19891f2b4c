// A worker of browsers that has begun: sends it where the module is, and listens to it.

export function started(worker, wasm, { message, failed }) {
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
}
