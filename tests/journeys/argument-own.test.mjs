// Readers who object in their own words: by mouse, by touch and by keys alone; in two languages and with mark-up; whose
// words stay, travel by link and file, and are overwritten by nothing.

import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { answering, MAP, openMap } from "../support/argument.mjs";
import { violations } from "../support/axe.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click, tap } from "../support/reader.mjs";
import { open } from "../support/site.mjs";

const PHONE = { viewport: { width: 390, height: 844, isMobile: false, hasTouch: true } };
const LAPTOP = { viewport: { width: 1280, height: 720 } };
const HARD = '<img src=x onerror="document.title=\'run\'"> & </article> אף פעם לא \u202eכך';

const WRITE = '[data-panel="write"]';
const ADD = `${WRITE} [data-do="write"]`;
const OWN = '[data-panel="own"] article';

// Firefox leaves signs that turn the direction out of `innerText`.
const texts = (page) => page.$$eval(`${OWN} blockquote`, (all) => all.map((one) => one.textContent.trim()));
const falls = (page) => page.evaluate(() => document.querySelectorAll('.row[data-is="out"]').length);

async function written(page, count) {
  await until(page, `${count} statements`, (own, count) => document.querySelectorAll(own).length === count, OWN, count);
}

/** Objects to the first premise of the row that is open, and writes that. */
async function object(page, press, text) {
  const target = await page.$eval(".row[open] .point .verdicts button", (button) => button.dataset.on);
  await press(page, '.tabs a[href$="#_yours"]');
  await until(page, "the form", (form) => document.querySelector(`${form} textarea`)?.checkVisibility(), WRITE);
  await page.select(`${WRITE} select`, target);
  await page.$eval(`${WRITE} textarea`, (field, text) => void (field.value = text), text);
  await press(page, ADD);
  await written(page, 1);
  return target;
}

