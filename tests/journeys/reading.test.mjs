// A reader goes through the guide by mouse: lesson by lesson, back and forth, by deep links, and
// always finds title, focus and scroll where they belong.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { addressOf, arrive, assertAtPlace, atTheBeginning, click, goInHistory, mark, rest, scrollTo } from "../support/reader.mjs";
import { fonts, lessons, live, open, reload, title } from "../support/site.mjs";

const LESSONS = await lessons();
const [FIRST, SECOND] = LESSONS;
/** A link to a place on another page. */
const ELSEWHERE = '.lesson-sources a[href^="sources/#"]';

inEachBrowser("from home to the second lesson, without loading a document", async ({ host, page }) => {
  await open(page, host.root);
  await mark(page);
  await click(page, `.lessons a[href="${FIRST}"]`);
  assert.deepEqual(await arrive(page, host.root + FIRST), atTheBeginning(await title(FIRST)));
  await click(page, 'a[rel="next"]');
  assert.deepEqual(await arrive(page, host.root + SECOND), atTheBeginning(await title(SECOND)));
  await click(page, 'a[rel="prev"]');
  assert.deepEqual(await arrive(page, host.root + FIRST), atTheBeginning(await title(FIRST)));
});

inEachBrowser("next leads through all lessons, previous back to the first", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await mark(page);
  for (const lesson of LESSONS.slice(1)) await walk(page, "next", host.root + lesson);
  assert.equal(await page.$('a[rel="next"]'), null);
  for (const lesson of LESSONS.toReversed().slice(1)) await walk(page, "prev", host.root + lesson);
  assert.equal(await page.$('a[rel="prev"]'), null);
});

async function walk(page, rel, address) {
  await click(page, `a[rel="${rel}"]`);
  const { focus, sameDocument } = await arrive(page, address);
  assert.deepEqual({ focus, sameDocument }, { focus: "_title", sameDocument: true });
}

inEachBrowser("back and forward return to where the reader was", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await mark(page);
  const left = await scrollToLink(page, ELSEWHERE);
  const elsewhere = await followElsewhere(page, host);
  const { top: reached } = await rest(page);
  await scrollTo(page, reached + 333);
  assertReturned(await goInHistory(page, -1, host.root + FIRST), left, await title(FIRST));
  assertReturned(await goInHistory(page, 1, elsewhere), reached + 333, await title("sources/"));
  assertReturned(await goInHistory(page, -1, host.root + FIRST), left, await title(FIRST));
});

/** Scrolls a link into the lower part of the window, so that clicking it does not scroll any more, and the page's end is far. */
async function scrollToLink(page, selector) {
  const top = await page.evaluate((selector) => {
    const { top } = document.querySelector(selector).getBoundingClientRect();
    return Math.round(top + scrollY - innerHeight * 0.8);
  }, selector);
  assert.ok(top > 0, "the link should be far enough down");
  await scrollTo(page, top);
  return top;
}

async function followElsewhere(page, host) {
  const href = await page.$eval(ELSEWHERE, (link) => link.getAttribute("href"));
  await click(page, ELSEWHERE);
  await until(page, href, (address) => location.href === address, host.root + href);
  return host.root + href;
}

function assertReturned(found, top, title) {
  assert.ok(Math.abs(found.top - top) <= 2, `the scroll should be ${top} again, but is ${found.top}`);
  assert.deepEqual({ ...found, top: 0 }, atTheBeginning(title));
}

inEachBrowser("a link to a place on another page leads there", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await mark(page);
  const address = await followElsewhere(page, host);
  await assertAtPlace(page, new URL(address).hash.slice(1));
  const { title: shown, sameDocument } = await arrive(page, address);
  assert.deepEqual({ shown, sameDocument }, { shown: await title("sources/"), sameDocument: true });
});

