// A reader brings in a file that is no memory of a guide, or a strange one: each gets one clear
// sentence, nothing that is remembered changes, and the page goes on.

import assert from "node:assert/strict";

import { PATIENCE_MILLISECONDS, until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { MEMORY, answersKept, bringIn, counts, everything, goToStanding, sayNothing, saidOfKeeping, stored, withFolder } from "../support/memory.mjs";
import { answerAll, choose, questionsHere } from "../support/questions.mjs";
import { click } from "../support/reader.mjs";
import { lessons, open, reload } from "../support/site.mjs";

const [FIRST] = await lessons();
const MEGABYTE = 2 ** 20;
const HEADER = "concord 1\n";
/** An answer like those of readers, with one of its words replaced. */
const answer = (words = {}) => `${HEADER}${Object.values({ name: "answer", id: "q-some", version: 7, points: 1, of: 2, sure: "sure", day: 20783, stability: 310, difficulty: 512, due: 20786, ...words }).join(" ")}\n`;
const everyByte = Buffer.from(Array.from({ length: 1024 }, (_, place) => place % 256));

/** Files that hold no record. */
const DAMAGED = {
  "an empty file": "",
  "a letter": "Dear diary,\nconcord 1\n",
  "the first word alone": "concord",
  "half of the first word": "conc",
  "JSON": JSON.stringify({ concord: 1, answers: [{ id: "q-some", points: 1 }] }),
  "HTML with a script": '<!doctype html><script>window.hacked = true</script><img src="x" onerror="window.hacked = true">\n',
  "a table": "question,points\nq-some,1\n",
  "every byte": everyByte,
  "every byte after the first line": Buffer.concat([Buffer.from(`${HEADER}answer `), everyByte]),
  "NULs alone": Buffer.alloc(4096),
  "a record in UTF-16 without a mark of it": Buffer.from(answer(), "utf16le"),
  "a record with the line ends of old Macs": answer().replaceAll("\n", "\r"),
  "a record cut within an answer": answer().slice(0, -20),
  "a record cut within a character": Buffer.from(answer({ id: "q-é" })).subarray(0, HEADER.length + "answer q-".length + 1),
  "20 MB of text": "To be or not to be. ".repeat(MEGABYTE),
  "20 MB of NULs": Buffer.alloc(20 * MEGABYTE),
  "a record of a million answers": HEADER + Array.from({ length: 1_000_000 }, (_, place) => `answer q-${place} 7 1 1 sure 1 1 1 1\n`).join(""),
  "a record with a line of 20 MB": `${HEADER}${"x".repeat(20 * MEGABYTE)}\n`,
  "an id of 10 kB": answer({ id: "q".repeat(10_000) }),
  "an id with markup": answer({ id: "<img/src=x/onerror=hacked()>" }),
  "an id that leads elsewhere": answer({ id: "../../etc/passwd" }),
  "an id of a prototype": answer({ id: "__proto__" }),
  "an id that turns the line around": answer({ id: "q-\u202esome" }),
  "an id with a NUL": answer({ id: "q-\0some" }),
  "no id": answer({ id: "" }),
  "a negative version": answer({ version: -1 }),
  "a huge version": answer({ version: "9".repeat(400) }),
  "negative points": answer({ points: -1 }),
  "more points than there are": answer({ points: 3 }),
  "points beyond all numbers": answer({ points: 2 ** 64, of: 2 ** 64 }),
  "half a point": answer({ points: 0.5 }),
  "a certainty of another kind": answer({ sure: "certain" }),
  "a negative day": answer({ day: -20783 }),
  "a day that is no number": answer({ day: "NaN" }),
  "a stability without end": answer({ stability: "Infinity" }),
  "a difficulty in another notation": answer({ difficulty: "5e2" }),
  "a day in another notation": answer({ due: "0x51" }),
  "a word too few": answer({ due: "" }).replace(" \n", "\n"),
  "a word too many": answer({ more: 1 }),
  "another theme": `${HEADER}theme purple\n`,
  "another mark of a lesson": `${HEADER}lesson some - read\n`,
  "a sound record with one bad line": (own) => `${own}lesson A -\n`,
  "version 0": (own) => own.replace("concord 1", "concord 0"),
  "a negative version of records": (own) => own.replace("concord 1", "concord -2"),
  "a version between two": (own) => own.replace("concord 1", "concord 1.5"),
  "a line before the first": (own) => `\n${own}`,
};

/** Files of later versions, whatever else is in them. */
const NEWER = {
  "the next version": (own) => own.replace("concord 1", "concord 2"),
  "the next version with the line ends of Windows": (own) => own.replace("concord 1", "concord 2").replaceAll("\n", "\r\n"),
  "the next version with anything in it": Buffer.concat([Buffer.from("concord 2\n"), everyByte]),
  "the last version there can be": "concord 4294967295\n",
};

/** Records, though strange ones, with the number of answers in them. */
const SOUND = {
  "the first line alone": [HEADER, 0],
  "the first line alone, without its end": [HEADER.trim(), 0],
  "the own record": [(own) => own],
  "the own record twice": [(own) => own + own.slice(HEADER.length)],
  "the own record with the line ends of Windows": [(own) => own.replaceAll("\n", "\r\n")],
  "the own record with a mark of its encoding": [(own) => `\ufeff${own}`],
  "the own record with blank lines": [(own) => `${own.replaceAll("\n", "\n\n  \n")}\n`],
  "numbers as large as there are": [answer({ version: 2 ** 32 - 1, points: 2 ** 32 - 1, of: 2 ** 32 - 1, day: 2 ** 32 - 1, stability: 2 ** 32 - 1, difficulty: 2 ** 32 - 1, due: 2 ** 32 - 1 }), 1],
  "nothing but noughts": [answer({ version: 0, points: 0, of: 0, day: 0, stability: 0, difficulty: 0, due: 0 }), 1],
  "a question that no guide has": [answer({ id: "constructor" }), 1],
  "lines of another feature, with markup and NULs": [`${HEADER}<script>window.hacked = true</script>\n\0\0\n`, 0],
  "a line as long as a file may be": [HEADER + "x".repeat(MEGABYTE - HEADER.length), 0],
};

/** Records in an encoding that some browsers recognise and others do not. */
const ENCODED = {
  "a record in UTF-16, little-endian": Buffer.from(`\ufeff${answer()}`, "utf16le"),
  "a record in UTF-16, big-endian": Buffer.from(`\ufeff${answer()}`, "utf16le").swap16(),
};

/** Answers all questions of the first lesson, then goes where files are brought in. */
async function answerAndLook(page, host) {
  await open(page, host.root + FIRST);
  await answerAll(page);
  await goToStanding(page, host);
}

async function forgetAll(page) {
  await click(page, `${MEMORY} [data-do="forget"]`);
  await click(page, `${MEMORY} [data-do="forget-all"]`);
  await until(page, "nothing to be left", () => document.querySelector('[data-control="standing"] table') === null);
}

/** Brings in each of the files, and fails unless `said` is what the page says to it and nothing has changed. */
async function assertEachIs(page, files, check) {
  await withFolder(async (folder) => {
    const before = await everything(page);
    const own = await stored(page);
    for (const [name, file] of Object.entries(files)) {
      const content = typeof file === "function" ? file(own) : file;
      check(name, await bringIn(page, folder, "memory.txt", content));
      assert.deepEqual(await everything(page), before, name);
      await sayNothing(page);
    }
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    // The page goes on.
    await forgetAll(page);
    assert.deepEqual(await answersKept(page), []);
  });
}

/** What is said to a file of each kind, taken from one of them. */
async function sentences(page) {
  const said = {};
  await withFolder(async (folder) => {
    for (const [kind, content] of Object.entries({ damaged: "Dear diary", newer: "concord 9\n" })) {
      said[kind] = await bringIn(page, folder, "memory.txt", content);
      await sayNothing(page);
    }
  });
  for (const { sentence } of Object.values(said)) assert.ok(sentence.length > 20, sentence);
  assert.notEqual(said.damaged.sentence, said.newer.sentence);
  return said;
}

inEachBrowser("a file that holds no memory changes nothing, whatever it is", async ({ host, page }) => {
  await answerAndLook(page, host);
  const { damaged } = await sentences(page);
  assert.deepEqual(damaged.offers, []);
  await assertEachIs(page, DAMAGED, (name, said) => assert.deepEqual(said, damaged, name));
});

inEachBrowser("a file of a newer version changes nothing, and is said to be one", async ({ host, page }) => {
  await answerAndLook(page, host);
  const { newer } = await sentences(page);
  assert.deepEqual(newer.offers, []);
  await assertEachIs(page, NEWER, (name, said) => assert.deepEqual(said, newer, name));
});

inEachBrowser("a memory in another encoding is read or said not to be one, and changes nothing", async ({ host, page }) => {
  await answerAndLook(page, host);
  const { damaged } = await sentences(page);
  await assertEachIs(page, ENCODED, (name, said) => {
    if (said.offers.length === 0) assert.deepEqual(said, damaged, name);
    else assert.match(said.sentence, /\b1\b/, name);
  });
});

inEachBrowser("a strange memory is shown before anything changes", async ({ host, page }) => {
  await answerAndLook(page, host);
  const own = (await answersKept(page)).length;
  const files = Object.fromEntries(Object.entries(SOUND).map(([name, [file]]) => [name, file]));
  await assertEachIs(page, files, (name, { sentence, offers }) => {
    assert.deepEqual(offers, ["merge", "replace", "cancel"], name);
    const [, answers = own] = SOUND[name];
    assert.match(sentence, new RegExp(`\\b${answers}\\b`), name);
  });
});

inEachBrowser("a memory that went through other programs is brought in as it was", async ({ host, page }) => {
  await answerAndLook(page, host);
  const own = await stored(page);
  await withFolder(async (folder) => {
    for (const content of [own.replaceAll("\n", "\r\n"), `\ufeff${own}`, own + own.slice(HEADER.length)]) {
      await forgetAll(page);
      await bringIn(page, folder, "memory.txt", content);
      await click(page, `${MEMORY} [data-do="replace"]`);
      await until(page, "the summary", () => document.querySelector('[data-control="standing"] table') !== null);
      assert.equal(await stored(page), own);
    }
  });
});

inEachBrowser("a memory with impossible numbers does no harm to the questions it is about", async ({ host, page }) => {
  await open(page, host.root + FIRST);
  const [{ id, item }] = await questionsHere(page, "choice");
  await choose(page, item, true);
  const [, , version] = (await answersKept(page))[0].split(" ");
  for (const number of [0, 2 ** 32 - 1]) {
    await goToStanding(page, host);
    await withFolder(async (folder) => {
      await bringIn(page, folder, "memory.txt", answer({ id, version, points: number, of: number, day: number, stability: number, difficulty: number, due: number }));
      await click(page, `${MEMORY} [data-do="replace"]`);
      await until(page, "the summary", () => document.querySelector('[data-control="standing"] table') !== null);
    });
    await reload(page);
    assert.equal((await counts(page, FIRST)).answered, 1);
    await open(page, host.root + FIRST);
    await choose(page, item, true);
    const [, , , points, of] = (await answersKept(page))[0].split(" ");
    assert.equal(points, of);
    await reload(page);
    assert.equal(await saidOfKeeping(page), "");
  }
});

/** Adds what was found in a file to what is here. */
async function merge(page) {
  await click(page, `${MEMORY} [data-do="merge"]`);
  await until(page, "the file to be brought in", () => document.querySelector('.memory [data-do="merge"]') === null);
}

/** Records that break a careless writer: what is kept of them must be a record again. */
const TREACHEROUS = {
  "a word alone, whose line end is doubled": "concord 1\ntheme\r\r\n",
  "a word alone, at the end of a cut file": "concord 1\nlast\r",
  "a line end of old Macs within a line": "concord 1\nnote\rtheme purple\n",
  "line ends of other writing": "concord 1\nnote\u2028theme purple\u0085lesson A\n",
  "a second first line": "concord 1\nconcord 2\n",
};

inEachBrowser("whatever is brought in, the memory can be read again", async ({ host, page }) => {
  await answerAndLook(page, host);
  const own = await answersKept(page);
  await withFolder(async (folder) => {
    for (const [name, content] of Object.entries(TREACHEROUS)) {
      const { offers } = await bringIn(page, folder, "memory.txt", content);
      if (offers.includes("merge")) await merge(page);
      await reload(page);
      assert.equal(await saidOfKeeping(page), "", name);
      assert.deepEqual(await answersKept(page), own, name);
      assert.equal((await counts(page, FIRST)).answered, own.length, name);
    }
  });
});

inEachBrowser("a memory of very many lines is brought in twice without holding up the page", async ({ host, page }) => {
  await answerAndLook(page, host);
  const own = await answersKept(page);
  // Nearly as many different lines as the largest file can have.
  const lines = Array.from({ length: 150_000 }, (_, place) => `_${place.toString(36)}\n`).join("");
  assert.ok(lines.length < MEGABYTE - HEADER.length);
  await withFolder(async (folder) => {
    for (let times = 0; times < 2; times += 1) {
      await bringIn(page, folder, "memory.txt", HEADER + lines);
      const before = Date.now();
      await merge(page);
      assert.deepEqual(await answersKept(page), own);
      // Comparing each line with all others takes a minute, looking each up takes no time worth a word.
      assert.ok(Date.now() - before < PATIENCE_MILLISECONDS, `the page was held up for ${Date.now() - before} ms`);
      await sayNothing(page);
    }
  });
});
