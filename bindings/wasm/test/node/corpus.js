// The golden corpus, which lies beside the languages that share it.

import { readFile } from "node:fs/promises";

export const corpus = new URL("../../../../tests/corpus/", import.meta.url);

export const read = async (path) => new Uint8Array(await readFile(new URL(path, corpus)));
