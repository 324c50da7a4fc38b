// Readers of a model: they say what they expect, run it, change a setting, and give the link away; by keys alone, with less
// motion, on a phone and without scripts.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click, tap } from "../support/reader.mjs";
import { openModel as open } from "../support/models.mjs";
import { pages } from "../support/site.mjs";

const PAGE = "models/good-faith/";
const MODELS = (await pages()).filter((address) => /^models\/./.test(address));
/** Models whose run is over before readers come to it. */
const TELLS = MODELS.filter((address) => !address.includes("good-faith"));
const PHONE = { viewport: { width: 360, height: 740, hasTouch: true, isMobile: false } };

const said = (page) => page.$eval(".play .said", (line) => line.textContent);
/** Opens the table, which is written then, and reads it. */
const numbers = (page) => page.$eval(".play .numbers", async (numbers) => {
  const opened = new Promise((done) => numbers.addEventListener("toggle", done, { once: true }));
  numbers.open = true;
  await opened;
  return numbers.querySelector(".table").textContent;
});
const came = (page) => until(page, "the outcome", () => document.querySelector(".play .came").textContent);

/** Counts from now on how often the sentence under the drawing changes: a quick run may be over before somebody looks. */
const countSentences = (page) => page.evaluate(() => {
  window.sentences = 0;
  new MutationObserver(() => (window.sentences += 1)).observe(document.querySelector(".play .said"), { childList: true });
});

/** Waits until a run that was begun has come to its end. */
const over = (page) => until(page, "the end of the run", () => document.querySelector(".play .came").textContent && document.querySelector(".play [data-do=run]").textContent !== document.querySelector(".play [data-do=run]").dataset.other);

for (const address of MODELS) {
  inEachBrowser(`${address}: a prediction, a run, a step, and a link that restores it exactly`, async ({ host, newPage, page }) => {
    await open(page, host.root + address);
    const isSeen = () => page.$eval(".play .said", (said) => said.checkVisibility({ visibilityProperty: true }));
    assert.equal(await isSeen(), !TELLS.includes(address), "nothing tells what is asked");
    await click(page, '.play [data-expected="0"]');
    if (TELLS.includes(address)) assert.equal(await page.$eval(".play .came", (came) => came.textContent), "", "what is expected alone tells nothing");
    await page.select(".play [data-pace]", "fast");
    await countSentences(page);
    await click(page, '.play [data-do="run"]');
    await until(page, "something to move", () => window.sentences > 0);
    assert.ok(await isSeen(), "what comes out is seen once it runs");
    await over(page);
    assert.match(await came(page), /^You expected/);
    // Where a run is over, a step begins it anew; its place is part of the link.
    await click(page, '.play [data-do="step"]');
    await click(page, '.play [data-do="step"]');
    const [there, table, drawn] = [await said(page), await numbers(page), await page.$eval(".play .drawn", (place) => place.innerHTML)];
    const link = await page.$eval(".play a.this", (link) => link.href);
    assert.match(link, /[?&]at=2$/);
    const other = await newPage();
    await open(other, link);
    await until(other, "the same sentence", (there) => document.querySelector(".play .said").textContent === there, there);
    assert.equal(await numbers(other), table);
    assert.equal(await other.$eval(".play .drawn", (place) => place.innerHTML), drawn);
  });

  inEachBrowser(`${address}: its buttons are hidden until its program answers`, async ({ host, page }) => {
    const release = host.hold(/\/play-\w+\.wasm$/);
    await page.goto(host.root + address, { waitUntil: "domcontentloaded" });
    await until(page, "the page to answer", () => document.documentElement.hasAttribute("data-interactive"));
    const buttons = () => [...document.querySelectorAll(".play :is(button, input, select)")].filter((own) => own.checkVisibility({ visibilityProperty: true })).length;
    assert.equal(await page.evaluate(buttons), 0);
    // What there is to read does not wait; what comes out waits where it would tell what is asked.
    const seen = () => [".asked", ".drawn svg", ".said", ".veil"].map((part) => document.querySelector(`.play ${part}`)?.checkVisibility({ visibilityProperty: true }) ?? false);
    assert.deepEqual(await page.evaluate(seen), TELLS.includes(address) ? [true, false, false, true] : [true, true, true, false]);
    release();
    await open(page, host.root + address);
    assert.ok((await page.evaluate(buttons)) > 5);
  });

  inEachBrowser(`${address}: by keys alone, with less motion, on a phone`, PHONE, async ({ host, page }) => {
    await page.emulateMediaFeatures?.([{ name: "prefers-reduced-motion", value: "reduce" }]).catch(() => {});
    await open(page, host.root + address);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the window");
    await page.focus('.play [data-expected="1"]');
    await page.keyboard.press(" ");
    await countSentences(page);
    await page.focus('.play [data-do="run"]');
    await page.keyboard.press("Enter");
    await over(page);
    // The first step, and where the run stops.
    if (await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches)) assert.ok((await page.evaluate(() => window.sentences)) <= 2);
    await tap(page, '.play [data-do="reset"]');
    await until(page, "the outcome to be open again", () => document.querySelector(".play .came").textContent === "");
  });

  inEachBrowser(`${address}: without scripts, there are the text, the question and a picture`, { browser: { scripts: false } }, async ({ host, page }) => {
    await page.goto(host.root + address, { waitUntil: "load" });
    const seen = await page.evaluate(() => ({
      text: document.querySelectorAll("article h2").length > 2,
      asked: document.querySelector(".play .asked").textContent.length > 40,
      drawn: document.querySelector(".play .drawn svg").getBoundingClientRect().height > 100,
      said: document.querySelector(".play .said").textContent.length > 20,
      idle: [...document.querySelectorAll(".play :is(button, input, select)")].filter((own) => own.checkVisibility({ visibilityProperty: true })).length,
    }));
    assert.deepEqual(seen, { text: true, asked: true, drawn: true, said: true, idle: 0 });
  });

  inEachBrowser(`${address}: nothing that is set breaks it`, async ({ host, page }) => {
    const names = await settings(page, host.root + address);
    for (const value of ["NaN", "-1e308", "1e308", "Infinity", "", "%00%ff", "fra-fra-xyz", "x".repeat(2000)]) {
      await open(page, `${host.root}${address}?${names.map((name) => `${name}=${value}`).join("&")}&at=${value}`);
      assert.ok(!/NaN|Infinity|undefined/.test(await page.$eval(".play", (play) => play.textContent)), value);
    }
    // Each slider to its ends, each list to its last, each box to its other side.
    await open(page, host.root + address);
    for (const name of await settings(page, host.root + address)) {
      for (const end of ["min", "max"]) {
        await page.evaluate(set, name, end);
        assert.ok((await said(page)).length > 10, `${name} ${end}`);
        assert.ok(!/NaN|Infinity|undefined/.test(await page.$eval(".play", (play) => play.textContent)), `${name} ${end}`);
      }
    }
  });
}

