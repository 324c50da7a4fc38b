// A reader answers a question of every kind, by mouse and by keyboard: badly, with a hint, and
// right. What is right is read from the answers that readers without scripts unfold.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { KEYBOARD, MOUSE } from "../support/hands.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { KINDS, answers, assertExplained, questionOf, sortBy, steps, verdict, wrongThenRight } from "../support/questions.mjs";
import { click } from "../support/reader.mjs";

for (const kind of KINDS) {
  for (const [name, hand] of Object.entries({ mouse: MOUSE, keyboard: KEYBOARD })) {
    inEachBrowser(`${kind}: wrong, again, right, by ${name} alone`, async ({ host, page }) => {
      const { item } = await questionOf(page, host, kind);
      await wrongThenRight(page, item, kind, hand);
    });
  }
}

inEachBrowser("multiple: part of it, all of it and too much are told apart", async ({ host, page }) => {
  const { item } = await questionOf(page, host, "multiple");
  const all = await answers(page, item);
  const keys = all.flatMap(({ key }, place) => (key ? [place] : []));
  const box = (place) => `${item} .option:nth-child(${place + 1}) input`;
  await click(page, box(keys[0]));
  if (keys.length > 1) await assertExplained(page, item, false);
  for (const place of keys.slice(1)) await click(page, box(place));
  await assertExplained(page, item, true);
  const other = all.findIndex(({ key }) => !key);
  if (other >= 0) {
    await click(page, box(other));
    await assertExplained(page, item, false);
  }
});

inEachBrowser("blank: a slip is no mistake, and case and spaces do not matter", async ({ host, page }) => {
  const { item } = await questionOf(page, host, "blank");
  const right = (await answers(page, item)).find(({ key }) => key).text;
  const field = `${item} .blank input`;
  const write = async (text) => {
    await page.focus(field);
    await page.$eval(field, (field) => field.select());
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    return verdict(page, item);
  };
  assert.equal((await write("something else entirely")).full, false);
  const slip = `${right.slice(0, 2)}${right[3]}${right[2]}${right.slice(4)}`;
  const nearly = await write(slip);
  assert.deepEqual({ full: nearly.full, reasons: nearly.reasons }, { full: false, reasons: [] });
  assert.equal((await write(`  ${right.toUpperCase()} `)).full, true);
});

inEachBrowser("order: steps move by keyboard, keep the focus, and say where they are", async ({ host, page }) => {
  const { item } = await questionOf(page, host, "order");
  const right = (await answers(page, item)).map(({ text }) => text);
  assert.notDeepEqual(await steps(page, item), right);
  await sortBy(page, item, right, async (page, button) => {
    await page.focus(button);
    await page.keyboard.press("Enter");
    await until(page, "a word on it", () => /\d/.test(document.getElementById("_status").textContent));
    // At the top the button goes up no further, so the other one has the focus.
    const [does, isFirst] = await page.evaluate(() => [document.activeElement.dataset.do, !document.activeElement.closest("[data-step]")?.previousElementSibling]);
    assert.equal(does, isFirst ? "down" : "up", "the focus should stay on the step's buttons");
  });
  assert.deepEqual(await steps(page, item), right);
  await assertExplained(page, item, true);
});

inEachBrowser("hints come in steps, the answer can be shown, and what was answered is remembered", async ({ host, page }) => {
  await questionOf(page, host, "multiple");
  const item = await page.evaluate(() => {
    const hint = document.querySelector('section.item [data-do="hint"]');
    return `section.item[aria-labelledby="${hint.closest(".item").getAttribute("aria-labelledby")}"]`;
  });
  const count = await page.$$eval(`${item} details.help li`, (hints) => hints.length);
  for (let shown = 1; shown <= count; shown += 1) {
    await click(page, `${item} [data-do="hint"]`);
    await until(page, "a hint", (item, shown) => document.querySelectorAll(`${item} .hint`).length === shown, item, shown);
  }
  // The button that has nothing left to show is gone, and the focus with it goes on within the question.
  assert.deepEqual(await page.evaluate((item) => [document.querySelector(`${item} [data-do="hint"]`), document.activeElement.closest(item) !== null], item), [null, true]);
  await click(page, `${item} .sure label:nth-of-type(3) input`);
  await page.evaluate((item) => {
    const form = document.querySelector(`${item} form`);
    form.querySelector(".options input")?.click();
    for (const select of form.querySelectorAll("select")) select.selectedIndex = 1;
    for (const field of form.querySelectorAll("input[type=text]")) field.value = "no answer";
  }, item);
  await click(page, `${item} [type=submit]`);
  const { full } = await verdict(page, item);
  const id = /"(.*)"/.exec(item)[1];
  const line = await page.evaluate((id) => Object.values({ ...localStorage }).join("\n").split("\n").find((line) => line.startsWith(`answer ${id} `)), id);
  assert.match(line ?? "", new RegExp(`^answer ${id} \\d+ \\d+ \\d+ guess \\d+ \\d+ \\d+ \\d+$`));
  if (!full) {
    await click(page, `${item} .feedback [data-do="show"]`);
    assert.equal((await verdict(page, item)).full, true);
  }
});

inEachBrowser("changing an answer takes back what was said of another", async ({ host, page }) => {
  const { item } = await questionOf(page, host, "choice");
  await click(page, `${item} .option`);
  await click(page, `${item} [type=submit]`);
  await verdict(page, item);
  await click(page, `${item} .option:last-child`);
  await until(page, "the feedback to go", (item) => document.querySelector(`${item} .feedback > *`) === null, item);
});
