// Readers of the community's pages without scripts: the tables are there, and every state has its page.

import assert from "node:assert/strict";

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
