// cmi5: the launch names a record store, with which this page speaks by itself: the one place of a guide that speaks to
// another origin, and only to the one that launched it. Statements have names of their own, so that one that is sent again
// counts once: those that a learner can have once have the same name in every session.

import { named, patterns, spelled, typeOf } from "./words.js";

const VERBS = {
  initialized: "http://adlnet.gov/expapi/verbs/initialized",
  answered: "http://adlnet.gov/expapi/verbs/answered",
  completed: "http://adlnet.gov/expapi/verbs/completed",
  passed: "http://adlnet.gov/expapi/verbs/passed",
  failed: "http://adlnet.gov/expapi/verbs/failed",
  terminated: "http://adlnet.gov/expapi/verbs/terminated",
};
const OF_CMI5 = { id: "https://w3id.org/xapi/cmi5/context/categories/cmi5" };
const OF_MOVE_ON = { id: "https://w3id.org/xapi/cmi5/context/categories/moveon" };
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const STATE = "concord";
// How long the learner waits for the store before the guide is shown, and how long anything is waited for.
const OPENING = { tries: [0, 1000, 2000], milliseconds: 5000 };
const MILLISECONDS = 30_000;
const MOST_KEPT = 30_000;

const period = (seconds) => `PT${seconds.toFixed(2)}S`;
const pause = (milliseconds) => new Promise((next) => setTimeout(next, milliseconds));

/** Sixteen bytes as a UUID of that version. `crypto.randomUUID` is missing where a host has no https. */
const uuid = (bytes, version) => {
  bytes[6] = (bytes[6] & 15) | (version << 4);
  bytes[8] = (bytes[8] & 63) | 128;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};
const anyName = () => uuid(crypto.getRandomValues(new Uint8Array(16)), 4);
/** The same name for the same text. */
const nameOf = (text) => {
  const bytes = [];
  for (let round = 0; bytes.length < 16; round += 1) {
    let hash = 2166136261 ^ round;
    for (const sign of text) hash = Math.imul(hash ^ sign.codePointAt(0), 16777619) >>> 0;
    for (let place = 0; place < 4; place += 1) bytes.push((Math.imul(hash ^ (hash >>> 15), 2246822507) >>> (8 * place)) & 255);
  }
  return uuid(bytes, 5);
};

/** What the store said instead of what it was asked for. */
class Refused extends Error {
  constructor(status) {
    super(`${status}`);
    // It may take the same later.
    this.isPassing = status >= 500 || [401, 408, 429].includes(status);
  }
}

export class Cmi5 {
  constructor() {
    this.most = Infinity;
    this.began = Date.now();
    // Statements that were not sent yet, in their order.
    this.queue = [];
    this.said = new Set();
  }

  async open(course) {
    const launch = new URLSearchParams(location.search);
    const names = ["endpoint", "fetch", "actor", "registration", "activityId"];
    const [endpoint, token, actor, registration, activity] = names.map((name) => launch.get(name));
    if (!endpoint || !token || !actor || !registration || !activity) return { mode: "none" };
    Object.assign(this, { endpoint: endpoint.replace(/\/?$/, "/"), registration, activity, table: course.table });
    let own;
    try {
      this.actor = JSON.parse(actor);
      own = await this.begin(token);
    } catch {
      return { mode: "none", isUnreachable: true };
    }
    const { launchMode, masteryScore, returnURL } = this.launch;
    this.pass = masteryScore;
    this.isNormal = !["Review", "Browse"].includes(launchMode);
    for (const verb of Array.isArray(own.said) ? own.said : []) this.said.add(verb);
    this.say("initialized", {}, { isOwn: true });
    if (!this.isNormal) this.drain().catch(() => {});
    const { record, best, location: place, isDamaged } = own;
    return {
      mode: this.isNormal ? "normal" : launchMode.toLowerCase(),
      learner: registration,
      record: typeof record === "string" ? record : "",
      damaged: isDamaged || (record !== undefined && typeof record !== "string"),
      attempt: registration,
      best: Number.isFinite(best) ? best : 0,
      location: typeof place === "string" ? place : null,
      pass: masteryScore,
      complete: this.said.has("completed"),
      passed: this.said.has("passed"),
      back: /^https?:/.test(returnURL) ? returnURL : null,
    };
  }