/** The names of all that can be set on a page. */
async function settings(page, address) {
  await open(page, address);
  return page.evaluate(() => [...new Set([...document.querySelectorAll(".play [data-setting]")].map((own) => own.dataset.setting))]);
}

/** Runs in the page: sets something to one of its ends, as a reader's hand does. */
function set(name, end) {
  const control = document.querySelector(`.play [data-setting="${name}"]`);
  if (!control) return;
  if (control.type === "checkbox") control.checked = end === "max";
  else if (control.multiple) [...control.options].forEach((option) => (option.selected = end === "max"));
  else if (control.options) control.selectedIndex = end === "max" ? control.options.length - 1 : 0;
  else control.value = control[end];
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Runs before the page: pictures follow each other as fast as they can, and the memory of programs is known. */
function hurry() {
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.shift()?.(performance.now());
  window.requestAnimationFrame = (shown) => (waiting.push(shown), port2.postMessage(0), waiting.length);
  window.memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name].bind(WebAssembly);
    WebAssembly[name] = async (...given) => {
      const made = await real(...given);
      window.memories.push((made.instance ?? made).exports.memory);
      return made;
    };
  }
}

/** How many steps a model takes in ten minutes at medium speed, of one in 70 milliseconds. */
const TEN_MINUTES = 8571;

