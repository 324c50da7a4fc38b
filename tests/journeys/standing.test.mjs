// A reader looks where they stand, reviews what comes back, and takes along, brings in and forgets
// what their browser remembers of them.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { KEY, MEMORY, REVIEW, STANDING, SUMMARY, answersKept, bringIn, counts, goToStanding, lookAgain, stored, withFolder } from "../support/memory.mjs";
import { answerAll } from "../support/questions.mjs";
import { click } from "../support/reader.mjs";
import { lessons, open, reload } from "../support/site.mjs";

const [FIRST] = await lessons();

/** Answers all questions of the first lesson, then goes to see where that leads. */
async function answerAndLook(page, host) {
  await open(page, host.root + FIRST);
  const count = await answerAll(page);
  await goToStanding(page, host);
  return count;
}

inEachBrowser("nothing was answered yet", async ({ host, page }) => {
  await open(page, host.root + STANDING);
  assert.ok((await page.$eval(SUMMARY, (place) => place.textContent)).length > 20);
  assert.equal(await page.$(`${SUMMARY} table`), null);
  assert.equal((await page.$$(`${REVIEW} form`)).length, 0);
});

inEachBrowser("what was answered is counted, and what was wrong is a link away", async ({ host, page }) => {
  const count = await answerAndLook(page, host);
  const { of, answered, right: counted } = await counts(page, FIRST);
  assert.equal(answered, count);
  assert.ok(of >= count, "what is asked later alone belongs to the lesson, too");
  const kept = (await answersKept(page)).map((line) => line.split(" "));
  assert.equal(kept.length, count);
  const right = kept.filter(([, , , points, of]) => points === of).length;
  assert.equal(counted, right);
  assert.deepEqual((await lookAgain(page)).sort(), kept.filter(([, , , points, of]) => points !== of).map(([, id]) => id).sort());
  await reload(page);
  assert.equal((await page.$$(`${SUMMARY} tbody tr`)).length > 0, true);
});

inEachBrowser("a question that is due comes back, and is gone the next time", async ({ host, page }) => {
  await answerAndLook(page, host);
  assert.equal((await page.$$(`${REVIEW} form`)).length, 0, "nothing comes back on the same day");
  // A week goes by: what was due then is due now.
  await page.evaluate((key) => {
    const lines = localStorage.getItem(key).split("\n");
    localStorage.setItem(key, lines.map((line) => (line.startsWith("answer ") ? line.replace(/ \d+$/, " 1") : line)).join("\n"));
  }, KEY);
  await reload(page);
  const due = (await page.$$(`${REVIEW} form`)).length;
  assert.equal(due, (await answersKept(page)).length);
  assert.ok((await page.$eval(`${REVIEW} [role=status]`, (status) => status.textContent)).includes(String(due)));
  assert.equal(await answerAll(page), due);
  await reload(page);
  assert.equal((await page.$$(`${REVIEW} form`)).length, 0);
});

/** Saves the memory, and tells the file's name and text. */
async function exported(page) {
  await page.evaluate(() => {
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.saved = blob.text();
      return create(blob);
    };
    addEventListener("click", (event) => {
      if (event.target.download) window.savedAs = event.target.download;
    }, true);
    // The link stands in no document, so its click reaches nobody else.
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      window.savedAs = this.download;
      if (!this.download) click.call(this);
    };
  });
  await click(page, `${MEMORY} [data-do="export"]`);
  await until(page, "the file", () => window.savedAs !== undefined);
  return page.evaluate(async () => ({ name: window.savedAs, text: await window.saved }));
}

inEachBrowser("the memory is saved, forgotten, and brought in again", async ({ host, page }) => {
  await withFolder(async (folder) => {
    const count = await answerAndLook(page, host);
    const before = await answersKept(page);
    const { name, text } = await exported(page);
    assert.match(name, /\.txt$/);
    assert.equal(text, await stored(page));
    await click(page, `${MEMORY} [data-do="forget"]`);
    await until(page, "the question", () => document.querySelector('[data-do="forget-all"]') !== null);
    assert.equal((await answersKept(page)).length, count, "nothing is forgotten before it is confirmed");
    await click(page, `${MEMORY} [data-do="forget-all"]`);
    await until(page, "nothing to be left", () => document.querySelector('[data-control="standing"] table') === null);
    assert.deepEqual(await answersKept(page), []);
    await bringIn(page, folder, "memory.txt", text);
    assert.deepEqual(await answersKept(page), [], "nothing is brought in before it is confirmed");
    await click(page, `${MEMORY} [data-do="merge"]`);
    await until(page, "the summary", () => document.querySelector('[data-control="standing"] table') !== null);
    assert.deepEqual(await answersKept(page), before);
  });
});

inEachBrowser("a file is added to what is here, or put in its place", async ({ host, page }) => {
  await withFolder(async (folder) => {
    await answerAndLook(page, host);
    const before = await answersKept(page);
    const [, id, version, , of, sure, day] = before[0].split(" ");
    // An earlier answer to a question that was answered since, and one to a question that is gone.
    const earlier = `answer ${id} ${version} 0 ${of} ${sure} ${Number(day) - 1} 1 1 ${day}`;
    const gone = "answer q-gone 7 1 1 guess 20000 1 1 20001";
    const lesson = FIRST.split("/").at(-2);
    const file = ["concord 1", "theme dark", `lesson ${lesson} - finished`, ...[earlier, gone].sort(), ""].join("\n");
    await bringIn(page, folder, "memory.txt", file);
    await click(page, `${MEMORY} [data-do="merge"]`);
    await until(page, "the lesson to be finished", (key) => localStorage.getItem(key).includes(" finished\n"), KEY);
    assert.deepEqual((await answersKept(page)).sort(), [...before, gone].sort());
    assert.match(await stored(page), /^concord 1\ntheme system\n/);
    await bringIn(page, folder, "memory.txt", file);
    assert.equal((await answersKept(page)).length, before.length + 1, "nothing is replaced before it is confirmed");
    await click(page, `${MEMORY} [data-do="replace"]`);
    await until(page, "the file to be what is kept", (key, file) => localStorage.getItem(key) === file, KEY, file);
    const { answered, right } = await counts(page, FIRST);
    assert.deepEqual({ answered, right }, { answered: 1, right: 0 });
  });
});
