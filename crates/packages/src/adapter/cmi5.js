// cmi5: the launch names a record store, with which this page speaks by itself: the one place of a guide that speaks to
// another origin, and only to the one that launched it. Statements have names of their own, so that one that is sent again
// counts once.

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

const period = (seconds) => `PT${seconds.toFixed(2)}S`;

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
    const none = { mode: "none" };
    if (!endpoint || !token || !actor || !registration || !activity) return none;
    try {
      Object.assign(this, { endpoint: endpoint.replace(/\/?$/, "/"), actor: JSON.parse(actor), registration, activity, table: course.table });
      this.token = await this.fetchToken(token);
      this.launch = await this.state("LMS.LaunchData");
    } catch {
      return none;
    }
    if (!this.launch) return none;
    // What a learner prefers has to be asked for, whatever it is.
    await this.ask(`agents/profile?${this.query({ profileId: "cmi5LearnerPreferences" }, ["agent"])}`).catch(() => {});
    const own = await this.state(STATE).catch(() => null);
    const mode = this.launch.launchMode === "Normal" || !this.launch.launchMode ? "normal" : "review";
    this.pass = this.launch.masteryScore;
    this.say("initialized", {}, { isOwn: true });
    this.isReview = mode === "review";
    for (const verb of own?.said ?? []) this.said.add(verb);
    if (this.isReview) await this.drain().catch(() => {});
    return { mode, learner: `${registration}`, record: own?.record ?? "", attempt: registration, best: own?.best, location: own?.location, pass: this.pass };
  }

  /** The token, which a launch gives once; a page that is loaded again has it from its window. */
  async fetchToken(address) {
    const key = `concord-token:${this.registration}`;
    const response = await fetch(address, { method: "POST" });
    const token = response.ok ? (await response.json())["auth-token"] : null;
    try {
      if (token) sessionStorage.setItem(key, token);
      return token ?? sessionStorage.getItem(key);
    } catch {
      return token;
    }
  }

  query(values, [agent]) {
    return new URLSearchParams({ activityId: this.activity, ...values, [agent]: JSON.stringify(this.actor) }).toString();
  }

  ask(path, { method = "GET", body, headers, keepalive } = {}) {
    const own = { Authorization: `Basic ${this.token}`, "X-Experience-API-Version": "1.0.3", ...(body ? { "Content-Type": "application/json" } : {}) };
    return fetch(this.endpoint + path, { method, headers: { ...own, ...headers }, body, keepalive });
  }

  statePath(id) {
    return `activities/state?${this.query({ stateId: id, registration: this.registration }, ["agent"])}`;
  }

  async state(id) {
    const response = await this.ask(this.statePath(id));
    return response.ok ? response.json() : null;
  }

  /** Puts a statement into the queue. */
  say(verb, { object, result } = {}, { isOwn = false, movesOn = false, extensions = {}, at } = {}) {
    const template = this.launch.contextTemplate ?? {};
    const activities = template.contextActivities ?? {};
    const category = [...(activities.category ?? []), ...(isOwn ? [OF_CMI5] : []), ...(movesOn ? [OF_MOVE_ON] : [])];
    const context = { ...template, registration: this.registration, contextActivities: { ...activities, ...(category.length > 0 ? { category } : {}) }, extensions: { ...template.extensions, ...extensions } };
    this.queue.push({
      id: crypto.randomUUID(),
      actor: this.actor,
      verb: { id: VERBS[verb], display: { en: verb } },
      object: object ?? { objectType: "Activity", id: this.activity },
      ...(result ? { result } : {}),
      context,
      timestamp: at ?? new Date().toISOString(),
    });
  }

  answer({ item, response, points, of, at, seconds }) {
    const text = { [this.table.language]: item.stem };
    const parts = (texts) => named(texts).map(([id, text]) => ({ id, description: { [this.table.language]: text } }));
    const type = typeOf(item);
    const lists = { choice: { choices: parts(item.sources) }, sequencing: { choices: parts(item.sources) }, matching: { source: parts(item.sources), target: parts(item.targets ?? []) } };
    const definition = { type: "http://adlnet.gov/expapi/activities/cmi.interaction", description: text, interactionType: type, correctResponsesPattern: patterns(item, "[,]", "[.]"), ...lists[type] };
    const result = { success: points === of, score: { scaled: points / of, raw: points, min: 0, max: of } };
    if (response) result.response = spelled(item, response, "[,]", "[.]");
    if (seconds !== null) result.duration = period(seconds);
    this.say("answered", { object: { objectType: "Activity", id: `${this.activity}/questions/${item.id}`, definition }, result }, { at });
  }

  async save({ record, attempt, location, interactions, best, complete, passed, hasScore }) {
    // What is in the queue is there, whatever becomes of it.
    for (const one of interactions.filter((one) => !one.queued)) {
      this.answer(one);
      one.queued = true;
    }
    this.conclude({ best, complete, passed, hasScore });
    const said = [...this.said];
    const kept = this.ask(this.statePath(STATE), { method: "PUT", body: JSON.stringify({ record, attempt, location, best, said }), keepalive: true });
    const [state] = await Promise.all([kept, this.drain()]);
    return state.ok;
  }

  /** What is said once of a registration. */
  conclude({ best, complete, passed, hasScore }) {
    const duration = period((Date.now() - this.began) / 1000);
    const once = (verb, result, further) => {
      if (this.said.has(verb)) return;
      this.said.add(verb);
      this.say(verb, { result }, { isOwn: true, movesOn: true, ...further });
    };
    if (complete) once("completed", { completion: true, duration });
    const mastery = this.pass === undefined ? {} : { [MASTERY]: this.pass };
    const score = { scaled: Math.round(best * 10000) / 10000 };
    if (!hasScore || passed === null) return;
    if (passed) once("passed", { success: true, score, duration }, { extensions: mastery });
    else if (!this.said.has("passed")) once("failed", { success: false, score, duration }, { extensions: mastery });
  }

  /** Sends the queue in its order, one statement after the other, as some have to come before others. */
  async drain() {
    while (this.draining) await this.draining.catch(() => {});
    this.draining = (async () => {
      while (this.queue.length > 0) {
        const [statement] = this.queue;
        const response = await this.ask(`statements?statementId=${statement.id}`, { method: "PUT", body: JSON.stringify(statement), keepalive: true });
        // One that is there already has arrived; one that is refused is refused for ever.
        if (!response.ok && (response.status >= 500 || response.status === 401 || response.status === 408 || response.status === 429)) throw new Error(`${response.status}`);
        this.queue.shift();
      }
    })();
    try {
      await this.draining;
    } finally {
      this.draining = null;
    }
  }

  close() {
    this.say("terminated", { result: { duration: period((Date.now() - this.began) / 1000) } }, { isOwn: true });
    // Nothing that waits for an answer is done after this; one that has arrived already is not taken twice.
    this.ask("statements", { method: "POST", body: JSON.stringify(this.queue), keepalive: true }).catch(() => {});
  }
}
