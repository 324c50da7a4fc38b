// Where the focus is after a press, for those who use keys alone: what was pressed may go away, but the
// reader does not begin anew at the top of the page.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

import { until } from "../support/condition.mjs";
import { KEYBOARD } from "../support/hands.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { answersKept, bringIn, leave, MEMORY, STANDING, withFolder } from "../support/memory.mjs";
import { KINDS, questionOf, respond, verdict } from "../support/questions.mjs";
import { coveredBy } from "../support/reader.mjs";
import { open } from "../support/site.mjs";

const RECORD = "concord 1\nlesson states-matter - finished\n";

/** Presses a button by keys. */
async function press(page, button) {
  await page.focus(button);
  await page.keyboard.press("Enter");
}

/** Waits until the focus is on something within an element, and seen. */
function focusWithin(page, selector) {
  return until(page, `the focus within ${selector}`, (selector) => {
    const active = document.activeElement;
    return active !== document.body && active.closest(selector) !== null && active.getBoundingClientRect().height > 0;
  }, selector);
}

inEachBrowser("an answer is shown in the place of its button, in every kind of question", async ({ host, page }) => {
  for (const kind of KINDS) {
    const { item } = await questionOf(page, host, kind);
    await respond(page, item, kind, KEYBOARD, false);
    await press(page, `${item} [type=submit]`);
    await verdict(page, item);
    await press(page, `${item} [data-do="show"]`);
    await until(page, "the answer", (item) => document.querySelector(`${item} .feedback .key`) !== null, item);
    await focusWithin(page, `${item} .feedback`);
    await press(page, `${item} [data-do="again"]`);
    await focusWithin(page, `${item} form`);
  }
});

inEachBrowser("hints come to an end, and steps to their ends", async ({ host, page }) => {
  const { item } = await questionOf(page, host, "order");
  await press(page, `${item} .steps li:nth-child(2) [data-do="up"]`);
  await focusWithin(page, `${item} .steps li:first-child [data-do="down"]`);
  await press(page, `${item} .steps li:nth-last-child(2) [data-do="down"]`);
  await focusWithin(page, `${item} .steps li:last-child [data-do="up"]`);
  const dead = await page.$$eval(`${item} .steps button`, (all) => all.filter((own) => own.checkVisibility({ visibilityProperty: true })).length);
  assert.equal(dead, 2 * (await page.$$eval(`${item} .steps li`, (all) => all.length)) - 2, "what leads nowhere is not offered");
  const hint = 'section.item [data-do="hint"]';
  const owner = await page.$eval(hint, (own) => own.closest("section.item").getAttribute("aria-labelledby"));
  const asked = `section.item[aria-labelledby="${owner}"]`;
  for (let hints = 0; (await page.$(`${asked} [data-do="hint"]`)) !== null; hints += 1) {
    assert.ok(hints < 9, "hints come to an end");
    await press(page, `${asked} [data-do="hint"]`);
    await until(page, "a hint", (asked, hints) => document.querySelectorAll(`${asked} .hint`).length > hints, asked, hints);
  }
  await focusWithin(page, `${asked} form`);
});

inEachBrowser("what is remembered: asked, answered, taken back", async ({ host, page }) => {
  await withFolder(async (folder) => {
    await leave(page, host, RECORD);
    await open(page, host.root + STANDING);
    await press(page, `${MEMORY} [data-do="forget"]`);
    await until(page, "the question", () => document.querySelector('[data-do="cancel"]') !== null);
    await press(page, `${MEMORY} [data-do="cancel"]`);
    await focusWithin(page, `${MEMORY} [data-do="forget"]`);
    for (const action of ["merge", "replace"]) {
      await bringIn(page, folder, `${action}.txt`, `${RECORD}answer q-${action} 1 1 1 sure 20000 1 1 20001\n`);
      await press(page, `${MEMORY} [data-do="${action}"]`);
      await focusWithin(page, `${MEMORY} [role=status]`);
    }
    assert.equal((await answersKept(page)).length, 1);
    await press(page, `${MEMORY} [data-do="forget"]`);
    await until(page, "the question", () => document.querySelector('[data-do="forget-all"]') !== null);
    await press(page, `${MEMORY} [data-do="forget-all"]`);
    await focusWithin(page, MEMORY);
  });
});

