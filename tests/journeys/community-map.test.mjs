// Readers of the map of states: they find the smallest states by name, by keys and by touch, play the
// years, cross two layers, compare, and come back by a link.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { chosen, counts, drawn, markOf, marks, openMap, said } from "../support/map.mjs";
import { click } from "../support/reader.mjs";
import { lessons, live } from "../support/site.mjs";

const PHONE = { viewport: { width: 360, height: 740, hasTouch: true, isMobile: false } };

const isChosen = (name) => [...document.querySelectorAll(".chips a")].some((link) => link.textContent === name);

inEachBrowser("small states are found by their names", async ({ host, page }) => {
  await openMap(page, host.root);
  for (const name of ["Tuvalu", "Nauru"]) {
    await page.$eval("[data-find]", (field) => void (field.value = ""));
    await page.type("[data-find]", name.toUpperCase().slice(0, 4));
    const seen = await page.$$eval("tr[data-state]", (rows) => rows.filter((row) => !row.hidden).map((row) => row.querySelector("a").textContent));
    assert.ok(seen.includes(name) && seen.length < 5, `${seen}`);
    assert.match(await page.$eval("[data-pointed]", (line) => line.textContent), new RegExp(`^${name}: `));
    await page.keyboard.press("Enter");
    await until(page, `${name} to be chosen`, isChosen, name);
  }
  assert.deepEqual(await chosen(page), ["Tuvalu", "Nauru"]);
  await until(page, "the address", () => location.search.includes("states=tuv,nru"));
});

inEachBrowser("small states are reached by keys", async ({ host, page }) => {
  await openMap(page, host.root);
  await page.focus(".drawing");
  const told = () => page.$eval("[data-pointed] b", (name) => name.textContent);
  await page.keyboard.press("ArrowRight");
  const names = new Set([await told()]);
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]) {
    for (let step = 0; step < 4; step += 1) await page.keyboard.press(key);
    names.add(await told());
  }
  assert.ok(names.size >= 4, [...names].join());
  const name = await told();
  await page.keyboard.press("Enter");
  await until(page, "it to be chosen", isChosen, name);
  await page.keyboard.press(" ");
  await until(page, "none to be chosen", () => !document.querySelector(".chips"));
  // The table is the other way by keys: the box of a row.
  for (const state of ["Tuvalu", "Nauru"]) {
    await page.focus(`tr[data-state] input[aria-label="${state}"]`);
    await page.keyboard.press(" ");
    await until(page, `${state} to be chosen`, isChosen, state);
  }
});

inEachBrowser("small states are hit by a finger, which need not be exact", PHONE, async ({ engine, host, page }) => {
  await openMap(page, host.root);
  for (const name of ["Tuvalu", "Nauru"]) {
    const { x, y } = await markOf(page, name);
    // Firefox's driver has no touch; a click is what a tap becomes.
    if (engine === "chromium") await page.touchscreen.tap(x + 6, y + 6);
    else await page.mouse.click(x + 6, y + 6);
    await until(page, `${name} to be chosen`, isChosen, name);
  }
});

inEachBrowser("all 195 states are hit in the middle of their marks, in every drawing", async ({ host, page }) => {
  await openMap(page, host.root);
  for (const drawing of ["map", "tiles", "one", "population", "users"]) {
    await page.select('[data-choice="drawing"]', drawing);
    await settled(page);
    const places = [...await marks(page)];
    assert.equal(places.length, 195);
    const missed = await page.evaluate((places) => {
      const told = ([, { x: clientX, y: clientY }]) => {
        document.querySelector(".drawing").dispatchEvent(new PointerEvent("pointermove", { bubbles: true, clientX, clientY }));
        return document.querySelector("[data-pointed] b")?.textContent;
      };
      return places.map((place) => [place[0], told(place)]).filter(([name, told]) => told !== name);
    }, places);
    assert.deepEqual(missed, [], `drawing ${drawing}`);
  }
});

