// Readers on phones, with other keyboards, and in colours of their system.

import assert from "node:assert/strict";

import { openMap } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { leave, STANDING } from "../support/memory.mjs";
import { answerAll, questionOf } from "../support/questions.mjs";
import { lessons, open } from "../support/site.mjs";

const PHONE = { viewport: { width: 390, height: 844, isMobile: false, hasTouch: true } };
const [FIRST] = await lessons();

inEachBrowser("fields are large enough, and blanks take what is written as it is", PHONE, async ({ engine, host, page }) => {
  // Firefox's driver has no touch.
  const isCoarse = engine === "chromium";
  for (const address of ["", "search/", "quiz/", "community/", STANDING, FIRST]) {
    await open(page, host.root + address);
    const small = await page.$$eval("input, select, textarea", (fields) =>
      fields.filter((own) => !["checkbox", "radio", "range", "file"].includes(own.type)).filter((own) => parseFloat(getComputedStyle(own).fontSize) < 16).map((own) => own.outerHTML.slice(0, 80)),
    );
    if (isCoarse) assert.deepEqual(small, [], address);
  }
  const { item } = await questionOf(page, host, "blank");
  const blank = await page.$eval(`${item} .blank input`, (field) => [field.autocapitalize, field.autocomplete]);
  assert.deepEqual(blank, ["none", "off"]);
});

inEachBrowser("two fingers enlarge both maps", PHONE, async ({ engine, host, page }) => {
  await openMap(page, host);
  const action = await page.$eval("[data-part] .canvas > svg", (svg) => getComputedStyle(svg).touchAction);
  assert.match(action, /pinch-zoom|auto|manipulation/);
  await open(page, `${host.root}community/`);
  await until(page, "the map", () => document.querySelector(".drawing svg") !== null);
  const ways = await page.$$eval(".drawing, .drawing svg", (all) => all.map((own) => getComputedStyle(own).touchAction));
  assert.ok(ways.every((way) => /pinch-zoom|auto|manipulation/.test(way)), `${ways}`);
  if (engine !== "chromium") return;
  const { x, y } = await page.$eval(".drawing", (own) => {
    own.scrollIntoView({ block: "center", behavior: "instant" });
    const place = own.getBoundingClientRect();
    return { x: 195, y: Math.round(place.y + place.height / 2) };
  });
  const session = await page.createCDPSession();
  await session.send("Input.synthesizePinchGesture", { x, y, scaleFactor: 2, relativeSpeed: 800 });
  await until(page, "the page to be larger", () => visualViewport.scale > 1.3);
});

inEachBrowser("where the reader stands fits a phone", PHONE, async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await answerAll(page);
  await open(page, host.root + STANDING);
  await until(page, "the table", () => document.querySelector('[data-control="standing"] table') !== null);
  const wide = await page.$eval('[data-control="standing"] .wide', (own) => [own.scrollWidth, own.clientWidth]);
  assert.ok(wide[0] <= wide[1], `${wide}`);
});

/** Presses a key as another keyboard, or another way of writing, does. */
function key(page, init) {
  return page.evaluate((init) => {
    const target = document.activeElement ?? document.body;
    const press = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
    target.dispatchEvent(press);
    return press.defaultPrevented;
  }, init);
}

inEachBrowser("shortcuts stay where they are on other keyboards", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  const letter = await page.$$eval("[aria-keyshortcuts]", (all) => all.map((own) => own.getAttribute("aria-keyshortcuts")).find((key) => /^[a-z]$/.test(key)));
  assert.ok(letter);
  assert.equal(await key(page, { key: "ж", code: "Semicolon" }), false);
  assert.equal(await key(page, { key: "я", code: `Key${letter.toUpperCase()}` }), true, "Cyrillic");
  // A page that is on its way would be in the way of the next one.
  await until(page, "the page of that key", (first) => !location.href.endsWith(first) && !document.documentElement.ariaBusy, FIRST);
  await open(page, host.root + FIRST);
  // Where the keys write Latin letters, the letter counts and not its place.
  assert.equal(await key(page, { key: "ö", code: "Semicolon" }), false);
  const other = letter === "x" ? "y" : "x";
  assert.equal(await key(page, { key: other, code: `Key${letter.toUpperCase()}` }), false);
});

inEachBrowser("in a quiz no key leads away from what was answered", async ({ host, page }) => {
  await open(page, `${host.root}quiz/?count=2&seed=3`);
  await until(page, "its questions", () => document.querySelectorAll(".quiz .item form").length === 2);
  const letters = await page.$$eval("a[aria-keyshortcuts]", (all) => all.map((own) => own.getAttribute("aria-keyshortcuts")).filter((key) => /^[a-z]$/.test(key)));
  assert.ok(letters.length > 3, letters.join());
  for (const letter of letters) assert.equal(await key(page, { key: letter, code: `Key${letter.toUpperCase()}` }), false, letter);
  // Without a quiz they do.
  await open(page, `${host.root}quiz/`);
  await page.$$eval(".quiz .item", (items) => items.forEach((item) => item.remove()));
  assert.equal(await key(page, { key: letters[0], code: `Key${letters[0].toUpperCase()}` }), true);
});

inEachBrowser("Enter that ends what is composed stays in the search", async ({ host, page }) => {
  await open(page, `${host.root}search/?q=state`);
  await until(page, "results", () => document.querySelector(".results a") !== null);
  await page.focus("#_search-field, input[type=search]");
  assert.equal(await key(page, { key: "Enter", code: "Enter", keyCode: 229 }), false);
  assert.ok(await page.evaluate(() => document.activeElement.matches("input[type=search]")));
  assert.equal(await key(page, { key: "Enter", code: "Enter", isComposing: true }), false);
  assert.ok(await page.evaluate(() => document.activeElement.matches("input[type=search]")));
});

inEachBrowser("what is copied of a heading is the heading", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  const copied = await page.$eval(".headed", (headed) => {
    getSelection().selectAllChildren(headed);
    return getSelection().toString();
  });
  assert.doesNotMatch(copied, /#/);
  assert.ok(copied.trim().length > 3);
});

inEachBrowser("on paper, what can be chosen is there", async ({ engine, host, page }) => {
  // Firefox's driver cannot show a page as it is printed.
  if (engine !== "chromium") return;
  for (const [kind, choices] of Object.entries({ choice: ".option span", multiple: ".option span", build: ".option span", match: ".place span", sort: ".place span", order: ".steps span", blank: ".blank", point: ".pointing" })) {
    await page.emulateMediaType("screen");
    const { item } = await questionOf(page, host, kind);
    await page.emulateMediaType("print");
    const shown = await page.$$eval(`${item} ${choices}`, (all) => all.map((own) => own.checkVisibility({ visibilityProperty: true })));
    assert.ok(shown.length > 0 && shown.every(Boolean), `${kind}: ${shown}`);
  }
});

inEachBrowser("in the system's own colours, what is pressed is seen", async ({ engine, host, page }) => {
  if (engine !== "chromium") return;
  const session = await page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  await open(page, `${host.root}community/`);
  await until(page, "the map", () => document.querySelector(".drawing svg") !== null);
  await page.$eval(".legend.shown .pick, .pick", (pick) => pick.click());
  await until(page, "it to be pressed", () => document.querySelector('[aria-pressed="true"]') !== null);
  const [on, off] = await page.evaluate(() => {
    const shown = (selector) => getComputedStyle(document.querySelector(selector)).outlineStyle;
    return [shown('.pick[aria-pressed="true"]'), shown('.pick[aria-pressed="false"]')];
  });
  assert.notEqual(on, off);
});
