// Readers who zoom, who read by screen reader, who see little contrast, whose hand is unsteady:
// what machines can check of that, on every page, and in other colours and windows on one of each kind.

import assert from "node:assert/strict";

import { violations } from "../support/axe.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser, LAPTOP, shareAnd, shareOf } from "../support/journey.mjs";
import { answerAll } from "../support/questions.mjs";
import { lessons, NOT_FOUND, onePageOfEachKind, open, pages, someFrames } from "../support/site.mjs";

const PHONE = { width: 390, height: 844 };
/** A window of 1280 pixels at a zoom of 400 %. */
const ZOOMED = { width: 320, height: 640 };
const SMALLEST_TARGET = 24;
const ALL = [...(await pages()), ...(await someFrames()), NOT_FOUND];

// What axe looks at is the same in both browsers, so each page is looked at in one of them.
inEachBrowser("axe finds nothing, on every page", async ({ engine, host, page }) => {
  await onEveryPage(host, page, shareOf(engine, ALL), () => violations(page));
});

// Colours and places are those of the kind of page.
for (const [colours, browser] of Object.entries({ light: {}, dark: { dark: true }, "the system's own colours": { forced: true } })) {
  inEachBrowser(`axe finds nothing on one page of each kind, in ${colours}, on a phone, on a laptop and at a zoom of 400 %`, { browser }, async ({ engine, host, page }) => {
    await onEveryPage(host, page, shareOf(engine, await onePageOfEachKind()), async () => {
      const seen = await page.evaluate(() => [matchMedia("(prefers-color-scheme: dark)").matches, matchMedia("(forced-colors: active)").matches]);
      const faults = `${seen}` === `${[browser.dark === true, browser.forced === true]}` ? [] : [`is not shown in ${colours}`];
      for (const viewport of [PHONE, ZOOMED, LAPTOP]) {
        await resize(page, viewport);
        faults.push(...(await violations(page, { ownColours: !browser.forced, onlyLooks: browser.dark === true || browser.forced === true })).map((fault) => `${viewport.width} wide: ${fault}`));
      }
      return faults;
    });
  });
}

inEachBrowser("with more space between letters, words, lines and paragraphs, nothing is cut off", async ({ host, page }) => {
  await onEveryPage(host, page, await onePageOfEachKind(), async () => {
    const faults = [];
    for (const viewport of [PHONE, LAPTOP]) {
      await resize(page, viewport);
      const cut = await page.evaluate(cutOff);
      await page.evaluate(spread);
      // What was cut before, such as what only screen readers shall find, is so on purpose.
      faults.push(...(await page.evaluate(cutOff)).filter((own) => !cut.includes(own)), ...(await page.evaluate(tooWide)));
    }
    return faults;
  });
});

/** Runs in the page: as much space as criterion 1.4.12 of WCAG asks to allow for. */
function spread() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }");
  document.adoptedStyleSheets = [sheet];
}

/** Runs in the page: what has text that does not fit into it and is not shown beyond it either. */
function cutOff() {
  return [...document.querySelectorAll("main *, header *, footer *")]
    .filter((own) => own.checkVisibility() && [...own.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== ""))
    .filter((own) => {
      const style = getComputedStyle(own);
      const isCut = (overflow, all, seen) => ["hidden", "clip"].includes(overflow) && all > seen + 1;
      return isCut(style.overflowX, own.scrollWidth, own.clientWidth) || isCut(style.overflowY, own.scrollHeight, own.clientHeight);
    })
    .map((own) => `cut off: ${own.outerHTML.slice(0, 80)}`);
}

async function resize(page, viewport) {
  await page.setViewport(viewport);
  await until(page, "the new size", (width) => innerWidth === width, viewport.width);
}

inEachBrowser("controls are large enough to hit, and at a zoom of 400 % nothing scrolls sideways", async ({ engine, host, page }) => {
  await onEveryPage(host, page, shareAnd(engine, ALL, await onePageOfEachKind()), async () => {
    const faults = [];
    for (const viewport of [LAPTOP, ZOOMED]) {
      await resize(page, viewport);
      faults.push(...(await page.evaluate(tooSmall, SMALLEST_TARGET)), ...(await page.evaluate(tooWide)));
    }
    return faults;
  });
});

