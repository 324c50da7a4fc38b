// What somebody hears who reads by a screen reader: the words in which a virtual one tells a part of a page.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const PACKAGE = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/package.json");
const MODULE = await readFile(PACKAGE.replace(/package\.json$/, "lib/esm/index.browser.js"), "utf8");
// A script that is brought in past the page's policy is no module, and so exports nothing.
const SOURCE = `(() => { ${MODULE.replace(/export\s*\{[^}]*(?<=[{,\s])([\w$]+) as virtual\};/, (_, name) => `window.hearing = ${name};`)}\n})()`;
if (!SOURCE.includes("window.hearing = ")) throw new Error("The virtual screen reader is written otherwise than it was.");

/** The most that is heard of a part, so that an end that is never reached is told. */
const MOST_PHRASES = 400;

/** Brings the reader in; once for each document. */
export function listen(page) {
  return page.evaluate(SOURCE);
}

/** What is heard of the part of the page that matches, from its beginning to its end, a phrase each. */
export async function heard(page, selector) {
  return page.evaluate(
    async (selector, most) => {
      const reader = window.hearing;
      await reader.start({ container: document.querySelector(selector) });
      const beginning = reader.activeNode;
      for (let steps = 0; steps < most; steps += 1) {
        await reader.next();
        // At its end it begins anew.
        if (reader.activeNode === beginning && !(await reader.lastSpokenPhrase()).startsWith("end")) break;
      }
      const said = await reader.spokenPhraseLog();
      await reader.stop();
      return said;
    },
    selector,
    MOST_PHRASES,
  );
}

/** What is said of its own accord while something is done anywhere on the page. */
export async function told(page, act) {
  await page.evaluate(() => window.hearing.start({ container: document.body }));
  const before = await page.evaluate(async () => (await window.hearing.spokenPhraseLog()).length);
  await act();
  return page.evaluate(async (before) => {
    const said = (await window.hearing.spokenPhraseLog()).slice(before);
    await window.hearing.stop();
    return said;
  }, before);
}
