// Two states, or two votes, side by side, as a reader has them before them.

import { until } from "./condition.mjs";
import { open } from "./site.mjs";

/** The fields of the two states. */
export const FIELDS = '.compared input[data-choice="states"]';

export async function openCompared(page, root, query = "") {
  await open(page, `${root}community/compared/${query}`);
  await until(page, "the drawings", () => document.querySelectorAll(".drawings rect[data-at][class]").length === 390);
}
