// SCORM 1.2 and SCORM 2004: an object of the system, found in the windows around this one, that keeps values and answers at
// once. It may be missing, throw, refuse and lose its session; none of that is the learner's fault, so nothing here throws.

import { patterns, spelled, typeOf } from "./words.js";

const MOST_WINDOWS = 100;

/** The system's object of that name, in this window, those around it, and those that opened them. */
const found = (name) => {
  const around = (start) => {
    let here = start;
    for (let count = 0; here && count < MOST_WINDOWS; count += 1) {
      try {
        if (here[name]) return here[name];
      } catch {}
      if (here.parent === here) return null;
      here = here.parent;
    }
    return null;
  };
  const opener = () => {
    try {
      return window.opener ?? window.top.opener;
    } catch {
      return null;
    }
  };
  return around(window) ?? around(opener());
};

const OLD = {
  object: "API",
  call: (name) => `LMS${name === "Terminate" ? "Finish" : name}`,
  most: 4096,
  mode: "cmi.core.lesson_mode",
  learner: "cmi.core.student_id",
  status: ["cmi.core.lesson_status"],
  location: "cmi.core.lesson_location",
  mostLocation: 255,
  score: "cmi.core.score",
  exit: "cmi.core.exit",
  session: "cmi.core.session_time",
  pass: "cmi.student_data.mastery_score",
  // What no other attempt changes: not there, not to be written, of another type.
  inVain: ["201", "203", "401", "402", "403", "404", "405"],
  isOpen: ["101"],
};

const NEW = {
  object: "API_1484_11",
  call: (name) => name,
  most: 64000,
  mode: "cmi.mode",
  learner: "cmi.learner_id",
  status: ["cmi.completion_status", "cmi.success_status"],
  location: "cmi.location",
  mostLocation: 1000,
  score: "cmi.score",
  exit: "cmi.exit",
  session: "cmi.session_time",
  pass: "cmi.scaled_passing_score",
  inVain: ["201", "301", "351", "401", "402", "403", "404", "405", "406", "407", "408"],
  isOpen: ["103"],
};

const two = (number) => String(Math.floor(number)).padStart(2, "0");
/** A time as SCORM 1.2 writes it, `0001:02:03.40`. */
const clock = (seconds) => `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${two((seconds * 100) % 100)}`;
/** The same as SCORM 2004 does. */
const period = (seconds) => `PT${(Math.round(seconds * 100) / 100).toFixed(2)}S`;

class Scorm {
  constructor(isOld) {
    this.isOld = isOld;
    this.terms = isOld ? OLD : NEW;
    this.most = this.terms.most;
    this.began = Date.now();
    this.places = new Map();
  }

  call(name, ...values) {
    try {
      return String(this.api[this.terms.call(name)](...values));
    } catch {
      return null;
    }
  }

  get(name) {
    const text = this.call("GetValue", name);
    return text === null || text === "null" || text === "undefined" ? "" : text;
  }

  /** Whether a value was taken, or never will be. */
  set(name, text) {
    if (this.call("SetValue", name, String(text)) === "true") return true;
    return this.terms.inVain.includes(this.call("GetLastError") ?? "");
  }

  initialize() {
    return this.call("Initialize", "") === "true" || this.terms.isOpen.includes(this.call("GetLastError") ?? "");
  }

  open() {
    this.api = found(this.terms.object);
    if (!this.api || !this.initialize()) return { mode: "none", isUnreachable: !!this.api };
    const { terms } = this;
    const mode = this.get(terms.mode);
    const best = Number.parseFloat(this.get(this.isOld ? `${terms.score}.raw` : `${terms.score}.scaled`));
    const pass = Number.parseFloat(this.get(terms.pass));
    const share = (number, of) => (Number.isFinite(number) ? Math.min(Math.max(number / of, 0), 1) : undefined);
    const status = terms.status.map((name) => this.get(name));
    return {
      mode: ["review", "browse"].includes(mode) ? mode : "normal",
      // With one status for both, `failed` is said once all was answered.
      complete: status.includes("completed") || (this.isOld && status.includes("failed")),
      passed: status.includes("passed"),
      learner: this.get(terms.learner),
      state: this.get("cmi.suspend_data"),
      location: this.get(terms.location),
      best: share(best, this.isOld ? 100 : 1),
      pass: share(pass, this.isOld ? 100 : 1),
    };
  }

