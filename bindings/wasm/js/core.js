// The functions over the module of `torch-bulletin`.

import * as module from "../dist/torch_bulletin.js";
import { apiOf } from "./api.js";

export const { load, parse, parseToJson, toMarkdown, toHtml, toTei, toText, chunks, schema } = apiOf(module);

/** Every function that takes an issue, by name, in the form in which a worker runs it. */
export const calls = { parseToJson, toMarkdown, toHtml, toTei, toText, chunks };
