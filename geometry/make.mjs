// Makes the geometry of the map of states: `node make.mjs ../content/community <folder of facts>`.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, exit } from "node:process";
import { outlines } from "./outlines.mjs";
import { HEADER, places } from "./places.mjs";
import { countries, projection, states } from "./source.mjs";

const [, , results, facts] = argv;
if (!facts) {
  console.error("usage: node make.mjs <folder of results> <folder of facts>");
  exit(2);
}

const land = countries();
const all = states(facts);
const shared = projection(land);

const codes = new Set(all.map(({ iso3 }) => iso3));
const drawn = outlines(land, shared, (code) => codes.has(code));
if (drawn.enlarged.length > 0) console.log(`drawn larger than they are, to have a shape: ${drawn.enlarged.join(", ")}`);

mkdirSync(results, { recursive: true });
writeFileSync(join(results, "outlines.topojson"), lines(drawn.outlines));
writeFileSync(join(results, "places.csv"), `${[HEADER, ...places(all, shared)].join("\n")}\n`);
writeFileSync(join(results, "tiles.csv"), readFileSync(join(facts, "tile-grid.csv")));

/// A line for each shape and each arc, so that a later change can be read.
function lines({ type, transform, objects, arcs }) {
  const list = (items) => `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
  const land = `{"type":"GeometryCollection","geometries":${list(objects.land.geometries)}}`;
  return `{"type":"${type}","transform":${JSON.stringify(transform)},"objects":{"land":${land}},"arcs":${list(arcs)}}\n`;
}
