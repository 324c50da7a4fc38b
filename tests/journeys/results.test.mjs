// Students hand in what they have answered, without a server; their teacher collects it on the class page.

import assert from "node:assert/strict";

import { eventually, until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { click, untilSeen } from "../support/reader.mjs";
import { KEY, read, write } from "../support/sheets.mjs";
import { open } from "../support/site.mjs";

const QUIZ = "quiz/?kind=choice&count=5&seed=9b";
const CLASS = "class/";

/** Answers the first questions of the quiz, and waits for what is said to each. */
async function answer(page, count) {
  await page.evaluate((count) => {
    for (const form of [...document.querySelectorAll(".quiz .item form")].slice(0, count)) {
      form.querySelectorAll(".options input")[0].click();
      form.querySelector("[type=submit]").click();
    }
  }, count);
  await until(page, "all verdicts", (count) => document.querySelectorAll(".quiz .verdict").length === count, count);
}

/** Waits for the program of results, which is loaded where its place is seen. */
async function seen(page) {
  await untilSeen(page, ".results", "the program of results", () => document.querySelector(".results .inner > *") !== null);
}

/** Makes the result of the quiz that is open; the line of text that is handed in. */
async function hand(page, name) {
  await seen(page);
  if (name !== undefined) await page.$eval('[data-entry="student-name"]', (field, name) => (field.value = name), name);
  await click(page, '[data-do="make-result"]');
  await until(page, "the result", () => document.querySelector(".made .code, .made .notice, .made .copy") !== null);
  return page.$eval("#_copy-result-text", (field) => field.value);
}

/** Adds a text on the class page, and waits for what is said to it. */
async function add(page, pasted) {
  await page.$eval("[data-entry=pasted]", (field, pasted) => (field.value = pasted), pasted);
  await page.$eval(".said", (said) => said.replaceChildren());
  await page.$eval("[data-do=add-results]", (button) => button.click());
  await until(page, "what was added", () => document.querySelector(".said > *") !== null);
  return page.$eval(".said", (said) => said.textContent);
}

function rows(page) {
  return page.$$eval("section.table tbody tr", (rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
}

/** The sheet of somebody who has answered all five, and which answer is the key of each. */
async function sheetOf(page, host) {
  await open(page, `${host.root}${QUIZ}&ask=name`);
  await answer(page, 5);
  const keys = await page.$$eval(".quiz .item form", (forms) =>
    forms.map((form) => {
      const right = form.querySelector(".feedback .key") !== null;
      if (right) return 0;
      form.querySelector("[data-do=show]").click();
      return null;
    }),
  );
  await until(page, "the answers", () => [...document.querySelectorAll(".quiz .item form")].every((form) => form.querySelector(".outcome.right")));
  const shown = await page.$$eval(".quiz .item form", (forms) => forms.map((form) => [...form.querySelectorAll(".option")].findIndex((option) => option.querySelector(".outcome.right"))));
  const sheet = read(await hand(page, "Ada Lovelace"));
  return { sheet, keys: keys.map((key, at) => key ?? shown[at]) };
}

/** A sheet of another student, whose answers are right where `right` says so. */
function another({ sheet, keys }, name, right) {
  const answers = sheet.answers.map((own, at) => {
    const is = right(at);
    return { ...own, points: Number(is), of: 1, kind: 1, helped: false, values: [is ? keys[at] : keys[at] === 0 ? 1 : 0] };
  });
  return { ...sheet, name, answers };
}

inEachBrowser("a quiz asks for a result, which holds the first answers and comes in four forms", async ({ host, page }) => {
  await open(page, host.root + "quiz/");
  await click(page, '.make [name="ask"][value="name"]');
  await click(page, '.make [name="kind"][value="choice"]');
  await page.$eval('.make [name="count"]', (field) => (field.value = "3"));
  await click(page, ".make [type=submit]");
  await until(page, "the quiz", () => location.search.includes("ask=name") && document.querySelectorAll(".quiz .item form").length === 3);
  await answer(page, 2);
  // A second answer to the same question is none that counts.
  await page.$eval(".quiz .item form", (form) => (form.querySelectorAll(".options input")[1].click(), form.querySelector("[type=submit]").click()));
  await seen(page);
  await click(page, '[data-do="make-result"]');
  await until(page, "the question who it is", () => document.querySelector(".made .notice") !== null);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.entry), "student-name");
  const line = await hand(page, "  Zoë <b>  ");
  const sheet = read(line);
  assert.equal(sheet.name, "Zoë <b>");
  assert.deepEqual(sheet.answers.map(({ values }) => values), [[0], [0], undefined]);
  assert.ok(line.startsWith("Zoë <b>: ") && line.includes(KEY), line);
  assert.match(await page.$eval(".made", (made) => made.textContent), /1 question has no answer/);
  assert.equal(await page.$(".made b"), null);
  const link = await page.$eval("#_copy-result-link", (field) => field.value);
  assert.ok(link.startsWith(`${host.root}class/#${KEY}`) && link.length <= 2_000, link);
  assert.ok((await page.$eval(".made svg.code path", (path) => path.getAttribute("d").length)) > 1_000);
  assert.ok(!host.requests.some((path) => path.includes(KEY)), "what is handed in goes to no server");
  // The link leads the teacher to the class page, which has it.
  await open(page, link);
  await until(page, "the result", () => document.querySelector("section.table tbody tr") !== null);
  assert.equal((await rows(page))[0][0], "Zoë <b>");
  assert.ok(!host.requests.some((path) => path.includes(KEY)), "what stands behind # goes to no server");
});

inEachBrowser("whoever leaves with answers that are not handed in is asked first, and more answers than a result holds are told", { stays: true }, async ({ host, page }) => {
  const asked = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  await open(page, `${host.root}${QUIZ}&ask=name`);
  const address = await page.evaluate(() => location.href);
  assert.deepEqual(await page.$$eval(".quiz .another, .quiz .run:first-child > .copy", (all) => all.map((own) => own.checkVisibility())), [false, false], "whoever answers makes no quiz");
  await click(page, ".quiz .item form .options input");
  await click(page, ".quiz .item form [type=submit]");
  await until(page, "a verdict", () => document.querySelector(".quiz .verdict") !== null);
  const home = "header.site > a";
  await click(page, home);
  await eventually("the browser's question", () => asked.length === 1);
  assert.deepEqual(asked, ["beforeunload"]);
  assert.equal(await page.evaluate(() => location.href), address);
  assert.equal(await page.$$eval("form[data-answered]", (forms) => forms.length), 1, "whoever stays has lost nothing");
  await hand(page, "Ada");
  // What is answered later is not in it.
  await click(page, ".quiz .item:nth-of-type(2) form .options input");
  await click(page, ".quiz .item:nth-of-type(2) form [type=submit]");
  await until(page, "what has changed", () => document.querySelector(".made .notice") !== null && document.querySelector(".made .code") === null);
  await hand(page, "Ada");
  await click(page, home);
  await eventually("the browser's question", () => asked.length === 2);
  assert.equal(asked.length, 2, "what is made, and not copied yet, is not let go of either");
  await click(page, ".made .copy button");
  await click(page, home);
  await until(page, "the home page", (address) => location.href === address, host.root);
  assert.equal(asked.length, 2, "what was copied may be left");
});

inEachBrowser("whoever leaves a class that was not saved is asked first", { stays: true }, async ({ host, page }) => {
  const asked = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  });
  const { sheet } = await sheetOf(page, host);
  await page.evaluate(() => (window.onbeforeunload = null));
  await open(page, host.root + CLASS);
  await seen(page);
  assert.match(await add(page, write(sheet)), /1 result/);
  await click(page, "header.site > a");
  await eventually("the browser's question", () => asked.length === 1);
  assert.deepEqual(asked, ["beforeunload"]);
  assert.equal((await rows(page)).length, 1);
  // The same name twice: one of them counts, which is said where it was added.
  const again = { ...sheet, day: sheet.day + 1 };
  assert.match(await add(page, write(again)), /1 result does not count/);
  await click(page, '[data-do="save-table"]');
  await click(page, "header.site > a");
  await until(page, "the home page", (address) => location.href === address, host.root);
  assert.equal(asked.length, 1, "what was saved may be left");
});

