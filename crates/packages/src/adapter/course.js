// What goes on between the guide in its frame and the system that launched it: the guide writes its record into `storage`,
// what has changed in it is reported, and what could not be sent is kept and sent later.
//
// A system (scorm.js, cmi5.js) can `open`, `save` and `close`. `save` says whether all of it has arrived. What is to be sent is
// kept in this browser first, so that neither a network nor a window that goes away at any moment takes it along.

import { empty, merged, pack, read, unpack, write } from "./state.js";

const RETRY_SECONDS = [5, 10, 20, 40, 60];

export class Course {
  constructor(table, system, tell) {
    Object.assign(this, { table, system, tell, facts: empty(), best: 0, unsent: [], response: {}, since: {}, location: null, tries: 0, committed: false });
    this.others = new Map();
    this.storage = this.makeStorage();
  }

  /** Takes what the system remembers; the page where the learner goes on. */
  async open() {
    const { table } = this;
    const found = await this.system.open(this);
    this.mode = found.mode;
    this.pass = found.pass ?? table.pass;
    this.best = found.best ?? 0;
    // What the system knows to be done stays so, whatever becomes of the record or of the questions.
    this.done = { complete: !!found.complete, passed: !!found.passed };
    this.isUnreachable = !!found.isUnreachable;
    this.back = found.back ?? null;
    this.visitAt = `concord-visit:${table.id}:${table.start}`;
    if (this.mode === "none") found.record = this.visit();
    const state = found.record !== undefined ? { facts: read(found.record), damaged: false } : unpack(found.state, table);
    this.facts = state.facts;
    this.best = Math.max(this.best, state.best ?? 0);
    this.attempt = state.attempt ?? found.attempt ?? Math.random().toString(36).slice(2, 10);
    this.committed = !!state.attempt || !!found.state || !!found.record;
    this.location = found.location;
    this.keptAt = found.learner ? `concord-unsent:${table.id}:${table.start}:${found.learner}` : null;
    if (this.mode === "normal") this.takeKept();
    this.damaged = state.damaged || !!found.damaged;
    this.text = write(this.facts);
    this.announce();
    if (this.mode === "normal") this.send();
    return this.isPage(this.location) ? this.location : table.start;
  }

