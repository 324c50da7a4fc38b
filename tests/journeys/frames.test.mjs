// A teacher shows a piece of the guide on a page of their own: takes the link or the code for it from
// the guide and pastes it there; and a class uses the piece where it stands.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eventually, until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { answerAll, CHOICE } from "../support/questions.mjs";
import { addressOf, click, tabTo } from "../support/reader.mjs";
import { serve } from "../support/server.mjs";
import { lessons, open, someFrames, text, title as titleOf } from "../support/site.mjs";

const LESSONS = await lessons();
const [FIRST] = LESSONS;
const NOTE = "#_popover";
const LINK = "#_copy-link";
const CODE = "#_copy-code";
/** Where the teacher's page stands at its host. */
const CLASS = "/class/";
/** Only that page may be of another origin. */
const tolerated = [/^other origin: http:\/\/127\.0\.0\.1:\d+\/class\/$/];

/** Opens the note on the place that a selector finds. */
async function share(page, place) {
  await click(page, `${place} a.to-here`);
  await until(page, "the note", (note) => document.querySelector(note)?.matches(":popover-open"), NOTE);
}

/** The code that the guide offers for a place, as it is. */
async function codeFor(page, address, place) {
  await open(page, address);
  await share(page, place);
  return page.$eval(CODE, (field) => field.value);
}

/** Puts code into a page of another origin, opens that, and shows the frame in it to `use`. */
async function inClass(page, code, use) {
  const folder = await mkdtemp(join(tmpdir(), "concord-class-"));
  const head = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Class</title><link rel="icon" href="data:,">';
  await writeFile(join(folder, "index.html"), `${head}<h1>Class</h1>\n${code}\n<p>Discuss.</p></html>`);
  const site = await serve(folder, { mount: CLASS });
  try {
    await page.goto(site.root, { waitUntil: "load" });
    const frame = await eventually("the frame", () => page.mainFrame().childFrames().find((frame) => frame.url().startsWith("http")));
    // For a moment a frame has no document at all.
    await until(frame, "the frame to answer the reader", () => document.documentElement?.dataset.interactive === "on");
    await use(frame);
    assert.equal(await addressOf(page), site.root, "the teacher's page should still be there");
  } finally {
    await site.close();
    await rm(folder, { recursive: true });
  }
}

/** Clicks on an element in a frame, once the mouse is on it. */
async function clickIn(frame, selector) {
  const element = await frame.$(selector);
  assert.ok(element, `Nothing in this frame is ${selector}.`);
  await eventually(`the mouse to be on ${selector}`, async () => {
    await element.hover();
    return element.evaluate((element) => element.matches(":hover"));
  });
  await element.click();
}

/** Clicks on a link in a frame, and tells which address opens in a tab of its own. */
async function opensBeside(page, frame, selector) {
  const before = await page.browserContext().pages();
  await clickIn(frame, selector);
  const tab = await eventually("another tab", async () => {
    const tabs = await page.browserContext().pages();
    return tabs.find((tab) => !before.includes(tab) && tab.url().startsWith("http"));
  });
  const address = tab.url();
  await tab.close();
  return address;
}

/** What the frame shows around the piece: its titles, the guide's shell, where links open. */
function shell(frame) {
  return frame.evaluate(() => ({
    titles: [...document.querySelectorAll("h1")].filter((title) => title.checkVisibility()).map((title) => title.textContent),
    shell: document.querySelectorAll("header.site, footer.site, .skip, a.to-here").length,
    target: document.querySelector("base").target,
  }));
}

/** What `shell` tells of a piece of that title. */
function alone(title) {
  return { titles: [title], shell: 0, target: "_blank" };
}

/** A statement with its mark, as the reader sees it. */
function statement(page) {
  return page.$eval(".statement", (statement) => {
    const { id, textContent: title } = statement.querySelector("[id]");
    const mark = statement.querySelector(".tag svg.mark");
    const words = statement.querySelector(".prose").textContent;
    return { id, title, words, kind: statement.className, mark: mark.checkVisibility() && mark.getAttribute("class"), tag: statement.querySelector(".part").textContent, owner: statement.querySelector(".owner").textContent };
  });
}

