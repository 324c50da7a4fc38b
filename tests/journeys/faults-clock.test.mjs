// The network goes in the middle of a lesson, the clock is wrong, the reader is at either end of the world: the text
// stays, answers count, and nothing that was kept is lost.

import assert from "node:assert/strict";

import { eventually, until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { answersKept, KEY, saidOfKeeping } from "../support/memory.mjs";
import { choose, questionsHere } from "../support/questions.mjs";
import { untilSeen } from "../support/reader.mjs";
import { lessons, open, reload } from "../support/site.mjs";

const [FIRST] = await lessons();

/** Opens a lesson; its questions of one choice. */
async function openLesson(page, host) {
  await open(page, host.root + FIRST);
  const questions = await questionsHere(page, "choice");
  assert.ok(questions.length > 1);
  return questions;
}

inEachBrowser("without a network in the middle of a lesson, what is there answers, and what comes later is there again", { tolerated: [/^failed request/, /^console /, /^page error: .*(Failed to load|integrity|NetworkError|fetch)/] }, async ({ host, page }) => {
  const [one, two] = await openLesson(page, host);
  await choose(page, one.item, true);
  host.unplug();
  await choose(page, two.item, true);
  assert.equal((await answersKept(page)).length, 2);
  // A program that was never loaded says that it is not there.
  await untilSeen(page, "[data-argument]", "what is said in its place", () => {
    const notice = document.querySelector("[data-argument] [data-panel=notice]");
    return notice?.textContent !== "" && notice?.textContent === notice?.closest("[data-off]").dataset.off;
  });
  assert.ok(await page.$eval("#_app", (app) => app.innerText.length > 400));
  host.unplug(false);
  await reload(page);
  assert.equal((await answersKept(page)).length, 2);
  await choose(page, one.item, false);
});

/** Runs before the page: another clock, or another place on earth. */
function withClock(when, minutesBehind) {
  const [Own, begun] = [Date, Date.now()];
  const now = () => (when === null ? Own.now() : when + Own.now() - begun);
  window.Date = class extends Own {
    constructor(...given) {
      super(...(given.length > 0 ? given : [now()]));
    }
    static now() {
      return now();
    }
    getTimezoneOffset() {
      return minutesBehind ?? super.getTimezoneOffset();
    }
  };
}

const DAY = 24 * 60 * 60 * 1000;

for (const [clock, when] of Object.entries({ "before 1970": -400 * DAY, "in 1970": 0, "a day late": Date.now() - DAY, "in 2100": Date.UTC(2100, 0, 1), "as far as clocks go": 8.64e15 - 1000 * DAY })) {
  inEachBrowser(`with a clock ${clock}, answers count and are kept, and count on when it is set right`, async ({ host, page, newPage }) => {
    await page.evaluateOnNewDocument(withClock, when, null);
    const [one, two] = await openLesson(page, host);
    await choose(page, one.item, true);
    await reload(page);
    assert.equal(await saidOfKeeping(page), "");
    assert.equal((await answersKept(page)).length, 1);
    await open(page, `${host.root}standing/`);
    await until(page, "the summary", () => document.querySelector('[data-control="standing"] table') !== null);
    const right = await newPage();
    await openLesson(right, host);
    await choose(right, one.item, true);
    await choose(right, two.item, false);
    await open(right, `${host.root}standing/`);
    await until(right, "the summary", () => document.querySelector('[data-control="standing"] table') !== null);
    await reload(right);
    assert.equal(await saidOfKeeping(right), "");
    const kept = await answersKept(right);
    assert.equal(kept.length, 2);
    for (const line of kept) assert.ok(line.split(" ").slice(2).every((word) => !/NaN|Infinity|-/.test(word)), line);
  });
}

inEachBrowser("the day is the reader's own, at either end of the world", async ({ host, newPage }) => {
  // Noon in Greenwich: tomorrow has begun where it is 13 hours later, and where it is 12 hours earlier it is midnight.
  const noon = Date.UTC(2026, 5, 15, 12);
  const days = { "-780": 1, "-719": 0, 0: 0, 720: 0, 721: -1 };
  for (const [minutesBehind, later] of Object.entries(days)) {
    const page = await newPage();
    await page.evaluateOnNewDocument(withClock, noon, Number(minutesBehind));
    const [one] = await openLesson(page, host);
    await page.evaluate((key) => localStorage.removeItem(key), KEY);
    await choose(page, one.item, true);
    const line = await eventually("the answer", async () => (await answersKept(page)).find((own) => own.includes(` ${one.id} `)));
    assert.equal(Number(line.split(" ")[6]) - Math.floor(noon / DAY), later, `${minutesBehind}: ${line}`);
    await page.close();
  }
});
