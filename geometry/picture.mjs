// All drawings below one another as an SVG, to look at: `node picture.mjs ../content/community > picture.svg`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { feature } from "topojson-client";
import { DRAWINGS, circle } from "./places.mjs";
import { HEIGHT, WIDTH, table } from "./source.mjs";

const [, , results] = argv;
const outlines = JSON.parse(readFileSync(join(results, "outlines.topojson"), "utf8"));
const rows = table(results, "places.csv");
const tiles = table(results, "tiles.csv");

const ring = (points) => `M${points.slice(0, -1).map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}Z`;
const land = feature(outlines, outlines.objects.land).features.map(({ id, geometry }) => {
  const path = geometry.coordinates.flat().map(ring).join("");
  return `<path d="${path}" fill="${id ? "#cdd8cf" : "#e6e2d8"}" stroke="#fff" stroke-width=".6" fill-rule="evenodd"/>`;
});

const name = (iso3, x, y, size) => `<text x="${x}" y="${y + size / 3}" font-size="${size}">${iso3}</text>`;
const circles = (drawing) => rows.map((row) => {
  const { iso3, x, y, r } = circle(row, drawing);
  const size = Math.max(4, r / 2);
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="#3a6ea5" fill-opacity=".75"/>${name(iso3, x, y, size)}`;
});
const cell = Math.min(WIDTH / 28, HEIGHT / 17);
const grid = tiles.map(({ iso3, column, row }) => {
  const [x, y] = [column * cell, row * cell];
  return `<rect x="${x + 1}" y="${y + 1}" width="${cell - 2}" height="${cell - 2}" fill="#3a6ea5"/>${name(iso3, x + cell / 2, y + cell / 2, 16)}`;
});

const pictures = [land, ...Object.keys(DRAWINGS).map((drawing) => [...land, ...circles(drawing)]), grid];
const height = pictures.length * HEIGHT;
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" text-anchor="middle" font-family="sans-serif">
<rect width="${WIDTH}" height="${height}" fill="#f7f9fb"/>`);
pictures.forEach((picture, index) => console.log(`<g transform="translate(0 ${index * HEIGHT})">${picture.join("\n")}</g>`));
console.log("</svg>");
