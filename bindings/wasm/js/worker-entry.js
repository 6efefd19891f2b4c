// The script of the worker of `torch-bulletin/worker` in browsers.

import { calls } from "./core.js";
import init from "./browser.js";
import { serve } from "./serve.js";

serve(self, init, calls);
