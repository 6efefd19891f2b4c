// One worker that is started when needed, does one call at a time, and is ended to cancel it.

import { bytes, check, expect } from "./api.js";
import { BulletinError } from "./error.js";

/** Under this name a class that adds calls makes them. */
export const callOf = Symbol("call");

/**
 * The class behind `torch-bulletin/worker`. `start(module, handlers)` gives `{ post, end }`; it tells
 * `handlers.message(data)` what the worker says, and `handlers.failed(reason)` when it can say no more.
 */
export function clientOf(start) {
  return class BulletinWorker {
    #wasm;
    #worker;
    #queue = [];
    #current;
    #ended = false;

    constructor(options) {
      const { wasm } = check(options);
      this.#wasm = wasm instanceof URL ? wasm.href : wasm;
    }

    async parse(input, options) {
      return JSON.parse(await this[callOf]("parseToJson", input, options));
    }
    toMarkdown(input, options) {
      return this[callOf]("toMarkdown", input, options);
    }
    toHtml(input, options) {
      return this[callOf]("toHtml", input, options);
    }
    toTei(input, options) {
      return this[callOf]("toTei", input, options);
    }
    toText(input, options) {
      return this[callOf]("toText", input, options);
    }
    chunks(input, options) {
      return this[callOf]("chunks", input, options);
    }

    /** Ends the worker; calls under way and waiting are rejected, and so is every later one. */
    terminate() {
      this.#ended = true;
      this.#stop();
      const waiting = this.#current ? [this.#current, ...this.#queue] : this.#queue;
      this.#current = undefined;
      this.#queue = [];
      for (const call of waiting) call.reject(terminated());
    }

    async [callOf](name, input, options) {
      const { signal, transfer = false, ...rest } = check(options);
      expect(typeof transfer === "boolean", "options.transfer", "a boolean", transfer);
      expect(signal === undefined || signal instanceof AbortSignal, "options.signal", "an AbortSignal", signal);
      const content = typeof input === "string" ? input : whole(bytes(input));
      signal?.throwIfAborted();
      if (this.#ended) throw terminated();
      return new Promise((resolve, reject) => {
        const abort = () => this.#abort(call, signal.reason);
        const settle = (how) => (value) => {
          signal?.removeEventListener("abort", abort);
          how(value);
        };
        const message = { name, input: content, options: rest };
        const call = { message, transfer: transfer ? moved(content) : [], resolve: settle(resolve), reject: settle(reject) };
        signal?.addEventListener("abort", abort, { once: true });
        this.#queue.push(call);
        this.#next();
      });
    }

    /** A parse cannot be interrupted from outside: the worker is ended, and the next call starts another. */
    #abort(call, reason) {
      if (call === this.#current) {
        this.#current = undefined;
        this.#stop();
      } else {
        this.#queue = this.#queue.filter((other) => other !== call);
      }
      call.reject(reason);
      this.#next();
    }

    #next() {
      if (this.#current || this.#queue.length === 0) return;
      const call = this.#queue.shift();
      this.#current = call;
      try {
        this.#worker ??= this.#begin();
        this.#worker.post(call.message, call.transfer);
      } catch (error) {
        // What cannot be sent (a detached buffer, a function among the options), or cannot be started.
        this.#settle((current) => current.reject(error));
      }
    }

    #begin() {
      const mine = start(this.#wasm, {
        message: (data) => {
          if (this.#worker !== mine) return;
          const fault = data.error && revived(data.error);
          // After a fault of ours its memory cannot be trusted; without the module it is of no use.
          if (fault && (fault.code === "internal" || fault.code === "unavailable")) this.#stop();
          this.#settle((call) => (fault ? call.reject(fault) : call.resolve(data.value)));
        },
        failed: (reason) => {
          if (this.#worker !== mine) return;
          this.#stop();
          this.#settle((call) => call.reject(new BulletinError("unavailable", `the worker failed: ${reason}`)));
        },
      });
      return mine;
    }

    #settle(how) {
      const call = this.#current;
      this.#current = undefined;
      if (call) how(call);
      this.#next();
    }

    #stop() {
      const worker = this.#worker;
      this.#worker = undefined;
      worker?.end();
    }
  };
}

/** Bytes that fill their buffer, since it is the buffer that goes over: a Node Buffer is often a piece of one. */
function whole(content) {
  return content.byteLength === content.buffer.byteLength ? content : new Uint8Array(content);
}

/** The buffer that goes over without a copy; shared memory cannot, and needs not. */
function moved(content) {
  return content instanceof Uint8Array && content.buffer instanceof ArrayBuffer ? [content.buffer] : [];
}

function revived({ name, code, message }) {
  if (code !== undefined) return new BulletinError(code, message);
  return name === "TypeError" ? new TypeError(message) : new Error(message);
}

function terminated() {
  return new DOMException("the worker has been terminated", "AbortError");
}
