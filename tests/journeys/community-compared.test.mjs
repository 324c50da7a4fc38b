// Readers who set two states, or two votes, side by side: by the names of the states, by links, by pointing.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { FIELDS, openCompared } from "../support/compared.mjs";
import { open } from "../support/site.mjs";

const PHONE = { viewport: { width: 360, height: 740, hasTouch: true, isMobile: false } };

const names = (page) => page.$$eval(FIELDS, (fields) => fields.map((field) => field.value));
const told = (page) => page.$eval("[data-pair] .count", (line) => line.textContent);

/** Writes a name into a field as readers do: what is there is chosen and overwritten. */
async function write(page, nth, name) {
  const field = (await page.$$(FIELDS))[nth];
  await field.evaluate((field) => (field.focus(), field.select()));
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
}

inEachBrowser("two states are chosen by any of their names, by keys alone, and a link brings them back", async ({ host, page }) => {
  await openCompared(page, host.root);
  const opening = await told(page);
  await write(page, 0, "holland");
  await write(page, 1, "Россия");
  assert.deepEqual(await names(page), ["Netherlands", "Russia"]);
  assert.match(await told(page), /^Netherlands and Russia voted alike in \d+ of 17 votes/);
  assert.notEqual(await told(page), opening);
  assert.match(await page.evaluate(() => location.search), /states=nld,rus/);
  assert.match(await page.$eval("#_status", (status) => status.textContent), /^Netherlands and Russia voted alike/);
  const text = await page.$eval("[data-pair]", (part) => part.innerHTML);
  await page.reload();
  await until(page, "the pair", () => document.querySelector("[data-pair] .count").textContent.startsWith("Netherlands"));
  assert.equal(await page.$eval("[data-pair]", (part) => part.innerHTML), text);
});

inEachBrowser("a name that no state has is told, and the pair stays", async ({ host, page }) => {
  await openCompared(page, host.root, "?states=fra,deu");
  const before = await told(page);
  await write(page, 1, "Atlantis");
  assert.equal(await page.$eval("[data-none]", (line) => line.checkVisibility()), true);
  assert.equal((await page.$$('[aria-invalid="true"]')).length, 1);
  assert.equal(await told(page), before);
  await write(page, 1, "Tuvalu");
  assert.equal(await page.$eval("[data-none]", (line) => line.checkVisibility()), false);
  assert.match(await told(page), /^France and Tuvalu/);
});

inEachBrowser("odd links show what they can mean", async ({ host, page }) => {
  for (const query of ["?states=xyz", "?states=FRA,fra", "?states=%00,fra", "?layer=population&with=hanoi", "?states=", "?layer=vote-73-27&with=no-vote"]) {
    await openCompared(page, host.root, query);
    const [one, other] = await names(page);
    assert.ok(one && other && one !== other, `${query}: ${one}, ${other}`);
    assert.match(await told(page), /voted alike in/);
    assert.equal((await page.$$(".votes tbody tr[data-votes]")).length, 17, query);
  }
});

inEachBrowser("what is pointed at is marked in all parts, by mouse and by keys", async ({ host, page }) => {
  await openCompared(page, host.root, "?states=fra,rus");
  await page.hover(".positions button");
  const marked = () => page.$$eval(".votes tr.at", (rows) => rows.length);
  const count = await page.$eval(".positions button", (button) => Number(button.textContent));
  assert.equal(await marked(), count);
  await page.focus(".votes tr[data-votes] a");
  assert.equal(await marked(), 1);
  assert.ok((await page.$$(".bars .at")).length >= 2);
  // A number leads to its votes.
  await page.focus(".positions button");
  await page.keyboard.press("Enter");
  assert.equal((await page.$eval("#_status", (status) => status.textContent)).split("; ").length, count);
});

inEachBrowser("two votes side by side: a state is marked in both, and who changed is listed", async ({ host, page }) => {
  await openCompared(page, host.root);
  await page.select('select[data-choice="layer"]', "vote-73-27");
  await page.select('select[data-choice="with"]', "vote-73-266");
  await until(page, "the address", () => location.search.includes("layer=vote-73-27&with=vote-73-266"));
  assert.match(await page.$eval("[data-cross] .count", (line) => line.textContent), /^Of the \d+ states recorded in both votes, \d+ changed/);
  const link = await page.$("[data-cross] details[open] li a");
  await link.focus();
  const name = await link.evaluate((link) => link.textContent);
  assert.deepEqual(await page.$$eval(".drawings figure", (all) => all.map((one) => one.querySelectorAll("rect.at").length)), [1, 1]);
  assert.match(await page.$eval(".compared [data-pointed]", (line) => line.textContent), new RegExp(`^${name}: .+; .+`));
  await (await page.$(".drawings rect[data-at]")).hover();
  assert.deepEqual(await page.$$eval(".drawings figure", (all) => all.map((one) => one.querySelector("rect.at").dataset.at)).then((at) => new Set(at).size), 1);
});

inEachBrowser("on a phone, a finger does what a pointer does, and nothing is wider than the window", PHONE, async ({ engine, host, page }) => {
  await openCompared(page, host.root, "?states=fra,rus");
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const button = await page.$(".positions button");
  await button.scrollIntoView();
  if (engine === "chromium") await button.tap();
  else await button.click();
  assert.ok((await page.$$(".votes tr.at")).length > 0);
  const sizes = await page.$$eval(".positions button", (all) => all.map((one) => Math.min(one.offsetWidth, one.offsetHeight)));
  assert.ok(Math.min(...sizes) >= 44, `${sizes}`);
});

inEachBrowser("a state's page and the map lead here", async ({ host, page }) => {
  await open(page, `${host.root}community/tuv/`);
  await page.click('.like a[href$="compared/?states=tuv"]');
  await until(page, "the pair", () => document.querySelector("[data-pair] .count")?.textContent.startsWith("Tuvalu and "));
  assert.equal((await names(page))[0], "Tuvalu");
  await open(page, `${host.root}community/?states=fra,rus&layer=vote-73-27&with=vote-73-266`);
  await until(page, "the comparison", () => document.querySelector('[data-chosen] a[href$="compared/?states=fra,rus"]') !== null);
  await until(page, "the crossing", () => document.querySelector('[data-cross] a[href*="compared/?layer=vote-73-27"]') !== null);
});
