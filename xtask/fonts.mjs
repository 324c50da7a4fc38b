// Writes the typeface as a site of a pack needs it: only the characters that the pack has, besides those
// that readers type, and only the weights that the stylesheet declares. `node xtask/fonts.mjs <pack> <folder>`

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import subset from "subset-font";

const STYLES = "style/fonts.css";
/** What of a pack is text; the rest is drawings and outlines, whose text has a typeface of its own. */
const TEXTS = /\.(md|toml|csv)$/;
/** The printable characters of ASCII. */
const TYPED = Array.from({ length: 95 }, (_, place) => String.fromCharCode(32 + place));

const [pack, folder] = process.argv.slice(2);
const names = (await readdir(pack, { recursive: true })).filter((name) => TEXTS.test(name)).sort();
const texts = await Promise.all(names.map((name) => readFile(join(pack, name), "utf8")));
const characters = [...new Set([...TYPED, ...texts.join("")])].sort().join("");

await mkdir(folder, { recursive: true });
const faces = (await readFile(STYLES, "utf8")).split("@font-face").filter((face) => face.includes("url("));
for (const face of faces) {
  const [, file] = /url\("([^"]+)"\)/.exec(face);
  const [min, max = min] = /font-weight: ([\d ]+);/.exec(face)[1].split(" ").map(Number);
  const whole = await readFile(join("style", file));
  const wght = min === max ? min : { min, max };
  const part = await subset(whole, characters, { targetFormat: "woff2", variationAxes: { wght } });
  await writeFile(join(folder, basename(file)), part);
}
