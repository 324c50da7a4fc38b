// What the first page costs a reader who has nothing of the guide yet: a lesson of the site beside the same
// lesson as bare HTML, whose few lines of script answer its questions. Both come from this machine, after
// brotli, by HTTP/2 where openssl can write a certificate, through a line and a processor as slow as
// Lighthouse's phone. `node tests/benchmarks/first-page.mjs [--lighthouse <folder of its package>] <site> …`

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import puppeteer from "puppeteer-core";

import { CHROMIUM_FLAGS, program } from "../support/browsers.mjs";
import { makeCertificate, servePacked } from "./packed-host.mjs";

const ROUNDS = 5;
const SLOWER = 4;
/** Lighthouse's slow fourth generation, as Chromium's own throttling takes it. */
const LINE = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };
const BARE = "bare.html";
/** A busy machine is no failure. */
const PATIENCE_MILLISECONDS = 120_000;
/** What a page may take of the main thread at once. */
const TASK = 50;

const options = process.argv.slice(2);
const lighthouse = options[0] === "--lighthouse" ? options.splice(0, 2)[1] : null;

const certificate = await makeCertificate();
for (const site of options) await compare(site);

async function compare(site) {
  const lesson = await firstLesson(site);
  const bare = Buffer.from(bareOf(await readFile(join(site, lesson, "index.html"), "utf8")));
  const host = await servePacked(site, { certificate, made: { [lesson + BARE]: bare } });
  const pages = { "bare HTML": host.root + lesson + BARE, "this site": host.root + lesson };
  const runs = Object.fromEntries(Object.keys(pages).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, address] of Object.entries(pages)) runs[name].push(await visit(address, name === "this site"));
  }
  console.log(`\n${lesson} of ${site}, ${host.protocol}, medians of ${ROUNDS}, processor ${SLOWER} times slower\n`);
  console.log("                 bytes  of these for the text  requests  FCP ms  LCP ms  answers ms  TBT ms  longest task ms     CLS  click to paint ms");
  const figures = Object.entries(runs).map(([name, all]) => [name, medians(all)]);
  for (const [name, figure] of figures) console.log(line(name, figure));
  const [[, plain], [, own]] = figures;
  const ratio = (name) => (own[name] / plain[name]).toFixed(2);
  console.log(`\nLCP ${ratio("lcp")} times that of bare HTML (to be at most 1.20), click to paint ${ratio("paint")} times (1.40); tasks over ${TASK} ms: ${own.longest > TASK ? "yes" : "none"} (none), CLS ${own.cls.toFixed(3)} (0).`);
  if (lighthouse) await byLighthouse(pages);
  await host.close();
}

/** One visit of a reader who has nothing yet. */
async function visit(address, starts) {
  const browser = await puppeteer.launch({ executablePath: program("chromium"), args: [...CHROMIUM_FLAGS, "--ignore-certificate-errors"] });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
    const session = await page.createCDPSession();
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", LINE);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    let [bytes, text, requests] = [0, 0, 0];
    const kinds = new Map();
    session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
      // The page and its styles: with these the text is read.
      if (["Document", "Stylesheet"].includes(kinds.get(requestId))) text += encodedDataLength;
    });
    await page.evaluateOnNewDocument(observe);
    await page.goto(address, { waitUntil: "load", timeout: PATIENCE_MILLISECONDS });
    const isThere = () => document.documentElement.dataset.interactive === "on";
    while (starts && !(await page.evaluate(isThere))) await new Promise((next) => setTimeout(next, 50));
    const answers = starts ? await page.evaluate(() => window.seen.answers) : await page.evaluate(() => performance.timing.domContentLoadedEventEnd - performance.timing.navigationStart);
    await new Promise((rest) => setTimeout(rest, 1500));
    const seen = await page.evaluate(() => window.seen);
    const paint = await page.evaluate(clickToPaint);
    return { bytes, text, requests, answers, paint, ...seen };
  } finally {
    await browser.close();
  }
}

