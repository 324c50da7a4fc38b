// Readers of a model: they say what they expect, run it, change a setting, and give the link away; by keys alone, with less
// motion, on a phone and without scripts.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click } from "../support/reader.mjs";
import { pages } from "../support/site.mjs";

const PAGE = "models/good-faith/";
const PHONE = { viewport: { width: 360, height: 740, hasTouch: true, isMobile: false } };

const open = async (page, address) => {
  await page.goto(address, { waitUntil: "load" });
  await until(page, "the model to answer", () => document.querySelector(".play[data-live] a.this") && document.documentElement.hasAttribute("data-interactive") && document.querySelector(".play [data-do=run]").checkVisibility({ visibilityProperty: true }));
};
const said = (page) => page.$eval(".play .said", (line) => line.textContent);
const numbers = (page) => page.$eval(".play .numbers .table", (table) => table.textContent);
const came = (page) => until(page, "the outcome", () => document.querySelector(".play .came").textContent);

inEachBrowser("a prediction, a run, and a link that restores it exactly", async ({ host, newPage, page }) => {
  await open(page, host.root + PAGE);
  const before = await said(page);
  await click(page, '.play [data-expected="0"]');
  await page.select(".play [data-pace]", "fast");
  await click(page, '.play [data-do="run"]');
  await until(page, "something to move", (before) => document.querySelector(".play .said").textContent !== before, before);
  assert.match(await came(page), /expected/);
  const [end, table] = [await said(page), await numbers(page)];
  const link = await page.$eval(".play a.this", (link) => link.href);
  assert.equal(link, await page.evaluate(() => location.href));
  const other = await newPage();
  await open(other, link);
  await until(other, "the same sentence", (end) => document.querySelector(".play .said").textContent === end, end);
  assert.equal(await numbers(other), table);
});

inEachBrowser("as long as nobody moves a model, its address is the one that was given", async ({ host, page }) => {
  const models = (await pages()).filter((address) => /^models\/./.test(address));
  assert.ok(models.length > 0);
  for (const address of models) {
    await open(page, host.root + address);
    // What is set out to be shown is there with the next picture.
    await page.evaluate(() => new Promise((rested) => requestAnimationFrame(() => requestAnimationFrame(rested))));
    assert.equal(await page.evaluate(() => location.href), host.root + address);
    assert.equal(await page.$eval(".play a.this", (link) => link.href), host.root + address);
  }
});

inEachBrowser("a slider answers at once, and no link does harm", async ({ host, page }) => {
  await open(page, `${host.root}${PAGE}?noise=NaN&turns=1e999&first=nobody&seed=-5&at=99999999&scene=neighbours&size=64&at=30`);
  await until(page, "a canvas", () => document.querySelector(".play canvas")?.width === 64);
  await open(page, `${host.root}${PAGE}?noise=0`);
  const before = await said(page);
  await page.$eval('.play input[type="range"][data-setting="noise"]', (slider) => {
    slider.value = "50";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await until(page, "another sentence", (before) => document.querySelector(".play .said").textContent !== before, before);
  assert.equal(await page.$eval('.play input[type="number"][data-setting="noise"]', (field) => field.value), "50.0");
});

inEachBrowser("by keys alone", async ({ host, page }) => {
  await open(page, `${host.root}${PAGE}?noise=0`);
  await page.focus('.play [data-expected="0"]');
  await page.keyboard.press(" ");
  await page.focus('.play [data-do="step"]');
  const before = await said(page);
  await page.keyboard.press("Enter");
  await until(page, "a step", (before) => document.querySelector(".play .said").textContent !== before, before);
  await page.focus('.play [data-do="run"]');
  await page.keyboard.press("Enter");
  await came(page);
});

inEachBrowser("with less motion, a run is shown where it stops", async ({ host, page }) => {
  await page.emulateMediaFeatures?.([{ name: "prefers-reduced-motion", value: "reduce" }]).catch(() => {});
  await open(page, host.root + PAGE);
  await page.select(".play [data-pace]", "fast");
  await click(page, '.play [data-do="run"]');
  await came(page);
});

inEachBrowser("on a phone, nothing is wider than the window", PHONE, async ({ host, page }) => {
  await open(page, `${host.root}${PAGE}?scene=generations`);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await click(page, '.play [data-do="run"]');
  await until(page, "generations", () => /[1-9]/.test(document.querySelector(".play .said").textContent));
});

inEachBrowser("without scripts, there are the question and a picture", { browser: { scripts: false } }, async ({ host, page }) => {
  await page.goto(host.root + PAGE, { waitUntil: "load" });
  const seen = await page.evaluate(() => ({
    asked: document.querySelector(".play .asked").textContent.length > 40,
    drawn: document.querySelector(".play .drawn svg").getBoundingClientRect().height > 100,
    said: document.querySelector(".play .said").textContent.length > 20,
  }));
  assert.deepEqual(seen, { asked: true, drawn: true, said: true });
});
