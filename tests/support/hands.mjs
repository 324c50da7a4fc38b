// The ways to answer by hand: by mouse, by touch, by keyboard. Each presses a button, chooses an
// answer, picks from a list, and writes into a field.

import assert from "node:assert/strict";

import { click, tabBackTo, tabTo, tap } from "./reader.mjs";

export const MOUSE = pointing(click);
export const TOUCH = pointing(tap);

/** A mouse and a finger differ in how they press alone. */
function pointing(press) {
  return {
    press,
    choose: press,
    async pick(page, list, place) {
      await press(page, list);
      assert.ok(await isFocused(page, list), `${list} should have opened`);
      // What opens is the system's own list, which no driver of browsers reaches.
      await page.select(list, await page.$eval(list, (list, place) => list.options[place].value, place));
    },
    async write(page, field, text) {
      await press(page, field);
      await writeAnew(page, field, text);
    },
  };
}

export const KEYBOARD = {
  async press(page, button) {
    await reach(page, button);
    await page.keyboard.press("Enter");
  },
  async choose(page, option) {
    const input = `${option} input`;
    if (await page.$eval(input, (input) => input.type === "checkbox")) {
      await reach(page, input);
      return page.keyboard.press(" ");
    }
    // Of radio buttons one alone is reached by Tab, the others by arrows, which choose as they go.
    const group = await page.$eval(input, (input) => `input[name="${input.name}"]`);
    await reach(page, group);
    if (await isFocused(page, input)) return page.keyboard.press(" ");
    const count = (await page.$$(group)).length;
    for (let presses = 1; presses < count && !(await isFocused(page, input)); presses += 1) await page.keyboard.press("ArrowDown");
    return assert.ok(await page.$eval(input, (input) => input.checked), `${input} should be chosen`);
  },
  async pick(page, list, place) {
    await reach(page, list);
    // A key that writes finds an option as well, but texts may begin alike.
    const chosen = await page.$eval(list, (list) => list.selectedIndex);
    const key = place < chosen ? "ArrowUp" : "ArrowDown";
    for (let presses = 0; presses < Math.abs(place - chosen); presses += 1) await page.keyboard.press(key);
    assert.equal(await page.$eval(list, (list) => list.selectedIndex), place);
  },
  async write(page, field, text) {
    await reach(page, field);
    await writeAnew(page, field, text);
  },
};

/** How many stops away something is still near. */
const NEAR = 8;

/**
 * Goes to an element by Tab, forward or back: from where the focus is, or, if that is far away, from some stops before the
 * element. That each control of a page follows the one before it has a journey of its own (keyboard).
 */
async function reach(page, selector) {
  if (await isFocused(page, selector)) return;
  await page.evaluate(comeNear, selector, NEAR);
  const isBefore = (selector) => Boolean(document.activeElement.compareDocumentPosition(document.querySelector(selector)) & Node.DOCUMENT_POSITION_PRECEDING);
  const go = (await page.evaluate(isBefore, selector)) ? tabBackTo : tabTo;
  await go(page, selector);
}

/** Runs in the page. */
function comeNear(selector, near) {
  const stops = [...document.querySelectorAll("a[href], button, select, input, textarea, summary")].filter((own) => own.checkVisibility({ visibilityProperty: true }) && !own.disabled);
  const to = stops.indexOf(document.querySelector(selector));
  const from = stops.indexOf(document.activeElement);
  if (to > near && Math.abs(to - from) > near) stops[to - near / 2].focus({ preventScroll: true });
}

function isFocused(page, selector) {
  return page.evaluate((selector) => document.activeElement.matches(selector), selector);
}

/** Writes in place of what stands in the field. */
async function writeAnew(page, field, text) {
  await page.$eval(field, (field) => field.select());
  await page.keyboard.type(text);
}
