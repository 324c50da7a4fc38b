// A reader whose browser runs no scripts, or whose network lets the program not through: all text
// is there, links load pages, and what cannot answer either hides or is said to be off.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click, clickToLoad } from "../support/reader.mjs";
import { lessons, pages } from "../support/site.mjs";

const PAGES = await pages();
const [FIRST, SECOND] = await lessons();
const NO_SCRIPTS = { browser: { scripts: false } };

inEachBrowser("without scripts, every page shows its text and no dead controls", NO_SCRIPTS, async ({ host, page }) => {
  for (const address of PAGES) {
    await page.goto(host.root + address, { waitUntil: "load" });
    assert.deepEqual(await page.evaluate(lookAround), { text: true, said: 1, interactive: null, dead: [] }, address);
  }
});

/** Runs in the page: what a reader finds who has no scripts. */
function lookAround() {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const [app] = document.querySelectorAll("#_app");
  const controls = [...document.querySelectorAll(".live, select, button, input[type=checkbox]")];
  return {
    text: app.innerText.length > 400,
    said: [...document.querySelectorAll(".off")].filter((line) => seen(line) && line.innerText.length > 20).length,
    interactive: document.documentElement.dataset.interactive ?? null,
    dead: controls.filter(seen).map((control) => control.outerHTML.slice(0, 80)),
  };
}

inEachBrowser("without scripts, links load pages", NO_SCRIPTS, async ({ host, page }) => {
  await page.goto(host.root, { waitUntil: "load" });
  await clickToLoad(page, `.lessons a[href="${FIRST}"]`, host.root + FIRST);
  await clickToLoad(page, 'a[rel="next"]', host.root + SECOND);
  const term = await page.$eval('a.term[href^="glossary/#"]', (link) => link.getAttribute("href"));
  await clickToLoad(page, `a.term[href="${term}"]`, host.root + term);
  await until(page, "the term", (id) => document.querySelector(":target")?.id === id, term.split("#")[1]);
});

inEachBrowser("without scripts, the answers to a question unfold", NO_SCRIPTS, async ({ host, page }) => {
  await page.goto(host.root + FIRST, { waitUntil: "load" });
  const answers = "section.item details.answers";
  const seen = (selector) => document.querySelector(`${selector} li`).checkVisibility();
  assert.equal(await page.evaluate(seen, answers), false);
  await click(page, `${answers} summary`);
  await until(page, "the answers", seen, answers);
  assert.ok(await page.$eval(answers, (details) => details.innerText.length > 100));
});

inEachBrowser("without scripts, the opening question answers", NO_SCRIPTS, async ({ host, page }) => {
  await page.goto(host.root, { waitUntil: "load" });
  const seen = () => document.querySelector(".opening .granted").checkVisibility();
  assert.equal(await page.evaluate(seen), false);
  await click(page, ".opening summary");
  await until(page, "what was granted", seen);
});

for (const how of ["status", "broken"]) {
  const name = how === "status" ? "refused by the host" : "cut off on the way";
  const tolerated = [/concord-\w+\.wasm/, /^console (warn|warning|error): /];
  inEachBrowser(`with the program ${name}, the text stays and one line says what is off`, { tolerated }, async ({ host, page }) => {
    host.refuse(/\.wasm$/, how);
    await page.goto(host.root + FIRST, { waitUntil: "load" });
    await until(page, "the line that says it", () => document.getElementById("_off").checkVisibility());
    assert.deepEqual(await page.evaluate(lookAround), { text: true, said: 1, interactive: null, dead: [] });
    await clickToLoad(page, 'a[rel="next"]', host.root + SECOND);
    await until(page, "the line that says it", () => document.getElementById("_off").checkVisibility());
    assert.ok(host.requests.some((path) => path.endsWith(".wasm")));
  });
}

inEachBrowser("with the program there, no line says that anything is off", async ({ host, page }) => {
  await page.goto(host.root + FIRST, { waitUntil: "load" });
  await until(page, "the page to answer", () => document.documentElement.dataset.interactive === "on");
  assert.equal((await page.evaluate(lookAround)).said, 0);
});
