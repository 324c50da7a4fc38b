// A reader rejects a premise and sees what falls: by mouse, and by keyboard alone in the outline and
// in a drawing. Outline and drawings stay in step.

import assert from "node:assert/strict";

import { labelled, openMap, outOfStep, panel, press, said, shownOf, somePremise, showDrawings } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { tabTo } from "../support/reader.mjs";

/** Waits until something is said that was not said before. */
function saidAnew(page, before) {
  return until(page, "something to be said", (before) => document.getElementById("_status").textContent !== before, before);
}

inEachBrowser("a premise is rejected, and what rests on it falls", async ({ host, page }) => {
  await openMap(page, host);
  const { from, to } = await somePremise(page);
  const before = { ...(await shownOf(page, to)), said: await said(page) };
  await press(page, `[data-leaf="${from}"] input[value="reject"]`);
  await labelled(page, from, "out");
  await saidAnew(page, before.said);
  assert.match(await said(page), /^\d+ statements? changed: /);
  const [own, other] = [await shownOf(page, from), await shownOf(page, to)];
  assert.deepEqual({ ...own, label: "" }, { outline: "out", label: "", drawing: "out", verdict: "reject" });
  assert.match(own.label, /^✗ \S/, "a sign and a word, not colour alone");
  assert.notEqual(other.outline, "in", "what rests on it does not stand");
  assert.deepEqual(await outOfStep(page), []);
  assert.match(await panel(page, "result"), /“.+” (stands|falls|is open|has lost what it rests on), because:/);
  const unlinked = await page.$$eval('[data-panel="result"] li', (steps) => steps.filter((step) => !step.querySelector('a[href], [data-do="part"]')).map((step) => step.textContent));
  assert.deepEqual(unlinked, [], "every step is linked, or asks for more of them");
});

inEachBrowser("the blank stance and the opening one are a button away", async ({ host, page }) => {
  await openMap(page, host);
  await press(page, '[data-do="opening"]');
  await until(page, "the opening stance", () => {
    const verdicts = [...document.querySelectorAll("[data-leaf] input:checked")].map((input) => input.value);
    return verdicts.includes("open") && document.querySelector("[data-argument]").dataset.more === "";
  });
  const opening = await page.$$eval("[data-leaf] input:checked", (inputs) => inputs.map((input) => input.value));
  assert.ok(opening.includes("accept") && opening.includes("open") && !opening.includes("reject"), "the work's own premises are accepted, all else is open");
  await press(page, '[data-do="blank"]');
  await until(page, "nothing to be decided", () => [...document.querySelectorAll("[data-leaf] input:checked")].every((input) => input.value === "open"));
  await until(page, "nothing to stand", () => document.querySelector('li[data-is="in"]') === null);
  assert.deepEqual(await outOfStep(page), []);
  await press(page, '[data-do="opening"]');
  await until(page, "the opening stance", (opening) => [...document.querySelectorAll("[data-leaf] input:checked")].map((input) => input.value).join() === opening, opening.join());
});

inEachBrowser("by keyboard in the outline", async ({ host, page }) => {
  await openMap(page, host, "#_in-words");
  const { from } = await somePremise(page);
  const group = await page.$eval(`[data-leaf="${from}"] [role="radiogroup"]`, (group) => group.getAttribute("aria-label"));
  assert.match(group, /: \S/, "the group says what it is about");
  // The first of many stops of the keyboard is far above; the journey begins just before.
  await page.$eval(`li[data-node="${from}"]`, (entry) => entry.setAttribute("tabindex", "-1"));
  await page.focus(`li[data-node="${from}"]`);
  await page.keyboard.press("Enter");
  await until(page, "it to be selected", (id) => document.querySelector(`li[data-node="${id}"]`).classList.contains("selected") && document.querySelector(`g[data-node="${id}"]`).classList.contains("selected"), from);
  await tabTo(page, `[data-leaf="${from}"] input`, 5);
  await page.keyboard.press("ArrowDown");
  await labelled(page, from, "out");
  assert.equal((await shownOf(page, from)).drawing, "out");
  await page.keyboard.press("ArrowUp");
  await until(page, "it to be accepted", (id) => document.querySelector(`[data-leaf="${id}"] input:checked`).value === "accept", from);
  assert.equal(await page.evaluate(() => document.activeElement.type), "radio", "the focus stays");
});