inEachBrowser("a statement, on a page of another site", { tolerated }, async ({ host, page }) => {
  const code = await codeFor(page, host.root + FIRST, ".statement");
  const there = await statement(page);
  await inClass(page, code, async (frame) => {
    assert.deepEqual(await shell(frame), alone(there.title));
    assert.deepEqual(await statement(frame), there);
    assert.equal(await page.$eval("iframe", (frame) => frame.title), there.title);
    assert.equal(await opensBeside(page, frame, "footer.frame a"), `${host.root}${FIRST}#${there.id}`);
  });
});

inEachBrowser("a question, which answers", { tolerated }, async ({ host, page }) => {
  const code = await codeFor(page, host.root + FIRST, CHOICE);
  const question = await page.$eval(CHOICE, (item) => ({ id: item.querySelector("[id]").id, title: item.querySelector("[id]").textContent, stem: item.querySelector(".prose").textContent }));
  await inClass(page, code, async (frame) => {
    assert.deepEqual(await shell(frame), alone(question.title));
    assert.equal(await frame.$eval(".item .prose", (stem) => stem.textContent), question.stem);
    await clickIn(frame, ".option");
    await clickIn(frame, "button.live");
    await until(frame, "a verdict", () => document.querySelector(".feedback .verdict")?.checkVisibility());
    assert.ok(await frame.$eval(".feedback .prose", (reasons) => reasons.innerText.length > 20));
    assert.equal(await opensBeside(page, frame, "footer.frame a"), `${host.root}${FIRST}#${question.id}`);
  });
});

inEachBrowser("a term", { tolerated }, async ({ host, page }) => {
  const code = await codeFor(page, `${host.root}glossary/`, ".entry");
  const term = await page.$eval(".entry", (entry) => ({ id: entry.querySelector("[id]").id, title: entry.querySelector("[id]").textContent, words: entry.querySelector(".prose").textContent }));
  await inClass(page, code, async (frame) => {
    assert.deepEqual(await shell(frame), alone(term.title));
    assert.equal(await frame.$eval(".entry .prose", (prose) => prose.textContent), term.words);
    assert.equal(await opensBeside(page, frame, "footer.frame a"), `${host.root}glossary/#${term.id}`);
  });
});

inEachBrowser("a model as it is set, which plays", { tolerated }, async ({ host, page }) => {
  const address = "models/good-faith/";
  await open(page, `${host.root}${address}?noise=12.0`);
  await until(page, "the model to answer", () => document.querySelector(".play[data-live] a.this")?.search === "?noise=12.0");
  await click(page, ".play a.this");
  await until(page, "the note", (note) => document.querySelector(note)?.matches(":popover-open"), NOTE);
  assert.equal(await page.$eval(LINK, (field) => field.value), `${host.root}${address}?noise=12.0`);
  const code = await page.$eval(CODE, (field) => field.value);
  const title = await page.$eval("h1", (title) => title.textContent);
  await inClass(page, code, async (frame) => {
    await until(frame, "the model to answer", () => document.querySelector(".play[data-live]") !== null);
    assert.deepEqual(await shell(frame), alone(title));
    assert.equal(await frame.$eval('.play input[type="number"][data-setting="noise"]', (field) => field.value), "12.0");
    const before = await frame.$eval(".said", (line) => line.textContent);
    await clickIn(frame, ".play [data-do=run]");
    await until(frame, "something to move", (before) => document.querySelector(".said").textContent !== before, before);
    assert.equal(await page.$eval("iframe", (frame) => frame.title), title);
    assert.equal(await opensBeside(page, frame, "footer.frame a"), `${host.root}${address}?noise=12.0`);
  });
});

