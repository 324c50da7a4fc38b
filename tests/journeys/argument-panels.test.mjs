// What a stance makes of panels: whatever a reader rejects, panels stay small, long
// lists go on in steps, and each statement has its own reasons.

import assert from "node:assert/strict";

import { askWhatElse, judge, labelled, openMap, panel, press, rejecting, shownOf, somePremise, take } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";

/** The most entries and bytes of a panel. */
const ENTRIES = 60;
const BYTES = 40_000;

function sizes(page) {
  return page.$$eval("[data-panel]", (panels) =>
    panels.filter((own) => own.dataset.panel !== "cruxes").map((own) => ({ name: own.dataset.panel, entries: own.querySelectorAll("li, tbody tr").length, bytes: own.innerHTML.length })),
  );
}

inEachBrowser("with everything rejected, panels stay small", async ({ host, page }) => {
  await openMap(page, host);
  for (const query of [await rejecting(page, "li.premise"), await rejecting(page, "li")]) {
    await take(page, host, query);
    await askWhatElse(page, async () => {
      for (const { name, entries, bytes } of await sizes(page)) assert.ok(entries <= ENTRIES && bytes <= BYTES, `${name}: ${entries} entries, ${bytes} bytes`);
    });
  }
});

inEachBrowser("each statement that follows has its own reasons, where it stands", async ({ host, page }) => {
  await openMap(page, host);
  const { from, to } = await somePremise(page);
  const derived = await page.$$eval("li[data-node]", (all) => all.filter((own) => !own.querySelector(":scope > [data-leaf]")).map((own) => own.querySelectorAll(":scope > .reasons").length));
  assert.ok(derived.length > 5 && derived.every((count) => count === 1), `${derived}`);
  const why = `li[data-node="${to}"] > .reasons`;
  await press(page, `${why} > summary`);
  await until(page, "reasons", (why) => document.querySelectorAll(`${why} .why > li`).length > 0, why);
  const before = await page.$eval(why, (own) => own.textContent);
  await judge(page, from, "reject");
  await labelled(page, from, "out");
  await until(page, "reasons to follow", (why, before) => document.querySelector(why).textContent !== before, why, before);
  await until(page, "the premise to be told", (why, from) => document.querySelector(`${why} a[href$="#${from}"]`) !== null, why, from);
  assert.notEqual((await shownOf(page, to)).outline, "in");
});

inEachBrowser("a list goes on where it ends, and the focus goes on with it", async ({ host, page }) => {
  await openMap(page, host);
  const query = await rejecting(page, "li");
  await openMap(page, host, query);
  const more = '[data-panel="compare"] tbody [data-do="part"]';
  await until(page, "more rows", (more) => document.querySelector(more) !== null, more);
  const rows = () => page.$$eval('[data-panel="compare"] tr', (rows) => rows.length);
  const before = await rows();
  await page.$eval(more, (own) => own.closest("details")?.setAttribute("open", ""));
  await page.focus(more);
  await page.keyboard.press("Enter");
  await until(page, "the rows after them", (before) => document.querySelectorAll('[data-panel="compare"] tr').length > before, before + 1);
  assert.ok(await page.evaluate(() => document.activeElement.matches("tr a, tr button")), "the first of what is new has the focus");
});

inEachBrowser("a link keeps its stance when a sentence ends behind it", async ({ host, page }) => {
  await openMap(page, host);
  const { from } = await somePremise(page);
  await judge(page, from, "reject");
  await labelled(page, from, "out");
  await press(page, '[data-do="share"]');
  await until(page, "the address", () => document.querySelector("#_copy-stance") !== null);
  const query = await page.$eval("#_copy-stance", (field) => new URL(field.value).search);
  await page.evaluate(() => localStorage.clear());
  for (const end of [".", ")", ").", ","]) {
    await openMap(page, host, query + end);
    await until(page, "the comparison", () => document.querySelector('[data-panel="compare"]').textContent !== "");
    assert.equal(await panel(page, "notice"), "", end);
    assert.match(await panel(page, "compare"), /differ in 1 verdict/);
  }
});