inEachBrowser("a quiz that asks for nothing has no result", async ({ host, page }) => {
  await open(page, host.root + QUIZ);
  assert.equal(await page.$(".results"), null);
});

inEachBrowser("thirty results make a table, and what does not count is set aside", async ({ host, page }) => {
  const own = await sheetOf(page, host);
  const names = Array.from({ length: 30 }, (_, at) => `Student ${String(at).padStart(2, "0")}`);
  // The last question is right for none, the others for more and more.
  const sheets = names.map((name, at) => another(own, name, (place) => place < 4 && at % (place + 2) !== 0));
  const texts = sheets.map((sheet) => write(sheet));
  const forged = write({ ...sheets[0], name: "Mallory", answers: sheets[0].answers.map((answer) => ({ ...answer, points: answer.of })) });
  const changed = texts[1].slice(0, 30) + (texts[1][30] === "A" ? "B" : "A") + texts[1].slice(31);
  const other = write({ ...sheets[2], name: "Other Quiz", answers: sheets[2].answers.slice(1) });
  const twice = write(another(own, "student  00", () => true));
  const older = write({ ...sheets[3], name: "Older", answers: sheets[3].answers.map((answer, at) => (at === 0 ? { ...answer, mark: answer.mark ^ 1 } : answer)) });
  const newer = write(sheets[4], 2);
  await open(page, host.root + CLASS);
  await seen(page);
  const mail = [...texts, texts[5], forged, changed, other, twice, older, newer, texts[6].slice(0, 40)].map((text, at) => `Hello, here is mine (${at}): ${text}\n`).join("");
  const time = await page.evaluate((mail) => {
    document.querySelector("[data-entry=pasted]").value = mail;
    const begin = performance.now();
    document.querySelector("[data-do=add-results]").click();
    return new Promise((done) => {
      const look = () => (document.querySelectorAll("section.table tbody tr").length === 30 ? done(performance.now() - begin) : setTimeout(look));
      look();
    });
  }, mail);
  assert.ok(time < 1_000, `${time} ms`);
  const said = await page.$eval(".said", (said) => said.textContent);
  for (const word of [/35 results were read/, /1 result is cut/, /1 result was changed/, /1 result was made by a newer/]) assert.match(said, word);
  const table = await rows(page);
  assert.deepEqual(table.map(([name]) => name), names);
  assert.deepEqual(table[1].slice(1, 7), ["4/5", "✓", "✓", "✓", "✓", "✗"]);
  assert.deepEqual(table[0].slice(1, 7), ["0/5", "✗", "✗", "✗", "✗", "✗"]);
  const hardest = await page.$$eval("section.hardest li", (list) => list.map((one) => one.textContent));
  assert.match(hardest[0], /0 of 30 who answered have it all right.*\(30\)/s);
  assert.equal(hardest.length, 5);
  const aside = await page.$$eval("section.aside li", (list) => list.map((one) => one.textContent));
  assert.equal(aside.length, 5, aside.join("\n"));
  for (const [name, why] of [["Mallory", /changed by hand/], ["Other Quiz", /another quiz/], ["student 00", /with this name/], ["Older", /edition/], ["Student 05", /already/]]) {
    const told = aside.find((line) => line.replace(/\s+/g, " ").startsWith(name));
    assert.ok(told && why.test(told), `${name}: ${aside.join("\n")}`);
  }
  // The second result of somebody can be the one that counts.
  await click(page, "[data-do=count-instead]");
  await until(page, "the other result", () => document.querySelector("section.table tbody td").textContent === "5/5" || [...document.querySelectorAll("section.table tbody tr")].some((row) => row.cells[1].textContent === "5/5"));
  // Who is missing.
  await page.focus("[data-entry=class-list]");
  await page.$eval("[data-entry=class-list]", (field) => (field.value = `${Array.from({ length: 29 }, (_, at) => `${String(at).padStart(2, "0")}, Student`).join("\n")}\nHopper, Grace`));
  await page.keyboard.type(" ");
  await until(page, "who is missing", () => document.querySelectorAll(".missing li").length === 2);
  assert.deepEqual(await page.$$eval(".missing li", (list) => list.map((one) => one.textContent)), ["Hopper, Grace", "Student 29"]);
  // The quiz that fewer handed in can be chosen, too.
  await page.select("[data-entry=which-quiz]", await page.$eval("[data-entry=which-quiz] option:nth-child(2)", (option) => option.value));
  await until(page, "the other quiz", () => document.querySelectorAll("section.table tbody tr").length === 1);
  assert.equal((await rows(page))[0][0], "Other Quiz");
});

