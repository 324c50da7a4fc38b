// A learner's system on this machine: the page of scorm-again around a package, which it serves from its archive file by
// file, and what it keeps of each learner. It can be unreachable, its files can be, and its object can be missing, throw or
// refuse, from the beginning or later (`broken` of its page).

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname } from "node:path";

const require = createRequire(import.meta.url);
const TYPES = { ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".json": "application/json" };

/** What the page does before the package is launched, in its place. */
const OBJECTS = { scorm12: { file: "scorm-again/scorm12/min", name: "API", maker: "Scorm12API" }, scorm2004: { file: "scorm-again/scorm2004/min", name: "API_1484_11", maker: "Scorm2004API" } };

const page = ({ name, maker }, kind) => `<!DOCTYPE html><title>A system</title><link rel="icon" href="data:,">
<script src="/api.js"></script>
<script>
  const asked = new URLSearchParams(location.search);
  const how = asked.get("how");
  const learner = asked.get("learner") ?? "ada";
  const mode = asked.get("mode") ?? "normal";
  const attempt = asked.get("attempt") ?? "1";
  const credit = asked.get("credit") ?? "credit";
  const call = new XMLHttpRequest();
  call.open("GET", "/kept/" + learner + attempt, false);
  call.send();
  const kept = JSON.parse(call.responseText);
  const api = new ${maker}({ lmsCommitUrl: "/commit/" + learner + attempt, logLevel: 4, dataCommitFormat: "json", sendFullCommit: true });
  const flat = ${kind === "scorm12" ? `{ "cmi.core.student_id": learner, "cmi.core.lesson_mode": mode, "cmi.core.credit": credit }` : `{ "cmi.learner_id": learner, "cmi.mode": mode, "cmi.credit": credit }`};
  if (kept) api.loadFromJSON({ ...kept.cmi, interactions: undefined }, "cmi");
  api.loadFromFlattenedJSON(flat);
  const breakable = new Proxy(api, {
    get(api, name) {
      if (typeof api[name] !== "function") return api[name];
      return (...values) => {
        if (window.broken === "throws") throw new Error("the system is broken");
        if (window.broken === "refuses") return /LastError$/.test(name) ? "101" : "false";
        return api[name](...values);
      };
    },
  });
  const refusing = () => new Proxy({}, { get: (_, name) => () => (/LastError$/.test(name) ? "391" : /Get/.test(name) ? "" : "false"), has: () => true });
  const throwing = () => new Proxy({}, { get: () => () => { throw new Error("the system is broken"); }, has: () => true });
  if (how === "throws") window.${name} = throwing();
  else if (how === "refuses") window.${name} = refusing();
  else if (how !== "missing") window.${name} = breakable;
  addEventListener("DOMContentLoaded", () => (document.querySelector("iframe").src = "/package/launch.html"));
</script>
<iframe width="1200" height="800"></iframe>`;

/** Serves a package in such a system. */
export async function system(files, kind) {
  const object = OBJECTS[kind];
  const api = await readFile(require.resolve(object.file));
  const kept = new Map();
  const state = { isGone: false, isUnplugged: false, commits: 0 };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://system");
    const send = (status, type, body) => response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
    if (state.isUnplugged && pathname.startsWith("/package/")) return request.socket.destroy();
    if (state.isGone && pathname.startsWith("/commit/")) return request.socket.destroy();
    if (pathname === "/") return send(200, TYPES[".html"], page(object, kind));
    if (pathname === "/api.js") return send(200, TYPES[".js"], api);
    const [, what, who] = pathname.split("/");
    if (what === "kept") return send(200, TYPES[".json"], JSON.stringify(kept.get(who) ?? null));
    if (what === "commit") {
      const parts = [];
      for await (const part of request) parts.push(part);
      kept.set(who, JSON.parse(Buffer.concat(parts).toString()));
      state.commits += 1;
      return send(200, TYPES[".json"], `{"result":"true","errorCode":0}`);
    }
    const file = files.get(decodeURIComponent(pathname.slice("/package/".length)));
    return file ? send(200, TYPES[extname(pathname)] ?? "application/octet-stream", file) : send(404, "text/plain", "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** The address at which a learner launches the package. */
    launch: (asked = {}) => `${origin}/?${new URLSearchParams(asked)}`,
    /** What the system keeps of a learner. */
    kept: (learner = "ada", attempt = "1") => kept.get(learner + attempt)?.cmi,
    keep: (cmi, learner = "ada", attempt = "1") => kept.set(learner + attempt, { cmi }),
    /** From now on nothing that is committed arrives, or all does. */
    lose: (is) => (state.isGone = is),
    /** From now on no file of the package arrives, or all do. */
    unplug: (is) => (state.isUnplugged = is),
    isLost: () => state.isGone,
    commits: () => state.commits,
    close: () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      return closed;
    },
  };
}
