// A teacher shows pieces of the guide by its element, in a page whose host has a strict policy, writes from right to left, or
// shows many of them; and neither side is harmed by what the other says.

import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

import { eventually, until } from "../support/condition.mjs";
import { answering, elsewhere, ELSEWHERE, framesIn, heights } from "../support/elsewhere.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { frames, someFrames, text } from "../support/site.mjs";

const ALL = await frames();
const QUESTION = ALL.find((address) => address.startsWith("embed/questions/"));
const LESSON = await lessonWithNote();
const TERMS = ALL.filter((address) => address.startsWith("embed/terms/"));
/** What the guide's host sends where it follows its header files. */
const OPEN = { "access-control-allow-origin": "*" };
const tolerated = ELSEWHERE;
/** Firefox holds a file that it did not load to its end against its hash all the same. */
const CUT_OFF = /^page error: .*integrity attribute/;

/** The frame of the first lesson that has a note. */
async function lessonWithNote() {
  for (const address of ALL.filter((address) => /^embed\/lessons\/[^/]+\/$/.test(address))) {
    if ((await text(`${address}index.html`)).includes('id="_note-1"')) return address;
  }
  return assert.fail("No lesson has a note.");
}

/** The element, with its script. */
function element(root, address, attributes = "") {
  return `<script async src="${root}embed.js"></script><concord-embed src="${root}${address}" ${attributes}></concord-embed>`;
}

/** The policy of a host that lets nothing run and nothing in but what it has to. */
function strict(origin) {
  return { "content-security-policy": `default-src 'none'; script-src ${origin}; frame-src ${origin}; img-src data:; require-trusted-types-for 'script'` };
}

/** Waits until the frame is as high as what is in it, which then has no scrollbar. */
async function fits(page, frame) {
  await until(frame, "a frame without a scrollbar", () => {
    const root = document.documentElement;
    return Math.abs(innerHeight - root.getBoundingClientRect().height) < 2 && root.scrollHeight <= root.clientHeight && root.clientWidth === innerWidth;
  });
  return heights(page);
}

/** Answers the first question of a frame: its first option, and the button that checks it. */
async function answer(frame) {
  await frame.$eval(".answering .option input", (option) => option.click());
  await frame.$eval(".answering [type=submit]", (button) => button.click());
  await until(frame, "a verdict", () => document.querySelector(".feedback .verdict")?.checkVisibility());
}

/** Runs in the page: keeps what elements tell. */
function keepEvents() {
  window.told = [];
  for (const type of ["ready", "size", "progress", "result"]) addEventListener(`concord-${type}`, ({ detail }) => window.told.push({ type, ...detail }));
}

inEachBrowser("in a browser that cannot tell what is seen, each element starts at once, however far below it is", { tolerated }, async ({ host, page }) => {
  await page.evaluateOnNewDocument(() => delete window.IntersectionObserver);
  const body = `${"<br>".repeat(1500)}${element(host.root, QUESTION)}`;
  await elsewhere(page, { body, headers: strict(host.origin) }, async () => {
    const frame = await answering(page);
    assert.equal(await page.evaluate(() => scrollY), 0);
    // What nobody sees, a browser lays out when somebody does.
    await page.$eval("concord-embed", (element) => element.scrollIntoView());
    await answer(frame);
    await fits(page, frame);
  });
});

