// What a stance makes of panels: whatever a reader rejects, no answer makes the page stand still, long
// lists go on in steps, and each statement has its own reasons.

import assert from "node:assert/strict";

import { judge, labelled, openMap, panel, press, shownOf, somePremise } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { assertQuick } from "../support/quick.mjs";

/** The most entries and bytes of a panel. */
const ENTRIES = 60;
const BYTES = 40_000;

/** The address of a stance that rejects all premises, or all that readers decide about. */
function rejecting(page, selector) {
  return page.$$eval(`${selector} > [data-leaf]`, (all) => `?reject=${all.map((own) => own.dataset.leaf).join(".")}&version=00000001`);
}

/** Opens the map with the stance of an address. */
async function take(page, host, query) {
  await openMap(page, host, query);
  await until(page, "the comparison", () => document.querySelector('[data-panel="parting"]') !== null);
  // What comes next may move the button, or write it anew, under the hand of somebody as quick as a program.
  await panel(page, "compare");
  await press(page, '[data-do="take"]');
  await until(page, "the stance", () => document.querySelector('[data-panel="compare"]').textContent === "");
}

/** Waits until what was searched for was found. */
function found(page) {
  return until(page, "the search to end", () => !/^$|…$/.test(document.querySelector('[data-panel="searched"]').textContent));
}

function sizes(page) {
  return page.$$eval("[data-panel]", (panels) =>
    panels.filter((own) => own.dataset.panel !== "cruxes").map((own) => ({ name: own.dataset.panel, entries: own.querySelectorAll("li, tbody tr").length, bytes: own.innerHTML.length })),
  );
}

inEachBrowser("with everything rejected, panels stay small and the page quick", async ({ engine, host, page }) => {
  await openMap(page, host);
  const queries = [await rejecting(page, "li.premise"), await rejecting(page, "li")];
  for (const query of queries) {
    await take(page, host, query);
    const statements = await page.$$eval("select[data-crux] option", (options) => options.map((own) => own.value).filter(Boolean));
    const answers = async (look) => {
      for (const statement of statements.slice(0, 3)) {
        await page.select("select[data-crux]", statement);
        await found(page);
        await look?.();
      }
      // Each verdict after it, too.
      const { from } = await somePremise(page).catch(() => ({}));
      const leaf = from ?? (await page.$eval("[data-leaf]", (own) => own.dataset.leaf));
      for (const verdict of ["accept", "open", "reject"]) {
        await judge(page, leaf, verdict);
        await labelled(page, leaf, { accept: "in", open: "undecided", reject: "out" }[verdict]);
        await found(page);
      }
    };
    await answers(async () => {
      for (const { name, entries, bytes } of await sizes(page)) assert.ok(entries <= ENTRIES && bytes <= BYTES, `${name}: ${entries} entries, ${bytes} bytes`);
    });
    if (engine === "chromium") await assertQuick(page, "what follows", () => answers());
  }
});

inEachBrowser("what changes every statement at once leaves the page quick", async ({ engine, host, page }) => {
  await openMap(page, host);
  const change = async (start) => {
    const before = await page.$eval("[data-argument]", (own) => own.dataset.stance);
    await page.$eval(`[data-do="${start}"]`, (button) => button.click());
    await until(page, "the stance", (before) => document.querySelector("[data-argument]").dataset.stance !== before, before);
    await panel(page, "result");
  };
  const starts = async () => {
    for (const start of ["granted", "opening", "blank"]) await change(start);
  };
  if (engine === "chromium") await assertQuick(page, "another start", starts);
  else await starts();
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
