// Browsers that lack something that the guide uses: each is taken away before the page begins. The text is there, what
// can answer does, what cannot says so, and the console stays silent.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { answersKept } from "../support/memory.mjs";
import { CHOICE } from "../support/questions.mjs";
import { click, untilSeen } from "../support/reader.mjs";
import { frames, lessons, live, open } from "../support/site.mjs";

const [FIRST] = await lessons();
const [FRAME] = await frames();

/** What browsers came to have one after another, by what holds it and its names. */
const MISSING = {
  "what tells that something is seen": [["window", "IntersectionObserver"]],
  "notes of their own": ["showPopover", "hidePopover", "togglePopover", "popover"].map((name) => ["HTMLElement.prototype", name]),
  "workers": [["window", "Worker"]],
  "a clipboard": [["Navigator.prototype", "clipboard"]],
  "compiling while loading": [["WebAssembly", "compileStreaming"], ["WebAssembly", "instantiateStreaming"]],
  "quiet moments": [["window", "requestIdleCallback"]],
};
const ALL = Object.values(MISSING).flat().concat([
  ["window", "ResizeObserver"],
  ["window", "BroadcastChannel"],
  ["window", "CompressionStream"],
  ["window", "DecompressionStream"],
  ["window", "createImageBitmap"],
  ["window", "OffscreenCanvas"],
  ["window", "structuredClone"],
  ["window", "caches"],
  ["window", "customElements"],
  ["window", "visualViewport"],
  ["window", "matchMedia"],
  ["window", "scheduler"],
  ["Crypto.prototype", "subtle"],
  ["Document.prototype", "startViewTransition"],
  ["HTMLDialogElement.prototype", "showModal"],
  ["Navigator.prototype", "connection"],
  ["Navigator.prototype", "locks"],
  ["Navigator.prototype", "share"],
  ["Navigator.prototype", "storage"],
]);

/** Runs before the page: takes these away. */
function lack(names) {
  for (const [holder, name] of names) {
    let own = globalThis;
    for (const part of holder.split(".")) own = own?.[part === "window" ? "self" : part];
    while (own && !Object.hasOwn(own, name)) own = Object.getPrototypeOf(own);
    if (own) delete own[name];
  }
}

async function answerHere(page) {
  await click(page, `${CHOICE} .option`);
  await click(page, `${CHOICE} button.live`);
  await until(page, "a verdict", (item) => document.querySelector(`${item} .verdict`) !== null, CHOICE);
  assert.equal((await answersKept(page)).length, 1);
}

/** Runs in the page: what is in place of the argument's answers, once that is settled. */
function told() {
  const place = document.querySelector("[data-argument]");
  const notice = place.querySelector("[data-panel=notice]");
  if (place.dataset.live === "on") return "live";
  return notice?.textContent !== "" && notice?.textContent === place.closest("[data-off]").dataset.off && "off";
}

for (const [what, names] of Object.entries({ ...MISSING, "all of these and more": ALL })) {
  inEachBrowser(`without ${what}, a lesson is read and answered, and the argument answers or says that it does not`, async ({ host, page }) => {
    await page.evaluateOnNewDocument(lack, names);
    await open(page, host.root + FIRST);
    await answerHere(page);
    const found = await untilSeen(page, "[data-argument]", "the argument to answer or to say that it does not", told);
    assert.equal(found, names.some(([, name]) => name === "Worker") ? "off" : "live");
    await click(page, 'a[rel="next"]');
    await until(page, "the next lesson", (first) => !location.pathname.endsWith(first) && !document.documentElement.ariaBusy, FIRST);
    assert.equal(await page.$eval("#_off", (line) => line.checkVisibility()), false);
  });
}