inEachBrowser("a lesson, whose footnotes and definitions stay in the frame", { tolerated }, async ({ host, page }) => {
  const lesson = await lessonWith('id="_note-1"');
  const code = await codeFor(page, host.root + lesson, "header.title");
  const title = await page.$eval("h1", (title) => title.textContent);
  await inClass(page, code, async (frame) => {
    assert.deepEqual(await shell(frame), alone(title));
    const tabs = (await page.browserContext().pages()).length;
    await clickIn(frame, 'a[href$="#_note-1"]');
    await assertInSight(frame, "_note-1");
    await clickIn(frame, "#_note-1 a.back");
    await assertInSight(frame, "_ref-1");
    await clickIn(frame, ".prose a.term");
    await until(frame, "the definition", (note) => document.querySelector(note)?.matches(":popover-open"), NOTE);
    assert.equal(new URL(frame.url()).pathname, `/embed/${lesson}`);
    assert.equal((await page.browserContext().pages()).length, tabs, "no other tab should have opened");
    const href = await frame.$eval(`${NOTE} > p a`, (link) => link.href);
    assert.equal(await opensBeside(page, frame, `${NOTE} > p a`), href);
  });
});

inEachBrowser("a lesson, whose questions lead back to its text within the frame", { tolerated }, async ({ host, page }) => {
  const code = await codeFor(page, host.root + FIRST, "header.title");
  await inClass(page, code, async (frame) => {
    const tabs = (await page.browserContext().pages()).length;
    await clickIn(frame, `${CHOICE} .option`);
    await clickIn(frame, `${CHOICE} button.live`);
    await until(frame, "a way back", () => document.querySelector(".feedback .back-to a") !== null);
    const id = await frame.$eval(".feedback .back-to a", (link) => link.hash.slice(1));
    await clickIn(frame, ".feedback .back-to a");
    await assertInSight(frame, id);
    assert.equal((await page.browserContext().pages()).length, tabs, "no other tab should have opened");
  });
});

/** The first lesson whose page has that in it. */
async function lessonWith(part) {
  for (const lesson of LESSONS) {
    if ((await text(`${lesson}index.html`)).includes(part)) return lesson;
  }
  return assert.fail(`No lesson has ${part}.`);
}

/** Fails unless a page, or a frame, has gone to the place of that id and shows it. */
function assertInSight(page, id) {
  const there = (id) => {
    const place = document.querySelector(":target");
    const { top, bottom } = place?.getBoundingClientRect() ?? {};
    return place?.id === id && top < innerHeight && bottom > 0;
  };
  return until(page, `the place ${id}`, there, id);
}

inEachBrowser("frames store nothing", { tolerated }, async ({ host, page }) => {
  for (const address of await someFrames()) {
    await inClass(page, `<iframe src="${host.root}${address}" title="A piece" width="100%" height="420"></iframe>`, async (frame) => {
      await frame.evaluate(() => {
        window.scrollTo({ top: 300, behavior: "instant" });
        document.querySelector("a.term")?.click();
      });
      await answerAll(frame);
      assert.deepEqual(await frame.evaluate(kept), [], address);
    });
  }
  // A file of the guide's origin that runs nothing of its own.
  await page.goto(`${host.root}fonts/OFL.txt`);
  assert.deepEqual(await page.evaluate(kept), []);
});

