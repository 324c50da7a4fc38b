// The HTML of every page is valid, by html-validate's recommended rules.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HtmlValidate, StaticConfigLoader } from "html-validate";

import { movedFiles, OFFLINE, pageFiles, text } from "../support/site.mjs";

const RULES = {
  // The boxes of a group send their values as a list, by one name.
  "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
  // How much of a title a search engine shows is its habit, not a rule of HTML.
  "long-title": "off",
  // Ids of the interface begin with an underscore, so that no id of content can be one of them; HTML
  // allows that, though older versions of it did not.
  "valid-id": ["error", { relaxed: true }],
};

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:recommended"], rules: RULES }));

for (const file of [...(await pageFiles()), ...(await movedFiles()).slice(0, 2), OFFLINE]) {
  test(`${file} is valid`, async () => {
    const page = await text(file);
    const { results } = await validator.validateString(page, file);
    const all = results.flatMap(({ messages }) => messages);
    // A verdict that is asked for twice is answered as it is given: its form, and no other, has nothing to send.
    const without = all.filter(({ ruleId }) => ruleId === "wcag/h32");
    const twice = page.split('<form class="twice"').length - 1;
    assert.ok(without.length <= twice, `${without.length} forms have no button that sends, of which ${twice} need none`);
    const faults = all.filter((fault) => !without.includes(fault));
    assert.deepEqual(faults.map(({ ruleId, line, column, message }) => `${line}:${column} ${ruleId}: ${message}`), []);
  });
}
