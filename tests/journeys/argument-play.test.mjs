// The argument on its first screen: somebody comes from the home page, rejects a premise, sees what falls and takes
// it back; opens claims, by keys as well; and finds each part of the page by its address.

import assert from "node:assert/strict";

import { answering, MAP, openMap } from "../support/argument.mjs";
import { violations } from "../support/axe.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click, tap } from "../support/reader.mjs";
import { open } from "../support/site.mjs";

const PHONE = { viewport: { width: 390, height: 844, isMobile: false, hasTouch: true } };
const LAPTOP = { viewport: { width: 1280, height: 720 } };
const FIRST = ".row[open] .point .verdicts";

/** What is said of the last verdict. */
function told(page) {
  return page.$eval('[data-panel="changed"]', (panel) => panel.textContent);
}

/** How many rows of claims have each label. */
function labels(page) {
  return page.$$eval(".row", (rows) => rows.map((row) => row.dataset.is).join(" "));
}

for (const [name, options, press] of [
  ["a phone", PHONE, tap],
  ["a laptop", LAPTOP, click],
]) {
  inEachBrowser(`the second tap from home makes something fall on ${name}, within the first screen`, options, async ({ engine, host, page }) => {
    await open(page, host.root);
    await press(page, `main a[href="${MAP}"]`);
    await answering(page);
    assert.doesNotMatch(await labels(page), /out|undecided/, "everything is granted");
    assert.ok((await labels(page)).split(" ").length > 10, "claims have rows");
    const before = await page.evaluate((first) => {
      const [conclusion, reject] = [".row.conclusion > summary", `${first} [data-verdict="reject"]`].map((own) => document.querySelector(own).getBoundingClientRect());
      return { top: conclusion.top, bottom: reject.bottom, height: reject.height, screen: innerHeight, scrolled: scrollY, wide: document.documentElement.scrollWidth - innerWidth };
    }, FIRST);
    assert.ok(before.scrolled === 0 && before.top > 0 && before.bottom <= before.screen, JSON.stringify(before));
    assert.ok(before.wide <= 0, "nothing sticks out");
    // Firefox's driver has no touch.
    if (press === tap && engine === "chromium") assert.ok(before.height >= 44, `${before.height} pixels are high enough for a finger`);
    await press(page, `${FIRST} [data-verdict="reject"]`);
    await until(page, "something to fall", () => document.querySelector('.row[data-is="out"]') !== null);
    assert.match(await told(page), /^\d+ statements changed: ✗ falls “/);
    const after = await page.evaluate((first) => {
      const panel = document.querySelector('[data-panel="changed"]').getBoundingClientRect();
      return { pressed: document.querySelector(`${first} [aria-pressed="true"]`).dataset.verdict, seen: panel.top >= 0 && panel.bottom <= innerHeight };
    }, FIRST);
    assert.deepEqual(after, { pressed: "reject", seen: true });
    await press(page, '[data-panel="changed"] [data-do="undo"]');
    await until(page, "all to stand again", () => document.querySelector('.row:not([data-is="in"])') === null);
  });
}

for (const [name, options, press] of [
  ["a phone", PHONE, tap],
  ["a laptop", LAPTOP, click],
]) {
  inEachBrowser(`a question of what if is tried with one press on ${name}, which tells what falls and why the end stands or falls`, options, async ({ host, page }) => {
    await openMap(page, host);
    const button = ".tries button";
    const names = (await page.$eval(button, (own) => own.dataset.on)).split(" ");
    assert.ok(names.length > 1, "several are rejected by one press");
    await press(page, button);
    await until(page, "something to fall", () => document.querySelector('.row[data-is="out"]') !== null);
    const verdicts = await page.evaluate((names) => names.map((name) => document.querySelector(`.verdicts [data-on="${name}"][aria-pressed="true"]`).dataset.verdict), names);
    assert.ok(verdicts.every((verdict) => verdict === "reject"), verdicts.join());
    const said = await told(page);
    assert.match(said, new RegExp(`from the start, ${names.length}; claims that stand no longer, \\d+ of`));
    assert.match(said, /\((stands|falls|is open)\)\. “.*” (follows from|needs|rests on)/);
    assert.equal(await page.$$eval(".then", (all) => all.filter((then) => then.checkVisibility()).length), 1, "what is said to it is seen");
    await press(page, '[data-panel="changed"] [data-do="undo"]');
    await until(page, "all to stand again", () => document.querySelector('.row:not([data-is="in"])') === null);
    assert.equal(await page.$$eval(".then", (all) => all.filter((then) => then.checkVisibility()).length), 0);
  });
}

