// A reader looks for something by its words, even misspelt ones: from any page, by keyboard or by
// mouse; finds it, goes there, and comes back to what was found.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { addressOf, arrive, assertAtPlace, click, goInHistory, mark, tabBackTo } from "../support/reader.mjs";
import { LEFT_WHILE_LOADING } from "../support/reports.mjs";
import { FIELD, MISSPELT, RESULT, SEARCH, TERM, addressFor, holdTimers, results, resultsFor, said, statusAtRest } from "../support/search.mjs";
import { NOT_FOUND, lessons, live, open, pages, reload, someFrames, title } from "../support/site.mjs";

const [FIRST] = await lessons();

/** How often the host was asked for the index. */
function timesLoaded(host) {
  return host.requests.filter((path) => /\/texts-\w+\.bin$/.test(path)).length;
}

inEachBrowser("a misspelt term is found by keyboard, and going back shows the results again", async ({ host, page }) => {
  await open(page, host.root);
  await mark(page);
  await page.keyboard.press("/");
  const name = await title(SEARCH);
  assert.deepEqual(await arrive(page, host.root + SEARCH), { title: name, said: name, focus: FIELD.slice(1), top: 0, sameDocument: true });
  await page.keyboard.type(MISSPELT.slice(0, -1));
  await resultsFor(page, MISSPELT.slice(0, -1));
  await page.keyboard.type(MISSPELT.at(-1));
  const found = await resultsFor(page, MISSPELT);
  assert.deepEqual(found[0], { title: TERM.title, href: TERM.href, marked: [TERM.title] });
  await said(page);
  assert.equal(await addressOf(page), addressFor(host, MISSPELT));
  await walkResults(page, found.length);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await arrive(page, host.root + TERM.href);
  await assertAtPlace(page, TERM.id);
  const { title: shown, sameDocument } = await goInHistory(page, -1, addressFor(host, MISSPELT));
  assert.deepEqual({ shown, sameDocument }, { shown: name, sameDocument: true });
  assert.deepEqual(await resultsFor(page, MISSPELT), found);
  assert.equal(timesLoaded(host), 1);
});

/** Goes from the field down all results, and back up to the field. */
async function walkResults(page, count) {
  const focus = (field, result) => {
    const stops = [document.querySelector(field), ...document.querySelectorAll(result)];
    return stops.indexOf(document.activeElement);
  };
  const press = async (key, expected) => {
    await page.keyboard.press(key);
    assert.equal(await page.evaluate(focus, FIELD, RESULT), expected, `${key} should lead to stop ${expected} of ${count}`);
  };
  for (let stop = 1; stop <= count; stop += 1) await press("ArrowDown", stop);
  for (let stop = count - 1; stop >= 0; stop -= 1) await press("ArrowUp", stop);
}

inEachBrowser("Enter in the field goes to the first result, which another Enter opens", async ({ host, page }) => {
  await open(page, addressFor(host, MISSPELT));
  await resultsFor(page, MISSPELT);
  await page.focus(FIELD);
  await page.keyboard.press("Enter");
  assert.ok(await page.evaluate((result) => document.activeElement === document.querySelector(result), RESULT));
  await page.keyboard.press("Enter");
  await assertAtPlace(page, TERM.id);
});

inEachBrowser("a key held at the last result goes no further, and Enter leads where that result does", async ({ host, page }) => {
  await open(page, addressFor(host, MISSPELT));
  const found = await resultsFor(page, MISSPELT);
  await page.focus(FIELD);
  for (let presses = 0; presses < found.length + 3; presses += 1) await page.keyboard.down("ArrowDown");
  await page.keyboard.up("ArrowDown");
  const { href } = found.at(-1);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), href);
  await page.keyboard.press("Enter");
  await arrive(page, host.root + href);
  // A scroll that goes on from the page before would take the reader away from the place.
  await until(page, "the scroll to rest", () => (history.state ?? 0) === scrollY);
  const [, id] = href.split("#");
  if (id) await assertAtPlace(page, id);
  else assert.equal(await page.evaluate(() => scrollY), 0);
});

inEachBrowser("the key that leads to the search leads to its field from the results, too", async ({ host, page }) => {
  await open(page, addressFor(host, MISSPELT));
  await resultsFor(page, MISSPELT);
  await page.focus(RESULT);
  await page.keyboard.press("/");
  await until(page, "the focus in the field", (field) => document.activeElement === document.querySelector(field), FIELD);
});

inEachBrowser("keys with which other scripts are written stay with the field", async ({ host, page }) => {
  await open(page, addressFor(host, MISSPELT));
  await resultsFor(page, MISSPELT);
  await page.focus(FIELD);
  for (const key of ["ArrowDown", "Enter"]) {
    // What an input method sends while it composes, which no driver of browsers can make it do.
    const left = await page.$eval(FIELD, (field, key) => field.dispatchEvent(new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true, cancelable: true })), key);
    assert.equal(left, true, `${key} should be left to the input method`);
    assert.ok(await page.evaluate((field) => document.activeElement === document.querySelector(field), FIELD), key);
  }
});

