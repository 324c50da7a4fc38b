const root = document.documentElement;
root.dataset.scripts = "on";
// Only the script that starts the program can switch a page off; what else fails says so in its own place.
const off = () => {
  if (root.dataset.interactive) return;
  delete root.dataset.scripts;
  root.dataset.off = "on";
};
addEventListener("error", ({ target }) => {
  if (target.id === "_start") off();
}, true);
// One that came empty or in pieces fails without saying so.
addEventListener("load", () => setTimeout(() => root.dataset.starting || off()));
