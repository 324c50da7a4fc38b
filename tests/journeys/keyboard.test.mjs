// A reader goes through the guide by keyboard alone, and always sees where they are.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { CHOICE } from "../support/questions.mjs";
import { addressOf, arrive, assertAtPlace, atTheBeginning, goInHistory, mark, tabBackTo, tabTo } from "../support/reader.mjs";
import { lessons, open, title } from "../support/site.mjs";

const [FIRST, SECOND] = await lessons();
const ITEM = CHOICE;

inEachBrowser("from home to the second lesson and back", async ({ host, page }) => {
  await open(page, host.root);
  await mark(page);
  await tabTo(page, `.lessons a[href="${FIRST}"]`);
  await page.keyboard.press("Enter");
  assert.deepEqual(await arrive(page, host.root + FIRST), atTheBeginning(await title(FIRST)));
  await tabTo(page, 'a[rel="next"]');
  await page.keyboard.press("Enter");
  assert.deepEqual(await arrive(page, host.root + SECOND), atTheBeginning(await title(SECOND)));
  const { focus, sameDocument } = await goInHistory(page, -1, host.root + FIRST);
  assert.deepEqual({ focus, sameDocument }, { focus: "_title", sameDocument: true });
});

for (const address of ["", SECOND]) {
  inEachBrowser(`the first Tab offers to skip to the text, at /${address}`, async ({ host, page }) => {
    await open(page, host.root + address);
    await skip(page);
    assert.equal(await addressOf(page), `${host.root}${address}#_main`);
  });
}

inEachBrowser("skipping works on a page that was reached by a link, too", async ({ host, page }) => {
  await open(page, host.root);
  await mark(page);
  await tabTo(page, `.lessons a[href="${FIRST}"]`);
  await page.keyboard.press("Enter");
  await arrive(page, host.root + FIRST);
  await tabBackTo(page, ".skip");
  await page.keyboard.press("Enter");
  const { sameDocument } = await arrive(page, `${host.root}${FIRST}#_main`);
  assert.equal(sameDocument, true);
  await assertNextTabIsInMain(page);
});

/** Takes the skip link: it shows itself, and the next Tab goes to what stands in the main part. */
async function skip(page) {
  await page.keyboard.press("Tab");
  const link = await page.evaluate(() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return { isSkip: document.activeElement.matches(".skip"), inSight: top >= 0 && bottom <= innerHeight };
  });
  assert.deepEqual(link, { isSkip: true, inSight: true });
  await page.keyboard.press("Enter");
  await until(page, "the text", () => location.hash === "#_main");
  await assertNextTabIsInMain(page);
}

async function assertNextTabIsInMain(page) {
  await page.keyboard.press("Tab");
  const found = await page.evaluate(() => ({
    inMain: document.activeElement.closest("#_main") !== null,
    first: document.activeElement === document.querySelector("#_main a[href]"),
  }));
  assert.deepEqual(found, { inMain: true, first: true });
}

inEachBrowser("the table of contents leads to the headings", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await mark(page);
  const entry = ".contents li:nth-child(2) a";
  const id = await page.$eval(entry, (link) => link.hash.slice(1));
  await tabTo(page, entry);
  await page.keyboard.press("Enter");
  await assertAtPlace(page, id);
  const { sameDocument } = await arrive(page, `${host.root}${FIRST}#${id}`);
  assert.equal(sameDocument, true);
});

for (const address of ["", FIRST]) {
  inEachBrowser(`Tab reaches each control of /${address} in order, and shows where it is`, async ({ host, page }) => {
    await open(page, host.root + address);
    const count = await page.evaluate(listControls);
    const faults = [];
    for (let place = 0; place < count; ) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(describeFocus, place);
      if (focused.fault) faults.push(focused.fault);
      if (focused.skipped) break;
      if (focused.isNext) place += 1;
    }
    assert.deepEqual(faults, []);
  });
}

