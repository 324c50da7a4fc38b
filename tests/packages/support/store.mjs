// A small record store on this machine, of another origin than the package: it gives a token once, keeps states and
// statements, holds statements against what cmi5 asks of them, and can be away at any step.

import { createServer } from "node:http";

const VERBS = "http://adlnet.gov/expapi/verbs/";
const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
const SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
const REGISTRATION = "11111111-1111-4111-8111-111111111111";
const TOKEN = "dG9rZW46";
/** What cmi5 itself defines, and marks as its own. */
const OWN = ["initialized", "completed", "passed", "failed", "terminated"];
/** What moves a learner on, and of it what a registration has once. */
const MOVES_ON = ["completed", "passed", "failed"];
const ONCE = ["completed", "passed"];

export async function store({ launchMode = "Normal", masteryScore = 0.7, returnURL } = {}) {
  const states = new Map();
  const statements = [];
  const faults = [];
  const hold = { heard: 0, gone: null, deaf: null, tokens: new Set(), launches: 0 };
  const launchData = () => ({
    contextTemplate: { contextActivities: { grouping: [{ id: "https://course.example/" }] }, extensions: { [SESSION]: `session-${hold.launches}` } },
    launchMode,
    moveOn: "CompletedOrPassed",
    masteryScore,
    returnURL,
  });

  const verbOf = ({ verb }) => verb?.id.replace(VERBS, "");
  const take = (statement) => {
    const verb = verbOf(statement);
    const same = statements.find(({ id }) => id === statement.id);
    if (same) return JSON.stringify(same) === JSON.stringify(statement) ? 204 : 409;
    const session = statement.context?.extensions?.[SESSION];
    const ofSession = statements.filter(({ context }) => context.extensions[SESSION] === session);
    const categories = (statement.context?.contextActivities?.category ?? []).map(({ id }) => id.replace(CATEGORY, ""));
    const check = (is, what) => is || faults.push(`${verb}: ${what}`);
    check(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(statement.id), `no id of its own, but ${statement.id}`);
    check(statement.context?.registration === REGISTRATION, "another registration");
    // What a window sent while it closed may come late.
    const isLaunched = Array.from({ length: hold.launches }, (_, nth) => `session-${nth + 1}`).includes(session);
    check(isLaunched, `not of a session, but of ${session}`);
    check(statement.context?.contextActivities?.grouping?.length === 1, "not the context it was given");
    check(/Z$/.test(statement.timestamp) && !Number.isNaN(Date.parse(statement.timestamp)), "no time");
    check(categories.includes("cmi5") === OWN.includes(verb), "its category");
    check(categories.includes("moveon") === MOVES_ON.includes(verb), "whether it moves on");
    if (OWN.includes(verb)) check(!ofSession.some((one) => verbOf(one) === verb), "twice in a session");
    if (ONCE.includes(verb)) check(!statements.some((one) => verbOf(one) === verb), "twice in a registration");
    if (verb === "passed" || verb === "failed") {
      const { success, score } = statement.result;
      check(success === (verb === "passed") && score.scaled >= masteryScore === success, `its score of ${score.scaled}`);
      check(statement.context.extensions["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"] === masteryScore, "what is enough");
      check(!ofSession.some((one) => ["passed", "failed"].includes(verbOf(one))), "both in a session");
      check(!statements.some((one) => verbOf(one) === "passed"), "after the learner passed");
    }
    if (verb === "completed") check(statement.result.completion === true && statement.result.success === undefined && !statement.result.score, "its result");
    if ([...MOVES_ON, "terminated"].includes(verb)) check(/^PT[\d.]+S$/.test(statement.result.duration), "its duration");
    if (verb !== "initialized") {
      const beginning = ofSession.find((one) => verbOf(one) === "initialized");
      check(beginning && beginning.timestamp <= statement.timestamp, "before the beginning");
    }
    const end = ofSession.find((one) => verbOf(one) === "terminated");
    check(!end || statement.timestamp <= end.timestamp, "after the end");
    if (launchMode !== "Normal") check(["initialized", "terminated"].includes(verb), `in mode ${launchMode}`);
    statements.push(statement);
    return 204;
  };
  /** All of them or none, as one that is there already as another refuses all that came with it. */
  const takeAll = (all) => {
    const isOther = (one) => statements.some((same) => same.id === one.id && JSON.stringify(same) !== JSON.stringify(one));
    if (all.some(isOther)) return 409;
    all.forEach(take);
    return 200;
  };

  const answer = async (request, body, send) => {
    const { pathname, searchParams } = new URL(request.url, "http://store");
    if (pathname === "/fetch") {
      const launch = searchParams.get("launch");
      if (hold.tokens.has(launch)) return send(200, `{"error-code":"1","error-text":"it was given already"}`);
      hold.tokens.add(launch);
      return send(200, JSON.stringify({ "auth-token": TOKEN }));
    }
    if (request.headers.authorization !== `Basic ${TOKEN}` || request.headers["x-experience-api-version"] !== "1.0.3") return send(401);
    if (pathname === "/xapi/activities/state") {
      const id = searchParams.get("stateId");
      if (id === "LMS.LaunchData") return send(200, JSON.stringify(launchData()));
      if (request.method === "PUT") states.set(id, body);
      else if (!states.has(id)) return send(404);
      return request.method === "PUT" ? send(204) : send(200, states.get(id));
    }
    if (pathname === "/xapi/agents/profile") return send(404);
    if (pathname !== "/xapi/statements") return send(404);
    return send(request.method === "PUT" ? take(JSON.parse(body)) : takeAll([JSON.parse(body)].flat()));
  };

  const server = createServer(async (request, response) => {
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization, content-type, x-experience-api-version", "access-control-allow-methods": "GET, PUT, POST", "cache-control": "no-store" };
    hold.heard += 1;
    const asked = `${request.method} ${request.url}`;
    if (hold.gone?.test(asked)) return request.socket.destroy();
    if (request.method === "OPTIONS") return response.writeHead(204, headers).end();
    const parts = [];
    for await (const part of request) parts.push(part);
    const isDeaf = hold.deaf?.test(asked);
    await answer(request, Buffer.concat(parts).toString(), (status, text = "") => {
      if (isDeaf) request.socket.destroy();
      else response.writeHead(status, { ...headers, "content-type": "application/json" }).end(text);
    });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** What a system adds to the address of the package. */
    launch: () => {
      hold.launches += 1;
      const actor = JSON.stringify({ objectType: "Agent", account: { homePage: "https://system.example", name: "ada" } });
      return `?${new URLSearchParams({ endpoint: `${origin}/xapi/`, fetch: `${origin}/fetch?launch=${hold.launches}`, actor, registration: REGISTRATION, activityId: "https://course.example/activity" })}`;
    },
    /** How much was asked of it. */
    heard: () => hold.heard,
    verbs: () => statements.map(verbOf),
    statements,
    /** What the package keeps there. */
    kept: () => JSON.parse(states.get("concord") ?? "{}"),
    states,
    faults,
    /** From now on nothing that is asked so arrives, such as `PUT /xapi/statements`; with none all does. */
    lose: (pattern) => (hold.gone = pattern),
    /** From now on what is asked so arrives, and no answer comes back. */
    deafen: (pattern) => (hold.deaf = pattern),
    close: () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      return closed;
    },
  };
}
