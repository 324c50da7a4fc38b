// The conformance report, made of the criteria and of what the journeys found: `node tests/conformance/write.mjs` after
// all journeys writes docs/accessibility.md; with `--check` it fails if that would say anything else.

import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { CHAPTERS, CRITERIA } from "./criteria.mjs";

const REPORT = fileURLToPath(new URL("../../docs/accessibility.md", import.meta.url));
const RESULTS = fileURLToPath(new URL("../../target/journeys.jsonl", import.meta.url));

const lines = (await readFile(RESULTS, "utf8")).split("\n").filter(Boolean);
const results = lines.map((line) => JSON.parse(line));
const faults = [];

const rows = CRITERIA.map(([number, name, level, { tests = [], remarks = "", result }]) => {
  const told = tests.map(([file, title]) => {
    const found = results.filter((own) => own.file === file && (title instanceof RegExp ? title.test(own.name) : own.name.startsWith(title)));
    if (found.length === 0) faults.push(`${number}: no journey of ${file} is called ${title}`);
    for (const { name } of found.filter((own) => !own.passed)) faults.push(`${number}: ${name} failed`);
    return `\`${file}\``;
  });
  const says = result ?? (tests.length === 0 ? "Supports (not tested)" : "Supports");
  return `| ${number} ${name} | ${level} | ${says} | ${[[...new Set(told)].join(", "), remarks].filter(Boolean).join(": ")} |`;
});
if (faults.length > 0) throw new Error(`The report cannot be written:\n${faults.join("\n")}`);

const report = `# Accessibility conformance report

Written by \`tests/conformance/write.mjs\` from what the journeys found; do not edit. In the form of an ACR (VPAT 2.5, INT).

- **Product**: Concord, an interactive guide in the browser, as \`cargo xtask build\` makes it of \`content/\`.
- **Standards**: WCAG 2.2 (levels A and AA); EN 301 549 V3.2.1, whose chapter 9 is WCAG 2.1 at these levels.
- **How it was evaluated**: by machine, in Chromium and in Firefox, at every change: axe-core (each page in one of both) on every page, and on one page of
  each kind in light, in dark and in the system's colours on a phone, on a laptop and at a zoom of 400 % (in the latter two
  only the rules that colours and places can change); html-validate on every
  page; journeys with keys, mouse and touch; the order and the words in which a virtual screen reader hears a page
  (\`tests/transcripts\`). What no machine can tell was looked at while it was made, and is marked "not tested".
- **What was not tested**: with NVDA, JAWS, VoiceOver or TalkBack; with switches, eye trackers or voice control; in Safari; by
  people with disabilities. So "Supports" means that nothing was found that speaks against it by these means.
- **Terms**: *Supports*: met by the means named. *Partially supports*: some of it is not. *Does not support*: most is not. *Not
  applicable*: the guide has nothing that it is about.

## WCAG 2.2, levels A and AA

The names in the last column are files of \`tests/journeys\`, whose tests are what it rests on.

| Criterion | Level | Conformance | How it is known |
|---|---|---|---|
${rows.join("\n")}

## EN 301 549

| Chapter | About | Conformance |
|---|---|---|
${CHAPTERS.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
`;

if (process.argv.includes("--check")) {
  const written = await readFile(REPORT, "utf8").catch(() => "");
  if (written !== report) throw new Error("docs/accessibility.md says something else than the tests: write it anew by `node tests/conformance/write.mjs`.");
} else {
  await writeFile(REPORT, report);
}
