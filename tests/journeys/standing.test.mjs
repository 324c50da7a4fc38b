// A reader looks where they stand, reviews what comes back, and takes along, brings in and forgets
// what their browser remembers of them.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { answerAll } from "../support/questions.mjs";
import { arrive, click } from "../support/reader.mjs";
import { lessons, live, open } from "../support/site.mjs";

const [FIRST] = await lessons();
const STANDING = "standing/";
const SUMMARY = '[data-control="standing"]';
const REVIEW = '[data-control="review"]';
const MEMORY = ".memory";

/** The record as it is kept. */
function record(page) {
  return page.evaluate(() => Object.entries({ ...localStorage }).find(([key]) => key.startsWith("concord:") && !key.endsWith(":damaged"))?.[1] ?? "");
}

/** Answers of the record, a line each. */
async function answersKept(page) {
  return (await record(page)).split("\n").filter((line) => line.startsWith("answer "));
}

/** Answers all questions of the first lesson, then goes to see where that leads. */
async function answerAndLook(page, host) {
  await open(page, host.root + FIRST);
  const count = await answerAll(page);
  await click(page, `header.site a[href="${STANDING}"]`);
  await arrive(page, host.root + STANDING);
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
  const row = await page.$eval(`${SUMMARY} tbody tr`, (row) => [...row.cells].slice(1).map((cell) => Number(cell.textContent)));
  assert.deepEqual(row.slice(0, 2), [count, count]);
  const kept = (await answersKept(page)).map((line) => line.split(" "));
  assert.equal(kept.length, count);
  const right = kept.filter(([, , , points, of]) => points === of).length;
  assert.equal(row[2], right);
  const again = await page.$$eval(`${SUMMARY} h3 + ul`, ([list]) => [...list.querySelectorAll("a")].map((link) => link.hash.slice(1)));
  assert.deepEqual(again.sort(), kept.filter(([, , , points, of]) => points !== of).map(([, id]) => id).sort());
  await page.reload({ waitUntil: "load" });
  await live(page);
  assert.equal((await page.$$(`${SUMMARY} tbody tr`)).length > 0, true);
});

inEachBrowser("a question that is due comes back, and is gone the next time", async ({ host, page }) => {
  await answerAndLook(page, host);
  assert.equal((await page.$$(`${REVIEW} form`)).length, 0, "nothing comes back on the same day");
  // A week goes by: what was due then is due now.
  await page.evaluate(() => {
    const [key, text] = Object.entries({ ...localStorage }).find(([key]) => key.startsWith("concord:"));
    const lines = text.split("\n").map((line) => (line.startsWith("answer ") ? line.replace(/ \d+$/, " 1") : line));
    localStorage.setItem(key, lines.join("\n"));
  });
  await page.reload({ waitUntil: "load" });
  await live(page);
  const due = (await page.$$(`${REVIEW} form`)).length;
  assert.equal(due, (await answersKept(page)).length);
  assert.ok((await page.$eval(`${REVIEW} [role=status]`, (status) => status.textContent)).includes(String(due)));
  assert.equal(await answerAll(page), due);
  await page.reload({ waitUntil: "load" });
  await live(page);
  assert.equal((await page.$$(`${REVIEW} form`)).length, 0);
});

inEachBrowser("an answer to a question that has changed since is not taken for one to it", async ({ host, page }) => {
  const count = await answerAndLook(page, host);
  await page.evaluate(() => {
    const [key, text] = Object.entries({ ...localStorage }).find(([key]) => key.startsWith("concord:"));
    localStorage.setItem(key, text.replace(/^answer (\S+) \d+/m, "answer $1 7"));
  });
  await page.reload({ waitUntil: "load" });
  await live(page);
  const row = await page.$eval(`${SUMMARY} tbody tr`, (row) => [...row.cells].slice(1).map((cell) => Number(cell.textContent)));
  assert.deepEqual(row.slice(0, 2), [count, count - 1]);
  assert.equal((await answersKept(page)).length, count, "nothing is lost");
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

async function bringIn(page, folder, name, content) {
  const path = join(folder, name);
  await writeFile(path, content);
  const field = await page.$(`${MEMORY} input[type=file]`);
  await page.$eval(`${MEMORY} [role=status]`, (status) => status.setAttribute("data-before", status.textContent));
  await field.uploadFile(path);
  await until(page, "a word on the file", () => {
    const status = document.querySelector(".memory [role=status]");
    return status.textContent !== "" && status.textContent !== status.dataset.before;
  });
}

/** Gives a journey a folder for its files. */
async function withFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), "concord-files-"));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

inEachBrowser("the memory is saved, forgotten, and brought in again", async ({ host, page }) => {
  await withFolder(async (folder) => {
    const count = await answerAndLook(page, host);
    const before = await answersKept(page);
    const { name, text } = await exported(page);
    assert.match(name, /\.txt$/);
    assert.equal(text, await record(page));
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

inEachBrowser("whatever the file is, nothing is lost", async ({ host, page }) => {
  await withFolder(async (folder) => {
    await answerAndLook(page, host);
    const before = await record(page);
    const files = {
      "empty.txt": "",
      "other.txt": "Dear diary",
      "damaged.txt": before.slice(0, -20) + "\nlesson A -\n",
      "newer.txt": before.replace("concord 1", "concord 9"),
      "bytes.txt": Buffer.from([0, 255, 254, 10, 13, 0]),
      "huge.txt": `concord 1\n${"x".repeat(2_000_000)}`,
    };
    for (const [name, content] of Object.entries(files)) {
      await bringIn(page, folder, name, content);
      assert.equal(await page.$(`${MEMORY} [data-do="merge"]`), null, name);
      assert.equal(await record(page), before, name);
      // Said anew for the next file.
      await page.$eval(`${MEMORY} [role=status]`, (status) => status.removeAttribute("data-before"));
      await click(page, `${MEMORY} [data-do="forget"]`);
      await click(page, `${MEMORY} [data-do="cancel"]`);
    }
  });
});