for (const scheme of ["light", "dark"]) {
  inEachBrowser(`headings leave no level out, and the edges of fields and buttons are seen, in ${scheme}`, { browser: { dark: scheme === "dark" } }, async ({ host, page }) => {
    const faults = [];
    for (const address of ["", (await lessons())[0], "quiz/", "quiz/?kind=match&count=2&seed=3", "argument/", "community/", "whole/", "search/?q=state", "standing/"]) {
      await open(page, host.root + address);
      faults.push(...[...(await page.evaluate(leftOut)), ...(await page.evaluate(faintEdges))].map((fault) => `/${address}: ${fault}`));
    }
    assert.deepEqual(faults, []);
  });
}

/** Runs in the page: the headings that are more than one level below the one before. */
function leftOut() {
  const shown = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((own) => own.checkVisibility());
  const level = (own) => Number(own.localName[1]);
  return shown.filter((own, place) => level(own) > (place > 0 ? level(shown[place - 1]) : 0) + 1).map((own) => own.outerHTML.slice(0, 80));
}

/** Runs in the page: the fields and buttons whose edges are less than three times as light or dark as what is around them. */
function faintEdges() {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const linear = (part) => (part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05;
  const around = (own) => {
    const colour = parts(getComputedStyle(own).backgroundColor);
    return colour[3] === 0 && own.parentElement !== null ? around(own.parentElement) : colour;
  };
  const fields = document.querySelectorAll("select, textarea, button, input:not([type=checkbox], [type=radio], [type=range], [type=file])");
  return [...fields].filter((own) => {
    const style = getComputedStyle(own);
    // What has no edge is told by its words; what is chosen, by its ground.
    if (!own.checkVisibility({ visibilityProperty: true }) || style.borderTopWidth === "0px") return false;
    const [edge, ground] = [light(parts(style.borderTopColor)), light(around(own.parentElement))];
    return Math.max(edge, ground) / Math.min(edge, ground) < 3;
  }).map((own) => `faint: ${own.outerHTML.slice(0, 80)}`);
}

/** Opens these pages, answers their questions, and fails if `judge` finds any faults. */
async function onEveryPage(host, page, addresses, judge) {
  const faults = [];
  for (const address of addresses) {
    await open(page, host.root + address);
    await answerAll(page);
    await until(page, "labels of an argument", () => [...document.querySelectorAll("[data-argument][data-live]")].every((own) => (own.dataset.more ?? "") === ""));
    faults.push(...(await judge()).map((fault) => `/${address}: ${fault}`));
  }
  assert.deepEqual(faults, []);
}

/** Runs in the page: whether it scrolls sideways, and what stands out of it. */
function tooWide() {
  const { scrollWidth, clientWidth } = document.documentElement;
  const faults = scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} in ${clientWidth}`] : [];
  // A wide table or drawing and a row of tabs, questions or beginnings scroll by themselves, and what is for screen readers alone is out of sight anyway.
  const elements = [...document.body.querySelectorAll("*")].filter((element) => !element.closest(".wide, .canvas, .tabs, .tries, .presets, .unseen, svg"));
  const wide = elements.filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
  return [...faults, ...wide.map((element) => `stands out at ${clientWidth}: ${element.outerHTML.slice(0, 80)}`)];
}

/** Runs in the page: controls that are smaller than what a finger or an unsteady hand hits. */
function tooSmall(smallest) {
  const kinds = "select, button, summary, .option, .button, .finish, header.site a, .neighbours a";
  const controls = [...document.querySelectorAll(kinds)];
  // Links in lists and in heads of rows; those in sentences stand in lines of text.
  const inLists = [...document.querySelectorAll(":is(li, th, dt) a[href]")].filter((link) => !link.closest("p:not(.says), .prose, .figure, svg"));
  const low = inLists.filter((link) => link.checkVisibility() && link.getBoundingClientRect().height < smallest);
  const seen = controls.filter((control) => control.checkVisibility({ visibilityProperty: true }));
  return [...low.map((link) => `too low: ${link.outerHTML.slice(0, 80)}`), ...seen.flatMap((control) => {
    const { width, height } = control.getBoundingClientRect();
    const size = `${Math.round(width)} × ${Math.round(height)}`;
    return Math.min(width, height) < smallest ? [`only ${size}: ${control.outerHTML.slice(0, 80)}`] : [];
  })];
}
