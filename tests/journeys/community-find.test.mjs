// Readers who look for a state on the map by any of its names or by its code, and who come by links
// that were written by hand.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { chosen, openMap, said } from "../support/map.mjs";

const NAMES = {
  UK: "GBR", "Great Britain": "GBR", Turkey: "TUR", "Ivory Coast": "CIV", "Cote d'Ivoire": "CIV", "Czech Republic": "CZE",
  "Viet Nam": "VNM", "Russian Federation": "RUS", "Republic of Korea": "KOR", DPRK: "PRK", DRC: "COD", "D.R. Congo": "COD",
  "Democratic Republic of the Congo": "COD", Congo: "COG", "East Timor": "TLS", Swaziland: "SWZ", Holland: "NLD",
  Palestinian: "PSE", "Holy See": "VAT", Vatican: "VAT", USA: "USA", US: "USA", "U.S.": "USA", UAE: "ARE", Burma: "MMR",
  "Cape Verde": "CPV", "Cabo Verde": "CPV", Macedonia: "MKD", "Bolivia (Plurinational State of)": "BOL", Niger: "NER",
  "Iran (Islamic Republic of)": "IRN", "Antigua and Barbuda": "ATG", "saint lucia": "LCA", "Allemagne": "DEU", "España": "ESP",
  Россия: "RUS", 中国: "CHN", مصر: "EGY", Arg: "ARG", Ind: "IND", Guinea: "GIN", Dominica: "DMA", "Sao Tome": "STP",
};

/** Writes into the field as readers do, and presses Enter there; tells the codes that are chosen then, after all was cleared. */
function asked(page, queries) {
  return page.evaluate((queries) => queries.map((query) => {
    document.querySelector('[data-do="clear"]')?.click();
    const field = document.querySelector("[data-find]");
    field.value = query;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    return [...document.querySelectorAll(".chips a")].map((link) => /([a-z]{3})\/[^/]*$/.exec(link.href)[1].toUpperCase()).join();
  }), queries);
}

inEachBrowser("states are found by their other names, in six languages", async ({ host, page }) => {
  await openMap(page, host.root);
  const found = await asked(page, Object.keys(NAMES));
  assert.deepEqual(Object.fromEntries(Object.keys(NAMES).map((name, at) => [name, found[at]])), NAMES);
});

inEachBrowser("each of the 195 codes on the tiles finds its state", async ({ host, page }) => {
  await openMap(page, host.root, "?drawing=tiles");
  const codes = await page.$$eval(".drawing .codes text", (texts) => texts.map((text) => text.textContent));
  assert.equal(codes.length, 195);
  assert.deepEqual(await asked(page, codes), codes);
});

inEachBrowser("Enter chooses and never takes a choice back", async ({ host, page }) => {
  await openMap(page, host.root);
  await page.type("[data-find]", "UK");
  assert.match(await page.$eval("[data-pointed]", (line) => line.textContent), /^United Kingdom: /);
  for (let time = 0; time < 3; time += 1) {
    await page.keyboard.press("Enter");
    assert.deepEqual(await chosen(page), ["United Kingdom"]);
  }
});

inEachBrowser("that no state has a name is shown and said, until one has", async ({ host, page }) => {
  await openMap(page, host.root);
  const told = () => page.evaluate(() => ({
    seen: document.querySelector("[data-none]").checkVisibility() ? document.querySelector("[data-none]").textContent : "",
    said: document.querySelector("#_status").textContent,
  }));
  assert.equal((await told()).seen, "");
  await page.type("[data-find]", "Tuvx");
  const none = "No state has that name.";
  assert.deepEqual(await told(), { seen: none, said: none });
  await page.keyboard.press("Enter");
  assert.deepEqual(await chosen(page), []);
  await page.keyboard.press("Backspace");
  assert.deepEqual(await told(), { seen: "", said: none });
});

inEachBrowser("links with odd values show what they can mean", async ({ host, page }) => {
  await openMap(page, host.root, "?layer=BUDAPEST&states=FRA,fra,xyz,tuv&year=1900");
  assert.deepEqual(await chosen(page), ["France", "Tuvalu"]);
  assert.equal((await page.$$("[data-chosen] > ul:not(.chips) li")).length, 1);
  const years = () => page.$eval(".legend.shown", (legend) => {
    const { value, min, max } = legend.querySelector("[data-year]");
    return { value, min, max, said: legend.querySelector("output").textContent };
  });
  const first = await years();
  assert.deepEqual([first.value, first.said], [first.min, first.min]);
  await openMap(page, host.root, "?layer=budapest&year=3000");
  const last = await years();
  assert.deepEqual([last.value, last.said], [last.max, last.max]);
  assert.ok(Number(first.min) < Number(last.max));
});

inEachBrowser("no layer is crossed with itself, by a link or by choice", async ({ host, page }) => {
  const crossed = () => page.evaluate(() => ({ table: Boolean(document.querySelector(".cross")), with: document.querySelector('[data-choice="with"]').value }));
  await openMap(page, host.root, "?layer=hanoi&with=hanoi");
  await said(page);
  assert.deepEqual(await crossed(), { table: false, with: "" });
  await page.select('[data-choice="with"]', "budapest");
  await until(page, "the table", () => document.querySelector(".cross") !== null);
  await page.select('[data-choice="layer"]', "budapest");
  await said(page);
  assert.deepEqual(await crossed(), { table: false, with: "" });
});

inEachBrowser("a crossing says of which year it is", async ({ host, page }) => {
  await openMap(page, host.root, "?layer=budapest&with=vote-74-247&year=2010");
  const caption = () => page.$eval(".cross caption", (caption) => caption.textContent);
  const title = await page.$eval(".legend.shown :first-child", (title) => title.textContent);
  assert.ok((await caption()).startsWith(`${title}, 2010`), await caption());
  await page.evaluate(() => document.querySelector('.legend.shown [data-do="on"]').click());
  await said(page);
  assert.ok((await caption()).startsWith(`${title}, 2011`), await caption());
});
