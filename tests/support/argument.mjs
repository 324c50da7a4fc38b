// The argument map, as a reader has it before them.

import { until } from "./condition.mjs";
import { click } from "./reader.mjs";
import { open } from "./site.mjs";

/** The address of the map. */
export const MAP = "argument/";

/** Opens the map and waits until it answers. */
export async function openMap(page, host, query = "") {
  await open(page, host.root + MAP + query);
  await answering(page);
}

export function answering(page) {
  return until(page, "the argument to answer", () => document.querySelector("[data-argument]")?.dataset.live === "on");
}

/** Goes to the part of the page that holds an element, as readers do: by its link, unfolding what it is folded into. */
export async function goTo(page, selector) {
  const part = await page.evaluate((selector) => document.querySelector(selector)?.closest(".argument-map > section[hidden]")?.getAttribute("aria-labelledby"), selector);
  if (part) {
    await click(page, `.tabs a[href$="#${part}"]`);
    await until(page, "that part", (part) => !document.querySelector(`[aria-labelledby="${part}"]`).hidden, part);
  }
  const isFolded = (selector) => document.querySelector(selector)?.closest("details.starts:not([open])") != null;
  if (await page.evaluate(isFolded, selector)) await click(page, ".starts > summary");
}

/** Clicks on an element in whatever part of the page it stands. */
export async function press(page, selector) {
  await goTo(page, selector);
  await click(page, selector);
}

/** Shows all drawings, of which a reader has one at a time, by opening rows. */
export function showDrawings(page) {
  return page.$$eval(".drawn > [data-part]", (parts) => parts.forEach((part) => part.classList.add("shown")));
}

/**
 * A premise in a drawing that supports something there and that the stance accepts: its id, and that
 * of what it supports alone or with others, in one step.
 */
export function somePremise(page) {
  return page.evaluate(() => {
    for (const edge of document.querySelectorAll("[data-part] .edge:is(.support, .premise):not(.step)")) {
      const { from, to } = edge.dataset;
      const checked = document.querySelector(`[data-leaf="${from}"] input:checked`);
      if (checked?.value === "accept" && document.querySelector(`li[data-node="${to}"]`)) return { from, to };
    }
    throw new Error("The map has no premise that is accepted.");
  });
}

/** What is shown of a statement: in the outline, in the drawing, and its verdict. */
export function shownOf(page, id) {
  return page.evaluate((id) => {
    const is = (selector) => document.querySelector(selector)?.getAttribute("data-is");
    return {
      outline: is(`li[data-node="${id}"]`),
      label: document.querySelector(`[data-label="${id}"]`)?.textContent.trim(),
      drawing: is(`g[data-node="${id}"]`),
      verdict: document.querySelector(`[data-leaf="${id}"] input:checked`)?.value,
    };
  }, id);
}

/** Waits until the outline gives a statement that label. */
export function labelled(page, id, label) {
  const is = (id, label) => document.querySelector(`li[data-node="${id}"]`).dataset.is === label;
  return until(page, `${id} to be ${label}`, is, id, label);
}

/** The statements that outline and drawing do not label alike. */
export function outOfStep(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("g[data-node]")]
      .filter((node) => document.querySelector(`li[data-node="${node.dataset.node}"]`)?.dataset.is !== node.dataset.is)
      .map((node) => node.dataset.node),
  );
}

/** What screen readers were told last. */
export function said(page) {
  return page.$eval("#_status", (status) => status.textContent);
}

/** The text of a panel, once all that follows is told. */
export async function panel(page, name) {
  await until(page, "all panels", () => document.querySelector("[data-argument]").dataset.more === "");
  return page.$eval(`[data-panel="${name}"]`, (panel) => panel.textContent);
}

/** Sets a verdict in the outline, as a click does. */
export function judge(page, id, verdict) {
  return page.$eval(`[data-leaf="${id}"] input[value="${verdict}"]`, (input) => input.click());
}

/** Runs in the page: whether a statement of the outline is in sight. */
export function hasScrolledTo(id) {
  const entry = document.querySelector(`li[data-node="${id}"]`);
  const { top } = entry.getBoundingClientRect();
  return entry.checkVisibility() && top >= 0 && top < innerHeight;
}

/** The address of a stance that rejects all premises, or all that readers decide about. */
export function rejecting(page, selector) {
  return page.$$eval(`${selector} > [data-leaf]`, (all) => `?reject=${all.map((own) => own.dataset.leaf).join(".")}&version=00000001`);
}

/** Opens the map with the stance of an address. */
export async function take(page, host, query) {
  await openMap(page, host, query);
  await until(page, "the comparison", () => document.querySelector('[data-panel="parting"]') !== null);
  // What comes next may move the button, or write it anew, under the hand of somebody as quick as a program.
  await panel(page, "compare");
  await press(page, '[data-do="take"]');
  await until(page, "the stance", () => document.querySelector('[data-panel="compare"]').textContent === "");
}

/** Waits until what was searched for was found. */
function found(page) {
  return until(page, "the search to end", () => !/^$|…$/.test(document.querySelector('[data-panel="searched"]').textContent));
}

/** Asks what else statements would need, and judges one after it; looks at what was found each time. */
export async function askWhatElse(page, look = async () => {}) {
  const statements = await page.$$eval("select[data-crux] option", (options) => options.map((own) => own.value).filter(Boolean));
  for (const statement of statements.slice(0, 3)) {
    await page.select("select[data-crux]", statement);
    await found(page);
    await look();
  }
  const { from } = await somePremise(page).catch(() => ({}));
  const leaf = from ?? (await page.$eval("[data-leaf]", (own) => own.dataset.leaf));
  for (const verdict of ["accept", "open", "reject"]) {
    await judge(page, leaf, verdict);
    await labelled(page, leaf, { accept: "in", open: "undecided", reject: "out" }[verdict]);
    await found(page);
  }
}
