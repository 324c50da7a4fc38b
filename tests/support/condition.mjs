// Waiting for what a page shows. It asks from outside, because a page under a strict security
// policy may not compile the functions that puppeteer's own waiting hands it.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

/** Far more than any of this takes, so that a busy machine is no failure. */
export const PATIENCE_MILLISECONDS = 30_000;
/** How the two browsers say that the document went away while it was asked. */
const LEFT = /context was destroyed|destroyed before query/;
/** How long nothing arrives any more when all has arrived, on a busy machine too. */
const QUIET_MILLISECONDS = 600;
const PAUSE_MILLISECONDS = 15;

/** Waits until `condition`, run in the page with `values`, is true, and returns what it returned. */
export function until(page, what, condition, ...values) {
  return untilWithin(PATIENCE_MILLISECONDS, page, what, condition, ...values);
}

/** The same, for what takes a browser longer by rules of its own. */
export function untilWithin(patience, page, what, condition, ...values) {
  return eventually(`${what} at ${page.url()}`, () => ask(page, condition, values), patience);
}

/** Waits until `look` finds something, and returns that. */
export async function eventually(what, look, patience = PATIENCE_MILLISECONDS) {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) assert.fail(`Waited in vain for ${what}.`);
    await pause(PAUSE_MILLISECONDS);
  }
}

/** Waits until what `count` counts has stayed the same for a while, as what is on its way has no other end. */
export async function settled(what, count) {
  const start = Date.now();
  let [last, since] = [count(), start];
  await eventually(`${what} to settle`, () => {
    if (count() !== last) [last, since] = [count(), Date.now()];
    return Date.now() - since > QUIET_MILLISECONDS;
  });
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
