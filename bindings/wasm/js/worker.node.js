// `torch-bulletin/worker` in Node.

import { clientOf } from "./client.js";
import { started } from "./start.node.js";

export { BulletinError } from "./error.js";

const script = new URL("./worker-entry.node.js", import.meta.url);

export const BulletinWorker = clientOf((wasm, handlers) => started(script, wasm, handlers));