inEachBrowser("the element is as high as its piece, grows with an answer, and tells of it, under a strict policy", { tolerated }, async ({ host, page }) => {
  await page.evaluateOnNewDocument(keepEvents);
  await elsewhere(page, { body: element(host.root, QUESTION), headers: strict(host.origin) }, async () => {
    const frame = await answering(page);
    const before = await fits(page, frame);
    assert.ok(before > 100 && before !== 420, `${before}`);
    await answer(frame);
    const after = await fits(page, frame);
    assert.ok(after > before, `${before} ${after}`);
    assert.ok(await frame.evaluate(() => document.querySelector(".verdict").getBoundingClientRect().bottom < innerHeight));
    await page.setViewport({ width: 390, height: 844 });
    assert.ok((await fits(page, frame)) > after, "a narrow frame should be higher");
    const told = await page.evaluate(() => window.told);
    const [ready] = told.filter(({ type }) => type === "ready");
    const title = await frame.$eval("h1", (title) => title.textContent);
    assert.deepEqual(ready, { type: "ready", title, language: "en", answers: true });
    assert.equal(await page.$eval("concord-embed", (element) => element.shadowRoot.firstChild.title), title);
    const [result] = told.filter(({ type }) => type === "result");
    assert.equal(result.item, QUESTION.split("/")[2]);
    assert.ok(result.of > 0 && result.points <= result.of);
    const [progress] = told.filter(({ type }) => type === "progress");
    assert.deepEqual(progress, { type: "progress", answered: 1, right: result.points === result.of ? 1 : 0, of: 1 });
  });
});

inEachBrowser("a lesson in a frame has no scrollbar, and its notes are brought into sight", { tolerated }, async ({ host, page }) => {
  await elsewhere(page, { body: element(host.root, LESSON) }, async () => {
    const frame = await answering(page);
    assert.ok((await fits(page, frame)) > 3000);
    await (await frame.$('a[href$="#_note-1"]')).click();
    // What is above it may still grow.
    await eventually("the note in the window", async () => {
      const top = await frame.$eval("#_note-1", (note) => note.getBoundingClientRect().top + scrollY);
      return page.evaluate((top) => {
        const frame = document.querySelector("concord-embed").getBoundingClientRect();
        return frame.top + top > 0 && frame.top + top < innerHeight;
      }, top);
    });
  });
});

inEachBrowser("the theme of the page is followed, from the first paint on", { tolerated }, async ({ host, page }) => {
  await elsewhere(page, { body: element(host.root, QUESTION, 'theme="dark"') }, async () => {
    const frame = await answering(page);
    const theme = () => document.documentElement.dataset.theme;
    assert.equal(await frame.evaluate(theme), "dark");
    assert.match(frame.url(), /\?theme=dark$/);
    for (const [asked, shown] of [["light", "light"], ["system", undefined]]) {
      await page.$eval("concord-embed", (element, asked) => element.setAttribute("theme", asked), asked);
      await until(frame, asked, (shown) => (document.documentElement.dataset.theme ?? null) === shown, shown ?? null);
    }
  });
});

inEachBrowser("the language of the page is followed where the guide has it", { tolerated: [...tolerated, CUT_OFF] }, async ({ host, page }) => {
  const [first, second] = TERMS;
  // A guide in two languages names the other one in each page.
  host.change(new RegExp(`/${first}$`), (bytes) => String(bytes).replace("</head>", `<link rel="alternate" hreflang="eo" href="${second}"></head>`));
  await elsewhere(page, { body: element(host.root, first), html: 'lang="eo"' }, async () => {
    await eventually("the other language", async () => page.mainFrame().childFrames()[0]?.url().startsWith(host.root + second));
  });
  await elsewhere(page, { body: element(host.root, first), html: 'lang="de"' }, async () => {
    const frame = await answering(page);
    assert.ok(frame.url().startsWith(host.root + first));
  });
});

inEachBrowser("ten on one page: each program is fetched once, and none starts that nobody comes near", { host: { headers: { ...OPEN, "cache-control": "public, max-age=31536000, immutable" } }, tolerated }, async ({ host, page }) => {
  const near = [...(await someFrames()).filter((address) => /questions|terms|statements/.test(address)), ...TERMS.slice(2)].slice(0, 10);
  const far = TERMS.at(-1);
  const elements = near.map((address) => `<concord-embed src="${host.root}${address}"></concord-embed>`).join("\n");
  const body = `<script async src="${host.root}embed.js"></script><div style="display: grid; grid-template-columns: repeat(5, 1fr)">${elements}</div><div style="height: 9000px"></div><concord-embed src="${host.root}${far}"></concord-embed>`;
  await elsewhere(page, { body }, async () => {
    for (const frame of await framesIn(page, 10)) await until(frame, "each frame to answer", () => document.documentElement?.dataset.interactive === "on");
    const asked = host.requests.filter((path) => /\/(concord|start|frame|style)-|embed\.js$/.test(path));
    assert.deepEqual(asked.toSorted(), [...new Set(asked)].toSorted());
    assert.ok(!host.requests.some((path) => path.includes(far)), "the last one should wait");
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await framesIn(page, 11);
  });
});

