// The built site under test: its folder and its pages.

import { readdir, readFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";

import { until } from "./condition.mjs";

/** The folder of the built site. */
export const FOLDER = resolve(process.env.CONCORD_DIST ?? "dist");

/** Where pieces for frames stand. */
const FRAMES = "embed/";

/** The page of one state: three letters below the community. */
const STATE = /^community\/[a-z]{3}\/$/;

/** Of the pages of states, which differ in their words alone, those that are tested as pages. */
const SOME_STATES = ["community/tuv/", "community/vat/"];

/** The page for unknown addresses, which a host serves at any of them. */
export const NOT_FOUND = "404.html";

/** What is shown without a network in place of a page that a device does not keep; of the guide's pages it is none. */
export const OFFLINE = "offline.html";

/** The files of all pages, relative to the site's root, with `/`; the one for unknown addresses too. */
export async function pageFiles() {
  return (await documents()).filter(([, leadsOn]) => !leadsOn).map(([file]) => file);
}

/** The files of pages that only lead from a former address to that of today. */
export async function movedFiles() {
  return (await documents()).filter(([, leadsOn]) => leadsOn).map(([file]) => file);
}

/** All files of HTML, each with whether it only leads on. */
async function documents() {
  const files = await readdir(FOLDER, { recursive: true }).catch(() => []);
  const pages = files.map((file) => file.split(sep).join("/")).filter((file) => file.endsWith(".html") && file !== OFFLINE);
  if (pages.length === 0) throw new Error(`There is no built site in ${FOLDER}; build it, or name its folder in CONCORD_DIST.`);
  return Promise.all(pages.sort().map(async (file) => [file, (await text(file)).includes('http-equiv="refresh"')]));
}

/** The addresses of the guide's own pages, relative to the site's root: `lessons/one/`; of states, some. */
export async function pages() {
  const own = (await addresses()).filter((address) => !address.startsWith(FRAMES));
  return own.filter((address) => !STATE.test(address) || SOME_STATES.includes(address));
}

/** One page of each kind: all others differ from them in their words alone, and the whole guide is made of lessons. */
export async function onePageOfEachKind() {
  const all = await pages();
  const kindOf = (address) => address.replace(/(?<=\/).+$/, "…");
  const kinds = [...new Set(all.map(kindOf))].filter((kind) => kind !== "whole/");
  const frames = (await someFrames()).filter((_, place) => place % 2 === 0);
  return [...kinds.map((kind) => all.find((address) => kindOf(address) === kind)), ...frames];
}

/** The files of all tables, relative to the site's root. */
export async function tableFiles() {
  const files = await readdir(FOLDER, { recursive: true });
  return files.map((file) => file.split(sep).join("/")).filter((file) => file.endsWith(".csv"));
}

/** The addresses of all pages of states. */
export async function statePages() {
  return (await addresses()).filter((address) => STATE.test(address));
}

/** The addresses of pieces that other sites show in frames, in their order of files. */
export async function frames() {
  return (await addresses()).filter((address) => address.startsWith(FRAMES));
}

/** Two frames of each kind of piece: all others differ from them in their words alone. */
export async function someFrames() {
  const all = await frames();
  const kindOf = (address) => address.split("/")[1];
  const kinds = [...new Set(all.map(kindOf))];
  return kinds.flatMap((kind) => all.filter((address) => kindOf(address) === kind).slice(0, 2));
}

async function addresses() {
  const files = await pageFiles();
  return files.filter((file) => file !== NOT_FOUND).map((file) => file.replace(/(^|\/)index\.html$/, "$1"));
}

/** The addresses of the lessons, in reading order, which is the order of the home page's list. */
export async function lessons() {
  const [, rest] = (await text("index.html")).split('<section class="lessons"');
  const [list] = rest.split("</section>");
  return [...list.matchAll(/href="(lessons\/[^"#]+\/)"/g)].map(([, address]) => address);
}

/** The title of a page, as the prerendered file has it. */
export async function title(address) {
  const [, escaped] = /<title>(.*)<\/title>/.exec(await text(`${address}index.html`));
  const characters = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
  return escaped.replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => characters[name]);
}

/** Opens an address and waits until the page answers the reader, in its own fonts. */
export async function open(page, address) {
  await page.goto(address, { waitUntil: "load" });
  await live(page);
  await fonts(page);
}

/** Loads the page that is open anew, and waits until it answers the reader, in its own fonts. */
export async function reload(page) {
  await page.reload({ waitUntil: "load" });
  await live(page);
  await fonts(page);
}

/**
 * Waits until the page is laid out with its fonts: a browser asks for them when it first lays out,
 * which may be after the page has loaded, and what is measured before stands elsewhere later.
 */
export function fonts(page) {
  return page.evaluate(async () => {
    document.body.getBoundingClientRect();
    await document.fonts.ready;
  });
}

/** Waits until the page that is open answers the reader. */
export function live(page) {
  return until(page, "the page to answer the reader", () => document.documentElement?.dataset.interactive === "on");
}

/** The text of one of the site's files. */
export function text(file) {
  return readFile(join(FOLDER, file), "utf8");
}
