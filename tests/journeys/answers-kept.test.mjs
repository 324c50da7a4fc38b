// What a reader answered is kept: from two tabs at once, in a full or denied storage, when a question
// is edited, and on the way from a wrong answer to the passage and back to the right one.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { MOUSE } from "../support/hands.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { KEY, answersKept, counts, everything, goToStanding, lookAgain, saidOfKeeping, stored } from "../support/memory.mjs";
import { KINDS, again, assertExplained, choose, questionsHere, respond } from "../support/questions.mjs";
import { addressOf, arrive, assertAtPlace, click, goInHistory } from "../support/reader.mjs";
import { lessons, open, reload } from "../support/site.mjs";

const [FIRST] = await lessons();

/** Opens the first lesson, and tells two of its questions with one right choice. */
async function openTwoQuestions(page, host) {
  await open(page, host.root + FIRST);
  const [one, two] = [...(await questionsHere(page, "choice")), ...(await questionsHere(page, "build"))];
  assert.ok(two, "the lesson should have two questions with one right choice");
  return [one, two];
}

/** The line of the record about a question, as words. */
async function lineOf(page, { id }) {
  const lines = (await answersKept(page)).map((line) => line.split(" ")).filter(([, name]) => name === id);
  assert.ok(lines.length <= 1, `${id} should have one line`);
  return lines[0];
}

/** Waits until a tab knows of an answer, whichever tab it was given in. */
function knows(page, { id }) {
  return until(page, `the answer to ${id}`, (key, id) => localStorage.getItem(key)?.includes(`\nanswer ${id} `), KEY, id);
}

inEachBrowser("answers from two open tabs add up, and both tabs know them", async ({ host, page, newPage }) => {
  const other = await newPage();
  const [one, two] = await openTwoQuestions(page, host);
  await openTwoQuestions(other, host);
  await page.bringToFront();
  await choose(page, one.item, true);
  await other.bringToFront();
  await knows(other, one);
  await choose(other, two.item, false);
  await page.bringToFront();
  await knows(page, two);
  for (const tab of [page, other]) {
    await tab.bringToFront();
    await goToStanding(tab, host);
    const { answered, right } = await counts(tab, FIRST);
    assert.deepEqual({ answered, right, again: await lookAgain(tab) }, { answered: 2, right: 1, again: [two.id] });
    await reload(tab);
    const after = await counts(tab, FIRST);
    assert.deepEqual({ answered: after.answered, right: after.right }, { answered: 2, right: 1 });
  }
});

inEachBrowser("where the reader stands follows answers from another tab", async ({ host, page, newPage }) => {
  const [one, two] = await openTwoQuestions(page, host);
  const standing = await newPage();
  await open(standing, host.root + FIRST);
  await goToStanding(standing, host);
  for (const [place, question] of [one, two].entries()) {
    await page.bringToFront();
    await choose(page, question.item, true);
    await until(standing, `${place + 1} answers`, (count) => document.querySelector('[data-control="standing"] tbody tr')?.cells[2].textContent === String(count), place + 1);
  }
});

/** Notes, after the page itself, that it was told of what others keep. */
function listen(page) {
  return page.evaluate(() => {
    window.heard = [];
    addEventListener("storage", ({ key, newValue }) => window.heard.push({ key, gone: /^concord 1\ntheme \w+\n$/.test(newValue) }));
  });
}

inEachBrowser("what is forgotten in one tab does not come back from another", async ({ host, page, newPage }) => {
  const [one, two] = await openTwoQuestions(page, host);
  await choose(page, one.item, true);
  await listen(page);
  const other = await newPage();
  await open(other, host.root + FIRST);
  await goToStanding(other, host);
  await click(other, '[data-do="forget"]');
  await click(other, '[data-do="forget-all"]');
  await page.bringToFront();
  await until(page, "word of it", (key) => window.heard.some((told) => told.key === key && told.gone), KEY);
  await choose(page, two.item, true);
  assert.deepEqual((await answersKept(page)).map((line) => line.split(" ")[1]), [two.id]);
});

/** Runs in the page: fills the storage to the last character, and tells what the browser says then. */
function fill() {
  let count = 0;
  for (let size = 2 ** 22; ; ) {
    try {
      localStorage.setItem(`filler-${count}`, "x".repeat(size));
      count += 1;
    } catch (error) {
      if (size === 1) return error.name;
      size /= 2;
    }
  }
}

/** What is kept once nothing changes it any more, as the place of a page that has come to rest does. */
async function atRest(page) {
  for (let before = await stored(page); ; ) {
    await new Promise((later) => setTimeout(later, 1500));
    const now = await stored(page);
    if (now === before) return now;
    before = now;
  }
}

/** Runs in the page: makes room again. */
function makeRoom() {
  for (const key of Object.keys(localStorage)) if (key.startsWith("filler-")) localStorage.removeItem(key);
}

inEachBrowser("in a full storage a question is answered for the visit, and nothing is lost that was kept", async ({ host, page }) => {
  const [one, two] = await openTwoQuestions(page, host);
  await choose(page, one.item, true);
  const before = await atRest(page);
  assert.equal(await page.evaluate(fill), "QuotaExceededError");
  const kept = await everything(page);
  assert.equal(await saidOfKeeping(page), "");
  await choose(page, two.item, true);
  assert.ok((await saidOfKeeping(page)).length > 20);
  assert.deepEqual(await everything(page), kept);
  assert.equal(await stored(page), before);
  await goToStanding(page, host);
  assert.equal((await counts(page, FIRST)).answered, 2, "both count in this visit");
  await reload(page);
  const { answered, right } = await counts(page, FIRST);
  assert.deepEqual({ answered, right }, { answered: 1, right: 1 }, "what was kept before still stands");
  await page.evaluate(makeRoom);
  await openTwoQuestions(page, host);
  await choose(page, two.item, true);
  assert.equal(await saidOfKeeping(page), "");
  assert.deepEqual((await answersKept(page)).map((line) => line.split(" ")[1]).sort(), [one.id, two.id].sort());
});

