// Loads the app after the text: the glue and the program at once, at low priority.
const off = (reason) => {
  console.warn(reason);
  // What stands there for readers without scripts is shown again, and one line says why.
  const root = document.documentElement;
  delete root.dataset.scripts;
  root.dataset.off = "on";
};
// A host that calls the file something else than wasm keeps it from being compiled while it loads.
const compile = async (response) => {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
};
try {
  const program = fetch(new URL("GUIDE_WASM", import.meta.url), { priority: "low" }).then(compile);
  const glue = import("./GUIDE_GLUE");
  // Both are awaited below; this only keeps the first failure from being reported twice.
  program.catch(() => {});
  glue.catch(() => {});
  const { default: load, start } = await glue;
  const module = await program;
  const [guide] = WebAssembly.Module.customSections(module, "GUIDE_SECTION");
  if (!guide) throw new Error("no guide is attached to the program");
  await load({ module_or_path: module });
  const fault = start(new Uint8Array(guide));
  if (fault) throw new Error(fault);
} catch (reason) {
  off(reason);
}
