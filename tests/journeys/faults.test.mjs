// One file of the guide fails, hangs or comes in pieces. What is off is said, and answers to
// questions never unfold because something else failed.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { untilSeen } from "../support/reader.mjs";
import { lessons, live } from "../support/site.mjs";

const [FIRST] = await lessons();
const START = /\/start-\w+\.js$/;
const FURTHER = /\/(start-)?reasoner-\w+\.(js|wasm)$/;
const tolerated = [/^console /, /^error /, /SyntaxError/, /(reasoner|concord|start)-\w+\./];

inEachBrowser("where the program that reasons fails, questions still answer and no answer is shown", { tolerated }, async ({ host, page }) => {
  host.refuse(FURTHER);
  await page.goto(host.root + FIRST, { waitUntil: "load" });
  await live(page);
  await untilSeen(page, "[data-argument]", "what fails to be asked for", () => performance.getEntriesByType("resource").some(({ name }) => /reasoner-/.test(name)));
  await page.evaluate(() => new Promise((later) => setTimeout(later, 1000)));
  assert.deepEqual(await page.evaluate(state), { scripts: "on", off: false, unfolded: 0 });
});

for (const [fault, text] of [["empty", ""], ["cut", "const off = (reason) => {"], ["another text", "<!DOCTYPE html><p>Not found</p>"]]) {
  inEachBrowser(`a start script that is ${fault} is told in one line`, { tolerated }, async ({ host, page }) => {
    host.change(START, () => Buffer.from(text));
    await page.goto(host.root + FIRST, { waitUntil: "load" });
    await until(page, "the line that says it", () => document.getElementById("_off").checkVisibility());
  });
}

inEachBrowser("a program that hangs is told after a while, and answers once it comes", { tolerated }, async ({ host, page }) => {
  const release = host.hold(/\/concord-\w+\.wasm$/);
  await page.goto(host.root + FIRST, { waitUntil: "domcontentloaded" });
  await new Promise((later) => setTimeout(later, 25_000));
  await until(page, "the line that says it", () => document.getElementById("_off").checkVisibility());
  release();
  await live(page);
  await until(page, "the line to go", () => !document.getElementById("_off").checkVisibility());
  assert.deepEqual(await page.evaluate(state), { scripts: "on", off: false, unfolded: 0 });
});

/** Runs in the page: what the reader finds. */
function state() {
  const { dataset } = document.documentElement;
  const shown = [...document.querySelectorAll("details.answers")].filter((answers) => answers.checkVisibility());
  return { scripts: dataset.scripts ?? null, off: document.getElementById("_off").checkVisibility(), unfolded: shown.length };
}