const QUIET_PLACES = {
  "": () => document.querySelector(".lessons a") !== null,
  "glossary/": () => document.querySelector("dfn, dt, h2") !== null,
  "search/?q=state": () => document.querySelector(".results a") !== null,
  "quiz/?count=3&seed=a": () => document.querySelectorAll(".item form").length === 3,
  "standing/": () => document.querySelector("[data-control=standing]").textContent.length > 20,
  "community/": () => document.querySelector(".community [data-live]") !== null || document.querySelector(".community svg") !== null,
  "models/good-faith/": () => document.querySelector(".play canvas, .play svg, .play table") !== null,
  "class/": () => document.querySelector("main textarea, main input") !== null,
};

inEachBrowser("without all of these, every kind of page is read, and answers as far as it can", async ({ host, page }) => {
  await page.evaluateOnNewDocument(lack, ALL);
  for (const [address, is] of Object.entries({ ...QUIET_PLACES, [FRAME]: () => document.querySelector("main").innerText.length > 20 })) {
    await open(page, host.root + address);
    await until(page, address, is);
  }
});

inEachBrowser("without programs in WebAssembly, that is said, and the text is there", { tolerated: [/^console warn/] }, async ({ host, page }) => {
  await page.evaluateOnNewDocument(lack, [["window", "WebAssembly"]]);
  await page.goto(host.root + FIRST, { waitUntil: "load" });
  await until(page, "the line that says it", () => document.getElementById("_off").checkVisibility());
  assert.ok(await page.$eval("#_app", (app) => app.innerText.length > 400));
});

/** What browsers do with parts of a stylesheet that they do not know: a declaration, or a rule, is left out. */
const UNKNOWN = {
  "colours for either scheme": (css) => css.replaceAll("light-dark(", "not-known("),
  "selectors by what is within": (css) => css.replaceAll(":has(", ":not-known("),
  "lists of selectors": (css) => css.replaceAll(":is(", ":not-known(").replaceAll(":where(", ":not-known("),
  "ranges of windows": (css) => css.replace(/@media ?\((width|height) ?[<>]/g, "@media (not-known <"),
};

for (const [what, change] of Object.entries(UNKNOWN)) {
  inEachBrowser(`without ${what} in stylesheets, text can be told from paper, and questions answer`, { tolerated: [/integrity/, /^console /, /^failed request: .*\.css/] }, async ({ host, page }) => {
    const unchecked = (html) => String(html).replace(/(<link[^>]*rel="?stylesheet"?[^>]*?) integrity="?[^" >]*"?/, "$1");
    host.change(/\/style-\w+\.css$/, (css) => {
      assert.notEqual(change(String(css)), String(css));
      return Buffer.from(change(String(css)));
    });
    host.change(/\/$/, (html) => Buffer.from(unchecked(html)));
    await page.goto(host.root + FIRST, { waitUntil: "load" });
    await live(page);
    assert.ok(await page.evaluate(() => document.styleSheets.length > 0 && getComputedStyle(document.body).fontFamily.includes("Newsreader")), "the changed stylesheet is there");
    const least = await page.evaluate(leastContrast);
    assert.ok(least.contrast > 4, JSON.stringify(least));
    await answerHere(page);
  });
}

/** Runs in the page: of all texts that are in sight, the one that is told worst from what is behind it. */
function leastContrast() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const channels = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map((own) => own / 255).map((own) => (own <= 0.04045 ? own / 12.92 : ((own + 0.055) / 1.055) ** 2.4)).reduce((sum, own, at) => sum + own * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    for (let own = element; own; own = own.parentElement) {
      const paper = channels(getComputedStyle(own).backgroundColor);
      if (paper[3] > 200) return paper;
    }
    return [255, 255, 255, 255];
  };
  let least = { contrast: 99 };
  for (const element of document.querySelectorAll("main :is(p, h1, h2, h3, a, label, button, summary), header a")) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || element.innerText.trim() === "") continue;
    const [one, other] = [light(channels(getComputedStyle(element).color)), light(behind(element))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < least.contrast) least = { contrast, element: element.outerHTML.slice(0, 120) };
  }
  return least;
}
