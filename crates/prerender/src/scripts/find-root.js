// A host shows this page at any depth, so the way to the guide's root has to be found: the nearest
// folder above that has the guide's stylesheet.
(async () => {
  const folders = location.pathname.split("/").slice(0, -1);
  for (; folders.length > 0; folders.pop()) {
    const guide = folders.join("/") + "/";
    const style = await fetch(guide + "GUIDE_STYLE", { method: "HEAD" }).catch(() => null);
    if (!style || !style.ok) continue;
    const add = (name, values) => document.head.append(Object.assign(document.createElement(name), values));
    add("base", { href: guide });
    add("link", { rel: "stylesheet", href: guide + "GUIDE_STYLE" });
    add("script", { id: "_start", type: "module", src: guide + "GUIDE_START" });
    return;
  }
})();
