// `torch-bulletin/facts/worker` in Node.

import { factsClientOf } from "./facts-client.js";
import { started } from "./start.node.js";

export { BulletinError } from "./error.js";

const script = new URL("./facts.worker-entry.node.js", import.meta.url);

export const BulletinWorker = factsClientOf((wasm, handlers) => started(script, wasm, handlers));
