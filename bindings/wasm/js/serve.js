// What runs inside a worker: takes calls, one after the other, and always answers.

import { calls } from "./api.js";

/** Answers one message; `ready` is the promise of `init`. */
export async function answer({ name, input, options }, ready) {
  try {
    await ready;
    return { value: calls[name](input, options) };
  } catch (error) {
    // Cloning an error loses its code.
    return { error: { name: error.name, code: error.code, message: error.message } };
  }
}
