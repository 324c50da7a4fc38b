// Questions on a page: where one of each kind is, what is right, how it is answered by hand, and
// what is said to it.

import assert from "node:assert/strict";

import { until } from "./condition.mjs";
import { click } from "./reader.mjs";
import { lessons, open } from "./site.mjs";

/** A question with radio buttons. */
export const CHOICE = "section.item:has(.options input[type=radio])";

/**
 * Answers all questions of the page that is open, and waits for what is said to each. Of several
 * answers each question takes another in turn, so that feedback of both kinds is shown. Returns how
 * many there are.
 */
export async function answerAll(page) {
  const count = await page.evaluate(answer);
  await until(page, "all verdicts", (count) => document.querySelectorAll(".item .verdict").length === count, count);
  return count;
}

/** Runs in the page. */
function answer() {
  // An argument is rebuilt step by step (`rebuild.test.mjs`).
  const forms = [...document.querySelectorAll(".item form:not(:has(.rebuild))")];
  forms.forEach((form, place) => {
    const options = form.querySelectorAll(".options input");
    if (options.length > 0) options[place % options.length].click();
    // What lies ready for a match goes to one thing after the other; in a sort, each thing has a row of its own.
    for (const input of form.querySelectorAll(".places .place input")) input.click();
    for (const row of form.querySelectorAll(".thing[role=radiogroup]")) row.querySelector("input").click();
    for (const field of form.querySelectorAll("input[type=text]")) field.value = "an answer";
    for (const select of form.querySelectorAll("select")) select.selectedIndex = 1 + (place % (select.options.length - 1));
    form.querySelector("[type=submit]").click();
  });
  return forms.length;
}

/** The kinds of questions. */
export const KINDS = ["choice", "multiple", "build", "blank", "match", "sort", "order", "point"];

/** How a question of each kind is told from the others by what stands in it. Runs in the page. */
function kindOf(item) {
  const has = (selector) => item.querySelector(selector) !== null;
  if (has(".steps")) return "order";
  if (has(".blank")) return "blank";
  if (has(".states")) return "point";
  if (has(".card")) return "build";
  if (has('.options[role="radiogroup"]')) return "choice";
  if (has('.options[role="group"]')) return "multiple";
  if (!has(".things")) return "another kind";
  return has(".places") ? "match" : "sort";
}

/** The first question of that kind, on the page of its lesson, which it opens: its id, and its section as a selector. */
export async function questionOf(page, host, kind) {
  for (const lesson of await lessons()) {
    await open(page, host.root + lesson);
    const [found] = await questionsHere(page, kind);
    if (found) return found;
  }
  return assert.fail(`No lesson has a question of the kind ${kind}.`);
}

/** All questions of that kind on the page that is open. */
export async function questionsHere(page, kind) {
  const ids = await page.evaluate(`(() => {
    ${kindOf}
    const items = [...document.querySelectorAll("section.item")];
    return items.filter((item) => kindOf(item) === ${JSON.stringify(kind)}).map((item) => item.getAttribute("aria-labelledby"));
  })()`);
  return ids.map((id) => ({ id, item: `section.item[aria-labelledby="${id}"]` }));
}

/** What is right, from the answers that unfold for readers without scripts: the entries of the list, as texts. */
export function answers(page, item) {
  return page.$$eval(`${item} details.answers li`, (entries) =>
    entries.map((entry) => {
      const line = entry.querySelector("p");
      const key = line.querySelector("strong") !== null && line.firstChild.nodeName === "STRONG";
      return { key, text: line.textContent.replace(key ? line.querySelector("strong").textContent : "", "").trim() };
    }),
  );
}

/**
 * Gives an answer, right or wrong through and through, without checking it. `hand` is how: it
 * presses a button, chooses an answer, picks from a list, or writes into a field.
 */
export async function respond(page, item, kind, hand, right) {
  const all = await answers(page, item);
  const option = (place) => `${item} .option:nth-child(${place + 1})`;
  switch (kind) {
    case "choice":
    case "build":
      return hand.choose(page, option(all.findIndex(({ key }) => key === right)));
    case "multiple": {
      const wanted = all.flatMap(({ key }, place) => (key === right ? [place] : []));
      for (const place of wanted) await hand.choose(page, option(place));
      return assert.ok(wanted.length > 0, "a question needs answers of both kinds");
    }
    case "blank":
      return hand.write(page, `${item} .blank input`, right ? all.find(({ key }) => key).text : "something else entirely");
    case "match":
    case "sort":
      return place(page, item, all, hand, right);
    case "point": {
      const list = `${item} .states select`;
      const keys = all.filter(({ key }) => key).flatMap(({ text }) => text.split(", "));
      // The first option is that nothing is chosen yet.
      const states = await page.$eval(list, (list) => [...list.options].map(({ text }) => text));
      // A key may be a class of a table as well: the guide asks for one of those who voted no in 2018.
      const isKey = (state) => (keys.some((key) => states.includes(key)) ? keys.includes(state) : state === "United States");
      return hand.pick(page, list, states.findIndex((state, at) => at > 0 && isKey(state) === right));
    }
    case "order": {
      const wanted = all.map(({ text }) => text);
      if (right) return carry(page, item, wanted, hand);
      return assert.notDeepEqual(await steps(page, item), wanted);
    }
    default:
      return assert.fail(`Nobody knows how to answer a question of the kind ${kind}.`);
  }
}

