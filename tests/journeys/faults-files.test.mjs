// A file beside the guide's program fails, comes in pieces or is refused by a header of the host: the text can be
// read, what still can answer answers, and what cannot says so in its place.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click, untilSeen } from "../support/reader.mjs";
import { CHOICE } from "../support/questions.mjs";
import { lessons, live } from "../support/site.mjs";

const [FIRST] = await lessons();
const tolerated = [/^console /, /^status 40[34]/, /^failed request/, /^page error/, /^error /, /^policy/];
const half = (bytes) => bytes.subarray(0, bytes.length >> 1);
const isShown = (selector) => document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) ?? false;

/** Answers the first question of one answer, and waits for the verdict. */
async function answer(page) {
  await click(page, `${CHOICE} .option`);
  await click(page, `${CHOICE} button.live`);
  await until(page, "a verdict", (item) => document.querySelector(`${item} .verdict`) !== null, CHOICE);
}

for (const how of ["status", "broken"]) {
  inEachBrowser(`a stylesheet that fails (${how}) leaves text that reads well and answers`, { tolerated }, async ({ host, page }) => {
    host.refuse(/\/style-\w+\.css$/, how);
    await page.goto(host.root + FIRST, { waitUntil: "load" });
    await live(page);
    assert.equal(await page.evaluate(isShown, "#_off"), false);
    assert.deepEqual(await page.$$eval(".without-script", (all) => all.filter((own) => own.checkVisibility()).length), 0);
    assert.ok((await page.$eval("main p", (text) => text.getBoundingClientRect().width)) < 700, "lines should be short enough to read");
    await page.$eval(`${CHOICE} .option input`, (input) => input.click());
    await page.$eval(`${CHOICE} [type=submit]`, (button) => button.click());
    await until(page, "a verdict", (item) => document.querySelector(`${item} .verdict`) !== null, CHOICE);
  });
}

inEachBrowser("where a host's header refuses inline scripts, questions answer all the same", { tolerated, host: { headers: { "content-security-policy": "script-src 'self' 'wasm-unsafe-eval'" } } }, async ({ host, page }) => {
  await page.goto(host.root + FIRST, { waitUntil: "load" });
  await live(page);
  assert.equal(await page.evaluate(isShown, "#_off"), false);
  await answer(page);
  await click(page, 'a[rel="next"]');
  await until(page, "the next lesson", (first) => !location.pathname.endsWith(first), FIRST);
});

inEachBrowser("where a host's header refuses programs, that is said", { tolerated, host: { headers: { "content-security-policy": "script-src 'self'" } } }, async ({ host, page }) => {
  await page.goto(host.root + FIRST, { waitUntil: "load" });
  await until(page, "the line that says it", isShown, "#_off");
  assert.ok(await page.evaluate(() => document.getElementById("_app").innerText.length > 400));
});

inEachBrowser("where a host's header refuses all scripts, that is said after a while", { tolerated, host: { headers: { "content-security-policy": "script-src 'none'" } } }, async ({ host, page }) => {
  await page.goto(host.root + FIRST, { waitUntil: "load" });
  await until(page, "the line that says it", isShown, "#_off");
});

inEachBrowser("a start script that hangs is told after a while, and answers once it comes", { tolerated }, async ({ host, page }) => {
  const release = host.hold(/\/start-\w+\.js$/);
  // No event of the page comes before that script.
  const going = page.goto(host.root + FIRST, { waitUntil: "load" });
  await until(page, "the line that says it", isShown, "#_off");
  release();
  await going;
  await live(page);
  assert.equal(await page.evaluate(isShown, "#_off"), false);
});

const MAP = { page: "community/", place: "[data-panel=notice]", data: /\/community-\w+\.bin$/, name: "atlas" };
const ARGUMENT = { page: "argument/", place: "[data-panel=notice]", data: /\/argument-\w+\.bin$/, name: "reasoner" };
for (const { page: address, place, data, name } of [MAP, ARGUMENT]) {
  const files = { "its data": data, "its program": new RegExp(`/${name}-\\w+\\.wasm$`), "its glue": new RegExp(`/${name}-\\w+\\.js$`), "its start": new RegExp(`/start-${name}-\\w+\\.js$`) };
  for (const [what, file] of Object.entries(files)) {
    for (const fault of ["is missing", "is cut", "is empty"]) {
      inEachBrowser(`on ${address}, where ${what} ${fault}, the place says so and all else answers`, { tolerated }, async ({ host, page }) => {
        if (fault === "is missing") host.refuse(file);
        else host.change(file, fault === "is cut" ? half : () => Buffer.alloc(0));
        await page.goto(host.root + address, { waitUntil: "load" });
        await live(page);
        await untilSeen(page, "[data-program]", "what is said in the place", (place) => {
          const notice = document.querySelector(`[data-off] ${place}`);
          return notice?.checkVisibility() && notice.textContent === notice.closest("[data-off]").dataset.off;
        }, place);
        assert.equal(await page.evaluate(isShown, "#_off"), false);
      });
    }
  }
}

for (const [fault, break_] of [["is missing", (host, file) => host.refuse(file)], ["is cut", (host, file) => host.change(file, half)], ["is another's", (host, file) => host.change(file, () => Buffer.from("<!DOCTYPE html>"))]]) {
  inEachBrowser(`where the index of the search ${fault}, that is said, and where else to look`, { tolerated }, async ({ host, page }) => {
    break_(host, /\/texts-\w+\.bin$/);
    await page.goto(`${host.root}search/?q=state`, { waitUntil: "load" });
    await live(page);
    await until(page, "what is said", () => document.querySelector(".search .count, main .count")?.textContent.length > 20);
  });
}

inEachBrowser("an index of the search that hangs is told after a while, and finds once it comes", { tolerated }, async ({ host, page }) => {
  const release = host.hold(/\/texts-\w+\.bin$/);
  const going = page.goto(`${host.root}search/?q=state`, { waitUntil: "load" });
  await until(page, "what is said", () => document.querySelector("main .count")?.textContent.length > 20);
  release();
  await going;
  await until(page, "results", () => document.querySelector(".results a") !== null);
});
