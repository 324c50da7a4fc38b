// What a learner does in a package, in the frame of its launch page, in each engine.

import { after, test } from "node:test";

import { ENGINES, launch } from "../../support/browsers.mjs";
import { eventually } from "../../support/condition.mjs";

/** The browsers of this file, each started when it is first needed. */
const browsers = new Map();
const browserFor = (engine) => {
  if (!browsers.has(engine)) browsers.set(engine, launch(engine));
  return browsers.get(engine);
};

after(async () => {
  await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()));
});

/** Runs a visit in both engines at once: `fn({ page, engine })`. */
export function inEachEngine(name, fn) {
  test(name, { concurrency: ENGINES.length, timeout: 240_000 }, (t) => {
    const run = async (engine) => {
      const browser = await browserFor(engine);
      const visit = await browser.visit();
      try {
        await fn({ engine, page: await browser.newPage(visit), newPage: () => browser.newPage(visit) });
      } finally {
        await visit.close();
      }
    };
    return Promise.all(ENGINES.map((engine) => t.test(engine, { timeout: 240_000 }, () => run(engine))));
  });
}

/** The guide's frame, as soon as it answers. */
export function guide(page) {
  return eventually("the guide to answer", async () => {
    const frames = page.frames().filter((frame) => !frame.url().includes("launch.html") && frame !== page.mainFrame());
    for (const frame of frames) {
      if (await frame.evaluate(() => document.documentElement.dataset.interactive === "on").catch(() => false)) return frame;
    }
    return null;
  });
}

/** Waits until the launch page says so: `/^$/` where all is well. */
export function says(page, pattern) {
  return eventually(`the launch page to say ${pattern}`, async () => {
    const launched = page.frames().find((frame) => frame.url().includes("launch.html"));
    return pattern.test((await launched?.evaluate(() => document.getElementById("status").textContent).catch(() => null)) ?? "…");
  });
}

/** Answers a question with one of several answers: the one at that place. */
export async function choose(frame, id, place) {
  await frame.evaluate(
    (id, place) => {
      const form = document.getElementById(`_stem-${id}`).closest("section.item").querySelector("form");
      form.querySelector("[data-do=again]")?.click();
      const option = form.querySelectorAll(".options input")[place];
      option.focus();
      option.click();
      form.querySelector("[type=submit]").click();
    },
    id,
    place,
  );
  await eventually(`a verdict on ${id}`, () =>
    frame.evaluate((id) => document.getElementById(`_stem-${id}`).closest("section.item").querySelector(".feedback .verdict") !== null, id),
  );
}

/** Says that the lesson is finished. */
export async function finish(frame) {
  await frame.evaluate(() => document.querySelector("[data-control^=finish] input").click());
}
