// A reader goes on: the next page's text comes as its file has it, the program stays. What cannot come
// that way the browser loads.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { addressOf, click, goInHistory, scrollTo } from "../support/reader.mjs";
import { lessons, open, title } from "../support/site.mjs";

const [FIRST, SECOND, THIRD] = await lessons();
const GLOSSARY = "glossary/";

/** A link to a page, in the page's own text. */
const to = (address) => `a[href="${address}"]`;

/** Whether the document is still the one that was marked. */
const isSame = (page) => page.evaluate(() => Boolean(globalThis.isMarked));

const markDocument = (page) => page.evaluate(() => (globalThis.isMarked = true));

const shows = async (page, address) => {
  await until(page, address, (title) => document.title === title && !document.documentElement.ariaBusy, await title(address));
};

inEachBrowser("the next page is its text alone, and is there again without being asked for", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await markDocument(page);
  const before = host.requests.length;
  await click(page, to(SECOND));
  await shows(page, SECOND);
  const asked = host.requests.slice(before).filter((path) => !/\.svg|woff2/.test(path));
  assert.deepEqual([...new Set(asked)].filter((path) => /wasm|\.js$|\.css/.test(path)), []);
  assert.ok(asked.includes(`/${SECOND}`));
  await click(page, to(THIRD));
  await shows(page, THIRD);
  const once = host.requests.filter((path) => path === `/${SECOND}`).length;
  await goInHistory(page, -1, host.root + SECOND);
  await shows(page, SECOND);
  assert.equal(host.requests.filter((path) => path === `/${SECOND}`).length, once);
  assert.ok(await isSame(page));
});

inEachBrowser("the text is that of the page's own file, and its questions answer", async ({ host, page, newPage }) => {
  const texts = async (tab) => tab.evaluate(() => document.querySelector("main").innerText.replace(/\s+/g, " "));
  await open(page, host.root + FIRST);
  await click(page, to(SECOND));
  await shows(page, SECOND);
  const other = await newPage();
  await open(other, host.root + SECOND);
  assert.equal(await texts(page), await texts(other));
  const count = (tab) => tab.evaluate(() => document.querySelectorAll("[data-control] :is(input, select, button)").length);
  assert.ok((await count(page)) > 0);
  assert.equal(await count(page), await count(other));
});

const tolerated = [/status 403/, /failed request/, /console (error|warn|warning): /];

inEachBrowser("a page that the host refuses is asked for by the browser", { tolerated }, async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await markDocument(page);
  host.refuse(new RegExp(`/${SECOND}$`));
  await click(page, to(SECOND));
  await until(page, "the host's own answer", () => !globalThis.isMarked);
});

inEachBrowser("a page of another build brings its own program", { tolerated: [/start-another/, /console (error|warn|warning): /] }, async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await markDocument(page);
  host.change(new RegExp(`/${SECOND}$`), (bytes) => Buffer.from(String(bytes).replace(/start-\w+\.js/g, "start-another.js")));
  await click(page, to(SECOND));
  // Between two documents there may be an empty one.
  const own = (address) => location.href === address && !globalThis.isMarked && document.readyState === "complete";
  await until(page, "a document of its own", own, host.root + SECOND);
  assert.equal(await addressOf(page), host.root + SECOND);
});

inEachBrowser("of two pages on their way, the one that was asked for last is shown", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await markDocument(page);
  const release = host.hold(new RegExp(`/${SECOND}$`));
  await click(page, to(SECOND));
  await until(page, "that something is on its way", () => document.documentElement.ariaBusy === "true");
  await click(page, to(GLOSSARY));
  await shows(page, GLOSSARY);
  release();
  // What was held may come at any moment from now on.
  await new Promise((later) => setTimeout(later, 500));
  await shows(page, GLOSSARY);
  assert.equal(await addressOf(page), host.root + GLOSSARY);
  assert.ok(await isSame(page));
});

inEachBrowser("whoever goes back finds their place, however late the page comes", async ({ host, page }) => {
  const PLACE = 700;
  await open(page, host.root + FIRST);
  await scrollTo(page, PLACE);
  // By a key, as a hand on the link would scroll there first.
  await page.keyboard.press("/");
  await shows(page, "search/");
  // The page that was loaded as a document is asked for now.
  const release = host.hold(new RegExp(`/${FIRST}$`));
  await page.evaluate(() => void setTimeout(() => history.back()));
  await until(page, "that something is on its way", () => document.documentElement.ariaBusy === "true");
  // To scroll what is left behind means nothing.
  await page.evaluate(() => scrollTo(0, 40));
  await new Promise((later) => setTimeout(later, 500));
  release();
  await shows(page, FIRST);
  await until(page, "the place", (top) => Math.abs(scrollY - top) < 2, PLACE);
});