/** Runs in the page before all else. */
function observe() {
  const seen = (window.seen = { fcp: 0, lcp: 0, tbt: 0, longest: 0, cls: 0, answers: 0 });
  const look = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  look("largest-contentful-paint", ({ startTime }) => (seen.lcp = startTime));
  look("paint", ({ name, startTime }) => name === "first-contentful-paint" && (seen.fcp = startTime));
  look("layout-shift", ({ value, hadRecentInput }) => (seen.cls += hadRecentInput ? 0 : value));
  look("longtask", ({ duration }) => {
    seen.tbt += duration - 50;
    seen.longest = Math.max(seen.longest, duration);
  });
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.interactive !== "on") return;
    seen.answers = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, attributes: true, childList: true });
}

/** Runs in the page: from the click that asks for a check to the frame that shows what is said to it. */
async function clickToPaint() {
  const form = document.querySelector(".item form, form.item");
  const check = form.querySelector("[type=submit], button");
  form.querySelector("input[type=radio], input[type=checkbox]")?.click();
  form.scrollIntoView({ block: "center", behavior: "instant" });
  const frame = () => new Promise((shown) => requestAnimationFrame(shown));
  await frame();
  await frame();
  const start = performance.now();
  check.click();
  await frame();
  await new Promise((painted) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = painted;
    port2.postMessage(null);
  });
  return performance.now() - start;
}

function medians(all) {
  const median = (name) => all.map((one) => one[name]).sort((a, b) => a - b)[Math.floor(all.length / 2)];
  return Object.fromEntries(Object.keys(all[0]).map((name) => [name, median(name)]));
}

function line(name, figure) {
  const cell = (value, width, digits = 0) => value.toFixed(digits).padStart(width);
  return `${name.padEnd(12)} ${cell(figure.bytes, 9)} ${cell(figure.text, 22)} ${cell(figure.requests, 9)} ${cell(figure.fcp, 7)} ${cell(figure.lcp, 7)} ${cell(figure.answers, 11)} ${cell(figure.tbt, 7)} ${cell(figure.longest, 16)} ${cell(figure.cls, 7, 3)} ${cell(figure.paint, 18, 1)}`;
}

async function firstLesson(site) {
  const [, list] = (await readFile(join(site, "index.html"), "utf8")).split('<section class="lessons"');
  return /href="(lessons\/[^"#]+\/)"/.exec(list)[1];
}

/** The lesson as whoever writes HTML by hand would have it: its text, its forms, and a script for both. */
function bareOf(html) {
  const [, body] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html);
  const text = body.replace(/ (?:class|data-[a-z-]+|aria-[a-z]+|style|tabindex|loading)="(?!item|answering|feedback)[^"]*"/g, "").replace(/<img [^>]*>/g, "");
  const script = 'addEventListener("submit", (event) => { event.preventDefault(); event.target.querySelector(".feedback").textContent = "Right. " + event.target.closest(".item").textContent.slice(0, 400); });';
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Bare</title></head><body><main>${text}</main><script>${script}</script></body></html>`;
}

/** The same by Lighthouse, which computes what a phone would see. */
async function byLighthouse(pages) {
  const { default: audit } = await import(createRequire(join(lighthouse, "x.js")).resolve("lighthouse"));
  console.log("\nBy Lighthouse, mobile   LCP ms  TBT ms     CLS      bytes");
  for (const [name, address] of Object.entries(pages)) {
    const all = [];
    for (let round = 0; round < 3; round += 1) {
      const browser = await puppeteer.launch({ executablePath: program("chromium"), args: [...CHROMIUM_FLAGS, "--ignore-certificate-errors"] });
      const { lhr } = await audit(address, { port: Number(new URL(browser.wsEndpoint()).port), onlyCategories: ["performance"], logLevel: "error" });
      const value = (id) => lhr.audits[id].numericValue;
      all.push({ lcp: value("largest-contentful-paint"), tbt: value("total-blocking-time"), cls: value("cumulative-layout-shift"), bytes: value("total-byte-weight") });
      await browser.close();
    }
    const { lcp, tbt, cls, bytes } = medians(all);
    console.log(`${name.padEnd(22)} ${lcp.toFixed(0).padStart(7)} ${tbt.toFixed(0).padStart(7)} ${cls.toFixed(3).padStart(7)} ${bytes.toFixed(0).padStart(10)}`);
  }
}