inEachBrowser("in a shadow root, from right to left, and taken out and put back", { tolerated }, async ({ host, page }) => {
  const script = `<script async src="${host.root}embed.js"></script>`;
  await elsewhere(page, { body: `${script}<div id="place"></div>`, html: 'lang="ar" dir="rtl"' }, async () => {
    await page.$eval("#place", (place, src) => {
      const element = Object.assign(document.createElement("concord-embed"), { title: "A name" });
      element.setAttribute("src", src);
      place.attachShadow({ mode: "open" }).append(element);
    }, host.root + QUESTION);
    const frame = await answering(page);
    assert.deepEqual(await frame.evaluate(() => [document.dir, document.documentElement.lang]), ["ltr", "en"]);
    const seen = (place) => {
      const { left, right, height } = place.shadowRoot.querySelector("concord-embed").shadowRoot.firstChild.getBoundingClientRect();
      return left >= 0 && right <= innerWidth && height !== 420 && place.shadowRoot.querySelector("concord-embed").shadowRoot.firstChild.title;
    };
    await eventually("the frame's height", async () => (await page.$eval("#place", seen)) === "A name");
    await page.$eval("#place", (place) => {
      const element = place.shadowRoot.firstChild;
      element.remove();
      place.shadowRoot.append(element);
    });
    const again = await answering(page);
    await answer(again);
  });
});

/** Where the link out of a frame leads, when it is about to be followed. */
function leadsTo(frame) {
  return frame.$eval("footer.frame [data-address]", (link) => {
    link.dispatchEvent(new Event("pointerdown"));
    return link.href;
  });
}

inEachBrowser("a quiz asks what its address names, counts, and leads to the same quiz", { tolerated }, async ({ host, page }) => {
  await page.evaluateOnNewDocument(keepEvents);
  const asked = `?lesson=${LESSON.split("/")[2]}&kind=choice&count=2&seed=x`;
  await elsewhere(page, { body: element(host.root, `embed/quiz/${asked}`, 'theme="dark"') }, async () => {
    const frame = await answering(page);
    await until(frame, "two questions", () => document.querySelectorAll(".item").length === 2);
    assert.ok(await frame.$$eval(".make, .copy, .unasked", (all) => all.every((own) => !own.checkVisibility())));
    await answer(frame);
    await fits(page, frame);
    const progress = (await page.evaluate(() => window.told)).findLast(({ type }) => type === "progress");
    assert.deepEqual([progress.answered, progress.of], [1, 2]);
    assert.equal(await leadsTo(frame), `${host.root}quiz/${asked}`);
  });
  await elsewhere(page, { body: element(host.root, "embed/quiz/") }, async () => {
    const frame = await answering(page);
    assert.ok(await frame.$eval(".unasked", (line) => line.checkVisibility()));
  });
});

inEachBrowser("the argument opens at a statement, and its frame stays as high as it is", { tolerated }, async ({ host, page }) => {
  await elsewhere(page, { body: element(host.root, "embed/argument/#_row-build-shared-future") }, async () => {
    const frame = await answering(page);
    await until(frame, "the row of the statement", () => document.getElementById("_row-build-shared-future")?.open && document.querySelector("[data-argument][data-live]") !== null);
    const height = await fits(page, frame);
    await pause(1500);
    assert.equal(await fits(page, frame), height);
    assert.equal(await leadsTo(frame), `${host.root}argument/#_row-build-shared-future`);
  });
});

