// The outline by keys, as trees are elsewhere, folded and unfolded.

import assert from "node:assert/strict";

import { hasScrolledTo, openMap, press, shownOf } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";

/** The statement whose sentence has the focus. */
function focused(page) {
  return page.evaluate(() => document.activeElement.closest("li[data-node]")?.dataset.node);
}

async function byKeys(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  return focused(page);
}

inEachBrowser("arrows lead through the outline, and digits judge", async ({ host, page }) => {
  await openMap(page, host, "#_in-words");
  const ids = await page.$$eval("li[data-node]", (entries) => entries.map((entry) => entry.dataset.node));
  // A claim with a premise of its own right below it, and the statement that the claim stands below.
  const [above, claim, premise] = await page.evaluate(() => {
    const premise = document.querySelector("li.claim[data-node] li.premise[data-node]:has(> [data-leaf])");
    const claim = premise.parentElement.closest("li[data-node]");
    return [claim.parentElement.closest("li[data-node]"), claim, premise].map((entry) => entry.dataset.node);
  });
  const before = ids[ids.indexOf(claim) - 1];
  await page.focus(`li[data-node="${before}"] > .says > a`);
  assert.equal(await byKeys(page, "ArrowDown"), claim);
  assert.equal(await byKeys(page, "ArrowDown"), premise);
  assert.ok(await page.evaluate((id) => document.querySelector(`li[data-node="${id}"]`).classList.contains("selected"), premise), "what has the focus is selected");
  await page.keyboard.press("2");
  await until(page, "it to be rejected", (id) => document.querySelector(`[data-leaf="${id}"] input:checked`)?.value === "reject", premise);
  assert.equal(await focused(page), premise, "the focus stays");
  // Left leads up, then folds, then up again; what is folded away is passed over.
  assert.equal(await byKeys(page, "ArrowLeft"), claim);
  assert.equal(await byKeys(page, "ArrowLeft"), claim);
  const next = await byKeys(page, "ArrowDown");
  assert.ok(await page.evaluate((id, claim) => !document.querySelector(`li[data-node="${id}"]`).matches(`li[data-node="${claim}"] *`), next, claim), next);
  assert.equal(await byKeys(page, "ArrowUp"), claim);
  assert.equal(await byKeys(page, "ArrowRight", "ArrowRight"), premise);
  assert.equal((await shownOf(page, premise)).verdict, "reject");
  assert.equal(await byKeys(page, "ArrowLeft", "ArrowLeft", "ArrowLeft"), above);
  // At the ends, nothing happens.
  await page.focus(`li[data-node="${ids[0]}"] > .says > a`);
  assert.equal(await byKeys(page, "ArrowUp"), ids[0]);
});

inEachBrowser("folded claims are an overview, and links lead into what is folded", async ({ host, page }) => {
  await openMap(page, host, "#_in-words");
  await press(page, '[data-do="fold"]');
  const { claims, others, all } = await page.evaluate(() => {
    const seen = [...document.querySelectorAll("li[data-node]")].filter((entry) => entry.checkVisibility());
    const isClaim = (entry) => entry.matches(".claim, .conclusion");
    // What stands beside a claim below another claim is shown with it.
    const isBeside = (entry) => entry.closest("details").querySelector(":scope li.claim") !== null;
    const others = seen.filter((entry) => !isClaim(entry) && !isBeside(entry));
    return { claims: seen.filter(isClaim).length, others: others.length, all: document.querySelectorAll("li[data-node]:is(.claim, .conclusion)").length };
  });
  assert.deepEqual({ claims, others }, { claims: all, others: 0 });
  const premise = await page.$eval("li.premise[data-node]", (entry) => entry.dataset.node);
  await page.evaluate((id) => void (location.hash = id), premise);
  await until(page, "it to be in sight", hasScrolledTo, premise);
  await press(page, '[data-do="unfold"]');
  await until(page, "all to be shown", () => [...document.querySelectorAll("li[data-node]")].every((entry) => entry.checkVisibility()));
});
