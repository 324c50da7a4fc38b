// A reader with a mouse drags what others move by buttons and lists: steps to another place, and
// places onto things.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click } from "../support/reader.mjs";
import { lessons, open, text } from "../support/site.mjs";

/** The first lesson whose file has this text. */
async function lessonWith(sign) {
  for (const lesson of await lessons()) {
    if ((await text(`${lesson}index.html`)).includes(sign)) return lesson;
  }
  return assert.fail(`No lesson has ${sign}.`);
}

/** Drags one element onto another. */
async function drag({ engine, page }, from, onto) {
  await page.$eval(from, (element) => element.closest(".item form").scrollIntoView({ block: "start", behavior: "instant" }));
  return engine === "firefox" ? page.evaluate(dragByEvents, from, onto) : dragByHand(page, from, onto);
}

/** With the mouse, slowly enough for the browser to see that it is a drag. */
async function dragByHand(page, from, onto) {
  const middle = (selector) =>
    page.$eval(selector, (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + Math.min(width / 2, 40), y: y + height / 2 };
    });
  const [start, end] = [await middle(from), await middle(onto)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 4, start.y + 4, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.move(end.x + 1, end.y, { steps: 2 });
  await page.mouse.up();
}

/** Runs in the page. Firefox begins no drag for a mouse that is driven from outside, so its events are sent. */
function dragByEvents(from, onto) {
  const send = (name, selector) => {
    const event = new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() });
    return !document.querySelector(selector).dispatchEvent(event);
  };
  send("dragstart", from);
  if (!send("dragover", onto)) throw new Error(`${onto} takes no ${from}.`);
  send("drop", onto);
}

inEachBrowser("a step is dragged to another place, which is said, and what was said before goes", async (journey) => {
  const { host, page } = journey;
  await open(page, host.root + (await lessonWith('class="steps"')));
  await click(page, ".item:has(.steps) [type=submit]");
  await until(page, "a verdict", () => document.querySelector(".item:has(.steps) .verdict") !== null);
  const order = () => page.$$eval(".steps [data-nth]", (steps) => steps.map((step) => step.dataset.nth));
  const before = await order();
  await drag(journey, ".steps [data-nth]:first-child", ".steps [data-nth]:last-child");
  const [first, ...others] = before;
  await until(page, "the step at the end", (first) => document.querySelector(".steps [data-nth]:last-child").dataset.nth === first, first);
  assert.deepEqual(await order(), [...others, first]);
  assert.equal(await page.$(".item:has(.steps) .verdict"), null);
  assert.ok((await page.$eval("#_status", (status) => status.textContent)).includes(String(before.length)));
  await drag(journey, ".steps [data-nth]:last-child", ".steps [data-nth]:first-child");
  await until(page, "the step at the beginning", (first) => document.querySelector(".steps [data-nth]:first-child").dataset.nth === first, first);
  assert.deepEqual(await order(), before);
});

inEachBrowser("a place is dragged onto a thing, and onto another one", async (journey) => {
  const { host, page } = journey;
  await open(page, host.root + (await lessonWith('class="places"')));
  const wanted = await page.$eval(".places .place:last-child input", (place) => place.value);
  const own = `.place:has([value="${wanted}"])`;
  const item = ".item:has(.places)";
  const lies = () => page.$$eval(`${item} .thing`, (things) => things.map((thing) => thing.querySelector(".place input")?.value ?? ""));
  await drag(journey, `${item} ${own}`, `${item} .thing:first-child`);
  await until(page, "the place", (thing, wanted) => document.querySelector(thing).querySelector(".place input")?.value === wanted, `${item} .thing:first-child`, wanted);
  assert.ok((await lies()).slice(1).every((value) => value === ""));
  // The next thing is the one that a tap would go to.
  assert.ok(await page.$eval(`${item} .thing:nth-child(2) [type=radio]`, (radio) => radio.checked));
  await drag(journey, `${item} .thing ${own}`, `${item} .thing:last-child`);
  await until(page, "the place", (thing, wanted) => document.querySelector(thing).querySelector(".place input")?.value === wanted, `${item} .thing:last-child`, wanted);
  assert.ok((await lies()).slice(0, -1).every((value) => value === ""));
});
