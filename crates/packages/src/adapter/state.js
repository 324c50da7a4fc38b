// The reader's record as a learner's system keeps it. The guide writes a fact a line (crates/engine/src/record.rs); here
// such a text is read, written, and packed into few characters: SCORM 1.2 keeps 4,096, and nothing else.
//
// What is packed is lines again, each with two characters that say whether it is whole: of what was cut or damaged on its way,
// the rest is still read. An answer has 18 characters. Where there is no room for all, these go first, one after the other:
//
//   1. lines of other features
//   2. the second of the day at which each question was answered
//   3. when each question comes back: it does the next day
//   4. where the reader was in each lesson
//   5. what the reader accepts of the argument
//   6. the questions that were answered first
//
// So 4,096 characters hold 180 answers whole with 20 lessons, and 600 with their points; no answer of a shorter guide is lost.

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

const number = (value, digits) => {
  let rest = Math.max(0, Math.min(value, 64 ** digits - 1));
  let text = "";
  for (let at = 0; at < digits; at += 1) {
    text = DIGITS[rest % 64] + text;
    rest = Math.floor(rest / 64);
  }
  return text;
};
const value = (text) => [...text].reduce((sum, digit) => sum * 64 + DIGITS.indexOf(digit), 0);

/** What is not lost of a line that has these two characters before it. */
const sum = (line) => {
  let hash = 2166136261;
  for (const sign of line) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619) >>> 0;
  return number(hash % 4096, 2);
};

const SURE = ["sure", "rather", "guess"];

/** A record that knows nothing. */
export const empty = () => ({ theme: "system", last: null, lessons: new Map(), answers: new Map(), stance: null, other: [] });

const isId = (text) => /^[\p{Alphabetic}\p{N}]+(-[\p{Alphabetic}\p{N}]+)*$/u.test(text ?? "");

/** Reads the guide's text; what cannot be what it says it is, is left out. */
export const read = (text) => {
  const facts = empty();
  const [, ...lines] = (text ?? "").split("\n");
  for (const line of lines.filter(Boolean)) {
    const [word, id, ...rest] = line.split(" ");
    const own = facts.answers.get(id);
    if (word === "theme") facts.theme = ["light", "dark"].includes(id) ? id : "system";
    else if (word === "stance") facts.stance = id;
    else if (["last", "lesson", "answer"].includes(word) && !isId(id)) continue;
    else if (word === "last") facts.last = id;
    else if (word === "lesson") {
      if (rest[0] === "-" || isId(rest[0])) facts.lessons.set(id, { place: rest[0] === "-" ? null : rest[0], finished: rest[1] === "finished" });
    } else if (word === "answer") {
      const [version, points, of, sure, day, stability, difficulty, due] = rest;
      const areNumbers = [version, points, of, day, stability, difficulty, due].every((number) => /^\d+$/.test(number ?? ""));
      if (areNumbers && SURE.includes(sure)) facts.answers.set(id, { version: +version, points: +points, of: +of, sure, day: +day, stability: +stability, difficulty: +difficulty, due: +due, second: 0 });
    } else if (word === "at" && own?.day === +rest[0]) own.second = +rest[1];
    else if (word === "unsaid" && own?.day === +rest[0]) own.sure = null;
    else facts.other.push(line);
  }
  return facts;
};

/** Writes the guide's text. */
export const write = ({ theme, last, lessons, answers, stance, other }) => {
  const lines = ["concord 1", `theme ${theme}`];
  if (last) lines.push(`last ${last}`);
  for (const [id, { place, finished }] of lessons) lines.push(`lesson ${id} ${place ?? "-"}${finished ? " finished" : ""}`);
  for (const [id, { version, points, of, sure, day, stability, difficulty, due, second }] of answers) {
    lines.push(`answer ${id} ${version} ${points} ${of} ${sure ?? "rather"} ${day} ${stability} ${difficulty} ${due}`);
    if (!sure) lines.push(`unsaid ${id} ${day}`);
    if (second) lines.push(`at ${id} ${day} ${second}`);
  }
  if (stance) lines.push(`stance ${stance}`);
  return [...lines, ...other, ""].join("\n");
};

/** Of two records what either knows; of two answers to a question the later one. */
export const merged = (one, two) => {
  const both = { ...one, last: one.last ?? two.last, stance: one.stance ?? two.stance, lessons: new Map(one.lessons), answers: new Map(one.answers) };
  for (const [id, { place, finished }] of two.lessons) {
    const own = one.lessons.get(id);
    both.lessons.set(id, { place: own?.place ?? place, finished: finished || !!own?.finished });
  }
  const when = ({ day, second }) => day * 86400 + second;
  for (const [id, answer] of two.answers) {
    const own = one.answers.get(id);
    if (!own || when(own) < when(answer)) both.answers.set(id, answer);
  }
  both.other = [...new Set([...one.other, ...two.other])];
  return both;
};