inEachBrowser("by keyboard in a drawing", async ({ host, page }) => {
  await openMap(page, host);
  await showDrawings(page);
  const first = await page.evaluate(() => {
    const premises = [...document.querySelectorAll("[data-leaf]")].map((own) => own.dataset.leaf);
    const hasPremise = (part) => premises.some((id) => part.querySelector(`g[data-node="${id}"]`));
    [...document.querySelectorAll("[data-part]")].find(hasPremise).querySelector('g[tabindex="0"]').focus();
    return document.activeElement.dataset.node;
  });
  assert.ok(first);
  const stops = await page.$$eval("[data-part]", (parts) => parts.map((part) => part.querySelectorAll('g[tabindex="0"]').length));
  assert.ok(stops.every((count) => count === 1), "Tab leads to one statement of each drawing");
  // Along the lines to a premise: each key until it leads no further.
  let premise;
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"]) {
    for (let presses = 0; presses < 12 && !premise; presses += 1) {
      const before = await page.evaluate(() => document.activeElement.dataset.node);
      const isLeaf = await page.evaluate((id) => document.querySelector(`[data-leaf="${id}"]`) !== null, before);
      if (isLeaf) premise = before;
      else await page.keyboard.press(key);
      if ((await page.evaluate(() => document.activeElement.dataset.node)) === before) break;
    }
  }
  assert.ok(premise, "arrows lead to a premise");
  await page.keyboard.press("Enter");
  await until(page, "it to be selected", (id) => document.querySelectorAll(`[data-node="${id}"].selected`).length >= 2, premise);
  assert.ok(await page.evaluate(() => document.querySelector("[data-part].focused .near") !== null), "its neighbours stand out");
  for (const [key, verdict] of [["2", "reject"], ["1", "accept"], ["3", "open"]]) {
    await page.keyboard.press(key);
    await until(page, verdict, (id, verdict) => document.querySelector(`[data-leaf="${id}"] input:checked`).value === verdict, premise, verdict);
    const pressed = await page.$$eval('.picked [aria-pressed="true"]', (buttons) => buttons.map((button) => button.dataset.verdict));
    assert.deepEqual([...new Set(pressed)], [verdict]);
  }
  assert.deepEqual(await outOfStep(page), []);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.node), premise, "the focus stays");
  await press(page, '[data-part].focused [data-do="to-words"]');
  await until(page, "the outline to have the focus", (id) => document.activeElement.matches(`li[data-node="${id}"] > .says > a`), premise);
});

/** Runs in the page: words that announce what stands below them, where less or nothing does. */
function brokenGroups() {
  const isSeen = (element) => element.getClientRects().length > 0;
  const counts = [...document.querySelectorAll(".outline .group")].filter(isSeen).map((group) => {
    const entries = [...group.nextElementSibling.children];
    const isSteps = entries.some((entry) => entry.matches(".premise"));
    const seen = entries.filter(isSeen).length;
    return { text: group.textContent, isWhole: isSteps ? seen === entries.length : seen > 0 };
  });
  if (counts.length < 20) throw new Error("Too few groups are in sight to tell.");
  return counts.filter(({ isWhole }) => !isWhole).map(({ text }) => text);
}

inEachBrowser("the owner filter hides nothing that others need", async ({ host, page }) => {
  await openMap(page, host, "#_in-words");
  const marks = await page.$$eval("input[data-owner]", (boxes) => boxes.map((box) => box.dataset.owner));
  await press(page, 'input[data-owner="cross"]');
  await until(page, "the guide's objections to be away", () => document.querySelector("li.objection.by-cross.away") !== null);
  assert.deepEqual(await page.evaluate(brokenGroups), []);
  await press(page, 'input[data-owner="cross"]');
  for (const mark of marks) await press(page, `input[data-owner="${mark}"]`);
  await until(page, "all to be away", () => [...document.querySelectorAll("li[data-node]")].every((entry) => entry.closest(".away")));
  assert.ok(await page.evaluate(() => [...document.querySelectorAll("g[data-node]")].every((node) => node.classList.contains("faint"))));
  await press(page, `input[data-owner="${marks.at(-1)}"]`);
  await until(page, "its statements to be back", (mark) => [...document.querySelectorAll(`li.by-${mark}[data-node]`)].every((entry) => !entry.closest(".away")), marks.at(-1));
});
