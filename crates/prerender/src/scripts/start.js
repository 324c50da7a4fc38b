// Loads the app after the text: the glue and the program at once, at low priority.
const off = (reason) => {
  console.warn(reason);
  // What stands there for readers without scripts is shown again, and one line says why.
  const root = document.documentElement;
  delete root.dataset.scripts;
  root.dataset.off = "on";
};
try {
  const program = fetch(new URL("GUIDE_WASM", import.meta.url), { priority: "low" });
  const glue = import("./GUIDE_GLUE");
  // Both are awaited below; this only keeps the first failure from being reported twice.
  program.catch(() => {});
  glue.catch(() => {});
  const { default: start } = await glue;
  await start({ module_or_path: await program });
} catch (reason) {
  off(reason);
}