inEachBrowser("tiles say whose they are, each in its own tile", async ({ host, page }) => {
  await openMap(page, host.root, "?drawing=tiles");
  const wrong = await page.evaluate(() => {
    const middle = ({ x, y, width, height }) => [x + width / 2, y + height / 2];
    const wrong = [];
    const codes = [...document.querySelectorAll(".drawing .codes text")];
    for (const [at, row] of [...document.querySelectorAll("tr[data-state]")].entries()) {
      const tile = document.querySelector(`.drawing rect[data-at="${row.dataset.state}"]`).getBBox();
      const [x, y] = middle(tile);
      const own = codes.find((code) => Math.hypot(Number(code.getAttribute("x")) - x, Number(code.getAttribute("y")) - y) < 2);
      const code = /([a-z]{3})\/[^/]*$/.exec(row.querySelector("a").href)[1].toUpperCase();
      if (own?.textContent !== code || own.getBBox().width > tile.width) wrong.push(`${at} ${code}: ${own?.textContent}`);
    }
    return wrong;
  });
  assert.deepEqual(wrong, []);
  await page.select('[data-choice="drawing"]', "map");
  await settled(page);
  assert.equal(await page.$eval(".drawing .codes", (codes) => getComputedStyle(codes).display), "none");
});

function settled(page) {
  return until(page, "the marks to stand still", () => document.getAnimations().length === 0);
}

inEachBrowser("the years play, stop and can be stepped", async ({ host, page }) => {
  await openMap(page, host.root, "?layer=membership&year=1945");
  const before = await counts(page);
  assert.equal(before["joined in 1945"], 49);
  assert.equal(before["joined since 1990"], 0);
  await click(page, '.legend.shown [data-do="on"]');
  assert.equal((await counts(page))["joined 1946 to 1959"], 4);
  await until(page, "the address", () => location.search.includes("year=1946"));
  await click(page, '.legend.shown [data-do="play"]');
  await until(page, "some years to pass", () => Number(document.querySelector(".legend.shown output").textContent) > 1950);
  await click(page, '.legend.shown [data-do="play"]');
  await said(page);
  const stopped = await page.$eval(".legend.shown output", (year) => year.textContent);
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(await page.$eval(".legend.shown output", (year) => year.textContent), stopped);
  const total = Object.values(await counts(page)).reduce((sum, count) => sum + count, 0);
  assert.equal(total, 195);
});

inEachBrowser("two layers are crossed, and a cell chooses its states", async ({ host, page }) => {
  await openMap(page, host.root, "?layer=hanoi&with=vote-74-247");
  const cells = await page.$$eval(".cross button", (buttons) => buttons.map((button) => button.getAttribute("aria-label")));
  assert.equal(cells.map((cell) => Number(/(\d+)$/.exec(cell)[1])).reduce((sum, count) => sum + count, 0), 195);
  const cell = cells.find((cell) => /^signed; no: /.test(cell));
  await click(page, `.cross button[aria-label="${cell}"]`);
  const names = await chosen(page);
  assert.equal(names.length, Number(/(\d+)$/.exec(cell)[1]));
  // The same by the tables, as they are downloaded.
  const read = async (layer) => {
    const text = await page.evaluate((file) => fetch(file).then((response) => response.text()), `${host.root}community/${layer}.csv`);
    return new Map(text.trim().split("\r\n").slice(1).map((line) => line.match(/("(?:[^"]|"")*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, "").replace(/^"|"$/g, ""))).map(([, name, value]) => [name, value]));
  };
  const [hanoi, vote] = [await read("hanoi"), await read("vote-74-247")];
  assert.equal(hanoi.size, 195);
  const expected = [...hanoi].filter(([name, value]) => value === "signed" && vote.get(name) === "no").map(([name]) => name);
  assert.deepEqual(names.sort(), expected.sort());
});

