// The two browsers that the journeys run in, each with a fresh profile and a process of its own.

import { accessSync, constants } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

import puppeteer from "puppeteer-core";

/** The names of the engines, as test names show them. */
export const ENGINES = ["chromium", "firefox"];

const PROGRAMS = {
  chromium: { variable: "CHROMIUM", names: ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome"] },
  firefox: { variable: "FIREFOX", names: ["firefox-esr", "firefox"] },
};

/**
 * Chromium draws its own window around a page even where nobody sees it, which is two thirds of its work here; its headless
 * shell is the same engine without that. It has no settings of a reader, either: where a journey needs these, the whole browser is
 * started.
 */
const WITHOUT_SETTINGS = /headless-shell/;

/** How long a browser may take to start: a busy machine is no failure. */
const START_MILLISECONDS = 120_000;
/** How long Firefox may take to answer its driver. */
const ANSWER_MILLISECONDS = 60_000;

/** How Chromium is started here. */
export const CHROMIUM_FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a browser. `scripts: false` switches scripts off, `storage: false` denies the site any
 * storage, `dark: true` asks for a dark scheme, `forced: true` for the system's colours alone.
 */
export async function launch(engine, { scripts = true, storage = true, dark = false, forced = false } = {}) {
  const executablePath = storage ? program(engine) : withSettings(engine);
  const start = engine === "firefox" ? startFirefox : startChromium;
  const { browser, profile } = await start(executablePath, { scripts, storage, dark, forced });
  return {
    engine,
    /** A page that shares nothing with the pages of other visits. */
    visit: () => browser.createBrowserContext(),
    /** A further page of a visit, with what was asked of the browser. */
    newPage: (visit) => newPage(engine, visit, { scripts, dark, forced }),
    version: () => browser.version(),
    close: () => close(browser, profile),
  };
}

/** Where the engine's program is: as its variable says, else the first on the path. */
export function program(engine) {
  const { variable, names } = PROGRAMS[engine];
  if (process.env[variable]) return process.env[variable];
  return found(names, engine);
}

function found(names, engine) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const own = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
  if (!own) throw new Error(`No ${engine} was found: put ${names.join(" or ")} on the PATH, or name the program in ${PROGRAMS[engine].variable}.`);
  return own;
}

/** The engine's program, with the settings that readers have. */
function withSettings(engine) {
  const own = program(engine);
  return WITHOUT_SETTINGS.test(own) ? found(PROGRAMS[engine].names.filter((name) => !WITHOUT_SETTINGS.test(name)), engine) : own;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function startChromium(executablePath, { storage }) {
  const profile = await mkdtemp(join(tmpdir(), "concord-chromium-"));
  if (!storage) await denyStorage(profile);
  const browser = await puppeteer.launch({ executablePath, userDataDir: profile, args: CHROMIUM_FLAGS, timeout: START_MILLISECONDS });
  return { browser, profile };
}

/** Blocks cookies, and with them all storage, as a reader does it in the settings. */
async function denyStorage(profile) {
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  await mkdir(join(profile, "Default"));
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(settings));
}

/** Firefox has no commands for these, only preferences of the whole browser. */
async function startFirefox(executablePath, { scripts, storage, dark, forced }) {
  const extraPrefsFirefox = { "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1 };
  if (forced) extraPrefsFirefox["browser.display.document_color_use"] = 2;
  if (!scripts) extraPrefsFirefox["javascript.enabled"] = false;
  if (!storage) extraPrefsFirefox["network.cookie.cookieBehavior"] = 2;
  // Puppeteer makes a profile of its own for this browser and deletes it in the end.
  const browser = await started({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox, timeout: START_MILLISECONDS, protocolTimeout: ANSWER_MILLISECONDS });
  return { browser };
}

/** A browser that does not answer at its start is started once more. */
function started(options) {
  return puppeteer.launch(options).catch(() => puppeteer.launch(options));
}

async function newPage(engine, visit, { scripts, dark, forced }) {
  const page = await visit.newPage();
  if (engine === "chromium") {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
    if (forced) {
      const features = [{ name: "forced-colors", value: "active" }];
      await (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { features });
    }
    if (!scripts) await page.setJavaScriptEnabled(false);
  } else {
    for (const look of ["$", "$$", "$eval", "$$eval", "focus"]) askAgain(page, look);
  }
  return page;
}

/**
 * Puppeteer keeps a handle of its own helpers for each document. When Firefox puts a document into the place of another, it
 * may still use that of the old one, which Firefox does not know any more: it has looked at nothing then, and looks again.
 */
function askAgain(page, look) {
  const ask = page[look].bind(page);
  page[look] = async (...values) => {
    try {
      return await ask(...values);
    } catch (error) {
      if (!/no such handle/.test(error.message)) throw error;
      return ask(...values);
    }
  };
}

/** Ends the browser, if need be by its own handle, and deletes its profile, which the last of its processes may still hold: what is left of it then is no failure. */
async function close(browser, profile) {
  const handle = browser.process();
  await browser.close().catch(() => handle?.kill("SIGKILL"));
  if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 20 }).catch(() => {});
}