/**
 * Answers a question that has one right choice, and waits for what is said to it. No hand moves, so
 * that nothing scrolls.
 */
export async function choose(page, item, right) {
  const place = (await answers(page, item)).findIndex(({ key }) => key === right);
  await page.evaluate(
    (item, place) => {
      const form = document.querySelector(`${item} form`);
      form.querySelectorAll(".options input")[place].click();
      form.querySelector("[type=submit]").click();
    },
    item,
    place,
  );
  const { full } = await verdict(page, item);
  assert.equal(full, right);
}

/**
 * Puts all things into their places, or each into another. In a match, what is tapped goes to the thing that is
 * chosen, and the next one without a place is chosen then.
 */
async function place(page, item, all, hand, right) {
  const places = Object.fromEntries(all.map(({ text }) => text.split(" → ")));
  const texts = (selector) => page.$$eval(selector, (all) => all.map((one) => one.querySelector("span").textContent.trim()));
  const numbers = await page.$$eval(`${item} .places .place input`, (inputs) => inputs.map(({ value }) => value));
  const lying = await texts(`${item} .places .place`);
  for (const [at, text] of (await texts(`${item} .thing`)).entries()) {
    const options = lying.length > 0 ? lying : await texts(`${item} .thing:nth-child(${at + 1}) .place`);
    const key = options.indexOf(places[text]);
    assert.ok(key >= 0, `${text} in ${options.join(" | ")}`);
    const wanted = right ? key : (key + 1) % options.length;
    const place = lying.length > 0 ? `.place:has([value="${numbers[wanted]}"])` : `.thing:nth-child(${at + 1}) .place:nth-of-type(${wanted + 1})`;
    await hand.choose(page, `${item} ${place}`);
  }
}

/** The steps as they stand. */
export function steps(page, item) {
  return page.$$eval(`${item} .steps li`, (steps) => steps.map((step) => step.querySelector("span").textContent.trim()));
}

/** Sorts the steps by choosing each that is not in its place, and then that place. */
async function carry(page, item, right, hand) {
  for (const [place, text] of right.entries()) {
    const at = (await steps(page, item)).indexOf(text);
    if (at === place) continue;
    for (const step of [at, place]) await hand.choose(page, `${item} .steps li:nth-child(${step + 1}) label`);
    assert.equal((await steps(page, item)).indexOf(text), place);
  }
}

/** Sorts the steps by the buttons that move one, pressed by `press`. */
export async function sortBy(page, item, right, press) {
  const moved = (item, at, text) => document.querySelectorAll(`${item} .steps li span`)[at].textContent.trim() === text;
  for (let place = 0; place < right.length; place += 1) {
    for (let at = (await steps(page, item)).indexOf(right[place]); at > place; at -= 1) {
      await press(page, `${item} .steps li:nth-child(${at + 1}) [data-do="up"]`);
      await until(page, "the step to move", moved, item, at - 1, right[place]);
    }
  }
}

/** Waits for what is said to an answer. */
export async function verdict(page, item) {
  await until(page, "a verdict", (item) => document.querySelector(`${item} .feedback .verdict`) !== null, item);
  return page.$eval(`${item} .feedback > div`, (feedback) => ({
    full: feedback.classList.contains("key"),
    reasons: [...feedback.querySelectorAll(".prose")].map((reason) => reason.textContent.trim().length),
    links: [...feedback.querySelectorAll(".back-to a")].map((link) => link.textContent.trim()),
  }));
}

/** Checks the answer, and fails unless what is said is the verdict, explains it and leads back. */
export async function assertExplained(page, item, full, press = click) {
  await press(page, `${item} [type=submit]`);
  const said = await verdict(page, item);
  assert.equal(said.full, full);
  assert.ok(said.reasons.length > 0 && said.reasons.every((length) => length > 15), JSON.stringify(said));
  assert.ok(said.links.length > 0 && new Set(said.links).size === said.links.length, said.links.join(" | "));
}

/** Where a button was that is gone, the focus goes on within the question. */
async function assertFocusWithin(page, item) {
  await until(page, "the focus in the question", (item) => document.activeElement.closest(item) !== null, item);
}

/** Parts that are marked as right, and as wrong. */
export function marks(page, item) {
  return page.$eval(item, (item) => ["right", "wrong"].map((word) => item.querySelectorAll(`.outcome.${word}`).length));
}

/** Clears what is wrong after a verdict, to answer anew. */
export async function again(page, item, press = click) {
  await press(page, `${item} .feedback [data-do="again"]`);
  await until(page, "the feedback to go", (item) => document.querySelector(`${item} .feedback > *`) === null, item);
}

/** Answers wrong, looks at what is said, clears that, and answers right: all of it by one `hand`. */
export async function wrongThenRight(page, item, kind, hand) {
  await respond(page, item, kind, hand, false);
  await assertExplained(page, item, false, hand.press);
  await again(page, item, hand.press);
  await assertFocusWithin(page, item);
  await respond(page, item, kind, hand, true);
  await assertExplained(page, item, true, hand.press);
}
