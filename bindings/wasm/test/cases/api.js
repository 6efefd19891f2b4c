// What the package must do wherever it runs: each case takes `{ api, read, memory }`.

import { failure, holds, same, settled } from "./expect.js";
import { GOLDENS, ISSUES, decoded, optionsOf, slices } from "./golden.js";

const TEXT =
  "火炬动态\n2019年第3期(总第402期) 2019年3月31日\n江州高新区举办𠮷林创业日\n3月5日,江州高新区举办创业\n辅导日活动。\n(供稿:江州高新区)";
const bytesOf = (text) => new TextEncoder().encode(text);

export const cases = {};

for (const issue of ISSUES) {
  for (const [file, check] of Object.entries(GOLDENS)) {
    cases[`${issue}/${file} is what comes out`] = async ({ api, read }) => {
      const [input, golden] = await Promise.all([read(`${issue}/input.txt`), read(`${issue}/${file}`)]);
      check(api, decoded(input), decoded(golden), await optionsOf(issue, read));
    };
  }

  cases[`${issue} as bytes is the same document with a hash`] = async ({ api, read }) => {
    const input = await read(`${issue}/input.txt`);
    const { source, ...rest } = api.parse(input, { name: "a.txt", sourceText: true });
    const { source: ofText, ...expected } = api.parse(decoded(input));
    same(rest, expected);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", input));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const certainty = input[0] === 0xef ? "marked" : "valid";
    same(source, { ...ofText, name: "a.txt", sha256, certainty, text: decoded(input) });
  };
}

cases["a golden with one other byte fails"] = async ({ api, read }) => {
  const input = decoded(await read("2021-09/input.txt"));
  for (const [file, check] of Object.entries(GOLDENS)) {
    const golden = await read(`2021-09/${file}`);
    for (let part = 0; part < 16; part += 1) {
      const other = golden.slice();
      other[Math.floor((golden.length * part) / 16)] ^= 1;
      await failure(() => check(api, input, decoded(other)));
    }
  }
};

cases["UTF-16 and GB18030 are decoded"] = ({ api }) => {
  const wide = Uint8Array.from([0xff, 0xfe, 0x6b, 0x70, 0xac, 0x70, 0xa8, 0x52, 0x01, 0x60]);
  const narrow = Uint8Array.from([0xbb, 0xf0, 0xbe, 0xe6, 0xb6, 0xaf, 0xcc, 0xac]);
  const read = (bytes) => {
    const { encoding, text } = api.parse(bytes, { sourceText: true }).source;
    return [encoding, text];
  };
  same(read(wide), ["utf-16le", "\ufeff火炬动态"]);
  same(read(narrow), ["gb18030", "火炬动态"]);
  same(read(narrow.buffer), ["gb18030", "火炬动态"]);
  same(read(new DataView(narrow.buffer, 2, 4)), ["gb18030", "炬动"]);
};

cases["offsets are those of the string that was given, astral characters and all"] = ({ api }) => {
  const document = api.parse(TEXT);
  holds(slices(document, TEXT) >= 5, "title, article, paragraph, label and organisation");
  same(document.sections[0].articles[0].title.text, "江州高新区举办𠮷林创业日");
  same(document.offsets, "utf16");
};

cases["half a surrogate pair is read as U+FFFD, reported, and counts one"] = ({ api }) => {
  const broken = TEXT.replace("创业日", "创\ud842业日");
  const document = api.parse(broken);
  slices(document, broken);
  same(document.sections[0].articles[0].title.text, "江州高新区举办𠮷林创\ufffd业日");
  const [finding, ...others] = document.diagnostics.filter(({ code }) => code === "invalid-bytes");
  same(broken.slice(...finding.span), "\ud842");
  same(others, []);
  same(api.parse(TEXT).diagnostics.filter(({ code }) => code === "invalid-bytes"), []);
};

cases["no text is refused"] = ({ api }) => {
  for (const text of ["", "\u0000", "%PDF-1.7", "\ufeff"]) same(api.parse(text).schema, 1);
};

