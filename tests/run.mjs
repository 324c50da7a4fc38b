// Runs all journeys, one file after the other: `node tests/run.mjs`. Names after it choose some:
// `node tests/run.mjs memory keyboard`. More files at a time are quicker, where a machine has room
// for their browsers: `--at-once 2`. Journeys through sites of other packs are in folders of
// their own: `CONCORD_DIST=… node tests/run.mjs --in sites/pseudo`. What has to be quick is measured with
// nothing beside it: `--in quick`.

import { spawn } from "node:child_process";
import { mkdir, readdir, writeFile } from "node:fs/promises";
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

// What each journey of the guide came to is kept for the report on accessibility (tests/conformance).
const results = fileURLToPath(new URL("../target/journeys.jsonl", import.meta.url));
const env = values.in === "journeys" ? { ...process.env, JOURNEYS_RESULTS: results } : process.env;
await mkdir(dirname(results), { recursive: true });
if (env.JOURNEYS_RESULTS) await writeFile(results, "");
const node = spawn(process.execPath, ["--test", `--test-concurrency=${values["at-once"]}`, ...files], { stdio: "inherit", env });
node.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
