// Whether a large drawing of an argument stays usable at a CPU four times slower: the longest frame
// while it is scaled and moved, and how soon a verdict shows.
// `node tests/benchmarks/argument.mjs <folder of a site>`.

import { answering } from "../support/argument.mjs";
import { launch } from "../support/browsers.mjs";
import { serve } from "../support/server.mjs";
import { FOLDER, open } from "../support/site.mjs";

const SLOWER = 4;
const ROUNDS = 3;

const host = await serve(process.argv[2] ?? FOLDER);
const browser = await launch("chromium");
const page = await browser.newPage(await browser.visit());
await page.setViewport({ width: 1366, height: 900 });
await open(page, `${host.root}argument/`);
await answering(page);
const session = await page.createCDPSession();
await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });

console.log(`A CPU ${SLOWER} times slower; milliseconds. Frames by the clock of the page; work is what its own thread did for one.\n`);
console.log("round  statements  edges  frames  longest frame  longest work  median work  verdict shown");
for (let round = 1; round <= ROUNDS; round += 1) {
  const { nodes, edges, frames, work, verdict } = await page.evaluate(move);
  const sorted = work.sort((a, b) => a - b);
  const figures = [round, nodes, edges, frames.length, Math.max(...frames).toFixed(0), sorted.at(-1).toFixed(1), sorted[Math.floor(sorted.length / 2)].toFixed(1), verdict.toFixed(0)];
  const widths = [5, 12, 7, 8, 15, 14, 13, 15];
  console.log(figures.map((figure, at) => String(figure).padStart(widths[at])).join(""));
}
console.log("\nNo frame is to take more than 50 ms.");
await browser.close();
await host.close();

/** Runs in the page: scales and moves the largest drawing, a step a frame. */
async function move() {
  const parts = [...document.querySelectorAll("[data-part] svg")];
  const size = (svg) => svg.querySelectorAll("g[data-node]").length;
  const svg = parts.sort((a, b) => size(b) - size(a))[0];
  svg.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
  const frame = () => new Promise((shown) => requestAnimationFrame(shown));
  for (let wait = 0; wait < 30; wait += 1) await frame();
  const place = svg.parentElement.getBoundingClientRect();
  const at = { clientX: place.x + place.width / 2, clientY: place.y + place.height / 2, bubbles: true, cancelable: true };
  const wheel = (deltaY) => svg.dispatchEvent(new WheelEvent("wheel", { ...at, deltaY, ctrlKey: true }));
  const pointer = (type, by) => svg.dispatchEvent(new PointerEvent(type, { ...at, clientX: at.clientX + by, clientY: at.clientY + by / 2, pointerId: 1, isPrimary: true, button: 0, buttons: 1 }));
  const steps = [];
  for (let step = 0; step < 20; step += 1) steps.push(() => wheel(-100));
  steps.push(() => pointer("pointerdown", 0));
  for (let step = 1; step <= 60; step += 1) steps.push(() => pointer("pointermove", step <= 30 ? step * 8 : (60 - step) * 8));
  steps.push(() => pointer("pointerup", 0));
  for (let step = 0; step < 20; step += 1) steps.push(() => wheel(100));
  const [frames, work] = [[], []];
  // What is posted within a frame comes after it was painted.
  const channel = new MessageChannel();
  const painted = () => new Promise((done) => {
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  });
  let last = await frame();
  for (const step of steps) {
    step();
    const now = await frame();
    const start = performance.now();
    await painted();
    work.push(performance.now() - start);
    frames.push(now - last);
    last = now;
  }
  const input = document.querySelector('[data-leaf] input[value="reject"]:not(:checked)');
  const id = input.closest("[data-leaf]").dataset.leaf;
  const start = performance.now();
  const nodes = [...document.querySelectorAll(`[data-node="${id}"]`)];
  input.click();
  while (nodes.some((node) => node.dataset.is !== "out") && performance.now() - start < 5000) await frame();
  const verdict = performance.now() - start;
  document.querySelector(`[data-leaf="${id}"] input[value="accept"]`).click();
  return { nodes: size(svg), edges: svg.querySelectorAll("[data-from]").length, frames, work, verdict };
}
