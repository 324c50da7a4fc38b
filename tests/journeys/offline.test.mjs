// After one visit the guide is on the reader's device: it is read and answered without a network, is replaced as a
// whole when the host has another version, and goes when its makers take it away.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { until, untilWithin } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { CHOICE } from "../support/questions.mjs";
import { click, untilSeen } from "../support/reader.mjs";
import { FOLDER, frames, lessons, live, open, statePages } from "../support/site.mjs";
import { withVersion } from "../support/versions.mjs";

const [FIRST, SECOND, THIRD] = await lessons();
const [FRAME] = await frames();
const [STATE, OTHER] = await statePages();
const MOUNT = "/a folder/guide/";
const keeping = { keeps: true, host: { mount: MOUNT } };
// Chromium lets an older worker that a page has just started rest for 30 seconds, and looks every 30 seconds, before another
// takes its place, if the other asked for that while the older one slept.
const CHANGE_MILLISECONDS = 90_000;
/** What browsers say of a network that is not there. */
const tolerated = [/^failed request/, /^console /, /^status (404|503)/, /^page error: .*(Failed to load|integrity)/];
const unplugged = { ...keeping, tolerated };

/** Opens the page, and waits until the device has the version that the host has now. */
async function keep(page, address) {
  await open(page, address);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await settled(page);
}

/** Waits until no worker is on its way in. */
function settled(page) {
  return untilWithin(CHANGE_MILLISECONDS, page, "the guide to be kept", async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === "activated" && !registration.installing && !registration.waiting;
  });
}

/** Answers a question of one choice of the page that is open. */
async function answerOne(page) {
  await click(page, `${CHOICE} .option`);
  await click(page, `${CHOICE} button.live`);
  await until(page, "a verdict", (item) => document.querySelector(`${item} .verdict`) !== null, CHOICE);
}

/** Runs in the page: the script that starts it, and whether the first lesson says what a later version says. */
function version(sentence) {
  return { start: document.getElementById("_start").getAttribute("src"), says: document.body.innerText.includes(sentence) };
}

inEachBrowser("after one visit, a lesson that was never opened is read and answered without a network", unplugged, async ({ host, page }) => {
  await keep(page, host.root);
  host.unplug();
  await open(page, host.root + SECOND);
  await answerOne(page);
  await click(page, 'a[rel="next"]');
  await until(page, "the next lesson", (third) => location.pathname.endsWith(third), THIRD);
  await open(page, `${host.root}search/?q=state`);
  await until(page, "results", () => document.querySelector(".results a") !== null);
  await open(page, `${host.root}argument/`);
  await until(page, "the argument to answer", () => document.querySelector("[data-argument]").hasAttribute("data-live"));
});

inEachBrowser("what is not kept says so without a network, and is kept once it was opened", unplugged, async ({ host, page }) => {
  await keep(page, host.root);
  await open(page, host.root + STATE);
  host.unplug();
  await open(page, host.root + STATE);
  const response = await page.goto(host.root + OTHER, { waitUntil: "load" });
  assert.equal(response.status(), 503);
  assert.ok((await page.$eval("main", (main) => main.innerText)).length > 60);
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--paper")), "");
  await page.click("main a");
  await until(page, "the home page", (root) => location.href === root, host.root);
  await live(page);
});

for (const connection of [{ saveData: true }, { type: "cellular" }]) {
  inEachBrowser(`where the network says ${JSON.stringify(connection)}, a device keeps what every page needs, and what is opened`, unplugged, async ({ host, page }) => {
    host.change(/\/sw\.js$/, (worker) => `Object.defineProperty(navigator, "connection", { value: ${JSON.stringify(connection)} });\n${worker}`);
    await keep(page, host.root);
    assert.deepEqual(host.requests.filter((path) => path.includes("/lessons/")), []);
    await open(page, host.root + SECOND);
    host.unplug();
    await open(page, host.root + SECOND);
    await answerOne(page);
    // The driver may hear of no response where a worker answers; the page knows.
    await page.goto(host.root + THIRD, { waitUntil: "load" });
    assert.equal(await page.evaluate(() => performance.getEntriesByType("navigation")[0].responseStatus), 503);
    assert.ok((await page.$eval("main", (main) => main.innerText)).length > 60);
  });
}

