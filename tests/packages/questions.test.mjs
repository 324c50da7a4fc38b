// Banks of questions, read by what others read them with: `cargo xtask package gift`, `moodle-xml` and `qti` made them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { parse } from "gift-pegjs";

import { made } from "./support/made.mjs";

const count = (questions, type) => questions.filter((question) => question.type === type).length;

test("GIFT is read back whole, with its feedback", async () => {
  const text = await readFile(made("concord-gift.gift"), "utf8");
  const questions = parse(text).filter(({ type }) => type !== "Category");
  const ids = [...text.matchAll(/^\/\/ \[id:(\S+)\]/gm)].map(([, id]) => id);
  assert.ok(ids.length > 50, `${ids.length} questions`);
  assert.deepEqual(questions.map(({ id }) => id), ids);
  assert.equal(count(questions, "MC") + count(questions, "Short") + count(questions, "Matching"), questions.length);
  for (const { id, type, title, stem, choices, matchPairs, globalFeedback } of questions) {
    assert.ok(title && stem.format === "html" && stem.text.startsWith("<p>"), id);
    assert.doesNotMatch(stem.text, /[{}]|::/, id);
    if (type === "Matching") {
      assert.ok(matchPairs.length >= 2 && globalFeedback.text.includes("<li>"), id);
      continue;
    }
    for (const { feedback } of choices) assert.ok(feedback?.text.length > 10, `${id}: an answer without feedback`);
    const weights = choices.map(({ weight, isCorrect }) => weight ?? (isCorrect ? 100 : 0));
    const full = type === "MC" ? weights.filter((weight) => weight > 0).reduce((sum, weight) => sum + weight) : Math.max(...weights);
    assert.ok(Math.abs(full - 100) < 0.001, `${id}: ${weights}`);
  }
});

test("what a format cannot say is listed beside it", async () => {
  for (const [format, missing] of [
    ["gift", "hints, which GIFT does not have"],
    ["moodle-xml", "the map and the list of states"],
    ["qti", "the map; all states stand in a list"],
  ]) {
    const told = await readFile(made(`concord-${format}-left-out.txt`), "utf8");
    assert.ok(told.includes(missing), told);
  }
});