inEachBrowser("a claim is found by its words, and beside it stand an objection and a source", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await mark(page);
  const claim = await page.$eval(".statement:is(.claim, .conclusion) > [id]", ({ id, textContent }) => ({ id, words: textContent }));
  await click(page, `header.site a[href="${SEARCH}"]`);
  await arrive(page, host.root + SEARCH);
  await page.keyboard.type(claim.words);
  const found = await resultsFor(page, claim.words);
  const href = `${FIRST}#${claim.id}`;
  assert.deepEqual({ title: found[0].title, href: found[0].href }, { title: claim.words, href });
  await click(page, `.results a[href="${href}"]`);
  await arrive(page, host.root + href);
  await assertAtPlace(page, claim.id);
  const seen = (selector) => page.$$eval(selector, (all) => all.filter((element) => element.checkVisibility()).length);
  assert.ok((await seen(".statement.objection > [id]")) > 0, "the lesson should show an objection");
  assert.ok((await seen('.cited a[href^="sources/#"]')) > 0, "the lesson should show a source");
  const { sameDocument } = await goInHistory(page, -1, addressFor(host, claim.words));
  assert.equal(sameDocument, true);
  assert.deepEqual(await resultsFor(page, claim.words), found);
});

inEachBrowser("a link to a search opens with its results, and reloading keeps them", async ({ host, page }) => {
  await open(page, addressFor(host, MISSPELT));
  const found = await resultsFor(page, MISSPELT);
  assert.equal(found[0].href, TERM.href);
  await reload(page);
  assert.deepEqual(await resultsFor(page, MISSPELT), found);
  assert.equal(await addressOf(page), addressFor(host, MISSPELT));
});

inEachBrowser("skipping to the text keeps the query and its results", async ({ host, page }) => {
  await open(page, addressFor(host, MISSPELT));
  const found = await resultsFor(page, MISSPELT);
  await mark(page);
  await page.focus(FIELD);
  await tabBackTo(page, ".skip");
  await page.keyboard.press("Enter");
  await until(page, "the text", () => location.hash === "#_main");
  await live(page);
  const { sameDocument } = await arrive(page, `${addressFor(host, MISSPELT)}#_main`);
  assert.equal(sameDocument, true);
  assert.deepEqual(await resultsFor(page, MISSPELT), found);
});

inEachBrowser("what was typed before the index arrived is looked up when it does", async ({ host, page }) => {
  const release = host.hold(/\.bin$/);
  await open(page, host.root + SEARCH);
  await page.focus(FIELD);
  await page.keyboard.type(MISSPELT);
  assert.deepEqual(await results(page), []);
  release();
  const [first] = await resultsFor(page, MISSPELT);
  assert.equal(first.href, TERM.href);
});

inEachBrowser("without its program, the search says that it could not be loaded, and the page stays", { tolerated: [/start-search/, /console (error|warn|warning): /] }, async ({ host, page }) => {
  host.refuse(/start-search/);
  await open(page, addressFor(host, MISSPELT));
  await until(page, "the sentence", () => document.querySelector(".search .notice")?.textContent.length > 20);
  await mark(page);
  await click(page, 'header.site a[href="glossary/"]');
  assert.equal((await arrive(page, `${host.root}glossary/`)).sameDocument, true);
});

inEachBrowser("no other page loads the index", { tolerated: [LEFT_WHILE_LOADING] }, async ({ host, page }) => {
  const others = (await pages()).filter((address) => address !== SEARCH);
  for (const address of [...others, ...(await someFrames()), NOT_FOUND]) await open(page, host.root + address);
  assert.equal(timesLoaded(host), 0);
  await open(page, host.root + SEARCH);
  await page.focus(FIELD);
  await page.keyboard.type(MISSPELT);
  await resultsFor(page, MISSPELT);
  assert.equal(timesLoaded(host), 1);
});

for (const how of ["status", "broken"]) {
  const name = how === "status" ? "refused by the host" : "cut off on the way";
  inEachBrowser(`with the index ${name}, one sentence says so and the page stays`, { tolerated: [/\.bin\b/] }, async ({ host, page }) => {
    host.refuse(/\.bin$/, how);
    await open(page, addressFor(host, MISSPELT));
    await mark(page);
    const sentence = await said(page);
    assert.ok(sentence.length > 20, sentence);
    await page.focus(FIELD);
    await page.keyboard.type("!");
    assert.equal(await said(page), sentence);
    assert.equal(await addressOf(page), addressFor(host, `${MISSPELT}!`));
    await click(page, 'header.site a[href="glossary/"]');
    assert.equal((await arrive(page, `${host.root}glossary/`)).sameDocument, true);
  });
}

inEachBrowser("what was found is not said any more on the page that the reader went on to", async ({ host, page }) => {
  await page.evaluateOnNewDocument(holdTimers);
  await open(page, host.root + SEARCH);
  await page.focus(FIELD);
  await page.keyboard.type(MISSPELT);
  await resultsFor(page, MISSPELT);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  const { said } = await arrive(page, host.root + TERM.href);
  assert.equal(said, await title("glossary/"));
  assert.equal(await statusAtRest(page), said);
});

inEachBrowser("without scripts, one sentence says what is off, and there is no field", { browser: { scripts: false } }, async ({ host, page }) => {
  await page.goto(addressFor(host, MISSPELT), { waitUntil: "load" });
  const seen = await page.evaluate((field) => {
    const sentence = document.querySelector(".search .without-script");
    const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
    return { sentence: isSeen(sentence) && sentence.innerText.length > 20, fields: [...document.querySelectorAll(field)].filter(isSeen).length };
  }, FIELD);
  assert.deepEqual(seen, { sentence: true, fields: 0 });
  assert.equal(timesLoaded(host), 0);
});