inEachBrowser("a link to a place on the same page leads there, and back", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await mark(page);
  const entry = ".contents li:nth-child(3) a";
  const href = await page.$eval(entry, (link) => link.getAttribute("href"));
  await click(page, entry);
  await arrive(page, host.root + href);
  await assertAtPlace(page, href.split("#")[1]);
  const { top, sameDocument } = await goInHistory(page, -1, host.root + FIRST);
  assert.equal(sameDocument, true);
  assert.equal(top, 0);
});

inEachBrowser("a deep link leads to its place", async ({ host, page }) => {
  await open(page, host.root + SECOND);
  const href = await page.$eval(".contents li:nth-child(4) a", (link) => link.href);
  await page.goto("about:blank");
  await open(page, href);
  await assertAtPlace(page, new URL(href).hash.slice(1));
});

for (const place of [0, -1]) {
  const name = place === 0 ? "the first heading, on a fast network" : "the last heading, on a slow network";
  inEachBrowser(`reloading keeps the place, at ${name}`, async ({ host, page }) => {
    await open(page, host.root + FIRST);
    const id = await page.evaluate((place) => [...document.querySelectorAll(".text h2[id]")].at(place).id, place);
    const reloaded = async () => {
      await scrollTo(page, (await distance(page, id)) + (await scrolled(page)) - 300);
      const before = [await distance(page, id), await height(page)];
      const release = place === 0 ? () => {} : host.hold(/\/concord-\w+\.wasm$/);
      await page.reload({ waitUntil: "load" });
      await settled(page);
      release();
      await live(page);
      await settled(page);
      return { before, after: [await distance(page, id), await height(page)] };
    };
    let { before, after } = await reloaded();
    // A face that was late for the first visit is used from the second on, and breaks lines elsewhere.
    if (before[1] !== after[1]) ({ before, after } = await reloaded());
    assert.ok(Math.abs(after[0] - before[0]) <= 2, `the heading was ${before} px down the window and page, and is ${after}`);
  });
}

/** How far an element is below the top of the window. */
function distance(page, id) {
  return page.evaluate((id) => Math.round(document.getElementById(id).getBoundingClientRect().top), id);
}

function scrolled(page) {
  return page.evaluate(() => Math.round(scrollY));
}

/** How long the page is. */
function height(page) {
  return page.evaluate(() => document.documentElement.scrollHeight);
}

/** Waits until the page has its fonts and has been painted with them. */
async function settled(page) {
  await fonts(page);
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted(null)))));
}

inEachBrowser("after reloading, back still returns to where the reader was", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  const left = await scrollToLink(page, ELSEWHERE);
  const elsewhere = await followElsewhere(page, host);
  await reload(page);
  await mark(page);
  const back = await goInHistory(page, -1, host.root + FIRST);
  assertReturned({ ...back, sameDocument: true }, left, await title(FIRST));
  await click(page, ELSEWHERE);
  await assertAtPlace(page, new URL(elsewhere).hash.slice(1));
});

inEachBrowser("coming back from elsewhere returns to where the reader was", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await scrollTo(page, 1234);
  await page.goto("about:blank");
  // Whether the browser kept the page or loads it anew is its own affair.
  await goInHistory(page, -1, host.root + FIRST);
  await until(page, "the scroll of before", () => Math.abs(scrollY - 1234) <= 2);
  await live(page);
  await click(page, 'a[rel="next"]');
  assert.equal((await arrive(page, host.root + SECOND)).focus, "_title");
});

inEachBrowser("a click that asks for another tab is left to the browser", async ({ host, page }) => {
  await open(page, host.root);
  await page.evaluate(() => {
    addEventListener("click", (event) => {
      window.takenOver = event.defaultPrevented;
      event.preventDefault();
    });
  });
  await page.keyboard.down("Control");
  await click(page, `.lessons a[href="${FIRST}"]`);
  await page.keyboard.up("Control");
  await until(page, "the click", () => window.takenOver !== undefined);
  assert.equal(await page.evaluate(() => window.takenOver), false);
  assert.equal(await addressOf(page), host.root);
});