for (const [name, options, press] of [["a phone", PHONE, tap], ["a laptop", LAPTOP, click]]) {
  inEachBrowser(`an objection in one's own words makes something fall, and stays, on ${name}`, options, async ({ host, page }) => {
    await openMap(page, host);
    assert.equal(await falls(page), 0);
    const target = await object(page, press, HARD);
    assert.ok((await falls(page)) > 0);
    assert.equal(await page.title().then((title) => title.includes("run")), false);
    assert.deepEqual(await texts(page), [HARD]);
    assert.equal((await page.$$(`${OWN} img`)).length, 0, "mark-up is text");
    assert.match(await page.$eval(`${OWN} .tag`, (tag) => tag.textContent), /yours/);
    assert.equal(await page.$eval(`${OWN} blockquote`, (text) => text.dir), "auto");
    // It stands beside what it answers, wherever that is told, and is told from it.
    const beside = await page.$$eval(`[data-node="${target}"] .beside`, (all) => all.map((one) => one.textContent));
    assert.ok(beside.length >= 2 && beside.every((text) => text.includes("yours")), `${beside}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
    await page.reload();
    await answering(page);
    await written(page, 1);
    assert.deepEqual(await texts(page), [HARD]);
    assert.ok((await falls(page)) > 0);
    await press(page, `${OWN} [data-verdict="reject"]`);
    await until(page, "all to stand", () => document.querySelector('.row[data-is="out"]') === null);
    await page.reload();
    await answering(page);
    await written(page, 1);
    await until(page, "the verdict", (own) => document.querySelector(`${own} [data-verdict="reject"]`).getAttribute("aria-pressed") === "true", OWN);
    assert.equal(await falls(page), 0);
  });
}

inEachBrowser("by keys alone: object, reply to oneself, find other words, take away, put back", LAPTOP, async ({ host, page }) => {
  await openMap(page, host, "#_in-words");
  const button = await page.waitForSelector('.outline .premise > .object');
  const target = await button.evaluate((own) => own.dataset.on);
  await button.focus();
  await page.keyboard.press("Enter");
  await until(page, "the focus in the field", () => document.activeElement.localName === "textarea");
  assert.equal(await page.$eval(`${WRITE} select`, (select) => select.value), target);
  await page.keyboard.type("Not so");
  await page.focus(ADD);
  await page.keyboard.press("Enter");
  await written(page, 1);
  await page.focus(`${OWN} [data-do="object"]`);
  await page.keyboard.press("Enter");
  await until(page, "the focus in the field", () => document.activeElement.localName === "textarea");
  await page.keyboard.type("But yes");
  await page.focus(ADD);
  await page.keyboard.press("Enter");
  await written(page, 2);
  assert.match(await page.$eval(`${OWN}:last-of-type .tag`, (tag) => tag.textContent), /reply/);
  assert.equal(await page.$eval(OWN, (own) => own.dataset.is), "out");
  await page.focus(`${OWN} [data-do="reword"]`);
  await page.keyboard.press("Enter");
  await until(page, "the words", () => document.activeElement.value === "Not so");
  await page.keyboard.type(", ever");
  await page.focus(ADD);
  await page.keyboard.press("Enter");
  await until(page, "other words", (own) => document.querySelector(`${own} blockquote`).innerText.includes("ever"), OWN);
  await page.focus(`${OWN} [data-do="remove"]`);
  await page.keyboard.press("Enter");
  await written(page, 0);
  await page.focus('[data-do="restore"]');
  await page.keyboard.press("Enter");
  await written(page, 2);
  assert.deepEqual(await violations(page), []);
});

inEachBrowser("a link and a file bring them to another reader, who decides; damaged and newer ones change nothing", LAPTOP, async ({ host, page, newPage }) => {
  await openMap(page, host);
  await object(page, click, HARD);
  await click(page, '[data-do="link-own"]');
  await until(page, "the address", () => document.querySelector(".shared input")?.value.includes("#own="));
  const link = await page.$eval(".shared input", (field) => field.value);
  await click(page, `${OWN} [data-do="remove"]`);
  await written(page, 0);
  await object(page, click, "Mine");
  const brought = () => page.$eval('[data-panel="brought"]', (panel) => panel.textContent);
  for (const [address, word] of [[link.slice(0, -3), /damaged/], [link.replace("#own=1", "#own=7"), /newer/]]) {
    await page.goto("about:blank");
    await page.goto(address);
    await answering(page);
    await until(page, "what is told", () => document.querySelector('[data-panel="brought"] .notice') !== null);
    assert.match(await brought(), word);
    assert.deepEqual(await texts(page), ["Mine"]);
  }
  const file = join(await mkdtemp(join(tmpdir(), "own-")), "statements.txt");
  await writeFile(file, `concord-own ${link.split("#own=")[1]}\n`);
  await (await page.$('[data-panel="own"] input[type="file"]')).uploadFile(file);
  await until(page, "what the file has", () => document.querySelector('[data-do="take-in"]') !== null);
  assert.ok((await brought()).includes("<img"));
  assert.deepEqual(await texts(page), ["Mine"]);
  await click(page, '[data-do="leave-out"]');
  assert.deepEqual(await texts(page), ["Mine"]);
  const other = await newPage();
  await other.goto("about:blank");
  await other.goto(link);
  await answering(other);
  await until(other, "what the link has", () => document.querySelector('[data-do="take-in"]') !== null);
  await click(other, '[data-do="take-in"]');
  await written(other, 2);
  assert.deepEqual(await texts(other), ["Mine", HARD]);
  assert.equal(await other.evaluate(() => location.hash), "");
  await written(page, 2);
});

inEachBrowser("without scripts, the page says what the part is for", { browser: { scripts: false } }, async ({ host, page }) => {
  await page.goto(`${host.root}${MAP}`);
  assert.match(await page.$eval("section.yours, #_yours", (part) => part.closest("section").textContent), /your own words/i);
});