// How many answers stand in a line.
const A_LINE = 10;
const NEXT_DAY = { stability: 100, difficulty: 500 };

const answerLines = (facts, items, { whole, seconds }, most) => {
  const places = new Map(items.map((item, at) => [item.id, at]));
  const known = [...facts.answers].filter(([id]) => places.has(id));
  const latest = known.sort(([, one], [, two]) => two.day - one.day || two.second - one.second).slice(0, most);
  const first = Math.min(...latest.map(([, { day }]) => day));
  const mode = !whole ? "P" : seconds ? "F" : "S";
  const texts = latest.map(([id, { version, points, sure, day, stability, difficulty, due, second }]) => {
    const head = number(places.get(id), 2) + number(version % 64, 1) + number(points, 1) + number(SURE.indexOf(sure) + 1, 1);
    const memory = number(day - first, 2) + number(due - day, 2) + number(stability, 4) + number(difficulty, 2);
    return head + (whole ? memory + (seconds ? number(second, 3) : "") : "");
  });
  const lines = [];
  while (texts.length > 0) lines.push(`a${mode}${number(first, 3)}${texts.splice(0, A_LINE).join("")}`);
  return lines;
};

const readAnswers = (line, items, facts) => {
  const mode = line[1];
  const first = value(line.slice(2, 5));
  const length = { F: 18, S: 15, P: 5 }[mode];
  for (let at = 5; length && at + length <= line.length; at += length) {
    const part = (from, to) => value(line.slice(at + from, at + to));
    const item = items[part(0, 2)];
    // What was asked then is another question now.
    if (!item || item.version % 64 !== part(2, 3)) continue;
    const day = first + (mode === "P" ? 0 : part(5, 7));
    const memory = mode === "P" ? { ...NEXT_DAY, due: day + 1 } : { due: day + part(7, 9), stability: part(9, 13), difficulty: part(13, 15) };
    const sure = SURE[part(4, 5) - 1] ?? null;
    const points = Math.min(part(3, 4), item.of);
    facts.answers.set(item.id, { version: item.version, points, of: item.of, sure, day, ...memory, second: mode === "F" ? part(15, 18) : 0 });
  }
};

/** Packs a record, with what else is to be kept of the attempt, into at most so many characters. */
export const pack = (facts, { best, attempt }, { lessons, items }, most) => {
  const at = (id) => lessons.indexOf(id);
  const build = ({ other = false, seconds = false, whole = false, places = false, stance = false, answers = Infinity }) => {
    const lines = [`b${number(Math.round(best * 1000), 2)}`, `i${attempt}`, `t${facts.theme}`];
    if (at(facts.last) >= 0) lines.push(`L${number(at(facts.last), 2)}`);
    for (const [id, { place, finished }] of facts.lessons) {
      if (at(id) >= 0) lines.push(`l${number(at(id), 2)}${finished ? "+" : "-"}${(places && place) || ""}`);
    }
    lines.push(...answerLines(facts, items, { whole, seconds }, answers));
    if (stance && facts.stance) lines.push(`s${facts.stance}`);
    if (other) lines.push(...facts.other.map((line) => `o${line}`));
    return lines.map((line) => `${sum(line)}${line}\n`).join("");
  };
  // Other systems count bytes where some count characters.
  const fits = (text) => new TextEncoder().encode(text).length <= most;
  const steps = [{ stance: true }, { places: true }, { whole: true }, { seconds: true }, { other: true }];
  for (let left = steps.length; left >= 0; left -= 1) {
    const text = build(Object.assign({}, ...steps.slice(0, left)));
    if (fits(text)) return text;
  }
  for (let answers = facts.answers.size; answers >= 0; answers -= 1) {
    const text = build({ answers });
    if (fits(text)) return text;
  }
  return "";
};

/** What is left of a packed record, and whether something of it was lost. */
export const unpack = (text, { lessons, items }) => {
  const facts = empty();
  const state = { facts, best: 0, attempt: null, damaged: false };
  const lines = (text ?? "").split("\n");
  // The last one has its end, or was cut.
  if (lines.pop()) state.damaged = true;
  for (const whole of lines) {
    const line = whole.slice(2);
    if (sum(line) !== whole.slice(0, 2)) {
      state.damaged = true;
      continue;
    }
    const rest = line.slice(1);
    if (line[0] === "b") state.best = value(rest) / 1000;
    else if (line[0] === "i") state.attempt = rest;
    else if (line[0] === "t") facts.theme = rest;
    else if (line[0] === "L") facts.last = lessons[value(rest)] ?? null;
    else if (line[0] === "l") {
      const id = lessons[value(rest.slice(0, 2))];
      if (id) facts.lessons.set(id, { place: rest.slice(3) || null, finished: rest[2] === "+" });
    } else if (line[0] === "a") readAnswers(line, items, facts);
    else if (line[0] === "s") facts.stance = rest;
    else if (line[0] === "o") facts.other.push(rest);
  }
  return state;
};
