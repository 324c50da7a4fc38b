// A drawing is moved and scaled: by buttons, keys, wheel, mouse and two fingers; and saved as an image.

import assert from "node:assert/strict";

import { openMap } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click } from "../support/reader.mjs";

const PART = "[data-part]";

function viewBox(page) {
  return page.$eval(`${PART} svg`, (svg) => svg.getAttribute("viewBox").split(" ").map(Number));
}

/** Waits until the drawing shows something else, and returns that. */
async function moved(page, before) {
  await until(page, "the drawing to move", (part, before) => document.querySelector(`${part} svg`).getAttribute("viewBox") !== before, PART, before.join(" "));
  const now = await viewBox(page);
  assert.ok(now.every(Number.isInteger), `${now}`);
  return now;
}

inEachBrowser("by buttons and keys", async ({ host, page }) => {
  await openMap(page, host);
  const whole = await viewBox(page);
  await click(page, `${PART} [data-do="larger"]`);
  const larger = await moved(page, whole);
  assert.ok(larger[2] < whole[2] && larger[3] < whole[3]);
  await click(page, `${PART} [data-do="smaller"]`);
  await moved(page, larger);
  await click(page, `${PART} [data-do="fit"]`);
  await until(page, "the whole", (part, whole) => document.querySelector(`${part} svg`).getAttribute("viewBox") === whole, PART, whole.join(" "));
  await page.$eval(`${PART} svg g[tabindex="0"]`, (node) => node.focus());
  await page.keyboard.press("+");
  const nearer = await moved(page, whole);
  await page.keyboard.press("+");
  const nearest = await moved(page, nearer);
  assert.ok(nearest[2] < nearer[2]);
  await page.keyboard.press("-");
  await moved(page, nearest);
  await page.keyboard.press("0");
  await until(page, "the whole", (part, whole) => document.querySelector(`${part} svg`).getAttribute("viewBox") === whole, PART, whole.join(" "));
});

inEachBrowser("by mouse: the wheel scales around the pointer, a drag moves and selects nothing", async ({ host, page }) => {
  await openMap(page, host);
  const whole = await viewBox(page);
  const place = await page.$eval(`${PART} svg`, (svg) => {
    svg.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = svg.getBoundingClientRect();
    return { x: x + width / 4, y: y + height / 4 };
  });
  const top = await page.evaluate(() => scrollY);
  await page.$eval(`${PART} svg`, (svg, { x, y }) => svg.dispatchEvent(new WheelEvent("wheel", { deltaY: -100, ctrlKey: true, clientX: x, clientY: y, bubbles: true, cancelable: true })), place);
  let now = await moved(page, whole);
  for (let turn = 0; turn < 3; turn += 1) {
    const before = now;
    await page.$eval(`${PART} svg`, (svg, { x, y }) => svg.dispatchEvent(new WheelEvent("wheel", { deltaY: -100, ctrlKey: true, clientX: x, clientY: y, bubbles: true, cancelable: true })), place);
    now = await moved(page, before);
  }
  assert.ok(now[0] - whole[0] < whole[0] + whole[2] - (now[0] + now[2]), "what is at the pointer stays there");
  await page.mouse.move(place.x, place.y);
  await page.mouse.down();
  await page.mouse.move(place.x + 60, place.y + 30, { steps: 4 });
  await page.mouse.up();
  const dragged = await moved(page, now);
  assert.ok(dragged[0] < now[0], "the drawing follows the mouse");
  assert.equal(await page.$(".selected"), null);
  assert.equal(await page.evaluate(() => scrollY), top);
});

inEachBrowser("by two fingers", async ({ host, page }) => {
  await openMap(page, host);
  const whole = await viewBox(page);
  await page.$eval(`${PART} svg`, (svg) => {
    svg.scrollIntoView({ block: "center", behavior: "instant" });
    const { x, y, width, height } = svg.getBoundingClientRect();
    const [middle, row] = [x + width / 2, y + height / 2];
    const send = (type, pointerId, clientX) => svg.dispatchEvent(new PointerEvent(type, { pointerId, pointerType: "touch", isPrimary: pointerId === 1, clientX, clientY: row, button: type === "pointermove" ? -1 : 0, buttons: type === "pointerup" ? 0 : 1, bubbles: true, cancelable: true }));
    send("pointerdown", 1, middle - 20);
    send("pointerdown", 2, middle + 20);
    for (let step = 1; step <= 10; step += 1) {
      send("pointermove", 1, middle - 20 - 4 * step);
      send("pointermove", 2, middle + 20 + 4 * step);
    }
    send("pointerup", 1, middle - 60);
    send("pointerup", 2, middle + 60);
  });
  const now = await moved(page, whole);
  const ratio = whole[2] / now[2];
  assert.ok(ratio > 2.3 && ratio < 3.8, `fingers three times as far apart: ${ratio}`);
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
  await click(page, `${PART} [data-do="image"]`);
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
