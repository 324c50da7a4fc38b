// Answers questions of every kind, well or badly, as long as they are answered.

import { until } from "./condition.mjs";

/** A question with radio buttons. */
export const CHOICE = "section.item:has(.options input[type=radio])";

/**
 * Answers all questions of the page that is open, and waits for what is said to each. Of several
 * answers each question takes another in turn, so that feedback of both kinds is shown. Returns how
 * many there are.
 */
export async function answerAll(page) {
  const count = await page.evaluate(answer);
  await until(page, "all verdicts", (count) => document.querySelectorAll(".item .verdict").length === count, count);
  return count;
}

/** Runs in the page. */
function answer() {
  const forms = [...document.querySelectorAll(".item form")];
  forms.forEach((form, place) => {
    const options = form.querySelectorAll(".options input");
    if (options.length > 0) options[place % options.length].click();
    for (const field of form.querySelectorAll("input[type=text]")) field.value = "an answer";
    for (const select of form.querySelectorAll("select")) select.selectedIndex = 1 + (place % (select.options.length - 1));
    form.querySelector("[type=submit]").click();
  });
  return forms.length;
}
