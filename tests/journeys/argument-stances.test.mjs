// A stance is kept, shared, opened by somebody else and compared; damaged ones are told calmly; and
// where the program that reasons cannot be had, one sentence says so.

import assert from "node:assert/strict";

import { answering, judge, labelled, openMap, panel, press, shownOf, somePremise } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { KEY } from "../support/memory.mjs";
import { open } from "../support/site.mjs";

function stored(page) {
  return page.evaluate((key) => localStorage.getItem(key) ?? "", KEY);
}

inEachBrowser("a stance is kept, taken along and forgotten with the rest", async ({ host, page }) => {
  await openMap(page, host);
  assert.doesNotMatch(await stored(page), /^stance/m, "looking changes nothing");
  const { from } = await somePremise(page);
  await judge(page, from, "reject");
  await labelled(page, from, "out");
  assert.match(await stored(page), new RegExp(`^stance .*reject=([^&]*\\.)?${from}[.&].*version=[0-9a-f]{8}$`, "m"));
  await page.reload({ waitUntil: "load" });
  await answering(page);
  assert.equal((await shownOf(page, from)).verdict, "reject");
  const saved = await stored(page);
  await open(page, `${host.root}standing/`);
  await press(page, '[data-do="forget"]');
  await until(page, "the question", () => document.querySelector('[data-do="forget-all"]') !== null);
  await press(page, '[data-do="forget-all"]');
  await until(page, "nothing to be kept", (key) => /^concord 1\ntheme \w+\n$/.test(localStorage.getItem(key)), KEY);
  await openMap(page, host);
  assert.equal((await shownOf(page, from)).verdict, "accept");
  await page.evaluate((key, saved) => localStorage.setItem(key, saved), KEY, saved);
  await openMap(page, host);
  assert.equal((await shownOf(page, from)).verdict, "reject");
});

inEachBrowser("a stance is shared, and opened by another reader", async ({ host, page }) => {
  await openMap(page, host);
  const { from } = await somePremise(page);
  await judge(page, from, "reject");
  await labelled(page, from, "out");
  await press(page, '[data-do="share"]');
  await until(page, "the address", () => document.querySelector("#_copy-stance") !== null);
  const address = await page.$eval("#_copy-stance", (field) => field.value);
  assert.ok(address.startsWith(`${host.root}argument/?stance=`) && new URL(address).search.length <= 60, address);
  // Another reader: nothing is kept in this browser.
  await page.evaluate(() => localStorage.clear());
  await open(page, address);
  await answering(page);
  assert.equal((await shownOf(page, from)).verdict, "accept", "their own stance stays as it is");
  const compared = await panel(page, "compare");
  assert.match(compared, /differ in 1 verdict/);
  const rows = await page.$$eval('[data-panel="compare"] tbody tr', (rows) => rows.map((row) => [...row.cells].slice(1).map((cell) => cell.textContent).join()));
  assert.ok(rows.includes("Accept,Reject"), rows.join(" | "));
  await press(page, '[data-panel="compare"] [data-do="take"]');
  await labelled(page, from, "out");
  assert.match(await stored(page), /^stance .*reject=/m);
  assert.equal(await panel(page, "compare"), "");
});

const VERDICTS = { Accept: "accept", Reject: "reject", "Leave open": "open" };

inEachBrowser("two readers stand in one table, the crux first: who takes it over agrees on the conclusion", async ({ host, page }) => {
  await openMap(page, host);
  const leaves = await page.$$eval("[data-leaf]", (leaves) => leaves.map((leaf) => leaf.dataset.leaf));
  await openMap(page, host, `?reject=${[...new Set(leaves)].join(".")}&version=00000000`);
  await panel(page, "compare");
  const table = await page.$$eval('[data-panel="compare"] .sides tr', (rows) => rows.map((row) => ({ isCrux: row.className === "crux", href: row.querySelector("a")?.hash.slice(1), cells: [...row.cells].map((cell) => cell.textContent) })));
  assert.deepEqual(table[0].cells, ["Claim", "You", "The other"]);
  assert.match(table[1].cells[0], /^The crux: /);
  const crux = table.filter(({ isCrux }) => isCrux);
  assert.ok(crux.length > 0 && table[2].isCrux, JSON.stringify(table.slice(0, 4)));
  for (const { href, cells } of crux) await judge(page, href, VERDICTS[cells[2]]);
  await until(page, "the same conclusion", () => document.querySelector('[data-panel="parting"]').textContent.includes("come out the same"));
});