inEachBrowser("a row that leaves the table of states", async ({ host, page }) => {
  await open(page, `${host.root}community/`);
  await until(page, "the map", () => document.querySelector(".drawing svg") !== null);
  for (const state of ["0", "5", "9"]) await page.$eval(`tr[data-state="${state}"] input`, (box) => box.click());
  await page.$eval("[data-only]", (box) => box.click());
  await until(page, "three rows", () => [...document.querySelectorAll("tr[data-state]")].filter((row) => row.checkVisibility()).length === 3);
  await page.focus('tr[data-state="5"] input');
  await page.keyboard.press(" ");
  await until(page, "the row to be away", () => !document.querySelector('tr[data-state="5"]').checkVisibility());
  await focusWithin(page, ".all-states");
});

// A laptop, the same with text at twice and at four times its size, and a phone, upright and on its side.
for (const [width, height] of [[1366, 900], [683, 450], [341, 225], [390, 844], [844, 390]]) {
  inEachBrowser(`nothing covers what has the focus in the table of states, at ${width} by ${height}`, { viewport: { width, height } }, async ({ host, page }) => {
    await open(page, `${host.root}community/`);
    const walk = async (presses, back) => {
      if (back) await page.keyboard.down("Shift");
      for (let press = 1; press <= presses; press += 1) {
        await page.keyboard.press("Tab");
        assert.equal(await coveredBy(page), "", `after ${press} steps ${back ? "back" : "on"}`);
      }
      if (back) await page.keyboard.up("Shift");
    };
    await page.focus('tr[data-state="60"] th a');
    await walk(30, true);
    await walk(40, false);
    await page.focus(".states thead button");
    await walk(24, false);
    await walk(24, true);
  });
}

/** How long after a press the focus is looked for: a worker may answer, and some things change a frame later. */
const ANSWER_MILLISECONDS = 120;

for (const address of ["community/", "argument/", "quiz/?count=6&seed=2", STANDING]) {
  inEachBrowser(`whatever button is pressed by keys, something has the focus, on ${address}`, async ({ host, page }) => {
    const start = async () => {
      await open(page, host.root + address);
      await until(page, "what answers", () => [...document.querySelectorAll("[data-argument]")].every((own) => own.dataset.live === "on") && [...document.querySelectorAll(".atlas")].every((own) => own.querySelector(".drawing svg") !== null));
    };
    await start();
    const count = await page.$$eval("main button", (all) => all.length);
    let presses = 0;
    for (let place = 0; place < count; place += 1) {
      const button = await page.evaluate((place) => {
        const own = document.querySelectorAll("main button")[place];
        // What is printed or saved opens something of the system's.
        if (!own?.checkVisibility({ visibilityProperty: true }) || own.matches(":disabled, [data-prints], [data-file]")) return "";
        own.focus();
        return document.activeElement === own ? own.outerHTML.slice(0, 100) : "";
      }, place);
      if (button === "") continue;
      await page.keyboard.press("Enter");
      presses += 1;
      await pause(ANSWER_MILLISECONDS);
      const isSeen = await page.evaluate(() => document.activeElement !== document.body && document.activeElement.getBoundingClientRect().height > 0);
      assert.ok(isSeen, `nothing that is seen has the focus after ${button}`);
      await page.keyboard.press("Escape");
      if (!page.url().startsWith(host.root + address.split("?")[0])) await start();
    }
    assert.ok(presses > 0, `${presses} of ${count}`);
  });
}

inEachBrowser("what scrolls and takes the focus has a name", async ({ host, page }) => {
  const seen = [];
  for (const address of ["whole/", "community/", "community/tuv/", "standing/"]) {
    await open(page, host.root + address);
    seen.push(...(await page.$$eval('.wide[tabindex="0"]', (all) => all.map((own) => own.getAttribute("aria-label") ?? document.getElementById(own.getAttribute("aria-labelledby"))?.textContent ?? ""))));
  }
  assert.ok(seen.length > 3 && seen.every((name) => name.trim() !== ""), JSON.stringify(seen));
});
