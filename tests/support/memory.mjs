// What the browser remembers of a reader: as it is kept, as the page tells it, and as files that are
// brought in.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { until } from "./condition.mjs";
import { arrive, click } from "./reader.mjs";

/** Where the record of a guide at the root of a host is kept, and where one is set aside. */
export const KEY = "concord:concord:/";
/** Where it was kept before guides had names. */
export const EARLIER = "concord:/";
export const ASIDE = `${KEY}:damaged`;
/** The page that tells where the reader stands, and its parts. */
export const STANDING = "standing/";
export const SUMMARY = '[data-control="standing"]';
export const REVIEW = '[data-control="review"]';
export const MEMORY = ".memory";

/** The record as it is kept. */
export function stored(page, key = KEY) {
  return page.evaluate((key) => localStorage.getItem(key), key);
}

/** Everything that is kept. */
export function everything(page) {
  return page.evaluate(() => ({ ...localStorage }));
}

/** Answers of the record, a line each. */
export async function answersKept(page) {
  return ((await stored(page)) ?? "").split("\n").filter((line) => line.startsWith("answer "));
}

/** Leaves something in the browser's storage, as an earlier visit would have. */
export async function leave(page, host, text, key = KEY) {
  await page.goto(`${host.root}fonts/OFL.txt`);
  await page.evaluate((key, text) => localStorage.setItem(key, text), key, text);
}

/** What the footer says about keeping. */
export function saidOfKeeping(page) {
  return page.$eval(".kept", (kept) => kept.textContent.trim());
}

/** Goes by its link to the page that tells where the reader stands. */
export async function goToStanding(page, host) {
  await click(page, `header.site a[href="${STANDING}"]`);
  await arrive(page, host.root + STANDING);
}

/** What the summary counts in a lesson: questions, those that were answered, and those right. */
export function counts(page, lesson) {
  return page.$$eval(
    `${SUMMARY} tbody tr`,
    (rows, lesson) => {
      const row = rows.find((row) => row.querySelector("a").getAttribute("href") === lesson);
      const [of, answered, right] = [...row.cells].slice(1).map((cell) => Number(cell.textContent));
      return { of, answered, right };
    },
    lesson,
  );
}

/** The questions that the summary wants looked at again, by their ids. Its other lists have counts, or no links. */
export function lookAgain(page) {
  return page.$$eval(`${SUMMARY} h3 + ul > li`, (entries) => {
    const questions = entries.filter((entry) => entry.querySelector("a") !== null && !/\d\/\d+$/.test(entry.textContent));
    return questions.map((entry) => entry.querySelector("a").hash.slice(1));
  });
}

/** Gives a journey a folder for its files. */
export async function withFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), "concord-files-"));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Chooses a file to be brought in, and tells what the page says to it. */
export async function bringIn(page, folder, name, content) {
  const path = join(folder, name);
  await writeFile(path, content);
  const field = await page.$(`${MEMORY} input[type=file]`);
  await page.$eval(`${MEMORY} [role=status]`, (status) => status.setAttribute("data-before", status.textContent));
  await field.uploadFile(path);
  await until(page, `a word on ${name}`, () => {
    const status = document.querySelector(".memory [role=status]");
    return status.textContent !== "" && status.textContent !== status.dataset.before;
  });
  return page.$eval(`${MEMORY} [role=status]`, (status) => ({
    sentence: status.querySelector("p").textContent,
    offers: [...status.querySelectorAll("button")].map((button) => button.dataset.do),
  }));
}

/** Asks for something else and takes that back, so that nothing is said any more. */
export async function sayNothing(page) {
  await click(page, `${MEMORY} [data-do="forget"]`);
  await click(page, `${MEMORY} [data-do="cancel"]`);
  await until(page, "silence", () => document.querySelector(".memory [role=status]").textContent === "");
}
