// The script of the worker of `torch-bulletin/facts/worker` in browsers.

import { calls } from "./facts.js";
import init from "./facts.browser.js";
import { serve } from "./serve.js";

serve(self, init, calls);
