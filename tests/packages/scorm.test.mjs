// A lesson in a learner's system, by scorm-again as SCORM 1.2 and as SCORM 2004: launched, answered, loaded again, taken up
// again, finished; with the network gone midway, with a system that is missing or broken, and with what it kept in pieces.

import assert from "node:assert/strict";
import { test } from "node:test";

import { eventually, settled } from "../support/condition.mjs";
import { choose, finish, guide, inEachEngine, says } from "./support/learner.mjs";
import { system } from "./support/lms.mjs";
import { made } from "./support/made.mjs";
import { unzipped } from "./support/zip.mjs";

const [FIRST, SECOND] = ["q-what-the-claim-says", "q-states-case"];
// The place of what is right of the first.
const RIGHT = 2;
const record = (frame) => frame.evaluate(() => localStorage.getItem(Object.keys(localStorage).find((key) => key.startsWith("concord:")) ?? "concord:concord:/package/") ?? "");
/** Leaves the package, and waits until what the system sends last of that visit has arrived. */
async function leave(page, host) {
  const before = host.commits();
  await page.goto("about:blank");
  await eventually("the last commit", () => host.isLost() || host.commits() > before);
  // What was on its way before may be counted as the last.
  await settled("the system", host.commits);
}

/** What each version calls the same. */
const TERMS = {
  scorm12: {
    interactions: (cmi) => list(cmi.interactions).map(({ id, type, result, student_response, correct_responses }) => ({ id, type, result, response: student_response, right: list(correct_responses)[0]?.pattern })),
    wrong: "wrong",
    score: (cmi) => +cmi.core.score.raw,
    done: (cmi) => cmi.core.lesson_status,
    location: (cmi) => cmi.core.lesson_location,
    finished: ["completed", "passed", "failed"],
  },
  scorm2004: {
    interactions: (cmi) => list(cmi.interactions).map(({ id, type, result, learner_response, correct_responses }) => ({ id, type, result, response: learner_response, right: list(correct_responses)[0]?.pattern })),
    wrong: "incorrect",
    score: (cmi) => +cmi.score.raw,
    done: (cmi) => cmi.completion_status,
    location: (cmi) => cmi.location,
    finished: ["completed"],
  },
};
const list = (all) => (Array.isArray(all) ? all : (all?.childArray ?? Object.values(all ?? {}).filter((one) => typeof one === "object")));

