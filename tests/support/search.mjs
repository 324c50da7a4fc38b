// The search: its page, what it finds and what it says, and a word to look for with a slip in it.

import { until } from "./condition.mjs";
import { text } from "./site.mjs";

/** The address of its page, and its parts. */
export const SEARCH = "search/";
export const FIELD = "#_search";
export const RESULT = ".results a";
/** What the search says of its results. */
export const SAID = "search .count";
/** A term of one word, and that word with a slip. */
export const TERM = await longTerm();
export const MISSPELT = misspell(TERM.title);

/** The first term that is one word, and long enough for a slip to be forgiven. */
async function longTerm() {
  const [, id, title] = /<h2 id="([^"]+)" tabindex="-1">(\p{L}{8,})<\/h2>/u.exec(await text("glossary/index.html"));
  return { id, title, href: `glossary/#${id}` };
}

/** Swaps the first two neighbours within a word that differ. */
function misspell(word) {
  const letters = [...word];
  const place = letters.findIndex((letter, place) => place > 0 && letter !== letters[place + 1]);
  [letters[place], letters[place + 1]] = [letters[place + 1], letters[place]];
  return letters.join("");
}

/** The address of a search, which has all but letters, digits and "-._~" as codes. */
export function addressFor(host, query) {
  const code = (character) => `%${character.codePointAt(0).toString(16).toUpperCase()}`;
  return `${host.root}${SEARCH}?q=${encodeURIComponent(query).replace(/[!'()*]/g, code)}`;
}

/** Waits for results of a query, and tells what the reader has before them. */
export async function resultsFor(page, query) {
  const there = (field, result, query) => document.querySelector(field)?.value === query && document.querySelector(result) !== null;
  await until(page, `results for ${query}`, there, FIELD, RESULT, query);
  return results(page);
}

/** What is shown as found. */
export function results(page) {
  return page.$$eval(RESULT, (links) =>
    links.map((link) => ({
      title: link.textContent,
      href: link.getAttribute("href"),
      marked: [...link.querySelectorAll("mark")].map((mark) => mark.textContent),
    })),
  );
}

/** What the search says, once it says that to screen readers as well. */
export async function said(page) {
  const told = (said) => {
    const text = document.querySelector(said)?.textContent;
    return text && document.getElementById("_status").textContent === text && text;
  };
  return until(page, "the search to say something", told, SAID);
}

/** Replaces what stands in the field at once, as pasting does. */
export function paste(page, query) {
  return page.$eval(
    FIELD,
    (field, query) => {
      field.select();
      document.execCommand("insertText", false, query);
    },
    query,
  );
}

/** Runs before the page: whatever that puts off waits until `runTimers` is called. */
export function holdTimers() {
  const waiting = new Map();
  let last = 0;
  const { setTimeout } = window;
  // What is only parted into slices goes on.
  window.setTimeout = (run, delay = 0) => {
    if (delay === 0) return setTimeout(run);
    waiting.set((last += 1), run);
    return last;
  };
  const { clearTimeout } = window;
  window.clearTimeout = (timer) => waiting.delete(timer) || clearTimeout(timer);
  window.runTimers = () => {
    for (const [timer, run] of waiting) {
      waiting.delete(timer);
      run();
    }
  };
}

/** What screen readers were told last, once nothing is put off any more. */
export function statusAtRest(page) {
  return page.evaluate(() => {
    window.runTimers();
    return document.getElementById("_status").textContent;
  });
}