cases["options reach the core, and unknown ones are named"] = async ({ api }) => {
  const blocks = (options) => api.parse(TEXT, options).sections[0].articles[0].blocks.length;
  same([blocks(), blocks({ joins: "evidence" }), blocks({ joins: "none" })], [1, 1, 2]);
  same(api.toMarkdown(TEXT, { joins: "none" }) === api.toMarkdown(TEXT), false);
  const error = await failure(() => api.parse(TEXT, { join: "none" }));
  holds(error instanceof api.BulletinError && error instanceof Error, "a BulletinError");
  same([error.name, error.code], ["BulletinError", "invalid-options"]);
  same(error.message, "options: join: unknown field `join`, expected `joins` or `profile`");
  const value = await failure(() => api.parse(TEXT, { joins: "some" }));
  same([value.code, value.message], ["invalid-options", 'options: joins: unknown name "some"; expected one of evidence, none']);
};

cases["chunks are cut as asked"] = ({ api }) => {
  const chunks = api.chunks(TEXT, { maxChars: 12, name: "a.txt" });
  holds(chunks.length > 1 && chunks.every(({ chars, source }) => chars <= 12 && source === "a.txt"), "short chunks");
  same(api.chunks(""), []);
};

cases["what is no text is refused with a code and a way out"] = async ({ api }) => {
  for (const [bytes, code, part] of [
    [[], "empty", "found zero bytes"],
    [[...bytesOf("some text\0 more")], "binary", "a NUL at byte 9"],
    [[...bytesOf("%PDF-1.7\n"), 0x25, 0xe2, 0xe3, 0xcf, 0xd3], "other-kind", "found a PDF"],
  ]) {
    const error = await failure(() => api.parse(Uint8Array.from(bytes)));
    holds(error instanceof api.BulletinError, "a BulletinError");
    same([error.code, error.message.includes(part)], [code, true]);
    same((await failure(() => api.toTei(Uint8Array.from(bytes)))).code, code);
  }
};

cases["a wrong type says what was expected"] = async ({ api }) => {
  for (const [work, message] of [
    [() => api.parse(), "input: expected a string, a Uint8Array or an ArrayBuffer, found undefined"],
    [() => api.parse(12), "input: expected a string, a Uint8Array or an ArrayBuffer, found 12"],
    [() => api.toText([1]), "input: expected a string, a Uint8Array or an ArrayBuffer, found an array"],
    [() => api.parse("", null), "options: expected an object, found null"],
    [() => api.parse("", { name: 1 }), "options.name: expected a string, found 1"],
    [() => api.parse("", { sourceText: "yes" }), "options.sourceText: expected a boolean, found string"],
    [() => api.chunks("", { maxChars: 0 }), "options.maxChars: expected a whole number from 1, found 0"],
    [() => api.chunks("", { maxChars: 1.5 }), "options.maxChars: expected a whole number from 1, found 1.5"],
  ]) {
    const error = await failure(work);
    same([error instanceof TypeError, error.message], [true, message]);
  }
};

cases["schema and version are those of the documents"] = ({ api }) => {
  const schema = api.schema();
  same(schema.$id, "urn:torch-bulletin:document:1");
  same(Object.keys(api.parse(TEXT)), schema.required);
  same(api.parse(TEXT).generator, `torch-bulletin ${api.version}`);
};

cases["memory stays flat over 10,000 parses"] = async ({ api, read, memory }) => {
  const input = await read("2019-07/input.txt");
  const text = decoded(input);
  const once = async (round) => {
    api.parse(round % 2 ? text : input, { name: `${round}` });
    if (round % 10 === 0) {
      for (const work of [api.toMarkdown, api.toHtml, api.toTei, api.toText, api.chunks]) work(text);
      await failure(() => api.parse(Uint8Array.from([0])));
      await failure(() => api.parse(text, { no: round }));
      api.parse(`${text}\ud800`);
    }
  };
  for (let round = 0; round < 100; round += 1) await once(round);
  const before = memory();
  for (let round = 0; round < 10_000; round += 1) await once(round);
  same(memory(), before, "bytes of WebAssembly memory");
};

cases["init may be called again, and wants a module"] = async ({ api }) => {
  await settled(Promise.all([api.default(), api.default()]));
};
