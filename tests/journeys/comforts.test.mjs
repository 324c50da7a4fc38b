// A reader's comforts: definitions in place, whose statements are shown, contents that follow,
// keys, progress, paper.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { addressOf, arrive, assertAtPlace, atTheBeginning, click, mark, scrollTo, tabTo, tap } from "../support/reader.mjs";
import { lessons, live, open, title } from "../support/site.mjs";

const [FIRST, SECOND] = await lessons();
const TERM = ".text a.term";
const NOTE = "#_popover";

/** What the reader sees of the note; nothing if it is closed. */
function note(page) {
  return page.evaluate((selector) => {
    const note = document.querySelector(selector);
    if (!note?.matches(":popover-open")) return null;
    const { left, right, top, bottom } = note.getBoundingClientRect();
    const inSight = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
    return { heading: note.querySelector("h2").textContent, text: note.innerText, inSight, focused: document.activeElement === note };
  }, NOTE);
}

async function noteOpens(page) {
  await until(page, "the note", (selector) => document.querySelector(selector)?.matches(":popover-open"), NOTE);
  return note(page);
}

function noteCloses(page) {
  return until(page, "the note to close", (selector) => !document.querySelector(selector)?.matches(":popover-open"), NOTE);
}

/** The title and the first words of the definition that the link leads to, from the glossary. */
async function definition(page, host) {
  const id = await page.$eval(TERM, (link) => link.hash.slice(1));
  return page.evaluate(
    async (glossary, id) => {
      const response = await fetch(glossary);
      const entry = new DOMParser().parseFromString(trusted.createHTML(await response.text()), "text/html").getElementById(id).closest(".entry");
      return { title: entry.querySelector("h2").textContent, words: entry.querySelector(".prose p").textContent.slice(0, 40) };
    },
    `${host.root}glossary/`,
    id,
  );
}

async function assertDefinition(page, host, shown) {
  const { title, words } = await definition(page, host);
  assert.equal(shown.heading, title);
  assert.ok(shown.text.includes(words), shown.text);
  assert.deepEqual([shown.inSight, shown.focused], [true, true]);
  assert.equal(await addressOf(page), host.root + FIRST);
}

inEachBrowser("a term's definition opens in place by mouse, and a click elsewhere closes it", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await click(page, TERM);
  await assertDefinition(page, host, await noteOpens(page));
  await click(page, ".title h1");
  await noteCloses(page);
});

inEachBrowser("by keyboard, and Escape gives the focus back", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await tabTo(page, TERM);
  await page.keyboard.press("Enter");
  await assertDefinition(page, host, await noteOpens(page));
  await page.keyboard.press("Escape");
  await noteCloses(page);
  assert.ok(await page.evaluate((selector) => document.activeElement === document.querySelector(selector), TERM));
});

inEachBrowser("by touch, on a phone", { viewport: { width: 390, height: 844, hasTouch: true } }, async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await tap(page, TERM);
  await assertDefinition(page, host, await noteOpens(page));
});

inEachBrowser("a term within a definition opens in the same note, and the glossary is a click away", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  // Not every definition has a term in it, so one is looked for among those of the lesson.
  const found = await page.evaluate(async (selector) => {
    const shown = (title) => document.querySelector("#_popover:popover-open h2")?.textContent !== title;
    for (const link of document.querySelectorAll(selector)) {
      const before = document.querySelector("#_popover h2")?.textContent;
      link.click();
      // The glossary is fetched for the first of them.
      for (let tries = 0; tries < 100 && !shown(before); tries += 1) await new Promise((wait) => setTimeout(wait, 20));
      if (document.querySelector("#_popover a.term")) return link.hash.slice(1);
    }
    return null;
  }, TERM);
  assert.ok(found, "a lesson should use a term whose definition uses another");
  const first = await noteOpens(page);
  await click(page, `${NOTE} a.term`);
  await until(page, "the other definition", (heading) => document.querySelector("#_popover h2").textContent !== heading, first.heading);
  const { heading } = await note(page);
  const href = await page.$eval(`${NOTE} > p a`, (link) => link.href);
  await click(page, `${NOTE} > p a`);
  await assertAtPlace(page, new URL(href).hash.slice(1));
  assert.equal(await page.$eval(":target", (place) => place.textContent), heading);
  assert.equal(await note(page), null);
});