inEachBrowser("another version replaces the kept one as a whole, and a page that is open since days answers on", unplugged, async ({ host, newPage, page }) => {
  await keep(page, host.root + FIRST);
  const old = await page.evaluate(version, "A new sentence.");
  assert.equal(old.says, false);
  const replaces = async (folder, sentence) => {
    host.deploy(folder);
    const other = await newPage();
    await keep(other, host.root + FIRST);
    await open(other, host.root + FIRST);
    const now = await other.evaluate(version, sentence);
    assert.ok(now.says, "the new text should be there at the second visit");
    assert.notEqual(now.start, old.start);
    await other.close();
  };
  await withVersion("A new sentence.", async (second) => {
    await replaces(second, "A new sentence.");
    await withVersion("A newer sentence.", async (third) => {
      await replaces(third, "A newer sentence.");
      host.unplug();
      // What this page has not loaded yet is of its own version still.
      await untilSeen(page, "[data-argument]", "the argument to answer", () => document.querySelector("[data-argument]").hasAttribute("data-live"));
      await answerOne(page);
      // It is followed by a page of the last version, with the program of that.
      await click(page, 'a[rel="next"]');
      await until(page, "the next lesson", (second) => location.pathname.endsWith(second), SECOND);
      await live(page);
      assert.notEqual((await page.evaluate(version, "")).start, old.start);
    });
  });
});

inEachBrowser("a deploy that is cut off leaves the kept version, and is taken up when it is done", unplugged, async ({ host, page }) => {
  await keep(page, host.root + FIRST);
  const old = await page.evaluate(version, "Half a sentence.");
  await withVersion("Half a sentence.", async (folder) => {
    const worker = await readFile(join(folder, "sw.js"));
    let isDone = false;
    // The worker is there already, the pages are not.
    host.change(/\/sw\.js$/, (bytes) => (isDone ? bytes : worker));
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => {}));
    await settled(page);
    await open(page, host.root + FIRST);
    assert.deepEqual(await page.evaluate(version, "Half a sentence."), old);
    isDone = true;
    host.deploy(folder);
    await keep(page, host.root + FIRST);
    await open(page, host.root + FIRST);
    assert.equal((await page.evaluate(version, "Half a sentence.")).says, true);
  });
});

inEachBrowser("a page that was on its way at a deploy finds its files where the host keeps them", { tolerated }, async ({ host, page }) => {
  await withVersion("Another sentence.", async (folder) => {
    const release = host.hold(/\/(start|style)-\w+\.(js|css)$/);
    const going = page.goto(host.root + FIRST, { waitUntil: "load" });
    await until(page, "the text", () => document.querySelector("main h1") !== null);
    host.deploy(folder);
    release();
    await going;
    await live(page);
    assert.equal((await page.evaluate(version, "Another sentence.")).says, false);
  }, { over: FOLDER, further: ["--keep-previous"] });
});

inEachBrowser("a device that is stuck with a broken program is let go of", unplugged, async ({ host, page }) => {
  await keep(page, host.root + FIRST);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const { url } of await cache.keys()) {
        if (/start-[0-9a-f]{16}\.js/.test(url)) await cache.put(url, new Response("throw 1", { headers: { "content-type": "text/javascript" } }));
      }
    }
  });
  await page.goto(host.root + FIRST, { waitUntil: "load" });
  await until(page, "the line that says it", () => document.getElementById("_off").checkVisibility());
  await withVersion("Free.", async (folder) => {
    host.deploy(folder);
    await page.goto(host.root + FIRST, { waitUntil: "load" });
    await until(page, "nothing to be kept", async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistrations()).length === 0);
    await open(page, host.root + FIRST);
    assert.equal((await page.evaluate(version, "Free.")).says, true);
  }, { further: ["--no-offline"] });
});

inEachBrowser("a guide that was taken off its host goes from the device", unplugged, async ({ host, page }) => {
  await keep(page, host.root + FIRST);
  const empty = await mkdtemp(join(tmpdir(), "concord-empty-"));
  await writeFile(join(empty, "404.html"), "<!DOCTYPE html><title>Gone</title>");
  host.deploy(empty);
  await open(page, host.root + FIRST);
  await until(page, "nothing to be kept", async () => (await caches.keys()).length === 0);
  assert.equal((await page.goto(host.root + FIRST)).status(), 404);
  await rm(empty, { recursive: true });
});

inEachBrowser("what is not of the guide is left to the host, below its folder too", unplugged, async ({ host, page }) => {
  await keep(page, host.root);
  for (const address of ["neighbour/", "lessons/no-such/", "neighbour/file.js"]) {
    const before = host.requests.length;
    await page.goto(host.root + address);
    assert.ok(host.requests.slice(before).some((path) => path.endsWith(address)), address);
  }
  const scopes = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
  assert.deepEqual(scopes, [host.root]);
});

inEachBrowser("a piece in a frame keeps nothing", keeping, async ({ host, page }) => {
  await open(page, host.root + FRAME);
  await pause(4000);
  assert.deepEqual(await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, await caches.keys()]), [0, []]);
});

inEachBrowser("where storage is denied nothing is kept, and nothing is said", { keeps: true, browser: { storage: false } }, async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await pause(4000);
  await answerOne(page);
});
