// Readers of the map see in one frame what is asked, who is what, the map and what they point at; begin with what
// the tables say together; compare; and follow the arrows between institutions.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { openMap } from "../support/map.mjs";
import { click } from "../support/reader.mjs";
import { open, text } from "../support/site.mjs";

const WINDOWS = { laptop: { width: 1280, height: 720 }, phone: { width: 390, height: 844, hasTouch: true } };

for (const [name, viewport] of Object.entries(WINDOWS)) {
  inEachBrowser(`on a ${name}, question, legend, map, year and what is pointed at are seen together`, { viewport }, async ({ host, page }) => {
    for (const query of ["?layer=budapest", "?layer=vote-73-27", "?layer=membership"]) {
      await openMap(page, host.root, query);
      const all = await page.evaluate(() => {
        document.querySelector(".atlas").scrollIntoView({ block: "start", behavior: "instant" });
        const parts = [".legend.shown h3", ".legend.shown .classes", ".map-frame .wide", ".pointed", ".legend.shown .years"];
        const boxes = parts.map((part) => document.querySelector(part)?.getBoundingClientRect()).filter(Boolean);
        return { top: Math.min(...boxes.map(({ top }) => top)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)), height: innerHeight };
      });
      assert.ok(all.bottom - all.top <= all.height - 48, `${query}: ${JSON.stringify(all)}`);
      // It need not be scrolled to more than once: below the bar nothing of it is cut.
      assert.ok(all.bottom <= all.height, `${query}: ${JSON.stringify(all)}`);
    }
  });
}

inEachBrowser("a name stands at what is pointed at, and beside the map what it means", async ({ host, page }) => {
  await openMap(page, host.root, "?layer=vote-73-27");
  await page.focus(".drawing");
  await page.keyboard.press("ArrowRight");
  const told = await page.$eval("[data-pointed]", (line) => line.textContent);
  const name = await page.$eval(".drawing .name", (name) => ({ text: name.textContent, width: name.getBoundingClientRect().width }));
  assert.ok(name.text.length > 2 && told.startsWith(`${name.text}: `), `${name.text}: ${told}`);
  assert.ok(name.width > 10);
});

// No driver of browsers here has two fingers.
inEachBrowser("nothing keeps two fingers from enlarging the map", { viewport: WINDOWS.phone }, async ({ host, page }) => {
  await openMap(page, host.root);
  const around = await page.$eval(".drawing", (drawing) => {
    const actions = [];
    for (let own = drawing; own !== null; own = own.parentElement) actions.push(getComputedStyle(own).touchAction);
    return actions;
  });
  assert.ok(around.every((action) => /^(auto|manipulation)$|pinch-zoom/.test(action)), around.join(" | "));
  assert.doesNotMatch(await page.$eval("meta[name=viewport]", (meta) => meta.content), /user-scalable|maximum-scale/);
});

inEachBrowser("every layer is headed by a question", async ({ host, page }) => {
  await openMap(page, host.root);
  const heads = await page.$$eval(".legend h3", (heads) => heads.map((head) => head.textContent));
  assert.ok(heads.length > 20);
  assert.deepEqual(heads.filter((head) => !head.includes("?")), []);
});

/** The codes of the states that a table has in a class. */
async function statesIn(layer, label) {
  const rows = (await text(`community/${layer}.csv`)).trim().split(/\r?\n/).slice(1);
  return rows.filter((row) => row.split(",").includes(label)).map((row) => row.split(",")[0]);
}

inEachBrowser("what the tables say together is what they say, and leads to the map that shows it", async ({ host, page }) => {
  const no = await statesIn("vote-73-27", "no");
  const parties = await statesIn("budapest", "party");
  const both = no.filter((state) => parties.includes(state)).length;
  assert.ok(both > 20 && no.length > both);
  await openMap(page, host.root);
  const first = await page.$eval(".findings li", (entry) => entry.textContent.trim());
  assert.match(first, new RegExp(`^${both} of the ${no.length} `));
  await click(page, ".findings a");
  await until(page, "the two tables, crossed", () => document.querySelector(".cross") !== null);
  await until(page, "the states", (both) => document.querySelectorAll("[data-chosen] .chips li").length === both, both);
  const cells = await page.$$eval(".cross button", (cells) => cells.map((cell) => Number(cell.textContent)));
  assert.ok(cells.includes(both), `${cells}`);
});

inEachBrowser("who compares states comes to the comparison", async ({ host, page }) => {
  await open(page, `${host.root}community/fra/`);
  const link = await page.evaluate(() => [...document.querySelectorAll("main a")].find((link) => link.href.includes("#_chosen"))?.getAttribute("href"));
  assert.ok(link);
  await click(page, `main a[href="${link}"]`);
  await until(page, "the comparison in sight", () => {
    const table = document.querySelector("[data-chosen] table");
    const { top } = document.getElementById("_chosen")?.getBoundingClientRect() ?? { top: -1 };
    return table !== null && top >= 0 && top < innerHeight / 2;
  });
});

inEachBrowser("arrows between institutions cross no box, and say what they mean", async ({ host, page }) => {
  await open(page, `${host.root}community/institutions/`);
  const wrong = await page.evaluate(() => {
    const svg = document.querySelector(".network svg");
    const boxes = [...svg.querySelectorAll("rect")].map((box) => box.getBBox());
    const inside = ({ x, y, width, height }, point) => point.x > x && point.x < x + width && point.y > y && point.y < y + height;
    const crossing = [...svg.querySelectorAll("g > path")].filter((line) => {
      const length = line.getTotalLength();
      const points = Array.from({ length: 101 }, (_, step) => line.getPointAtLength((length * step) / 100));
      return boxes.some((box) => points.some((point) => inside(box, point)));
    });
    const words = [...svg.querySelectorAll(".meaning")].map((word) => ({ text: word.textContent, box: word.getBBox() }));
    const meet = (one, other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y + 3 < other.y + other.height - 3 && other.y + 3 < one.y + one.height - 3;
    const onBoxes = words.filter(({ box }) => boxes.some((other) => meet(box, other)));
    const onWords = words.filter(({ box }, at) => words.slice(at + 1).some((other) => meet(box, other.box)));
    return { arrows: svg.querySelectorAll("g > path").length, words: words.length, crossing: crossing.map((line) => line.getAttribute("d")), onBoxes: onBoxes.map(({ text }) => text), onWords: onWords.map(({ text }) => text) };
  });
  assert.ok(wrong.arrows > 10 && wrong.words >= wrong.arrows, JSON.stringify(wrong));
  assert.deepEqual([wrong.crossing, wrong.onBoxes, wrong.onWords], [[], [], []]);
});
