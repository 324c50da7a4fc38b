// A reader asks the search for odd things: for no word at all, for signs that mean something to a
// page, for far more than a question, and for nothing.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { addressOf } from "../support/reader.mjs";
import { FIELD, MISSPELT, RESULT, SAID, SEARCH, TERM, addressFor, holdTimers, paste, resultsFor, said, statusAtRest } from "../support/search.mjs";
import { open, reload } from "../support/site.mjs";

/** No word of any language; it is far from all. */
const NO_WORD = "zqxjkzqxjk";

for (const query of [NO_WORD, `<script>"&lt;' & {query} </script>${NO_WORD}`]) {
  inEachBrowser(`a query that finds nothing is quoted as it is: ${query}`, async ({ host, page }) => {
    await open(page, host.root + SEARCH);
    await page.focus(FIELD);
    await page.keyboard.type(query);
    assert.ok((await said(page)).includes(query), await said(page));
    await assertNothingButText(page, query);
    assert.equal(await addressOf(page), addressFor(host, query));
    await reload(page);
    assert.ok((await said(page)).includes(query), await said(page));
    await assertNothingButText(page, query);
  });
}

/** Fails if the query became anything else than text. */
async function assertNothingButText(page, query) {
  const shown = await page.evaluate(
    (field, said, result) => ({
      query: document.querySelector(field).value,
      elements: document.querySelector(said).childElementCount + document.getElementById("_status").childElementCount,
      results: document.querySelectorAll(result).length,
    }),
    FIELD,
    SAID,
    RESULT,
  );
  assert.deepEqual(shown, { query, elements: 0, results: 0 });
}

inEachBrowser("an emptied field finds nothing and says nothing", async ({ host, page }) => {
  await page.evaluateOnNewDocument(holdTimers);
  await open(page, addressFor(host, MISSPELT));
  await resultsFor(page, MISSPELT);
  await paste(page, " ");
  await until(page, "the results to go", (result) => document.querySelector(result) === null, RESULT);
  assert.equal(await page.$(SAID), null);
  assert.equal(await statusAtRest(page), "");
});

for (const [name, query] of Object.entries({
  "one word of 10,000 letters": "z".repeat(10_000),
  "10,000 characters, not all of them Latin": `${MISSPELT} ${"é".repeat(10_000 - MISSPELT.length - 1)}`,
})) {
  inEachBrowser(`a query of ${name} does no harm`, async ({ host, page }) => {
    await open(page, host.root + SEARCH);
    await page.focus(FIELD);
    await paste(page, query);
    await until(page, "the query in the address", () => location.search.startsWith("?q="));
    assert.equal(await page.$eval(FIELD, (field) => field.value), query);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, "the page should not scroll sideways");
    await reload(page);
    await page.focus(FIELD);
    await paste(page, MISSPELT);
    const [first] = await resultsFor(page, MISSPELT);
    assert.equal(first.href, TERM.href);
  });
}
