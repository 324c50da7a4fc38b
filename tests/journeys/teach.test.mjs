// A teacher's evening: from the home page to a plan, a worksheet on paper, and a piece to show on a page of their own, which is
// seen before it is copied.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { answering, elsewhere, ELSEWHERE } from "../support/elsewhere.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { addressOf, click } from "../support/reader.mjs";
import { frames, lessons, open, text } from "../support/site.mjs";

const LESSONS = await lessons();
const [FIRST] = LESSONS;
const PLAN = FIRST.replace("lessons/", "teach/");

/** Waits until the frame in a piece's place answers. */
async function shown(page, address) {
  const frame = await until(page, "the piece", (address) => document.querySelector(`.piece[data-embed="${address}"] concord-embed`) !== null, address);
  assert.ok(frame);
  const own = await answering(page);
  assert.ok(own.url().endsWith(address), own.url());
  return own;
}

inEachBrowser("from the home page to the plan of a lesson", async ({ host, page }) => {
  await open(page, host.root);
  await click(page, '.ways a[href="teach/"]');
  await until(page, "the page for teachers", () => document.querySelector(".teach") !== null);
  await open(page, host.root + "teach/");
  assert.equal(await page.$$eval(".plans > ol > li", (all) => all.length), LESSONS.length);
  await click(page, `.plans a[href="${PLAN}"]`);
  await until(page, "the plan", () => document.querySelector(".aims") !== null);
  assert.equal(await addressOf(page), host.root + PLAN);
  const minutes = await page.$$eval(".steps tbody td:first-child", (cells) => cells.map((cell) => Number(cell.textContent)));
  assert.equal(minutes.reduce((sum, own) => sum + own, 0), 45);
  assert.ok((await page.$$(".discuss > ol > li > .prose")).length > 1);
  assert.ok((await page.$$(".answers details")).length > 1);
});

inEachBrowser("a piece that is chosen is seen, and its texts have the guide's address", { tolerated: ELSEWHERE }, async ({ host, page }) => {
  await open(page, host.root + PLAN);
  const address = await page.$$eval(".piece", (all) => all.map((piece) => piece.dataset.embed).find((address) => address.includes("/questions/")));
  await click(page, `.piece[data-embed="${address}"] > summary`);
  await shown(page, address);
  const texts = await page.$$eval(`.piece[data-embed="${address}"] input`, (fields) => fields.map((field) => field.value));
  assert.equal(texts.length, 4);
  assert.ok(texts.every((text) => text.includes(host.root) && !text.includes("guide.example")));
  const [element, frame] = texts;
  for (const [body, headers] of [[element, {}], [frame, {}]]) {
    await elsewhere(page, { body, headers }, async () => {
      const own = await answering(page);
      assert.equal(own.url(), host.root + address);
    });
  }
});

inEachBrowser("the address of a quiz that was made becomes a piece, and others are told", async ({ host, page }) => {
  await open(page, `${host.root}teach/`);
  const write = (text) => page.$eval("#_paste", (field, text) => { field.scrollIntoView(); field.value = text; field.dispatchEvent(new Event("input", { bubbles: true })); }, text);
  for (const odd of ["https://example.org/quiz/", `${host.root}about/`, "javascript:alert(1)", `${host.root}quiz/?a="><script>`]) {
    await write(odd);
    assert.ok(await page.$eval("#_pasted", (line) => line.textContent.length > 20), odd);
    assert.ok(await page.$eval("[data-paste] .piece", (piece) => piece.hidden), odd);
  }
  const lesson = FIRST.split("/")[1];
  await write(`${host.root}quiz/?lesson=${lesson}&count=2&seed=x`);
  const frame = await shown(page, `embed/quiz/?lesson=${lesson}&count=2&seed=x`);
  await until(frame, "two questions", () => document.querySelectorAll(".item").length === 2);
  assert.equal(await page.$eval("#_pasted", (line) => line.textContent), "");
});

inEachBrowser("without scripts all texts are there, and a line says what to put in", { browser: { scripts: false } }, async ({ host, page }) => {
  for (const address of ["teach/", PLAN]) {
    await page.goto(host.root + address, { waitUntil: "load" });
    const html = await text(`${address}index.html`);
    assert.ok(html.includes("https://guide.example/embed/"));
    assert.match(html, /<p class="small without-script">[^<]*<code>https:\/\/guide\.example\//);
  }
});

inEachBrowser("pieces have addresses that are there", async () => {
  const all = new Set(await frames());
  for (const lesson of LESSONS) {
    const html = await text(`${lesson.replace("lessons/", "teach/")}index.html`);
    const named = [...html.matchAll(/data-embed="([^"?]+)/g)].map(([, address]) => address);
    assert.ok(named.length > 10, lesson);
    assert.deepEqual(named.filter((address) => !all.has(address)), [], lesson);
  }
});

inEachBrowser("each worksheet is two pages", async ({ engine, host, page }) => {
  // Firefox prints for no driver.
  if (engine === "firefox") return;
  for (const lesson of LESSONS) {
    await open(page, `${host.root}${lesson.replace("lessons/", "teach/")}worksheet/`);
    const printed = Buffer.from(await page.pdf({ preferCSSPageSize: false, format: "A4" })).toString("latin1");
    const count = /\/Type\s*\/Pages[^>]*\/Count\s+(\d+)/.exec(printed) ?? /\/Count\s+(\d+)/.exec(printed);
    assert.equal(Number(count[1]), 2, lesson);
  }
});
