// A reader gives a verdict with a reason, is shown the other side's reasons, answers again, and is told what changed; no
// answer is called right. By mouse, finger and keys, and where scripts do not run.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inEachBrowser } from "../support/journey.mjs";
import { click, tap } from "../support/reader.mjs";
import { lessons, open, text } from "../support/site.mjs";

const PHONE = { viewport: { width: 360, height: 740, isMobile: false, hasTouch: true } };
const LAPTOP = { viewport: { width: 1280, height: 900 } };

/** The lessons that ask for two answers. */
async function asking() {
  const all = await Promise.all((await lessons()).map(async (lesson) => [lesson, await text(`${lesson}index.html`)]));
  return all.filter(([, page]) => page.includes('class="twice"')).map(([lesson]) => lesson);
}

/** What is to be seen of some parts of the question. */
function seen(page, ...parts) {
  return page.evaluate((parts) => parts.map((part) => document.querySelector(`.twice ${part}`).checkVisibility()), parts);
}

test("at least three lessons ask for two answers, and none has a key", async () => {
  const found = await asking();
  assert.ok(found.length >= 3, found.join(" "));
});

for (const [name, options, press] of [
  ["a finger", PHONE, tap],
  ["a mouse", LAPTOP, click],
]) {
  inEachBrowser(`a verdict is asked for, met by the other side, and asked for again: ${name}`, options, async ({ host, page }) => {
    await open(page, host.root + (await asking())[0]);
    assert.deepEqual(await seen(page, ".why", ".then"), [false, false]);
    await press(page, '.twice label:has([name="first"][value="accept"])');
    assert.deepEqual(await seen(page, ".why", ".why > .for", ".why > .against", ".then"), [true, true, false, false]);
    await press(page, ".twice .why > .for");
    assert.deepEqual(await seen(page, ".then > .against a", ".then > .for", ".told > .always"), [true, false, false]);
    await press(page, '.twice label:has([name="second"][value="reject"])');
    assert.deepEqual(await seen(page, ".was-accept", ".was-reject", ".now-reject", ".now-accept", ".changed", ".kept", ".always"), [true, false, true, false, true, false, true]);
    await press(page, '.twice label:has([name="second"][value="accept"])');
    assert.deepEqual(await seen(page, ".changed", ".kept"), [false, true]);
    await press(page, '.twice [type="reset"]');
    assert.deepEqual(await seen(page, ".why", ".then"), [false, false]);
  });
}

inEachBrowser("keys do the same, with a reason in own words, of which nothing is kept", LAPTOP, async ({ host, page }) => {
  await open(page, host.root + (await asking())[0]);
  await page.focus('.twice [name="first"][value="reject"]');
  await page.keyboard.press(" ");
  await page.focus(".twice textarea");
  await page.keyboard.type("<b>Pourquoi?</b>");
  assert.deepEqual(await seen(page, ".then > .for a", ".then > .against"), [true, false]);
  await page.focus('.twice [name="second"][value="open"]');
  await page.keyboard.press(" ");
  assert.deepEqual(await seen(page, ".was-reject", ".now-open", ".changed"), [true, true, true]);
  const kept = await page.evaluate(() => Object.values(localStorage).join("\n") + document.querySelector(".twice").innerHTML.replace(/<textarea.*?<\/textarea>/s, ""));
  assert.ok(!kept.includes("Pourquoi"));
});
