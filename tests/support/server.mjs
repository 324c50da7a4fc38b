// A static host on this machine, as plain as those that readers' schools have: it serves a folder
// below any path, keeps a list of what it was asked for, and can refuse files on request.

import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const CONTENT_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/**
 * Serves `folder` below the path `mount`, which is written as people read it (`/a folder/guide/`).
 * With `answersFolders: false`, only exact files are answered, as file servers of learning
 * platforms do it. With `addsSlash: false`, a folder's page is shown at its address without the last
 * slash, too. With `forAll`, the name of a page, any unknown address below the mount is answered by that page and with
 * status 200; with `callsItWhatWasAsked: true`, by the type of what was asked for. With `ignoresCase: true`, small and
 * capital letters in an address are the same, as on Windows. `headers` go with every answer.
 */
export async function serve(folder, options = {}) {
  const { mount = "/", answersFolders = true, addsSlash = true, forAll, callsItWhatWasAsked = false, ignoresCase = false, headers = {} } = options;
  const host = { folder, mount, answersFolders, addsSlash, forAll, callsItWhatWasAsked, ignoresCase, headers, requests: [], refusals: [], holds: [], changes: [], unknown: [] };
  // Some hosts take addresses of any length.
  const server = createServer({ maxHeaderSize: 1 << 18 }, (request, response) => answer(host, request, response));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** The address of the site's own root. */
    root: origin + encodeURI(mount),
    /** The paths that were asked for, in order, as they were sent. */
    requests: host.requests,
    /** From now on refuses paths that match: with status 403, or by breaking the connection. */
    refuse: (pattern, how = "status") => host.refusals.push({ pattern, how }),
    /** From now on sends files whose paths match as `change` makes them of their bytes. */
    change: (pattern, change) => host.changes.push({ pattern, change }),
    /** From now on calls files whose paths match by no type that says what they are. */
    unknown: (pattern) => host.unknown.push(pattern),
    /** Lets requests for paths that match wait, until the function that it returns is called. */
    hold: (pattern) => hold(host, pattern),
    /** From now on serves another folder, as after a deploy. */
    deploy: (folder) => (host.folder = folder),
    /** From now on breaks every connection, until it is called with `false`. */
    unplug: (isUnplugged = true) => (host.isUnplugged = isUnplugged),
    close: () => close(server),
  };
}

async function answer(host, request, response) {
  const { pathname, search } = new URL(request.url, "http://host");
  if (host.isUnplugged) return request.socket.destroy();
  host.requests.push(pathname + search);
  await host.holds.find(({ pattern }) => pattern.test(pathname))?.released;
  const refusal = host.refusals.find(({ pattern }) => pattern.test(pathname));
  if (refusal?.how === "broken") return request.socket.destroy();
  if (refusal) return send(response, 403, request.method, undefined, host);
  const file = await find(host, pathname);
  if (file.location) return redirect(response, file.location + search);
  const change = host.changes.find(({ pattern }) => pattern.test(pathname))?.change;
  const isKnown = !host.unknown.some((pattern) => pattern.test(pathname));
  const called = host.callsItWhatWasAsked && extname(pathname) ? pathname : file.path;
  return send(response, file.status, request.method, file.path, { headers: host.headers, change, isKnown, called });
}

function hold(host, pattern) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const entry = { pattern, released };
  host.holds.push(entry);
  return () => {
    host.holds.splice(host.holds.indexOf(entry), 1);
    release();
  };
}

/** What the host has at a path: a file, the way to a folder, or the page for unknown addresses. */
async function find(host, pathname) {
  const named = below(host, pathname);
  const local = host.ignoresCase && named !== undefined ? await spelled(host.folder, named) : named;
  const kind = local === undefined ? undefined : await kindOf(local);
  if (kind === "file") return { status: 200, path: local };
  if (kind === "folder" && host.answersFolders) {
    if (!pathname.endsWith("/") && host.addsSlash) return { location: `${pathname}/` };
    const index = join(local, "index.html");
    if ((await kindOf(index)) === "file") return { status: 200, path: index };
  }
  if (host.forAll && local !== undefined) return { status: 200, path: join(host.folder, host.forAll) };
  return { status: 404, path: host.answersFolders ? join(host.folder, "404.html") : undefined };
}

/** The local path of what is asked for, if it is below the mount. */
function below(host, pathname) {
  const path = normalize(decodeURIComponent(pathname));
  // Where no slash is added, that of the guide's own folder may be missing as well.
  const isRoot = !host.addsSlash && `${path}/` === host.mount;
  return isRoot || path.startsWith(host.mount) ? join(host.folder, path.slice(host.mount.length)) : undefined;
}

/** A path below a folder as it is spelled there, whatever letters of it are capital. */
async function spelled(folder, path) {
  let found = folder;
  for (const part of path.slice(folder.length).split("/").filter(Boolean)) {
    const names = await readdir(found).catch(() => []);
    found = join(found, names.find((name) => name.toLowerCase() === part.toLowerCase()) ?? part);
  }
  return found;
}

async function kindOf(path) {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return "file";
  return found?.isDirectory() ? "folder" : undefined;
}

function redirect(response, location) {
  response.writeHead(301, { location }).end();
}

async function send(response, status, method, path, { headers = {}, change = (bytes) => bytes, isKnown = true, called = path }) {
  const type = (isKnown && CONTENT_TYPES[extname(called ?? ".txt")]) || "application/octet-stream";
  // A site may be without a page for what is not there, and a folder may be gone when its last request comes.
  const bytes = path === undefined ? "" : await readFile(path).catch(() => undefined);
  if (bytes === undefined) return response.writeHead(404).end();
  const body = change(bytes);
  response.writeHead(status, { "cache-control": "no-cache", ...headers, "content-type": type, "content-length": body.length });
  response.end(method === "HEAD" ? undefined : body);
}

/** Browsers keep connections open, which would keep the server waiting. */
function close(server) {
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  return closed;
}
