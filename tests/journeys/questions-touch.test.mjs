// A reader with a phone answers a question of every kind by taps alone: badly, and right.

import assert from "node:assert/strict";

import { TOUCH } from "../support/hands.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { KINDS, questionOf, wrongThenRight } from "../support/questions.mjs";

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

/** Runs in the page: notes what it is pointed at with. */
function notePointers() {
  window.pointers = new Set();
  addEventListener("pointerdown", ({ pointerType }) => window.pointers.add(pointerType), true);
}
