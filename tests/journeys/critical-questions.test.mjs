// What a critic asks: where a verdict is set, a reader opens the questions of the step's scheme, follows the one that an
// objection of the guide asks, and sees which are still nobody's. By mouse, finger and keys.

import assert from "node:assert/strict";
import { test } from "node:test";

import { openMap } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click, tap } from "../support/reader.mjs";
import { lessons, open, text } from "../support/site.mjs";

const PHONE = { viewport: { width: 390, height: 844, isMobile: false, hasTouch: true } };
const LAPTOP = { viewport: { width: 1280, height: 720 } };

/** The questions of the first row that has one that is asked and one that is not; the row is opened. */
async function rowWithQuestions(page) {
  const id = await page.evaluate(() => {
    const whole = (own) => own.querySelector(".asked a") !== null && own.querySelector(".asked:not(:has(a))") !== null;
    const row = [...document.querySelectorAll(".row")].find((row) => [...row.querySelectorAll(".critique")].some(whole));
    row.open = true;
    const critique = [...row.querySelectorAll(".critique")].find(whole);
    critique.id = "questions-here";
    return row.id;
  });
  return { row: `#${id}`, critique: "#questions-here" };
}

for (const [name, options, press] of [
  ["a finger", PHONE, tap],
  ["a mouse", LAPTOP, click],
]) {
  inEachBrowser(`a critic’s questions stand where a verdict is set, and lead to who asks them: ${name}`, options, async ({ host, page }) => {
    await openMap(page, host);
    const { row, critique } = await rowWithQuestions(page);
    assert.ok((await page.$$(`${row} .verdicts`)).length > 0, "a verdict is set here");
    await press(page, `${critique} > summary`);
    await until(page, "the questions", (own) => document.querySelector(own).open, critique);
    const questions = await page.$$eval(`${critique} li`, (all) => all.map((own) => own.textContent));
    assert.ok(questions.length >= 2 && questions.length <= 3, questions.join(" | "));
    const href = await page.$eval(`${critique} .asked a`, (link) => link.href);
    await press(page, `${critique} .asked a`);
    await until(page, "the objection’s own place", (href) => location.href === href, href);
    const kind = await page.$eval(new URL(href).hash, (title) => title.closest(".statement").className);
    assert.match(kind, /objection|undercut|reply/);
  });
}

inEachBrowser("keys open the questions of a claim in its lesson", LAPTOP, async ({ host, page }) => {
  await open(page, host.root + (await lessons())[0]);
  const critique = ".statement.claim > .critique:has(a)";
  await page.focus(`${critique} > summary`);
  await page.keyboard.press("Enter");
  await until(page, "the questions", (own) => document.querySelector(own).open, critique);
  await page.keyboard.press("Tab");
  await until(page, "the next stop", (own) => document.activeElement !== document.querySelector(`${own} > summary`), critique);
  const inside = await page.evaluate((own) => document.querySelector(own).contains(document.activeElement), critique);
  assert.ok(inside, "the next stop is who asks");
});

test("every step of the argument has its questions, in files for other tools as well", async () => {
  const page = await text("argument/index.html");
  const argdown = await text("argument/argument.argdown");
  const steps = argdown.match(/^<step-\d+>.*$/gm);
  assert.ok(steps.length > 30);
  assert.ok(steps.every((step) => /: .+ #[a-z]+$/.test(step)), steps.find((step) => !/#[a-z]+$/.test(step)));
  const { nodes } = JSON.parse(await text("argument/argument.json"));
  const inferences = nodes.filter(({ type }) => type === "RA");
  assert.deepEqual(inferences.map(({ scheme }) => scheme), steps.map((step) => step.split("#").at(-1)));
  assert.ok(nodes.filter(({ type, text }) => type === "CA" && text !== "").length > 20, "objections ask");
  assert.ok(page.includes('class="critique"'));
});
