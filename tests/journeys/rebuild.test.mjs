// A reader rebuilds the argument of a lesson on an empty map, with wrong turns: each is told for what it is, help comes in
// steps, and what was right at first counts. By mouse, finger and keys, and by dragging; on paper it is a worksheet.

import assert from "node:assert/strict";
import { test } from "node:test";

import { violations } from "../support/axe.mjs";
import { until } from "../support/condition.mjs";
import { KEYBOARD, MOUSE, TOUCH } from "../support/hands.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { answersKept, KEY, REVIEW, STANDING } from "../support/memory.mjs";
import { untilSeen } from "../support/reader.mjs";
import { lessons, open, text } from "../support/site.mjs";

const PHONE = { viewport: { width: 360, height: 740, isMobile: false, hasTouch: true } };
const LAPTOP = { viewport: { width: 1280, height: 900 } };
const ZOOMED = { viewport: { width: 320, height: 256 } };
const ITEM = ".item:has(.rebuild)";
const [FIRST] = await lessons();

/** Goes to the map of the page that is open, which its program answers. */
async function toMap(page) {
  await page.waitForSelector(`${ITEM} .rebuild`);
  await untilSeen(page, `${ITEM} .rebuild`, "the statements", (item) => document.querySelector(`${item} .piece`) !== null, ITEM);
  await page.$eval(`${ITEM} .rebuild`, (place) => place.scrollIntoView({ block: "start", behavior: "instant" }));
}

/** What waits, by its numbers; what stands, in the order of the page; and what is said. */
function state(page) {
  return page.$eval(`${ITEM} .rebuild`, (place) => {
    const numbers = (selector, name) => [...place.querySelectorAll(selector)].map((own) => own.dataset[name]);
    return {
      waiting: numbers(".piece", "piece"),
      standing: numbers(".rebuilt [data-on]", "on"),
      chosen: place.querySelector(".piece:has(:checked)")?.dataset.piece,
      said: [...place.querySelectorAll(".said")].map((said) => said.textContent).join(" "),
    };
  });
}

const pieceOf = (number) => `${ITEM} .piece[data-piece="${number}"]`;
const openerOf = (number) => `${ITEM} [data-on="${number}"] > .opener`;
const rolesOf = (number) => `${ITEM} [data-on="${number}"] > .roles`;

/** Puts a statement to another in a role, by hand. Returns what is said. */
async function put(page, hand, { piece, on, role }) {
  if ((await state(page)).chosen !== piece) await hand.choose(page, pieceOf(piece));
  if ((await page.$(rolesOf(on))) === null) await hand.press(page, openerOf(on));
  await page.waitForSelector(rolesOf(on));
  await hand.press(page, `${rolesOf(on)} > [data-role="${role}"]`);
  const { said } = await state(page);
  assert.ok(said.length > 10, "something is said to each placing");
  return said;
}

/** Tries all places until all is right. Returns what was right, in order, and all that was said to wrong turns. No hand moves. */
function solve(page) {
  return page.evaluate((item) => {
    const place = document.querySelector(`${item} .rebuild`);
    const numbers = () => [...place.querySelectorAll(".piece")].map((own) => own.dataset.piece);
    const right = [];
    const wrong = new Set();
    const tryAll = (piece) => {
      place.querySelector(`.piece[data-piece="${piece}"] input`).click();
      for (const { on } of [...place.querySelectorAll(".rebuilt [data-on]")].map((own) => own.dataset)) {
        const roles = () => place.querySelector(`[data-on="${on}"] > .roles`);
        if (!roles()) place.querySelector(`[data-on="${on}"] > .opener`).click();
        for (const { role } of [...roles().querySelectorAll("button")].map((own) => own.dataset)) {
          const before = numbers().length;
          roles().querySelector(`[data-role="${role}"]`).click();
          if (numbers().length < before) return right.push({ piece, on, role });
          wrong.add(place.querySelector(`[data-on="${on}"] > .said`).textContent);
        }
      }
    };
    for (let left = -1; left !== numbers().length; ) {
      left = numbers().length;
      for (const piece of numbers()) tryAll(piece);
    }
    return { right, wrong: [...wrong], left: numbers().length };
  }, ITEM);
}

async function verdict(page) {
  await until(page, "a verdict", (item) => document.querySelector(`${item} .feedback .verdict`) !== null, ITEM);
  return page.$eval(`${ITEM} .feedback [data-score]`, (said) => said.dataset.score);
}