inEachBrowser("keys open a claim, judge what it rests on, and the focus stays", LAPTOP, async ({ host, page }) => {
  await openMap(page, host);
  const rows = await page.$$eval(".row", (rows) => rows.map((row) => row.id));
  // A claim whose drawing is another one.
  const [id, drawing] = await page.evaluate(() => {
    const open = document.querySelector(".row[open]");
    const row = [...document.querySelectorAll(".row.claim")].find((own) => own.dataset.draws !== open.dataset.draws && own.querySelector(".verdicts"));
    return [row.id, row.dataset.draws];
  });
  assert.ok(rows.includes(id));
  await page.focus(`#${id} > summary`);
  await page.keyboard.press("Enter");
  await until(page, "one row to be open", (id) => [...document.querySelectorAll(".row[open]")].map((row) => row.id).join() === id, id);
  await until(page, "its drawing", (drawing) => [...document.querySelectorAll(".drawn .part")].filter((part) => part.checkVisibility()).map((part) => part.dataset.part).join() === drawing, drawing);
  const reject = `#${id} .verdicts [data-verdict="reject"]`;
  await page.focus(reject);
  await page.keyboard.press("Enter");
  await until(page, "it to be rejected", (reject) => document.querySelector(reject).getAttribute("aria-pressed") === "true", reject);
  assert.ok(await page.evaluate((reject) => document.activeElement === document.querySelector(reject), reject), "the focus stays");
  assert.deepEqual(await violations(page), []);
});

for (const [name, options] of [["a phone", PHONE], ["a laptop", LAPTOP]]) {
  inEachBrowser(`a statement in a closed claim is found by a word of it, by keys, on ${name}`, options, async ({ host, page }) => {
    await openMap(page, host);
    const field = ".find input";
    const listed = await page.$$eval("#_shorts option", (options) => options.map((option) => option.value));
    assert.ok(listed.length > 60 && new Set(listed).size === listed.length, `${listed.length} statements are offered`);
    await page.focus(field);
    await page.keyboard.type("SOVEREIGN EQUALITY");
    await page.keyboard.press("Enter");
    const reached = () => document.activeElement.closest(".point, summary")?.querySelector(".short").textContent;
    await until(page, "the focus on it", () => document.activeElement.closest(".rows .point") !== null);
    assert.equal(await page.evaluate(reached), "The UN rests on sovereign equality");
    await until(page, "it to be seen", () => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      return document.activeElement.checkVisibility() && top >= 0 && bottom <= innerHeight;
    });
    // What is chosen from the list is put there by the browser, and needs no further key.
    await page.$eval(field, (own) => {
      own.focus();
      own.value = "All states should decide within the UN";
      own.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
    });
    await until(page, "its row", () => document.activeElement.closest("summary") !== null || document.activeElement.localName === "summary");
    // Of several that say it, the reader chooses.
    await page.$eval(field, (own) => own.focus());
    await page.keyboard.type("equal");
    await page.keyboard.press("Enter");
    const offered = await until(page, "several to choose from", () => {
      const several = [...document.querySelectorAll(".find [data-found] button")].map((button) => button.textContent);
      return several.length > 1 && several;
    });
    assert.ok(offered.every((text) => /equal/i.test(text)), offered.join());
    const last = offered.at(-1);
    await page.$$eval(".find [data-found] button", (buttons) => buttons.at(-1).focus());
    await page.keyboard.press("Enter");
    await until(page, "the focus on it", (last) => document.activeElement.closest(".point, summary")?.querySelector(".short").textContent === last, last);
    assert.equal((await page.$$(".find [data-found] button")).length, 0);
    // What nothing says is told, and the words stay to be mended.
    await page.$eval(field, (own) => own.focus());
    await page.keyboard.type("qwx");
    await page.keyboard.press("Enter");
    await until(page, "that nothing says so", () => document.querySelector(".find [data-none]").checkVisibility());
    assert.equal(await page.$eval(field, (own) => own.value), "qwx");
    assert.deepEqual(await violations(page), []);
  });
}

