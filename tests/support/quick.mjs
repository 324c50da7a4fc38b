// How long a page keeps its thread busy, as Chromium's own trace tells it.

import assert from "node:assert/strict";

/** How much slower the CPU is made. */
const SLOWER = 4;
/** The most that a task may take of the page's thread, so that no press waits. These tests run with nothing beside them. */
const MOST_MILLISECONDS = 50;
/** In how many rounds a task that was too long must come back to be a fault of the page. */
const ROUNDS = 3;

/**
 * Does something, which can be done again, at a CPU four times slower, and fails if a task of the page takes too long.
 *
 * So that a busy machine is no failure, the time is that of the thread and not that of the clock, and it counts only
 * what comes back: a task that clears memory, or that was in another's way, is longer once.
 */
export async function assertQuick(page, what, act, most = MOST_MILLISECONDS) {
  const client = await page.createCDPSession();
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const rounds = [];
  while (rounds.length < ROUNDS && (rounds.at(-1) ?? most + 1) > most) {
    await page.tracing.start({ categories: ["toplevel"] });
    await act();
    rounds.push(longest(JSON.parse(Buffer.from(await page.tracing.stop()).toString()).traceEvents));
  }
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await client.detach();
  assert.ok(rounds.at(-1) <= most, `${what}: the longest tasks of ${ROUNDS} rounds took ${rounds.join(", ")} ms of the thread`);
}

/** The longest task of a page's thread, in milliseconds. */
function longest(events) {
  const of = ({ pid, tid }) => `${pid} ${tid}`;
  const threads = new Set(events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(of));
  const tasks = events.filter((event) => /RunTask$/.test(event.name) && event.tdur !== undefined && threads.has(of(event)));
  assert.ok(tasks.length > 10, "the trace holds the page's tasks");
  return Math.round(Math.max(...tasks.map(({ tdur }) => tdur)) / 1000);
}
