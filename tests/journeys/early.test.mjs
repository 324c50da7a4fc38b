// A page comes first and its program later: what a reader does with a question before it is there is kept.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { CHOICE } from "../support/questions.mjs";
import { lessons, live } from "../support/site.mjs";

/** Lessons are left while their program loads, until one has such a question; a busy browser leaves late. */
const LEFT = { tolerated: [/^console warn: .*\/start-\w+\.js$/] };
const GUIDES_PROGRAM = /\/concord-\w+\.wasm$/;

/** Opens the first lesson with a question of one answer, while the guide's program is held back. */
async function openEarly(page, host) {
  const release = host.hold(GUIDES_PROGRAM);
  for (const lesson of await lessons()) {
    await page.goto(host.root + lesson, { waitUntil: "domcontentloaded" });
    if (await page.$(CHOICE)) return release;
  }
  return assert.fail("No lesson has a question of one answer.");
}

const isLive = (page) => page.evaluate(() => document.documentElement.dataset.interactive === "on");
const chosen = (page) => page.$eval(CHOICE, (item) => [...item.querySelectorAll("input[type=radio]")].findIndex((radio) => radio.checked));
const told = (page) => until(page, "what is said to the answer", (item) => document.querySelector(`${item} .verdict`) !== null, CHOICE);

inEachBrowser("an answer that is checked before the program is there is kept and answered", LEFT, async ({ host, page }) => {
  const release = await openEarly(page, host);
  await page.$eval(CHOICE, (item) => item.scrollIntoView({ block: "center", behavior: "instant" }));
  await page.click(`${CHOICE} .option:nth-child(2)`);
  await page.click(`${CHOICE} [type=submit]`);
  assert.equal(await isLive(page), false);
  release();
  await told(page);
  assert.equal(await chosen(page), 1);
});

inEachBrowser("Enter on a choice sends nothing, is answered later, and the focus stays", LEFT, async ({ host, page }) => {
  const release = await openEarly(page, host);
  const address = page.url();
  await page.focus(`${CHOICE} .option:nth-child(1) input`);
  await page.keyboard.press(" ");
  await page.keyboard.press("Enter");
  assert.equal(await isLive(page), false);
  release();
  await told(page);
  assert.equal(page.url(), address);
  assert.equal(await chosen(page), 0);
  assert.ok(await page.$eval(CHOICE, (item) => item.contains(document.activeElement)));
});

inEachBrowser("what is written early is kept", LEFT, async ({ host, page }) => {
  const release = host.hold(GUIDES_PROGRAM);
  const field = ".item .blank input";
  for (const lesson of await lessons()) {
    await page.goto(host.root + lesson, { waitUntil: "domcontentloaded" });
    if (await page.$(field)) break;
  }
  await page.focus(field);
  await page.keyboard.type("early");
  release();
  await live(page);
  assert.equal(await page.$eval(field, (field) => field.value), "early");
});
