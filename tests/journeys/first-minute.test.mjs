// The first minute: the home page's question, the ways on, and how much of a phone's first screen is the lesson itself.

import assert from "node:assert/strict";

import { violations } from "../support/axe.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { arrive, assertAtPlace, click, scrollTo, tabTo, tap } from "../support/reader.mjs";
import { lessons, open } from "../support/site.mjs";

const [FIRST, SECOND] = await lessons();
const PHONE = { viewport: { width: 390, height: 844, isMobile: false, hasTouch: true } };
const NARROW = { viewport: { width: 320, height: 640, isMobile: false, hasTouch: true } };
const ACROSS = { viewport: { width: 844, height: 390, isMobile: false, hasTouch: true } };
const SIDES = ".opening details";

/** Which choices of the opening question are open, and whether each shows the statement that it grants. */
function sides(page) {
  return page.$$eval(SIDES, (sides) => sides.map((side) => side.open && side.querySelector(".granted p + p").checkVisibility()));
}

/** Chooses each side in turn with `press`; one is open at a time, and leads to what it grants. */
async function chooseSides(page, press) {
  const count = (await page.$$(SIDES)).length;
  assert.ok(count >= 2);
  for (let place = 0; place < count; place += 1) {
    await press(page, `${SIDES}:nth-of-type(${place + 1}) summary`);
    assert.deepEqual(await sides(page), Array.from({ length: count }, (_, at) => at === place));
    const drawn = await page.$$eval(".opening :is(.first, .second, .third)", (parts) => parts.map((part) => getComputedStyle(part).transitionProperty));
    assert.ok(drawn.length > 0, "the drawing has parts that answer");
  }
  assert.deepEqual(await violations(page), []);
  const last = `${SIDES}:nth-of-type(${count}) a.button`;
  const href = await page.$eval(last, (link) => link.getAttribute("href"));
  await press(page, last);
  return href;
}

for (const [name, options, press] of [
  ["a mouse", {}, click],
  ["a finger", PHONE, tap],
]) {
  inEachBrowser(`the opening question answers to ${name}, and leads to what was granted`, options, async ({ host, page }) => {
    await open(page, host.root);
    const href = await chooseSides(page, press);
    await arrive(page, host.root + href);
    await assertAtPlace(page, href.split("#")[1]);
  });
}

inEachBrowser("the opening question answers to keys", async ({ host, page }) => {
  await open(page, host.root);
  const href = await chooseSides(page, async (page, target) => {
    await page.evaluate(() => document.activeElement.blur());
    await tabTo(page, target);
    await page.keyboard.press("Enter");
  });
  await arrive(page, host.root + href);
});

inEachBrowser("whoever returns finds the way back first, and nothing moves for it", PHONE, async ({ host, page }) => {
  await open(page, host.root);
  const top = () => page.$eval(".opening", (opening) => opening.getBoundingClientRect().top + scrollY);
  const before = await top();
  assert.equal(await page.$(".way-in .button"), null);
  await open(page, host.root + SECOND);
  await scrollTo(page, 2000);
  await until(page, "the place to be kept", () => Object.values(localStorage).some((text) => text.includes("place")) || Object.values(localStorage).join("").length > 40);
  await open(page, host.root);
  const [first] = await page.$$eval("main a", (links) => links.map((link) => [link.className, link.getAttribute("href").split("#")[0]]));
  assert.deepEqual(first, ["button", SECOND]);
  assert.ok(Math.abs((await top()) - before) < 1);
});

inEachBrowser("a phone's first screen is the lesson's text", PHONE, async ({ host, page }) => {
  for (const lesson of await lessons()) {
    await open(page, host.root + lesson);
    const { bar, text, foot } = await page.evaluate(() => {
      const box = (selector) => document.querySelector(selector).getBoundingClientRect();
      return { bar: box("header.site").height, text: box(".text .prose").top, foot: box(".text > .neighbours").toJSON() };
    });
    assert.ok(bar <= 49, `the bar of ${lesson} is ${bar} high`);
    assert.ok(foot.height <= 48 && Math.round(foot.bottom) === 844, `the way on of ${lesson}: ${foot.top} to ${foot.bottom}`);
    const share = (foot.top - text) / 844;
    assert.ok(share >= 0.6, `${Math.round(share * 100)} % of the first screen of ${lesson} is its text`);
  }
});

inEachBrowser("menu, contents and the way on are large enough for fingers", PHONE, async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await tap(page, ".menu");
  await until(page, "the menu", () => document.querySelector("header.site nav").matches(":popover-open"));
  const small = () =>
    page.$$eval("header.site :is(a, button, select), .text > .neighbours :is(a, button)", (all) =>
      all.filter((own) => own.checkVisibility() && own.getBoundingClientRect().height < 43.5).map((own) => own.outerHTML.slice(0, 80)),
    );
  assert.deepEqual(await small(), []);
  assert.deepEqual(await violations(page), []);
  await tap(page, 'header.site a[href="glossary/"]');
  await arrive(page, `${host.root}glossary/`);
  assert.equal(await page.$(":popover-open"), null);
});

inEachBrowser("the contents open from the way on, tell how far the reader is, and close behind them", PHONE, async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await tap(page, ".neighbours .parts");
  await until(page, "the contents", () => document.querySelector(".contents").matches(":popover-open"));
  const third = ".contents li:nth-child(3) a";
  const href = await page.$eval(third, (link) => link.getAttribute("href"));
  await tap(page, third);
  await arrive(page, host.root + href);
  await assertAtPlace(page, href.split("#")[1]);
  assert.equal(await page.$(":popover-open"), null);
  await until(page, "the third part", () => document.querySelector(".neighbours .parts").dataset.far?.startsWith("3/"));
});

for (const [name, options] of [
  ["in a very narrow window", NARROW],
  ["on a phone on its side", ACROSS],
]) {
  inEachBrowser(`nothing stays in the way ${name}`, options, async ({ host, page }) => {
    for (const address of ["", FIRST, "argument/"]) {
      await open(page, host.root + address);
      const stays = await page.$$eval("#_app *", (all) =>
        all.filter((own) => own.checkVisibility() && ["sticky", "fixed"].includes(getComputedStyle(own).position) && own.getBoundingClientRect().height > 0).map((own) => own.outerHTML.slice(0, 80)),
      );
      assert.deepEqual(stays, [], address);
    }
  });
}
