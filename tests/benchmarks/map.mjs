// What the map of states costs, at a CPU four times slower: the main thread's time for another layer
// and for a step of years, style, layout and painting included, beside that of setting as many fills by
// hand, to the very values that the layers have, on the same shapes in the same drawing. First the browser
// draws the control that was used, then all states change: both frames are told, and what they are together.
// What follows a change (words, hatching, address) is told on its own, and so are the elements that were
// written to. Then the memory after a thousand changes. `node tests/benchmarks/map.mjs`, on a built site.

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
const [controls, frames, rests] = Array.from({ length: 3 }, () => Object.fromEntries(ACTS.map((what) => [what, []])));
for (const group of [["year"], ["layer"], ["hand", "nothing"]]) {
  for (const what of group) await page.evaluate((what) => window.start(what), what);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const what of group) {
      controls[what].push(await cost(() => page.evaluate((what) => window.act(what), what)));
      frames[what].push(await cost(() => page.evaluate((what) => window.finish(what), what)));
      rests[what].push(await cost(() => page.evaluate((rest) => window.rest(rest), REST_MILLISECONDS)));
    }
  }
}
const written = {};
for (const what of ACTS) written[what] = await page.evaluate((what) => window.count(what), what);
await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });

// Asking the page costs something, too, which is in all of them.
const own = (times, what) => median(times[what]) - median(times.nothing);
const hand = own(controls, "hand");
console.log(`The map at a CPU ${SLOWER} times slower; medians of ${ROUNDS}, in milliseconds of the main thread.\n`);
console.log("change  control ms  states ms  both ms  longest in frames  ratio  elements written  afterwards ms");
for (const what of ["layer", "year", "hand"]) {
  const [control, states] = what === "hand" ? [0, hand] : [own(controls, what), own(frames, what)];
  const figures = [control.toFixed(1), states.toFixed(1), (control + states).toFixed(1), (Math.max(control, states) / FRAME).toFixed(2), ((control + states) / hand).toFixed(2), written[what], own(rests, what).toFixed(1)];
  const widths = [10, 11, 9, 19, 7, 18, 15];
  console.log(what.padEnd(8) + figures.map((figure, at) => String(figure).padStart(widths[at])).join(""));
}
console.log("\nNo frame is to be longer than one, and the ratio of both together to the hand's at most 3.");

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
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  // What is posted within a frame comes after it was painted.
  const channel = new MessageChannel();
  const painted = async () => {
    await frame();
    const after = new Promise((done) => (channel.port1.onmessage = done));
    channel.port2.postMessage(0);
    await after;
  };
  const pause = (time) => new Promise((done) => setTimeout(done, time));
  /** A state that looks another way after each of the acts. */
  const first = document.querySelector('.drawing path[data-at="0"]');
  let look = "";
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
      // What the two layers paint before they are hatched; and no class that would paint it as well.
      for (const [place, layer] of layers.entries()) {
        choose(layer);
        await pause(50);
        fills[place] = shapes.map((shape) => getComputedStyle(shape).fill);
      }
      await pause(1500);
      for (const shape of shapes) shape.removeAttribute("class");
    }
    await window.act(what);
    await pause(700);
  };
  /** Uses a control, until that is drawn. */
  window.act = async (what) => {
    turns[what] += 1;
    look = first.getAttribute("class");
    acts[what]();
    await painted();
  };
  /** Until all states have changed. */
  window.finish = async (what) => {
    const follows = what === "layer" || what === "year";
    while (follows && first.getAttribute("class") === look) await frame();
    await painted();
  };
  // After all is measured, so that observing has no part in it.
  window.count = async (what) => {
    choose("membership");
    await pause(700);
    const seen = new Set();
    const observer = new MutationObserver((records) => records.forEach(({ target }) => seen.add(target)));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    await window.act(what);
    await window.finish(what);
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
