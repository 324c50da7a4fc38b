// Loads the app after the text is painted, when the browser has time or the reader begins to act: the glue
// and the program at once, at low priority.
const root = document.documentElement;
root.dataset.starting = "on";
// The files of further programs, once for all pages, and what their scripts have to be (src/app/programs.rs).
Object.assign(root.dataset, GUIDE_PROGRAMS);
window.integrity = INTEGRITY_PROGRAMS;
const off = (reason) => {
  if (reason) console.warn(reason);
  // What stands there for readers without scripts is shown again, and one line says why.
  delete root.dataset.scripts;
  root.dataset.off = "on";
};
const SECONDS = 30;
let left = false;
addEventListener("pagehide", () => (left = true));
addEventListener("pageshow", () => (left = false));
// A host that calls the file something else than wasm keeps it from being compiled while it loads.
const compile = async (response) => {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams && WebAssembly.compileStreaming ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
};
// A window that nobody sees paints nothing; it need not wait for that.
const painted = new Promise((next) => {
  requestAnimationFrame(() => setTimeout(next));
  setTimeout(next, 1000);
});
const idle = () => new Promise((next) => (self.requestIdleCallback ? requestIdleCallback(next, { timeout: 500 }) : setTimeout(next, 50)));
const touched = new Promise((next) => {
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, next, { once: true, capture: true });
});
// Does again, on what the program put in the place of the page's questions, what the reader did before.
const again = () => {
  let focused;
  // All fields are found before one of them moves.
  const done = window.early?.splice(0) ?? [];
  const fields = done.map(({ place, at }) => place.querySelector(".answering")?.elements[at]);
  for (const [number, { type, value, checked }] of done.entries()) {
    const field = fields[number];
    if (!field) continue;
    if (type === "focusin") focused = field;
    else if (field.matches("button")) field.click();
    else {
      if (field.matches("[type=radio], [type=checkbox]")) field.checked = checked;
      else field.value = value;
      field.dispatchEvent(new Event(type, { bubbles: true }));
    }
  }
  if (document.activeElement === document.body) focused?.focus({ preventScroll: true });
};
new MutationObserver((_, observer) => {
  observer.disconnect();
  again();
}).observe(root, { attributeFilter: ["data-interactive"] });
// What few ask for is loaded when they do.
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-calendar]");
  if (button) (await load("GUIDE_CALENDAR", "INTEGRITY_CALENDAR")).save(button);
});
// First answers that are to be handed in, and what a class has handed in, are kept by nothing but their page, so the browser
// asks before it is left without a copy.
const held = () => document.querySelector("main:has(.results[data-quiz]:not([data-kept])) form[data-answered], .results:not([data-quiz], [data-kept]) table");
document.addEventListener("click", () => {
  root.toggleAttribute("data-held", Boolean(held()));
  window.onbeforeunload = held() && ((event) => held() && event.preventDefault());
});
// Keeps the guide on this device once all else is done (sw.js), where the browser and its settings allow that.
const keep = async () => {
  try {
    // Where nothing may be kept, this fails, and a browser need not be asked, which it would say aloud.
    localStorage.length;
    const { active } = await navigator.serviceWorker.register(trusted.createScriptURL(new URL("sw.js", document.baseURI)), { updateViaCache: "none" });
    active?.postMessage(import.meta.url);
  } catch {}
};
await Promise.race([painted.then(idle), touched]);
// A file may hang for ever. Should it come after all, the page answers then.
const late = setTimeout(() => off(), SECONDS * 1000);
try {
  const program = fetch(new URL("GUIDE_WASM", import.meta.url), { priority: "low", integrity: "INTEGRITY_WASM" }).then(compile);
  const glue = load("GUIDE_GLUE", "INTEGRITY_GLUE");
  // Both are awaited below; this only keeps the first failure from being reported twice.
  program.catch(() => {});
  glue.catch(() => {});
  const { default: prepare, start } = await glue;
  const module = await program;
  const [guide] = WebAssembly.Module.customSections(module, "GUIDE_SECTION");
  if (!guide) throw new Error("no guide is attached to the program");
  await prepare({ module_or_path: module });
  const fault = start(new Uint8Array(guide));
  if (fault) throw new Error(fault);
  root.dataset.scripts = "on";
  delete root.dataset.off;
  if (!root.dataset.route.startsWith("embed/")) setTimeout(keep, 2000);
} catch (reason) {
  // What is still loading when the reader leaves fails, which is no fault; browsers may stop it before they say so.
  setTimeout(() => left || off(reason), 500);
} finally {
  clearTimeout(late);
}
