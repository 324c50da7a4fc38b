// The compiler and the prerenderer, run as wasm, make the same bytes as natively. `cargo xtask test`
// names the places: STUDIO (what wasm-bindgen made of them), PROGRAM, in PACKS a pack's folder, its
// typeface, and the site that was made of them natively, and in NUMBERS what the models of the first came to natively.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, relative, sep } from "node:path";
import { test } from "node:test";

const { STUDIO, PROGRAM, PACKS, NUMBERS } = process.env;
const { Studio } = createRequire(import.meta.url)(STUDIO);

for (const [pack, fonts, site] of JSON.parse(PACKS)) {
  test(`the site of ${pack} is the same`, async () => {
    const studio = new Studio();
    for (const [path, bytes] of await filesIn(pack)) studio.add_source(path, bytes);
    for (const [path, bytes] of await filesIn(PROGRAM)) studio.add_program(path, bytes);
    for (const [path, bytes] of await filesIn(fonts)) studio.add_program(`fonts/${path}`, bytes);
    const count = studio.make();
    const made = new Map(Array.from({ length: count }, (_, file) => [studio.path(file), studio.bytes(file)]));
    const native = new Map(await filesIn(site, { hidden: true }));
    assert.deepEqual([...made.keys()].sort(), [...native.keys()].sort());
    for (const [path, bytes] of native) assert.ok(bytes.equals(made.get(path)), `${path} differs`);
  });
}

test("two guides in one process do not mix", async () => {
  const [[pack, fonts, site]] = JSON.parse(PACKS);
  const studio = new Studio();
  for (const [path, bytes] of await filesIn(pack)) studio.add_source(path, bytes);
  for (const [path, bytes] of await filesIn(PROGRAM)) studio.add_program(path, bytes);
  for (const [path, bytes] of await filesIn(fonts)) studio.add_program(`fonts/${path}`, bytes);
  const count = studio.make();
  const home = Array.from({ length: count }, (_, file) => file).find((file) => studio.path(file) === "index.html");
  assert.ok((await readFile(join(site, "index.html"))).equals(studio.bytes(home)));
});

test("models come to the same numbers, to the bit", async () => {
  const [[pack]] = JSON.parse(PACKS);
  const studio = new Studio();
  for (const [path, bytes] of await filesIn(pack)) studio.add_source(path, bytes);
  const native = (await readFile(NUMBERS, "utf8")).split("\n");
  assert.ok(native.length > 80, "there are settings of all four models, and their engines");
  assert.deepEqual(studio.numbers().split("\n"), native);
});

/** The files below a folder with their bytes; of a pack without hidden ones, as the compiler reads it. */
async function filesIn(folder, { hidden = false } = {}) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const seen = paths.filter((path) => hidden || !path.split("/").some((part) => part.startsWith(".")));
  return Promise.all(seen.sort().map(async (path) => [path, await readFile(join(folder, path))]));
}
