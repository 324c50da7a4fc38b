// Banks of questions, read by what others read them with: `cargo xtask package gift`, `moodle-xml` and `qti` made them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { parse } from "gift-pegjs";

import { made } from "./support/made.mjs";
import { faults } from "./support/schemas.mjs";
import { unzipped } from "./support/zip.mjs";

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

// What Moodle takes as the share of an answer; a bank with another is refused.
const SHARES = [100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0];

test("Moodle XML holds against its schema, and has shares that Moodle knows", async () => {
  const text = await readFile(made("concord-moodle-xml.xml"), "utf8");
  assert.deepEqual(await faults("moodle", { "bank.xml": text }), []);
  assert.notDeepEqual(await faults("moodle", { "bank.xml": text.replaceAll("questiontext", "stem") }), []);
  const questions = text.split("<question ").slice(1);
  assert.ok(questions.length > 50);
  for (const question of questions.filter((question) => !question.startsWith(`type="ordering"`))) {
    const shares = [...question.matchAll(/fraction="-?([\d.]+)"/g)].map(([, share]) => +share);
    for (const share of shares) assert.ok(SHARES.includes(share), `${share}`);
  }
});

test("items of QTI and their manifest hold against their schemas", async () => {
  const files = Object.fromEntries([...(await unzipped(made("concord-qti.zip")))].map(([path, bytes]) => [path, bytes.toString()]));
  const { "imsmanifest.xml": manifest, ...items } = files;
  assert.ok(Object.keys(items).length > 50);
  assert.deepEqual(await faults("qti", items), []);
  const [[path, item]] = Object.entries(items);
  for (const worse of [item.replaceAll("modalFeedback", "feedback"), item.replace(' showHide="show"', ""), item.replace("<div>", '<div style="color: red">')]) {
    assert.notDeepEqual(await faults("qti", { [path]: worse }), []);
  }
  assert.deepEqual(await faults("scorm2004", { "imsmanifest.xml": manifest }), []);
  const named = [...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, file]) => file);
  assert.deepEqual(named.sort(), Object.keys(items).sort());
});
