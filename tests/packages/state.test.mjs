// What SCORM 1.2 can keep of a reader's record: all of it where there is room, in a defined order less where there is not,
// and what is left of a text that was cut or damaged.

import assert from "node:assert/strict";
import { test } from "node:test";

import { merged, pack, read, unpack, write } from "../../crates/packages/src/adapter/state.js";

const MOST = 4096;
const table = (items, lessons = 10) => ({
  lessons: Array.from({ length: lessons }, (_, at) => `lesson-${at}`),
  items: Array.from({ length: items }, (_, at) => ({ id: `question-${at}`, version: 2166136261 - at * 7919, of: 1 + (at % 5), counts: at % 3 < 2 })),
});

/** A record in which everything is known. */
const full = ({ items, lessons }) => {
  const facts = read("concord 1\ntheme dark\nlast lesson-1\nstance reject=third&version=0123abcd\nstance-of-others kept as it is\n");
  for (const [at, id] of lessons.entries()) facts.lessons.set(id, { place: at % 4 ? `a-place-of-middling-length-${at}` : null, finished: at % 2 === 0 });
  for (const [at, { id, version, of }] of items.entries()) {
    facts.answers.set(id, { version, points: at % (of + 1), of, sure: ["sure", "rather", "guess", null][at % 4], day: 20_783 + (at % 30), stability: 310 + at * 100, difficulty: 100 + ((at * 37) % 900), due: 20_783 + (at % 30) + 1 + at, second: 1 + ((at * 977) % 86_399) });
  }
  return facts;
};
const sorted = (facts) => write({ ...facts, lessons: new Map([...facts.lessons].sort()), answers: new Map([...facts.answers].sort()) });
const packed = (facts, own, most = MOST) => pack(facts, { best: 0.625, attempt: "abc12345" }, own, most);

test("the guide's text is read and written without a change", () => {
  const text = write(full(table(40)));
  assert.equal(write(read(text)), text);
});

test("the whole record of a guide of today's size comes back", () => {
  const own = table(120);
  const facts = full(own);
  const text = packed(facts, own);
  assert.ok(text.length <= MOST, `${text.length} characters`);
  const back = unpack(text, own);
  assert.equal(sorted(back.facts), sorted(facts));
  assert.deepEqual([back.best, back.attempt, back.damaged], [0.625, "abc12345", false]);
});

test("what is published of the bound holds: 180 answers whole, 600 with their points", () => {
  const many = table(180, 20);
  const whole = unpack(packed({ ...full(many), other: [], stance: null, lessons: new Map() }, many), many);
  assert.ok([...whole.facts.answers.values()].every(({ second }) => second > 0));
  const more = table(600, 20);
  const back = unpack(packed(full(more), more), more);
  assert.equal(back.facts.answers.size, 600);
  for (const [id, { points, of }] of full(more).answers) assert.equal(back.facts.answers.get(id).points, Math.min(points, of));
});

test("less and less is kept in the order that is published, and points last", () => {
  const own = table(60);
  const facts = full(own);
  const gone = (most) => {
    const { facts: back } = unpack(packed(facts, own, most), own);
    const answers = [...back.answers.values()];
    return [back.other.length === 0, answers.every(({ second }) => second === 0), answers.every(({ stability }) => stability === 100), [...back.lessons.values()].every(({ place }) => !place), !back.stance, answers.length < 60];
  };
  let before = 0;
  const seen = new Set();
  for (let most = 2500; most > 60; most -= 5) {
    const now = gone(most);
    const count = now.indexOf(false) < 0 ? now.length : now.indexOf(false);
    // What goes later is not gone before what goes first.
    assert.ok(now.slice(count).every((is) => !is), `${most}: ${now}`);
    assert.ok(count >= before, `${most}: ${now}`);
    assert.ok(packed(facts, own, most).length <= most);
    before = count;
    seen.add(count);
  }
  assert.equal(seen.size, 7);
});

test("of a text that was cut anywhere the rest is read, and that is known", () => {
  const own = table(60);
  const text = packed(full(own), own);
  const all = unpack(text, own).facts.answers;
  for (let length = 0; length < text.length; length += 1) {
    const { facts, damaged } = unpack(text.slice(0, length), own);
    assert.equal(damaged, length > 0 && text[length - 1] !== "\n", `${length}`);
    for (const [id, answer] of facts.answers) assert.deepEqual(answer, all.get(id));
  }
  assert.equal(unpack(text.slice(0, text.length - 400), own).facts.answers.size >= 30, true);
});

test("nothing of a damaged line is believed, and foreign texts are none", () => {
  const own = table(60);
  const text = packed(full(own), own);
  const all = unpack(text, own).facts.answers;
  for (let at = 0; at < text.length; at += 3) {
    const { facts, damaged } = unpack(`${text.slice(0, at)}~${text.slice(at + 1)}`, own);
    assert.ok(damaged, `${at}`);
    for (const [id, answer] of facts.answers) assert.deepEqual(answer, all.get(id));
  }
  for (const foreign of ["{}", "null", "undefined", "\n\n\n", "aF000", "x".repeat(5000), "\u0000\n"]) {
    assert.equal(unpack(foreign, own).facts.answers.size, 0, foreign);
  }
});

test("an answer to a question that was changed since is none", () => {
  const own = table(4);
  const text = packed(full(own), own);
  own.items[1].version += 1;
  assert.deepEqual([...unpack(text, own).facts.answers.keys()].sort(), ["question-0", "question-2", "question-3"]);
});

test("of two records the later answers count", () => {
  const own = table(3);
  const [one, two] = [full(own), full(own)];
  two.answers.get("question-1").second += 5;
  two.answers.get("question-1").points = 0;
  two.answers.get("question-2").day -= 1;
  const both = merged(one, two);
  assert.equal(both.answers.get("question-1").points, 0);
  assert.deepEqual(both.answers.get("question-2"), one.answers.get("question-2"));
});
