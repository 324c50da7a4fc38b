// A reader answers a question of every kind, by keyboard, by mouse and by touch: badly, with a hint,
// and right. What is right is read from the answers that readers without scripts unfold.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click, tabTo } from "../support/reader.mjs";
import { lessons, open, text } from "../support/site.mjs";

const LESSONS = await lessons();
const PHONE = { width: 390, height: 844, hasTouch: true };

/** How a question of each kind is told from the others by what stands in its form. */
const KINDS = {
  choice: '.options[role="radiogroup"]',
  multiple: '.options[role="group"]',
  build: ".card + .options",
  blank: ".blank input",
  places: ".things",
  order: ".steps",
};

/** The first lesson that has a question of that kind, and the id of the question's section. */
async function questionOf(page, host, kind) {
  for (const lesson of LESSONS) {
    const html = await text(`${lesson}index.html`);
    const has = kind === "choice" || html.includes({ multiple: 'type="checkbox" class="live"', build: 'class="card"', blank: 'class="blank"', places: 'class="things"', order: 'class="steps"' }[kind]);
    if (!has) continue;
    await open(page, host.root + lesson);
    const id = await page.evaluate((parts) => {
      const items = [...document.querySelectorAll("section.item")];
      return items.find((item) => item.querySelector(parts))?.getAttribute("aria-labelledby");
    }, KINDS[kind]);
    if (id) return { id, item: `section.item[aria-labelledby="${id}"]` };
  }
  return assert.fail(`No lesson has a question of the kind ${kind}.`);
}

/** What is right, from the answers that unfold: the entries of the list, as texts. */
function answers(page, item) {
  return page.$$eval(`${item} details.answers li`, (entries) =>
    entries.map((entry) => {
      const line = entry.querySelector("p");
      const key = line.querySelector("strong") !== null && line.firstChild.nodeName === "STRONG";
      return { key, text: line.textContent.replace(key ? line.querySelector("strong").textContent : "", "").trim() };
    }),
  );
}

async function verdict(page, item) {
  await until(page, "a verdict", (item) => document.querySelector(`${item} .feedback .verdict`) !== null, item);
  return page.$eval(`${item} .feedback > div`, (feedback) => ({
    full: feedback.classList.contains("key"),
    reasons: [...feedback.querySelectorAll(".prose")].map((reason) => reason.textContent.trim().length),
    links: [...feedback.querySelectorAll(".back-to a")].map((link) => link.textContent.trim()),
  }));
}

/** Checks the answer, and fails unless what is said explains it and leads back. */
async function assertExplained(page, item, full) {
  await click(page, `${item} [type=submit]`);
  const said = await verdict(page, item);
  assert.equal(said.full, full);
  assert.ok(said.reasons.length > 0 && said.reasons.every((length) => length > 15), JSON.stringify(said));
  assert.ok(said.links.length > 0 && new Set(said.links).size === said.links.length, said.links.join(" | "));
}

async function again(page, item) {
  await click(page, `${item} .feedback [data-do="again"]`);
  await until(page, "the feedback to go", (item) => document.querySelector(`${item} .feedback > *`) === null, item);
}

for (const kind of ["choice", "build"]) {
  inEachBrowser(`${kind}: wrong, again, right, by mouse`, async ({ host, page }) => {
    const { item } = await questionOf(page, host, kind);
    const all = await answers(page, item);
    const wrong = all.findIndex(({ key }) => !key);
    const right = all.findIndex(({ key }) => key);
    const option = (place) => `${item} .option:nth-child(${place + 1})`;
    await click(page, option(wrong));
    await assertExplained(page, item, false);
    await again(page, item);
    await click(page, option(right));
    await assertExplained(page, item, true);
  });
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

inEachBrowser("things are put into their places by keyboard alone", async ({ host, page }) => {
  const { item } = await questionOf(page, host, "places");
  const all = (await answers(page, item)).map(({ text }) => text.split(" → "));
  const places = Object.fromEntries(all);
  const count = await page.$$eval(`${item} select`, (selects) => selects.length);
  for (let place = 1; place <= count; place += 1) {
    const select = `${item} .thing:nth-child(${place}) select`;
    await tabTo(page, select);
    const options = await page.$eval(select, (select) => ({ thing: select.parentElement.querySelector("span").textContent.trim(), texts: [...select.options].map((option) => option.text) }));
    const wanted = options.texts.indexOf(places[options.thing]);
    assert.ok(wanted > 0, `${options.thing} in ${options.texts.join(" | ")}`);
    // A key that writes finds an option as well, but texts may begin alike.
    for (let presses = 0; presses < wanted; presses += 1) await page.keyboard.press("ArrowDown");
    assert.equal(await page.$eval(select, (select) => select.selectedIndex), wanted);
  }
  await tabTo(page, `${item} [type=submit]`);
  await page.keyboard.press("Enter");
  assert.equal((await verdict(page, item)).full, true);
});

/** The steps as they stand. */
function steps(page, item) {
  return page.$$eval(`${item} .steps li`, (steps) => steps.map((step) => step.querySelector("span").textContent.trim()));
}

/** Sorts the steps by the buttons that move one, pressed by `press`. */
async function sortBy(page, item, right, press) {
  for (let place = 0; place < right.length; place += 1) {
    for (let at = (await steps(page, item)).indexOf(right[place]); at > place; at -= 1) {
      await press(`${item} .steps li:nth-child(${at + 1}) [data-do="up"]`);
      await until(page, "the step to move", (item, at, text) => document.querySelectorAll(`${item} .steps li span`)[at].textContent.trim() === text, item, at - 1, right[place]);
    }
  }
}

inEachBrowser("order: steps move by keyboard, keep the focus, and say where they are", async ({ host, page }) => {
  const { item } = await questionOf(page, host, "order");
  const right = (await answers(page, item)).map(({ text }) => text);
  assert.notDeepEqual(await steps(page, item), right);
  await sortBy(page, item, right, async (button) => {
    await page.focus(button);
    await page.keyboard.press("Enter");
    await until(page, "a word on it", () => /\d/.test(document.getElementById("_status").textContent));
    assert.ok(await page.evaluate((item) => document.activeElement.matches(`${item} [data-do="up"]`), item), "the focus should stay on the button");
  });
  assert.deepEqual(await steps(page, item), right);
  await assertExplained(page, item, true);
});

inEachBrowser("order: steps move by single taps, on a phone", { viewport: PHONE }, async ({ host, page }) => {
  const { item } = await questionOf(page, host, "order");
  const right = (await answers(page, item)).map(({ text }) => text);
  await sortBy(page, item, right, async (button) => {
    const { x, y } = await page.$eval(button, (button) => {
      button.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.touchscreen.tap(x, y);
  });
  await assertExplained(page, item, true);
});

inEachBrowser("hints come in steps, the answer can be shown, and what was answered is remembered", async ({ host, page }) => {
  await questionOf(page, host, "multiple");
  const item = await page.evaluate(() => {
    const hint = document.querySelector('section.item [data-do="hint"]');
    return `section.item[aria-labelledby="${hint.closest(".item").getAttribute("aria-labelledby")}"]`;
  });
  const count = await page.$$eval(`${item} details.help li`, (hints) => hints.length);
  for (let shown = 1; shown <= count + 1; shown += 1) {
    await click(page, `${item} [data-do="hint"]`);
    await until(page, "a hint", (item, shown) => document.querySelectorAll(`${item} .hint`).length === shown, item, Math.min(shown, count));
  }
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
