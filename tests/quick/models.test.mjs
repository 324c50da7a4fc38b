// Models leave their page quick while they run.

import { inEachBrowser } from "../support/journey.mjs";
import { openModel } from "../support/models.mjs";
import { assertQuick } from "../support/quick.mjs";

inEachBrowser("no task of a model holds up its reader", { engines: ["chromium"] }, async ({ host, page }) => {
  for (const [address, presets] of [["models/seats/?votes=people", "votes=people"], ["models/good-faith/?scene=neighbours&size=256", "scene=neighbours&size=256"], ["models/good-faith/?scene=tournament&crowd=all", ""], ["models/alarms/", ""], ["models/data/", ""]]) {
    await openModel(page, host.root + address);
    await assertQuick(page, `${address} ${presets}`, async () => {
      await page.evaluate(() => document.querySelector(".play [data-do=reset]").click());
      await page.evaluate(() => document.querySelector(".play [data-do=run]").click());
      await new Promise((later) => setTimeout(later, 1500));
      await page.evaluate(() => document.querySelector(".play [data-preset]").click());
      await new Promise((later) => setTimeout(later, 500));
      await page.evaluate((last) => [...document.querySelectorAll(".play [data-preset]")].at(last).click(), -1);
      await new Promise((later) => setTimeout(later, 500));
    });
  }
});
