// The argument leaves its page quick, whatever a reader rejects or starts from.

import { askWhatElse, openMap, panel, rejecting, take } from "../support/argument.mjs";
import { until } from "../support/condition.mjs";
import { inEachBrowser } from "../support/journey.mjs";
import { assertQuick } from "../support/quick.mjs";

const TRACED = { engines: ["chromium"] };

inEachBrowser("with everything rejected, what follows leaves the page quick", TRACED, async ({ host, page }) => {
  await openMap(page, host);
  for (const query of [await rejecting(page, "li.premise"), await rejecting(page, "li")]) {
    await take(page, host, query);
    await askWhatElse(page);
    await assertQuick(page, "what follows", () => askWhatElse(page));
  }
});

inEachBrowser("what changes every statement at once leaves the page quick", TRACED, async ({ host, page }) => {
  await openMap(page, host);
  await assertQuick(page, "another start", async () => {
    for (const start of ["granted", "opening", "blank"]) {
      const before = await page.$eval("[data-argument]", (own) => own.dataset.stance);
      await page.$eval(`[data-do="${start}"]`, (button) => button.click());
      await until(page, "the stance", (before) => document.querySelector("[data-argument]").dataset.stance !== before, before);
      await panel(page, "result");
    }
  });
});
