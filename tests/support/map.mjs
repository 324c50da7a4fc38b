// The map of states as a reader sees it.

import { until } from "./condition.mjs";
import { open } from "./site.mjs";

/** Opens the page of the map, at what the query says, and waits for its drawing. */
export async function openMap(page, root, query = "") {
  await open(page, `${root}community/${query}`);
  await drawn(page);
}

/** Waits until the drawing is there. */
export function drawn(page) {
  return until(page, "the drawing", () => document.querySelectorAll(".drawing g[class]").length > 0);
}

/** Waits until what stands around the drawing says what the drawing shows. */
export function said(page) {
  return until(page, "the map's words", () => !document.querySelector(".drawing[aria-busy]"));
}

/** The names of chosen states, as the list beside the map has them. */
export function chosen(page) {
  return page.$$eval(".chips a", (links) => links.map((link) => link.textContent));
}

/** Where the mark of a state is on the screen, after scrolling there. */
export function markOf(page, name) {
  return page.evaluate((name) => {
    const row = [...document.querySelectorAll("tr[data-state]")].find((row) => row.querySelector("a").textContent === name);
    const group = document.querySelector(`.drawing g[data-at="${row.dataset.state}"]`);
    const drawing = document.querySelector(".drawing");
    drawing.scrollIntoView({ block: "center", behavior: "instant" });
    const wide = drawing.closest(".wide");
    const rect = group.querySelector("rect");
    const middle = () => {
      const box = rect.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    wide.scrollLeft += middle().x - innerWidth / 2;
    return middle();
  }, name);
}

/** The counts of the layer that is shown, by the names of its classes. */
export async function counts(page) {
  await said(page);
  return page.$$eval(".legend.shown .classes li", (items) =>
    Object.fromEntries(items.map((item) => [item.querySelector("span").textContent, Number(item.querySelector("b").textContent)])));
}