inEachBrowser("the comparison can be closed, and keeps up with verdicts", async ({ host, page }) => {
  await openMap(page, host);
  const { from } = await somePremise(page);
  await judge(page, from, "reject");
  await labelled(page, from, "out");
  const text = (await stored(page)).match(/^stance (.*)$/m)[1];
  await page.evaluate(() => localStorage.clear());
  await openMap(page, host, `?${text}`);
  await judge(page, from, "reject");
  await until(page, "both to be the same", () => document.querySelector('[data-panel="compare"]').textContent.includes("are the same"));
  await press(page, '[data-panel="compare"] [data-do="close"]');
  await until(page, "no comparison", () => document.querySelector('[data-panel="compare"]').textContent === "");
});

inEachBrowser("what would change a statement", async ({ host, page }) => {
  await openMap(page, host);
  const { to } = await somePremise(page);
  await page.select("select[data-crux]", to);
  await until(page, "cruxes", () => document.querySelectorAll('[data-panel="cruxes"] .sets > li').length > 0);
  // The outcomes are searched for one after the other.
  await panel(page, "cruxes");
  // For each outcome that it has not now, sets of one size, linked.
  const outcomes = await page.$$eval('[data-panel="cruxes"] p:has(> strong:only-child)', (all) => all.map((own) => {
    let list = own;
    while (!list.matches(".sets")) list = list.nextElementSibling;
    return { toward: own.textContent, sizes: [...list.children].map((set) => set.querySelectorAll("a[href]").length) };
  }));
  assert.equal(outcomes.length, 2);
  for (const { toward, sizes } of outcomes) {
    assert.match(toward, /^So that it comes out as “[✓✗?] \S/);
    assert.ok(sizes.length > 0 && sizes.every((links) => links === sizes[0] && links > 0), toward);
  }
  assert.equal(await page.$eval("select[data-crux]", (select) => select.value), to);
});

const BAD = {
  "a part of one": ["?accept=", /damaged/],
  "nonsense": ["?reject=nonsense&version=1", /damaged/],
  "a code that was cut off": ["?stance=AbCdEf", /damaged/],
  "two verdicts on one": ["?accept=parts-inside-states&reject=parts-inside-states&version=00000000", /damaged/],
  "one that was cut off": ["?reject=somewhere&vers", /damaged/],
  "strange letters": ["?accept=%ff%00&version=00000000", /damaged/],
  "one of another version, with unknown names": ["?reject=gone-for-good.lost&version=00000001", /another version.*gone-for-good, lost/s],
  "100 kB": [`?accept=${"a".repeat(100_000)}&version=00000000`, /longer than any/],
};

inEachBrowser("damaged and foreign links are told, and the map opens as usual", async ({ host, page }) => {
  await openMap(page, host);
  const usual = await page.$$eval("[data-leaf] input:checked", (inputs) => inputs.map((input) => input.value).join());
  for (const [what, [query, told]] of Object.entries(BAD)) {
    await openMap(page, host, query);
    const notices = await page.$$eval('[data-panel="notice"] .notice', (notices) => notices.map((notice) => notice.textContent).join(" "));
    assert.match(notices, told, what);
    const stance = await page.$$eval("[data-leaf] input:checked", (inputs) => inputs.map((input) => input.value).join());
    assert.equal(stance, usual, what);
  }
});

inEachBrowser("a kept stance that is damaged is no crash", async ({ host, page }) => {
  await open(page, host.root);
  await page.evaluate((key) => localStorage.setItem(key, "concord 1\ntheme system\nstance nonsense\n"), KEY);
  await openMap(page, host);
  assert.match(await panel(page, "notice"), /cannot be read/);
});

const REFUSALS = { "its script": /start-reasoner-\w+\.js$/, "its glue": /\/reasoner-\w+\.js$/, "the program": /reasoner-\w+\.wasm$/, "the argument": /argument-\w+\.bin$/ };
const tolerated = [/status 403/, /console (error|warn|warning): /, /failed request: .*(reasoner|argument)/, /page error/];

for (const [what, pattern] of Object.entries(REFUSALS)) {
  inEachBrowser(`without ${what}, one sentence says so`, { tolerated }, async ({ host, page }) => {
    host.refuse(pattern);
    await open(page, `${host.root}argument/`);
    await until(page, "the sentence", () => document.querySelector('[data-panel="notice"] .notice')?.textContent.includes("could not be loaded"));
    assert.equal(await page.$$eval(".notice", (notices) => notices.length), 1);
  });
}

inEachBrowser("pages without the argument load nothing of it", async ({ host, page }) => {
  await open(page, host.root);
  assert.deepEqual(host.requests.filter((path) => /reason|argument/.test(path)), []);
});
