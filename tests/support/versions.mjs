// A second version of the guide: its content with one sentence more, made by the same program as the first.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";

import { FOLDER } from "./site.mjs";

const MAKER = join(resolve(process.env.CARGO_TARGET_DIR ?? "target"), "debug/concord-prerender");
const PROGRAM = resolve("target/program/release");
const FONTS = join("target/fonts", basename(FOLDER));

/**
 * Makes a version with that sentence in its first lesson, shows its folder to `use`, and removes it. With `over`, the
 * folder of another, it is made in a copy of that; `further` is said to who makes it.
 */
export async function withVersion(sentence, use, { over, further = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "concord-version-"));
  try {
    if (over) await cp(over, join(folder, "dist"), { recursive: true });
    await use(await version(folder, sentence, further));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function version(folder, sentence, further) {
  const [content, dist] = [join(folder, "content"), join(folder, "dist")];
  await cp("content", content, { recursive: true });
  const lessons = join(content, "en/lessons");
  const [first] = (await readdir(lessons)).sort();
  const text = await readFile(join(lessons, first), "utf8");
  // The first paragraph is what follows the title.
  await writeFile(join(lessons, first), text.replace(/^(# .*\n\n.*)$/m, `$1 ${sentence}`));
  const fonts = (await stat(FONTS).catch(() => undefined)) ? ["--fonts", FONTS] : [];
  await promisify(execFile)(MAKER, ["--program", PROGRAM, "--content", content, "--dist", dist, ...fonts, ...further], { maxBuffer: 1 << 24 });
  return dist;
}
