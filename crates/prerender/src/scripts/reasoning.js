// Loads the program that reasons over the argument, in a page and in its worker alike.
import start from "./GUIDE_GLUE";
try {
  await start({ module_or_path: new URL("GUIDE_WASM", import.meta.url) });
} catch (reason) {
  console.warn(reason);
  if (self.document) {
    document.querySelector("[data-argument]")?.dispatchEvent(new Event("concord-off", { bubbles: true }));
  } else {
    self.postMessage("off");
  }
}
