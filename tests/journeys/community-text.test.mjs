// Readers of the community's pages without scripts: the tables are there, and every state has its page.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { statePages, text } from "../support/site.mjs";

const NO_SCRIPTS = { browser: { scripts: false } };

inEachBrowser("without scripts, all states and all layers stand in tables", NO_SCRIPTS, async ({ host, page }) => {
  await page.goto(`${host.root}community/`, { waitUntil: "load" });
  const seen = await page.evaluate(() => ({
    rows: [...document.querySelectorAll("tr[data-state]")].filter((row) => row.checkVisibility()).length,
    legends: [...document.querySelectorAll(".legend")].filter((legend) => legend.checkVisibility()).length,
    layers: document.querySelectorAll(".states thead th").length - 1,
    text: document.body.innerText,
  }));
  assert.equal(seen.rows, 195);
  assert.equal(seen.legends, seen.layers);
  for (const name of ["Tuvalu", "Nauru"]) assert.ok(seen.text.includes(name));
});

inEachBrowser("every state has a page, and a link to it in the table", NO_SCRIPTS, async ({ host, page }) => {
  const pages = await statePages();
  assert.equal(pages.length, 195);
  await page.goto(`${host.root}community/`, { waitUntil: "load" });
  const links = await page.evaluate(() => [...document.querySelectorAll("tr[data-state] a")].map((link) => link.href));
  assert.deepEqual(links.sort(), pages.map((address) => host.root + address).sort());
  for (const address of pages) assert.match(await text(`${address}index.html`), /<section class="facts"/);
});

inEachBrowser("boxes of the institutions are links that keys reach, to entries with their sources", NO_SCRIPTS, async ({ host, page }) => {
  await page.goto(`${host.root}community/institutions/`, { waitUntil: "load" });
  await page.focus(".network");
  await page.keyboard.press("Tab");
  const box = await page.evaluate(() => {
    const link = document.activeElement;
    const edge = getComputedStyle(link.querySelector("rect")).strokeWidth;
    return { href: link.getAttribute("href"), edge, other: getComputedStyle(document.querySelector(".network a:last-of-type rect")).strokeWidth };
  });
  assert.notEqual(box.edge, box.other, "the box in focus is marked");
  await page.keyboard.press("Enter");
  const hash = box.href.slice(box.href.indexOf("#"));
  await until(page, "the entry", (hash) => location.hash === hash, hash);
  const seen = await page.evaluate(() => ({
    path: location.pathname,
    top: document.querySelector(":target").getBoundingClientRect().top,
    height: innerHeight,
  }));
  assert.equal(seen.path, new URL(`${host.root}community/institutions/`).pathname);
  assert.ok(seen.top >= 0 && seen.top < seen.height);
});

inEachBrowser("on a phone nothing of a state is cut, and bars of a list begin at one line", { ...NO_SCRIPTS, viewport: { width: 390, height: 844 } }, async ({ host, page }) => {
  for (const code of ["usa", "vct", "vat"]) {
    await page.goto(`${host.root}community/${code}/`, { waitUntil: "load" });
    const seen = await page.evaluate(() => ({
      cut: [document.documentElement, ...document.querySelectorAll(".facts .wide")].filter((box) => box.scrollWidth > box.clientWidth).length,
      right: Math.max(...[...document.querySelectorAll(".facts td")].map((cell) => cell.getBoundingClientRect().right)),
      starts: new Set([...document.querySelectorAll(".bar")].map((bar) => Math.round(bar.getBoundingClientRect().left))).size,
    }));
    assert.equal(seen.cut, 0, code);
    assert.ok(seen.right <= 390, code);
    assert.ok(seen.starts <= 1, code);
  }
});
