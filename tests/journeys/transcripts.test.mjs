// Readers who hear a page: the words in which a screen reader tells its main parts, kept in `tests/transcripts` so that whoever
// changes them reads them. `TRANSCRIPTS=write node tests/run.mjs transcripts` writes them anew.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { openMap } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { KEYBOARD } from "../support/hands.mjs";
import { heard, listen, told } from "../support/hearing.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { questionOf, respond, verdict } from "../support/questions.mjs";
import { untilSeen } from "../support/reader.mjs";
import { lessons, open } from "../support/site.mjs";

const [FIRST] = await lessons();

/** Presses what is focused by keys. */
async function press(page, control) {
  await page.focus(control);
  await page.keyboard.press("Enter");
}

/** Fails if what is heard differs from what is kept under that name; both engines tell it alike. */
async function assertHeard(name, engine, phrases) {
  const file = fileURLToPath(new URL(`../transcripts/${name}.txt`, import.meta.url));
  const text = `${phrases.join("\n")}\n`;
  if (process.env.TRANSCRIPTS === "write" && engine === "chromium") return writeFile(file, text);
  assert.equal(text, await readFile(file, "utf8"), `tests/transcripts/${name}.txt; if what is heard now is better, write it anew`);
}

inEachBrowser("a lesson is heard in the order in which it is read", async ({ engine, host, page }) => {
  await open(page, host.root + FIRST);
  await listen(page);
  const parts = [];
  for (const part of ["header.site", "main h1", "main section.statement", "nav.neighbours", "footer.site"]) parts.push(...(await heard(page, part)), "");
  await assertHeard("lesson", engine, parts);
});

inEachBrowser("a question is heard with its answer", async ({ engine, host, page }) => {
  const { item } = await questionOf(page, host, "choice");
  await listen(page);
  const before = await heard(page, item);
  await respond(page, item, "choice", KEYBOARD, false);
  const said = await told(page, async () => {
    await press(page, `${item} [type=submit]`);
    await verdict(page, item);
  });
  await assertHeard("question", engine, [...before, "", "(An answer is checked.)", ...said, "", ...(await heard(page, item))]);
});

inEachBrowser("a claim is heard with its verdict, and what falls is said", async ({ engine, host, page }) => {
  await openMap(page, host);
  await listen(page);
  const id = await page.evaluate(() => [...document.querySelectorAll(".row.claim")].find((own) => own.querySelector(".verdicts")).id);
  await press(page, `#${id} > summary`);
  await until(page, "the claim to be open", (id) => document.getElementById(id).open, id);
  const before = await heard(page, `#${id}`);
  const reject = `#${id} .verdicts [data-verdict="reject"]`;
  const said = await told(page, async () => {
    await press(page, reject);
    await until(page, "it to be rejected", (reject) => document.querySelector(reject).getAttribute("aria-pressed") === "true", reject);
    await until(page, "what changed", () => document.querySelector('[data-panel="changed"]').textContent !== "");
  });
  await assertHeard("claim", engine, [...before, "", "(A premise is rejected.)", ...said, "", ...(await heard(page, `#${id}`))]);
});

inEachBrowser("an argument is rebuilt by ear: what waits, where it can be put, and what is said to that", async ({ engine, host, page }) => {
  const place = ".rebuild";
  await open(page, host.root + FIRST);
  await untilSeen(page, place, "what waits for its place", (place) => document.querySelector(`${place} .piece`) !== null, place);
  await listen(page);
  const before = await heard(page, place);
  await page.focus(`${place} .piece input`);
  await page.keyboard.press(" ");
  await until(page, "a choice", (place) => document.querySelector(`${place} .piece :checked`) !== null, place);
  const opener = `${place} .rebuilt .opener`;
  await press(page, opener);
  await until(page, "the roles", (place) => document.querySelector(`${place} .roles`) !== null, place);
  const roles = await heard(page, `${place} .rebuilt`);
  const said = await told(page, async () => {
    await press(page, `${place} .roles button`);
    await until(page, "a word on it", (place) => document.querySelector(`${place} .rebuilt .said`) !== null, place);
  });
  await assertHeard("rebuild", engine, [...before, "", "(The first that waits is chosen, and a statement on the map is opened.)", ...roles, "", "(The first role is chosen.)", ...said, "", ...(await heard(page, `${place} .rebuilt`))]);
});
