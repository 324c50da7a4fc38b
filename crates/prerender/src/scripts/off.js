const root = document.documentElement;
root.dataset.scripts = "on";
// A page names its root by a way from its own folder, so it has to know where a host shows it elsewhere.
const base = document.querySelector("base");
const folder = encodeURI(root.dataset.route.replace("index.html", ""));
const settle = (guide) => {
  try {
    history.replaceState(history.state, "", guide + folder + location.search + location.hash);
  } catch {}
  base.href = guide;
};
// Some hosts show a folder's page at its address without the last slash.
const path = location.pathname + "/";
if (folder && path.endsWith("/" + folder)) settle(location.origin + path.slice(0, -folder.length));
// Only the script that starts the program can switch a page off; what else fails says so in its own place.
const off = () => {
  if (root.dataset.interactive) return;
  delete root.dataset.scripts;
  root.dataset.off = "on";
};
// Other hosts show one page at any address. Its root is the nearest folder whose stylesheet is the guide's,
// whatever the host says of those that it does not have.
let seeking = false;
const seek = async (style, ofStyle, start, ofStart) => {
  if (seeking) return;
  seeking = true;
  const add = (name, values) => document.head.appendChild(Object.assign(document.createElement(name), values));
  const way = location.pathname.replace(/\/$/, "").split("/");
  const folders = way.map((_, above) => `${location.origin}${way.slice(0, way.length - above).join("/")}/`);
  for (const guide of new Set([new URL(".", document.baseURI).href, ...folders])) {
    const link = add("link", { rel: "stylesheet", integrity: ofStyle, href: guide + style });
    await new Promise((next) => (link.onload = link.onerror = next));
    if (getComputedStyle(root).getPropertyValue("--paper")) {
      seeking = false;
      document.adoptedStyleSheets = [];
      if (base?.href === guide) return off();
      if (base) settle(guide);
      else add("base", { href: guide });
      document.getElementById("_start")?.remove();
      add("script", { id: "_start", type: "module", integrity: ofStart, src: trusted.createScriptURL(guide + start), onload: check });
      return;
    }
    link.remove();
  }
  off();
};
const failed = () => {
  const start = document.getElementById("_start");
  const style = document.querySelector("[rel=stylesheet]");
  if (start) seek(style.getAttribute("href"), style.integrity, start.getAttribute("src"), start.integrity);
};
// One that came empty or in pieces fails without saying so.
const check = () => setTimeout(() => root.dataset.starting || failed());
// Without its stylesheet the page is text in one column, and what is for readers without scripts stays away.
const PLAIN = "body { max-width: 40rem; margin: 1rem auto } :root[data-scripts] .without-script, .unseen, :root:not([data-off]) #_off { display: none }";
const plain = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PLAIN);
  document.adoptedStyleSheets = [sheet];
};
addEventListener("error", ({ target }) => {
  if (target.id === "_start") failed();
  if (target.rel === "stylesheet" && !seeking) plain();
}, true);
addEventListener("load", check);
document.addEventListener("load", ({ target }) => {
  if (!target.matches?.("script[id^=_start-]:not([data-starting])")) return;
  for (const place of document.querySelectorAll(`[data-program=${target.id.slice("_start-".length)}]`)) place.dispatchEvent(new Event("concord-off", { bubbles: true }));
}, true);
