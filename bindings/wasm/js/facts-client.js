// The worker of `torch-bulletin/facts`: that of the package, with facts.

import { callOf, clientOf } from "./client.js";

export function factsClientOf(start) {
  return class BulletinWorker extends clientOf(start) {
    facts(input, options) {
      return this[callOf]("facts", input, options);
    }
    extract(text, referenceDate, options) {
      return this[callOf]("extract", text, { ...options, referenceDate });
    }
  };
}