  /** Whether an address is a page of this package, whatever a system made of it. */
  isPage(address) {
    return this.table.pages.includes((address ?? "").split(/[?#]/)[0]);
  }

  // What the guide takes for the browser's storage.

  makeStorage() {
    const { others } = this;
    const isRecord = (key) => key.startsWith(`concord:${this.table.id}:`) && !/:(theme|damaged)$/.test(key);
    const hold = this;
    return {
      get length() {
        return others.size + 1;
      },
      key: (at) => [...others.keys()][at] ?? null,
      getItem: (key) => (isRecord(key) ? hold.text : (others.get(key) ?? null)),
      setItem(key, text) {
        if (isRecord(key)) hold.changed(text);
        else others.set(key, text);
      },
      removeItem(key) {
        if (isRecord(key)) hold.changed(write(empty()));
        else others.delete(key);
      },
      clear: () => others.clear(),
    };
  }

  // What the page tells (page.js).

  /** What the learner answers, just before the guide judges it. */
  given(id, response) {
    if (id) this.response[id] = response;
  }

  /** That the learner begins with a question. */
  touched(id) {
    if (id) this.since[id] ??= Date.now();
  }

  moved(href) {
    const root = new URL(".", location.href).href;
    if (!href.startsWith(root)) return;
    const [path, rest = ""] = href.slice(root.length).split(/(?=[?#])(.*)/s);
    const page = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    const was = this.location;
    this.location = this.isPage(page) ? page + rest : this.location;
    if (this.location !== was) this.sendSoon();
  }

  // What follows from the record.

  changed(text) {
    const before = this.facts;
    this.text = text;
    if (this.mode === "none") this.visit(text);
    this.facts = read(text);
    let isAnswer = false;
    for (const [id, answer] of this.facts.answers) {
      const own = before.answers.get(id);
      const isNew = !own || ["day", "second", "points", "sure", "due"].some((what) => own[what] !== answer[what]);
      if (isNew) isAnswer = this.answered(id, answer) || isAnswer;
    }
    const { best, complete } = this.result();
    const isMore = best > this.best || complete !== this.wasComplete;
    this.best = best;
    this.wasComplete = complete;
    if (isAnswer || isMore) this.send();
    else this.sendSoon();
  }

  answered(id, { points, of }) {
    const item = this.table.items.find((item) => item.id === id);
    if (!item) return false;
    const now = Date.now();
    const seconds = this.since[id] ? (now - this.since[id]) / 1000 : null;
    this.unsent.push({ item, response: this.response[id] ?? null, points, of, at: new Date(now).toISOString(), seconds });
    delete this.since[id];
    delete this.response[id];
    return true;
  }

  /**
   * The share of points that the shown questions gave so far, and the best there was: answers may be tried again, and
   * nobody loses by that. All is done when each lesson was finished, or each of its questions answered.
   */
  result() {
    const { answers, lessons } = this.facts;
    const counted = this.table.items.filter(({ counts }) => counts);
    const of = counted.reduce((sum, item) => sum + item.of, 0);
    const valid = counted.filter(({ id, version }) => answers.get(id)?.version === version);
    const points = valid.reduce((sum, { id }) => sum + answers.get(id).points, 0);
    const best = Math.max(this.best, of > 0 ? points / of : 0);
    const allAnswered = counted.length > 0 && valid.length === counted.length;
    const complete = this.done.complete || allAnswered || this.table.lessons.every((id) => lessons.get(id)?.finished);
    const passed = this.done.passed || (of > 0 && best >= this.pass) ? true : allAnswered ? false : null;
    return { best, complete, passed, progress: complete ? 1 : counted.length > 0 ? valid.length / counted.length : 0, hasScore: of > 0 };
  }

  // Sending.

  sendSoon() {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.send(), 1500);
  }

  /** Sends all that has not arrived; what cannot be sent now is kept, and sent later. */
  async send() {
    if (this.mode !== "normal" || this.ended) return;
    clearTimeout(this.soon);
    this.keep();
    if (this.sending) {
      this.again = true;
      return;
    }
    this.sending = true;
    const interactions = [...this.unsent];
    let arrived = false;
    try {
      // SCORM answers at once, so that what is sent while the page closes is sent.
      const saved = this.system.save(this.report(interactions));
      arrived = saved === true || saved === false ? saved : await saved;
    } catch {}
    this.sending = false;
    clearTimeout(this.retry);
    if (arrived) {
      this.unsent = this.unsent.filter((one) => !interactions.includes(one));
      this.tries = 0;
      this.committed = true;
      this.waiting = false;
      // What came meanwhile is sent next.
      if (this.unsent.length === 0) this.forgetKept();
    } else {
      this.waiting = true;
      const seconds = RETRY_SECONDS[Math.min(this.tries, RETRY_SECONDS.length - 1)];
      this.tries += 1;
      this.retry = setTimeout(() => this.send(), seconds * 1000);
    }
    this.announce();
    if (arrived && this.again) {
      this.again = false;
      this.send();
    }
  }

  report(interactions) {
    const state = pack(this.facts, this, this.table, this.system.most);
    return { state, record: this.text, attempt: this.attempt, location: this.location, interactions, ...this.result() };
  }

  /** Ends the visit; nothing is sent after it. A system that does not answer at once says when it has. */
  async end() {
    if (this.mode === "none" || this.ended) return;
    this.send();
    this.ended = true;
    clearTimeout(this.soon);
    clearTimeout(this.retry);
    const arrived = await this.system.close(this.report(this.unsent));
    if (arrived) this.forgetKept();
  }

  /** What this window remembers where nothing records; it is forgotten with the window. */
  visit(text) {
    try {
      if (text !== undefined) sessionStorage.setItem(this.visitAt, text);
      return sessionStorage.getItem(this.visitAt) ?? "";
    } catch {
      return "";
    }
  }

  // What has not arrived stays in this browser, under the learner's name, until it has.

  keep() {
    if (!this.keptAt) return;
    try {
      localStorage.setItem(this.keptAt, JSON.stringify({ attempt: this.attempt, committed: this.committed, record: this.text, best: this.best, unsent: this.unsent.map((one) => ({ ...one, item: one.item.id, queued: undefined })) }));
    } catch {}
  }

  /** Takes up what an earlier visit could not send, if that was of the same attempt. */
  takeKept() {
    let kept = null;
    try {
      kept = this.keptAt && JSON.parse(localStorage.getItem(this.keptAt));
    } catch {}
    const isOfThis = kept && (kept.attempt === this.attempt || (!kept.committed && !this.committed));
    if (!isOfThis) return this.forgetKept();
    this.facts = merged(this.facts, read(kept.record));
    this.best = Math.max(this.best, kept.best);
    const item = (id) => this.table.items.find((item) => item.id === id);
    this.unsent = kept.unsent.map((one) => ({ ...one, item: item(one.item) })).filter((one) => one.item);
  }

  forgetKept() {
    try {
      if (this.keptAt) localStorage.removeItem(this.keptAt);
    } catch {}
  }

  /** Says what a learner has to know of it; nothing where all is well. */
  announce() {
    const { words } = this.table;
    const ofMode = { none: this.isUnreachable ? words.unreachable : words.none, review: words.review, browse: words.browse };
    this.tell(ofMode[this.mode] ?? (this.waiting ? words.waiting : this.damaged ? words.damaged : ""));
  }
}