inEachBrowser("where the browser has no notes, the link leads to the glossary", async ({ host, page }) => {
  await page.evaluateOnNewDocument(() => void delete HTMLElement.prototype.showPopover);
  await open(page, host.root + FIRST);
  const href = await page.$eval(TERM, (link) => link.href);
  await click(page, TERM);
  await arrive(page, href);
  await assertAtPlace(page, new URL(href).hash.slice(1));
});

/** Each statement: whose it is, and whether its explanation and its sentence are shown. */
function statements(page) {
  return page.$$eval(".statement", (all) =>
    all.map((statement) => ({
      by: [...statement.classList].find((name) => name.startsWith("by-")),
      sentence: statement.querySelector(":is(h2, h3, h4, h5, h6)").checkVisibility(),
      explanation: statement.querySelector(":scope > .prose")?.checkVisibility() ?? null,
      inner: [...statement.querySelectorAll(".statement")].map((inner) => [...inner.classList].find((name) => name.startsWith("by-"))),
    })),
  );
}

inEachBrowser("a reader chooses whose statements are shown, in this lesson and the next", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await mark(page);
  const owners = [...new Set((await statements(page)).map(({ by }) => by))];
  assert.ok(owners.length > 1);
  const [gone] = owners;
  // The checkbox whose mark is that owner's.
  const box = `.filter label:has(.${gone}) input`;
  await click(page, ".filter summary");
  const offersAll = () => page.$eval(".filter button", (button) => button.checkVisibility());
  assert.equal(await offersAll(), false);
  await click(page, box);
  assert.equal(await offersAll(), true);
  const check = async () => {
    for (const { by, sentence, explanation, inner } of await statements(page)) {
      const context = inner.some((other) => other !== gone);
      assert.equal(sentence, by !== gone || context, `${by} with ${inner}`);
      if (explanation !== null) assert.equal(explanation, by !== gone, by);
    }
    const count = (await statements(page)).filter(({ by }) => by !== gone).length;
    assert.ok((await page.$eval('.filter [role="status"]', (status) => status.textContent)).includes(String(count)));
  };
  await check();
  await click(page, 'a[rel="next"]');
  await arrive(page, host.root + SECOND);
  await check();
  await click(page, ".filter summary");
  await click(page, ".filter button");
  await until(page, "all statements", () => document.querySelectorAll(".away, .context").length === 0);
  assert.equal(await offersAll(), false);
  assert.ok(await page.$$eval(".filter input", (boxes) => boxes.every((box) => box.checked)));
});

inEachBrowser("a link to a statement that is hidden shows it", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await page.$$eval(".filter input", (boxes) => boxes.forEach((box) => box.click()));
  await until(page, "no statement to be shown", () => [...document.querySelectorAll(".statement")].every((all) => !all.checkVisibility()));
  const id = await page.$eval(".statement :is(h2, h3)", (heading) => heading.id);
  await page.evaluate((id) => void (location.hash = id), id);
  await until(page, "the statement", (id) => document.getElementById(id).checkVisibility(), id);
  await assertAtPlace(page, id);
});

inEachBrowser("the contents follow the reading", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  const current = () => page.$$eval(".contents a[aria-current]", (links) => links.map((link) => link.hash));
  assert.deepEqual(await current(), []);
  for (const place of [2, 4, 1]) {
    const { hash, top } = await page.evaluate((place) => {
      const { hash } = document.querySelectorAll(".contents a")[place];
      return { hash, top: document.querySelector(hash).getBoundingClientRect().top + scrollY };
    }, place);
    await page.evaluate((top) => window.scrollTo({ top, behavior: "instant" }), top - 50);
    await until(page, `the contents at ${hash}`, (hash) => document.querySelector(".contents a[aria-current]")?.hash === hash, hash);
    assert.deepEqual(await current(), [hash]);
  }
});

