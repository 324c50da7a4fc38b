// How long a page keeps its thread busy, as Chromium's own trace tells it.

import assert from "node:assert/strict";

/** How much slower the CPU is made. */
const SLOWER = 4;
/**
 * The most that a task may take of the page's thread, so that no press waits. These tests run with nothing beside them, on a
 * processor like that of a laptop: one that takes longer for the yardstick is given as much longer for the page.
 */
const MOST_MILLISECONDS = 50;
/**
 * What the yardstick takes on such a processor, in milliseconds of the slowed thread: a choice. Rented processors took from 127 to
 * 285 for it, in the same hour.
 */
const YARDSTICK_MILLISECONDS = 70;
/** No processor takes less for it, slowed down. */
const MISSED_MILLISECONDS = 10;
/** In how many rounds a task that was too long must come back to be a fault of the page. */
const ROUNDS = 5;

/**
 * Does something, which can be done again, at a CPU four times slower, and fails if a task of the page takes too long.
 *
 * So that a busy machine is no failure, the time is that of the thread and not that of the clock, and it counts only
 * what comes back: a task that clears memory, or that was in another's way, is longer once.
 */
export async function assertQuick(page, what, act, most = MOST_MILLISECONDS) {
  const client = await page.createCDPSession();
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const trace = async (act, least) => {
    await page.tracing.start({ categories: ["toplevel"] });
    await act();
    return longest(JSON.parse(Buffer.from(await page.tracing.stop()).toString()).traceEvents, least);
  };
  const rounds = [];
  let allowed = 0;
  while (rounds.length < ROUNDS && (rounds.at(-1) ?? 1) > allowed) {
    // A trace may have missed it, which is no measure of anything.
    let measured = 0;
    for (let left = 3; measured < MISSED_MILLISECONDS && left > 0; left -= 1) measured = await trace(() => page.evaluate(yardstick), 0);
    allowed = most * Math.max(1, measured / YARDSTICK_MILLISECONDS);
    rounds.push(await trace(act, 10));
    console.log(`${what}: ${rounds.at(-1)} ms of ${Math.round(allowed)}, where the yardstick took ${measured} ms`);
  }
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await client.detach();
  assert.ok(rounds.at(-1) <= allowed, `${what}: the longest tasks of ${ROUNDS} rounds took ${rounds.join(", ")} ms of the thread, of ${Math.round(allowed)} ms`);
}

/** Runs in the page: work of the kinds that pages do, always the same: numbers, text, elements, and their places. */
function yardstick() {
  let seed = 1;
  const place = document.createElement("div");
  for (let nth = 0; nth < 2_000_000; nth += 1) seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
  for (let nth = 0; nth < 2000; nth += 1) {
    const line = document.createElement("p");
    line.textContent = (seed ^ nth).toString(36);
    place.append(line);
  }
  document.body.append(place);
  const { height } = place.getBoundingClientRect();
  place.remove();
  return height;
}

/** The longest task of a page's thread, in milliseconds, of which there are more than `least`. */
function longest(events, least) {
  const of = ({ pid, tid }) => `${pid} ${tid}`;
  const threads = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(of));
  const tasks = events.filter((event) => /RunTask$/.test(event.name) && event.tdur !== undefined && threads.has(of(event)));
  assert.ok(tasks.length > least, "the trace holds the page's tasks");
  return Math.round(Math.max(...tasks.map(({ tdur }) => tdur)) / 1000);
}
