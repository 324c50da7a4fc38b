// What a piece and the page that shows it say to each other, on the side of the frame (docs/embedding.md). It is no module, so
// that a frame without an origin of its own runs it from any host.
{
  const VERSION = 1;
  const MOST_A_SECOND = 30;
  const LANGUAGE = /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,5}$/i;
  // Once the host has spoken, only its origin is heard and spoken to.
  let host;
  const say = (type, values) => {
    if (parent === self) return;
    parent.postMessage({ concord: VERSION, type, ...values }, host === undefined || host === "null" ? "*" : host);
  };

  // The place that was wanted last, and when; for how long what grows meanwhile is followed.
  const LASTS_MILLISECONDS = 3000;
  let wanted;
  let since = -LASTS_MILLISECONDS;
  let said = 0;
  let second = 0;
  let times = 0;
  let waits = false;
  const size = () => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === said || waits) return;
    const now = Math.floor(performance.now() / 1000);
    if (now !== second) [second, times] = [now, 0];
    // A page whose height follows that of its frame would grow for ever.
    if (++times > MOST_A_SECOND) {
      waits = true;
      return setTimeout(() => {
        waits = false;
        size();
      }, 1000);
    }
    said = height;
    say("size", { height });
    fit();
    // What grows above a place moves it away again.
    if (performance.now() - since < LASTS_MILLISECONDS) setTimeout(() => bring(wanted), 100);
  };
  // A host that gives the frame its height needs no scrollbar in it, not even for the moment until it does.
  let unfit;
  const fit = () => {
    clearTimeout(unfit);
    if (said && Math.abs(innerHeight - said) <= 1) root.dataset.sized = "on";
    else unfit = setTimeout(() => delete root.dataset.sized, 1000);
  };
  if (self.ResizeObserver) new ResizeObserver(size).observe(root);
  else setInterval(size, 500);
  addEventListener("resize", fit);

  const ready = () => {
    const { interactive, off } = root.dataset;
    const title = document.querySelector("h1")?.textContent ?? document.title;
    if (interactive || off) say("ready", { title, language: root.lang, direction: root.dir, answers: Boolean(interactive) });
  };
  new MutationObserver(ready).observe(root, { attributeFilter: ["data-interactive", "data-off"] });
  ready();

  // Some browsers keep a frame of another site from scrolling the page around it, which then does so itself.
  const bring = (element) => {
    if (!root.dataset.sized || !element?.isConnected) return;
    const { top, bottom } = element.getBoundingClientRect();
    say("place", { top: top + scrollY, bottom: bottom + scrollY });
  };
  const place = (element) => {
    [wanted, since] = [element, performance.now()];
    bring(element);
  };
  addEventListener("hashchange", () => place(document.querySelector(":target")));

  // What the frame shows goes along into the guide.
  const out = document.querySelector("footer.frame [data-address]");
  const lead = () => {
    const values = new URLSearchParams(location.search);
    values.delete("theme");
    const query = String(values) && "?" + location.search.slice(1).split("&").filter((value) => !value.startsWith("theme=")).join("&");
    out.href = out.href.split(/[?#]/)[0] + query + location.hash;
  };
  if (out) for (const type of ["pointerdown", "focus", "click"]) out.addEventListener(type, lead);

  // How each question was answered last.
  const scores = new Map();
  const heard = (told) => {
    const item = told.closest(".item")?.querySelector("[id^=_stem-]")?.id.replace("_stem-", "");
    if (!item) return;
    const [points, of] = told.dataset.score.split("/").map(Number);
    scores.set(item, points === of);
    say("result", { item, points, of });
    requestAnimationFrame(() => place(told.querySelector(".verdict")));
    const right = [...scores.values()].filter(Boolean).length;
    say("progress", { answered: scores.size, right, of: document.querySelectorAll(".answering").length });
  };
  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
    added.filter((node) => node.matches?.("[data-score]")).forEach(heard);
  }).observe(document.body, { childList: true, subtree: true });

  // The last wish of a kind counts, once for each frame of the screen, however many there are.
  const wishes = {};
  const follow = {
    theme({ theme }) {
      if (theme === "light" || theme === "dark") root.dataset.theme = theme;
      else if (theme === "system") delete root.dataset.theme;
    },
    language({ language }) {
      if (typeof language !== "string" || !LANGUAGE.test(language)) return;
      const wanted = language.toLowerCase();
      if (root.lang.toLowerCase() === wanted) return;
      const links = [...document.querySelectorAll("link[rel=alternate][hreflang]")];
      const link = links.find(({ hreflang }) => hreflang.toLowerCase() === wanted);
      if (link) location.replace(link.href + location.search + location.hash);
    },
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || parent === self || (host ?? origin) !== origin) return;
    if (data?.concord !== VERSION || !Object.hasOwn(follow, data.type)) return;
    if (host === undefined) {
      host = origin;
      // Whoever listens late is told again.
      if (said) say("size", { height: said });
      ready();
    }
    if (Object.keys(wishes).length === 0) {
      requestAnimationFrame(() => {
        for (const [type, wish] of Object.entries(wishes)) {
          delete wishes[type];
          follow[type](wish);
        }
      });
    }
    wishes[data.type] = data;
  });
}
