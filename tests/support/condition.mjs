// Waiting for what a page shows. It asks from outside, because a page under a strict security
// policy may not compile the functions that puppeteer's own waiting hands it.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MILLISECONDS = 10_000;
const PAUSE_MILLISECONDS = 15;

/** Waits until `condition`, run in the page with `values`, is true, and returns what it returned. */
export async function until(page, what, condition, ...values) {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const found = await page.evaluate(condition, ...values);
    if (found) return found;
    if (Date.now() > deadline) assert.fail(`Waited in vain for ${what} at ${page.url()}.`);
    await pause(PAUSE_MILLISECONDS);
  }
}
