// The days on which questions come back, as a file for calendars: read by a calendar's own reader, held against RFC 5545 line by
// line, and set beside what the engine says of the same record.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import ICAL from "ical.js";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { KEY, STANDING, leave } from "../support/memory.mjs";
import { click } from "../support/reader.mjs";
import { open } from "../support/site.mjs";
import { ROOT } from "../support/wasm-example.mjs";

const DAY = 86_400_000;
const BUTTON = "button[data-calendar]";
const today = () => Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / DAY);
const dayOf = (time) => Date.UTC(time.year, time.month - 1, time.day) / DAY;

/** A record of answers to these questions, `id version`, that come back on these days. */
const record = (answers) => {
  const lines = answers.map(([question, due]) => `answer ${question} 1 1 sure ${today() - 1} 300 500 ${due}`);
  return ["concord 1", "theme system", ...lines, ""].join("\n");
};

/** Presses the button, and tells the text of the file that is saved. */
async function saved(page) {
  await page.evaluate(() => {
    window.saved = window.savedAs = undefined;
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      window.saved = blob.text();
      return create(blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      window.savedAs = this.download;
    };
  });
  await click(page, BUTTON);
  await until(page, "the file", () => window.savedAs !== undefined);
  return page.evaluate(async () => ({ name: window.savedAs, text: await window.saved }));
}

const questions = (page) => page.$eval(BUTTON, (button) => button.dataset.calendar.split("\n").slice(1));

/** What RFC 5545 says of any such file. */
function assertSound(text) {
  assert.ok(text.endsWith("\r\n"));
  const lines = text.slice(0, -2).split("\r\n");
  for (const line of lines) {
    assert.doesNotMatch(line, /[\r\n]/);
    assert.ok(Buffer.byteLength(line) <= 75, line);
  }
  const whole = lines.join("\r\n").replaceAll("\r\n ", "").split("\r\n");
  for (const line of whole) assert.match(line, /^[A-Z-]+(;[A-Z]+=[A-Z]+)?:/);
  assert.deepEqual([whole[0], whole.at(-1), whole[1]], ["BEGIN:VCALENDAR", "END:VCALENDAR", "VERSION:2.0"]);
  assert.ok(whole.some((line) => line.startsWith("PRODID:")));
  const [, , events] = ICAL.parse(text);
  for (const [name, values] of events) {
    assert.equal(name, "vevent");
    const names = values.map(([name]) => name);
    for (const once of ["uid", "dtstamp", "dtstart", "dtend", "summary"]) assert.equal(names.filter((name) => name === once).length, 1, once);
  }
  assert.match(whole.find((line) => line.startsWith("DTSTAMP")), /^DTSTAMP:\d{8}T\d{6}Z$/);
  const read = events.map((event) => new ICAL.Event(new ICAL.Component(event)));
  assert.equal(new Set(read.map(({ uid }) => uid)).size, read.length);
  return read;
}

inEachBrowser("the days of reviews are those that the engine says", async ({ host, page }) => {
  await open(page, host.root + STANDING);
  const [one, two, three, four, five] = await questions(page);
  const now = today();
  const [id] = five.split(" ");
  const answers = [[one, now - 3], [two, now], [three, now + 1], [four, now + 1], [`${id} 1`, now + 2], ["q-of-another-guide 7", now + 2]];
  const text = record(answers);
  await leave(page, host, text);
  await open(page, host.root + STANDING);
  const file = await saved(page);
  assert.equal(file.name, "concord.ics");
  const told = assertSound(file.text).map(({ startDate, endDate, summary }) => {
    assert.ok(startDate.isDate && dayOf(endDate) === dayOf(startDate) + 1);
    return `${dayOf(startDate)} ${summary.match(/\((\d+)\)$/)[1]}`;
  });
  assert.deepEqual(told, [`${now} 2`, `${now + 1} 2`]);
  const folder = await mkdtemp(join(tmpdir(), "concord-record-"));
  try {
    await writeFile(join(folder, "record"), text);
    const due = ["run", "--quiet", "--package", "concord-prerender", "--example", "due", "content", join(folder, "record"), `${now}`];
    assert.deepEqual(execFileSync("cargo", due, { cwd: ROOT, encoding: "utf8" }).trim().split("\n"), told);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

inEachBrowser("what a calendar shows is what the page says, however long and whatever signs are in it", async ({ host, page }) => {
  await leave(page, host, "concord 1\n");
  await open(page, host.root + STANDING);
  const [one] = await questions(page);
  const name = `a, b; c\\d: “é” ${"\u{1F4D6} ſ ".repeat(30)}`.trim();
  await page.evaluate((key, text) => localStorage.setItem(key, text), KEY, record([[one, today() + 5]]));
  await page.$eval(BUTTON, (button, name) => (button.dataset.calendar = button.dataset.calendar.replace(/^.*/, name)), name);
  const [event] = assertSound((await saved(page)).text);
  assert.equal(event.summary, `${name} (1)`);
  assert.equal(event.component.getFirstPropertyValue("url"), host.root + STANDING);
});

inEachBrowser("where nothing comes back no file is saved, and that is said", async ({ host, page }) => {
  await open(page, host.root + STANDING);
  await click(page, BUTTON);
  await until(page, "word of it", () => !document.querySelector(".buttons:has([data-calendar]) + [role=status]").hidden);
});
