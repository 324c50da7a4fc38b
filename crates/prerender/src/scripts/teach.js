// The pages for teachers: texts to copy have the guide's address in them, and a piece that is chosen is shown.
{
  const guide = new URL(".", document.baseURI).href;
  const file = location.pathname.endsWith("/index.html") ? "index.html" : "";
  // Where a host answers no folders, an address ends with the name of its file.
  const here = (text) => text.replace(/https:\/\/guide\.example\/([^"?#)\s]*)/g, (_, way) => guide + way + (way.endsWith("/") ? file : ""));
  for (const field of document.querySelectorAll(".piece input")) field.value = here(field.value);
  const show = (piece) => {
    const place = piece.querySelector(".shown");
    if (!piece.open || place.firstChild?.getAttribute("src") === piece.dataset.embed) return;
    const shown = document.createElement("concord-embed");
    shown.setAttribute("src", piece.dataset.embed);
    place.replaceChildren(shown);
    place.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("toggle", ({ target }) => target.matches?.(".piece") && show(target), true);

  // The address of a quiz, the argument, the map or a model has what it is set to, and below `embed/` the same piece.
  const paste = document.querySelector("[data-paste] input");
  const piece = document.querySelector("[data-paste] .piece");
  const SET = /^(quiz|argument|community|models\/[a-z-]+)\/(?:index\.html)?$/;
  const SAFE = /^[\w\-.~%&=+,:;@!$*/?#]*$/;
  paste?.addEventListener("input", () => {
    const address = paste.value.trim();
    const [way, rest] = address.startsWith(guide) ? [/^[^?#]*/.exec(address.slice(guide.length))[0], /[?#].*/.exec(address)?.[0] ?? ""] : ["", ""];
    const known = SET.exec(way);
    const found = known !== null && SAFE.test(rest);
    const said = document.getElementById("_pasted");
    said.textContent = address === "" || found ? "" : said.dataset.none;
    piece.hidden = !found;
    if (!found) return;
    const folder = known[1] + "/";
    const embed = "embed/" + folder + file + rest;
    const [element, frame, link, markdown] = piece.querySelectorAll("input");
    const name = folder.slice(0, -1);
    const quoted = (text) => text.replaceAll("&", "&amp;");
    piece.querySelector("summary").textContent = folder + rest;
    piece.dataset.embed = embed;
    element.value = `<script async src="${guide}embed.js"></script><concord-embed src="${quoted(guide + embed)}"><a href="${quoted(address)}">${name}</a></concord-embed>`;
    frame.value = `<iframe src="${quoted(guide + embed)}" title="${name}" width="100%" height="420" loading="lazy" style="border:0"></iframe>`;
    link.value = address;
    markdown.value = `[${name}](${address})`;
    piece.open = true;
    show(piece);
  });
}
