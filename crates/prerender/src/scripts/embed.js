// <concord-embed src="…"> shows a piece of a guide in a frame as high as it is: docs/embedding.md of Concord.
(() => {
  const NAME = "concord-embed";
  const VERSION = 1;
  const MOST_PIXELS = 20000;
  const MOST_A_SECOND = 30;
  const shown = new Set();
  // The first frame of a guide fetches its programs; the others start when those are there.
  const first = new Map();

  const text = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");
  const count = (value) => (Number.isInteger(value) && value >= 0 && value < 1e5 ? value : 0);
  // What a frame may say, and what of that is passed on.
  const DETAILS = {
    ready: (said) => ({ title: text(said.title, 200), language: text(said.language, 35), answers: said.answers === true }),
    progress: (said) => ({ answered: count(said.answered), right: count(said.right), of: count(said.of) }),
    result: (said) => ({ item: text(said.item, 80), points: count(said.points), of: count(said.of) }),
  };

  const within = (value, most) => (Number.isFinite(value) ? Math.min(Math.max(value, 0), most) : 0);

  class Embed extends HTMLElement {
    static observedAttributes = ["src", "theme", "language"];
    #frame = document.createElement("iframe");
    #origin;
    #started = false;
    #ready = false;
    #height = 0;
    #second = 0;
    #heard = 0;
    #loaded;
    // Where a browser cannot tell what is seen, all of it is.
    #seen = self.IntersectionObserver && new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#start(), { rootMargin: "300px" });

    constructor() {
      super();
      const frame = this.#frame;
      frame.referrerPolicy = "no-referrer";
      Object.assign(frame.style, { display: "block", width: "100%", border: 0, height: "420px" });
      this.attachShadow({ mode: "open" }).append(frame);
    }

    connectedCallback() {
      shown.add(this);
      if (!this.style.display) this.style.display = "block";
      this.#ready = false;
      if (!this.#started) this.#seen ? this.#seen.observe(this.#frame) : this.#start();
    }

    disconnectedCallback() {
      shown.delete(this);
      this.#seen?.disconnect();
      this.#loaded?.();
    }

    attributeChangedCallback(name) {
      if (name === "src") this.#started && this.#load();
      else if (this.#ready) this.#tell();
    }

    /** The address of the piece, if it is one that a frame may have. */
    #address() {
      try {
        const url = new URL(this.getAttribute("src"), document.baseURI);
        if (!/^https?:$/.test(url.protocol)) return;
        const theme = this.getAttribute("theme");
        if (theme) url.search += (url.search ? "&" : "?") + "theme=" + encodeURIComponent(theme);
        return url;
      } catch {}
    }

    #start() {
      this.#seen?.disconnect();
      const url = this.#address();
      if (this.#started || !url) return;
      this.#started = true;
      const turn = first.get(url.origin);
      if (turn) return turn.then(() => this.#load());
      first.set(url.origin, new Promise((loaded) => {
        this.#loaded = loaded;
        setTimeout(loaded, 5000);
      }));
      this.#load();
    }

    #load() {
      const url = this.#address();
      if (!url) return;
      const frame = this.#frame;
      const sandbox = this.getAttribute("sandbox");
      if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
      this.#origin = sandbox === null || /\ballow-same-origin\b/.test(sandbox) ? url.origin : "null";
      this.#ready = false;
      frame.title = this.title || this.textContent.trim() || url.host;
      frame.src = url.href;
    }

    /** Tells the frame the theme and the language that this page asks for. */
    #tell() {
      let language = this.getAttribute("language");
      for (let node = this; !language && node; node = node.getRootNode().host) language = node.closest("[lang]")?.lang;
      const say = (message) => this.#frame.contentWindow?.postMessage({ concord: VERSION, ...message }, this.#origin === "null" ? "*" : this.#origin);
      say({ type: "theme", theme: this.getAttribute("theme") ?? "system" });
      if (language) say({ type: "language", language });
    }

    /** Whether a message is of this element's frame; if so, it is heard. */
    hears({ source, origin, data }) {
      if (!source || source !== this.#frame.contentWindow) return false;
      if (origin === this.#origin && data?.concord === VERSION) this.#hear(data);
      return true;
    }

    #hear(said) {
      if (said.type === "size") return this.#size(said.height);
      if (said.type !== "place" && !Object.hasOwn(DETAILS, said.type)) return;
      const second = Math.floor(performance.now() / 1000);
      if (second !== this.#second) [this.#second, this.#heard] = [second, 0];
      if (++this.#heard > MOST_A_SECOND) return;
      if (said.type === "place") return this.#bring(said);
      const detail = DETAILS[said.type](said);
      if (said.type === "ready") {
        this.#ready = true;
        this.#loaded?.();
        if (detail.title && !this.title) this.#frame.title = detail.title;
        this.#tell();
      }
      this.#pass(said.type, detail);
    }

    /** Passes on to the page what the frame told. */
    #pass(type, detail) {
      this.dispatchEvent(new CustomEvent(`concord-${type}`, { detail, bubbles: true, composed: true }));
    }

    /** Brings a place in the frame into sight, if the reader is at work there. */
    #bring(said) {
      if (this.shadowRoot.activeElement !== this.#frame) return;
      const { top, height } = this.#frame.getBoundingClientRect();
      const [from, to] = [said.top, said.bottom].map((at) => top + within(at, height));
      if (from < 0 || to > innerHeight) scrollBy(0, from - innerHeight / 4);
    }

    /** Of many sizes in one frame of the screen the last one counts. */
    #size(height) {
      if (!within(height, MOST_PIXELS)) return;
      const waits = this.#height;
      this.#height = Math.ceil(within(height, MOST_PIXELS));
      if (waits) return;
      requestAnimationFrame(() => {
        const detail = { height: this.#height };
        this.#height = 0;
        if (this.#frame.style.height === detail.height + "px") return;
        this.#frame.style.height = detail.height + "px";
        this.#pass("size", detail);
      });
    }
  }

  if (customElements.get(NAME)) return;
  addEventListener("message", (message) => {
    for (const element of shown) if (element.hears(message)) return;
  });
  customElements.define(NAME, Embed);
})();
