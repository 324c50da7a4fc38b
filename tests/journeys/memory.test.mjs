// What the guide remembers of a reader: theme, finished lessons and the place, across reloads and
// tabs; and what it says and does where it cannot remember.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { ASIDE, EARLIER, KEY, everything, leave, saidOfKeeping, stored } from "../support/memory.mjs";
import { arrive, assertAtPlace, click, scrollTo } from "../support/reader.mjs";
import { lessons, open, reload } from "../support/site.mjs";

const [FIRST, SECOND, THIRD] = await lessons();
const NEWER = "concord 2\ntheme of another kind\n\u{1F4D6} item q1 500 of 1000";

/** Chooses a theme, and waits until the page shows it. */
async function choose(page, theme) {
  await page.select("header.site select", theme);
  await assertTheme(page, theme);
}

function assertTheme(page, theme) {
  return until(page, `the theme ${theme}`, (theme) => (document.documentElement.dataset.theme ?? "system") === theme, theme);
}

inEachBrowser("the chosen theme is there before the first paint", async ({ host, newPage, page }) => {
  await open(page, host.root);
  await choose(page, "dark");
  for (const address of ["", SECOND, "glossary/"]) {
    const next = await newPage();
    await next.evaluateOnNewDocument(noteTheme);
    await open(next, host.root + address);
    const noted = await next.evaluate(() => window.noted);
    assert.deepEqual(noted, { body: "dark", parsed: "dark", early: true }, address);
    assert.equal(await next.$eval("header.site select", (select) => select.value), "dark");
    assert.match(await next.evaluate(() => getComputedStyle(document.documentElement).colorScheme), /^dark$/);
    await next.close();
  }
});

/** Runs before the page: notes the theme as soon as there is a body to paint, and when it is parsed. */
function noteTheme() {
  const noted = (window.noted = {});
  const theme = () => document.documentElement.dataset.theme;
  const watch = new MutationObserver(() => {
    if (!document.body) return;
    watch.disconnect();
    noted.body = theme();
    noted.early = document.documentElement.dataset.interactive === undefined;
  });
  watch.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => (noted.parsed = theme()));
}

inEachBrowser("the theme of the system is followed again when it is chosen", async ({ host, page }) => {
  await open(page, host.root);
  await choose(page, "dark");
  await choose(page, "light");
  await reload(page);
  await assertTheme(page, "light");
  await choose(page, "system");
  await reload(page);
  await assertTheme(page, "system");
});

inEachBrowser("a finished lesson is marked on the home page", async ({ host, page }) => {
  await open(page, host.root + SECOND);
  await click(page, ".finish input");
  await click(page, "header.site a");
  await arrive(page, host.root);
  assert.deepEqual(await finished(page), [SECOND]);
  await reload(page);
  assert.deepEqual(await finished(page), [SECOND]);
  await click(page, `.lessons a[href="${SECOND}"]`);
  await arrive(page, host.root + SECOND);
  assert.equal(await page.$eval(".finish input", (box) => box.checked), true);
  await click(page, ".finish input");
  await click(page, "header.site a");
  await arrive(page, host.root);
  assert.deepEqual(await finished(page), []);
});

/** The lessons that the home page marks as finished. */
function finished(page) {
  return page.$$eval(".lessons li", (entries) => {
    const done = entries.filter((entry) => entry.querySelector(".done")?.checkVisibility());
    return done.map((entry) => entry.querySelector("a").getAttribute("href"));
  });
}

inEachBrowser("the way in leads to where the reader was", async ({ host, page, newPage }) => {
  await open(page, host.root);
  assert.equal(await wayIn(page), FIRST);
  await click(page, `.lessons a[href="${SECOND}"]`);
  await arrive(page, host.root + SECOND);
  const place = await readOn(page);
  await page.close();
  const later = await newPage();
  await open(later, host.root);
  assert.equal(await wayIn(later), `${SECOND}#${place}`);
  await click(later, ".way-in a");
  await arrive(later, `${host.root}${SECOND}#${place}`);
  await assertAtPlace(later, place);
});

function wayIn(page) {
  return page.$eval(".way-in a", (link) => link.getAttribute("href"));
}

/** Reads half of the lesson, and tells the last heading above the upper third of the window. */
async function readOn(page) {
  await scrollTo(page, await page.evaluate(() => Math.round(document.documentElement.scrollHeight / 2)));
  const place = await page.evaluate(() => {
    const headings = [...document.querySelectorAll(".text :is(h2, h3, h4, h5, h6)[id]")];
    return headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).at(-1).id;
  });
  await until(page, "the place to be kept", (key, id) => localStorage.getItem(key)?.includes(` ${id}\n`), KEY, place);
  return place;
}

inEachBrowser("what one tab changes arrives in the other, and neither undoes it", async ({ host, page, newPage }) => {
  const other = await newPage();
  await open(page, host.root);
  await open(other, host.root + THIRD);
  await other.bringToFront();
  await choose(other, "dark");
  await click(other, ".finish input");
  await assertTheme(page, "dark");
  await until(page, "the mark", () => document.querySelectorAll(".lessons .done").length === 1);
  assert.deepEqual(await finished(page), [THIRD]);
  await page.bringToFront();
  await choose(page, "light");
  await assertTheme(other, "light");
  assert.equal(await other.$eval(".finish input", (box) => box.checked), true);
  assert.match(await stored(page), /^concord 1\ntheme light\n/);
});

