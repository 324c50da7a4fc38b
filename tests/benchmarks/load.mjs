// Many readers at once: what a stock nginx with the settings that come with the site answers, for each second that its
// processor works, beside one bare file that it serves without them. The processor's own time is counted, so that neither
// what asks nor what else the machine does is in the figures. `node tests/benchmarks/load.mjs <site>`.

import { readdir, readFile, writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { join } from "node:path";

import { launch } from "../support/browsers.mjs";
import { isHere, withServer } from "../support/servers.mjs";
import { live } from "../support/site.mjs";

/** How many requests are made for each row, as the kernel counts in hundredths of a second, and how many readers are there at a time. */
const REQUESTS = 60_000;
const AT_A_TIME = 16;
/** The most requests of a reader who has nothing yet. */
const MOST_REQUESTS = 12;
/** The kernel counts processors' time in hundredths of a second. */
const TICKS = 100;

const [folder] = process.argv.slice(2);
if (!isHere("nginx")) throw new Error("There is no nginx here.");
const lesson = (await readdir(join(folder, "lessons"))).sort()[0];

const cold = await withServer("nginx", folder, (root) => requestsOf(`${root}lessons/${lesson}/`));
if (cold.length > MOST_REQUESTS) throw new Error(`A reader who has nothing asks for ${cold.length} files: ${cold.join(", ")}`);
console.log(`a reader who has nothing: ${cold.length} requests for /lessons/${lesson}/, of at most ${MOST_REQUESTS}`);

const rows = [["one bare file, without settings", await measured(["bare.html"], false)]];
rows.push(["the lesson with all that it loads", await measured(cold, true)]);
rows.push(["its page alone", await measured([cold[0]], true)]);
const { perSecond: bare } = rows[0][1];
console.log(`${"for each second of its processor".padEnd(38)}${"requests".padStart(10)}${"bare = 1".padStart(10)}${"readers".padStart(10)}${"MB".padStart(8)}`);
for (const [name, { perSecond, readers, bytes }] of rows) {
  console.log(`${name.padEnd(38)}${Math.round(perSecond).toString().padStart(10)}${(perSecond / bare).toFixed(2).padStart(10)}${Math.round(readers).toString().padStart(10)}${(bytes / 1e6).toFixed(0).padStart(8)}`);
}

/** The paths that a browser without anything asks for until the page answers, without what the worker keeps later. */
async function requestsOf(address) {
  const browser = await launch("chromium");
  try {
    const page = await browser.newPage(await browser.visit());
    await page.evaluateOnNewDocument(() => delete Navigator.prototype.serviceWorker);
    const paths = [];
    page.on("request", (request) => request.url().startsWith("http") && paths.push(new URL(request.url()).pathname.slice(1)));
    await page.goto(address, { waitUntil: "load" });
    await live(page);
    return paths;
  } finally {
    await browser.close();
  }
}

/** Sends all readers for some files, and reads how long the server's processor worked for them. */
async function measured(paths, hasSettings) {
  const bare = join(folder, "bare.html");
  if (!hasSettings) await writeFile(bare, await readFile(join(folder, "about/index.html")));
  return withServer("nginx", folder, async (root, server) => {
    const agent = new Agent({ keepAlive: true, maxSockets: AT_A_TIME });
    const readers = Math.ceil(REQUESTS / paths.length);
    let [requests, bytes, left] = [0, 0, readers];
    const read = async () => {
      while (left > 0) {
        left -= 1;
        for (const path of paths) {
          bytes += await length(root + path, agent);
          requests += 1;
        }
      }
    };
    const before = await worked(server.pid);
    await Promise.all(Array.from({ length: AT_A_TIME }, read));
    const seconds = (await worked(server.pid)) - before;
    agent.destroy();
    return { perSecond: requests / seconds, readers: readers / seconds, bytes: bytes / seconds };
  }, { hasSettings });
}

function length(address, agent) {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers: { "accept-encoding": "gzip, deflate, br" } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${address}: ${response.statusCode}`));
      let bytes = 0;
      response.on("data", (part) => (bytes += part.length));
      response.on("end", () => resolve(bytes));
    }).on("error", reject);
  });
}

/** The seconds that a process and its children have worked. */
async function worked(pid) {
  let ticks = 0;
  for (const name of await readdir("/proc")) {
    const line = /^\d+$/.test(name) && (await readFile(`/proc/${name}/stat`, "utf8").catch(() => ""));
    if (!line) continue;
    const [, parent, ...fields] = line.slice(line.lastIndexOf(")") + 2).split(" ");
    // User's and system's time are the 14th and 15th of the line.
    if (Number(name) === pid || Number(parent) === pid) ticks += Number(fields[9]) + Number(fields[10]);
  }
  return ticks / TICKS;
}
