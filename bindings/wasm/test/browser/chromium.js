// The browser that the system has, without a window.

import { chromium } from "playwright-core";

export function launch() {
  const executablePath = process.env.TORCH_BULLETIN_CHROMIUM;
  if (!executablePath) throw new Error("TORCH_BULLETIN_CHROMIUM names no browser; `cargo xtask wasm test` finds one");
  // Root, as in containers, may not use the sandbox.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, chromiumSandbox: !isRoot });
}
