// Readers who zoom, who read by screen reader, who see little contrast, whose hand is unsteady:
// what machines can check of that, on every page, in light and in dark.

import assert from "node:assert/strict";

import { violations } from "../support/axe.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { NOT_FOUND, open, pages } from "../support/site.mjs";

const ALL = [...(await pages()), NOT_FOUND];
/** A window of 1280 pixels at a zoom of 400 %. */
const ZOOMED = { width: 320, height: 640 };
const PHONE = { width: 390, height: 844 };
const SMALLEST_TARGET = 24;

for (const scheme of ["light", "dark"]) {
  inEachBrowser(`axe finds nothing, in ${scheme}`, { browser: { dark: scheme === "dark" } }, async ({ host, page }) => {
    for (const address of ALL) {
      await open(page, host.root + address);
      assert.equal(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches), scheme === "dark");
      await answerAll(page);
      assert.deepEqual(await violations(page), [], `/${address}`);
    }
  });
}

/** Answers all questions, each by another place in turn, so that feedback of both kinds is shown. */
async function answerAll(page) {
  const count = await page.evaluate(() => {
    const items = [...document.querySelectorAll(".item")];
    items.forEach((item, place) => {
      const options = item.querySelectorAll("input");
      options[place % options.length].click();
      item.querySelector("button.live").click();
    });
    return items.length;
  });
  await until(page, "all verdicts", (count) => document.querySelectorAll(".item .verdict").length === count, count);
}

inEachBrowser("at a zoom of 400 % no page scrolls sideways", { viewport: ZOOMED }, async ({ host, page }) => {
  for (const address of ALL) {
    await open(page, host.root + address);
    await answerAll(page);
    assert.deepEqual(await page.evaluate(tooWide), { width: 320, wide: [] }, `/${address}`);
  }
});

/** Runs in the page: how wide it is, and what stands out of it. */
function tooWide() {
  const { scrollWidth } = document.documentElement;
  const clipped = (element) => element.closest(".wide, .unseen, svg");
  const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !clipped(element));
  return { width: scrollWidth, wide: wide.map((element) => element.outerHTML.slice(0, 80)) };
}

for (const viewport of [PHONE, undefined]) {
  const name = viewport ? "on a phone" : "on a laptop";
  inEachBrowser(`controls are large enough to hit, ${name}`, { viewport }, async ({ host, page }) => {
    for (const address of ALL) {
      await open(page, host.root + address);
      await answerAll(page);
      assert.deepEqual(await page.evaluate(tooSmall, SMALLEST_TARGET), [], `/${address}`);
    }
  });
}

/** Runs in the page: controls that are lower or narrower than what a finger or a shaking hand hits. */
function tooSmall(smallest) {
  const controls = [...document.querySelectorAll("select, button, summary, .option, .button, .finish, header.site a, .neighbours a")];
  const seen = controls.filter((control) => control.checkVisibility({ visibilityProperty: true }));
  return seen.flatMap((control) => {
    const { width, height } = control.getBoundingClientRect();
    return Math.min(width, height) < smallest ? [`${width} × ${height}: ${control.outerHTML.slice(0, 80)}`] : [];
  });
}
