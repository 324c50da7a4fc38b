// The guide works wherever its folder is put: below any path, by either form of its addresses, on
// hosts that answer folders and on those that do not; and unknown addresses lead back into it.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { CHOICE } from "../support/questions.mjs";
import { addressOf, arrive, assertAtPlace, atTheBeginning, click, clickToLoad, goInHistory, mark } from "../support/reader.mjs";
import { lessons, open, title } from "../support/site.mjs";

const [FIRST, SECOND] = await lessons();
const MOUNT = "/a folder/guide/";
/** Browsers report the status of the page itself, and of what it asked for to find its way. */
const NOT_FOUND = [/^status 404: /, /^console error: Failed to load resource: .* 404/];

inEachBrowser("below a folder with a space in its name", { host: { mount: MOUNT } }, async ({ host, page }) => {
  await open(page, host.root + SECOND);
  await mark(page);
  await click(page, 'a[rel="prev"]');
  assert.deepEqual(await arrive(page, host.root + FIRST), atTheBeginning(await title(FIRST)));
  await click(page, "header.site a");
  assert.deepEqual(await arrive(page, host.root), atTheBeginning(await title("")));
  const { focus, sameDocument } = await goInHistory(page, -2, host.root + SECOND);
  assert.deepEqual({ focus, sameDocument }, { focus: "_title", sameDocument: true });
  assert.deepEqual(host.requests.filter((path) => !path.startsWith(encodeURI(MOUNT))), []);
});

inEachBrowser("a folder without its last slash", { host: { mount: MOUNT } }, async ({ host, page }) => {
  await open(page, host.root + SECOND.replace(/\/$/, ""));
  assert.equal(await addressOf(page), host.root + SECOND);
});

for (const host of [{ mount: MOUNT }, { mount: MOUNT, answersFolders: false }]) {
  const kind = host.answersFolders === false ? "a host that answers only exact files" : "any host";
  inEachBrowser(`addresses that name index.html, on ${kind}`, { host }, async ({ host, page }) => {
    await open(page, `${host.root}${FIRST}index.html`);
    await mark(page);
    const href = await page.$eval(".contents li:nth-child(3) a", (link) => link.getAttribute("href"));
    await click(page, ".contents li:nth-child(3) a");
    await assertAtPlace(page, href.split("#")[1]);
    await answerTheFirstQuestion(page);
    await click(page, 'a[rel="next"]');
    assert.deepEqual(await arrive(page, host.root + SECOND), atTheBeginning(await title(SECOND)));
    const back = await goInHistory(page, -1, `${host.root}${FIRST}index.html#${href.split("#")[1]}`);
    assert.equal(back.title, await title(FIRST));
    assert.equal(back.sameDocument, true);
    await answerTheFirstQuestion(page);
  });
}

async function answerTheFirstQuestion(page) {
  await click(page, `${CHOICE} .option`);
  await click(page, `${CHOICE} button.live`);
  await until(page, "a verdict", (item) => document.querySelector(`${item} .verdict`) !== null, CHOICE);
}

for (const mount of ["/", MOUNT]) {
  for (const typo of ["typo", "lessons/typo/", "a/b/c"]) {
    inEachBrowser(`the unknown address ${mount}${typo}`, { host: { mount }, tolerated: NOT_FOUND }, async ({ host, page }) => {
      const response = await page.goto(host.root + typo, { waitUntil: "load" });
      assert.equal(response.status(), 404);
      await assertLeadsHome(page, host);
    });
  }
}

/** The page says that there is nothing here, looks like the guide, and its button leads home. */
async function assertLeadsHome(page, host) {
  await until(page, "the guide's colours", () => {
    const { backgroundColor } = getComputedStyle(document.documentElement);
    return document.styleSheets.length === 1 && backgroundColor !== "rgba(0, 0, 0, 0)";
  });
  await until(page, "the page to answer", () => document.documentElement.dataset.interactive === "on");
  assert.equal(await page.$eval("h1", (heading) => heading.id), "_title");
  await mark(page);
  await click(page, ".not-found .button");
  assert.deepEqual(await arrive(page, host.root), atTheBeginning(await title("")));
}

inEachBrowser("an unknown address beside the guide is not the guide's", { host: { mount: MOUNT }, tolerated: NOT_FOUND }, async ({ host, page }) => {
  await page.goto(`${host.origin}/elsewhere/typo`, { waitUntil: "load" });
  assert.ok(await page.$eval("#_main", (main) => main.innerText.length > 0));
});

inEachBrowser("a mistyped lesson within the guide is loaded, and leads home", { tolerated: NOT_FOUND }, async ({ host, page }) => {
  await open(page, host.root);
  await page.$eval(`.lessons a[href="${FIRST}"]`, (link) => link.setAttribute("href", "lessons/typo/"));
  await clickToLoad(page, '.lessons a[href="lessons/typo/"]', `${host.root}lessons/typo/`);
  await assertLeadsHome(page, host);
});
