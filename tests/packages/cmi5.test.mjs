// A lesson that cmi5 launches: with a record store of another origin, which may be away at any step, and from a host that
// knows nothing of either.

import assert from "node:assert/strict";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { eventually, settled } from "../support/condition.mjs";
import { serve } from "../support/server.mjs";
import { choose, finish, guide, inEachEngine, says } from "./support/learner.mjs";
import { made } from "./support/made.mjs";
import { store } from "./support/store.mjs";
import { unzipped } from "./support/zip.mjs";

const [FIRST, SECOND] = ["q-what-the-claim-says", "q-states-case"];
/** The place of what is right of the first. */
const RIGHT = 2;
const EVERYTHING = /./;
const record = (frame) => frame.evaluate(() => localStorage.getItem("concord:concord:/package/") ?? "");
const count = (records, verb) => records.verbs().filter((one) => one === verb).length;

function launched(name, { kind = "cmi5", ...asked }, fn) {
  inEachEngine(`cmi5: ${name}`, async (visit) => {
    const folder = await mkdtemp(join(tmpdir(), "concord-package-"));
    for (const [path, bytes] of await unzipped(made(`concord-states-matter-${kind}.zip`))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    const host = await serve(folder, { mount: "/package/", answersFolders: false });
    const records = await store({ ...asked, returnURL: asked.returns && `${host.root}index.html?back` });
    const { page } = visit;
    /** Opens the package as the system does, and tells its frame. */
    const begin = async () => {
      await page.goto(`${host.root}launch.html${records.launch()}`);
      return guide(page);
    };
    /** Leaves it; the store hears of that, if it hears anything. */
    const leave = async () => {
      const before = count(records, "terminated");
      await page.goto("about:blank");
      await eventually("that it is over", () => count(records, "terminated") > before);
      await settled("the store", records.heard);
    };
    try {
      await fn({ ...visit, host, records, begin, leave });
      assert.deepEqual(records.faults, []);
    } finally {
      await Promise.all([host.close(), records.close(), rm(folder, { recursive: true, force: true })]);
    }
  });
}

launched("statements come in their order, each once, and the record is there again", {}, async ({ page, records, begin, leave }) => {
  let frame = await begin();
  await says(page, /^$/);
  await choose(frame, FIRST, 0);
  await eventually("an answer", () => records.verbs().includes("answered"));
  const { object, result } = records.statements.find(({ verb }) => verb.id.endsWith("answered"));
  assert.equal(object.definition.interactionType, "choice");
  assert.deepEqual(object.definition.correctResponsesPattern, ["c"]);
  assert.deepEqual([result.response, result.success], ["a", false]);
  await finish(frame);
  await eventually("the end", () => records.verbs().includes("completed"));
  await eventually("the record", () => /finished/.test(records.kept().record ?? ""));
  await leave();
  assert.deepEqual(records.verbs(), ["initialized", "answered", "completed", "terminated"]);

  frame = await begin();
  assert.match(await record(frame), new RegExp(`answer ${FIRST} `));
  await leave();
  assert.equal(count(records, "completed"), 1);
});

launched("while the store is away answers are kept, and sent when it is back", {}, async ({ page, records, begin }) => {
  const frame = await begin();
  await eventually("a beginning", () => records.states.has("concord"));
  records.lose(EVERYTHING);
  await choose(frame, FIRST, RIGHT);
  await choose(frame, SECOND, 0);
  await says(page, /kept/);
  records.lose(null);
  await eventually("both answers", () => count(records, "answered") === 2);
  await says(page, /^$/);
});

launched("what was answered while the store was away comes in a later session, once", {}, async ({ page, records, begin, leave }) => {
  let frame = await begin();
  await eventually("a beginning", () => records.states.has("concord"));
  records.lose(EVERYTHING);
  await choose(frame, FIRST, RIGHT);
  await page.goto("about:blank");
  records.lose(null);
  frame = await begin();
  await eventually("the answer", () => count(records, "answered") === 1);
  assert.match(await record(frame), new RegExp(`answer ${FIRST} `));
  await eventually("the record", () => /answer/.test(records.kept().record));
  await leave();
  await begin();
  await leave();
  assert.equal(count(records, "answered"), 1);
});

launched("what arrived counts once, though the store's word of it was lost", {}, async ({ page, records, begin, leave }) => {
  let frame = await begin();
  await eventually("a beginning", () => records.states.has("concord"));
  records.deafen(/^PUT .*statements/);
  await choose(frame, FIRST, RIGHT);
  await finish(frame);
  await eventually("the answer", () => count(records, "answered") === 1);
  await says(page, /kept/);
  records.lose(EVERYTHING);
  await page.goto("about:blank");
  records.deafen(null);
  records.lose(null);
  frame = await begin();
  await eventually("the end", () => (records.kept().said ?? []).includes("completed"));
  await leave();
  assert.deepEqual([count(records, "answered"), count(records, "completed")], [1, 1]);
});

for (const [what, pattern] of [["token", /fetch/], ["launch data", /LMS\.LaunchData/], ["record", /^GET .*stateId=concord/]]) {
  launched(`without its ${what} a launch records nothing, overwrites nothing, and says what to do`, {}, async ({ page, records, begin, leave }) => {
    await choose(await begin(), FIRST, RIGHT);
    await eventually("the record", () => /answer/.test(records.kept().record ?? ""));
    await leave();
    const before = [records.states.get("concord"), records.statements.length];
    records.lose(pattern);
    const frame = await begin();
    await says(page, /could not be reached/);
    await choose(frame, SECOND, 0);
    assert.deepEqual([records.states.get("concord"), records.statements.length], before);
    records.lose(null);
    await page.reload();
    assert.match(await record(await guide(page)), new RegExp(`answer ${FIRST} `));
    await says(page, /^$/);
    await leave();
  });
}

launched("whoever fails and then passes is said to have failed when they left, and to have passed at once", { masteryScore: 0.1 }, async ({ page, host, records, begin, leave }) => {
  await page.goto(`${host.root}launch.html`);
  const table = await page.evaluate(() => JSON.parse(document.getElementById("table").textContent));
  const wrong = table.items.map(({ id, version, of }) => `answer ${id} ${version} 0 ${of} sure 20000 300 500 20003`);
  records.states.set("concord", JSON.stringify({ record: ["concord 1", "theme system", ...wrong, ""].join("\n"), best: 0, said: [] }));
  await begin();
  await eventually("completion", () => records.verbs().includes("completed"));
  assert.equal(count(records, "failed"), 0);
  await leave();
  assert.deepEqual(records.verbs(), ["initialized", "completed", "failed", "terminated"]);
  const frame = await begin();
  await choose(frame, FIRST, RIGHT);
  await eventually("the better result", () => count(records, "passed") === 1);
  await leave();
  await begin();
  await leave();
  assert.deepEqual([count(records, "failed"), count(records, "passed"), count(records, "completed")], [1, 1, 1]);
});

for (const damaged of ["{", "null", "[]", `{"record":7,"best":"x","location":{}}`, `{"record":"concord 1\\nanswer q-states-case x y\\nlesson A_B -\\ntheme neon\\n"}`]) {
  launched(`what comes back as ${damaged.slice(0, 20)} stops nobody`, {}, async ({ page, records, begin, leave }) => {
    records.states.set("concord", damaged);
    const frame = await begin();
    await choose(frame, FIRST, RIGHT);
    await eventually("the record", () => {
      try {
        return records.kept().record.includes(`answer ${FIRST}`);
      } catch {
        return false;
      }
    });
    assert.doesNotMatch(await frame.evaluate(() => document.body.textContent), /set aside/);
    await leave();
  });
}

for (const [launchMode, word] of [["Review", /attempt is over/], ["Browse", /look around/]]) {
  launched(`${launchMode} says that it began, and records no answer`, { launchMode }, async ({ page, records, begin, leave }) => {
    const frame = await begin();
    await says(page, word);
    await choose(frame, FIRST, RIGHT);
    await leave();
    assert.deepEqual(records.verbs(), ["initialized", "terminated"]);
    assert.equal(records.states.size, 0);
  });
}

launched("whoever is to go back has a button for it, and all is sent before", { returns: true }, async ({ page, records, begin }) => {
  const frame = await begin();
  await choose(frame, FIRST, RIGHT);
  await page.click("#leave");
  await eventually("the way back", () => page.url().endsWith("?back"));
  assert.deepEqual(records.verbs(), ["initialized", "answered", "terminated"]);
});

launched("a hosted guide is launched in the same way, and its pages are read without", { kind: "site" }, async ({ newPage, host, records, begin }) => {
  await choose(await begin(), FIRST, RIGHT);
  await eventually("an answer", () => records.verbs().includes("answered"));
  const other = await newPage();
  await other.goto(`${host.root}lessons/states-matter/index.html`);
  await choose(other, FIRST, 0);
  assert.match(await record(other), new RegExp(`answer ${FIRST} \\d+ 0 1 `));
  assert.equal(count(records, "answered"), 1);
});

launched("without a launch the page says that nothing is recorded, and asks nobody", {}, async ({ page, host }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).origin));
  await page.goto(`${host.root}launch.html`);
  await choose(await guide(page), FIRST, RIGHT);
  await says(page, /Nothing is recorded/);
  assert.deepEqual([...new Set(asked.filter((origin) => origin !== "null"))], [host.origin]);
});
