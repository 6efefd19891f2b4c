// `torch-bulletin/worker` in browsers.

import { clientOf } from "./client.js";
import { started } from "./start.js";

export { BulletinError } from "./error.js";

// Written out in full, so that bundlers see it and make a file of it.
const script = () => new Worker(new URL("./worker-entry.js", import.meta.url), { type: "module" });

export const BulletinWorker = clientOf((wasm, handlers) => started(script(), wasm, handlers));
