// What a reader loads, counted where it is sent: on the first page, until it answers; through all lessons, with every question
// answered; and on a second visit, when the device keeps the guide. `node tests/benchmarks/visits.mjs <site>`

import { launch } from "../support/browsers.mjs";
import { eventually, until } from "../support/condition.mjs";
import { answerAll } from "../support/questions.mjs";
import { live, lessons } from "../support/site.mjs";
import { servePacked } from "./packed-host.mjs";

const [site] = process.argv.slice(2);
/** How long nothing has to be sent until the device has what it keeps. */
const QUIET_MILLISECONDS = 3000;

const host = await servePacked(site);
const browser = await launch("chromium");
const rows = [];
let before = 0;

/** Adds what was sent since the last row. */
function row(name) {
  const since = host.sent.slice(before);
  before = host.sent.length;
  const bytes = since.reduce((sum, one) => sum + one.bytes, 0);
  rows.push([name, since.length, bytes]);
}

try {
  const all = await lessons();
  const alone = await browser.visit();
  const page = await browser.newPage(alone);
  // What the worker keeps comes after all this, and is counted below.
  await page.evaluateOnNewDocument(() => delete Navigator.prototype.serviceWorker);
  for (const [place, lesson] of all.entries()) {
    if (place === 0) await page.goto(host.root + lesson, { waitUntil: "load" });
    else await page.evaluate((href) => document.querySelector(`.neighbours a[href="${href}"]`).click(), lesson);
    await until(page, lesson, (href) => location.pathname.endsWith(href) && !document.documentElement.ariaBusy, lesson);
    await live(page);
    if (place === 0) row("the first lesson, until every question answers");
    await answerAll(page);
  }
  row(`the other ${all.length - 1} lessons, and all questions answered`);
  await alone.close();

  const visit = await browser.visit();
  const first = await browser.newPage(visit);
  await first.goto(host.root + all[0], { waitUntil: "load" });
  await live(first);
  await eventually("the device to keep the guide", () => first.evaluate(() => navigator.serviceWorker.getRegistration().then((own) => own?.active?.state === "activated")));
  await quiet();
  row("a first visit, with what the device keeps of the guide");
  await first.close();
  const second = await browser.newPage(visit);
  await second.goto(host.root + all[0], { waitUntil: "load" });
  await live(second);
  await quiet();
  row("a second visit");
} finally {
  await browser.close();
  await host.close();
}
console.log(`${"sent, after brotli".padEnd(56)}${"requests".padStart(10)}${"bytes".padStart(12)}`);
for (const [name, requests, bytes] of rows) console.log(`${name.padEnd(56)}${String(requests).padStart(10)}${String(bytes).padStart(12)}`);
const [[, , one], [, , others]] = rows;
console.log(`all lessons with every question answered: ${one + others} bytes (aim: at most 260,000)`);

/** Waits until nothing was sent for a while. */
async function quiet() {
  for (let seen = -1; seen !== host.sent.length; ) {
    seen = host.sent.length;
    await new Promise((later) => setTimeout(later, QUIET_MILLISECONDS));
  }
}
