// The whole guide in one file, opened from the disk, with no network at all.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { eventually } from "../support/condition.mjs";
import { untilSeen } from "../support/reader.mjs";
import { choose, inEachEngine } from "./support/learner.mjs";
import { made } from "./support/made.mjs";

const live = (page) => eventually("the guide to answer", () => page.evaluate(() => document.documentElement.dataset.interactive === "on").catch(() => false));
const route = (page) => page.evaluate(() => document.documentElement.dataset.route);
const press = (page, selector) => page.evaluate((selector) => document.querySelector(selector).click(), selector);
const arrived = (page, file) => eventually(file, () => route(page).then((now) => now === file).catch(() => false));

function fromDisk(name, fn) {
  inEachEngine(`the single file: ${name}`, async ({ page, ...visit }) => {
    const folder = await mkdtemp(join(tmpdir(), "concord a file "));
    const path = join(folder, "the guide.html");
    await copyFile(made("concord-single-file.html"), path);
    const [asked, errors] = [[], []];
    page.on("request", (request) => /^(https?|wss?):/.test(request.url()) && asked.push(request.url()));
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => ["error", "warn"].includes(message.type()) && errors.push(message.text()));
    try {
      await fn({ ...visit, page, address: pathToFileURL(path).href });
      assert.deepEqual([asked, errors], [[], []]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

fromDisk("pages are reached by links, by the history and again after a reload, and remember", async ({ page, address }) => {
  await page.goto(address);
  await live(page);
  assert.equal(await route(page), "index.html");
  await press(page, "a[href^='lessons/states-matter']");
  await arrived(page, "lessons/states-matter/index.html");
  await live(page);
  await choose(page, "q-what-the-claim-says", 2);
  await page.reload();
  await live(page);
  assert.equal(await route(page), "lessons/states-matter/index.html");
  await press(page, "a[href^='standing/']");
  await arrived(page, "standing/index.html");
  await live(page);
  await eventually("what was answered", () => page.evaluate(() => document.querySelector("[data-control=standing] table") !== null));
  await page.evaluate(() => void setTimeout(() => history.back()));
  await arrived(page, "lessons/states-matter/index.html");
  await live(page);
});

fromDisk("a quiz by link asks, and the search finds", async ({ page, address }) => {
  await page.goto(`${address}?quiz/&question=q-what-the-claim-says`);
  await live(page);
  await choose(page, "q-what-the-claim-says", 2);
  await page.goto(`${address}?search/&q=sovereignty`);
  await live(page);
  await eventually("what was found", () => page.evaluate(() => document.querySelectorAll("main li a, #_app li a").length > 20));
});

fromDisk("the argument is reasoned about, and the map and a model answer", async ({ page, address }) => {
  await page.goto(`${address}?argument/`);
  await live(page);
  await eventually("a label of the argument", () => page.evaluate(() => document.querySelector("[data-program=reasoner][data-live]") !== null));
  await page.goto(`${address}?community/`);
  await live(page);
  await untilSeen(page, "[data-program=atlas]", "a drawing", () => document.querySelector("[data-program=atlas] .drawing path, [data-program=atlas] .drawing circle") !== null);
  await page.goto(`${address}?models/good-faith/`);
  await live(page);
  await untilSeen(page, "[data-program=play]", "a model", () => document.querySelector("[data-program=play][data-live]") !== null);
});