/** Runs in the page: lists what Tab should stop at. Radio buttons of a group are one stop. */
function listControls() {
  const groups = new Set();
  const all = [...document.querySelectorAll("a[href], button, select, input, summary")];
  window.controls = all.filter((control) => {
    if (!control.checkVisibility({ visibilityProperty: true })) return false;
    if (control.type !== "radio") return true;
    const known = groups.has(control.name);
    groups.add(control.name);
    return !known;
  });
  return window.controls.length;
}

/** Runs in the page: what has the focus, and what is wrong with how that shows. */
function describeFocus(expected) {
  const focused = document.activeElement;
  const place = window.controls.indexOf(focused);
  const isNext = place === expected;
  const name = `${focused.outerHTML.slice(0, 90)}…`;
  // What scrolls may be a stop as well, but nothing may be left out.
  const skipped = place > expected || (place >= 0 && place < expected) || focused === document.body;
  if (skipped) return { skipped, fault: `${name} follows, instead of ${window.controls[expected].outerHTML.slice(0, 90)}…` };
  const shown = focused.closest(".option") ?? focused;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
  const { top, bottom } = shown.getBoundingClientRect();
  const outlined = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && outlineColor !== "rgba(0, 0, 0, 0)";
  if (!outlined) return { isNext, fault: `${name} shows no focus: ${outlineWidth} ${outlineStyle} ${outlineColor}` };
  if (bottom <= 0 || top >= innerHeight) return { isNext, fault: `${name} has the focus out of sight` };
  return { isNext };
}

inEachBrowser("a question is answered: wrong, again, right", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  const { key, count } = await page.$eval(ITEM, (item) => {
    const answers = [...item.querySelectorAll("details.answers li")];
    return { key: answers.findIndex((answer) => answer.querySelector("p > strong")), count: answers.length };
  });
  await tabTo(page, `${ITEM} .options input`);
  await page.keyboard.press(" ");
  await chooseByArrows(page, 0, 0, count);
  await chooseByArrows(page, 0, (key + 1) % count, count);
  assert.equal(await check(page), "distractor");
  await tabTo(page, `${ITEM} .feedback button`, 2 + (await linksInFeedback(page)));
  await page.keyboard.press("Enter");
  await until(page, "the feedback to go", (item) => !document.querySelector(`${item} .feedback > *`), ITEM);
  await until(page, "the button to have the focus", (item) => document.activeElement.matches(`${item} button.live`), ITEM);
  assert.equal(await chosen(page), -1);
  await tabBackTo(page, `${ITEM} .options input`, 2);
  await page.keyboard.press(" ");
  await chooseByArrows(page, await chosen(page), key, count);
  assert.equal(await check(page), "key");
});

inEachBrowser("checking without an answer asks for one", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await tabTo(page, `${ITEM} button.live`);
  await page.keyboard.press(" ");
  await until(page, "a word on it", (item) => document.querySelector(`${item} .feedback`).textContent.length > 0, ITEM);
  assert.equal(await page.$(`${ITEM} .feedback .verdict`), null);
});

/** The place of the chosen option in the first question, or -1. */
function chosen(page) {
  return page.$eval(ITEM, (item) => [...item.querySelectorAll(".options input")].findIndex((input) => input.checked));
}

async function chooseByArrows(page, from, to, count) {
  for (let steps = (to - from + count) % count; steps > 0; steps -= 1) await page.keyboard.press("ArrowDown");
  await until(page, "the option to be chosen", (item, to) => [...document.querySelectorAll(`${item} .options input`)].findIndex((input) => input.checked) === to, ITEM, to);
}

/** Goes on to the button, checks the answer, and tells the class of the feedback. */
async function check(page) {
  await tabTo(page, `${ITEM} button.live`, 2);
  await page.keyboard.press("Enter");
  await until(page, "a verdict", (item) => document.querySelector(`${item} .feedback .verdict`) !== null, ITEM);
  return page.$eval(`${ITEM} .feedback > div`, (feedback) => feedback.className);
}

function linksInFeedback(page) {
  return page.$$eval(`${ITEM} .feedback a`, (links) => links.length);
}

inEachBrowser("the theme is chosen", async ({ host, page }) => {
  await open(page, host.root);
  await tabTo(page, "select");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await until(page, "the dark theme", () => document.documentElement.dataset.theme === "dark");
});
