// What the map of states costs, at a CPU four times slower: the main thread's time for another layer
// and for a step of years, style, layout and painting included, beside that of setting as many fills by
// hand, to the very values that the layers have at once, on the same shapes in the same drawing. What follows a
// change (words, hatching, address) is told on its own, and so are the elements that were written to. Then the
// memory after a thousand changes. `node tests/benchmarks/map.mjs`, on a built site.

import { launch } from "../support/browsers.mjs";
import { openMap } from "../support/map.mjs";
import { serve } from "../support/server.mjs";
import { FOLDER } from "../support/site.mjs";

const SLOWER = 4;
const ROUNDS = 15;
const CHANGES = 1_000;
const FRAME = 1000 / 60;
/** When words, hatching and address have followed a change. */
const REST_MILLISECONDS = 700;
const ACTS = ["layer", "year", "hand", "nothing"];

const host = await serve(FOLDER);
const browser = await launch("chromium");
const page = await browser.newPage(await browser.visit());
await page.setViewport({ width: 1366, height: 900 });
const session = await page.createCDPSession();
// The main thread's own time, so that other processes of a busy machine do not count.
await session.send("Performance.enable", { timeDomain: "threadTicks" });

await openMap(page, host.root, "?layer=membership");
await page.evaluate(prepare);
await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
const frames = Object.fromEntries(ACTS.map((what) => [what, []]));
const rests = Object.fromEntries(ACTS.map((what) => [what, []]));
for (const group of [["year"], ["layer"], ["hand", "nothing"]]) {
  for (const what of group) await page.evaluate((what) => window.start(what), what);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const what of group) {
      frames[what].push(await cost(() => page.evaluate((what) => window.act(what), what)));
      rests[what].push(await cost(() => page.evaluate((rest) => window.rest(rest), REST_MILLISECONDS)));
    }
  }
}
const written = {};
for (const what of ACTS) written[what] = await page.evaluate((what) => window.count(what), what);
await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });

// Asking the page costs something, too, which is in all of them.
const [idle, idleRest] = [median(frames.nothing), median(rests.nothing)];
const hand = median(frames.hand) - idle;
console.log(`The map at a CPU ${SLOWER} times slower; medians of ${ROUNDS}, in milliseconds of the main thread.\n`);
console.log("change     frame ms  frames  ratio  elements written  afterwards ms");
for (const what of ["layer", "year", "hand"]) {
  const [time, rest] = [median(frames[what]) - idle, median(rests[what]) - idleRest];
  console.log(`${what.padEnd(10)} ${time.toFixed(1).padStart(8)} ${(time / FRAME).toFixed(2).padStart(7)} ${(time / hand).toFixed(2).padStart(6)} ${String(written[what]).padStart(17)} ${rest.toFixed(1).padStart(14)}`);
}
console.log("\nframes and ratio are to be at most 1 and 3; the ratio is to the hand's in the same run.");

await page.evaluate(change, 50);
const before = await heap();
await page.evaluate(change, CHANGES);
const after = await heap();
console.log(`memory ${(before / 1024).toFixed(0)} kB before, ${(after / 1024).toFixed(0)} kB after ${CHANGES} changes of the layer`);
await browser.close();
await host.close();

/** What the main thread does meanwhile, in milliseconds. */
async function cost(act) {
  const start = await spent();
  await act();
  return (await spent()) - start;
}

async function spent() {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
}

/** The page's memory after the browser has cleared up. */
async function heap() {
  for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "JSHeapUsedSize").value;
}

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

/** Runs in the page: what is measured. */
function prepare() {
  const select = document.querySelector('[data-choice="layer"]');
  const slider = () => document.querySelector(".legend.shown [data-year]");
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  const shapes = [...document.querySelectorAll(".drawing path[data-at]")];
  const choose = (layer) => {
    select.value = layer;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const layers = ["internet-users", "regional-groups"];
  const fills = [];
  // Each has its own turns, so that each of them changes something.
  const turns = { layer: 0, year: 0, hand: 0, nothing: 0 };
  const acts = {
    layer: () => choose(layers[turns.layer % 2]),
    year: () => {
      slider().value = turns.year % 2 ? 1945 : 2010;
      slider().dispatchEvent(new Event("input", { bubbles: true }));
    },
    hand: () => {
      for (let at = 0; at < shapes.length; at += 1) shapes[at].style.fill = fills[turns.hand % 2][at];
    },
    nothing: () => {},
  };
  window.start = async (what) => {
    if (what === "hand") {
      // What the two layers paint at once; and no class that would paint it as well.
      for (const [place, layer] of layers.entries()) {
        choose(layer);
        fills[place] = shapes.map((shape) => getComputedStyle(shape).fill);
      }
      await pause(1500);
      for (const shape of shapes) shape.removeAttribute("class");
    }
    await window.act(what);
    await pause(700);
  };
  window.act = async (what) => {
    turns[what] += 1;
    acts[what]();
    await frames();
  };
  // After all is measured, as a page that was once observed is slower from then on.
  window.count = async (what) => {
    choose("membership");
    await pause(700);
    const seen = new Set();
    const observer = new MutationObserver((records) => records.forEach(({ target }) => seen.add(target)));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    await window.act(what);
    observer.disconnect();
    return seen.size;
  };
  window.rest = pause;
}

/** Runs in the page: changes the layer so many times. */
async function change(times) {
  const select = document.querySelector('[data-choice="layer"]');
  const layers = [...select.options].map((option) => option.value);
  for (let turn = 0; turn < times; turn += 1) {
    select.value = layers[turn % layers.length];
    select.dispatchEvent(new Event("change", { bubbles: true }));
    if (turn % 50 === 0) await new Promise(requestAnimationFrame);
  }
}
