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
  return until(page, "the drawing", () => document.querySelectorAll(".drawing [data-at][class]").length > 0);
}

/** Waits until what stands around the drawing says what the drawing shows. */
export function said(page) {
  return until(page, "the map's words", () => !document.querySelector(".drawing[aria-busy]"));
}

/** The names of chosen states, as the list beside the map has them. */
export function chosen(page) {
  return page.$$eval(".chips a", (links) => links.map((link) => link.textContent));
}

/** Where the mark of a state is on the screen, after scrolling there: on the map it is the dot in its land. */
export async function markOf(page, name) {
  const place = async () => (await marks(page)).get(name);
  await page.evaluate(() => document.querySelector(".drawing").scrollIntoView({ block: "center", behavior: "instant" }));
  const { x } = await place();
  await page.evaluate((x) => void (document.querySelector(".drawing").closest(".wide").scrollLeft += x - innerWidth / 2), x);
  return place();
}

/** Where the marks of all states are on the screen, by their names in the table. */
export async function marks(page) {
  const all = await page.evaluate(() => {
    const isMap = !document.querySelector(".drawing").matches(".apart");
    return [...document.querySelectorAll("tr[data-state]")].map((row) => {
      const shape = document.querySelector(`.drawing ${isMap ? "path" : "rect"}[data-at="${row.dataset.state}"]`);
      const place = new DOMPoint();
      if (isMap) {
        // The last of what is drawn is the dot, from its left side on.
        const [, x, y, r] = /M(\d+) (\d+)a(\d+)[^M]*$/.exec(shape.getAttribute("d"));
        [place.x, place.y] = [Number(x) + Number(r), Number(y)];
      } else {
        const box = shape.getBBox();
        [place.x, place.y] = [box.x + box.width / 2, box.y + box.height / 2];
      }
      const { x, y } = place.matrixTransform(shape.getScreenCTM());
      return [row.querySelector("a").textContent, { x, y }];
    });
  });
  return new Map(all);
}

/** The counts of the layer that is shown, by the names of its classes. */
export async function counts(page) {
  await said(page);
  return page.$$eval(".legend.shown .classes li", (items) =>
    Object.fromEntries(items.map((item) => [item.querySelector("span").textContent, Number(item.querySelector("b").textContent)])));
}
