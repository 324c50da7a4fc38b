// Each page that can be found names a picture for links to it, which is there, large enough, and its own.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";

import { FOLDER, pageFiles, text } from "../../support/site.mjs";

const SIGNATURE = "89504e470d0a1a0a";

test("each page that names a picture for links has its own, as large as sites ask for", async () => {
  const seen = new Set();
  for (const file of await pageFiles()) {
    const address = /<meta property="og:image" content="https:\/\/guide\.example\/pseudo\/([^"]+)"/.exec(await text(file))?.[1];
    if (!address) continue;
    const bytes = await readFile(join(FOLDER, address));
    assert.equal(bytes.subarray(0, 8).toString("hex"), SIGNATURE, address);
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630], address);
    seen.add(createHash("sha256").update(bytes).digest("hex"));
  }
  assert.ok(seen.size > 200, `${seen.size} different pictures`);
});
