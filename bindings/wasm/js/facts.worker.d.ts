import type { CitedFact, ExtractOptions, FactsOptions, HtmlOptions } from "./facts.js";
import type { Input } from "./index.js";
import type { Fact } from "./types.js";
import { BulletinWorker as Worker, type CallOptions } from "./worker.js";

export { BulletinError } from "./index.js";
export type { CallOptions, WorkerOptions } from "./worker.js";

/** The functions of `torch-bulletin/facts` in a worker; see the one of `torch-bulletin/worker`. */
export class BulletinWorker extends Worker {
  facts(input: Input, options: FactsOptions & CallOptions & { cite: true }): Promise<CitedFact[]>;
  facts(input: Input, options?: FactsOptions & CallOptions): Promise<Fact[]>;
  extract(
    text: string,
    referenceDate: string | null | undefined,
    options: ExtractOptions & CallOptions & { cite: true },
  ): Promise<CitedFact[]>;
  extract(text: string, referenceDate?: string | null, options?: ExtractOptions & CallOptions): Promise<Fact[]>;
  toHtml(input: Input, options?: HtmlOptions & CallOptions): Promise<string>;
}