for (const [name, options, hand] of [
  ["a finger", PHONE, TOUCH],
  ["a mouse", LAPTOP, MOUSE],
  ["keys", LAPTOP, KEYBOARD],
]) {
  inEachBrowser(`wrong turns are told, and what is right at first counts: ${name}`, options, async ({ host, page }) => {
    await open(page, host.root + FIRST);
    await toMap(page);
    const all = (await state(page)).waiting.length;
    const { right, wrong, left } = await solve(page);
    assert.equal(left, 0, "everything has its place");
    assert.ok(wrong.length > 5, `reasons differ: ${wrong.join(" | ")}`);
    const [points, of] = (await verdict(page)).split("/").map(Number);
    assert.ok(points < of && of === all, `${points} of ${of}`);
    assert.match(await page.$eval(`${ITEM} .rebuild .done`, (done) => done.textContent), new RegExp(`: ${points} of ${of}\\. Not at first: “`));
    const [kept] = await answersKept(page);
    const id = await page.$eval(`${ITEM} .rebuild`, (place) => place.dataset.puzzle);
    assert.ok(kept.includes(id), "the record has it, so it comes back in the review");

    // Once more, by hand, with one wrong turn, which is told with its reason and costs its point.
    await hand.press(page, `${ITEM} .feedback [data-do="again"]`);
    await until(page, "an empty map", (item) => document.querySelectorAll(`${item} .rebuilt [data-on]`).length === 1, ITEM);
    const focused = await page.evaluate((item) => document.activeElement.matches(`${item} .piece input`), ITEM);
    assert.ok(focused, "the focus goes on with the first statement");
    const [first, ...rest] = right;
    const told = await put(page, hand, { ...first, role: "against" });
    assert.match(told, /“.+”/, "the reason names what it is about");
    assert.deepEqual((await state(page)).waiting.length, all);
    const said = await put(page, hand, first);
    assert.notEqual(said, told);
    assert.deepEqual((await state(page)).standing, [first.on, first.piece]);
    for (const move of rest) await put(page, hand, move);
    assert.equal(await verdict(page), `${all - 1}/${all}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, "nothing sticks out");
    await until(page, "the focus to be at hand", (item) => document.activeElement.closest(item) !== null, ITEM);
  });
}

inEachBrowser("help comes in three steps, and whoever needs it has no point for that", LAPTOP, async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await toMap(page);
  const { right } = await solve(page);
  await MOUSE.press(page, `${ITEM} .feedback [data-do="again"]`);
  await page.waitForSelector(pieceOf(right[0].piece));
  // What has no place yet: to choose another one is all that helps.
  const late = right.find(({ on }) => on !== right[0].on).piece;
  await MOUSE.choose(page, pieceOf(late));
  const help = `${ITEM} .waiting button`;
  await MOUSE.press(page, help);
  const { said: early } = await state(page);
  await MOUSE.choose(page, pieceOf(right[0].piece));
  assert.equal((await state(page)).said, "", "what was said of another one is gone");
  const steps = [];
  for (let step = 0; step < 3; step += 1) {
    await MOUSE.press(page, help);
    steps.push((await state(page)).said);
  }
  assert.equal(new Set([early, ...steps]).size, 4, steps.join(" | "));
  assert.deepEqual((await state(page)).standing, [right[0].on, right[0].piece]);
  for (const move of right.slice(1)) await put(page, MOUSE, move);
  assert.equal(await verdict(page), `${right.length - 1}/${right.length}`);
});

inEachBrowser("without a wrong turn it is right, and what was answered first is there for whoever asks for results", LAPTOP, async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await toMap(page);
  const { right } = await solve(page);
  await open(page, host.root + FIRST);
  await toMap(page);
  for (const move of right) await put(page, MOUSE, move);
  assert.equal(await verdict(page), `${right.length}/${right.length}`);
  const answered = await page.$eval(`${ITEM} form`, (form) => form.dataset.answered);
  assert.match(answered, new RegExp(`^${right.length} ${right.length} 0 p\\d`));
  const waits = await page.$eval(`${ITEM} .rebuild`, (place) => place.querySelectorAll("button, input:not([hidden] *)").length);
  assert.equal(waits, 0, "nothing is left to press on the map");
});

inEachBrowser("the answer can be shown, and is the whole map", LAPTOP, async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await toMap(page);
  const { right } = await solve(page);
  const whole = (await state(page)).standing;
  // The whole map shows it already.
  assert.ok(!(await page.$eval(`${ITEM} .feedback [data-do="show"]`, (button) => button.checkVisibility())));
  await page.$eval(`${ITEM} .feedback [data-do="show"]`, (button) => button.click());
  await until(page, "the answer", (item) => document.querySelector(`${item} .feedback .key`) !== null, ITEM);
  const shown = await state(page);
  assert.deepEqual([shown.waiting.length, [...shown.standing].sort()], [0, [...whole].sort()]);
  await MOUSE.press(page, `${ITEM} .feedback [data-do="again"]`);
  await until(page, "an empty map", (item, count) => document.querySelectorAll(`${item} .piece`).length === count, ITEM, right.length);
});

inEachBrowser("a statement is dragged to the map, where its roles open, and onto a role", LAPTOP, async ({ page, host }) => {
  await open(page, host.root + FIRST);
  await toMap(page);
  const drag = (piece, onto) =>
    page.evaluate(
      (piece, onto) => {
        const send = (name, element) => !element.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }));
        const dragged = document.querySelector(piece);
        send("dragstart", dragged);
        const onMap = document.querySelector(onto);
        const taken = send("dragover", onMap);
        const elsewhere = send("dragover", document.querySelector("h1"));
        send("drop", onMap);
        send("dragend", dragged);
        return [taken, elsewhere];
      },
      piece,
      onto,
    );
  const { waiting, standing } = await state(page);
  assert.deepEqual(await drag(pieceOf(waiting[2]), `${ITEM} [data-on="${standing[0]}"]`), [true, false]);
  await page.waitForSelector(rolesOf(standing[0]));
  assert.equal((await state(page)).chosen, waiting[2]);
  await drag(pieceOf(waiting[1]), `${rolesOf(standing[0])} > [data-role="own"]`);
  const { chosen, said, waiting: left } = await state(page);
  assert.ok(said.length > 10 && (chosen === waiting[1] || left.length < waiting.length), "it was put there at once");
});

// Firefox's driver moves the mouse and lets nothing fall.
inEachBrowser("a hand on a mouse drags a statement onto a card, and onto a role", { ...LAPTOP, engines: ["chromium"] }, async ({ page, host }) => {
  await open(page, host.root + FIRST);
  await toMap(page);
  const middle = (selector) =>
    page.$eval(selector, (own) => {
      const { x, y, width, height } = own.getBoundingClientRect();
      return [x + width / 2, y + height / 2];
    });
  const drag = async (piece, onto) => {
    const [from, to] = [await middle(piece), await middle(onto)];
    await page.mouse.move(...from);
    await page.mouse.down();
    for (let step = 1; step <= 10; step += 1) await page.mouse.move(...from.map((start, axis) => start + ((to[axis] - start) * step) / 10));
    await page.mouse.up();
  };
  const { waiting, standing } = await state(page);
  await drag(pieceOf(waiting[2]), openerOf(standing[0]));
  await page.waitForSelector(rolesOf(standing[0]));
  assert.equal((await state(page)).chosen, waiting[2]);
  await drag(pieceOf(waiting[1]), `${rolesOf(standing[0])} > [data-role="own"]`);
  await until(page, "what is said", (item) => document.querySelector(`${item} .rebuild .said`) !== null, ITEM);
});

inEachBrowser("what waits stands beside the map where there is room, and the lesson's own drawing gives nothing away meanwhile", LAPTOP, async ({ page, host }) => {
  await open(page, host.root + FIRST);
  await toMap(page);
  const look = () =>
    page.evaluate((item) => {
      const [pieces, map] = [".waiting", ".rebuilt"].map((part) => document.querySelector(`${item} ${part}`).getBoundingClientRect());
      const seen = (part) => document.querySelector(`.lesson-map ${part}`).checkVisibility();
      return { beside: pieces.right <= map.left && pieces.top < map.bottom, drawing: seen(".canvas"), meanwhile: seen(".meanwhile") };
    }, ITEM);
  assert.deepEqual(await look(), { beside: true, drawing: true, meanwhile: false });
  const { waiting, standing, chosen } = await state(page);
  // A choice made for the reader would tell what has a place; whoever presses a card, or asks for help, first is told what to do.
  assert.equal(chosen, undefined);
  for (const press of [openerOf(standing[0]), `${ITEM} .waiting button`]) {
    await MOUSE.press(page, press);
    const told = await state(page);
    assert.match(told.said, /Choose a statement/);
    assert.deepEqual([told.waiting, told.standing], [waiting, standing]);
  }
  for (const piece of waiting) {
    await MOUSE.choose(page, pieceOf(piece));
    for (let help = 0; help < 3 && (await page.$(pieceOf(piece))) !== null; help += 1) await MOUSE.press(page, `${ITEM} .waiting button`);
    if ((await state(page)).standing.length > 1) break;
  }
  assert.deepEqual(await look(), { beside: true, drawing: false, meanwhile: true });
  await solve(page);
  await verdict(page);
  assert.deepEqual((({ drawing, meanwhile }) => ({ drawing, meanwhile }))(await look()), { drawing: true, meanwhile: false });
});

for (const [name, options] of [
  ["in the dark, on a phone", { ...PHONE, browser: { dark: true } }],
  ["in the system's own colours", { ...LAPTOP, browser: { forced: true } }],
  ["at a zoom of 400 %", ZOOMED],
]) {
  inEachBrowser(`axe finds nothing on a map that grows, and nothing sticks out: ${name}`, options, async ({ host, page }) => {
    const ownColours = !options.browser?.forced;
    await open(page, host.root + FIRST);
    await toMap(page);
    const { standing, waiting } = await state(page);
    const look = async (when) => {
      assert.deepEqual(await violations(page, { ownColours }), [], when);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, when);
    };
    await MOUSE.choose(page, pieceOf(waiting[0]));
    await MOUSE.press(page, openerOf(standing[0]));
    await MOUSE.press(page, `${rolesOf(standing[0])} > [data-role="against"]`);
    await look("with roles and a reason");
    await solve(page);
    await verdict(page);
    await look("with the whole map");
  });
}

inEachBrowser("it is asked in a quiz by link, and comes back in the review", LAPTOP, async ({ host, page }) => {
  await open(page, `${host.root}${FIRST}`);
  const id = await page.$eval(`${ITEM} .rebuild`, (place) => place.dataset.puzzle);
  await open(page, `${host.root}quiz/?question=${id}`);
  await toMap(page);
  await solve(page);
  await verdict(page);
  // What will be due is due now.
  await page.evaluate((key) => localStorage.setItem(key, localStorage.getItem(key).replace(/^(answer .*) \d+$/m, "$1 1")), KEY);
  await open(page, host.root + STANDING);
  await page.waitForSelector(`${REVIEW} .rebuild`);
  await toMap(page);
  await solve(page);
  await verdict(page);
});

inEachBrowser("where the program does not come through, it says so, and the worksheet is there", { ...LAPTOP, tolerated: [/rebuild/] }, async ({ host, page }) => {
  await page.setRequestInterception(true);
  page.on("request", (request) => (/rebuild[^/]*\.(js|wasm)/.test(request.url()) ? request.abort() : request.continue()));
  await open(page, host.root + FIRST);
  await untilSeen(page, `${ITEM} .rebuild`, "a word", (item) => document.querySelector(`${item} .notice`) !== null, ITEM);
  assert.ok(await page.$eval(`${ITEM} > .on-paper`, (sheet) => sheet.checkVisibility()));
});

inEachBrowser("without scripts and on paper there is a worksheet in place of the map", { browser: { scripts: false } }, async ({ host, page }) => {
  await page.goto(host.root + FIRST, { waitUntil: "load" });
  const look = (selector) => [...document.querySelectorAll(selector)].map((own) => own.checkVisibility({ visibilityProperty: true }));
  const seen = (selector) => page.evaluate(look, `${ITEM} ${selector}`);
  assert.deepEqual(await seen("> .on-paper"), [true]);
  assert.deepEqual(await seen(".rebuild"), [false]);
});

inEachBrowser("who prints has the worksheet, and on the screen it is out of the way", LAPTOP, async ({ engine, host, page }) => {
  await open(page, host.root + FIRST);
  const seen = () => page.$$eval(`${ITEM} :is(.on-paper, .rebuild)`, (all) => all.map((own) => own.className.split(" ")[0] + own.checkVisibility()).sort());
  assert.deepEqual(await seen(), ["on-paperfalse", "rebuildtrue"]);
  // Firefox has no command for paper.
  if (engine === "firefox") return;
  await page.emulateMediaType("print");
  assert.deepEqual(await seen(), ["on-papertrue", "rebuildfalse"]);
});

test("every lesson has a map to rebuild with its worksheet, and the last one the whole", async () => {
  const all = await lessons();
  for (const lesson of all) {
    const page = await text(`${lesson}index.html`);
    const sheets = page.split('class="on-paper"').slice(1);
    assert.equal(sheets.length, lesson === all.at(-1) ? 2 : 1, lesson);
    for (const sheet of sheets) {
      const lists = sheet.split('class="options-on-paper"').slice(1, 3);
      const [pieces, places] = lists.map((list) => list.split("</ul>")[0].split("<li>").length - 1);
      assert.ok(pieces >= 7 && places >= 3, `${lesson}: ${pieces} statements, ${places} places`);
    }
  }
});
