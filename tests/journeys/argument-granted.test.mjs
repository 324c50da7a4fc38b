// A reader grants the article everything, takes a premise away and sees what falls; hears nobody but the
// article, and sees where it pulls against itself; and has the map open in two tabs.

import assert from "node:assert/strict";

import { answering, goTo, judge, labelled, MAP, openMap, panel, press, shownOf, somePremise } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { lessons, open } from "../support/site.mjs";

const CLAIMS = 'li[data-node]:is(.claim, .conclusion)';

inEachBrowser("everything granted stands, and falls with a premise", async ({ host, page }) => {
  await openMap(page, host);
  assert.ok(await page.$eval(".signs", (legend) => legend.checkVisibility()), "there is a legend");
  await press(page, '[data-do="granted"]');
  await until(page, "all claims to stand", (claims) => [...document.querySelectorAll(claims)].every((own) => own.dataset.is === "in"), CLAIMS);
  assert.match(await panel(page, "tension"), /nothing that you accept pulls against/, "what was answered is no tension");
  const { from, to } = await somePremise(page);
  await judge(page, from, "reject");
  await labelled(page, to, "out");
  // What fell is in sight, however far the reader is from the top.
  await goTo(page, `li[data-node="${to}"]`);
  await page.$eval(`li[data-node="${to}"]`, (entry) => entry.scrollIntoView({ block: "center", behavior: "instant" }));
  const told = await page.$eval('[data-panel="changed"]', (own) => ({ text: own.textContent, seen: own.getBoundingClientRect().top >= 0 && own.getBoundingClientRect().bottom < innerHeight, links: own.querySelectorAll("a").length }));
  assert.match(told.text, /^\d+ statements changed: ✗ falls “/);
  assert.ok(told.seen && told.links >= 2, JSON.stringify(told));
  const crossed = await page.$eval(`g[data-node="${to}"] .says`, (says) => getComputedStyle(says).textDecorationLine);
  assert.equal(crossed, "line-through", "what falls is struck out in the drawing, too");
  await press(page, '[data-do="undo"]');
  await labelled(page, to, "in");
  await press(page, '[data-do="hush"]');
  assert.equal(await panel(page, "changed"), "");
  assert.ok(await page.evaluate(() => document.activeElement !== document.body), "the focus is not lost");
});

inEachBrowser("reasons are folded, and stay unfolded while verdicts change", async ({ host, page }) => {
  await openMap(page, host);
  const open = () => page.$$eval('[data-panel="result"] details', (all) => all.map((own) => own.open));
  assert.ok((await open()).length > 1 && !(await open()).includes(true));
  await press(page, '[data-panel="result"] details:nth-of-type(2) summary');
  await press(page, '[data-do="granted"]');
  await until(page, "all to stand", () => document.querySelector('[data-panel="result"]').textContent.includes("stands, because"));
  assert.deepEqual((await open()).map((is, at) => is && at).filter((at) => at !== false), [1]);
});

inEachBrowser("the article alone pulls against itself", async ({ host, page }) => {
  await openMap(page, host);
  await press(page, '[data-do="alone"]');
  await until(page, "tensions to be told", () => document.querySelector('[data-panel="tension"]').textContent.includes("pulls against itself in"));
  const pulls = await page.evaluate(() => {
    const statement = (link) => new URL(link.href).hash.slice(1);
    return [...document.querySelectorAll('[data-panel="tension"] .why li')].map((own) => [...own.querySelectorAll("a")].map(statement).join(" < "));
  });
  // The tenth lesson against the fifth and the seventh, and both against it.
  for (const pair of ["adopt-three-principles < principles-faith-or-first-strike", "settle-peacefully < settle-or-strike-first", "preventive-self-defence < tension-within-article"]) {
    assert.ok(pulls.includes(pair), `${pair}: ${pulls}`);
  }
  assert.equal(pulls.length, await page.$$eval("section.tensions > ul > li", (all) => all.length), "as many as the page lists");
  // A step leads to its place in the outline.
  await press(page, '[data-panel="tension"] .why a');
  const at = () => document.activeElement.closest("li[data-node]")?.dataset.node;
  await until(page, "the statement to have the focus", (at) => Boolean(at), true);
  assert.equal(await page.evaluate(at), pulls[0].split(" < ")[0]);
});

