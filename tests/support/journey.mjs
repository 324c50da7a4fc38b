// A reader's journey: a test that runs in both browsers at once, each with a host and a visit of
// its own.

import { appendFile } from "node:fs/promises";
import { basename } from "node:path";
import { after, test } from "node:test";

import { ENGINES, launch } from "./browsers.mjs";
import { assertQuiet, collect } from "./reports.mjs";
import { serve } from "./server.mjs";
import { FOLDER } from "./site.mjs";

/** The window of a journey that asks for no other. */
export const LAPTOP = { width: 1366, height: 900 };
const LIMIT_MILLISECONDS = 300_000;

/** Every other of these addresses, for each engine its own: for what is the same in both. */
export function shareOf(engine, addresses) {
  return addresses.filter((_, place) => ENGINES[place % ENGINES.length] === engine);
}

/** The same, and all of `both`: of what differs by its words alone, each engine meets some. */
export function shareAnd(engine, addresses, both) {
  const share = shareOf(engine, addresses);
  return addresses.filter((address) => share.includes(address) || both.includes(address));
}

/** The browsers of this file, by engine and options; each is started when it is first needed. */
const browsers = new Map();

/** What the journeys of this file came to: their names, and in how many browsers they passed. */
const outcomes = [];

after(async () => {
  await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()));
  const file = basename(process.argv[1]).replace(/\.test\.mjs$/, "");
  const lines = outcomes.map(({ name, passed, of }) => `${JSON.stringify({ file, name, passed: passed === of })}\n`);
  if (process.env.JOURNEYS_RESULTS) await appendFile(process.env.JOURNEYS_RESULTS, lines.join(""));
});

/**
 * Tests a journey in each browser: `inEachBrowser(name, fn)` or `inEachBrowser(name, options, fn)`.
 * The function gets a journey: `page`, its `host`, `newPage()`, the `reports` of all its pages.
 *
 * Options: `browser` (see `launch`), `host` (see `serve`), `viewport`, `tolerated`: patterns of
 * reports that the journey itself brings about, `keeps: true`: whether the browser keeps the guide for reading
 * offline, as most journeys ask what a host sends, `stays: true`: the journey itself answers where the browser asks before a
 * page is left, which all others leave, `folder`: another site than the one under test, and `engines`: which
 * browsers, where a journey is not for all.
 */
export function inEachBrowser(name, ...rest) {
  const [options, travel] = rest.length === 1 ? [{}, rest[0]] : rest;
  const engines = options.engines ?? ENGINES;
  const limits = { concurrency: engines.length, timeout: LIMIT_MILLISECONDS };
  const outcome = { name, passed: 0, of: engines.length };
  outcomes.push(outcome);
  test(name, limits, (t) => {
    const inOne = async (engine) => {
      await run(engine, options, travel);
      outcome.passed += 1;
    };
    return Promise.all(engines.map((engine) => t.test(engine, { timeout: LIMIT_MILLISECONDS }, () => inOne(engine))));
  });
}

async function run(engine, options, travel) {
  const browser = await browserFor(engine, options.browser);
  const host = await serve(options.folder ?? FOLDER, options.host);
  const visit = await browser.visit();
  const reports = [];
  const newPage = async () => {
    const page = await browser.newPage(visit);
    await page.setViewport(options.viewport ?? LAPTOP);
    await collect(page, host.origin, reports);
    if (!options.stays) page.on("dialog", (dialog) => dialog.type() === "beforeunload" && dialog.accept());
    if (!options.keeps) await page.evaluateOnNewDocument(() => delete Navigator.prototype.serviceWorker);
    return page;
  };
  try {
    await travel({ engine, host, newPage, page: await newPage(), reports });
    assertQuiet(reports, options.tolerated ?? []);
  } finally {
    await visit.close();
    await host.close();
  }
}

function browserFor(engine, options = {}) {
  const key = JSON.stringify([engine, options]);
  if (!browsers.has(key)) browsers.set(key, launch(engine, options));
  return browsers.get(key);
}
