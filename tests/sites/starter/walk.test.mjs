// An author's first hour: the pack that `cargo xtask new` makes, on a subject of its own, served and
// walked through. Nothing of the other guide shows in it.

import assert from "node:assert/strict";

import { until } from "../../support/condition.mjs";
import { inEachBrowser } from "../../support/journey.mjs";
import { answerAll } from "../../support/questions.mjs";
import { arrive, assertAtPlace, atTheBeginning, click, mark } from "../../support/reader.mjs";
import { lessons, open, pageFiles, text, title } from "../../support/site.mjs";

const [FIRST, SECOND] = await lessons();

inEachBrowser("from home through both lessons, with a question, a definition and a search", async ({ host, page }) => {
  await open(page, host.root);
  await mark(page);
  await click(page, ".way-in a");
  assert.deepEqual(await arrive(page, host.root + FIRST), atTheBeginning(await title(FIRST)));
  assert.ok((await answerAll(page)) > 0);
  await click(page, ".text a.term");
  await until(page, "a definition", () => document.querySelector("#_popover")?.matches(":popover-open"));
  await page.keyboard.press("Escape");
  await click(page, 'a[rel="next"]');
  assert.deepEqual(await arrive(page, host.root + SECOND), atTheBeginning(await title(SECOND)));
  await page.keyboard.press("/");
  await arrive(page, `${host.root}search/`);
  await page.keyboard.type("foottfall");
  await until(page, "a result", () => document.querySelector(".results a") !== null);
  assert.equal(await page.$eval(".results a", (link) => link.textContent), "Footfall");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await assertAtPlace(page, "footfall");
});

inEachBrowser("whose statements there are comes from the pack", async ({ host, page }) => {
  await open(page, host.root);
  const owners = await page.$$eval(".owners li", (all) => all.map((owner) => owner.textContent));
  assert.deepEqual(owners, ["The letter", "A neighbour group", "This guide"]);
});

inEachBrowser("no page names the subject of the other guide", async () => {
  for (const file of await pageFiles()) {
    // Names of the reader’s record, of the policy of trusted types and of the element for other sites are the engine’s own.
    const page = (await text(file)).replace(/<script>.*?<\/script>|trusted-types concord|concord-embed/gs, "");
    const found = /cyber|sovereign|united nations|china|concord/i.exec(page);
    assert.equal(found?.[0], undefined, file);
  }
});
