// The script of the worker in browsers.

import init from "./browser.js";
import { answer } from "./serve.js";

let ready;

self.onmessage = async ({ data }) => {
  if ("init" in data) {
    ready = init(data.init);
    ready.catch(() => {}); // every answer says it
  } else {
    self.postMessage(await answer(data, ready));
  }
};
