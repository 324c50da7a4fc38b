// A host shows this page at any depth, so the way to the guide's root has to be found: the nearest
// folder above that has the guide's stylesheet.
document.documentElement.dataset.scripts = "on";
(async () => {
  const folders = location.pathname.split("/").slice(0, -1);
  for (; folders.length > 0; folders.pop()) {
    const root = folders.join("/") + "/";
    const style = await fetch(root + "GUIDE_STYLE", { method: "HEAD" }).catch(() => null);
    if (!style || !style.ok) continue;
    const add = (name, values) => document.head.append(Object.assign(document.createElement(name), values));
    add("base", { href: root });
    add("link", { rel: "stylesheet", href: root + "GUIDE_STYLE" });
    add("script", { type: "module", src: root + "GUIDE_START" });
    return;
  }
})();
