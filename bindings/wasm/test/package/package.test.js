// What is published: packed, installed into an empty folder, and used as the README says.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";

import { build, createServer } from "vite";

import { launch } from "../browser/chromium.js";
import { serve } from "../browser/server.js";

const here = fileURLToPath(new URL("../../", import.meta.url));
const run = promisify(execFile);
const inBrowser = process.env.TORCH_BULLETIN_CHROMIUM ? {} : { skip: "no browser" };

let folder;
let installed;
let example;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "torch-bulletin-"));
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", folder], { cwd: here });
  const [{ filename }] = Object.values(JSON.parse(stdout));
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(folder, filename)], { cwd: folder });
  installed = join(folder, "node_modules", "torch-bulletin");
  example = await readmeExample();
  await writeFile(join(folder, "example.js"), example.code);
});

after(() => rm(folder, { recursive: true, force: true }));

/** The example of the README's section on JavaScript, and the lines that its comments say it prints. */
async function readmeExample() {
  const readme = await readFile(join(here, "../../README.md"), "utf8");
  const [, section] = readme.split("\n## JavaScript\n");
  const [, code] = section.match(/```js\n(.*?)```/s);
  const prints = Array.from(code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm), ([, line]) => line);
  assert.ok(prints.length >= 3, "the example prints");
  return { code, prints };
}

test("the tarball holds the package and nothing else", async () => {
  assert.deepEqual((await readdir(installed)).sort(), ["README.md", "dist", "js", "package.json"]);
  const dist = ["LICENSE-APACHE", "LICENSE-MIT", "torch_bulletin.js", "torch_bulletin_bg.wasm", "torch_bulletin_facts.js", "torch_bulletin_facts_bg.wasm"];
  assert.deepEqual((await readdir(join(installed, "dist"))).sort(), dist);
  assert.deepEqual(JSON.parse(await readFile(join(installed, "package.json"))).dependencies, undefined);
});

for (const [name, limit] of [
  ["torch_bulletin_bg.wasm", 250_000],
  ["torch_bulletin_facts_bg.wasm", 450_000],
]) {
  test(`${name} is at most ${limit / 1000} kB under Brotli`, async () => {
    const module = await readFile(join(installed, "dist", name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: module.length };
    const { length } = brotliCompressSync(module, { params });
    console.log(`${name}: ${module.length} bytes, ${length} under Brotli`);
    assert.ok(length <= limit, `found ${length} bytes`);
  });
}

test("the binding has at most 400 lines of Rust", async () => {
  const files = await readdir(join(here, "src"));
  const texts = await Promise.all(files.map((file) => readFile(join(here, "src", file), "utf8")));
  const lines = texts.reduce((sum, text) => sum + text.split("\n").length - 1, 0);
  assert.ok(lines > 0 && lines <= 400, `found ${lines} lines`);
});

test("the README's example runs in Node", async () => {
  const { stdout } = await run(process.execPath, ["example.js"], { cwd: folder });
  assert.deepEqual(stdout.trimEnd().split("\n"), example.prints);
});

test("the installed types hold in a strict compilation", async () => {
  await mkdir(join(folder, "typed"));
  for (const example of ["outline.ts", "observations.ts"]) {
    await copyFile(join(here, "examples", example), join(folder, "typed", example));
  }
  const config = JSON.parse(await readFile(join(here, "examples/tsconfig.json")));
  config.compilerOptions.typeRoots = [join(here, "node_modules/@types")];
  await writeFile(join(folder, "typed/tsconfig.json"), JSON.stringify(config));
  const compiler = join(here, "node_modules/typescript/bin/tsc");
  await run(process.execPath, [compiler, "--project", join(folder, "typed")]).catch(({ stdout }) => assert.fail(stdout));
});

/** What the page at an address prints, until it has printed as many lines as the example, or failed. */
async function printed(address) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const lines = [];
    const done = new Promise((resolve, reject) => {
      page.on("pageerror", reject);
      page.on("requestfailed", (request) => reject(new Error(`${request.url()} failed`)));
      page.on("console", (message) => {
        if (message.type() === "log") lines.push(message.text());
        if (lines.length === example.prints.length) resolve();
      });
      setTimeout(() => reject(new Error(`printed only ${JSON.stringify(lines)}`)), 60_000).unref();
    });
    await Promise.all([page.goto(address), done]);
    return lines;
  } finally {
    await browser.close();
  }
}

const PAGE = '<!DOCTYPE html><meta charset="utf-8"><script type="module" src="./example.js"></script>';

test("the README's example runs off a plain file server, with an import map for its names", inBrowser, async () => {
  const imports = {
    "torch-bulletin": "./node_modules/torch-bulletin/js/browser.js",
    "torch-bulletin/worker": "./node_modules/torch-bulletin/js/worker.js",
  };
  await writeFile(join(folder, "plain.html"), PAGE.replace("<script", `<script type="importmap">${JSON.stringify({ imports })}</script><script`));
  const server = await serve(pathToFileURL(`${folder}/`));
  try {
    assert.deepEqual(await printed(`${server.address}plain.html`), example.prints);
  } finally {
    await server.close();
  }
});

test("the README's example runs as Vite builds it, with one copy of the module", inBrowser, async () => {
  await writeFile(join(folder, "index.html"), PAGE);
  await build({ root: folder, base: "./", logLevel: "warn", build: { target: "es2023" }, worker: { format: "es" } });
  const files = await readdir(join(folder, "dist"), { recursive: true });
  assert.equal(files.filter((file) => file.endsWith(".wasm")).length, 1, files.join());
  const server = await serve(pathToFileURL(`${folder}/dist/`));
  try {
    assert.deepEqual(await printed(server.address), example.prints);
  } finally {
    await server.close();
  }
});

test("the README's example runs on the development server of Vite", inBrowser, async () => {
  await writeFile(join(folder, "index.html"), PAGE);
  const server = await createServer({
    root: folder,
    logLevel: "warn",
    server: { host: "127.0.0.1", port: 0 },
  });
  try {
    await server.listen();
    assert.deepEqual(await printed(server.resolvedUrls.local[0]), example.prints);
  } finally {
    await server.close();
  }
});
