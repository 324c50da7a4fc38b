// What a reader does with mouse, finger and keyboard, and what they then see.

import assert from "node:assert/strict";

import { eventually, until } from "./condition.mjs";

/** Clicks on what the reader sees of an element, after scrolling there if it is out of sight. */
export async function click(page, selector) {
  await hit(page, selector, pointAt, ({ x, y }) => page.mouse.click(x, y));
}

/** How often a reader tries to hit what moves away. */
const TRIES = 3;

/**
 * Presses where an element is, and once more if it was no longer there, as when the page scrolled to an answer in the same
 * moment: then it is still on the page, the press went elsewhere, and at its place there is something else.
 */
async function hit(page, selector, find, press) {
  for (let left = TRIES; left > 0; left -= 1) {
    const point = await find(page, selector);
    await page.evaluate(listenOnce, selector);
    await press(point);
    // A page that was left was left by this.
    const hasMissed = await page.evaluate(missed, point).catch(() => false);
    if (!hasMissed) return;
  }
}

/** Runs in the page: what the next click goes to. */
function listenOnce(selector) {
  const hit = (window.hit = { wanted: document.querySelector(selector), target: null });
  addEventListener("click", ({ target }) => (hit.target = target), { capture: true, once: true });
}

/** Runs in the page. */
function missed({ x, y }) {
  const { wanted, target } = window.hit ?? {};
  return Boolean(target && wanted.isConnected && !wanted.contains(target) && !wanted.contains(document.elementFromPoint(x, y)));
}

/**
 * Moves the mouse onto an element until that knows of it. A page may still be moving, as when its
 * fonts arrive, and a browser scrolls its picture a little later than its document.
 */
function pointAt(page, selector) {
  return eventually(`the mouse to be on ${selector}`, async () => {
    const hadFonts = await page.evaluate(() => document.fonts.status === "loaded");
    const point = await page.evaluate(pointOf, selector);
    // A mouse that stays where it was tells Firefox nothing of what has come below it.
    await page.mouse.move(point.x - 1, point.y);
    await page.mouse.move(point.x, point.y);
    // Measuring lays the page out, which may be what asks for its fonts.
    const there = await page.evaluate((selector) => document.fonts.status === "loaded" && document.querySelector(selector).matches(":hover"), selector);
    return hadFonts && there && point;
  });
}

/** Runs in the page. A link may wrap, so its middle is that of its first line. */
async function pointOf(selector) {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`Nothing on this page is ${selector}.`);
  const line = () => element.getClientRects()[0];
  const middle = () => (({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))(line());
  const above = () => document.elementFromPoint(middle().x, middle().y);
  // What stays at an edge of a phone's window may cover it, too.
  if (line().top < 0 || line().bottom > innerHeight || !element.contains(above())) {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    // Firefox finds nothing at a place before it has drawn it, which takes it some frames.
    for (let frames = 0; frames < 60 && !element.contains(above()); frames += 1) await new Promise(requestAnimationFrame);
  }
  const top = above();
  if (!element.contains(top)) throw new Error(`${selector} cannot be clicked: ${top?.outerHTML.slice(0, 80)} is in front of it.`);
  return middle();
}

/**
 * Scrolls to an element, and waits for what happens where it is seen. A page may scroll elsewhere meanwhile, as when it brings
 * an answer into sight: then it is scrolled there again, as a reader would.
 */
export function untilSeen(page, selector, what, condition, ...values) {
  return eventually(`${what} at ${page.url()}`, async () => {
    await page.evaluate(bringIntoSight, selector);
    return page.evaluate(condition, ...values);
  });
}

/** Runs in the page. */
function bringIntoSight(selector) {
  const element = document.querySelector(selector);
  const { top, bottom } = element.getBoundingClientRect();
  if (bottom < 1 || top > innerHeight - 1) element.scrollIntoView({ behavior: "instant" });
}

/** Taps with a finger on what the reader sees of an element, as soon as that has come to rest. */
export async function tap(page, selector) {
  await hit(page, selector, pointAtRest, ({ x, y }) => page.touchscreen.tap(x, y));
}

function pointAtRest(page, selector) {
  return eventually(`${selector} to rest`, async () => {
    const before = await page.evaluate(pointOf, selector);
    // A browser scrolls its picture a little later than its document.
    await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
    const now = await page.evaluate(pointOf, selector);
    // Fonts that arrive move what is below them.
    const hasFonts = await page.evaluate(() => document.fonts.status === "loaded");
    return hasFonts && now.x === before.x && now.y === before.y && now;
  });
}

