// What happens to what a browser keeps under a page that is open: it is emptied, or two tabs write at the same
// millisecond. Nothing that was kept is lost.

import assert from "node:assert/strict";

import { eventually } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { answersKept, everything, KEY, saidOfKeeping, stored } from "../support/memory.mjs";
import { choose, questionsHere } from "../support/questions.mjs";
import { click } from "../support/reader.mjs";
import { lessons, open, reload } from "../support/site.mjs";

const [FIRST, SECOND] = await lessons();

/** Opens a lesson; its questions of one choice. */
async function openLesson(page, host, lesson = FIRST) {
  await open(page, host.root + lesson);
  const questions = await questionsHere(page, "choice");
  assert.ok(questions.length > 1);
  return questions;
}

const finish = (page) => click(page, ".finish input");
const isFinished = async (page, lesson) => (await stored(page))?.includes(`lesson ${lesson.split("/")[1]} `) && /finished$/m.test(await stored(page));

inEachBrowser("a storage that is emptied under an open page has all of it again with the next answer", async ({ host, page }) => {
  const [one, two] = await openLesson(page, host);
  await choose(page, one.item, true);
  await finish(page);
  await page.evaluate(() => localStorage.clear());
  await choose(page, two.item, false);
  await eventually("all to be kept", async () => (await answersKept(page)).length === 2 && (await isFinished(page, FIRST)));
  await reload(page);
  assert.equal((await answersKept(page)).length, 2);
  assert.equal(await page.$eval(".finish input", (box) => box.checked), true);
  assert.equal(await saidOfKeeping(page), "");
});

inEachBrowser("a storage that another page of the host empties is filled at once", async ({ host, page, newPage }) => {
  const [one] = await openLesson(page, host);
  await choose(page, one.item, true);
  const neighbour = await newPage();
  await neighbour.goto(`${host.root}fonts/OFL.txt`);
  await neighbour.evaluate(() => localStorage.clear());
  await eventually("the answer to be kept again", async () => (await answersKept(page)).length === 1);
  const found = await everything(neighbour);
  assert.ok(found[KEY].includes(one.id));
});

/** Has each page do something at the same millisecond. */
async function atOnce(...acts) {
  const at = Date.now() + 400;
  await Promise.all(acts.map(([page, act, ...values]) => page.evaluate(`(async () => {
    await new Promise((next) => setTimeout(next, ${at} - Date.now() - 5));
    while (Date.now() < ${at});
    (${act})(...${JSON.stringify(values)});
  })()`)));
}

const press = String((selector) => document.querySelector(selector).click());

inEachBrowser("what two tabs write at the same millisecond is all kept: an answer and a finished lesson", async ({ host, page, newPage }) => {
  const other = await newPage();
  const [one, two, three] = await openLesson(page, host);
  await openLesson(other, host, SECOND);
  await page.$eval(`${one.item} .option input`, (input) => input.click());
  await atOnce([page, press, `${one.item} [type=submit]`], [other, press, ".finish input"]);
  await eventually("both to be kept", async () => (await answersKept(page)).length === 1 && (await isFinished(page, SECOND)));
  // What each wrote stays when either goes on.
  await choose(page, (three ?? two).item, true);
  await click(other, ".finish input");
  await eventually("the lesson not to be finished", async () => !(await isFinished(page, SECOND)));
  assert.equal((await answersKept(other)).length, 2);
});
