// The settings that come with the site, tried in the servers themselves where this machine has them: what each sends
// with a page, a piece for frames, a program and an unknown address; and both browsers find nothing to complain of.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { test } from "node:test";

import { inEachBrowser } from "../support/journey.mjs";
import { isHere, SERVERS, withServer } from "../support/servers.mjs";
import { FOLDER, frames, lessons, NOT_FOUND, open, pageFiles, text } from "../support/site.mjs";

const [FIRST] = await lessons();
const [FRAME] = await frames();
const FILES = (await readdir(FOLDER, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath}/${entry.name}`.slice(FOLDER.length + 1));
const named = (stem, ending) => FILES.find((file) => new RegExp(`^${stem}-[0-9a-f]{16}\\.${ending}$`).test(file));

const directives = (policy) => Object.fromEntries(policy.split(";").map((part) => part.trim().split(/ (.*)/)));
const metaOf = (page) => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)[1].replaceAll("&#39;", "'");

/** Fails unless a policy that a host sends is that of a page, with the inline scripts of all and who may frame it. */
function assertSame(sent, page, ancestors) {
  const { "frame-ancestors": framed, ...rest } = directives(sent);
  assert.equal(framed, ancestors);
  const own = directives(metaOf(page));
  assert.deepEqual(Object.keys(rest).sort(), Object.keys(own).sort());
  for (const [name, values] of Object.entries(own)) {
    if (name !== "script-src") assert.equal(rest[name], values);
    else for (const value of values.split(" ")) assert.ok(rest[name].split(" ").includes(value), `${value} is not in ${rest[name]}`);
  }
  assert.doesNotMatch(sent, /unsafe-inline|'unsafe-eval'/);
}

function assertAlways(headers) {
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  assert.equal(headers.get("referrer-policy"), "no-referrer");
  assert.match(headers.get("permissions-policy"), /camera=\(\).*microphone=\(\)/);
}

for (const name of Object.keys(SERVERS)) {
  const skip = isHere(name) ? false : `this machine has no ${name}`;

  test(`${name} sends what its settings say`, { skip }, () => withServer(name, FOLDER, async (root) => {
    const ask = async (path) => {
      const response = await fetch(root + path, { redirect: "manual" });
      return { status: response.status, headers: response.headers, text: await response.text() };
    };
    for (const [path, file] of [["", "index.html"], [FIRST, `${FIRST}index.html`], ["argument/", "argument/index.html"]]) {
      const page = await ask(path);
      assert.equal(page.status, 200);
      assert.match(page.headers.get("content-type"), /^text\/html; charset=utf-8$/i);
      assert.equal(page.text, await text(file));
      assertSame(page.headers.get("content-security-policy"), page.text, "'none'");
      assert.equal(page.headers.get("x-frame-options"), "DENY");
      assert.equal(page.headers.get("cache-control"), "no-cache");
      assertAlways(page.headers);
    }
    const piece = await ask(FRAME);
    assertSame(piece.headers.get("content-security-policy"), piece.text, "*");
    assert.equal(piece.headers.get("x-frame-options"), null);
    assertAlways(piece.headers);
    const types = { [named("style", "css")]: /^text\/css/, [named("start", "js")]: /^(text|application)\/javascript/, [named("concord", "wasm")]: /^application\/wasm$/ };
    for (const [file, type] of Object.entries(types)) {
      const { status, headers } = await ask(file);
      assert.equal(status, 200);
      assert.match(headers.get("content-type"), type);
      assert.match(headers.get("cache-control"), /immutable/);
      assertAlways(headers);
    }
    const worker = await ask("sw.js");
    assert.match(worker.headers.get("content-type"), /javascript/);
    assert.equal(worker.headers.get("cache-control"), "no-cache");
    assert.match((await ask("guide.webmanifest")).headers.get("content-type"), /^application\/manifest\+json/);
    const unknown = await ask("no/such/page/");
    assert.equal(unknown.status, 404);
    assert.equal(unknown.text, await text(NOT_FOUND));
    assertSame(unknown.headers.get("content-security-policy"), unknown.text, "'none'");
    assert.ok([301, 308].includes((await ask(FIRST.replace(/\/$/, ""))).status));
  }));

  if (skip) continue;
  // The browser's own host is not asked for anything.
  const tolerated = [/^other origin: http:\/\/127\.0\.0\.1/, /^(status 404|console error: .*404).*no\/such/, /^status 404: .*\/style-/, /^console error: .*(404|MIME)/, /^failed request: .*\.css/, /^page error: .*\.css.*MIME/];
  inEachBrowser(`pages answer as ${name} sends them`, { tolerated }, ({ page }) => withServer(name, FOLDER, async (root) => {
    for (const address of ["", FIRST, "argument/", "community/", FRAME, "no/such/page/"]) await open(page, root + address);
  }));
}

test("in `_headers` exactly one rule fits each page, and says what the page says", async () => {
  const rules = (await text("_headers")).trim().split(/\n(?=\/)/).map((rule) => {
    const [path, ...lines] = rule.split("\n");
    return { path, headers: new Headers(lines.map((line) => line.trim().split(/: (.*)/).slice(0, 2))) };
  });
  const fits = ({ path }, address) => (path.endsWith("*") ? address.startsWith(path.slice(0, -1)) : address === path);
  for (const file of await pageFiles()) {
    for (const address of new Set([`/${file}`, `/${file.replace(/(^|\/)index\.html$/, "$1")}`])) {
      const own = rules.filter((rule) => fits(rule, address));
      assert.equal(own.length, 1, address);
      assertAlways(own[0].headers);
      assertSame(own[0].headers.get("content-security-policy"), await text(file), file.startsWith("embed/") ? "*" : "'none'");
    }
  }
  for (const file of FILES.filter((file) => /-[0-9a-f]{16}\.\w+$/.test(file))) {
    const own = rules.filter((rule) => fits(rule, `/${file}`));
    assert.equal(own.length, 1, file);
    assert.match(own[0].headers.get("cache-control"), /immutable/);
  }
});

test("every file has a name that any system takes, and no two differ in their case alone", () => {
  const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
  for (const file of FILES) {
    assert.ok(file.length < 180, file);
    for (const name of file.split("/")) assert.ok(!RESERVED.test(name) && !/[<>:"\\|?*\u0000-\u001f]|[ .]$/.test(name), file);
  }
  const folded = FILES.map((file) => file.toLowerCase());
  assert.equal(new Set(folded).size, FILES.length);
});