for (const [kind, terms] of Object.entries(TERMS)) {
  const files = () => unzipped(made(`concord-states-matter-${kind}.zip`));
  const kept = (host, id, ...who) => eventually(`${id} to be kept`, () => host.kept(...who) && terms.interactions(host.kept(...who)).find((one) => one.id === id));
  const inSystem = (name, fn) =>
    inEachEngine(`${kind}: ${name}`, async (visit) => {
      const host = await system(await files(), kind);
      try {
        await fn({ ...visit, host });
      } finally {
        await host.close();
      }
    });

  inSystem("answers are recorded as they are given, and are there again after a reload and in a later visit", async ({ page, host }) => {
    await page.goto(host.launch());
    let frame = await guide(page);
    await says(page, /^$/);
    assert.equal(await frame.evaluate(() => document.documentElement.dataset.route), "lessons/states-matter/index.html");
    await choose(frame, FIRST, 0);
    assert.deepEqual(await kept(host, FIRST), { id: FIRST, type: "choice", result: terms.wrong, response: "a", right: "c" });
    assert.equal(terms.score(host.kept()), 0);
    assert.equal(terms.done(host.kept()), "incomplete");
    await choose(frame, FIRST, RIGHT);
    await eventually("the better answer", () => terms.interactions(host.kept()).at(-1).result === "correct");
    assert.ok(terms.score(host.kept()) > 0);

    await page.reload();
    frame = await guide(page);
    assert.match(await record(frame), new RegExp(`answer ${FIRST} \\d+ 1 1 `));
    await frame.evaluate(() => document.querySelector("a[href^='glossary/']").click());
    await eventually("the glossary", () => frame.evaluate(() => document.title.includes("lossary")));
    await leave(page, host);
    assert.match(terms.location(host.kept()), /^glossary\/index\.html/);
    assert.ok(host.kept().suspend_data.length <= 4096);

    await page.goto(host.launch());
    frame = await guide(page);
    assert.equal(await frame.evaluate(() => document.documentElement.dataset.route), "glossary/index.html");
    assert.match(await record(frame), new RegExp(`answer ${FIRST} \\d+ 1 1 `));
    await frame.evaluate(() => document.querySelector("a[href*='lessons/states-matter']").click());
    await eventually("the lesson", () => frame.evaluate((id) => document.getElementById(`_stem-${id}`) !== null, FIRST));
    await eventually("its button", () => frame.evaluate(() => document.querySelector("[data-control^=finish] input") !== null));
    await finish(frame);
    await eventually("the end", () => terms.finished.includes(terms.done(host.kept())));
    await leave(page, host);
  });

  inSystem("another learner on the same machine, a second attempt and a review find nothing of others, and lose nothing", async ({ page, host }) => {
    await page.goto(host.launch());
    await choose(await guide(page), FIRST, RIGHT);
    await kept(host, FIRST);
    await leave(page, host);
    for (const asked of [{ learner: "grace" }, { attempt: "2" }]) {
      await page.goto(host.launch(asked));
      assert.doesNotMatch(await record(await guide(page)), /answer/);
      await leave(page, host);
    }
    const before = JSON.stringify(host.kept());
    const commits = host.commits();
    await page.goto(host.launch({ mode: "review" }));
    const frame = await guide(page);
    assert.match(await record(frame), /answer/);
    await says(page, /nothing is recorded/);
    await choose(frame, SECOND, 0);
    assert.equal(JSON.stringify(host.kept()), before);
    assert.equal(host.commits(), commits);
  });

  inSystem("a guest who looks around records nothing, and one without credit as all others", async ({ page, host }) => {
    await page.goto(host.launch({ learner: "", mode: "browse", credit: "no-credit" }));
    await choose(await guide(page), FIRST, RIGHT);
    await says(page, /look around/);
    await page.goto("about:blank");
    await page.goto(host.launch({ credit: "no-credit" }));
    await choose(await guide(page), FIRST, RIGHT);
    await kept(host, FIRST);
    await says(page, /^$/);
    await leave(page, host);
    const guest = host.kept("", "1");
    if (guest) assert.deepEqual([terms.interactions(guest), guest.suspend_data, terms.score(guest)], [[], "", 0]);
  });

  inSystem("what the system knows to be done stays so, whatever becomes of what it kept", async ({ page, host }) => {
    await page.goto(host.launch());
    await finish(await guide(page));
    await eventually("the end", () => terms.finished.includes(host.kept() && terms.done(host.kept())));
    await leave(page, host);
    host.keep({ ...host.kept(), suspend_data: "" });
    await page.goto(host.launch());
    const frame = await guide(page);
    await choose(frame, FIRST, 0);
    await kept(host, FIRST);
    assert.ok(terms.finished.includes(terms.done(host.kept())), terms.done(host.kept()));
    await leave(page, host);
  });

  inSystem("a system that breaks midway is told all as soon as it works", async ({ page, host }) => {
    for (const [broken, id] of [["throws", FIRST], ["refuses", SECOND]]) {
      await page.goto(host.launch());
      const frame = await guide(page);
      await page.evaluate((broken) => (window.broken = broken), broken);
      await choose(frame, id, 0);
      await says(page, /kept/);
      await page.evaluate(() => (window.broken = null));
      await kept(host, id);
      await says(page, /^$/);
      await leave(page, host);
    }
  });

  inSystem("a page that does not arrive takes no answer along", async ({ page, host }) => {
    await page.goto(host.launch());
    const frame = await guide(page);
    await choose(frame, FIRST, RIGHT);
    await kept(host, FIRST);
    host.unplug(true);
    await choose(frame, SECOND, 0);
    await frame.evaluate(() => document.querySelector("a[href^='glossary/']").click()).catch(() => {});
    await kept(host, SECOND);
    host.unplug(false);
    await leave(page, host);
    await page.goto(host.launch());
    const text = await record(await guide(page));
    for (const id of [FIRST, SECOND]) assert.match(text, new RegExp(`answer ${id} `));
    await leave(page, host);
  });

  inSystem("while the network is gone answers are kept, and sent when it is back, also after the window was closed", async ({ page, host }) => {
    await page.goto(host.launch());
    let frame = await guide(page);
    await eventually("a first commit", () => host.commits() > 0);
    host.lose(true);
    await choose(frame, FIRST, RIGHT);
    await says(page, /kept/);
    host.lose(false);
    await kept(host, FIRST);
    await says(page, /^$/);

    host.lose(true);
    await choose(frame, SECOND, 0);
    await says(page, /kept/);
    await leave(page, host);
    assert.equal(terms.interactions(host.kept()).some(({ id }) => id === SECOND), false);
    host.lose(false);
    await page.goto(host.launch());
    frame = await guide(page);
    await kept(host, SECOND);
    const text = await record(frame);
    for (const id of [FIRST, SECOND]) assert.match(text, new RegExp(`answer ${id} `));
    await leave(page, host);
  });

  for (const [how, word] of [["missing", /Nothing is recorded/], ["throws", /could not be reached/], ["refuses", /could not be reached/]]) {
    inSystem(`a system that ${how === "missing" ? "is missing" : how} leaves the guide as it is, and that is said`, async ({ page, host }) => {
      await page.goto(host.launch({ how }));
      await choose(await guide(page), FIRST, RIGHT);
      await says(page, word);
      await page.reload();
      assert.match(await record(await guide(page)), new RegExp(`answer ${FIRST} `));
      assert.equal(host.commits(), 0);
    });
  }

  inSystem("of what comes back in pieces the rest is taken up", async ({ page, host }) => {
    await page.goto(host.launch());
    let frame = await guide(page);
    await choose(frame, FIRST, RIGHT);
    await kept(host, FIRST);
    await leave(page, host);
    const whole = host.kept();
    const suspended = whole.suspend_data;
    for (const [text, isThere] of [[suspended.slice(0, -3), null], [`${suspended}xx`, true], ["~".repeat(300), false], [`{"a":1}`, false]]) {
      host.keep({ ...whole, suspend_data: text });
      await page.goto(host.launch());
      frame = await guide(page);
      await says(page, /in pieces/);
      if (isThere !== null) assert.equal(/answer/.test(await record(frame)), isThere, text.slice(0, 40));
      const commits = host.commits();
      await choose(frame, SECOND, 0);
      await kept(host, SECOND);
      assert.ok(host.commits() > commits);
      // The best so far is the system's, too, and stays.
      assert.ok(terms.score(host.kept()) > 0);
      await leave(page, host);
    }
  });
}

test("both versions are there", async () => {
  for (const kind of Object.keys(TERMS)) assert.ok((await unzipped(made(`concord-states-matter-${kind}.zip`))).has("launch.html"));
});
