// Times tournaments and generations of neighbours in WebAssembly, and generations in a plain loop of JavaScript beside them:
//   cargo build -p concord-models --release --target wasm32-unknown-unknown --example good_faith_wasm
//   node crates/models/benches/good_faith_wasm.mjs

import { example } from "../../../tests/support/wasm-example.mjs";

const exports = await example("good_faith_wasm");

function fastest(times, call) {
  let best = Infinity;
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    call();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

// As in the example: twenty tournaments, then generations.
const tournament = fastest(20, () => exports.main(0, 0));
exports.main(0, 0);
const generation = fastest(50, () => exports.main(0, 0));
const plain = fastest(5, plainGeneration());
console.log(`tournament in wasm                 ${tournament.toFixed(1)} ms`);
console.log(`generation in wasm                 ${generation.toFixed(2)} ms, ${(1000 / generation).toFixed(0)} a second`);
console.log(`generation in a loop of JavaScript ${plain.toFixed(1)} ms, ${(1000 / plain).toFixed(1)} a second`);

/** The same rule, cell by cell: six strategies, eight neighbours, ten turns, 5 % noise. */
function plainGeneration() {
  const [side, turns, noise] = [256, 10, 0.05];
  let kinds = Uint8Array.from({ length: side * side }, () => Math.floor(Math.random() * 6));
  const half = [[1, 0], [-1, 1], [0, 1], [1, 1]];
  const at = (x, y) => ((y + side) % side) * side + ((x + side) % side);
  const meant = (kind, seen, ever) => {
    switch (kind) {
      case 0: return 0;
      case 1: return seen & 1 && Math.random() >= 1 / 3 ? 1 : 0;
      case 2: return seen & 1;
      case 3: return ever;
      case 4: return seen & 7 ? 1 : 0;
      default: return 1;
    }
  };
  const points = [[3, 0], [5, 1]];
  return () => {
    const scores = new Uint16Array(side * side);
    for (let y = 0; y < side; y += 1) {
      for (let x = 0; x < side; x += 1) {
        for (const [dx, dy] of half) {
          const [one, other] = [at(x, y), at(x + dx, y + dy)];
          const [a, b] = [kinds[one], kinds[other]];
          let [seenA, seenB, everA, everB] = [a === 4 ? 7 : 0, b === 4 ? 7 : 0, 0, 0];
          for (let turn = 0; turn < turns; turn += 1) {
            let [actA, actB] = [meant(a, seenA, everA), meant(b, seenB, everB)];
            if (Math.random() < noise) actA ^= 1;
            if (Math.random() < noise) actB ^= 1;
            scores[one] += points[actA][actB];
            scores[other] += points[actB][actA];
            seenA = (seenA << 1) | actB;
            seenB = (seenB << 1) | actA;
            everA |= actB;
            everB |= actA;
          }
        }
      }
    }
    const next = new Uint8Array(side * side);
    for (let y = 0; y < side; y += 1) {
      for (let x = 0; x < side; x += 1) {
        let best = at(x, y);
        for (let dy = -1; dy <= 1; dy += 1) {
          for (let dx = -1; dx <= 1; dx += 1) {
            const other = at(x + dx, y + dy);
            if (scores[other] > scores[best]) best = other;
          }
        }
        next[at(x, y)] = kinds[best];
      }
    }
    kinds = next;
  };
}
