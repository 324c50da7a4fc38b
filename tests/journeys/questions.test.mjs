// A reader answers a question of every kind, by mouse and by keyboard: badly, with a hint, and
// right. What is right is read from the answers that readers without scripts unfold.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { KEYBOARD, MOUSE } from "../support/hands.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { KINDS, again, answers, assertExplained, marks, questionOf, respond, sortBy, steps, verdict, wrongThenRight } from "../support/questions.mjs";
import { click } from "../support/reader.mjs";
import { open } from "../support/site.mjs";

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
    const [does, isFirst] = await page.evaluate(() => [document.activeElement.dataset.do, !document.activeElement.closest("[data-nth]")?.previousElementSibling]);
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
  await page.evaluate((item) => {
    const form = document.querySelector(`${item} form`);
    form.querySelector(".options input, .place input")?.click();
    for (const select of form.querySelectorAll("select")) select.selectedIndex = 1;
    for (const field of form.querySelectorAll("input[type=text]")) field.value = "no answer";
  }, item);
  await click(page, `${item} .sure [value=guess]`);
  const { full } = await verdict(page, item);
  const id = /"(.*)"/.exec(item)[1];
  const line = await page.evaluate((id) => Object.values({ ...localStorage }).join("\n").split("\n").find((line) => line.startsWith(`answer ${id} `)), id);
  assert.match(line ?? "", new RegExp(`^answer ${id} \\d+ \\d+ \\d+ guess \\d+ \\d+ \\d+ \\d+$`));
  if (!full) {
    await click(page, `${item} .feedback [data-do="show"]`);
    assert.equal((await verdict(page, item)).full, true);
  }
});

inEachBrowser("who does not say how sure they are is not said to have been", async ({ host, page }) => {
  const { id, item } = await questionOf(page, host, "choice");
  const lines = () => page.evaluate((id) => Object.values({ ...localStorage }).join("\n").split("\n").filter((line) => line.split(" ")[1] === id).map((line) => line.split(" ")[0]), id);
  await click(page, `${item} .option`);
  await click(page, `${item} [type=submit]`);
  await verdict(page, item);
  assert.deepEqual((await lines()).sort(), ["answer", "at", "unsaid"]);
  await open(page, `${host.root}standing/`);
  await until(page, "the summary", () => document.querySelector('[data-control="standing"] table') !== null);
  const said = await page.$eval('[data-control="standing"]', (summary) => summary.textContent);
  assert.doesNotMatch(said, /I think so/);
});

for (const kind of KINDS) {
  inEachBrowser(`${kind}: parts are marked, another try keeps what was right, and the answer that is shown is the answer`, async ({ host, page }) => {
    const { item } = await questionOf(page, host, kind);
    await respond(page, item, kind, MOUSE, false);
    await click(page, `${item} .sure button`);
    const { links } = await verdict(page, item);
    assert.ok(links.length <= 2, links.join(" | "));
    const [right, wrong] = await marks(page, item);
    assert.ok(wrong > 0);
    const seen = await page.$eval(`${item} .verdict`, (verdict) => {
      const { top, bottom } = verdict.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.ok(seen, "the verdict should be in sight");
    if (kind === "order") {
      const points = /\d+/.exec(await page.$eval(`${item} .verdict`, (verdict) => verdict.textContent));
      assert.equal(Number(points?.[0] ?? 0), right, "the score should be what the marks say");
    }
    assert.equal(await page.evaluate((item) => document.querySelector(`${item} .told[open]`) === null, item), true, "reasons that give the rest away are folded");
    await click(page, `${item} .feedback [data-do="show"]`);
    await until(page, "the answer", (item) => document.querySelector(`${item} .key .verdict`) !== null, item);
    const shown = await marks(page, item);
    assert.equal(shown[1], 0);
    assert.ok(shown[0] > 0);
    await until(page, "the focus on another try", (item) => document.activeElement.closest(item)?.querySelector(".feedback")?.contains(document.activeElement) === true, item);
    // What is in the form now is the answer.
    await click(page, `${item} [type=submit]`);
    assert.equal((await verdict(page, item)).full, true);
  });
}

inEachBrowser("what was right stays for another try", async ({ host, page }) => {
  const { item } = await questionOf(page, host, "sort");
  await respond(page, item, "sort", MOUSE, true);
  const checked = () => page.$$eval(`${item} .thing`, (things) => things.map((thing) => [...thing.querySelectorAll(".place input")].findIndex((input) => input.checked)));
  const all = await checked();
  await click(page, `${item} .thing:first-child .place:nth-of-type(${((all[0] + 1) % 2) + 1})`);
  await assertExplained(page, item, false);
  await again(page, item);
  assert.deepEqual(await checked(), [-1, ...all.slice(1)]);
  assert.deepEqual(await marks(page, item), [0, 0]);
});

inEachBrowser("changing an answer takes back what was said of another", async ({ host, page }) => {
  const { item } = await questionOf(page, host, "choice");
  await click(page, `${item} .option`);
  await click(page, `${item} [type=submit]`);
  await verdict(page, item);
  await click(page, `${item} .option:last-child`);
  await until(page, "the feedback to go", (item) => document.querySelector(`${item} .feedback > *`) === null, item);
});