inEachBrowser("nothing that is pasted breaks the page", async ({ host, page }) => {
  await open(page, host.root + CLASS);
  await seen(page);
  assert.match(await add(page, ""), /No result/);
  assert.match(await add(page, "result="), /cut/);
  assert.match(await add(page, "result=<script>alert(1)</script> result=AAAA"), /cut|changed/);
  assert.match(await add(page, `${"result=____".repeat(3_000)}`), /newer/);
  assert.equal(await page.$eval("section.table", (table) => table.hidden), true);
  const sheet = { name: "<img src=x onerror=alert(1)>", day: 4_000_000_000, stance: "", answers: [] };
  assert.match(await add(page, write(sheet)), /1 result was read/);
  assert.equal(await page.$(".results img"), null);
});

/** What the page gave as files since `catchFiles`: their names and texts. */
async function filesOf(page) {
  return page.evaluate(() => Promise.all(window.saved.map(async ({ name, blob }) => ({ name, text: await blob.text() }))));
}

/** From now on keeps what the page gives as a file, in place of the browser's own folder. */
async function catchFiles(page) {
  await page.evaluate(() => {
    window.saved = [];
    const blobs = new Map();
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      const address = make(blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function () {
      window.saved.push({ name: this.download, blob: blobs.get(this.href) });
    };
  });
}

/** Gives the page files as if somebody chose them. */
function chooseFiles(page, files) {
  return page.evaluate((files) => {
    const chosen = new DataTransfer();
    for (const { name, text } of files) chosen.items.add(new File([text], name, { type: "text/plain" }));
    const input = document.querySelector("[data-entry=result-files]");
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, files);
}

inEachBrowser("sealed results open with the teacher's key alone", async ({ host, newPage, page }) => {
  await open(page, host.root + CLASS);
  await seen(page);
  await catchFiles(page);
  await click(page, "details.seal summary");
  await page.$eval("[data-entry=quiz-link]", (field, link) => (field.value = link), host.root + QUIZ);
  await click(page, "[data-do=make-key]");
  await until(page, "that this quiz asks for nothing", () => document.querySelector(".sealed .notice") !== null);
  assert.deepEqual(await filesOf(page), []);
  await page.$eval("[data-entry=quiz-link]", (field, link) => (field.value = link), `${host.root}${QUIZ}&ask=name`);
  await click(page, "[data-do=make-key]");
  await until(page, "the sealed link", () => document.querySelector("#_copy-sealed") !== null);
  const link = await page.$eval("#_copy-sealed", (field) => field.value);
  const [key] = await filesOf(page);
  assert.match(key.text, /private-key=[\w-]{200,}/);
  assert.ok(link.length < 400 && link.includes("seal=") && !link.includes("private"), link);

  const student = await newPage();
  await open(student, link);
  await answer(student, 5);
  const made = await hand(student, "Ada Lovelace");
  assert.ok(made.startsWith(KEY), "nothing is told beside what is sealed");
  assert.ok(!Buffer.from(made.slice(KEY.length), "base64url").includes("Ada"));
  await student.close();

  // Another browser, without the key and then with another one.
  const other = await newPage();
  await open(other, host.root + CLASS);
  await seen(other);
  assert.match(await add(other, made), /1 sealed result waits/);
  assert.equal(await other.$eval("section.table", (table) => table.hidden), true);
  await chooseFiles(other, [{ name: "key.txt", text: key.text }]);
  await until(other, "the opened result", () => document.querySelector("section.table tbody tr") !== null);
  assert.equal((await rows(other))[0][0], "Ada Lovelace");
  // One that was changed does not open.
  const changed = Buffer.from(made.slice(KEY.length), "base64url");
  changed[changed.length - 10] ^= 1;
  const told = changed.subarray(0, -4);
  const check = told.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
  changed.writeUInt32LE(check, changed.length - 4);
  assert.match(await add(other, KEY + changed.toString("base64url")), /1 sealed result waits/);
  assert.equal((await rows(other)).length, 1);
});

inEachBrowser("the table is saved for spreadsheets, safely, and all results can be taken along", async ({ host, page }) => {
  const own = await sheetOf(page, host);
  await open(page, host.root + CLASS);
  await seen(page);
  await catchFiles(page);
  await add(page, ["=1+1", "Ada, \"Countess\"", "Zoë"].map((name) => write(another(own, name, () => true))).join("\n"));
  await click(page, "[data-do=save-table]");
  await click(page, "[data-do=keep-results]");
  const [table, all] = await filesOf(page);
  assert.match(table.name, /\.csv$/);
  const bytes = await page.evaluate(async () => [...new Uint8Array(await window.saved[0].blob.arrayBuffer())].slice(0, 3));
  assert.deepEqual(bytes, [0xef, 0xbb, 0xbf]);
  const lines = table.text.replace("\ufeff", "").split("\r\n");
  assert.equal(lines.length, 5);
  assert.ok(lines.some((line) => line.startsWith("'=1+1,")), table.text);
  assert.ok(lines.some((line) => line.startsWith('"Ada, ""Countess""",')), table.text);
  await open(page, host.root + CLASS);
  await seen(page);
  await chooseFiles(page, [all]);
  await until(page, "the same class", () => document.querySelectorAll("section.table tbody tr").length === 3);
});

inEachBrowser("a code is read from a photo", async ({ host, page }) => {
  await open(page, `${host.root}${QUIZ}&ask=number`);
  await answer(page, 5);
  await seen(page);
  await page.$eval('[data-entry="student-name"]', (field) => (field.value = "17"));
  await click(page, '[data-do="make-result"]');
  await until(page, "the code", () => document.querySelector(".made svg.code") !== null);
  // A photo: the code turned a little, on a grey page, with a shadow over it.
  const photo = await page.evaluate(async () => {
    const svg = document.querySelector("svg.code").cloneNode(true);
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    svg.setAttribute("width", "700");
    svg.setAttribute("height", "700");
    svg.querySelector("rect").setAttribute("fill", "#fff");
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([svg.outerHTML], { type: "image/svg+xml" }));
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 1600, height: 1200 });
    const context = canvas.getContext("2d");
    context.fillStyle = "#b9b2a4";
    context.fillRect(0, 0, 1600, 1200);
    context.translate(800, 600);
    context.rotate(0.12);
    context.drawImage(image, -350, -350);
    context.fillStyle = "rgba(40, 30, 20, 0.3)";
    context.fillRect(-900, -700, 900, 1500);
    return canvas.toDataURL("image/png");
  });
  await open(page, host.root + CLASS);
  await seen(page);
  await page.evaluate(async (photo) => {
    const take = new DataTransfer();
    const [, letters] = photo.split(",");
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
    take.items.add(new File([bytes], "photo.png", { type: "image/png" }));
    take.items.add(new File([Uint8Array.from([1, 2, 3])], "broken.png", { type: "image/png" }));
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: take }));
  }, photo);
  await until(page, "the result of the photo", () => document.querySelector("section.table tbody tr") !== null);
  assert.equal((await rows(page))[0][0], "17");
  assert.match(await page.$eval(".said", (said) => said.textContent), /broken\.png cannot be read/);
});

