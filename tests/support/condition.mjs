// Waiting for what a page shows. It asks from outside, because a page under a strict security
// policy may not compile the functions that puppeteer's own waiting hands it.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

const PATIENCE_MILLISECONDS = 10_000;
/** How the two browsers say that the document went away while it was asked. */
const LEFT = /context was destroyed|destroyed before query/;
const PAUSE_MILLISECONDS = 15;

/** Waits until `condition`, run in the page with `values`, is true, and returns what it returned. */
export async function until(page, what, condition, ...values) {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const found = await ask(page, condition, values);
    if (found) return found;
    if (Date.now() > deadline) assert.fail(`Waited in vain for ${what} at ${page.url()}.`);
    await pause(PAUSE_MILLISECONDS);
  }
}

/** What the condition returns; nothing if the document was left just then. */
async function ask(page, condition, values) {
  try {
    return await page.evaluate(condition, ...values);
  } catch (error) {
    if (LEFT.test(error.message)) return undefined;
    throw error;
  }
}
