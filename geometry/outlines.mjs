// The outlines of all land as a TopoJSON of whole numbers, simplified along shared borders.

import { geoProject } from "d3-geo-projection";
import { mergeArcs, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterAttached, planarRingArea, presimplify, simplify } from "topojson-simplify";

/// Coordinates are whole fifths of a unit of the viewBox: at whole units small islands have no shape.
export const STEP = 0.2;

/// A point is left out if the map without it differs by less than this area, in square units.
export const LEAST_WEIGHT = 0.25;

/// An island is left out if it is smaller than this, in square units …
export const LEAST_AREA = 0.6;

/// … and smaller than this part of the largest piece of its state or territory: a state of small
/// islands keeps its shape.
export const LEAST_SHARE = 0.2;

/// A ring that stays keeps at least so many corners, if it has them.
export const CORNERS = 6;

const polygonsOf = ({ type, arcs }) => (type === "Polygon" ? [arcs] : arcs);
const arcOf = (index) => (index < 0 ? ~index : index);

/// Gives the outlines, and the codes of what had to be enlarged to be seen at all.
export function outlines(countries, projection, isState) {
  const whole = topology({ land: geoProject(countries, projection) });
  whole.objects.land = withoutNames(whole, isState);
  leaveOutSmallIslands(whole);
  // `filter` drops the arcs that nothing uses any more.
  const weighed = presimplify(filter(whole));
  for (const ring of ringsOf(weighed)) keepCorners(ring, weighed.arcs);
  const simple = simplify(weighed, LEAST_WEIGHT);
  const { arcs, enlarged } = snap(simple);
  const { objects, transform, arcs: steps } = quantize({ ...simple, arcs }, { scale: [STEP, STEP], translate: [0, 0] });
  return { outlines: { type: "Topology", transform, objects, arcs: steps }, enlarged };
}

/// States keep their code. All other land becomes one shape without code, name or borders within it.
function withoutNames(whole, isState) {
  const { geometries } = whole.objects.land;
  const states = geometries.filter(({ id }) => isState(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const others = mergeArcs(whole, geometries.filter(({ id }) => !isState(id)));
  return {
    type: "GeometryCollection",
    geometries: [...states.map(({ type, id, arcs }) => ({ type, id, arcs })), others],
  };
}

function ringsOf({ objects }) {
  return objects.land.geometries.flatMap((geometry) => polygonsOf(geometry).flat());
}

/// The points of a ring, the last being the first.
function points(ring, arcs) {
  return ring.flatMap((index, position) => {
    const arc = index < 0 ? arcs[~index].toReversed() : arcs[index];
    return position === 0 ? arc : arc.slice(1);
  });
}

function leaveOutSmallIslands(whole) {
  // A piece that touches a neighbour stays however small it is, or there would be a gap. (The source
  // has a mere point for the Vatican City, and the same point as a part of Italy: that part goes.)
  const touches = filterAttached(whole);
  const area = (ring) => planarRingArea(points(ring, whole.arcs));
  for (const geometry of whole.objects.land.geometries) {
    const polygons = polygonsOf(geometry);
    const largest = Math.max(...polygons.map(([outer]) => area(outer)));
    const least = Math.min(LEAST_AREA, LEAST_SHARE * largest);
    const stays = (ring) => area(ring) >= least || (touches(ring) && area(ring) > 0);
    geometry.type = "MultiPolygon";
    geometry.arcs = polygons
      .filter(([outer]) => stays(outer))
      .map(([outer, ...holes]) => [outer, ...holes.filter(stays)]);
  }
}

/// Lifts the weightiest points of a ring, so that simplifying leaves it a shape.
function keepCorners(ring, arcs) {
  const inner = ring.flatMap((index) => arcs[arcOf(index)].slice(1, -1)).sort((a, b) => b[2] - a[2]);
  for (const point of inner.slice(0, Math.max(0, CORNERS - ring.length))) point[2] = Infinity;
}

/// Moves all points to whole steps. What has no area then is drawn as a square of one step.
function snap(simple) {
  const arcs = simple.arcs.map((arc) => {
    const snapped = arc.map((point) => point.map((value) => Math.round(value / STEP) * STEP));
    return snapped.filter((point, index) => index === 0 || index === arc.length - 1 || !same(point, snapped[index - 1]));
  });
  const enlarged = [];
  for (const { id, arcs: polygons } of simple.objects.land.geometries) {
    // A hole that could lose its area is the outer ring of what lies in it.
    for (const [ring] of polygons) {
      if (planarRingArea(points(ring, arcs)) > STEP * STEP / 4) continue;
      if (ring.length > 1) throw new Error(`${id}: a ring of ${ring.length} lines has no area at steps of ${STEP}`);
      const arc = arcOf(ring[0]);
      arcs[arc] = square(arcs[arc][0], signedArea(simple.arcs[arc]));
      enlarged.push(id ?? "unnamed land");
    }
  }
  return { arcs, enlarged };
}

/// A square of one step that runs the same way round as what it stands for.
function square([x, y], sign) {
  const ring = [[x, y], [x + STEP, y], [x + STEP, y + STEP], [x, y + STEP], [x, y]];
  return signedArea(ring) * sign > 0 ? ring : ring.reverse();
}

function signedArea(ring) {
  return ring.slice(1).reduce((sum, [x, y], index) => sum + ring[index][0] * y - x * ring[index][1], 0) / 2;
}

function same(a, b) {
  return a[0] === b[0] && a[1] === b[1];
}
