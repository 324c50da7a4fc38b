// What the map of states costs, at a CPU four times slower: the main thread's time for another layer
// and for a step of years, style, layout and painting included, beside that of setting as many fills by
// hand in the same drawing; and the memory after a thousand changes. `node tests/benchmarks/map.mjs`, on
// a built site.

import { launch } from "../support/browsers.mjs";
import { openMap } from "../support/map.mjs";
import { serve } from "../support/server.mjs";
import { FOLDER } from "../support/site.mjs";

const SLOWER = 4;
const ROUNDS = 15;
const CHANGES = 1_000;
const FRAME = 1000 / 60;

const host = await serve(FOLDER);
const browser = await launch("chromium");
const page = await browser.newPage(await browser.visit());
await page.setViewport({ width: 1366, height: 900 });
const session = await page.createCDPSession();
await session.send("Performance.enable", { timeDomain: "threadTicks" });

await openMap(page, host.root, "?layer=membership");
await page.evaluate(prepare);
await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
const times = { layer: [], year: [], hand: [], nothing: [] };
for (const group of [["year"], ["layer"], ["hand", "nothing"]]) {
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const what of group) times[what].push(await cost(what));
  }
}
const idle = median(times.nothing);
const hand = median(times.hand) - idle;
for (const what of ["layer", "year"]) {
  const time = median(times[what]) - idle;
  console.log(`${what.padEnd(6)} ${time.toFixed(1)} ms at ${SLOWER}× slower (${(time / FRAME).toFixed(2)} frames), ${(time / hand).toFixed(2)} × 195 fills by hand (${hand.toFixed(1)} ms)`);
}
await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
await page.evaluate(change, 50);
const before = await heap();
await page.evaluate(change, CHANGES);
const after = await heap();
console.log(`memory ${(before / 1024).toFixed(0)} kB before, ${(after / 1024).toFixed(0)} kB after ${CHANGES} changes of the layer`);
await browser.close();
await host.close();

/** What the main thread does from a change until two frames later, in milliseconds. */
async function cost(what) {
  const start = await spent();
  await page.evaluate((what) => window.act(what), what);
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
  const outlines = [...document.querySelectorAll(".drawing g > path")];
  const colours = ["#1d5f8a", "#c4622d", "#e2bd5a"];
  let turn = 0;
  const acts = {
    layer: () => {
      select.value = turn % 2 ? "internet-users" : "regional-groups";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    year: () => {
      slider().value = turn % 2 ? 1945 : 2010;
      slider().dispatchEvent(new Event("input", { bubbles: true }));
    },
    hand: () => outlines.forEach((path, at) => path.style.setProperty("fill", colours[(at + turn) % 3])),
    nothing: () => {},
  };
  window.act = async (what) => {
    turn += 1;
    acts[what]();
    await frames();
  };
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
