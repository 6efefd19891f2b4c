// Assertions that run in Node and in a browser.

/** Fails with the first place where two values of plain data differ. */
export function same(actual, expected, where = "") {
  if (Object.is(actual, expected)) return;
  if (typeof actual !== typeof expected || typeof actual !== "object" || actual === null || expected === null) {
    const at = typeof actual === "string" && typeof expected === "string" ? parted(actual, expected) : 0;
    const from = at > 0 ? ` from character ${at}` : "";
    throw new Error(`${where || "value"}: found${from} ${show(actual, at)}, expected ${show(expected, at)}`);
  }
  if (Array.isArray(actual) !== Array.isArray(expected)) throw new Error(`${where}: a list against an object`);
  same(Object.keys(actual).join(), Object.keys(expected).join(), `${where} keys`);
  for (const key of Object.keys(expected)) same(actual[key], expected[key], `${where}.${key}`);
}

export function holds(condition, what) {
  if (!condition) throw new Error(`does not hold: ${what}`);
}

/** The error that `work` throws, or that its promise is rejected with. */
export async function failure(work) {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Fails where a promise is not settled in time: what must not hang must not hang the tests. */
export function settled(promise, seconds = 60) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not settled after ${seconds} seconds`)), seconds * 1000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Where two texts part. */
function parted(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return Math.max(0, at - 12);
}

function show(value, from) {
  const text = JSON.stringify(from > 0 ? value.slice(from) : value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