  /** Asks for what a session begins with; what the store keeps of this package. Without it nothing is overwritten. */
  async begin(address) {
    for (const [nth, wait] of OPENING.tries.entries()) {
      await pause(wait);
      try {
        this.token ??= await this.fetchToken(address);
        this.launch = await this.state("LMS.LaunchData");
        if (!this.launch) throw new Refused(404);
        // What a learner prefers has to be asked for, whatever it is.
        const profile = this.query({ profileId: "cmi5LearnerPreferences" }, "agent");
        await this.ask(`agents/profile?${profile}`, { milliseconds: OPENING.milliseconds }).catch(() => {});
        return (await this.state(STATE)) ?? {};
      } catch (reason) {
        if (nth + 1 === OPENING.tries.length || reason.isPassing === false) throw reason;
      }
    }
  }

  /** The token, which a launch gives once; a page that is loaded again has it from its window. */
  async fetchToken(address) {
    const key = `concord-token:${this.registration}`;
    const kept = () => {
      try {
        return sessionStorage.getItem(key);
      } catch {
        return null;
      }
    };
    const response = await fetch(address, { method: "POST", signal: AbortSignal.timeout(OPENING.milliseconds) });
    const token = response.ok ? (await response.json())["auth-token"] : null;
    try {
      if (token) sessionStorage.setItem(key, token);
    } catch {}
    if (!token && !kept()) throw new Refused(response.status);
    return token ?? kept();
  }

  query(values, agent) {
    return new URLSearchParams({ activityId: this.activity, ...values, [agent]: JSON.stringify(this.actor) }).toString();
  }

  ask(path, { method = "GET", body, keepalive, milliseconds = MILLISECONDS } = {}) {
    const headers = { Authorization: `Basic ${this.token}`, "X-Experience-API-Version": "1.0.3", ...(body ? { "Content-Type": "application/json" } : {}) };
    // Browsers let little outlive a page.
    const isKept = keepalive && body.length < MOST_KEPT;
    return fetch(this.endpoint + path, { method, headers, body, keepalive: isKept, signal: AbortSignal.timeout(milliseconds) });
  }

  statePath(id) {
    return `activities/state?${this.query({ stateId: id, registration: this.registration }, "agent")}`;
  }

  /** A document that the store keeps; nothing if it has none. */
  async state(id) {
    const response = await this.ask(this.statePath(id), { milliseconds: OPENING.milliseconds });
    if (response.status === 404) return null;
    if (!response.ok) throw new Refused(response.status);
    try {
      return JSON.parse(await response.text()) ?? { isDamaged: true };
    } catch {
      return { isDamaged: true };
    }
  }

  /** Puts a statement into the queue. */
  say(verb, { object, result } = {}, { isOwn = false, movesOn = false, extensions = {}, at = 0, id } = {}) {
    const template = this.launch.contextTemplate ?? {};
    const activities = template.contextActivities ?? {};
    const category = [...(activities.category ?? []), ...(isOwn ? [OF_CMI5] : []), ...(movesOn ? [OF_MOVE_ON] : [])];
    const context = { ...template, registration: this.registration, contextActivities: { ...activities, ...(category.length > 0 ? { category } : {}) }, extensions: { ...template.extensions, ...extensions } };
    this.queue.push({
      id: id ?? anyName(),
      actor: this.actor,
      verb: { id: VERBS[verb], display: { en: verb } },
      object: object ?? { objectType: "Activity", id: this.activity },
      ...(result ? { result } : {}),
      context,
      // Nothing of a session is earlier than its beginning, though an answer may have been kept from another.
      timestamp: new Date(verb === "answered" ? Math.max(at, this.began) : Date.now()).toISOString(),
    });
    if (verb === "initialized") this.began = Date.parse(this.queue.at(-1).timestamp);
  }

