// What feedback to an answer costs, at a CPU four times slower: the main thread's time for it,
// painting included, beside that of writing a text as long into the same place; and whether it is there
// in the next frame. `node tests/benchmarks/feedback.mjs`, on a built site.

import { launch } from "../support/browsers.mjs";
import { serve } from "../support/server.mjs";
import { FOLDER, lessons, open } from "../support/site.mjs";

const SLOWER = 4;
const ROUNDS = 9;
/** How many questions of each lesson are measured: those of the most parts. */
const MOST = 3;

const host = await serve(FOLDER);
const browser = await launch("chromium");
const page = await browser.newPage(await browser.visit());
const session = await page.createCDPSession();

// The main thread's own time, so that other processes of a busy machine do not count.
await session.send("Performance.enable", { timeDomain: "threadTicks" });

const rows = [];
for (const lesson of await lessons()) {
  await open(page, host.root + lesson);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const ids = await page.$$eval(".item", (items, most) => {
    const parts = (item) => item.querySelectorAll("*").length;
    const largest = items.sort((a, b) => parts(b) - parts(a)).slice(0, most);
    return largest.map((item) => item.getAttribute("aria-labelledby"));
  }, MOST);
  for (const id of ids) rows.push(await measure(id));
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
}
await browser.close();
await host.close();

/** One question: what its feedback and a bare text of the same length cost the main thread. */
async function measure(id) {
  const parts = await page.evaluate(prepare, id);
  const [feedback, bare, nothing] = [[], [], []];
  let frames = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    feedback.push(await cost("check"));
    frames = Math.max(frames, await page.evaluate(() => window.frames_));
    await page.evaluate(() => window.clear());
    nothing.push(await cost("nothing"));
    bare.push(await cost("bare"));
    await page.evaluate(() => window.clear());
  }
  // Asking the page costs something, too, which is in all three.
  const idle = median(nothing);
  return { id, parts, feedback: median(feedback) - idle, bare: median(bare) - idle, frames };
}

/** What the main thread does from a click until two frames later, in milliseconds. */
async function cost(what) {
  const before = await spent();
  await page.evaluate((what) => window.act(what), what);
  return (await spent()) - before;
}

async function spent() {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
}

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

rows.sort((a, b) => b.parts - a.parts);
const show = (row) => `${row.id.padEnd(34)} ${String(row.parts).padStart(5)} ${row.feedback.toFixed(2).padStart(11)} ${row.bare.toFixed(2).padStart(8)} ${(row.feedback / row.bare).toFixed(1).padStart(6)} ${String(row.frames).padStart(7)}`;
console.log(`Feedback at a CPU ${SLOWER} times slower; medians of ${ROUNDS}, in milliseconds of the main thread.\n`);
console.log("question                           parts  feedback ms  text ms  ratio  frames");
for (const row of rows.slice(0, 8)) console.log(show(row));
const ratios = rows.map((row) => row.feedback / row.bare).sort((a, b) => a - b);
console.log(`\nRatio of all ${rows.length} (to be at most 3): median ${median(ratios).toFixed(1)}, largest ${ratios.at(-1).toFixed(1)}.`);
console.log(`Frames until feedback is there, at most (to be 1): ${Math.max(...rows.map(({ frames }) => frames))}.`);

/** Runs in the page: answers the question as far as it goes, and puts what `cost` calls into place. */
function prepare(id) {
  const form = document.querySelector(`.item[aria-labelledby="${id}"] form`);
  const [place, check] = [form.querySelector(".feedback"), form.querySelector("[type=submit]")];
  const option = form.querySelector(".options input");
  if (option) option.checked = true;
  for (const field of form.querySelectorAll("input[type=text]")) field.value = "an answer";
  for (const list of form.querySelectorAll("select")) list.selectedIndex = 1;
  document.querySelector("#bench-text")?.remove();
  document.querySelector("#bench-button")?.remove();
  const text = Object.assign(document.createElement("div"), { id: "bench-text" });
  const bare = Object.assign(document.createElement("button"), { id: "bench-button", type: "button" });
  let said = "";
  bare.onclick = () => (text.textContent = said);
  place.after(text, bare);
  form.scrollIntoView({ block: "start", behavior: "instant" });
  const frame = () => new Promise((shown) => requestAnimationFrame(shown));
  window.act = async (what) => {
    await frame();
    if (what !== "nothing") (what === "check" ? check : bare).click();
    window.frames_ = 0;
    while (what !== "nothing" && !(place.textContent || text.textContent) && window.frames_ < 9) {
      await frame();
      window.frames_ += 1;
    }
    await frame();
    await frame();
    said = place.textContent || said;
  };
  window.clear = async () => {
    form.dispatchEvent(new Event("change", { bubbles: true }));
    text.textContent = "";
    await frame();
  };
  return form.querySelectorAll("*").length;
}