inEachBrowser("stances that are handed in show who grants what, and the crux that splits the class", async ({ host, page }) => {
  const own = await sheetOf(page, host);
  const stances = [];
  for (const start of ["granted", "alone", "opening", "blank"]) {
    await open(page, `${host.root}argument/`);
    await until(page, "the argument", () => document.querySelector("[data-argument][data-live]") !== null);
    await page.evaluate((start) => document.querySelector(`[data-do="${start}"]`)?.click(), start);
    await until(page, "the stance", () => document.querySelector("[data-argument]").dataset.stance !== undefined);
    await open(page, `${host.root}${QUIZ}&ask=name&ask=stance`);
    const line = await hand(page, start);
    stances.push(read(line).stance);
  }
  assert.ok(new Set(stances).size > 1, stances.join());
  await open(page, host.root + CLASS);
  await seen(page);
  await add(page, stances.map((stance, at) => write({ ...another(own, `Student ${at}`, () => true), stance })).join("\n"));
  await until(page, "the stances", () => document.querySelectorAll("section.stances tbody tr").length > 3);
  const said = await page.$eval("section.stances", (section) => section.textContent);
  assert.match(said, /It stands for \d of the class/);
  assert.match(said, /Student 0/);
  assert.match(await add(page, write({ ...another(own, "Student 9", () => true), stance: "AAAAAAAA" })), /1 result/);
  await until(page, "that one cannot be read", () => /1 stance cannot be read/.test(document.querySelector("section.stances").textContent));
});