inEachBrowser("in a full storage the answers of a visit outlast what other pages of the host keep", async ({ host, page, newPage }) => {
  const [one, two] = await openTwoQuestions(page, host);
  await choose(page, one.item, true);
  await page.evaluate(fill);
  await choose(page, two.item, true);
  await goToStanding(page, host);
  await listen(page);
  const neighbour = await newPage();
  await neighbour.goto(`${host.root}fonts/OFL.txt`);
  await neighbour.evaluate(() => localStorage.setItem("filler-0", ""));
  await page.bringToFront();
  await until(page, "word of it", () => window.heard.some(({ key }) => key === "filler-0"));
  assert.equal((await counts(page, FIRST)).answered, 2);
});

inEachBrowser("where storage is denied, questions are answered for the visit", { browser: { storage: false } }, async ({ host, page }) => {
  const [one, two] = await openTwoQuestions(page, host);
  await choose(page, one.item, false);
  await choose(page, two.item, true);
  assert.ok((await saidOfKeeping(page)).length > 20);
  await goToStanding(page, host);
  const { answered, right } = await counts(page, FIRST);
  assert.deepEqual({ answered, right, again: await lookAgain(page) }, { answered: 2, right: 1, again: [one.id] });
});

inEachBrowser("an edited question is asked anew, and all else that is known stays", async ({ host, page }) => {
  const [edited, other] = await openTwoQuestions(page, host);
  await click(page, ".finish input");
  await choose(page, edited.item, true);
  await choose(page, other.item, true);
  const [first, rest] = [await lineOf(page, edited), await lineOf(page, other)];
  // As if the question had been another when it was answered.
  const old = first.with(2, String((Number(first[2]) + 1) % 2 ** 32));
  await page.evaluate((key, is, was) => localStorage.setItem(key, localStorage.getItem(key).replace(is, was)), KEY, first.join(" "), old.join(" "));
  await reload(page);
  assert.equal(await page.$eval(".finish input", (box) => box.checked), true);
  await goToStanding(page, host);
  const { answered, right } = await counts(page, FIRST);
  assert.deepEqual({ answered, right, again: await lookAgain(page) }, { answered: 1, right: 1, again: [] });
  assert.deepEqual([await lineOf(page, edited), await lineOf(page, other)], [old, rest], "nothing is lost");
  await openTwoQuestions(page, host);
  await choose(page, edited.item, true);
  // What was learned of the question that it was before does not count: all is as after a first answer.
  const days = (line) => line.with(6, "day").with(9, "day");
  assert.deepEqual(days(await lineOf(page, edited)), days(first));
  assert.deepEqual(await lineOf(page, other), rest);
  await goToStanding(page, host);
  assert.equal((await counts(page, FIRST)).answered, 2);
  assert.match(await stored(page), /^lesson \S+ \S+ finished$/m);
});

/** Answers a question wrong, by mouse, and tells the links of what is said to it. */
async function answerWrong(page, { item, kind }) {
  await respond(page, item, kind, MOUSE, false);
  await assertExplained(page, item, false);
  const links = await page.$$eval(`${item} .back-to a`, (links) => links.map(({ href, pathname }) => ({ href, elsewhere: pathname !== location.pathname })));
  return links.map((link, place) => ({ ...link, link: `${item} .back-to a:nth-of-type(${place + 1})` }));
}

/** The first question that leads back to a passage on its own page or, if `elsewhere`, on another. */
async function questionThatLeads(page, host, elsewhere) {
  for (const lesson of await lessons()) {
    await open(page, host.root + lesson);
    for (const kind of KINDS) {
      for (const found of await questionsHere(page, kind)) {
        const question = { ...found, kind, lesson };
        const links = await answerWrong(page, question);
        if (links.some((link) => link.elsewhere === elsewhere)) return question;
      }
    }
  }
  return assert.fail("No question leads back to such a passage.");
}

for (const elsewhere of [false, true]) {
  const where = elsewhere ? "another page" : "the same page";
  inEachBrowser(`wrong, to the passage on ${where}, back, and right, which is remembered`, async ({ host, page }) => {
    const question = await questionThatLeads(page, host, elsewhere);
    const { id, item, kind, lesson } = question;
    await reload(page);
    const links = await answerWrong(page, question);
    const { link, href } = links.find((link) => link.elsewhere === elsewhere);
    const from = await addressOf(page);
    const [, , , points, of] = await lineOf(page, { id });
    assert.notEqual(points, of);
    await click(page, link);
    await arrive(page, href);
    await assertAtPlace(page, new URL(href).hash.slice(1));
    await goInHistory(page, -1, from);
    await until(page, "the question to be in sight", isInSight, item);
    // On the same page what was said still stands; a page that was left begins anew.
    assert.equal((await page.$(`${item} .feedback .verdict`)) === null, elsewhere);
    if (!elsewhere) await again(page, item);
    await respond(page, item, kind, MOUSE, true);
    await assertExplained(page, item, true);
    await reload(page);
    const line = await lineOf(page, { id });
    assert.equal(line[3], line[4]);
    await goToStanding(page, host);
    assert.ok(!(await lookAgain(page)).includes(id));
    assert.ok((await counts(page, lesson)).right >= 1);
  });
}

/** Runs in the page: whether a part of the element is in the window. */
function isInSight(selector) {
  const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
  return top < innerHeight && bottom > 0;
}
