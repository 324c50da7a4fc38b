// Times labelling in WebAssembly beside the native benchmark, and prints the ratios:
//   node crates/engine/benches/argument_wasm.mjs
// The module is built like the program that readers get (profile `release`, which is for size), the
// native benchmark for speed; so the ratio is the least favourable one.

import { execFileSync } from "node:child_process";

import { example, ROOT } from "../../../tests/support/wasm-example.mjs";

const cargo = (...args) =>
  execFileSync("cargo", [...args, "--package", "concord-engine"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });

const table = cargo("bench", "--bench", "argument");
process.stdout.write(table);
// Rows of the first table: size, edges, breadth-first, labelling.
const native = table
  .split("\n\n")[0]
  .split("\n")
  .map((line) => line.trim().split(/\s+/).map(Number))
  .filter((row) => row[0] > 0);

cargo("build", "--release", "--target", "wasm32-unknown-unknown", "--example", "argument_wasm");
const exports = await example("argument_wasm");

/** Microseconds of one step, or nothing after the last. */
function step() {
  const start = performance.now();
  const code = exports.main(0, 0);
  return code === 0 ? (performance.now() - start) * 1000 : undefined;
}

// As in the example: the number of pairs of steps after the one that builds the graph.
console.log("\nin wasm  breadth-first µs  labelling µs  ratio (≤ 5)  wasm : native (≤ 2)");
for (const [round, pairs] of [2000, 400, 60].entries()) {
  step();
  let [pass, labelling] = [Infinity, Infinity];
  for (let pair = 0; pair < pairs; pair++) {
    pass = Math.min(pass, step());
    labelling = Math.min(labelling, step());
  }
  const [size, , , nativeLabelling] = native[round];
  const columns = [
    String(size).padStart(7),
    pass.toFixed(1).padStart(16),
    labelling.toFixed(1).padStart(12),
    (labelling / pass).toFixed(2).padStart(11),
    (labelling / nativeLabelling).toFixed(2).padStart(19),
  ];
  console.log(columns.join("  "));
}
if (step() !== undefined) throw new Error("the example takes more steps than are timed here");
