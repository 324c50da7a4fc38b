// A reader with a phone answers a question of every kind by taps alone: badly, and right.

import assert from "node:assert/strict";

import { TOUCH } from "../support/hands.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { KINDS, answers, questionOf, respond, verdict, wrongThenRight } from "../support/questions.mjs";
import { tap } from "../support/reader.mjs";

const PHONE = { width: 360, height: 740, hasTouch: true };

for (const kind of KINDS) {
  inEachBrowser(`${kind}: wrong, again, right, by single taps`, { viewport: PHONE }, async ({ host, page }) => {
    const { item } = await questionOf(page, host, kind);
    await page.evaluate(notePointers);
    await wrongThenRight(page, item, kind, TOUCH);
    assert.deepEqual(await page.evaluate(() => [...window.pointers]), ["touch"]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, "the page should not scroll sideways");
  });
}

// How many taps answer a question, the one that checks it and says how sure the reader is included.
const TAPS = {
  choice: () => 2,
  build: () => 2,
  multiple: ({ keys }) => keys + 1,
  blank: () => 2,
  match: ({ things }) => things + 1,
  sort: ({ things }) => things + 1,
  point: () => 2,
  // The last step is in its place when all others are.
  order: ({ steps }) => 2 * (steps - 1) + 1,
};

for (const [kind, allowed] of Object.entries(TAPS)) {
  inEachBrowser(`${kind}: answered in as few taps as there are parts, and one`, { viewport: PHONE }, async ({ host, page }) => {
    const { item } = await questionOf(page, host, kind);
    const keys = (await answers(page, item)).filter(({ key }) => key).length;
    const things = (await page.$$(`${item} .thing`)).length;
    const steps = (await page.$$(`${item} .steps li`)).length;
    await page.evaluate(() => {
      window.taps = 0;
      addEventListener("pointerup", () => (window.taps += 1), true);
    });
    await respond(page, item, kind, TOUCH, true);
    await tap(page, `${item} .sure [value=sure]`);
    assert.equal((await verdict(page, item)).full, true);
    const taps = await page.evaluate(() => window.taps);
    const most = allowed({ keys, things, steps });
    // Steps that are in their places as they lie need no tap.
    assert.ok(kind === "order" ? taps <= most : taps === most, `${taps} taps, not ${most}`);
  });
}

/** Runs in the page: notes what it is pointed at with. */
function notePointers() {
  window.pointers = new Set();
  addEventListener("pointerdown", ({ pointerType }) => window.pointers.add(pointerType), true);
}
