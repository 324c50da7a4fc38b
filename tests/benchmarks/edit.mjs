// How long an author waits for a change: from writing a file of the pack until the page that is open
// has been loaded again and shows it. `cargo xtask bench --only edit` names the command that serves a
// copy of the pack, and the folder of that copy: `node tests/benchmarks/edit.mjs <folder> <command…>`.

import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { launch } from "../support/browsers.mjs";
import { live } from "../support/site.mjs";

const ROUNDS = 10;
const [folder, command, ...words] = process.argv.slice(2);
const server = spawn(command, words, { stdio: ["ignore", "pipe", "inherit"], detached: true });
try {
  const root = await address(server.stdout);
  const file = join(folder, "en/home.md");
  const text = await readFile(file, "utf8");
  console.log(`Median and longest of ${ROUNDS}, in milliseconds, from writing the file until it is seen.\n`);
  console.log("engine         shown          answers");
  for (const engine of ["chromium", "firefox"]) {
    const browser = await launch(engine);
    const page = await browser.newPage(await browser.visit());
    await page.goto(root, { waitUntil: "load" });
    const [shown, answers] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      const word = `Changed${engine}${round}`;
      const start = performance.now();
      await writeFile(file, `${text}\n\n${word}\n`);
      await eventually(() => page.evaluate((word) => document.body.innerText.includes(word), word));
      shown.push(performance.now() - start);
      await live(page);
      answers.push(performance.now() - start);
    }
    const figures = (times) => {
      const sorted = times.sort((a, b) => a - b);
      return [(sorted[ROUNDS / 2 - 1] + sorted[ROUNDS / 2]) / 2, sorted.at(-1)].map((time) => time.toFixed(0).padStart(6)).join(" ");
    };
    console.log(`${engine.padEnd(12)} ${figures(shown)}  ${figures(answers)}`);
    await browser.close();
  }
} finally {
  // The command and what it started are one group.
  process.kill(-server.pid);
}

/** Where the site is served, as the command says it. What it says afterwards is read on, as it would end at a closed pipe. */
function address(output) {
  return new Promise((found, failed) => {
    let said = "";
    output.on("data", (piece) => {
      said += piece;
      const name = /The guide is at (\S+)/.exec(said)?.[1];
      if (name) found(name);
    });
    output.on("end", () => failed(new Error(`The server ended:\n${said}`)));
  });
}

/** Asks again and again, for a minute; a page that is being loaded cannot answer. */
async function eventually(isSo) {
  const end = performance.now() + 60_000;
  while (!(await isSo().catch(() => false))) {
    if (performance.now() > end) throw new Error("A change was not seen within a minute.");
    await new Promise((later) => setTimeout(later, 10));
  }
}
