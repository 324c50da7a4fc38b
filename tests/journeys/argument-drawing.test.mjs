// A drawing is moved and scaled: by buttons, keys, wheel, mouse and two fingers; and saved as an image.

import assert from "node:assert/strict";

import { openMap, press, showDrawings } from "../support/argument.mjs";
import { eventually, until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";

const PART = "[data-part].shown";

/** How much of its natural size a drawing has, in thousandths, and how far it is scrolled. */
function state(page) {
  return page.$eval(PART, (part) => {
    const canvas = part.querySelector(".canvas");
    const svg = canvas.querySelector("svg");
    const scale = Math.round((1000 * svg.getBoundingClientRect().width) / Number(svg.getAttribute("width")));
    return { scale, left: canvas.scrollLeft, top: canvas.scrollTop };
  });
}

/** Waits until the drawing shows something else, and returns that. */
async function changed(page, before) {
  return eventually("the drawing to move", async () => {
    const now = await state(page);
    return JSON.stringify(now) !== JSON.stringify(before) && now;
  });
}

async function assertScale(page, scale) {
  await eventually(`the scale ${scale}`, async () => Math.abs((await state(page)).scale - scale) < 3);
}

inEachBrowser("by buttons and keys", async ({ host, page }) => {
  await openMap(page, host);
  const natural = await state(page);
  assert.equal(natural.scale, 1000);
  await press(page, `${PART} [data-do="larger"]`);
  await assertScale(page, 1333);
  await press(page, `${PART} [data-do="smaller"]`);
  await assertScale(page, 999);
  await press(page, `${PART} [data-do="fit"]`);
  await eventually("the whole to be in sight", () => page.$eval(PART, (part) => {
    const [inner, outer] = [part.querySelector(".canvas svg"), part.querySelector(".canvas")].map((own) => own.getBoundingClientRect());
    return inner.width <= outer.width + 1 && inner.height <= outer.height + 1;
  }));
  const fit = await state(page);
  await page.$eval(`${PART} svg g[tabindex="0"]`, (node) => node.focus());
  await page.keyboard.press("+");
  const nearer = await changed(page, fit);
  await page.keyboard.press("+");
  const nearest = await changed(page, nearer);
  assert.ok(fit.scale < nearer.scale && nearer.scale < nearest.scale);
  await page.keyboard.press("-");
  await changed(page, nearest);
  await page.keyboard.press("0");
  await assertScale(page, fit.scale);
  await page.$eval(`${PART} .canvas`, (canvas) => canvas.focus());
  await page.keyboard.press("+");
  await assertScale(page, nearer.scale);
});

inEachBrowser("by mouse: the wheel scales around the pointer, a drag moves and selects nothing", async ({ host, page }) => {
  await openMap(page, host);
  const before = await state(page);
  const place = await page.$eval(`${PART} .canvas`, (canvas) => {
    canvas.scrollIntoView({ block: "start", behavior: "instant" });
    const frame = canvas.getBoundingClientRect();
    const boxes = [...canvas.querySelectorAll("g[data-node] rect")].map((box) => box.getBoundingClientRect());
    // Neither at the edge of the frame, nor where there is nothing.
    const box = boxes.find(({ x, y, width, height }) => x + width < frame.right && y > frame.top + 20 && y + height < Math.min(frame.bottom, innerHeight));
    return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
  });
  const top = await page.evaluate(() => scrollY);
  const under = ({ x, y }) => document.elementFromPoint(x, y).closest("g")?.dataset.node;
  const node = await page.evaluate(under, place);
  assert.ok(node, "there is a statement below the pointer");
  let now = before;
  for (let turn = 0; turn < 6; turn += 1) {
    const last = now;
    await page.$eval(`${PART} .canvas svg`, (svg, { x, y }) => svg.dispatchEvent(new WheelEvent("wheel", { deltaY: -100, ctrlKey: true, clientX: x, clientY: y, bubbles: true, cancelable: true })), place);
    now = await changed(page, last);
  }
  assert.ok(now.scale > 1700 && now.left > 0, JSON.stringify(now));
  assert.equal(await page.evaluate(under, place), node, "what is below the pointer stays there");
  await page.mouse.move(place.x, place.y);
  await page.mouse.down();
  await page.mouse.move(place.x - 60, place.y - 10, { steps: 4 });
  await page.mouse.up();
  await eventually("the drawing to follow the mouse", async () => (await state(page)).left === now.left + 60);
  assert.equal(await page.$(".selected"), null);
  // Firefox keeps parts of a pixel, and rounds them otherwise a little later.
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - top) <= 1, "the page stays where it is");
});

inEachBrowser("a drawing is saved as an image", async ({ host, page }) => {
  await openMap(page, host);
  await page.evaluate(() => {
    const create = URL.createObjectURL;
    window.blobs = [];
    URL.createObjectURL = (blob) => {
      window.blobs.push(blob);
      return create.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      window.saved = this.download;
    };
  });
  await press(page, `${PART} [data-do="image"]`);
  await until(page, "a file", () => window.saved);
  const { name, type, colours } = await page.evaluate(async () => {
    const png = window.blobs.find((blob) => blob.type === "image/png");
    const picture = await createImageBitmap(png);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    const colours = new Set();
    for (let at = 0; at < data.length; at += 4) colours.add(data[at] * 65536 + data[at + 1] * 256 + data[at + 2]);
    return { name: window.saved, type: png.type, colours: colours.size };
  });
  assert.match(name, /\.png$/);
  assert.equal(type, "image/png");
  assert.ok(colours > 20, `lines and letters of a drawing have many colours, not ${colours}`);
});

inEachBrowser("arrows reach every box of every drawing, and bring it into sight", async ({ host, page }) => {
  await openMap(page, host);
  await showDrawings(page);
  const faults = await page.evaluate(walkByArrows);
  assert.deepEqual(faults, []);
});

/** Runs in the page: goes from the first box of each drawing wherever arrows lead. */
async function walkByArrows() {
  const faults = [];
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (const part of document.querySelectorAll("[data-part]")) {
    const [first, ...others] = part.querySelectorAll("g[data-node]");
    const reached = new Set([first]);
    const isSeen = (node) => {
      const [box, frame] = [node, part.querySelector(".canvas")].map((own) => own.getBoundingClientRect());
      return box.top >= 0 && box.bottom <= innerHeight && box.left >= frame.left - 1 && box.right <= frame.right + 1;
    };
    for (const node of reached) {
      for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
        node.focus();
        node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        const next = document.activeElement;
        if (reached.has(next)) continue;
        reached.add(next);
        // What is told of a statement arrives a little later, and may move it.
        for (let frames = 0; frames < 30 && !isSeen(next); frames += 1) await painted();
        if (!isSeen(next)) faults.push(`${part.dataset.part}: ${next.dataset.node} is out of sight`);
      }
    }
    faults.push(...others.filter((node) => !reached.has(node)).map((node) => `${part.dataset.part}: nothing leads to ${node.dataset.node}`));
  }
  return faults;
}
