// What holds for every page of the guide: it starts without a word and without changing anything,
// it answers, it keeps to its security policy, its links lead somewhere, its outline is sound.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";

import { until } from "../support/condition.mjs";
import { differenceFromServed, facts } from "../support/document.mjs";
import { inEachBrowser, shareAnd } from "../support/journey.mjs";
import { answerAll } from "../support/questions.mjs";
import { NOT_FOUND, fonts, live, onePageOfEachKind, open, pageFiles, pages, someFrames, tableFiles } from "../support/site.mjs";

const FILES = await pageFiles();
const FRAMES = await someFrames();
const TABLES = await tableFiles();
const KINDS = await onePageOfEachKind();
const PAGES = [...(await pages()), ...FRAMES];

inEachBrowser("starting changes nothing, and the controls answer", async ({ engine, host, page }) => {
  for (const address of shareAnd(engine, [...PAGES, NOT_FOUND], KINDS)) {
    await open(page, host.root + address);
    assert.equal(await page.evaluate(differenceFromServed), null, `/${address}`);
    assert.deepEqual(await page.evaluate(styledElements), [], `/${address}`);
    assert.deepEqual(await page.evaluate(emptyPlaces), [], `/${address}`);
    if (!FRAMES.includes(address)) await assertThemeAnswers(page);
  }
});

/** Runs in the page: elements that were given a style of their own. */
function styledElements() {
  return [...document.querySelectorAll("[style], body style")].map((element) => element.outerHTML.slice(0, 80));
}

/** Runs in the page: places of controls that ought to hold one, but have nothing in them. Nobody has asked for a quiz. */
function emptyPlaces() {
  const places = [...document.querySelectorAll('[data-control]:not([data-control="quiz"])')];
  return places.filter((place) => place.childElementCount === 0).map((place) => place.dataset.control);
}

inEachBrowser("starting moves nothing that the reader may be reading already", async ({ engine, host, page }) => {
  // What the programs of some pages then show is for their own journeys.
  host.hold(/\/(reasoner|atlas|play)-\w+\.wasm$/);
  for (const address of shareAnd(engine, PAGES, KINDS)) {
    const release = host.hold(/\/concord-\w+\.wasm$/);
    await page.goto(host.root + address, { waitUntil: "load" });
    await fonts(page);
    const before = await page.evaluate(headingTops);
    release();
    await live(page);
    assert.deepEqual(await page.evaluate(headingTops), before, `/${address}`);
  }
});

/** Runs in the page: how far down each heading stands. */
function headingTops() {
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  return headings.map((heading) => `${Math.round(heading.getBoundingClientRect().top + scrollY)} ${heading.id}`);
}

async function assertThemeAnswers(page) {
  for (const theme of ["dark", "system"]) {
    await page.select("header.site select", theme);
    await until(page, `the theme ${theme}`, (theme) => (document.documentElement.dataset.theme ?? "system") === theme, theme);
  }
}

inEachBrowser("each question of each page answers", async ({ host, page }) => {
  for (const address of PAGES.filter((address) => address.startsWith("lessons/"))) {
    await open(page, host.root + address);
    assert.equal(await page.$(".item .verdict"), null);
    assert.ok((await answerAll(page)) > 0, `/${address} has no questions`);
  }
});

/** Collects what `judge` finds wrong with each page, and fails if that is anything. */
function onEveryPage(name, judge) {
  inEachBrowser(name, async ({ host, page }) => {
    await page.goto(host.root, { waitUntil: "load" });
    const documents = await page.evaluate(facts, host.root, FILES);
    assert.equal(documents.length, FILES.length);
    const faults = documents.flatMap((document) => judge(document, documents, host.root).map((fault) => `${document.file}: ${fault}`));
    assert.deepEqual(faults, []);
  });
}

onEveryPage("the security policy allows the one inline script by its hash, and nothing unsafe", (document) => {
  const faults = document.styled.map((element) => `styles itself: ${element}`);
  faults.push(...document.handlers.map((name) => `handles ${name} inline`));
  if (!/(^|; )default-src 'none';/.test(document.policy)) faults.push(`has no strict policy: "${document.policy}"`);
  if (/unsafe-inline|'unsafe-eval'|\*|https?:|data:/.test(document.policy)) faults.push(`has a loose policy: ${document.policy}`);
  const hashes = document.inlineScripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  const allowed = document.policy.match(/'sha256-[^']+'/g) ?? [];
  if (String(hashes) !== String(allowed)) faults.push(`allows ${allowed}, but has ${hashes}`);
  return faults;
});

onEveryPage("every link of the guide leads to a page and a place", (document, documents, root) => {
  const places = new Map(documents.map(({ file, ids }) => [new URL(file.replace(/(^|\/)index\.html$/, "$1"), root).href, ids]));
  return document.links.filter((link) => link.startsWith(root)).flatMap((link) => {
    const [address, fragment] = link.split("#");
    // What a page shows may stand in its query.
    const [page] = address.split("?");
    if (page.endsWith(".csv")) return TABLES.includes(page.slice(root.length)) ? [] : [`leads to no table: ${link}`];
    if (!places.has(page)) return [`leads to no page: ${link}`];
    const exists = !fragment || places.get(page).includes(decodeURIComponent(fragment));
    return exists ? [] : [`leads to no place: ${link}`];
  });
});

onEveryPage("no other link leaves the guide than to https", (document, documents, root) => {
  const outside = document.links.filter((link) => !link.startsWith(root));
  return outside.filter((link) => !link.startsWith("https://")).map((link) => `leads to ${link}`);
});

onEveryPage("ids are unique", ({ ids }) => {
  return ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `has the id ${id} twice`);
});

onEveryPage("there is one h1, and no level of headings is skipped", ({ headings }) => {
  const faults = headings.filter(({ level }, place) => level > (headings[place - 1]?.level ?? 0) + 1).map(({ level, text }) => `skips to h${level}: ${text}`);
  const titles = headings.filter(({ level }) => level === 1).length;
  if (titles !== 1) faults.push(`has ${titles} h1`);
  return faults;
});

onEveryPage("each page has a language, a description and a title of its own", (document, documents) => {
  const faults = [];
  if (!document.language) faults.push("has no language");
  if (document.description.length < 50) faults.push("has no description");
  if (documents.filter(({ title }) => title === document.title).length !== 1) faults.push(`shares its title "${document.title}"`);
  return faults;
});
