// Pictures of the guide for people to look at: `node tests/screenshots.mjs` writes them to `tests/output/`, every kind
// of page on a phone and on a laptop, light, dark and in the system's own colours, as far as their first screens go
// and as a whole, and on paper. Words after the command choose pages. Nothing checks the pictures.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { launch } from "./support/browsers.mjs";
import { drawn } from "./support/map.mjs";
import { KINDS, questionOf } from "./support/questions.mjs";
import { serve } from "./support/server.mjs";
import { FOLDER, NOT_FOUND, lessons, open } from "./support/site.mjs";

const OUTPUT = fileURLToPath(new URL("output", import.meta.url));
const SIZES = { phone: { width: 390, height: 844, hasTouch: true }, laptop: { width: 1280, height: 720 } };
const SCHEMES = { light: {}, dark: { dark: true }, forced: { forced: true } };

const [first, second] = await lessons();
const PAGES = {
  home: "",
  "lesson-1": first,
  "lesson-2": second,
  argument: "argument/",
  map: "community/?layer=vote-73-27",
  chosen: "community/?states=aut,tuv",
  state: "community/fra/",
  cases: "cases/",
  models: "models/",
  model: "models/seats/",
  institutions: "community/institutions/",
  glossary: "glossary/",
  sources: "sources/",
  search: "search/?q=sovereignty",
  teach: "teach/",
  plan: first.replace("lessons/", "teach/"),
  worksheet: `${first.replace("lessons/", "teach/")}worksheet/`,
  class: "class/",
  embed: `embed/${first}`,
  alarms: "models/alarms/",
  "good-faith": "models/good-faith/",
  data: "models/data/",
  standing: "standing/",
  quiz: "quiz/",
  "quiz-asked": "quiz/?kind=choice&count=3&ask=name",
  about: "about/",
  "not-found": NOT_FOUND,
};

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start));

await mkdir(OUTPUT, { recursive: true });
const host = await serve(FOLDER);
for (const [scheme, options] of Object.entries(SCHEMES)) await takePictures(scheme, options);
await host.close();
console.log(`The pictures are in ${OUTPUT}.`);

async function takePictures(scheme, options) {
  const browser = await launch("chromium", options);
  const page = await browser.newPage(await browser.visit());
  for (const [name, address] of Object.entries(PAGES).filter(([name]) => isWanted(name))) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewport(viewport);
      await open(page, host.root + address);
      if ((await page.$(".community .drawing")) !== null) await drawn(page);
      await page.screenshot({ path: join(OUTPUT, `${name}-${size}-${scheme}.png`) });
      await page.screenshot({ path: join(OUTPUT, `${name}-${size}-${scheme}-whole.png`), fullPage: true });
    }
    if (scheme === "light") await page.pdf({ path: join(OUTPUT, `${name}.pdf`), format: "A4" });
  }
  for (const kind of KINDS.filter((kind) => isWanted(`question-${kind}`))) {
    const { item } = await questionOf(page, host, kind);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewport(viewport);
      await (await page.$(item)).screenshot({ path: join(OUTPUT, `question-${kind}-${size}-${scheme}.png`) });
    }
  }
  await browser.close();
}