inEachBrowser("who comes back hears what their verdicts have come to", LAPTOP, async ({ host, page }) => {
  await openMap(page, host);
  const told = () => page.$eval('.news [data-panel="changed"]', (panel) => panel.textContent);
  assert.equal(await told(), "");
  const leaves = await page.$$eval(".rows button[data-verdict=accept][aria-pressed=true]", (buttons) => [...new Set(buttons.map((button) => button.dataset.on))].slice(0, 2));
  for (const [place, leaf] of leaves.entries()) {
    await page.evaluate((leaf) => document.querySelector(`.rows button[data-verdict=reject][data-on="${leaf}"]`).click(), leaf);
    await until(page, "the label", (leaf) => document.querySelector(`.rows .point [data-label="${leaf}"]`).dataset.is === "out", leaf);
    if (place === 0) assert.doesNotMatch(await told(), /In all/, "one verdict is told by itself");
  }
  await until(page, "what both have come to", () => /from the start, 2;/.test(document.querySelector('.news [data-panel="changed"]').textContent));
  await page.reload({ waitUntil: "load" });
  await until(page, "what was kept", () => /from the start, 2; claims that stand no longer, [1-9]/.test(document.querySelector('.news [data-panel="changed"]').textContent));
  assert.equal(await page.$eval(".news .intro", (intro) => intro.checkVisibility({ visibilityProperty: true })), false, "not everything is granted");
});

inEachBrowser("each part of the page has an address, and one is shown at a time", async ({ host, page }) => {
  await openMap(page, host);
  const shown = () => page.$$eval(".argument-map > section", (parts) => parts.filter((part) => part.checkVisibility()).map((part) => part.getAttribute("aria-labelledby")).join());
  const current = () => page.$$eval(".tabs [aria-current]", (links) => links.map((link) => link.hash.slice(1)).join());
  const parts = await page.$$eval(".tabs a", (links) => links.map((link) => link.hash.slice(1)));
  assert.ok(parts.length >= 5);
  assert.equal(await shown(), parts[0]);
  for (const part of parts.toReversed()) {
    await click(page, `.tabs a[href$="#${part}"]`);
    await until(page, `the part ${part}`, (part) => !document.querySelector(`[aria-labelledby="${part}"]`).hidden, part);
    assert.deepEqual([await shown(), await current(), new URL(page.url()).hash], [part, part, `#${part}`]);
  }
  await openMap(page, host, "#_files");
  assert.equal(await shown(), "_files");
  // The address of a statement leads to it, and that of a drawing to the drawing.
  const id = await page.$eval("li.reply[data-node]", (entry) => entry.dataset.node);
  await openMap(page, host, `#${id}`);
  assert.equal(await shown(), "_in-words");
  await openMap(page, host, "#_part-striking-first");
  assert.deepEqual([await shown(), await page.$eval(".part.shown", (part) => part.dataset.part)], ["_claims", "striking-first"]);
});

inEachBrowser("nothing moves for whom nothing is to move", async ({ host, page }) => {
  const moves = () => page.$$eval(".row .sign", (signs) => new Set(signs.map((sign) => getComputedStyle(sign).animationName)).size > 1 || getComputedStyle(signs[0]).animationName !== "none");
  await openMap(page, host);
  assert.equal(await moves(), true);
  await page.emulateMediaFeatures?.([{ name: "prefers-reduced-motion", value: "reduce" }]).catch(() => {});
  const reduced = await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches);
  if (reduced) assert.equal(await moves(), false);
});

inEachBrowser("without scripts all parts and all rows can be read", { browser: { scripts: false } }, async ({ host, page }) => {
  await page.goto(host.root + MAP, { waitUntil: "load" });
  const { parts, drawings } = await page.evaluate(() => ({
    parts: [...document.querySelectorAll(".argument-map > section")].every((part) => part.checkVisibility()),
    drawings: document.querySelectorAll(".drawn svg.graph").length,
  }));
  assert.ok(parts && drawings > 5);
});
