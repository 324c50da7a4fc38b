// How many bytes the results are once they are packed: `node measure.mjs ../content/community`.
// The packing is the plainest one that a program can read back: varints, of differences where
// neighbours are alike, one column after the other.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { table } from "./source.mjs";

function pack() {
  const bytes = [];
  const unsigned = (value) => {
    for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  };
  const signed = (value) => unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  return { bytes, unsigned, signed };
}

/// Arcs begin where the last one ended, plus a difference; rings are arc indices, as differences.
export function packOutlines({ arcs, objects }) {
  const { bytes, unsigned, signed } = pack();
  unsigned(arcs.length);
  for (const arc of arcs) unsigned(arc.length);
  for (const axis of [0, 1]) {
    let last = 0;
    for (const arc of arcs) {
      arc.forEach((step, index) => signed(index === 0 ? step[axis] - last : step[axis]));
      last = arc.reduce((sum, step) => sum + step[axis], 0);
    }
  }
  unsigned(objects.land.geometries.length);
  let last = 0;
  for (const { arcs: polygons } of objects.land.geometries) {
    unsigned(polygons.length);
    for (const rings of polygons) {
      unsigned(rings.length);
      for (const ring of rings) {
        unsigned(ring.length);
        for (const arc of ring) {
          const index = arc < 0 ? ~arc : arc;
          signed(index - last);
          unsigned(arc < 0 ? 1 : 0);
          last = index;
        }
      }
    }
  }
  return Buffer.from(bytes);
}

/// One column after the other, each as differences from row to row.
export function packTable(rows) {
  const { bytes, unsigned, signed } = pack();
  unsigned(rows.length);
  for (const column of Object.keys(rows[0]).filter((name) => name !== "iso3")) {
    let last = 0;
    for (const row of rows) {
      signed(Number(row[column]) - last);
      last = Number(row[column]);
    }
  }
  return Buffer.from(bytes);
}

export function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

if (import.meta.url === pathToFileURL(argv[1]).href) {
  const folder = argv[2];
  const parts = {
    outlines: packOutlines(JSON.parse(readFileSync(join(folder, "outlines.topojson"), "utf8"))),
    places: packTable(table(folder, "places.csv")),
    tiles: packTable(table(folder, "tiles.csv")),
  };
  for (const [name, bytes] of Object.entries(parts)) {
    console.log(`${name}: ${bytes.length} bytes packed, ${brotli(bytes)} after brotli`);
  }
  const all = Buffer.concat(Object.values(parts));
  console.log(`all: ${all.length} bytes packed, ${brotli(all)} after brotli`);
}
