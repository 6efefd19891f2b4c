// The functions over the module of `torch-bulletin/facts`: those of the package, and facts.

import * as module from "../dist/torch_bulletin_facts.js";
import { apiOf, check, expect, isName, isWellFormed, objects } from "./api.js";

const api = apiOf(module);
const { withIssue, called } = api;
export const { load, parse, parseToJson, toMarkdown, toTei, toText, chunks, schema } = api;

export const toHtml = (input, options) => {
  const { facts: marked = false, ...how } = check(options);
  expect(typeof marked === "boolean", "options.facts", "a boolean", marked);
  return withIssue(input, how, (issue) => (marked ? issue.htmlWithFacts() : issue.html()));
};

export const facts = (input, options) => {
  const { numbers, cite, ...how } = switches(options);
  return objects(withIssue(input, how, (issue) => issue.facts(JSON.stringify({ numbers }), cite)));
};

export const extract = (text, referenceDate, options) => {
  const { numbers, cite, name, ...unknown } = switches(options);
  expect(typeof text === "string", "text", "a string", text);
  const date = referenceDate ?? null;
  expect(date === null || typeof date === "string", "referenceDate", 'a string such as "2022-07-31"', date);
  isName(name);
  // Half a surrogate pair is one unit as U+FFFD too: offsets stay those of the string that was given.
  const sound = isWellFormed(text) ? text : text.replace(/\p{Surrogate}/gu, "\ufffd");
  return objects(called(() => module.extract(sound, JSON.stringify({ date, numbers, ...unknown }), name, cite)));
};

/** Every function that takes an issue or a text, by name, in the form in which a worker runs it. */
export const calls = {
  ...{ parseToJson, toMarkdown, toHtml, toTei, toText, chunks, facts },
  extract: (text, { referenceDate, ...options }) => extract(text, referenceDate, options),
};

function switches(options) {
  const { numbers = false, cite = false, ...how } = check(options);
  expect(typeof numbers === "boolean", "options.numbers", "a boolean", numbers);
  expect(typeof cite === "boolean", "options.cite", "a boolean", cite);
  return { numbers, cite, ...how };
}