inEachBrowser("up to four states are compared, by a link", async ({ host, page }) => {
  await openMap(page, host.root, "?states=tuv,nru,fra");
  await until(page, "the comparison", () => document.querySelectorAll("[data-chosen] table thead th").length === 4);
  const rows = await page.$$eval("[data-chosen] tbody tr", (rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  const table = await page.$$eval('tr[data-state]', (rows) => Object.fromEntries(rows.map((row) => [row.querySelector("a").textContent, [...row.children].slice(1).map((cell) => cell.textContent)])));
  rows.forEach(([, tuvalu, nauru, france], place) => {
    assert.deepEqual([tuvalu, nauru, france], [table.Tuvalu[place], table.Nauru[place], table.France[place]]);
  });
  assert.equal((await page.$$("[data-chosen] > ul li")).length - 3, 3);
});

inEachBrowser("a link brings back all that was chosen, and the choices say so", async ({ host, page }) => {
  const query = "?layer=budapest&with=hanoi&drawing=tiles&year=2010&states=tuv,nru";
  await openMap(page, host.root, query);
  const shown = await page.evaluate(() => ({
    layer: document.querySelector('[data-choice="layer"]').value,
    with: document.querySelector('[data-choice="with"]').value,
    apart: document.querySelector(".drawing").classList.contains("apart"),
    year: document.querySelector(".legend.shown [data-year]").value,
    on: document.querySelectorAll(".drawing .on").length,
    label: document.querySelector(".drawing").getAttribute("aria-label"),
  }));
  assert.match(shown.label, /Budapest.*2010: .*party \d+/);
  assert.deepEqual({ ...shown, label: "" }, { layer: "budapest", with: "hanoi", apart: true, year: "2010", on: 2, label: "" });
  assert.equal(new URL(page.url()).search, query);
});

inEachBrowser("the table is sorted, filtered and in step with the map", async ({ host, page }) => {
  await openMap(page, host.root);
  const column = await page.$$eval(".states thead th", (heads) => heads.findIndex((head) => head.textContent.includes("Internet users")));
  await click(page, `.states thead th:nth-child(${column + 1}) button`);
  const shares = await page.$$eval(`tr[data-state] td:nth-child(${column + 1})`, (cells) => cells.map((cell) => parseFloat(cell.textContent)));
  assert.deepEqual(shares, [...shares].sort((a, b) => b - a));
  await click(page, ".legend.shown [data-pick='5']");
  assert.equal((await chosen(page)).length, 2);
  await page.$eval("[data-only]", (box) => box.click());
  const seen = await page.$$eval("tr[data-state]", (rows) => rows.filter((row) => !row.hidden).length);
  assert.equal(seen, 2);
});

inEachBrowser("names of states and of layers stay in sight in a table that is scrolled", { viewport: { width: 700, height: 900 } }, async ({ host, page }) => {
  await openMap(page, host.root);
  await page.$eval(".all-states", (part) => part.scrollIntoView({ behavior: "instant" }));
  const moved = () => page.evaluate(() => {
    const table = document.querySelector(".all-states > .wide").getBoundingClientRect();
    const from = (selector) => {
      const place = document.querySelector(selector).getBoundingClientRect();
      return { x: Math.round(place.left - table.left), y: Math.round(place.top - table.top) };
    };
    // Below its border of a pixel.
    return { name: from('[data-state="30"] > th').x, layer: from("thead th:nth-child(9)").y, corner: from("thead th") };
  });
  const atRest = { name: 0, layer: 1, corner: { x: 0, y: 1 } };
  assert.deepEqual(await moved(), atRest);
  for (const [left, top] of [[400, 300], [0, 900], [250, 0]]) {
    await page.$eval(".all-states > .wide", (table, place) => table.scrollTo({ ...place, behavior: "instant" }), { left, top });
    await until(page, "all to stay in sight", (left) => document.querySelector(".all-states > .wide").matches(".aside") === left > 0, left);
    assert.deepEqual(await moved(), atRest);
  }
  // Firefox brings back how far it was scrolled.
  await page.reload({ waitUntil: "load" });
  await drawn(page);
  await until(page, "the names to stay as far as they have to", () => {
    const table = document.querySelector(".all-states > .wide");
    return table.matches(".aside") === table.scrollLeft > 0;
  });
  assert.equal((await moved()).name, 0);
});

inEachBrowser("a lesson's map is drawn when it is seen, at what the lesson says", async ({ host, page }) => {
  for (const address of await lessons()) {
    await page.goto(host.root + address, { waitUntil: "load" });
    await live(page);
    if (!(await page.$(".placed"))) continue;
    assert.equal(await page.$(".placed .drawing svg"), null, "nothing is loaded before it is seen");
    await page.$eval(".placed .drawing", (drawing) => drawing.scrollIntoView());
    await drawn(page);
    const states = await page.$eval(".placed", (figure) => figure.dataset.states.split(",").length);
    assert.equal((await page.$$(".placed .drawing .on")).length, states);
    return;
  }
  assert.fail("no lesson has a map");
});
