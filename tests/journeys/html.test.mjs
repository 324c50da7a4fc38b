// The HTML of every page is valid, by html-validate's recommended rules.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FileSystemConfigLoader, HtmlValidate } from "html-validate";

import { pageFiles, text } from "../support/site.mjs";

const RULES = {};

const validator = new HtmlValidate(new FileSystemConfigLoader({ root: true, extends: ["html-validate:recommended"], rules: RULES }));

for (const file of await pageFiles()) {
  test(`${file} is valid`, async () => {
    const { results } = await validator.validateString(await text(file), file);
    const faults = results.flatMap(({ messages }) => messages);
    assert.deepEqual(faults.map(({ ruleId, line, column, message }) => `${line}:${column} ${ruleId}: ${message}`), []);
  });
}
