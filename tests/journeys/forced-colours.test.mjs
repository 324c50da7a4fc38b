// Readers whose system sets all colours: what is pressed, chosen or current is told apart by the colours of a
// selection and can be read, and drawings agree with their keys.

import assert from "node:assert/strict";

import { openMap } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { CHOICE } from "../support/questions.mjs";
import { untilSeen } from "../support/reader.mjs";
import { lessons, open } from "../support/site.mjs";

const FORCED = { browser: { forced: true } };

/** Fails unless what a selector finds has the colours of a selection, and all text in it. */
async function assertSelected(page, selector) {
  const seen = await page.evaluate((selector) => {
    const probe = document.body.appendChild(document.createElement("p"));
    probe.style.cssText = "forced-color-adjust: none; color: SelectedItemText; background: SelectedItem";
    const of = (element) => ({ color: getComputedStyle(element).color, background: getComputedStyle(element).backgroundColor });
    const wanted = of(probe);
    probe.remove();
    const element = document.querySelector(selector);
    const texts = [element, ...element.querySelectorAll("*:not(input)")].map((own) => getComputedStyle(own).color);
    return { forced: matchMedia("(forced-colors: active)").matches, wanted, is: of(element), texts: [...new Set(texts)] };
  }, selector);
  assert.equal(seen.forced, true);
  assert.deepEqual(seen.is, seen.wanted, selector);
  assert.deepEqual(seen.texts, [seen.wanted.color], selector);
  assert.notEqual(seen.wanted.color, seen.wanted.background);
}

inEachBrowser("an answer that is chosen, and the page that is open", FORCED, async ({ host, page }) => {
  for (const lesson of await lessons()) {
    await open(page, host.root + lesson);
    if (await page.$(CHOICE)) break;
  }
  await page.$eval(`${CHOICE} .option input`, (input) => input.click());
  await assertSelected(page, `${CHOICE} .option:has(:checked)`);
  await open(page, `${host.root}glossary/`);
  await assertSelected(page, "header.site [aria-current]");
});

inEachBrowser("the part of a contents list where the reader is", FORCED, async ({ host, page }) => {
  const [first] = await lessons();
  await open(page, host.root + first);
  await untilSeen(page, ".item", "where the reader is", () => document.querySelector(".contents [aria-current]") !== null);
  await assertSelected(page, ".contents [aria-current]");
});

inEachBrowser("a class of the map is marked where it is pressed, and its key has the map's colour", FORCED, async ({ host, page }) => {
  await open(page, `${host.root}community/`);
  await untilSeen(page, ".drawing", "the map", () => document.querySelector(".drawing svg") !== null);
  await page.$eval(".legend.shown .pick", (pick) => pick.click());
  await until(page, "what is pressed", () => document.querySelector('.legend.shown .pick[aria-pressed="true"]') !== null);
  const seen = await page.evaluate(() => {
    const pick = document.querySelector('.legend.shown .pick[aria-pressed="true"]');
    const swatch = pick.closest("li").querySelector(".swatch");
    const drawn = [...document.querySelectorAll(".drawing .on")].find((own) => own.checkVisibility());
    const fill = (element) => getComputedStyle(element.matches("svg") ? (element.firstElementChild ?? element) : element).fill;
    return { outline: getComputedStyle(pick).outlineStyle, key: getComputedStyle(swatch).fill, map: fill(drawn) };
  });
  assert.equal(seen.outline, "solid");
  assert.equal(seen.key, seen.map);
});

inEachBrowser("a verdict that is chosen is the system's own radio button", FORCED, async ({ host, page }) => {
  await openMap(page, host);
  const adjust = await page.$eval("[data-leaf] input:checked", (input) => getComputedStyle(input).forcedColorAdjust);
  assert.equal(adjust, "auto");
});