  answer({ item, response, points, of, at, seconds, id }) {
    const text = { [this.table.language]: item.stem };
    const parts = (texts) => named(texts).map(([id, text]) => ({ id, description: { [this.table.language]: text } }));
    const type = typeOf(item);
    const lists = { choice: { choices: parts(item.sources) }, sequencing: { choices: parts(item.sources) }, matching: { source: parts(item.sources), target: parts(item.targets ?? []) } };
    const definition = { type: "http://adlnet.gov/expapi/activities/cmi.interaction", description: text, interactionType: type, correctResponsesPattern: patterns(item, "[,]", "[.]"), ...lists[type] };
    const result = { success: points === of, score: { scaled: points / of, raw: points, min: 0, max: of } };
    if (response) result.response = spelled(item, response, "[,]", "[.]");
    if (seconds !== null) result.duration = period(seconds);
    this.say("answered", { object: { objectType: "Activity", id: `${this.activity}/questions/${item.id}`, definition }, result }, { at: Date.parse(at), id });
  }

  /** Puts all that is new into the queue. What is in it is there, whatever becomes of it. */
  tell({ interactions, best, complete, passed }) {
    for (const one of interactions.filter((one) => !one.queued)) {
      one.id ??= anyName();
      this.answer(one);
      one.queued = true;
    }
    if (complete) this.conclude("completed", { completion: true });
    // Whether somebody failed is known when they leave: answers may be tried again, and one session says either.
    if (passed) this.conclude("passed", { success: true, score: this.score(best, true) });
  }

  /** The share of points, which rounding may not put on the other side of what is enough. */
  score(best, passed) {
    const rounded = Math.round(best * 10000) / 10000;
    const isSame = this.pass === undefined || rounded >= this.pass === passed;
    return { scaled: isSame ? rounded : best };
  }

  /** Says what is said once of a registration. */
  conclude(verb, result) {
    if (this.said.has(verb)) return;
    this.said.add(verb);
    const extensions = result.score && this.pass !== undefined ? { [MASTERY]: this.pass } : {};
    const duration = period((Date.now() - this.began) / 1000);
    this.say(verb, { result: { ...result, duration } }, { isOwn: true, movesOn: true, extensions, id: nameOf(`${verb} ${this.registration} ${this.activity}`) });
  }

  /** What the store keeps of this package. What has not arrived is said again later, but for what only a leave can say. */
  document({ record, attempt, location, best }) {
    const waiting = new Set(this.queue.map(({ verb }) => verb.display.en).filter((verb) => verb !== "failed"));
    return JSON.stringify({ record, attempt, location, best, said: [...this.said].filter((verb) => !waiting.has(verb)) });
  }

  async save(report) {
    this.tell(report);
    await this.drain();
    const kept = await this.ask(this.statePath(STATE), { method: "PUT", body: this.document(report), keepalive: true });
    return kept.ok;
  }

  /** Sends the queue in its order, one statement after the other, as some have to come before others. */
  async drain() {
    while (this.draining) await this.draining.catch(() => {});
    this.draining = (async () => {
      while (this.queue.length > 0) {
        const [statement] = this.queue;
        const response = await this.ask(`statements?statementId=${statement.id}`, { method: "PUT", body: JSON.stringify(statement), keepalive: true });
        // One that is there already has arrived; one that is refused is refused for ever.
        const refused = response.ok ? null : new Refused(response.status);
        if (refused?.isPassing) throw refused;
        this.queue.shift();
      }
    })();
    try {
      await this.draining;
    } finally {
      this.draining = null;
    }
  }

  /** Sends all at once, as nothing that waits for an answer is done in a page that closes; whether it arrived. */
  async close(report) {
    if (this.isNormal) {
      this.tell(report);
      const { best, passed } = report;
      if (passed === false && !this.said.has("failed")) this.conclude("failed", { success: false, score: this.score(best, false) });
    }
    this.say("terminated", { result: { duration: period((Date.now() - this.began) / 1000) } }, { isOwn: true });
    const asked = [this.ask("statements", { method: "POST", body: JSON.stringify(this.queue), keepalive: true })];
    if (this.isNormal) asked.push(this.ask(this.statePath(STATE), { method: "PUT", body: this.document(report), keepalive: true }));
    this.queue = [];
    const answers = await Promise.all(asked).catch(() => []);
    return answers.length > 0 && answers.every(({ ok }) => ok);
  }
}
