// Where the circle of each state stands in each drawing, and how large it is.

import { layout } from "./layout.mjs";
import { HEIGHT, WIDTH } from "./source.mjs";

/// The radius of the dots on the map. With larger ones the dots of Europe leave their states.
export const DOT = 9;

/// The radius of every state's circle where all are alike.
export const ONE = 18;

/// The area of a circle is π SCALE² for each person, in both drawings: so the difference between them
/// is the people who are not online. Larger circles would push Asia out of its place.
export const SCALE = 0.0035;

/// Smaller circles can be neither seen nor hit. Who is drawn with this radius is drawn too large.
export const LEAST_RADIUS = 6;

/// The drawings, each with the radius it gives a state.
export const DRAWINGS = {
  dot: () => DOT,
  one: () => ONE,
  population: ({ population }) => radius(population),
  users: ({ users }) => radius(users),
};

/// The radius for a number of people, or for a number nobody gives.
function radius(people) {
  return Math.max(LEAST_RADIUS, Math.round(SCALE * Math.sqrt(people || 0)));
}

/// Whether a state's circle is larger than its number of people says, or has none to say.
export function isEnlarged(people) {
  return !people || Math.round(SCALE * Math.sqrt(people)) < LEAST_RADIUS;
}

/// A row for each state, in the order of the header of `places.csv`.
export function places(states, projection) {
  const homes = states.map(({ place }) => projection(place));
  const drawn = Object.entries(DRAWINGS).map(([name, radiusOf]) => {
    const circles = states.map((state, index) => ({ home: homes[index], r: radiusOf(state) }));
    const found = layout(circles, WIDTH, HEIGHT);
    return found.map(({ x, y }, index) => (name === "dot" ? [x, y] : [x, y, circles[index].r]));
  });
  return states.map(({ iso3 }, index) => [iso3, ...drawn.flatMap((rows) => rows[index])]);
}

export const HEADER = "iso3,x,y,one_x,one_y,one_r,population_x,population_y,population_r,users_x,users_y,users_r";

/// The circle of a row of `places.csv` in one of the drawings.
export function circle(row, drawing) {
  const prefix = drawing === "dot" ? "" : `${drawing}_`;
  return {
    iso3: row.iso3,
    x: Number(row[`${prefix}x`]),
    y: Number(row[`${prefix}y`]),
    r: drawing === "dot" ? DOT : Number(row[`${prefix}r`]),
  };
}
