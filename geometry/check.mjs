// Checks the results as they are committed: `node check.mjs ../content/community <folder of facts>`.
// Says every fault with its place and cause, and then how far circles stand from where they belong.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { argv, exit } from "node:process";
import { GAP } from "./layout.mjs";
import { DRAWINGS, HEADER, circle, isEnlarged } from "./places.mjs";
import { HEIGHT, WIDTH, countries, projection, states, table } from "./source.mjs";

/// How far a circle may stand from its place on average, and at most, in units of the viewBox.
const BOUNDS = { dot: [3, 18], one: [16, 75], population: [17, 95], users: [8, 65] };

const [, , results, facts] = argv;
if (!facts) {
  console.error("usage: node check.mjs <folder of results> <folder of facts>");
  exit(2);
}

let faults = 0;
function demand(holds, place, cause) {
  if (holds) return;
  faults += 1;
  console.error(`${place}: ${cause}`);
}

const all = states(facts);
const codes = all.map(({ iso3 }) => iso3);
demand(codes.length === 195, "states.csv", `${codes.length} states instead of 195`);

checkOutlines(JSON.parse(readFileSync(join(results, "outlines.topojson"), "utf8")));
checkPlaces(table(results, "places.csv"));
checkTiles(table(results, "tiles.csv"));
if (faults > 0) {
  console.error(`${faults} faults`);
  exit(1);
}

function checkOutlines({ transform, arcs, objects }) {
  const file = "outlines.topojson";
  const { scale: [step], translate } = transform;
  demand(translate.every((value) => value === 0), file, "the transform moves the land");
  const lines = arcs.map((arc, index) => {
    const place = `${file}: arc ${index}`;
    demand(arc.length >= 2, place, "it has fewer than two points");
    demand(arc.flat().every(Number.isInteger), place, "a number is not whole");
    const at = [0, 0];
    const line = arc.map(([dx, dy]) => [(at[0] += dx), (at[1] += dy)]);
    const inside = ([x, y]) => x >= 0 && y >= 0 && x * step <= WIDTH && y * step <= HEIGHT;
    demand(line.every(inside), place, "it leaves the viewBox");
    return line;
  });

  const used = new Map();
  const { geometries } = objects.land;
  for (const [index, { id, type, arcs: polygons, properties }] of geometries.entries()) {
    const place = `${file}: ${id ?? `shape ${index}, without a name`}`;
    demand(type === "MultiPolygon", place, `it is a ${type}`);
    demand(properties === undefined, place, "it has properties");
    for (const ring of polygons.flat()) {
      const line = ring.map((arc) => (arc < 0 ? lines[~arc].toReversed() : lines[arc]));
      for (const arc of ring) used.set(arc < 0 ? ~arc : arc, [...(used.get(arc < 0 ? ~arc : arc) ?? []), arc]);
      const joins = line.every((arc, at) => String(arc.at(-1)) === String(line[(at + 1) % line.length][0]));
      demand(joins, place, `the ring of arcs ${ring} is not closed`);
      const points = line.flatMap((arc) => arc.slice(1));
      demand(new Set(points.map(String)).size >= 3, place, `the ring of arcs ${ring} has no area`);
    }
  }
  for (const index of arcs.keys()) {
    const uses = used.get(index) ?? [];
    demand(uses.length === 1 || uses.length === 2, `${file}: arc ${index}`, `it is used ${uses.length} times`);
    demand(uses.length < 2 || uses[0] === ~uses[1], `${file}: arc ${index}`, "both neighbours run along it the same way");
  }

  const named = geometries.map(({ id }) => id).filter((id) => id !== undefined);
  demand(String(named) === String(codes), file, "the shapes with codes are not the states, in order");
  demand(geometries.length === 196 && geometries[195].id === undefined, file, "the last shape is not all other land");
}

function checkPlaces(rows) {
  const file = "places.csv";
  demand(Object.keys(rows[0]).join() === HEADER, file, "another header");
  demand(String(rows.map(({ iso3 }) => iso3)) === String(codes), file, "the rows are not the states, in order");
  const shared = projection(countries());
  for (const [drawing, radiusOf] of Object.entries(DRAWINGS)) {
    const circles = rows.map((row) => circle(row, drawing));
    const away = circles.map(({ iso3, x, y, r }, index) => {
      const place = `${file}: ${iso3}, ${drawing}`;
      demand([x, y, r].every(Number.isInteger), place, "a number is not whole");
      demand(r === radiusOf(all[index]), place, `the radius ${r} is not that of its figure, ${radiusOf(all[index])}`);
      demand(x >= r && y >= r && x <= WIDTH - r && y <= HEIGHT - r, place, "the circle leaves the viewBox");
      for (const other of circles.slice(index + 1)) {
        const apart = (other.x - x) ** 2 + (other.y - y) ** 2 >= (other.r + r + GAP) ** 2;
        demand(apart, place, `the circle is too near to that of ${other.iso3}`);
      }
      const [homeX, homeY] = shared(all[index].place);
      return { iso3, by: Math.hypot(x - homeX, y - homeY) };
    });
    report(drawing, circles, away.sort((a, b) => b.by - a.by));
  }
}

function report(drawing, circles, away) {
  const mean = away.reduce((sum, { by }) => sum + by, 0) / away.length;
  const [meanBound, bound] = BOUNDS[drawing];
  demand(mean <= meanBound, `places.csv: ${drawing}`, `on average ${mean.toFixed(1)} from home, more than ${meanBound}`);
  demand(away[0].by <= bound, `places.csv: ${drawing}`, `${away[0].iso3} is ${away[0].by.toFixed(1)} from home, more than ${bound}`);
  const area = circles.reduce((sum, { r }) => sum + Math.PI * r * r, 0) / WIDTH / HEIGHT;
  const far = away.slice(0, 5).map(({ iso3, by }) => `${iso3} ${by.toFixed(0)}`);
  console.log(`${drawing}: ${(100 * area).toFixed(1)} % of the viewBox; from home: mean ${mean.toFixed(1)}, `
    + `median ${away[97].by.toFixed(1)}, most ${far.join(", ")}`);
  const figure = { population: "population", users: "users" }[drawing];
  if (!figure) return;
  const enlarged = all.filter((state) => isEnlarged(state[figure])).map(({ iso3 }) => iso3);
  console.log(`${drawing}: ${enlarged.length} states larger than their figure: ${enlarged.join(" ")}`);
}

function checkTiles(rows) {
  const file = "tiles.csv";
  demand(String(rows.map(({ iso3 }) => iso3).sort()) === String(codes), file, "the rows are not the states");
  const cells = new Map();
  for (const { iso3, column, row } of rows) {
    const cell = `${column},${row}`;
    demand(!cells.has(cell), `${file}: ${iso3}`, `the cell ${cell} is taken by ${cells.get(cell)}`);
    cells.set(cell, iso3);
    const inside = /^\d+,\d+$/.test(cell) && column < 28 && row < 17;
    demand(inside, `${file}: ${iso3}`, `the cell ${cell} is outside the grid of 28 × 17`);
  }
}