inEachBrowser("the map shows the layer and the year of its address, and keeps the frame's own", { tolerated }, async ({ host, page }) => {
  const asked = "?layer=membership&year=1960&states=nru,tuv";
  await elsewhere(page, { body: element(host.root, `embed/community/${asked}`) }, async () => {
    const frame = await answering(page);
    await until(frame, "the drawing", () => document.querySelector(".drawing svg") !== null);
    const height = await fits(page, frame);
    await pause(1500);
    assert.equal(await fits(page, frame), height);
    assert.ok((await leadsTo(frame)).startsWith(`${host.root}community/?`));
    assert.ok(frame.url().startsWith(`${host.root}embed/community/?`));
    assert.equal(await frame.$eval("[data-choice=layer]", (list) => list.value), "membership");
  });
});

inEachBrowser("a part of a lesson stands alone under its own title", { tolerated }, async ({ host, page }) => {
  const part = ALL.find((address) => address.startsWith(LESSON) && address !== LESSON);
  await elsewhere(page, { body: element(host.root, part) }, async () => {
    const frame = await answering(page);
    await fits(page, frame);
    assert.equal(await frame.$$eval("h1", (titles) => titles.length), 1);
    assert.ok((await frame.title()).startsWith(await frame.$eval("h1", (title) => title.textContent)));
  });
});

for (const [sandbox, headers, answers] of [
  ["allow-scripts allow-same-origin", {}, true],
  ["allow-scripts", OPEN, true],
  ["allow-scripts", {}, false],
  ["", OPEN, false],
]) {
  const kind = `a sandbox of "${sandbox}" ${headers === OPEN ? "from a host that is open" : "from any host"}`;
  // Browsers say of each file that they keep from such a frame, and of scripts that may not run.
  const said = [/^console \w+: (Access to|Cross-Origin Request Blocked|Blocked script|Failed to load resource|Module source URI)/, /^failed request: /, /^console \w+: .*(sandbox|CORS)/i, /^page error: .*(Cross-Origin|downloadable font)/, CUT_OFF];
  inEachBrowser(`${kind}: ${answers ? "answers" : "the text stands there"}`, { host: { headers }, tolerated: [...tolerated, ...(answers ? [/fonts/] : said)] }, async ({ host, page }) => {
    await elsewhere(page, { body: element(host.root, QUESTION, `sandbox="${sandbox}"`) }, async () => {
      const [frame] = await framesIn(page, 1);
      if (answers) {
        await until(frame, "the frame to answer", () => document.documentElement?.dataset.interactive === "on");
        await fits(page, frame);
        await answer(frame);
        await fits(page, frame);
        return;
      }
      if (sandbox === "") {
        assert.ok(await frame.$eval(".item", (item) => item.textContent.length > 100 && item.querySelector("details.answers") !== null));
        return;
      }
      await until(frame, "the line that says so", () => document.querySelector("#_off")?.checkVisibility());
      assert.ok(await frame.$eval("details.answers", (answers) => answers.checkVisibility()));
      await fits(page, frame);
    });
  });
}

/** A frame of another site that says all that it should not. */
const HOSTILE = `<!DOCTYPE html><script>
  const say = (message) => parent.postMessage(message, "*");
  const odd = [null, 1, "size", [], {}, { concord: 1 }, { concord: 2, type: "size", height: 700 }, { concord: "1", type: "size", height: 700 }, { concord: 1, type: "constructor" }, { concord: 1, type: "__proto__" },
    ...["700", NaN, -1, 0, null, {}, Infinity].map((height) => ({ concord: 1, type: "size", height })),
    { concord: 1, type: "ready", title: { toString: 1 }, language: [] }, { concord: 1, type: "ready", title: "<img src=x onerror=alert(1)>".repeat(100) },
    { concord: 1, type: "result", item: 5, points: -1, of: 1e9 }, { concord: 1, type: "open", href: "javascript:alert(1)" }];
  odd.forEach(say);
  for (let at = 0; at < 5000; at++) say({ concord: 1, type: "result", item: "x".repeat(1000), points: at, of: at });
  for (let at = 0; at < 5000; at++) say({ concord: 1, type: "size", height: 1000 + at * 1e6 });
  say({ concord: 1, type: "size", height: 5e9 });
  document.title = "done";
</script>`;

