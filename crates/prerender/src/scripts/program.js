// Loads a program beside the guide's own, in a page and in a worker alike.
self.document?.getElementById("_start-GUIDE_PROGRAM")?.toggleAttribute("data-starting", true);
// What is still loading when the reader leaves fails, which is no fault.
let left = false;
addEventListener("pagehide", () => (left = true));
try {
  const { default: start } = await load("GUIDE_GLUE", "INTEGRITY_GLUE");
  await start({ module_or_path: fetch(new URL("GUIDE_WASM", import.meta.url), { integrity: "INTEGRITY_WASM" }) });
} catch (reason) {
  if (!self.document) {
    self.postMessage("off");
  } else {
    // Browsers may stop loading before they say that the reader leaves, which on a slow network takes a while; then nobody is
    // here a little later.
    setTimeout(() => {
      if (left) return;
      console.warn(reason);
      for (const place of document.querySelectorAll("[data-program=GUIDE_PROGRAM]")) place.dispatchEvent(new Event("concord-off", { bubbles: true }));
    }, 2000);
  }
}