inEachBrowser("what is decided in one tab is decided in the other", async ({ host, page, newPage }) => {
  await openMap(page, host);
  const other = await newPage();
  await openMap(other, host);
  const { from } = await somePremise(page);
  await page.bringToFront();
  await judge(page, from, "reject");
  await labelled(page, from, "out");
  await other.bringToFront();
  await labelled(other, from, "out");
  assert.match(await panel(other, "changed"), /(^|\.)In all: /, "what all has come to is the same here");
  assert.equal(await other.$('[data-panel="changed"] button'), null, "nobody changed anything here that could be taken back");
  assert.equal((await shownOf(other, from)).verdict, "reject");
  // A verdict in the other tab takes nothing back, and what is selected stays so.
  await other.$eval(`g[data-node="${from}"]`, (node) => node.dispatchEvent(new MouseEvent("click", { bubbles: true })));
  await page.bringToFront();
  await judge(page, from, "open");
  await labelled(page, from, "undecided");
  await other.bringToFront();
  await until(other, "the verdict beside the drawing to follow", () => document.querySelector('.picked [aria-pressed="true"]')?.dataset.verdict === "open");
  await page.bringToFront();
  await judge(page, from, "reject");
  await other.bringToFront();
  await labelled(other, from, "out");
  const second = await other.evaluate(() => document.querySelector('[data-leaf] input[value="accept"]:checked').closest("[data-leaf]").dataset.leaf);
  await judge(other, second, "reject");
  await labelled(other, second, "out");
  await page.bringToFront();
  await labelled(page, second, "out");
  assert.equal((await shownOf(page, from)).verdict, "reject");
});

inEachBrowser("a lesson's part of the map answers in place", async ({ host, page }) => {
  await open(page, `${host.root}lessons/striking-first/`);
  assert.ok(await page.evaluate(() => !document.getElementById("_start-reasoner")), "nobody pays for it before they come to it");
  await partInPlace(page);
  assert.match(await panel(page, "result"), /“Preventive defence should be recognised” stands, because/);
  const premise = await premiseByKeys(page);
  await page.keyboard.press("2");
  await until(page, "it to fall", (id) => document.querySelector(`g[data-node="${id}"]`).dataset.is === "out", premise);
  await until(page, "its claim to fall", () => document.querySelector('g[data-node="preventive-self-defence"]').dataset.is === "out");
  assert.match(await panel(page, "result"), /“Preventive defence should be recognised” has lost what it rests on/);
  assert.match(await panel(page, "changed"), /✗ falls “Preventive defence should be recognised/);
  await press(page, '.picked [data-do="to-words"]');
  await until(page, "the statement to have the focus", (id) => document.activeElement.id === id, premise);
  // The next lesson that is opened without a new document has its own part, and the map knows all.
  await press(page, '.neighbours a[rel="prev"]');
  await until(page, "the other lesson", () => document.querySelector("[data-part]")?.dataset.part === "self-defence-online");
  await partInPlace(page);
  assert.ok(await page.evaluate(() => document.querySelectorAll('g[data-node="write-in-self-defence"]').length === 1));
  await open(page, host.root + MAP);
  await answering(page);
  assert.deepEqual({ ...(await shownOf(page, premise)), label: "" }, { outline: "out", label: "", drawing: "out", verdict: "reject" });
});

inEachBrowser("who leaves while it loads, and comes back, finds it answering", async ({ host, page }) => {
  await open(page, `${host.root}lessons/striking-first/`);
  const release = host.hold(/reasoner-.*\.wasm$/);
  await page.$eval(".lesson-map", (part) => part.scrollIntoView({ block: "center", behavior: "instant" }));
  await until(page, "it to load", () => document.getElementById("_start-reasoner") !== null);
  await page.$eval('header a[href="sources/"]', (link) => link.click());
  await until(page, "the other page", () => document.querySelector(".lesson-map") === null);
  release();
  await until(page, "the program", () => performance.getEntriesByType("resource").some(({ name, responseEnd }) => /reasoner-.*\.wasm$/.test(name) && responseEnd > 0));
  await page.evaluate(() => void setTimeout(() => history.back()));
  await until(page, "the lesson", () => document.querySelector(".lesson-map") !== null);
  await partInPlace(page);
  assert.match(await panel(page, "result"), /stands, because/);
});

inEachBrowser("nothing is offered before it can answer", async ({ host, page }) => {
  const release = host.hold(/argument-.*\.bin$/);
  await open(page, host.root + MAP);
  const offered = () => page.$$eval(".argument-map .verdicts button, .argument-map .starts summary", (all) => all.filter((own) => own.checkVisibility({ visibilityProperty: true })).length);
  assert.equal(await offered(), 0);
  release();
  await answering(page);
  // One claim is unfolded, with its premises, and the menu of starts is there.
  assert.ok((await offered()) >= 3);
});

