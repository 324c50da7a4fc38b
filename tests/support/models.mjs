// A model, as a reader has it before them.

import { until } from "./condition.mjs";

/** Opens a page with a model, and waits until that answers. */
export async function openModel(page, address) {
  await page.goto(address, { waitUntil: "load" });
  await until(page, "the model to answer", () => document.querySelector(".play[data-live] a.this") && document.documentElement.hasAttribute("data-interactive") && document.querySelector(".play [data-do=run]").checkVisibility({ visibilityProperty: true }));
}
