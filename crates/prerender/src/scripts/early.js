
// What a reader does with a question before the program is there is kept for it (start.js), and nothing sends itself.
const early = (window.early = []);
const keep = (event) => {
  const { target, type } = event;
  const form = root.dataset.interactive ? null : target.closest?.(".answering");
  if (!form) return;
  const field = type === "submit" ? event.submitter : target.closest("button, input, select");
  if (type === "submit" || field?.matches("button")) event.preventDefault();
  if (!field || (type === "click" && !field.matches("button"))) return;
  const { value, checked } = field;
  early.push({ type, place: form.parentNode, at: [...form.elements].indexOf(field), value, checked });
};
for (const type of ["click", "input", "change", "submit", "focusin"]) addEventListener(type, keep, true);