inEachBrowser("keys lead through the guide, and can be switched off for good", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await mark(page);
  await page.keyboard.press("n");
  assert.deepEqual(await arrive(page, host.root + SECOND), atTheBeginning(await title(SECOND)));
  await page.keyboard.press("p");
  await arrive(page, host.root + FIRST);
  await page.keyboard.press("?");
  const sheet = await noteOpens(page);
  const keys = await page.$$eval(`${NOTE} kbd`, (keys) => keys.map((key) => key.textContent));
  assert.ok(["n", "/", "?", "h"].every((key) => keys.includes(key)), keys.join(" "));
  assert.equal(sheet.focused, true);
  await click(page, `${NOTE} input`);
  await page.keyboard.press("Escape");
  await noteCloses(page);
  await page.keyboard.press("n");
  await page.reload({ waitUntil: "load" });
  await live(page);
  await page.keyboard.press("n");
  assert.equal(await addressOf(page), host.root + FIRST);
  await click(page, "footer.site button");
  assert.equal(await page.$eval(`${NOTE} input`, (box) => box.checked), false);
});

inEachBrowser("keys are letters again where the reader writes", async ({ host, page }) => {
  await open(page, `${host.root}search/`);
  await page.focus("#_search");
  await page.keyboard.type("nph?/");
  assert.equal(await page.$eval("#_search", (field) => field.value), "nph?/");
  assert.equal(await note(page), null);
});

inEachBrowser("the list of lessons tells how many are finished", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await click(page, ".finish input");
  await click(page, "header.site a");
  await arrive(page, host.root);
  const count = (await lessons()).length;
  const told = await page.$eval('[data-control="progress"]', (place) => place.textContent);
  assert.ok(told.includes("1") && told.includes(String(count)), told);
});

inEachBrowser("on paper a lesson has its text and its sources, and says where addresses begin", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  await page.evaluate(() => void dispatchEvent(new Event("beforeprint")));
  const told = await page.$eval("#_addresses", (line) => line.textContent);
  assert.ok(told.includes(host.root), told);
  if (page.emulateMediaType) await page.emulateMediaType("print").catch(() => {});
  const isPrint = await page.evaluate(() => matchMedia("print").matches);
  // Only Chromium shows a page as paper on request.
  if (!isPrint) return;
  const seen = (selector) => page.$$eval(selector, (all) => all.filter((element) => element.checkVisibility()).length);
  for (const gone of ["header.site", ".contents", ".filter", ".to-here", "button", ".neighbours"]) {
    assert.equal(await seen(gone), 0, gone);
  }
  for (const there of ["h1", ".statement", ".lesson-sources", ".figure", "#_addresses"]) {
    assert.ok((await seen(there)) > 0, there);
  }
});

inEachBrowser("the whole guide is on one page, and its links stay there", async ({ host, page }) => {
  await open(page, `${host.root}whole/`);
  const found = await page.evaluate(() => {
    const links = [...document.querySelectorAll(".whole a[href]")].map((link) => link.getAttribute("href"));
    return {
      parts: document.querySelectorAll(".whole > article").length,
      contents: document.querySelectorAll(".whole .contents a").length,
      dangling: links.filter((href) => href.startsWith("whole/#") && !document.getElementById(href.slice("whole/#".length))),
      elsewhere: links.filter((href) => /^(\.\/|lessons|glossary|sources|about)/.test(href)),
    };
  });
  // Besides the lessons: home, the cases, the page about the guide, glossary and sources.
  const parts = (await lessons()).length + 5;
  assert.deepEqual(found, { parts, contents: parts, dangling: [], elsewhere: [] });
});

inEachBrowser("the text grows with the reader's own size of text", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  const sizes = await page.evaluate(() => {
    const size = () => parseFloat(getComputedStyle(document.querySelector(".text p")).fontSize);
    const before = size();
    document.documentElement.style.setProperty("font-size", "200%");
    return { before, after: size(), unit: [...document.styleSheets[0].cssRules].some((rule) => rule.selectorText === "html" && /font-size: [\d.]+px/.test(rule.cssText)) };
  });
  assert.ok(sizes.after > sizes.before * 1.5 && !sizes.unit, JSON.stringify(sizes));
});
