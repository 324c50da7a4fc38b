// The guide is attached to the program's file. Whatever becomes of that section on the way, the text
// stays, and one line says that interactive parts are off.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { lessons, live } from "../support/site.mjs";
import { changeSection } from "../support/wasm.mjs";

const [FIRST] = await lessons();
const PROGRAM = /\/concord-\w+\.wasm$/;

/** What may happen to the section, or to the whole file. */
const FAULTS = {
  "is missing": (file) => changeSection(file, () => undefined),
  "is empty": (file) => changeSection(file, () => Buffer.alloc(0)),
  "is another's": (file) => changeSection(file, () => Buffer.from("not a guide at all")),
  "was made for another program": (file) => changeSection(file, (guide) => ((guide[8] ^= 1), guide)),
  "is cut": (file) => changeSection(file, (guide) => guide.subarray(0, guide.length - 100)),
  "has lost all but its head": (file) => changeSection(file, (guide) => guide.subarray(0, 11)),
  "has one wrong byte": (file) => changeSection(file, (guide) => ((guide[guide.length >> 1] ^= 4), guide)),
  "is cut with the file": (file) => file.subarray(0, file.length - 1000),
};

/** What each browser says of a file that is not the one that was built. */
const CUT_OFF = /^(console|page) error: .*(SRI's integrity checks failed|(the|') ?integrity'? attribute)/;

for (const [fault, change] of Object.entries(FAULTS)) {
  inEachBrowser(`where the attached guide ${fault}, the text stays and one line says what is off`, { tolerated: [/^console warn/, /^console warning/, CUT_OFF] }, async ({ host, page }) => {
    host.change(PROGRAM, change);
    await page.goto(host.root + FIRST, { waitUntil: "load" });
    await until(page, "the line that says it", () => document.getElementById("_off").checkVisibility());
    const seen = await page.evaluate(() => ({
      text: document.getElementById("_app").innerText.length > 400,
      interactive: document.documentElement.dataset.interactive ?? null,
    }));
    assert.deepEqual(seen, { text: true, interactive: null });
  });
}

inEachBrowser("a host that does not know what wasm is serves the program all the same", async ({ host, page }) => {
  // The server of these tests goes by the ending, so the name is what it does not know.
  host.unknown(PROGRAM);
  await page.goto(host.root + FIRST, { waitUntil: "load" });
  await live(page);
});