inEachBrowser("a hostile frame floods in vain, and nobody speaks for another", { tolerated }, async ({ host, page }) => {
  await page.evaluateOnNewDocument(keepEvents);
  const other = `<!DOCTYPE html><script>setInterval(() => parent.postMessage({ concord: 1, type: "size", height: 3333 }, "*"), 5)</script>`;
  const body = `<iframe src="other.html" title="Another"></iframe>${element(host.root, QUESTION)}<concord-embed src="hostile.html"></concord-embed>`;
  await elsewhere(page, { body, files: { "hostile.html": HOSTILE, "other.html": other } }, async () => {
    await eventually("the end of the flood", () => page.evaluate(() => window.told.some(({ type, height }) => type === "size" && height === 20000)));
    const told = await page.evaluate(() => window.told);
    const results = told.filter(({ type }) => type === "result");
    assert.ok(results.length <= 120, `${results.length} results`);
    assert.ok(results.every(({ item, points, of }) => item.length <= 80 && points >= 0 && of < 1e5));
    assert.ok(told.filter(({ type }) => type === "ready").every(({ title }) => typeof title === "string" && title.length <= 200));
    assert.ok(told.every(({ type }) => ["ready", "size", "progress", "result"].includes(type)));
    assert.ok(told.every(({ height }) => height !== 3333 && height !== 700));
    const own = await eventually("the guide's frame", () => page.mainFrame().childFrames().find((frame) => frame.url().startsWith(host.root)));
    await until(own, "its program", () => document.documentElement?.dataset.interactive === "on");
    await fits(page, own);
  });
});

/** A host that says all that it should not. */
const MISLEADING = `<script>
  const frame = document.querySelector("iframe");
  frame.addEventListener("load", () => {
    const say = (message) => frame.contentWindow.postMessage(message, "*");
    const odd = [null, 1, "theme", [], { concord: 1 }, { concord: 2, type: "theme", theme: "dark" }, { concord: 1, type: "constructor" }, { concord: 1, type: "__proto__" }, { concord: 1, type: "toString" },
      ...["<b>", {}, [], 7, null, "x".repeat(1e6)].flatMap((odd) => [{ concord: 1, type: "theme", theme: odd }, { concord: 1, type: "language", language: odd }])];
    odd.forEach(say);
    for (let at = 0; at < 20000; at++) say({ concord: 1, type: at % 2 ? "theme" : "language", theme: at % 3 ? "light" : "javascript:", language: "xx-" + at });
    say({ concord: 1, type: "theme", theme: "dark" });
  });
</script>`;

inEachBrowser("a hostile host floods a frame in vain, and a neighbour is not heard", { tolerated }, async ({ host, page }) => {
  const neighbour = `<!DOCTYPE html><script>setInterval(() => parent.frames[0].postMessage({ concord: 1, type: "theme", theme: "light" }, "*"), 5)</script>`;
  const body = `<iframe src="${host.root}${QUESTION}" title="A question" width="100%" height="420"></iframe><iframe src="neighbour.html" title="A neighbour"></iframe>${MISLEADING}`;
  await elsewhere(page, { body, files: { "neighbour.html": neighbour } }, async () => {
    const [frame] = await framesIn(page, 2);
    await until(frame, "the last wish", () => document.documentElement?.dataset.interactive === "on" && document.documentElement.dataset.theme === "dark");
    await pause(100);
    assert.equal(await frame.evaluate(() => document.documentElement.dataset.theme), "dark");
    assert.equal(frame.url(), host.root + QUESTION);
    await answer(frame);
    await until(frame, "feedback in sight, in a plain frame of 420 pixels", () => {
      const { top, bottom } = document.querySelector(".feedback .verdict").getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  });
});

inEachBrowser("where the browser denies storage, a frame answers all the same", { browser: { storage: false }, tolerated }, async ({ host, page }) => {
  await elsewhere(page, { body: element(host.root, QUESTION) }, async () => {
    const frame = await answering(page);
    await answer(frame);
    assert.ok(await frame.$eval("footer.frame p", (line) => line.checkVisibility() && line.querySelector("a") === null && line.textContent.length > 40));
  });
});
