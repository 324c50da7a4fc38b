// Puts circles as near to their places as they can be without touching one another.

import { forceCollide, forceSimulation, forceX, forceY } from "d3-force";

/// Between two circles there is at least so much room, in units of the viewBox.
export const GAP = 1;

/// In so many parts the circles grow, and for so many ticks the forces act in each. More of either no
/// longer brings the circles nearer.
const GROWTH = 40;
const TICKS = 100;

const STEPS = [1, 2, 4, 8].flatMap((size) =>
  [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x * size, y * size])).filter(([x, y]) => x !== 0 || y !== 0));

/// Takes circles with `home` (where each belongs) and a whole `r`; gives each a whole `x` and `y`.
/// Nothing here is left to chance or to the clock: the same circles give the same drawing.
export function layout(circles, width, height) {
  const nodes = circles.map(({ home: [x, y], r }) => ({ home: [x, y], x, y, r }));
  attract(nodes);
  pushApart(nodes, width, height);
  for (const node of nodes) {
    node.x = Math.round(node.x);
    node.y = Math.round(node.y);
  }
  settle(nodes, width, height);
  return nodes.map(({ x, y }) => ({ x, y }));
}

/// The forces find who stands beside whom. The circles grow while they push, so that neighbours stay
/// neighbours: circles of full size from the start leap over one another. Small overlaps remain.
function attract(nodes) {
  for (let part = 1; part <= GROWTH; part += 1) {
    const size = part / GROWTH;
    forceSimulation(nodes)
      .force("x", forceX(({ home }) => home[0]).strength(0.1))
      .force("y", forceY(({ home }) => home[1]).strength(0.1))
      .force("apart", forceCollide(({ r }) => (r + GAP) * size).iterations(4))
      .stop()
      .tick(TICKS);
  }
}

/// Moves every two circles apart that are too near, the smaller one further, until none are. Rounding
/// can bring two circles nearer by √2; so much more room they get first.
function pushApart(nodes, width, height) {
  for (let round = 0; round < 20_000; round += 1) {
    let moved = false;
    for (const [index, a] of nodes.entries()) {
      for (const b of nodes.slice(index + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.hypot(dx, dy);
        const lacking = a.r + b.r + GAP + 1.5 - distance;
        if (lacking <= 0) continue;
        moved = true;
        // A little more than is lacking, or the rounds would only come nearer and nearer to the end.
        const share = (lacking + 0.01) / distance / (a.r ** 2 + b.r ** 2);
        a.x -= dx * share * b.r ** 2;
        a.y -= dy * share * b.r ** 2;
        b.x += dx * share * a.r ** 2;
        b.y += dy * share * a.r ** 2;
      }
    }
    for (const node of nodes) {
      node.x = Math.min(Math.max(node.x, node.r + 1), width - node.r - 1);
      node.y = Math.min(Math.max(node.y, node.r + 1), height - node.r - 1);
    }
    if (!moved) return;
  }
  throw new Error("the circles do not come apart: they are too large for the viewBox");
}

/// Brings the circles home in whole steps: each takes any step that is free and brings it nearer, and
/// two circles of one size change places if both together are nearer then.
function settle(nodes, width, height) {
  const away = (node, x, y) => (x - node.home[0]) ** 2 + (y - node.home[1]) ** 2;
  const free = (node, x, y) =>
    x >= node.r && y >= node.r && x <= width - node.r && y <= height - node.r &&
    nodes.every((other) => other === node || (other.x - x) ** 2 + (other.y - y) ** 2 >= (other.r + node.r + GAP) ** 2);
  for (let moved = true; moved; ) {
    moved = false;
    for (const node of nodes) {
      const best = STEPS.map(([dx, dy]) => [node.x + dx, node.y + dy])
        .filter(([x, y]) => away(node, x, y) < away(node, node.x, node.y) && free(node, x, y))
        .sort((a, b) => away(node, ...a) - away(node, ...b))[0];
      if (!best) continue;
      [node.x, node.y] = best;
      moved = true;
    }
    for (const [index, a] of nodes.entries()) {
      for (const b of nodes.slice(index + 1)) {
        if (a.r !== b.r) continue;
        const now = away(a, a.x, a.y) + away(b, b.x, b.y);
        if (away(a, b.x, b.y) + away(b, a.x, a.y) >= now) continue;
        [a.x, a.y, b.x, b.y] = [b.x, b.y, a.x, a.y];
        moved = true;
      }
    }
  }
}
