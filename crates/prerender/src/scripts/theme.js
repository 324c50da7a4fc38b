try {
  const path = (way) => new URL(way, document.baseURI).pathname;
  const key = "concord:GUIDE_ID:" + path("GUIDE_ROOT");
  let theme = localStorage.getItem(key + ":theme");
  // Before the program kept the theme apart, it stood at the beginning of the record.
  if (theme === null) {
    const record = localStorage.getItem(key) ?? localStorage.getItem("concord:" + path("./"));
    theme = /^concord 1\ntheme (\w+)\n/.exec((record ?? "").slice(0, 40))?.[1];
  }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
} catch {}
