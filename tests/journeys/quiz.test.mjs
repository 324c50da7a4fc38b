// A teacher makes a quiz and gives its link away; students who open it are all asked the same.

import assert from "node:assert/strict";

import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { answerAll } from "../support/questions.mjs";
import { click, tabTo } from "../support/reader.mjs";
import { lessons, open, reload, text } from "../support/site.mjs";

const QUIZ = "quiz/";
const [FIRST, SECOND] = (await lessons()).map((address) => address.split("/")[1]);

/** The questions that are asked: their places in the guide, and what each is. */
function asked(page) {
  return page.$$eval(".quiz .item h2 a", (links) => links.map((link) => `${link.getAttribute("href")} ${link.closest(".item").querySelector("[id^=_stem]").id}`));
}

inEachBrowser("a form makes a link, and the link asks the same again", async ({ host, page }) => {
  await open(page, host.root + QUIZ);
  assert.deepEqual(await asked(page), []);
  await click(page, `.make input[value="${FIRST}"]`);
  await click(page, `.make input[value="${SECOND}"]`);
  await click(page, '.make input[value="choice"]');
  await page.$eval('.make input[name="count"]', (field) => (field.value = "4"));
  await page.focus('.make input[name="seed"]');
  await page.keyboard.type("class 9b");
  await page.keyboard.press("Enter");
  await until(page, "the quiz", () => location.search.includes("seed=class") && document.querySelectorAll(".quiz .item form").length === 4);
  const questions = await asked(page);
  assert.ok(questions.every((href) => href.startsWith(`lessons/${FIRST}/`) || href.startsWith(`lessons/${SECOND}/`)), questions.join());
  const link = await page.$eval("#_copy-quiz", (field) => field.value);
  assert.equal(link, await page.evaluate(() => location.href));
  await answerAll(page);
  const progress = await page.$eval(".quiz [role=status]:not(#_copied)", (line) => line.textContent);
  assert.match(progress, /4.*4/);
  // Another student, who has answered nothing, and this one, who has.
  await page.evaluate(() => localStorage.clear());
  await open(page, link);
  assert.deepEqual(await asked(page), questions);
  await reload(page);
  assert.deepEqual(await asked(page), questions);
});

inEachBrowser("what a link cannot mean is said, and the rest is asked", async ({ host, page }) => {
  await open(page, `${host.root}${QUIZ}?lesson=${FIRST}&lesson=no-such-lesson&kind=choice&count=lots&seed=%E0%A4`);
  assert.ok((await asked(page)).length > 0);
  const said = await page.$eval(".quiz", (place) => place.textContent);
  assert.ok(said.includes("no-such-lesson") && said.includes("lots"), said.slice(0, 400));
  await open(page, `${host.root}${QUIZ}?lesson=<script>alert(1)</script>`);
  assert.deepEqual(await asked(page), []);
  assert.ok((await page.$eval(".quiz", (place) => place.textContent)).includes("<script>alert(1)</script>"));
  // Another can be made from here, with what was asked for already chosen.
  await open(page, `${host.root}${QUIZ}?lesson=${SECOND}&count=2&seed=x`);
  const isShown = () => document.querySelector(".make").checkVisibility();
  assert.ok(!(await page.evaluate(isShown)));
  await tabTo(page, ".quiz .another summary");
  await page.keyboard.press("Enter");
  await until(page, "the form", isShown);
  const kept = await page.$eval(".make", (form) => new URLSearchParams(new FormData(form)).toString());
  assert.equal(kept, `lesson=${SECOND}&claim=&term=&count=2&seed=x`);
});

inEachBrowser("a lesson leads to its own quiz, and back leads to the lesson", async ({ host, page }) => {
  await open(page, `${host.root}lessons/${FIRST}/`);
  await click(page, ".own-quiz a");
  await until(page, "the quiz", () => document.querySelectorAll(".quiz .item form").length > 0);
  const questions = await asked(page);
  assert.ok(questions.length > 0 && questions.every((href) => href.startsWith(`lessons/${FIRST}/`)), questions.join());
  await page.evaluate(() => void setTimeout(() => history.back()));
  await until(page, "the lesson", () => document.querySelector("article.lesson") !== null);
});

inEachBrowser("the page says that it is no exam, also without scripts", async () => {
  const html = await text(`${QUIZ}index.html`);
  assert.ok(html.includes("not for exams"));
});
