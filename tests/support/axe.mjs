// The rules of accessibility that axe can check by machine.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const SOURCE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules that look at how a page is painted and laid out; all others read its elements and their names. */
const LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

/**
 * What axe finds wrong with the page that is open, a line each. In the system's own colours contrast is the system's. The browser's driver brings axe in,
 * past the page's policy, which would not let it. `onlyLooks`: only what colours and places can change, where all else was looked at
 * in other colours.
 */
export async function violations(page, { ownColours = true, onlyLooks = false } = {}) {
  await page.evaluate(SOURCE);
  return page.evaluate(async (ownColours, onlyLooks, looks) => {
    // The size of targets is a rule of WCAG 2.2, which axe applies only when asked.
    const rules = { "target-size": { enabled: true }, "color-contrast": { enabled: ownColours } };
    // What stays at an edge of the window covers what is there now, which readers scroll out from under it; axe takes that
    // for a target that is too small. That it is never in the way of the focus has journeys of its own.
    const staying = [...document.body.querySelectorAll("*")].filter((own) => getComputedStyle(own).position === "fixed");
    for (const own of staying) own.style.setProperty("position", "absolute", "important");
    const asked = onlyLooks ? { runOnly: { type: "rule", values: looks.filter((rule) => rules[rule]?.enabled !== false) } } : { rules };
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], ...asked });
    for (const own of staying) own.style.removeProperty("position");
    for (const own of staying) if (own.getAttribute("style") === "") own.removeAttribute("style");
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ""}`));
  }, ownColours, onlyLooks, LOOKS);
}
