// `torch-bulletin/facts/worker` in browsers.

import { factsClientOf } from "./facts-client.js";
import { started } from "./start.js";

export { BulletinError } from "./error.js";

// Written out in full, so that bundlers see it and make a file of it.
const script = () => new Worker(new URL("./facts.worker-entry.js", import.meta.url), { type: "module" });

export const BulletinWorker = factsClientOf((wasm, handlers) => started(script(), wasm, handlers));
