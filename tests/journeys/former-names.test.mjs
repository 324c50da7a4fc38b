// Names that content gave up lead to those of today: places on a page, on another page, questions that
// only quizzes ask, and pieces in frames; with scripts and without.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { movedFiles, open, pages, text } from "../support/site.mjs";

/** A page of a lesson, and the first place with a former name on it. */
async function somePlace() {
  for (const address of (await pages()).filter((address) => address.startsWith("lessons/"))) {
    const [, level, now, former] = /<h(\d) id="([^"]+)"[^>]*><span id="([^"]+)"><\/span>/.exec(await text(`${address}index.html`)) ?? [];
    if (former) return { address, level, now, former };
  }
  throw new Error("No place of a lesson has a former name.");
}

const PLACE = await somePlace();
const OTHER = (await pages()).find((address) => address.startsWith("lessons/") && address !== PLACE.address);
const [FRAME] = await movedFiles();

/** How far below the upper edge of the window an element begins. */
function top(page, id) {
  return page.evaluate((id) => Math.round(document.getElementById(id).getBoundingClientRect().top), id);
}

for (const scripts of [true, false]) {
  inEachBrowser(`an old link to a place finds it, ${scripts ? "with" : "without"} scripts`, { browser: { scripts } }, async ({ host, page }) => {
    await page.goto(`${host.root}${PLACE.address}#${PLACE.former}`, { waitUntil: "load" });
    const found = await top(page, PLACE.now);
    assert.ok(Math.abs(found) < 60, `${PLACE.former} is ${found} below the edge`);
  });
}

inEachBrowser("an old link to a place that moved to another page leads there", async ({ host, page }) => {
  await page.goto(`${host.root}${OTHER}#${PLACE.former}`);
  await until(page, "the page of today", (address) => location.href.endsWith(address), `${PLACE.address}#${PLACE.now}`);
});

inEachBrowser("a former address leads on, and takes the place along", async ({ host, page }) => {
  const address = FRAME.replace(/index\.html$/, "");
  const [, href] = /rel="canonical" href="([^"]+)"/.exec(await text(FRAME));
  const now = new URL(href, host.root + address).href;
  await page.goto(`${host.root}${address}#_main`);
  await until(page, "the address of today", (now) => location.href === now, `${now}#_main`);
  await open(page, now);
});

inEachBrowser("a former address leads on where no script runs", { browser: { scripts: false } }, async ({ host, page }) => {
  const address = FRAME.replace(/index\.html$/, "");
  const [, href] = /rel="canonical" href="([^"]+)"/.exec(await text(FRAME));
  await page.goto(host.root + address);
  await until(page, "the address of today", (now) => location.href === now, new URL(href, host.root + address).href);
});

inEachBrowser("a link to a question that its lesson shows no more leads to a quiz of it", async ({ host, page }) => {
  const lesson = (await pages()).find((address) => address.startsWith("lessons/"));
  const whole = await text("whole/index.html");
  const shown = await text(`${lesson}index.html`);
  const id = lesson.split("/")[1];
  const asked = [...whole.matchAll(new RegExp(`id="${id}\\.(q-[^"]+)"`, "g"))].map(([, question]) => question);
  const later = asked.find((question) => !shown.includes(`id="${question}"`));
  assert.ok(later, "a question that is asked later");
  await page.goto(`${host.root}${lesson}#${later}`);
  await until(page, "the quiz", (later) => location.search === `?question=${later}`, later);
  await until(page, "its question", (later) => document.getElementById(`_stem-${later}`) !== null, later);
});