for (const [address, query] of [["models/good-faith/", "scene=generations&noise=10.0"], ["models/good-faith/", "scene=neighbours&size=64"], ["models/alarms/", ""], ["models/seats/", ""], ["models/data/", ""]]) {
  inEachBrowser(`${address}?${query}: left running for ten minutes, it needs no more memory`, async ({ engine, host, page }) => {
    await page.evaluateOnNewDocument(hurry);
    await open(page, `${host.root}${address}?${query}`);
    await page.select(".play [data-pace]", "fast");
    const client = engine === "chromium" ? await page.createCDPSession() : undefined;
    const used = async () => {
      await client?.send("HeapProfiler.collectGarbage");
      return page.evaluate(() => ({ wasm: window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0), heap: performance.memory?.usedJSHeapSize ?? 0, nodes: document.querySelectorAll("*").length }));
    };
    await page.evaluate(run, 500);
    const before = await used();
    assert.ok(before.wasm > 0);
    // In parts, as no browser is asked for one answer as long as that.
    for (let shown = 0; shown < TEN_MINUTES; ) shown += await page.evaluate(run, 1000);
    const after = await used();
    assert.ok(after.wasm - before.wasm <= 1 << 20, `${before.wasm} bytes of programs became ${after.wasm}`);
    assert.ok(after.heap - before.heap <= 4 << 20, `${before.heap} bytes of scripts became ${after.heap}`);
    assert.ok(after.nodes - before.nodes <= 400, `${before.nodes} elements became ${after.nodes}`);
  });
}

/** Runs in the page: lets the model run, again and again where it is over, until it was shown so often. */
async function run(times) {
  const [said, button] = [".play .said", ".play [data-do=run]"].map((part) => document.querySelector(part));
  let shown = 0;
  const watch = new MutationObserver((changes) => (shown += changes.filter(({ addedNodes }) => addedNodes.length > 0).length));
  watch.observe(said, { childList: true });
  while (shown < times) {
    if (button.textContent !== button.dataset.other) button.click();
    await new Promise((later) => setTimeout(later, 5));
  }
  if (button.textContent === button.dataset.other) button.click();
  watch.disconnect();
  return shown;
}

inEachBrowser("a tab that is left and come back to goes on where it was", async ({ host, newPage, page }) => {
  await open(page, `${host.root}${PAGE}?scene=neighbours&size=64`);
  await click(page, '.play [data-do="run"]');
  const generation = () => Number(/\d+/.exec(document.querySelector(".play .said").textContent)[0]);
  await until(page, "generations", () => Number(/\d+/.exec(document.querySelector(".play .said").textContent)?.[0]) > 3);
  const other = await newPage();
  await other.bringToFront();
  await new Promise((later) => setTimeout(later, 1500));
  await page.bringToFront();
  const woken = await page.evaluate(generation);
  await until(page, "further generations", (woken) => Number(/\d+/.exec(document.querySelector(".play .said").textContent)[0]) > woken + 3, woken);
  await click(page, '.play [data-do="run"]');
  await until(page, "a link to where it rests", () => /at=\d+/.test(document.querySelector(".play a.this").href));
});

inEachBrowser("as long as nobody moves a model, its address is the one that was given", async ({ host, page }) => {
  assert.ok(MODELS.length > 0);
  for (const address of MODELS) {
    await open(page, host.root + address);
    // What is set out to be shown is there with the next picture.
    await page.evaluate(() => new Promise((rested) => requestAnimationFrame(() => requestAnimationFrame(rested))));
    assert.equal(await page.evaluate(() => location.href), host.root + address);
    assert.equal(await page.$eval(".play a.this", (link) => link.href), host.root + address);
  }
});

inEachBrowser("a slider answers at once, and no link does harm", async ({ host, page }) => {
  await open(page, `${host.root}${PAGE}?noise=NaN&turns=1e999&first=nobody&seed=-5&at=99999999&scene=neighbours&size=64&at=30`);
  await until(page, "a canvas", () => document.querySelector(".play canvas")?.width === 64);
  await open(page, `${host.root}${PAGE}?noise=0`);
  const before = await said(page);
  await page.$eval('.play input[type="range"][data-setting="noise"]', (slider) => {
    slider.value = "50";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await until(page, "another sentence", (before) => document.querySelector(".play .said").textContent !== before, before);
  assert.equal(await page.$eval('.play input[type="number"][data-setting="noise"]', (field) => field.value), "50.0");
});

inEachBrowser("on a phone, nothing is wider than the window", PHONE, async ({ host, page }) => {
  await open(page, `${host.root}${PAGE}?scene=generations`);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await click(page, '.play [data-do="run"]');
  await until(page, "generations", () => /[1-9]/.test(document.querySelector(".play .said").textContent));
});

