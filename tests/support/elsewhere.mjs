// A page of another site that shows pieces of the guide: served from an origin of its own.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eventually, until } from "./condition.mjs";
import { serve } from "./server.mjs";

/** Where such a page stands at its host. */
const MOUNT = "/class/";

/** Only these pages may be of another origin. */
export const ELSEWHERE = [/^other origin: http:\/\/127\.0\.0\.1:\d+\/class\//];

/**
 * Opens a page of another site with `body`, and hands it to `use`. `html` are the attributes of its root, `headers` what its host
 * sends, `files` others that it has beside it.
 */
export async function elsewhere(page, { body, head = "", html = 'lang="en"', headers = {}, files = {} }, use) {
  const folder = await mkdtemp(join(tmpdir(), "concord-elsewhere-"));
  const text = `<!DOCTYPE html><html ${html}><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Class</title><link rel="icon" href="data:,">${head}<h1>Class</h1>\n${body}\n<p>Discuss.</p></html>`;
  for (const [name, bytes] of Object.entries({ "index.html": text, ...files })) await writeFile(join(folder, name), bytes);
  const site = await serve(folder, { mount: MOUNT, headers });
  try {
    await page.goto(site.root, { waitUntil: "load" });
    return await use(site);
  } finally {
    await page.goto("about:blank");
    await site.close();
    await rm(folder, { recursive: true });
  }
}

/** The frames of a page that have a document, in their order; all of them. */
export function framesIn(page, count) {
  return eventually(`${count} frames`, async () => {
    const frames = page.mainFrame().childFrames().filter((frame) => frame.url().startsWith("http"));
    return frames.length === count && frames;
  });
}

/** The first frame of a page, once the guide's program answers in it. */
export async function answering(page) {
  const [frame] = await framesIn(page, 1);
  await until(frame, "the frame to answer the reader", () => document.documentElement?.dataset.interactive === "on");
  return frame;
}

/** How high the first frame of an element is, and its window. */
export function heights(page) {
  return page.$eval("concord-embed", (element) => Math.round(element.shadowRoot.firstChild.getBoundingClientRect().height));
}
