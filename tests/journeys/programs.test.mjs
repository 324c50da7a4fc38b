// No page loads a program that it has no use for, and where one cannot be loaded, the page says so.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { drawn } from "../support/map.mjs";
import { open } from "../support/site.mjs";

inEachBrowser("a page loads the programs of the map and of the search and the one that reasons only where it has them", async ({ host, page }) => {
  const others = () => host.requests.filter((path) => /reasoner|atlas|start-search|argument-|community-|texts-/.test(path));
  for (const address of ["", "glossary/", "sources/", "quiz/"]) {
    await open(page, host.root + address);
    assert.deepEqual(others(), [], address);
  }
  await open(page, `${host.root}community/`);
  await drawn(page);
  assert.deepEqual(others().filter((path) => /reasoner|argument-/.test(path)), []);
  assert.ok(others().some((path) => /atlas-\w+\.wasm/.test(path)));
});

const tolerated = [/status 403/, /console (error|warn|warning): /, /failed request: .*(atlas|community)/, /page error/];

for (const [what, pattern] of Object.entries({ "its script": /start-atlas/, "its glue": /\/atlas-\w+\.js$/, "the program": /\/atlas-\w+\.wasm$/, "its file": /community-\w+\.bin$/ })) {
  inEachBrowser(`without ${what}, the map says that it could not be loaded`, { tolerated }, async ({ host, page }) => {
    host.refuse(pattern);
    await open(page, `${host.root}community/`);
    await until(page, "the sentence", () => document.querySelector(".community .notice")?.textContent.includes("could not be loaded"));
  });
}
