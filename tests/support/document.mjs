// Facts about a page's document, for comparing and for rules. All of this runs in the browser.

/**
 * Compares what the host sent for this page with what stands there now, apart from comments: the
 * first difference in words, or null.
 */
export async function differenceFromServed() {
  const response = await fetch(location.href, { cache: "no-store" });
  const served = new DOMParser().parseFromString(trusted.createHTML(await response.text()), "text/html");
  return firstDifference(cleaned(served), cleaned(document), "#_app");

  function cleaned(page) {
    const app = page.getElementById("_app").cloneNode(true);
    // A drawing is loaded when it is seen, and what it shows is told by its name.
    for (const drawing of app.querySelectorAll(".drawing")) drawing.replaceWith("drawing");
    const comments = page.createNodeIterator(app, NodeFilter.SHOW_COMMENT);
    for (let node = comments.nextNode(); node; node = comments.nextNode()) node.remove();
    // What is reasoned over, and what comes of a class, have programs of their own, which fill them in.
    for (const own of app.querySelectorAll('[data-argument], [data-program="results"]')) own.replaceWith("(filled in)");
    // Where another program answers, it is marked that the place was seen, and that it answers.
    for (const place of app.querySelectorAll("[data-seen]")) for (const mark of ["data-seen", "data-live"]) place.removeAttribute(mark);
    app.normalize();
    return app;
  }

  function firstDifference(was, is, path) {
    if (!was || !is || was.nodeName !== is.nodeName) return `${path}: ${show(was)} became ${show(is)}`;
    if (was.nodeType === Node.TEXT_NODE) return was.data === is.data ? null : `${path}: ${show(was)} became ${show(is)}`;
    if (attributes(was) !== attributes(is)) return `${path}: ${attributes(was)} became ${attributes(is)}`;
    for (let place = 0; place < Math.max(was.childNodes.length, is.childNodes.length); place += 1) {
      const child = `${path} > ${was.childNodes[place]?.nodeName.toLowerCase() ?? "nothing"}[${place}]`;
      const difference = firstDifference(was.childNodes[place], is.childNodes[place], child);
      if (difference) return difference;
    }
    return null;
  }

  function attributes(element) {
    return [...element.attributes].map(({ name, value }) => `${name}="${value}"`).sort().join(" ");
  }

  function show(node) {
    return node ? (node.outerHTML ?? node.data).slice(0, 120) : "nothing";
  }
}

/** What the files of the site say: for each its policy, inline scripts, links, ids and headings. */
export async function facts(root, files) {
  return Promise.all(files.map(read));

  async function read(file) {
    const response = await fetch(new URL(file, root));
    const page = new DOMParser().parseFromString(trusted.createHTML(await response.text()), "text/html");
    const all = (selector) => [...page.querySelectorAll(selector)];
    const base = new URL(page.querySelector("base")?.getAttribute("href") ?? ".", new URL(file, root));
    return {
      file,
      policy: page.querySelector("meta[http-equiv=Content-Security-Policy]")?.content ?? "",
      inlineScripts: all('script:not([src], [type="application/ld+json"])').map((script) => script.textContent),
      handlers: all("*").flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith("on"))),
      styled: all("[style], style").map((element) => element.outerHTML.slice(0, 80)),
      // Files to take along are no pages; their own journey reads them.
      links: all("a[href]:not([download])").map((link) => new URL(link.getAttribute("href"), base).href),
      ids: all("[id]").map((element) => element.id),
      headings: all("h1, h2, h3, h4, h5, h6").map((heading) => ({ level: Number(heading.localName[1]), text: heading.textContent })),
      title: page.title,
      language: page.documentElement.lang,
      description: page.querySelector("meta[name=description]")?.content ?? "",
    };
  }
}
