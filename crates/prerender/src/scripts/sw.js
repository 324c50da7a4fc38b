// Keeps one version of the guide on this device, so that it can be read and answered without a network. What it
// keeps is held against what the build wrote down, byte for byte: a deploy that is cut off, or a host that answers with
// something else, changes nothing. What is not of the guide goes its way, and so does the folder of a neighbour.

// What every page needs, what is kept at once, and what is kept when somebody asks for it: files with the beginnings of
// their SHA-256.
const [FIRST, REST, ASKED] = GUIDE_FILES;
const FILES = { ...FIRST, ...REST, ...ASKED };
const ROOT = new URL("./", location).href;
const CACHE = `concord ${new URL(ROOT).pathname}`;
const IS_NAMED_BY_CONTENT = /-[0-9a-f]{16}\.\w+$/;
const folder = (file) => file.slice(0, file.lastIndexOf("/") + 1);
const FOLDERS = new Set(Object.keys(FILES).filter((file) => IS_NAMED_BY_CONTENT.test(file)).map(folder));

// Files of several versions lie side by side, as a page may be open that is older than this script.
const key = (file) => `${ROOT}${encodeURI(file)}?${FILES[file]}`;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

async function install() {
  const { saveData, type } = navigator.connection ?? {};
  const files = saveData || type === "cellular" ? FIRST : { ...FIRST, ...REST };
  for (const file of Object.keys(files)) {
    if (!(await own(file))) throw new Error(`The host does not have this version of ${file}.`);
  }
  await skipWaiting();
}

/** A file of this version; nothing where neither the device nor the host has it. */
async function own(file) {
  const cache = await caches.open(CACHE);
  const there = await cache.match(key(file));
  if (there) return there;
  // Hosts differ in whether a page's address has a name of a file.
  for (const address of new Set([file.replace(/(^|\/)index\.html$/, "$1"), file])) {
    for (const mode of IS_NAMED_BY_CONTENT.test(file) ? ["default", "reload"] : ["no-cache"]) {
      const response = await fetch(ROOT + encodeURI(address), { cache: mode, priority: "low" });
      if (!response.ok) continue;
      const bytes = await response.arrayBuffer();
      if ((await beginning(bytes)) !== FILES[file]) continue;
      const headers = new Headers(response.headers);
      for (const name of ["content-encoding", "content-length"]) headers.delete(name);
      const kept = new Response(bytes, { headers });
      // A device that is full still shows what it was sent.
      await cache.put(key(file), kept.clone()).catch(() => {});
      return kept;
    }
  }
}

async function beginning(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
  const file = fileOf(request.url);
  if (Object.hasOwn(FILES, file)) event.respondWith(answer(event, file));
  else if (isFormer(file)) event.respondWith(former(request, file));
  if (request.mode === "navigate") event.waitUntil(stay());
});

/** Whether a file may be one of an older version. */
function isFormer(file) {
  return IS_NAMED_BY_CONTENT.test(file) && FOLDERS.has(folder(file));
}

/** The file that an address means, whether it names a page by its folder or by its file. */
function fileOf(url) {
  const path = new URL(url).pathname.slice(new URL(ROOT).pathname.length);
  let file = path;
  try {
    file = decodeURI(path);
  } catch {}
  const isFile = Object.hasOwn(FILES, file) || isFormer(file);
  return isFile ? file : file.replace(/\/?$/, "/index.html").replace(/^\//, "");
}

async function answer({ request }, file) {
  const kept = await own(file).catch(() => undefined);
  if (kept) return kept;
  try {
    // The host has another version by now: that is sent as it is, with the files that it names.
    return await fetch(request);
  } catch (fault) {
    const page = request.mode === "navigate" && (await own("offline.html").catch(() => undefined));
    if (!page) throw fault;
    const text = (await page.text()).replace("<head>", `<head><base href="${ROOT}">`);
    return new Response(text, { status: 503, headers: page.headers });
  }
}

/** A file of an older version, which a page asks for that is open since then. */
async function former(request, file) {
  const cache = await caches.open(CACHE);
  return (await cache.match(ROOT + encodeURI(file), { ignoreSearch: true })) ?? fetch(request);
}

/** Whoever takes the guide off a host, takes it off the devices as well. */
async function stay() {
  const response = await fetch(location.href, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  const isGone = response && (response.status === 404 || response.status === 410 || response.headers.get("content-type")?.startsWith("text/html"));
  if (!isGone) return;
  await registration.unregister();
  // The page that is just being opened still has its files.
  await new Promise((next) => setTimeout(next, 15_000));
  await caches.delete(CACHE);
}

// A page says which start script it has. If it is of this version and the only one, older files have had their time.
addEventListener("message", (event) => event.waitUntil(tidy(event.data)));

async function tidy(start) {
  // What a newer version keeps already is not of this one, and would seem old.
  if (registration.installing || registration.waiting) return;
  const open = await clients.matchAll({ type: "window" });
  if (open.length > 1 || !Object.hasOwn(FILES, fileOf(String(start)))) return;
  const cache = await caches.open(CACHE);
  const now = new Set(Object.keys(FILES).map(key));
  for (const request of await cache.keys()) if (!now.has(request.url)) await cache.delete(request);
}
