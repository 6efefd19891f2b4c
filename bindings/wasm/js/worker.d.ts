import type { ChunkOptions, Input, ModuleSource, ParseOptions, ReadOptions } from "./index.js";
import type { Chunk, Document } from "./types.js";

export { BulletinError } from "./index.js";

/** How a call goes over to the worker. */
export interface CallOptions {
  /** Cancels the call: it is rejected with the signal's reason, and the worker is ended and started anew. */
  signal?: AbortSignal;
  /** Whether the bytes are given away rather than copied: their buffer is empty afterwards. */
  transfer?: boolean;
}

/** How a worker is started. */
export interface WorkerOptions {
  /** Where the module comes from, if not from the package; what a worker can be sent. */
  wasm?: Exclude<ModuleSource, Response>;
}

/**
 * The functions of the package in a worker, so that a page stays alive meanwhile.
 *
 * The worker starts with the first call and loads the module itself. Calls are done one after the other. Each
 * is settled whatever happens: where the worker does not start or breaks down, the call is rejected with a
 * `BulletinError` of code `unavailable`, and the next one starts another worker.
 *
 * @example
 * const worker = new BulletinWorker();
 * const document = await worker.parse(await file.arrayBuffer(), { transfer: true, signal: AbortSignal.timeout(5000) });
 */
export class BulletinWorker {
  constructor(options?: WorkerOptions);
  parse(input: Input, options?: ParseOptions & CallOptions): Promise<Document>;
  toMarkdown(input: Input, options?: ReadOptions & CallOptions): Promise<string>;
  toHtml(input: Input, options?: ReadOptions & CallOptions): Promise<string>;
  toTei(input: Input, options?: ReadOptions & CallOptions): Promise<string>;
  toText(input: Input, options?: ReadOptions & CallOptions): Promise<string>;
  chunks(input: Input, options?: ChunkOptions & CallOptions): Promise<Chunk[]>;
  /** Ends the worker for good: calls under way, waiting and later ones are rejected with an `AbortError`. */
  terminate(): void;
}