  save({ state, location, interactions, best, complete, passed, progress, hasScore }) {
    const { terms, isOld } = this;
    // A session that was lost may be had again.
    if (this.lost && !this.initialize()) return false;
    const values = [["cmi.suspend_data", state]];
    if (location && location.length <= terms.mostLocation) values.push([terms.location, location]);
    if (hasScore) {
      const raw = Math.round(best * 10000) / 100;
      if (!isOld) values.push([`${terms.score}.scaled`, Math.round(best * 10000) / 10000]);
      values.push([`${terms.score}.raw`, raw], [`${terms.score}.min`, 0], [`${terms.score}.max`, 100]);
    }
    if (isOld) {
      const done = passed === null ? (complete ? "completed" : "incomplete") : passed ? "passed" : "failed";
      values.push(["cmi.core.lesson_status", done]);
    } else {
      values.push(["cmi.completion_status", complete ? "completed" : "incomplete"], ["cmi.progress_measure", Math.round(progress * 1000) / 1000]);
      if (passed !== null) values.push(["cmi.success_status", passed ? "passed" : "failed"]);
    }
    values.push([terms.exit, "suspend"], [terms.session, (isOld ? clock : period)((Date.now() - this.began) / 1000)]);
    const taken = values.map(([name, value]) => this.set(name, value));
    const told = interactions.map((one) => this.interaction(one));
    const arrived = this.call("Commit", "") === "true" && taken.every(Boolean) && told.every(Boolean);
    this.lost = !arrived;
    return arrived;
  }

  /** An answer. A question has one place among a visit's interactions, with its latest answer. */
  interaction({ item, response, points, of, at, seconds }) {
    const place = this.places.get(item.id) ?? this.placeOf(item.id);
    if (place === null) return true;
    const { isOld } = this;
    const of_ = (name) => `cmi.interactions.${place}.${name}`;
    const signs = isOld ? [",", "."] : ["[,]", "[.]"];
    const right = points === of;
    const share = Math.round((points / of) * 100) / 100;
    const result = right ? "correct" : points > 0 ? share : isOld ? "wrong" : "incorrect";
    const values = [["id", item.id], ["type", typeOf(item)]];
    if (isOld) values.push(["time", new Date(at).toTimeString().slice(0, 8)]);
    else values.push(["timestamp", `${at.slice(0, 22)}Z`], ["description", item.stem.slice(0, 250)]);
    patterns(item, ...signs).slice(0, 10).forEach((pattern, nth) => values.push([`correct_responses.${nth}.pattern`, pattern]));
    if (response) values.push([isOld ? "student_response" : "learner_response", spelled(item, response, ...signs).slice(0, isOld ? 255 : 250)]);
    values.push(["result", result], ["weighting", of]);
    if (seconds !== null) values.push(["latency", (isOld ? clock : period)(seconds)]);
    const taken = values.map(([name, value]) => this.set(of_(name), value));
    if (taken[0]) this.places.set(item.id, place);
    return taken[0];
  }

  /** Where a question stands among the interactions, or would; none where the system keeps no interactions. */
  placeOf(id) {
    const count = Number.parseInt(this.get("cmi.interactions._count"), 10);
    if (!Number.isFinite(count)) return null;
    // Only SCORM 2004 lets an earlier visit's be read.
    for (let place = 0; !this.isOld && place < count; place += 1) {
      if (this.get(`cmi.interactions.${place}.id`) === id) return place;
    }
    return count;
  }

  /** Whether something had still to be sent is known before. */
  close() {
    this.call("Terminate", "");
    return false;
  }
}

export class Scorm12 extends Scorm {
  constructor() {
    super(true);
  }
}

export class Scorm2004 extends Scorm {
  constructor() {
    super(false);
  }
}
