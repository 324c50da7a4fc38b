// Where a learner's system launched this page in the frame of launch.html, what the guide remembers stands there, and not
// in this browser, where the next learner would find it. The guide's program asks for the browser's storage and knows of no other.
(() => {
  // What a package was made of is not what a worker would keep.
  if (navigator.serviceWorker) navigator.serviceWorker.register = () => Promise.reject(new Error("a package keeps nothing"));
  let course;
  try {
    course = parent !== window && parent.CONCORD;
  } catch {}
  if (!course) return;
  Object.defineProperty(window, "localStorage", { value: course.storage, configurable: true });
  // The name of the question that a form belongs to, as its stem has it.
  const question = (form) => form?.closest("section.item")?.querySelector("[id^=_stem-]")?.id.slice("_stem-".length);
  const formOf = (event) => event.target.closest?.("form.answering");
  // What is answered, by the numbers of answers, things, places and steps.
  const response = (form) => {
    const all = (selector) => [...form.querySelectorAll(selector)];
    if (form.querySelector(".options")) return all(".options input:checked").map(({ value }) => value);
    if (form.querySelector(".steps")) return all(".steps [data-nth]").map(({ dataset }) => dataset.nth);
    const placed = all(".thing[data-nth]").map((thing) => [thing.dataset.nth, thing.querySelector(".place :checked")?.value]);
    if (placed.length > 0) return placed.filter(([, place]) => place).map((pair) => pair.join(" "));
    return all(".blank input, select").map(({ value }) => value);
  };
  const listen = (type, heard) => addEventListener(type, heard, true);
  // Before the program hears of it, which then changes the record.
  listen("click", (event) => {
    const form = event.target.closest?.("[data-do=check]") && formOf(event);
    if (form) course.given(question(form), response(form));
  });
  for (const type of ["pointerdown", "focusin"]) listen(type, (event) => course.touched(question(formOf(event))));
  const moved = () => course.moved(location.href);
  const push = history.pushState;
  history.pushState = function (...values) {
    push.apply(this, values);
    moved();
  };
  for (const type of ["popstate", "hashchange", "pageshow"]) listen(type, moved);
})();
