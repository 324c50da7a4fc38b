// Packages as their systems open them: whole archives, manifests that hold against the schemas and name every file, and no link
// that leads nowhere.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { made } from "./support/made.mjs";
import { faults } from "./support/schemas.mjs";
import { unzipped } from "./support/zip.mjs";

const LESSON = "states-matter";
const KINDS = ["scorm12", "scorm2004", "cmi5", "site"];
for (const [scope, name] of [["lesson", `concord-${LESSON}`], ["whole", "concord"]]) {
  for (const kind of KINDS) {
    test(`${kind}, ${scope}: the archive is whole, and its pages lead to nothing that is missing`, async () => {
      const files = await unzipped(made(`${name}-${kind}.zip`));
      for (const [page, bytes] of files) {
        if (!page.endsWith(".html")) continue;
        const text = bytes.toString();
        const base = new URL(text.match(/<base href="([^"]*)"/)?.[1] ?? "./", `https://host/${page}`);
        for (const [, address] of text.matchAll(/<(?:a|link|script|img|iframe)\b[^>]*\s(?:href|src)="([^"]*)"/g)) {
          const there = new URL(address.replaceAll("&amp;", "&"), base);
          if (there.origin !== "https://host") continue;
          const file = decodeURI(there.pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
          assert.ok(files.has(file), `${page} leads to ${file}`);
        }
        assert.doesNotMatch(text, /<script>/, `${page} has an inline script`);
      }
      assert.ok(![...files.keys()].some((file) => file.startsWith("embed/")));
    });
  }

  for (const kind of ["scorm12", "scorm2004"]) {
    test(`${kind}, ${scope}: the manifest holds against the schemas, and names every file`, async () => {
      const files = await unzipped(made(`${name}-${kind}.zip`));
      const manifest = files.get("imsmanifest.xml").toString();
      assert.deepEqual(await faults(kind, { "imsmanifest.xml": manifest }), []);
      // A schema that lets all pass would say nothing.
      assert.notDeepEqual(await faults(kind, { "imsmanifest.xml": manifest.replaceAll("organizations", "organisations") }), []);
      const named = [...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, file]) => file);
      assert.deepEqual(named.sort(), [...files.keys()].filter((file) => file !== "imsmanifest.xml").sort());
    });
  }
}

test("cmi5 has its course structure, in the package and alone", async () => {
  const inside = (await unzipped(made(`concord-${LESSON}-cmi5.zip`))).get("cmi5.xml").toString();
  assert.match(inside, /<url>launch\.html<\/url>/);
  const alone = await readFile(made("concord-cmi5.xml"), "utf8");
  assert.match(alone, /<url>https:\/\/guide\.example\/launch\.html<\/url>/);
  for (const text of [inside, alone]) {
    assert.deepEqual(await faults("cmi5", { "cmi5.xml": text }), []);
    assert.notDeepEqual(await faults("cmi5", { "cmi5.xml": text.replaceAll("langstring", "string") }), []);
  }
  // What an activity is called holds for ever, and everywhere: a name of its own, not an address within a package.
  for (const text of [inside, alone]) assert.match(text, /<au id="[a-z]+:/);
});

test("the single file asks for nothing", async () => {
  assert.match(await readFile(made("concord-single-file.html"), "utf8"), /default-src 'none'/);
});