inEachBrowser("results are made and collected by keys alone, on a phone and on paper", { viewport: { width: 390, height: 844 } }, async ({ engine, host, page }) => {
  await open(page, `${host.root}${QUIZ}&ask=name`);
  await answer(page, 5);
  await seen(page);
  await page.focus(".hand-in [data-entry]");
  await page.keyboard.type("Ada");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await until(page, "the result", () => document.querySelector("#_copy-result-text") !== null);
  const line = await page.$eval("#_copy-result-text", (field) => field.value);
  const wide = () => document.documentElement.scrollWidth > innerWidth;
  assert.equal(await page.evaluate(wide), false);
  await open(page, host.root + CLASS);
  await seen(page);
  await page.focus("[data-entry=pasted]");
  await page.$eval("[data-entry=pasted]", (field, line) => (field.value = line), line);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await until(page, "the table", () => document.querySelector("section.table tbody tr") !== null);
  assert.equal(await page.evaluate(wide), false);
  // Firefox's driver cannot show a page as it is printed.
  if (engine !== "chromium") return;
  await page.emulateMediaType("print");
  assert.equal(await page.$eval("section.table table", (table) => table.checkVisibility()), true);
  assert.equal(await page.$eval(".intake", (intake) => intake.checkVisibility()), false);
});
