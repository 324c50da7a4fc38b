try {
  const kept = localStorage.getItem("concord:" + new URL(document.baseURI).pathname);
  const { theme } = JSON.parse(kept);
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}
