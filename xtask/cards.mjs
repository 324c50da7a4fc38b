// Draws the picture that other sites show beside a link, for each page that names one: its title, what it is about, and the
// guide's name, in the guide's typeface and colours. What that typeface does not have is in one of the system's.
// `node xtask/cards.mjs <site>`

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import subset from "subset-font";

const FACE = "style/fonts/newsreader-latin-wght-normal.woff2";
const [WIDTH, HEIGHT, EDGE] = [1200, 630, 84];
const FAMILY = "Newsreader";

/** What is written: the attributes of a page's head that hold it, its size, weight and lines, all in pixels. */
const TITLE = { size: 68, weight: 600, line: 80, most: 4 };
const ABOUT = { size: 34, weight: 400, line: 46, most: 3 };

const [site] = process.argv.slice(2);
const files = (await readdir(site, { recursive: true })).filter((name) => name.endsWith(".html")).sort();
const cards = (await Promise.all(files.map(async (name) => cardOf(await readFile(join(site, name), "utf8"))))).filter(Boolean);

const tokens = await readFile("style/tokens.css", "utf8");
const colour = (name) => new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6})`).exec(tokens)[1];
const letters = [...new Set(cards.flatMap(({ title, about, name }) => [...title, ...about, ...name, "…"]))].join("");
const whole = await readFile(FACE);
const fontFiles = await Promise.all([TITLE, ABOUT].map(({ weight }) => written(weight)));
const widths = new Map();
/** Looking through the system's faces takes longer than drawing, and most texts need none. */
const fontFor = (text) => ({ fontFiles, loadSystemFonts: /[^\p{Script=Latin}\p{Script=Common}]/u.test(text), defaultFontFamily: FAMILY });

for (const card of cards) {
  const file = join(site, card.file);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, new Resvg(drawn(card), { font: fontFor(card.title + card.about + card.name) }).render().asPng());
}
console.log(`${cards.length} pictures for links stand in ${join(site, "cards")}.`);

/** The face at one weight, as a file, which is how it is taken. */
async function written(weight) {
  const file = join("target", "cards", `${weight}.ttf`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await subset(whole, letters, { targetFormat: "sfnt", variationAxes: { wght: weight } }));
  return file;
}

/** What a page says of itself; nothing if it names no picture of this site. */
function cardOf(text) {
  const said = (property) => unescaped(new RegExp(`<meta property="og:${property}" content="([^"]*)"`).exec(text)?.[1] ?? "");
  const file = /\/(cards\/[a-z0-9-]+\.png)$/.exec(said("image"))?.[1];
  const isToLeft = /<html[^>]* dir="rtl"/.test(text);
  return file && { file, title: said("title"), about: said("description"), name: said("site_name"), isToLeft };
}

function unescaped(text) {
  const signs = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => signs[name]);
}

function escaped(text) {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`);
}

function drawn({ title, about, name, isToLeft }) {
  const [start, x] = isToLeft ? ["end", WIDTH - EDGE] : ["start", EDGE];
  // A page's title ends with the guide's name, which stands below.
  const own = title === name ? title : title.replace(new RegExp(`\\s[–·|-]\\s${name.replace(/[^\p{L}\p{N} ]/gu, "\\$&")}$`, "u"), "");
  let y = EDGE + TITLE.size;
  const lines = [];
  for (const [text, style, fill] of [[own, TITLE, colour("ink")], [about, ABOUT, colour("faded")]]) {
    for (const line of broken(text, style)) {
      if (y > HEIGHT - 120) break;
      lines.push(label(line, style, fill, x, y, start));
      y += style.line;
    }
    y += 14;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${colour("paper")}"/>
<rect width="${WIDTH}" height="14" fill="${colour("accent")}"/>
<rect x="${EDGE}" y="${HEIGHT - 108}" width="${WIDTH - 2 * EDGE}" height="1.5" fill="${colour("rule")}"/>
${lines.join("\n")}
${label(name, { size: 30, weight: 600 }, colour("accent"), x, HEIGHT - 56, start)}
</svg>`;
}

function label(text, { size, weight }, fill, x, y, start) {
  return `<text x="${x}" y="${y}" font-family="${FAMILY}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${start}">${escaped(text)}</text>`;
}

/** A text in lines that fit; what has no room ends in an ellipsis. */
function broken(text, style) {
  const [lines, words] = [[], text.split(/\s+/).filter(Boolean)];
  const fits = (line) => width(line, style) <= WIDTH - 2 * EDGE;
  while (words.length > 0 && lines.length < style.most) {
    let line = words.shift();
    while (words.length > 0 && fits(`${line} ${words[0]}`)) line += ` ${words.shift()}`;
    lines.push(line);
  }
  if (words.length > 0) {
    let last = lines.pop();
    while (last.includes(" ") && !fits(`${last} …`)) last = last.slice(0, last.lastIndexOf(" "));
    lines.push(`${last} …`);
  }
  return lines;
}

/** How wide a line is, as the words of it are. */
function width(line, style) {
  return line.split(" ").reduce((sum, word) => sum + ofWord(word, style) + 0.25 * style.size, -0.25 * style.size);
}

function ofWord(word, { size, weight }) {
  const key = `${weight} ${size} ${word}`;
  if (!widths.has(key)) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * WIDTH}" height="200">${label(word, { size, weight }, "#000", 0, 100, "start")}</svg>`;
    widths.set(key, new Resvg(svg, { font: fontFor(word) }).getBBox()?.width ?? size * word.length);
  }
  return widths.get(key);
}
