// What each journey came to, a line of JSON each, for those who report on all of them.

import { basename } from "node:path";

export default async function* results(events) {
  for await (const { type, data } of events) {
    if (data.nesting !== 0 || !/^test:(pass|fail)$/.test(type) || data.file === undefined) continue;
    const file = basename(data.file).replace(/\.test\.mjs$/, "");
    yield `${JSON.stringify({ file, name: data.name, passed: type === "test:pass" })}\n`;
  }
}
