// A reader of another language: all words of the pack are long and go from right to left. What still
// shows Latin letters is not in the pack; what breaks would break in other languages.

import assert from "node:assert/strict";

import { until } from "../../support/condition.mjs";
import { inEachBrowser, LAPTOP } from "../../support/journey.mjs";
import { answerAll } from "../../support/questions.mjs";
import { click } from "../../support/reader.mjs";
import { LEFT_WHILE_LOADING } from "../../support/reports.mjs";
import { NOT_FOUND, lessons, open, pages, someFrames } from "../../support/site.mjs";

const [FIRST] = await lessons();
const PHONE = { width: 320, height: 640 };

inEachBrowser("no word of the interface stands in the program", { tolerated: [LEFT_WHILE_LOADING] }, async ({ host, page }) => {
  const faults = [];
  for (const address of [...(await pages()), ...(await someFrames()), NOT_FOUND]) {
    await open(page, host.root + address);
    const found = await page.evaluate(latin);
    faults.push(...found.map((text) => `/${address}: ${text}`));
  }
  assert.deepEqual(faults, []);
});

/** Runs in the page: what a reader sees or hears that has Latin letters. Keys, code and the codes of states may. */
function latin() {
  const has = (text) => /[A-Za-z]{2}/.test(text ?? "");
  const found = [document.title].filter(has);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.parentElement.closest("script, noscript, code, kbd, .drawing text") && has(node.data)) found.push(node.data.trim());
  }
  for (const element of document.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      if (has(element.getAttribute(name))) found.push(`${name}: ${element.getAttribute(name)}`);
    }
  }
  return found;
}

inEachBrowser("what code writes later is in the pack as well", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  const note = async () => {
    await until(page, "the note", () => document.querySelector("#_popover")?.matches(":popover-open"));
    const found = await page.$eval("#_popover", (note) => [...note.querySelectorAll("h2, p, label, button, dd")].map((part) => part.textContent).filter((text) => /[A-Za-z]{2}/.test(text)));
    await page.keyboard.press("Escape");
    return found;
  };
  await click(page, ".text a.term");
  assert.deepEqual(await note(), []);
  await click(page, ".statement .to-here");
  assert.deepEqual(await note(), []);
  await click(page, "footer.site button");
  assert.deepEqual(await note(), []);
  await answerAll(page);
  assert.deepEqual(await page.evaluate(latin), []);
});

inEachBrowser("the page goes from right to left, and nothing scrolls sideways or is cut off", async ({ host, page }) => {
  const faults = [];
  for (const viewport of [LAPTOP, PHONE]) {
    await page.setViewport(viewport);
    for (const address of [...(await pages()), ...(await someFrames())]) {
      await open(page, host.root + address);
      faults.push(...(await page.evaluate(layout)).map((fault) => `/${address} at ${viewport.width}: ${fault}`));
    }
  }
  assert.deepEqual(faults, []);
});

/** Runs in the page: what does not follow the direction of the text. */
function layout() {
  const faults = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (document.dir !== "rtl") faults.push("has no direction");
  if (scrollWidth > clientWidth) faults.push(`scrolls sideways: ${scrollWidth} in ${clientWidth}`);
  for (const element of document.querySelectorAll("#_app *:not(.wide *, .canvas *, .tabs *, .tries *, .presets *, svg *, .skip, .unseen)")) {
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && element.checkVisibility() && (left < -0.5 || right > clientWidth + 0.5)) faults.push(`stands out: ${element.outerHTML.slice(0, 80)}`);
  }
  const [first, second] = document.querySelectorAll("header.site li");
  if (first && first.getBoundingClientRect().right < second.getBoundingClientRect().right) faults.push("its navigation goes from left to right");
  for (const statement of document.querySelectorAll(".statement")) {
    const { borderRightWidth, borderLeftWidth } = getComputedStyle(statement);
    if (borderLeftWidth !== "0px" || borderRightWidth === "0px") faults.push("the line at the side of a statement is on the wrong side");
  }
  return faults;
}

inEachBrowser("notes open within the window", async ({ host, page }) => {
  for (const viewport of [LAPTOP, PHONE]) {
    await page.setViewport(viewport);
    await open(page, host.root + FIRST);
    await click(page, ".text a.term");
    await until(page, "the note", () => document.querySelector("#_popover")?.matches(":popover-open"));
    const { left, right, width } = await page.$eval("#_popover", (note) => note.getBoundingClientRect().toJSON());
    assert.ok(left >= 0 && right <= viewport.width, `${left}–${right} in ${viewport.width}`);
    assert.ok(width > 200);
  }
});
