// Hosts that answer otherwise than most: a page at its folder's address without the last slash, one page at
// every address, one file at addresses of any case. Wherever a reader arrives, the page has its looks, its program and its links.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { sep } from "node:path";
import { test } from "node:test";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { addressOf, arrive, atTheBeginning, click, mark } from "../support/reader.mjs";
import { FOLDER, frames, lessons, live, movedFiles, NOT_FOUND, open, title } from "../support/site.mjs";

const [FIRST, SECOND] = await lessons();
const [FRAME] = await frames();
const MOUNT = "/a folder/guide/";
/** What the browser asks for at a wrong place, before that is known. */
const ELSEWHERE = [/^status 404: /, /^console error: Failed to load resource: .* 404/, /MIME type/, /^failed request: .*\.(css|js) (NS_ERROR_CORRUPTED_CONTENT|net::ERR_ABORTED)/, /^console error: Refused to/, /^page error: .*SyntaxError/, /^failed request: .*\.js NS_ERROR/, /integrity/];
const bare = (address) => address.replace(/\/$/, "");

/** Fails unless the page that is open has the guide's stylesheet and answers. */
async function assertWhole(page) {
  await live(page);
  await until(page, "the guide's looks", () => getComputedStyle(document.documentElement).getPropertyValue("--paper") !== "");
  assert.equal(await page.$eval("#_off", (line) => line.checkVisibility()), false);
}

for (const mount of ["/", MOUNT]) {
  const host = { mount, addsSlash: false };
  inEachBrowser(`a lesson without its last slash, below ${mount}`, { host, tolerated: ELSEWHERE }, async ({ host, page }) => {
    await page.goto(`${host.root}${bare(SECOND)}?some=thing`, { waitUntil: "load" });
    await assertWhole(page);
    assert.equal(await addressOf(page), `${host.root}${SECOND}?some=thing`);
    await mark(page);
    await click(page, 'a[rel="prev"]');
    assert.deepEqual(await arrive(page, host.root + FIRST), atTheBeginning(await title(FIRST)));
    const outside = await page.$$eval("a[href]", (links, root) => links.map((link) => link.href).filter((href) => href.startsWith(location.origin) && !href.startsWith(root)), host.root);
    assert.deepEqual(outside, []);
  });
}

inEachBrowser("a place on a page without its last slash is gone to", { host: { mount: MOUNT, addsSlash: false }, tolerated: ELSEWHERE }, async ({ host, page }) => {
  await open(page, host.root + SECOND);
  const place = await page.$eval("main h2[id]", (heading) => heading.id);
  await page.goto("about:blank");
  await page.goto(`${host.root}${bare(SECOND)}#${place}`, { waitUntil: "load" });
  await assertWhole(page);
  await until(page, "the place", (place) => document.querySelector(":target")?.id === place, place);
});

inEachBrowser("the guide's own folder without its last slash", { host: { mount: MOUNT, addsSlash: false }, tolerated: ELSEWHERE }, async ({ host, page }) => {
  await page.goto(bare(host.root), { waitUntil: "load" });
  await assertWhole(page);
  await click(page, ".lessons a");
  await arrive(page, host.root + FIRST);
});

inEachBrowser("a piece in a frame without its last slash opens its links beside itself", { host: { mount: MOUNT, addsSlash: false }, tolerated: ELSEWHERE }, async ({ host, page }) => {
  await page.goto(host.root + bare(FRAME), { waitUntil: "load" });
  await assertWhole(page);
  assert.equal(await page.$eval("base", (base) => base.target), "_blank");
});

inEachBrowser("a former address without its last slash leads on", { host: { mount: MOUNT, addsSlash: false }, tolerated: ELSEWHERE }, async ({ host, page }) => {
  const [moved] = await movedFiles();
  assert.ok(moved, `No page in ${FOLDER} leads on.`);
  await page.goto(host.root + moved.replace("/index.html", ""), { waitUntil: "load" });
  await until(page, "the page of today", () => document.querySelector("#_app") !== null);
  await assertWhole(page);
});

inEachBrowser("a lesson in capital letters, where a host takes them for small ones", { host: { mount: MOUNT, ignoresCase: true } }, async ({ host, page }) => {
  const loud = host.root + SECOND.toUpperCase();
  await page.goto(loud, { waitUntil: "load" });
  await assertWhole(page);
  await mark(page);
  await click(page, 'a[rel="prev"]');
  assert.deepEqual(await arrive(page, host.root + FIRST), atTheBeginning(await title(FIRST)));
  // The way back is loaded, as its address is spelled otherwise than the guide's own.
  await page.evaluate(() => void setTimeout(() => history.back()));
  await until(page, "the lesson again", (loud, title) => location.href === loud && document.title === title, loud, await title(SECOND));
  await assertWhole(page);
});

/** What Windows and the tools around it refuse in a name. */
const REFUSED = /[<>:"\\|?*\u0000-\u001f]|[. ]$|^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** How long a path may be below the folder that a guide is put into: Windows has 260 for all of it. */
const MOST_LETTERS = 160;

test("every file has a name that every system takes, and no two differ in case alone", async () => {
  for (const bad of ["con", "AUX.html", "com1", "a:b", "a.", "a ", "a?b", "tab\t"]) assert.match(bad, REFUSED);
  for (const good of ["community", "com", "console", "con-1", ".htaccess", "_headers", "com10"]) assert.doesNotMatch(good, REFUSED);
  const paths = (await readdir(FOLDER, { recursive: true })).map((path) => path.split(sep).join("/"));
  assert.ok(paths.length > 100);
  assert.deepEqual(paths.filter((path) => path.split("/").some((part) => REFUSED.test(part))), []);
  assert.deepEqual(paths.filter((path) => path.length > MOST_LETTERS), []);
  assert.equal(new Set(paths.map((path) => path.toLowerCase())).size, paths.length);
});

for (const forAll of [NOT_FOUND, "index.html"]) {
  for (const callsItWhatWasAsked of [false, true]) {
    for (const [mount, typo] of [["/", "a/b/c"], [MOUNT, "typo"], [MOUNT, "lessons/typo/"]]) {
      const kind = `a host that shows ${forAll} everywhere${callsItWhatWasAsked ? ", by the type of what was asked for" : ""}`;
      inEachBrowser(`the unknown address ${mount}${typo} on ${kind}`, { host: { mount, forAll, callsItWhatWasAsked }, tolerated: ELSEWHERE }, async ({ host, page }) => {
        const response = await page.goto(host.root + typo, { waitUntil: "load" });
        assert.equal(response.status(), 200);
        await assertWhole(page);
        assert.equal(await page.evaluate(() => new URL(".", document.baseURI).href), host.root);
        if (forAll === NOT_FOUND) {
          await click(page, "header.site a");
          await arrive(page, host.root);
        }
        await click(page, ".lessons a");
        await arrive(page, host.root + FIRST);
      });
    }
  }
}
