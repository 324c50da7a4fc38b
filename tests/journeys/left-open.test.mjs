// Readers in a frame that may do little, in a page that is left open, and in two tabs at once: they are
// answered, and nothing is lost.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eventually, until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { answersKept } from "../support/memory.mjs";
import { choose, questionsHere } from "../support/questions.mjs";
import { serve } from "../support/server.mjs";
import { lessons, open, someFrames, text } from "../support/site.mjs";

inEachBrowser("in a frame that may send no forms, answers are checked, and the verdict is in sight", { tolerated: [/^other origin: /] }, async ({ host, page }) => {
  const folder = await mkdtemp(join(tmpdir(), "concord-class-"));
  const frames = [];
  for (const address of await someFrames()) if ((await text(`${address}index.html`)).includes('type="submit"')) frames.push(address);
  const [address] = frames;
  await writeFile(join(folder, "index.html"), `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Class</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts allow-same-origin" src="${host.root}${address}" title="piece" width="600" height="420"></iframe></html>`);
  const site = await serve(folder);
  try {
    await page.goto(site.root, { waitUntil: "load" });
    const frame = await eventually("the frame", () => page.mainFrame().childFrames().find((own) => own.url().startsWith("http")));
    await until(frame, "the frame to answer", () => document.documentElement?.dataset.interactive === "on");
    await frame.evaluate(() => {
      document.querySelector(".option input, .blank input, select")?.click();
      document.querySelector("[type=submit]").focus();
    });
    await page.keyboard.press("Enter");
    await until(frame, "something to be said", () => document.querySelector(".feedback p") !== null);
    await until(frame, "it to be in sight", () => {
      const { top, bottom } = document.querySelector(".feedback p").getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight + 1;
    });
  } finally {
    await site.close();
    await rm(folder, { recursive: true });
  }
});

inEachBrowser("a page that is left open over midnight tells of the new day", async ({ host, page }) => {
  await page.evaluateOnNewDocument(() => {
    const own = Date.now;
    window.later = 0;
    window.Date = class extends Date {
      constructor(...given) {
        if (given.length === 0) super(own() + window.later);
        else super(...given);
      }
      static now() {
        return own() + window.later;
      }
    };
  });
  await open(page, `${host.root}quiz/?count=3&seed=a`);
  await until(page, "questions", () => document.querySelectorAll(".item form").length === 3);
  const today = () => page.$eval('.small[role="status"]:not(#_copied)', (own) => own.textContent);
  const before = await today();
  const [first] = await page.$$eval(".item .options input", (all) => all.slice(0, 1).map((own) => own.name));
  await page.evaluate((name) => {
    const input = document.querySelector(`[name="${name}"]`);
    input.click();
    input.form.querySelector("[type=submit]").click();
  }, first);
  await eventually("the answer to count", async () => (await today()) !== before);
  await page.evaluate(() => {
    document.activeElement.blur();
    window.later = 36 * 60 * 60 * 1000;
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await eventually("the new day", async () => (await today()) === before);
});

inEachBrowser("answers in two tabs at the same moment are all kept", async ({ host, newPage, page }) => {
  const other = await newPage();
  const [own, theirs] = await lessons();
  await open(page, host.root + own);
  await open(other, host.root + theirs);
  const all = async (tab) => (await questionsHere(tab, "choice")).map(({ item }) => item);
  const [here, there] = [await all(page), await all(other)];
  const count = Math.min(here.length, there.length, 6);
  assert.ok(count > 1);
  for (let at = 0; at < count; at += 1) {
    await Promise.all([choose(page, here[at], true), choose(other, there[at], true)]);
  }
  await eventually("all answers to be kept", async () => (await answersKept(page)).length === 2 * count && (await answersKept(other)).length === 2 * count);
});
