// A reader points at a state: by its first letters, wrongly, and rightly.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click, tabTo } from "../support/reader.mjs";
import { lessons, open, reload, text } from "../support/site.mjs";

const ITEM = "section.item:has(select[data-states])";

async function openQuestion(host, page) {
  for (const lesson of await lessons()) {
    if ((await text(`${lesson}index.html`)).includes("data-states aria-labelledby")) return open(page, host.root + lesson);
  }
  return assert.fail("No lesson asks for a state.");
}

inEachBrowser("all 195 states can be found and chosen, by keyboard alone", async ({ host, page }) => {
  await openQuestion(host, page);
  const names = await page.$$eval(`${ITEM} option:not([value=""])`, (options) => options.map((option) => option.textContent));
  const first = names.slice(0, names.indexOf("Zimbabwe") + 1);
  assert.equal(first.length, 195);
  for (const name of ["Tuvalu", "Nauru", "San Marino", "Palau", "Türkiye"]) assert.ok(first.includes(name), name);
  await tabTo(page, `${ITEM} select[data-states]`);
  await page.keyboard.type("Tuv");
  await until(page, "Tuvalu", () => document.activeElement.value === "tuv");
  await tabTo(page, `${ITEM} [type=submit]`);
  await page.keyboard.press("Enter");
  await until(page, "a verdict", (item) => document.querySelector(`${item} .verdict`) !== null, ITEM);
});

inEachBrowser("a state is pointed at on a map that gives nothing away, and list and map say the same", async ({ host, page }) => {
  await openQuestion(host, page);
  const shape = `${ITEM} .drawing path[data-at]`;
  await page.$eval(`${ITEM} .drawing`, (drawing) => drawing.scrollIntoView({ block: "center", behavior: "instant" }));
  await until(page, "the map", (shape) => document.querySelectorAll(shape).length > 100 && document.querySelector(shape).matches(".plain"), shape);
  const looks = await page.$$eval(shape, (all) => [...new Set(all.map((own) => own.getAttribute("class")))]);
  assert.deepEqual(looks, ["plain"]);
  // Somewhere in the middle of South America there is no sea.
  const { x, y } = await page.$eval(`${ITEM} .drawing`, (drawing) => {
    const { x, y, width, height } = drawing.getBoundingClientRect();
    return { x: x + width * 0.345, y: y + height * 0.62 };
  });
  await page.mouse.click(x, y);
  const chosen = () => page.$eval(`${ITEM} select[data-states]`, (list) => list.value);
  await until(page, "a state", (item) => document.querySelector(`${item} select[data-states]`).value !== "", ITEM);
  assert.equal(await chosen(), "bra");
  assert.equal(await page.$eval(`${ITEM} .pointed`, (line) => line.textContent), "Brazil");
  await page.select(`${ITEM} select[data-states]`, "ind");
  await until(page, "another one on the map", (item) => document.querySelectorAll(`${item} .drawing .on`).length === 1, ITEM);
  await click(page, `${ITEM} [type=submit]`);
  await until(page, "a verdict", (item) => document.querySelector(`${item} .verdict`) !== null, ITEM);
});

inEachBrowser("nothing chosen, a wrong state and a right one are told apart, with the reason", async ({ host, page }) => {
  // It is asked later, not in its lesson.
  await open(page, `${host.root}quiz/?question=q-un-few-people`);
  await until(page, "the question", (item) => document.querySelector(item) !== null, ITEM);
  const check = async (code, wanted) => {
    await page.select(`${ITEM} select[data-states]`, code);
    await click(page, `${ITEM} [type=submit]`);
    await until(page, wanted, ([item, wanted]) => document.querySelector(`${item} .feedback > ${wanted}`) !== null, [ITEM, wanted]);
    return page.$eval(`${ITEM} .feedback`, (feedback) => feedback.textContent);
  };
  assert.ok((await check("", "p")).length > 5);
  const observer = await check("vat", ".distractor");
  const other = await check("jpn", ".distractor");
  const right = await check("nru", ".key");
  assert.ok(observer !== other && observer.includes("observer"), observer);
  assert.ok(right.length > 60);
  await reload(page);
  const kept = await page.evaluate(() => Object.values(localStorage).join("\n").match(/^answer \S+ \S+ 1 1 /m) !== null);
  assert.ok(kept, "the right answer is kept");
});