/** Runs in the page: the names of what its origin keeps. */
function kept() {
  return [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter((name) => name !== "");
}

inEachBrowser("the address of a frame works on its own", async ({ host, page }) => {
  for (const address of await someFrames()) {
    await open(page, host.root + address);
    const { titles, ...rest } = await shell(page);
    assert.equal(titles.length, 1, address);
    // The map's heading is the pack's, its title the short word of the menu.
    const name = address === "embed/community/" ? (await titleOf("community/")).split(" · ")[0] : titles[0];
    assert.ok((await page.title()).startsWith(name), address);
    assert.deepEqual({ ...rest, titles: [""] }, alone(""), address);
    assert.ok(await page.$eval("#_main", (main) => main.innerText.length > 40), address);
  }
});

inEachBrowser("the link leads to the place", async ({ host, page }) => {
  for (const [address, place] of [[FIRST, ".statement"], [FIRST, ".text .headed"], [FIRST, "header.title"], ["glossary/", ".entry"], ["sources/", ".entry"]]) {
    await open(page, host.root + address);
    const id = await page.$eval(`${place} a.to-here`, (link) => link.hash.slice(1));
    await share(page, place);
    const link = await page.$eval(LINK, (field) => field.value);
    assert.equal(link, `${host.root}${address}#${id}`);
    await page.goto("about:blank");
    await open(page, link);
    await assertInSight(page, id);
  }
});

inEachBrowser("what cannot be shown alone has a link and no code", async ({ host, page }) => {
  for (const [address, place] of [["about/", ".text .headed"], ["sources/", ".entry"]]) {
    await open(page, host.root + address);
    await share(page, place);
    assert.equal(await page.$$eval(`${NOTE} ${LINK}`, (fields) => fields.length), 1, place);
    assert.equal(await page.$(CODE), null, place);
  }
});

inEachBrowser("by keyboard: the note opens, its fields have names, and Escape gives the focus back", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  const link = ".statement a.to-here";
  await tabTo(page, link);
  await page.keyboard.press("Enter");
  await until(page, "the note", (note) => document.activeElement === document.querySelector(note), NOTE);
  const names = await page.$$eval(`${NOTE} input`, (fields) => fields.map((field) => field.labels[0].textContent));
  assert.equal(names.length, 2);
  assert.ok(names.every((name) => name.length > 0) && names[0] !== names[1], names.join());
  await tabTo(page, `${NOTE} ${CODE}`, 5);
  await tabTo(page, `${NOTE} [data-copies]`, 5);
  await page.keyboard.press("Enter");
  await saidOfCopying(page);
  await page.keyboard.press("Escape");
  await until(page, "the focus back on the link", (link) => document.activeElement === document.querySelector(link), link);
});

/** What the note says of copying, once it does. */
async function saidOfCopying(page) {
  const line = `${NOTE} [role="status"]`;
  await until(page, "a word on copying", (line) => document.querySelector(line).textContent !== "", line);
  const said = await page.$eval(line, (status) => status.textContent);
  await page.$eval(line, (status) => void (status.textContent = ""));
  return said;
}

/** Runs before the page: takes what is copied, as long as `refuses` does not say otherwise. */
function standInForClipboard() {
  window.copied = [];
  const writeText = async (text) => {
    if (window.refuses) throw new DOMException("Not now.", "NotAllowedError");
    window.copied.push(text);
  };
  Object.defineProperty(navigator.clipboard, "writeText", { value: writeText });
}

inEachBrowser("copying takes exactly what the field has, and says so", async ({ host, page }) => {
  await page.evaluateOnNewDocument(standInForClipboard);
  await open(page, host.root + FIRST);
  await share(page, ".statement");
  const said = [];
  for (const field of [LINK, CODE]) {
    await click(page, `${NOTE} [data-copies="${field.slice(1)}"]`);
    said.push(await saidOfCopying(page));
    const value = await page.$eval(field, (field) => field.value);
    assert.equal(await page.evaluate(() => window.copied.at(-1)), value);
  }
  assert.equal(said[0], said[1]);
  await page.evaluate(() => void (window.refuses = true));
  await click(page, `${NOTE} [data-copies="${CODE.slice(1)}"]`);
  assert.notEqual(await saidOfCopying(page), said[0]);
  assert.equal(await page.evaluate(() => window.copied.length), 2);
  await assertKeyboardCopies(page, CODE);
});

inEachBrowser("where the browser has no clipboard, the text is selected and that is said", async ({ host, page }) => {
  await page.evaluateOnNewDocument(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
  await open(page, host.root + FIRST);
  await share(page, ".statement");
  await click(page, `${NOTE} [data-copies="${LINK.slice(1)}"]`);
  assert.ok((await saidOfCopying(page)).length > 20);
  await assertKeyboardCopies(page, LINK);
});

/** Fails unless all of the field is selected, so that the reader's keys copy it. */
async function assertKeyboardCopies(page, field) {
  await page.evaluate(() => addEventListener("copy", (event) => (window.copyFrom = `#${event.target.id}`), { once: true }));
  await page.keyboard.down("Control");
  await page.keyboard.press("c");
  await page.keyboard.up("Control");
  await until(page, "the keys to copy", () => window.copyFrom !== undefined);
  const selected = await page.$eval(field, (field) => ({
    from: window.copyFrom,
    all: field.selectionStart === 0 && field.selectionEnd === field.value.length,
  }));
  assert.deepEqual(selected, { from: field, all: true });
}
