// The rules of accessibility that axe can check by machine.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const SOURCE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds wrong with the page that is open, a line each. The browser's driver brings axe in,
 * past the page's policy, which would not let it.
 */
export async function violations(page) {
  await page.evaluate(SOURCE);
  return page.evaluate(async () => {
    // The size of targets is a rule of WCAG 2.2, which axe applies only when asked.
    const rules = { "target-size": { enabled: true } };
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], rules });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ""}`));
  });
}
