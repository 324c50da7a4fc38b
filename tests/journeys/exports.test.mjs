// The argument as files for other tools: Argdown's own parser reads the same statements and relations
// as stand in the file of data, and drawings are whole by themselves.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ArgdownApplication, DataPlugin, ModelPlugin, ParserPlugin } from "@argdown/core";

import { text } from "../support/site.mjs";

const { nodes, edges } = JSON.parse(await text("argument/argument.json"));
const page = await text("argument/index.html");

/** Names of the nodes of one type. */
const ofType = (type) => nodes.filter((node) => node.type === type).map(({ nodeID }) => nodeID);
const from = (id) => edges.filter(({ fromID }) => fromID === id).map(({ toID }) => toID);
const to = (id) => edges.filter(({ toID }) => toID === id).map(({ fromID }) => fromID);
const sorted = (list) => [...list].sort();

test("each edge of the data joins nodes, and each node of a relation has both ends", () => {
  const known = new Set(nodes.map(({ nodeID }) => nodeID));
  assert.equal(known.size, nodes.length);
  for (const { fromID, toID } of edges) assert.ok(known.has(fromID) && known.has(toID), `${fromID} → ${toID}`);
  for (const id of [...ofType("RA"), ...ofType("CA")]) {
    assert.equal(from(id).length, 1, id);
    assert.ok(to(id).length > 0, id);
  }
});

test("the outline and the data have the same statements", () => {
  const outlined = [...page.matchAll(/<li class="node [^"]*" data-node="([^"]+)" id="([^"]+)">/g)].map(([, id]) => id);
  assert.deepEqual(sorted(outlined), sorted(ofType("I")));
});

test("Argdown reads the same statements and relations", async () => {
  const app = new ArgdownApplication();
  app.addPlugin(new ParserPlugin(), "parse");
  app.addPlugin(new DataPlugin(), "build");
  app.addPlugin(new ModelPlugin(), "build");
  const input = await text("argument/argument.argdown");
  const read = app.run({ input, process: ["parse", "build"], logLevel: "error" });
  assert.deepEqual([read.lexerErrors, read.parserErrors, read.exceptions], [[], [], []]);

  assert.deepEqual(sorted(Object.keys(read.statements)), sorted(ofType("I")));

  const steps = Object.values(read.arguments).map(({ title, pcs }) => {
    const premises = pcs.filter(({ role }) => role === "premise");
    return `${sorted(premises.map((own) => own.title))} → ${pcs.at(-1).title} (${title.replace("-", ".")})`;
  });
  // What denies a step leads to it as well.
  const premises = (id) => to(id).filter((end) => ofType("I").includes(end));
  assert.deepEqual(sorted(steps), sorted(ofType("RA").map((id) => `${sorted(premises(id))} → ${from(id)} (${id})`)));

  const relations = read.relations.map((relation) => {
    const end = relation.to.title ?? relation.to.argumentTitle.replace("-", ".");
    return `${relation.relationType}: ${relation.from.title} → ${end}`;
  });
  const conflicts = ofType("CA").map((id) => {
    const [end] = from(id);
    return `${ofType("RA").includes(end) ? "undercut" : "attack"}: ${to(id)} → ${end}`;
  });
  assert.deepEqual(sorted(relations), sorted(conflicts));
});

test("the text of a statement survives Argdown", async () => {
  const input = await text("argument/argument.argdown");
  const app = new ArgdownApplication();
  app.addPlugin(new ParserPlugin(), "parse");
  app.addPlugin(new DataPlugin(), "build");
  app.addPlugin(new ModelPlugin(), "build");
  const { statements } = app.run({ input, process: ["parse", "build"], logLevel: "error" });
  for (const { nodeID, text: said, owner } of nodes.filter(({ type }) => type === "I")) {
    const read = statements[nodeID].members.map((member) => member.text).find(Boolean);
    assert.equal(read.trim().replace(/ #\w+$/, ""), `${said} (${owner})`);
  }
});

test("each drawing stands alone and is linked", async () => {
  const files = [...page.matchAll(/href="(argument\/[^"]+\.svg)" download/g)].map(([, file]) => file);
  assert.ok(files.length > 1);
  for (const file of files) {
    const svg = await text(file);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.match(svg, /<title>[^<]+<\/title><style>/);
  }
});
