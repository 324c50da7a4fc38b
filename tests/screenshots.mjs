// Pictures of the guide for people to look at: `node tests/screenshots.mjs` writes them to
// `tests/output/`. Nothing checks them.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { launch } from "./support/browsers.mjs";
import { serve } from "./support/server.mjs";
import { FOLDER, NOT_FOUND, lessons, open } from "./support/site.mjs";

const OUTPUT = fileURLToPath(new URL("output", import.meta.url));
const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1366, height: 900 } };

const [first, second] = await lessons();
const PAGES = {
  home: "",
  "lesson-1": first,
  "lesson-2": second,
  argument: "argument/",
  map: "community/?states=aut,tuv",
  glossary: "glossary/",
  "not-found": NOT_FOUND,
};

await mkdir(OUTPUT, { recursive: true });
const host = await serve(FOLDER);
for (const scheme of ["light", "dark"]) await takePictures(scheme);
await host.close();
console.log(`The pictures are in ${OUTPUT}.`);

async function takePictures(scheme) {
  const browser = await launch("chromium", { dark: scheme === "dark" });
  const page = await browser.newPage(await browser.visit());
  for (const [name, address] of Object.entries(PAGES)) {
    await open(page, host.root + address);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewport(viewport);
      await page.evaluate(() => document.fonts.ready.then(() => null));
      await page.screenshot({ path: join(OUTPUT, `${name}-${size}-${scheme}.png`), fullPage: true });
    }
  }
  if (scheme === "light") await print(page);
  await browser.close();
}

async function print(page) {
  for (const name of ["lesson-1", "argument", "map"]) {
    await open(page, host.root + PAGES[name]);
    await page.pdf({ path: join(OUTPUT, `${name}.pdf`), format: "A4" });
  }
}