inEachBrowser("a step leads to the outline where the address holds a stance, too", async ({ host, page }) => {
  await openMap(page, host, "?utm_source=elsewhere");
  await press(page, '[data-panel="result"] details summary');
  const meant = await page.$eval('[data-panel="result"] .why a', (link) => link.hash.slice(1));
  await press(page, '[data-panel="result"] .why a');
  await until(page, "the statement to have the focus", (id) => document.activeElement.matches(`li[data-node="${id}"] > .says > a`), meant);
  assert.equal(await page.evaluate(() => location.search), "?utm_source=elsewhere");
});

inEachBrowser("without scripts a lesson's part is a picture with a way to the map", { browser: { scripts: false } }, async ({ host, page }) => {
  await page.goto(`${host.root}lessons/striking-first/`, { waitUntil: "load" });
  const { alt, src, href } = await page.evaluate(() => {
    const image = document.querySelector(".lesson-map img");
    return { alt: image.alt, src: image.src, href: document.querySelector(".lesson-map p a").getAttribute("href") };
  });
  assert.match(alt, /^Drawing: \S/);
  assert.equal((await fetch(src)).status, 200);
  assert.equal(href, "argument/#_part-striking-first");
});

inEachBrowser("who goes on to another lesson while it loads finds that lesson's claims", async ({ host, page }) => {
  await open(page, `${host.root}lessons/states-matter/`);
  const release = host.hold(/argument-.*\.bin$/);
  await page.$eval(".lesson-map", (part) => part.scrollIntoView({ block: "center", behavior: "instant" }));
  await until(page, "it to load", () => document.getElementById("_start-reasoner") !== null);
  await press(page, 'a[rel="next"]');
  await until(page, "the other lesson", () => document.querySelector("[data-part]")?.dataset.part === "who-shapes-the-flow");
  await page.$eval(".lesson-map", (part) => part.scrollIntoView({ block: "center", behavior: "instant" }));
  await until(page, "its drawing", () => document.querySelector(".canvas > svg") !== null);
  // What the guide's program tells when it is seen comes while the page waits for its first answer.
  await page.evaluate(() => document.querySelector("[data-program=reasoner]").dispatchEvent(new Event("concord-shown", { bubbles: true })));
  release();
  await answering(page);
  const { about, answered, tools } = await page.$eval(".lesson-map", (part) => ({
    about: part.dataset.about.split(" "),
    answered: [...part.querySelectorAll('[data-panel="result"] details')].map((own) => own.dataset.of),
    tools: part.querySelector(".tools") !== null,
  }));
  assert.deepEqual({ answered, tools }, { answered: about, tools: true });
});

for (const width of [1366, 360, 320]) {
  inEachBrowser(`what follows a lesson's part stays where it is, ${width} pixels wide`, { viewport: { width, height: 900 } }, async ({ host, page }) => {
    for (const lesson of await lessons()) {
      await open(page, host.root + lesson);
      const size = () => page.$eval(".lesson-map", (part) => part.getBoundingClientRect().height);
      const before = await size();
      await partInPlace(page);
      assert.ok(Math.abs((await size()) - before) < 1, `${lesson}: ${before} pixels became ${await size()}`);
    }
  });
}

/** Scrolls to the lesson's part, and waits until it answers. */
async function partInPlace(page) {
  await page.$eval(".lesson-map", (part) => part.scrollIntoView({ block: "center", behavior: "instant" }));
  await answering(page);
  assert.ok(await page.evaluate(() => document.querySelectorAll(".canvas > svg g[data-node][role=button]").length > 3));
  assert.equal(await page.evaluate(() => document.querySelectorAll(".canvas > img, .canvas svg style, .canvas svg[role]").length), 0);
}

/** Goes to a premise by keys, and selects it. */
async function premiseByKeys(page) {
  await page.evaluate(() => document.querySelector('g[data-node="preventive-self-defence"]').focus());
  await page.keyboard.press("ArrowRight");
  const premise = await page.evaluate(() => document.activeElement.dataset.node);
  assert.ok(await page.evaluate((id) => document.querySelector(`g.premise[data-node="${id}"]`) !== null, premise), premise);
  await page.keyboard.press("Enter");
  await until(page, "it to be selected", (id) => document.querySelector(`g[data-node="${id}"]`).classList.contains("selected"), premise);
  return premise;
}
