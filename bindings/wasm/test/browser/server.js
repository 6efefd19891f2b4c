// A plain file server: folders as they are, on this machine only.

import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

/** Serves a folder; no type is known for WebAssembly, as with many a server. */
export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = new URL(`.${pathname.endsWith("/") ? `${pathname}index.html` : pathname}`, folder);
    const found = file.href.startsWith(folder.href) && (await stat(file).catch(() => undefined))?.isFile();
    response.writeHead(found ? 200 : 404, { "Content-Type": TYPES[extname(file.pathname)] ?? "application/octet-stream" });
    if (found) createReadStream(fileURLToPath(file)).pipe(response);
    else response.end("not found");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