/** Follows a link that loads a document, and waits until that is there. */
export async function clickToLoad(page, selector, address) {
  await page.evaluate(() => void (window.left = true));
  await click(page, selector);
  const there = (address) => location.href === address && !window.left && document.readyState === "complete";
  await until(page, `the document ${address}`, there, address);
}

/** The address of the page that is open; puppeteer's own knowledge of it may lag behind. */
export function addressOf(page) {
  return page.evaluate(() => location.href);
}

/**
 * Where a page that scrolls by itself has come to rest: the history holds that. Firefox goes to a
 * place in two steps, and undoes what a script scrolls between them.
 */
export function rest(page) {
  return until(page, "the page to rest", () => history.state === scrollY && { top: scrollY });
}

/** Scrolls, and waits until the history knows of it. Firefox comes to rest between two pixels, too. */
export async function scrollTo(page, top) {
  await page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), top);
  await until(page, `the history to hold ${top}`, (top) => Math.abs(scrollY - top) < 1 && history.state === scrollY, top);
}

/** Leaves a mark that is gone as soon as another document is loaded. */
export function mark(page) {
  return page.evaluate(() => void (window.sameDocument = true));
}

/** Waits for an address, and tells what the reader has before them then. */
export async function arrive(page, address) {
  const isThere = (address) => location.href === address && document.getElementById("_status") !== null && !document.documentElement.ariaBusy;
  await until(page, address, isThere, address);
  return page.evaluate(() => ({
    title: document.title,
    said: document.getElementById("_status").textContent,
    focus: document.activeElement.id,
    top: scrollY,
    sameDocument: window.sameDocument === true,
  }));
}

/** What `arrive` tells of a page that was reached by a link, without loading a document. */
export function atTheBeginning(title) {
  return { title, said: title, focus: "_title", top: 0, sameDocument: true };
}

/** Goes back or forward, and waits until the address is that of the other page. */
export async function goInHistory(page, steps, address) {
  // Later, because the document may be left before the browser could answer.
  await page.evaluate((steps) => void setTimeout(() => history.go(steps)), steps);
  return arrive(page, address);
}

/** Fails unless the page has gone to the place of that id: scrolled, focused, and `:target`. */
export async function assertAtPlace(page, id) {
  await until(page, `the place ${id}`, (id) => document.querySelector(":target")?.id === id, id);
  const place = await page.evaluate(() => {
    const margin = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart);
    const top = document.querySelector(":target").getBoundingClientRect().top - margin;
    const end = document.documentElement.scrollHeight - innerHeight - scrollY;
    return { focus: document.activeElement.id, top, end };
  });
  assert.equal(place.focus, id, "the focus should be on the place");
  // Below the last screenful there is nothing left to scroll to.
  assert.ok(Math.abs(place.top) <= 2 || (place.end <= 1 && place.top > 0), `the place should be at the top of the window, but is ${place.top} px below`);
}

/** Presses Tab until the focus is on an element that matches. */
export async function tabTo(page, selector, most = 300) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`Tab does not lead to ${selector}.`);
}

/** As `tabTo`, but backwards. */
export async function tabBackTo(page, selector, most) {
  await page.keyboard.down("Shift");
  await tabTo(page, selector, most);
  await page.keyboard.up("Shift");
}

/** What covers some of the element that has the focus, once it is painted; empty if nothing does. */
export function coveredBy(page) {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 3; frames += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    const own = document.activeElement;
    if (own === document.body) return "nothing has the focus";
    const { left, right, top, bottom } = own.getBoundingClientRect();
    const across = Math.min((left + right) / 2, innerWidth - 2);
    const over = [top + 3, (top + bottom) / 2, bottom - 3].map((down) => document.elementFromPoint(across, down));
    // A name of two lines stands close to the box before it.
    const isOther = (at) => at !== null && !(at.contains(own) || own.contains(at) || own.closest("th, label")?.contains(at));
    // An edge may be beyond that of the window, the middle may not.
    return over[1] === null ? "the window's edge" : over.filter(isOther).map((at) => at.outerHTML.slice(0, 80)).join(", ");
  });
}
