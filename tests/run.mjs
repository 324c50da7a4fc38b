// Runs all journeys, one file after the other: `node tests/run.mjs`. Names after it choose some:
// `node tests/run.mjs memory keyboard`. More files at a time are quicker, where a machine has room
// for their browsers: `--at-once 2`. Journeys through sites of other packs are in folders of
// their own: `CONCORD_DIST=… node tests/run.mjs --in sites/pseudo`.

import { spawn } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values, positionals: chosen } = parseArgs({ options: { in: { type: "string", default: "journeys" }, "at-once": { type: "string", default: "1" } }, allowPositionals: true });
const folder = fileURLToPath(new URL(values.in, import.meta.url));
const files = (await readdir(folder))
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => chosen.length === 0 || chosen.some((start) => name.startsWith(start)))
  .sort()
  .map((name) => join(folder, name));

// People read one form, other programs another; what each came to is kept for the report on all of them.
const results = fileURLToPath(new URL("../target/journeys.jsonl", import.meta.url));
await mkdir(dirname(results), { recursive: true });
const reporters = [
  [process.stdout.isTTY ? "spec" : "tap", "stdout"],
  ...(values.in === "journeys" ? [[new URL("support/results.mjs", import.meta.url).href, results]] : []),
].flatMap(([reporter, destination]) => [`--test-reporter=${reporter}`, `--test-reporter-destination=${destination}`]);
const node = spawn(process.execPath, ["--test", `--test-concurrency=${values["at-once"]}`, ...reporters, ...files], { stdio: "inherit" });
node.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
