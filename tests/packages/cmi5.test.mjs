// A lesson that cmi5 launches: with a record store of another origin, which may be away, and from a host that knows nothing
// of either.

import assert from "node:assert/strict";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { eventually } from "../support/condition.mjs";
import { serve } from "../support/server.mjs";
import { choose, finish, guide, inEachEngine, said } from "./support/learner.mjs";
import { made } from "./support/made.mjs";
import { store } from "./support/store.mjs";
import { unzipped } from "./support/zip.mjs";

const [FIRST, SECOND] = ["q-what-the-claim-says", "q-states-case"];
const record = (frame) => frame.evaluate(() => localStorage.getItem("concord:concord:/package/") ?? "");

function launched(name, { kind = "cmi5", ...asked }, fn) {
  inEachEngine(`cmi5: ${name}`, async (visit) => {
    const folder = await mkdtemp(join(tmpdir(), "concord-package-"));
    for (const [path, bytes] of await unzipped(made(`concord-states-matter-${kind}.zip`))) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    const [host, records] = [await serve(folder, { mount: "/package/", answersFolders: false }), await store(asked)];
    try {
      await fn({ ...visit, host, records });
      assert.deepEqual(records.faults, []);
    } finally {
      await Promise.all([host.close(), records.close(), rm(folder, { recursive: true, force: true })]);
    }
  });
}

launched("statements come in their order, each once, and the record is there again", {}, async ({ page, host, records }) => {
  await page.goto(`${host.root}launch.html${records.launch()}`);
  let frame = await guide(page);
  assert.equal(await said(page), "");
  await choose(frame, FIRST, 0);
  await eventually("an answer", () => records.verbs().includes("answered"));
  const { object, result } = records.statements.find(({ verb }) => verb.id.endsWith("answered"));
  assert.equal(object.definition.interactionType, "choice");
  assert.deepEqual(object.definition.correctResponsesPattern, ["c"]);
  assert.deepEqual([result.response, result.success], ["a", false]);
  await finish(frame);
  await eventually("the end", () => records.verbs().includes("completed"));
  await eventually("the record", () => /finished/.test(records.states.get("concord")?.record ?? ""));
  await page.goto("about:blank");
  await eventually("that it is over", () => records.verbs().includes("terminated"));
  assert.deepEqual(records.verbs(), ["initialized", "answered", "completed", "terminated"]);

  await page.goto(`${host.root}launch.html${records.launch()}`);
  frame = await guide(page);
  assert.match(await record(frame), new RegExp(`answer ${FIRST} `));
});

launched("while the store is away answers are kept, and sent when it is back", {}, async ({ page, host, records }) => {
  await page.goto(`${host.root}launch.html${records.launch()}`);
  const frame = await guide(page);
  await eventually("a beginning", () => records.states.has("concord"));
  records.lose(true);
  await choose(frame, FIRST, 2);
  await choose(frame, SECOND, 0);
  await eventually("word of it", async () => /kept/.test(await said(page)));
  records.lose(false);
  await eventually("both answers", () => records.verbs().filter((verb) => verb === "answered").length === 2);
  await eventually("that all is well", async () => (await said(page)) === "");
  assert.equal(new Set(records.statements.map(({ id }) => id)).size, records.statements.length);
});

launched("a review says that it began, and records no answer", { launchMode: "Review" }, async ({ page, host, records }) => {
  await page.goto(`${host.root}launch.html${records.launch()}`);
  const frame = await guide(page);
  assert.match(await said(page), /nothing is recorded/);
  await choose(frame, FIRST, 2);
  await page.goto("about:blank");
  await eventually("its end", () => records.verbs().includes("terminated"));
  assert.deepEqual(records.verbs(), ["initialized", "terminated"]);
});

launched("a hosted guide is launched in the same way, and its pages are read without", { kind: "site" }, async ({ page, newPage, host, records }) => {
  await page.goto(`${host.root}launch.html${records.launch()}`);
  await choose(await guide(page), FIRST, 2);
  await eventually("an answer", () => records.verbs().includes("answered"));
  const other = await newPage();
  await other.goto(`${host.root}lessons/states-matter/index.html`);
  await choose(other, FIRST, 0);
  assert.match(await record(other), new RegExp(`answer ${FIRST} \\d+ 0 1 `));
  assert.equal(records.verbs().filter((verb) => verb === "answered").length, 1);
});

launched("without a launch the page says that nothing is recorded, and asks nobody", {}, async ({ page, host }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).origin));
  await page.goto(`${host.root}launch.html`);
  await choose(await guide(page), FIRST, 2);
  assert.match(await said(page), /Nothing is recorded/);
  assert.deepEqual([...new Set(asked.filter((origin) => origin !== "null"))], [host.origin]);
});