inEachBrowser("where storage is denied, the guide works for the visit and says so", { browser: { storage: false } }, async ({ host, page }) => {
  await open(page, host.root);
  assert.equal(await page.evaluate(canStore), false);
  assert.ok((await saidOfKeeping(page)).length > 20);
  await choose(page, "dark");
  await click(page, `.lessons a[href="${FIRST}"]`);
  await arrive(page, host.root + FIRST);
  await click(page, ".finish input");
  await click(page, "header.site a");
  await arrive(page, host.root);
  await assertTheme(page, "dark");
  assert.deepEqual(await finished(page), [FIRST]);
  assert.ok((await saidOfKeeping(page)).length > 20);
});

function canStore() {
  try {
    localStorage.getItem("anything");
    return true;
  } catch {
    return false;
  }
}

inEachBrowser("where everything is kept, nothing is said about it", async ({ host, page }) => {
  await open(page, host.root);
  assert.equal(await page.evaluate(canStore), true);
  assert.equal(await saidOfKeeping(page), "");
});

for (const damaged of ["garbage", "", "concord 1\ntheme purple"]) {
  inEachBrowser(`a damaged record (${JSON.stringify(damaged)}) is set aside`, async ({ host, page }) => {
    await leave(page, host, damaged);
    await open(page, host.root);
    assert.equal(await stored(page, ASIDE), damaged);
    assert.ok((await saidOfKeeping(page)).length > 20);
    await choose(page, "dark");
    await reload(page);
    await assertTheme(page, "dark");
    assert.equal(await stored(page, ASIDE), damaged);
    assert.equal(await saidOfKeeping(page), "");
  });
}

inEachBrowser("a record of a newer version stays as it is, and that is said", async ({ host, page }) => {
  await leave(page, host, NEWER);
  await open(page, host.root);
  assert.ok((await saidOfKeeping(page)).length > 20);
  await choose(page, "dark");
  await click(page, `.lessons a[href="${FIRST}"]`);
  await arrive(page, host.root + FIRST);
  await scrollTo(page, 1234);
  await click(page, ".finish input");
  await click(page, "header.site a");
  await arrive(page, host.root);
  assert.deepEqual(await finished(page), [FIRST]);
  assert.equal(await stored(page), NEWER);
  assert.equal(await page.evaluate(() => localStorage.length), 1);
});

for (const [kind, text] of Object.entries({ newer: NEWER, damaged: "garbage" })) {
  inEachBrowser(`a ${kind} record that this tab was not told of is not written over`, async ({ host, page }) => {
    await open(page, host.root);
    // As if another tab wrote it, and word of that had not arrived yet: nobody is told of their own changes.
    await page.evaluate((key, text) => localStorage.setItem(key, text), KEY, text);
    await choose(page, "dark");
    assert.ok((await saidOfKeeping(page)).length > 20);
    assert.equal(await stored(page, kind === "damaged" ? ASIDE : KEY), text);
  });
}

inEachBrowser("a record that takes the place of a newer one is taken up, and not written over", async ({ host, page }) => {
  await leave(page, host, NEWER);
  await open(page, host.root);
  assert.ok((await saidOfKeeping(page)).length > 20);
  // As if another tab brought it in, and word of that had not arrived yet.
  await page.evaluate((key) => localStorage.setItem(key, "concord 1\ntheme system\nlesson states-matter - finished\n"), KEY);
  await choose(page, "dark");
  assert.match(await stored(page), /^concord 1\ntheme dark\n(.*\n)*lesson states-matter - finished\n/);
  assert.equal(await saidOfKeeping(page), "");
});

inEachBrowser("what other features keep survives", async ({ host, page }) => {
  await leave(page, host, "concord 1\nitem q1 500 of 1000\n");
  await open(page, host.root);
  await choose(page, "dark");
  assert.equal(await stored(page), "concord 1\ntheme dark\nitem q1 500 of 1000\n");
});

inEachBrowser("guides in two folders of a host do not share their records", { host: { mount: "/a folder/guide/" } }, async ({ host, page }) => {
  await leave(page, host, "concord 1\ntheme dark\n");
  await open(page, host.root);
  await assertTheme(page, "system");
  await choose(page, "light");
  assert.equal(await stored(page), "concord 1\ntheme dark\n");
  assert.match(await stored(page, "concord:concord:/a%20folder/guide/"), /^concord 1\ntheme light\n/);
});

const BEFORE = "concord 1\ntheme dark\nlesson states-matter - finished\n";

inEachBrowser("what was kept before guides had names is moved once, and nothing is lost", async ({ host, page }) => {
  await leave(page, host, BEFORE, EARLIER);
  await leave(page, host, "garbage", `${EARLIER}:damaged`);
  await open(page, host.root);
  await assertTheme(page, "dark");
  assert.deepEqual(await everything(page), { [KEY]: BEFORE, [ASIDE]: "garbage", [`${KEY}:theme`]: "dark" });
  // A tab that was open since before may keep something again.
  await leave(page, host, "concord 1\ntheme system\nlesson three-principles - finished\n", EARLIER);
  await open(page, host.root);
  assert.deepEqual(await everything(page), {
    [KEY]: `${BEFORE}lesson three-principles - finished\n`,
    [ASIDE]: "garbage",
    [`${KEY}:theme`]: "dark",
  });
});

inEachBrowser("a newer record from before guides had names is moved and left alone", async ({ host, page }) => {
  await leave(page, host, NEWER, EARLIER);
  await open(page, host.root);
  await choose(page, "dark");
  assert.deepEqual(await everything(page), { [KEY]: NEWER });
});

inEachBrowser("a record as large as a browser keeps does not hold up the first paint", async ({ host, page }) => {
  // Lines that a careless pattern tries in all ways: 45 seconds in an earlier version.
  await leave(page, host, `concord 1\n${"theme x\n".repeat(100_000)}`);
  const started = Date.now();
  await page.goto(host.root, { waitUntil: "domcontentloaded" });
  assert.ok(Date.now() - started < 5_000);
});
