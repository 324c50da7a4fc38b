// What it costs to open a quiz of ten questions from a small bank and from a large one:
// `node tests/benchmarks/bank.mjs <folder of a site> <folder of another>`.

import { launch } from "../support/browsers.mjs";
import { serve } from "../support/server.mjs";
import { open } from "../support/site.mjs";

const ROUNDS = 25;
const sites = process.argv.slice(2);
const browser = await launch("chromium");

console.log(`Medians of ${ROUNDS}, in milliseconds. By a link: from the click until the page is laid out.\nFrom nothing: until the questions of a page that is loaded answer.\n`);
console.log("site                            by a link  to first   from nothing  to first");
let first = null;
for (const folder of sites) {
  const host = await serve(folder);
  const page = await browser.newPage(await browser.visit());
  await open(page, `${host.root}lessons/lesson-0/`);
  const link = await page.evaluate(byLink, ROUNDS);
  const nothing = [];
  for (let round = 0; round < 5; round += 1) {
    await open(page, `${host.root}quiz/?count=10&seed=class`);
    nothing.push(await page.evaluate(() => performance.now()));
  }
  const figures = { link, nothing: nothing.sort((a, b) => a - b)[2] };
  first ??= figures;
  const ratio = (name) => (figures[name] / first[name]).toFixed(2).padStart(9);
  console.log(`${folder.slice(-30).padEnd(30)} ${link.toFixed(2).padStart(10)} ${ratio("link")} ${figures.nothing.toFixed(0).padStart(14)} ${ratio("nothing")}`);
  await page.close();
  await host.close();
}
await browser.close();

/** Runs in the page: goes to the quiz and back, again and again. */
async function byLink(rounds) {
  const frame = () => new Promise((shown) => requestAnimationFrame(shown));
  const link = document.createElement("a");
  link.href = "quiz/?count=10&seed=class";
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    document.querySelector("main").append(link);
    await frame();
    const start = performance.now();
    link.click();
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
    if (document.querySelectorAll(".quiz .item form").length !== 10) throw new Error("The quiz has not its ten questions.");
    const back = new Promise((left) => addEventListener("popstate", left, { once: true }));
    history.back();
    await back;
    await frame();
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}
