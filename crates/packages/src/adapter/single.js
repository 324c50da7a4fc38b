// Shows a page of the guide that is packed in this file, and gives the guide's programs what they load.
//
// A page is asked for by the query, `?lessons/one/&more=…`: its path, then what is asked of it. Links of the guide are
// followed by loading the file again. The history of what programs write into the address is the browser's, as far as it
// allows that to a file.
(async () => {
  const packed = document.getElementById("_files").textContent;
  const bytes = await (await fetch(`data:application/octet-stream;base64,${packed}`)).arrayBuffer();
  const all = new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
  const files = new Map();
  const line = (from) => all.indexOf(10, from);
  const decoded = (from, to) => new TextDecoder().decode(all.subarray(from, to));
  for (let at = 0; at < all.length; ) {
    const [path, size] = [line(at), line(line(at) + 1)];
    const length = +decoded(path + 1, size);
    files.set(decoded(at, path), all.subarray(size + 1, size + 1 + length));
    at = size + 1 + length;
  }
  const TYPES = { js: "text/javascript", wasm: "application/wasm", css: "text/css", svg: "image/svg+xml", woff2: "font/woff2", html: "text/html" };
  const typeOf = (path) => TYPES[path.split(".").pop()] ?? "application/octet-stream";
  const text = (path) => new TextDecoder().decode(files.get(path));

  // Addresses: a file of the guide seems to stand beside this one.
  const self = location.href.split(/[?#]/)[0];
  const root = new URL(".", self).href;
  const pathOf = (href) => {
    if (!href.startsWith(root)) return null;
    const path = decodeURI(href.slice(root.length).split(/[?#]/)[0]);
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  };
  /** Where a page of the guide is in this file; null for what is none. */
  const addressOf = (href) => {
    const path = pathOf(href);
    if (!path?.endsWith(".html") || !files.has(path)) return null;
    const { search, hash } = new URL(href);
    const asked = [path.replace(/index\.html$/, ""), search.slice(1)].filter(Boolean).join("&");
    return `${self}${asked ? `?${asked}` : ""}${hash}`;
  };
  const [asked = ""] = location.search.slice(1).split("&");
  const isPath = !asked.includes("=");
  const wanted = `${isPath ? decodeURIComponent(asked) : ""}index.html`;
  const page = files.has(wanted) ? wanted : "index.html";

  // Scripts are loaded from memory, and those of them that load others by their own address by that of this file.
  const scripts = new Map();
  const encoded = (own, type) => {
    let binary = "";
    for (let at = 0; at < own.length; at += 32768) binary += String.fromCharCode(...own.subarray(at, at + 32768));
    return `data:${type};base64,${btoa(binary)}`;
  };
  const data = (path) => encoded(files.get(path), typeOf(path));
  // A worker of a page from a disk has an origin of its own, to which nothing in the page's memory is open, and no such
  // `fetch` as the page: all that it loads stands in its script.
  const script = (path, isOfWorker) => {
    const resolve = (name) => (!isOfWorker ? root + name : files.has(name) ? data(name) : name);
    const names = [...new Set(text(path).match(/[a-z-]+-[0-9a-f]{16}\.js/g) ?? [])].filter((name) => name !== path && files.has(name));
    const modules = Object.fromEntries(names.map((name) => [name, scriptAt(name, isOfWorker)]));
    const own = text(path)
      .replace(/const load = async [\s\S]*?return import\(href\);\n};/, () => `const load = (name) => import(${JSON.stringify(modules)}[name]);`)
      .replace(/new URL\("([^"]+)", import\.meta\.url\)/g, (_, name) => `new URL(${JSON.stringify(resolve(name))})`)
      .replace(/import\.meta\.url/g, JSON.stringify(root))
      .replace(/import\("\.\/([^"]+)"\)/g, (_, name) => `import(${JSON.stringify(scriptAt(name, isOfWorker))})`);
    return isOfWorker ? encoded(new TextEncoder().encode(own), TYPES.js) : URL.createObjectURL(new Blob([own], { type: TYPES.js }));
  };
  const scriptAt = (path, isOfWorker = false) => {
    const key = `${path} ${isOfWorker}`;
    if (!scripts.has(key)) scripts.set(key, script(path, isOfWorker));
    return scripts.get(key);
  };
  /** The path of a file that is not a page. */
  const known = (address) => {
    const path = pathOf(new URL(address, root).href);
    return path && files.has(path) ? path : null;
  };
  const loads = window.fetch;
  window.fetch = async (address, ...rest) => {
    const path = known(address.url ?? String(address));
    return path ? new Response(files.get(path), { headers: { "content-type": typeOf(path) } }) : loads(address, ...rest);
  };
  const Thread = window.Worker;
  window.Worker = class extends Thread {
    constructor(address, ...rest) {
      const path = known(String(address));
      super(path ? scriptAt(path, true) : address, ...rest);
    }
  };
  for (const name of ["pushState", "replaceState"]) {
    const own = history[name];
    history[name] = function (state, title, address) {
      const there = address === undefined || address === null ? undefined : (addressOf(new URL(address, document.baseURI).href) ?? address);
      return own.call(this, state, title, there);
    };
  }
  // Scripts that a program adds to the page.
  const append = Element.prototype.appendChild;
  Element.prototype.appendChild = function (child) {
    if (child.localName === "script") {
      const path = known(child.getAttribute("src") ?? "");
      if (path) {
        child.removeAttribute("integrity");
        child.src = scriptAt(path);
      }
    }
    return append.call(this, child);
  };
  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const there = addressOf(link.href);
      const file = there ? null : known(link.href);
      if (!there && !file) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (file) {
        const saved = Object.assign(document.createElement("a"), { href: data(file), download: file.split("/").pop() });
        return saved.click();
      }
      const [address, hash] = there.split("#");
      if (address === location.href.split("#")[0]) location.hash = hash ? `#${hash}` : "";
      else location.href = there;
    },
    true,
  );
  addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (form.method !== "get" || !form.getAttribute("action")) return;
      const there = addressOf(`${form.action.split("?")[0]}?${new URLSearchParams(new FormData(form, event.submitter))}`);
      if (!there) return;
      event.preventDefault();
      location.href = there;
    },
    true,
  );

  // The page itself.
  const shown = new DOMParser().parseFromString(text(page), "text/html");
  const inline = (path) => text(path).replace(/url\(["']?([^"')]+)["']?\)/g, (whole, name) => (known(name) ? `url(${data(known(name))})` : whole));
  const { title } = shown;
  for (const { name, value } of shown.documentElement.attributes) document.documentElement.setAttribute(name, value);
  const head = [...shown.head.children].filter((element) => !element.matches("meta[charset], meta[http-equiv], base, script, link[rel=manifest]"));
  document.head.append(
    Object.assign(document.createElement("base"), { href: root }),
    ...head.map((element) => {
      if (element.rel === "stylesheet") return Object.assign(document.createElement("style"), { textContent: inline(element.getAttribute("href")) });
      if (element.rel === "icon") element.href = data(element.getAttribute("href"));
      return element;
    }),
  );
  document.title = title;
  const images = shown.body.querySelectorAll("img[src], source[srcset]");
  for (const image of images) {
    for (const name of ["src", "srcset"].filter((name) => image.getAttribute(name))) {
      const path = known(image.getAttribute(name));
      if (path) image.setAttribute(name, data(path));
    }
  }
  document.body.replaceChildren(...shown.body.childNodes);
  for (const element of shown.head.querySelectorAll("script[src]")) {
    const path = element.getAttribute("src");
    const own = document.createElement("script");
    if (element.type === "module") Object.assign(own, { type: "module", id: element.id, src: scriptAt(path) });
    else own.textContent = text(path);
    append.call(document.head, own);
  }
  // The text came after the browser looked for the place.
  const entered = performance.getEntriesByType("navigation")[0]?.type;
  if (entered !== "navigate" && typeof history.state === "number") scrollTo(0, history.state);
  else if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
})();
