// A small record store on this machine, of another origin than the package: it gives a token once, keeps states and
// statements, and holds statements against what cmi5 asks of them.

import { createServer } from "node:http";

const VERBS = "http://adlnet.gov/expapi/verbs/";
const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
const TOKEN = "dG9rZW46";
/** What cmi5 itself defines, and marks as its own. */
const OWN = ["initialized", "completed", "passed", "failed", "terminated"];

export async function store({ launchMode = "Normal" } = {}) {
  const states = new Map();
  const statements = [];
  const faults = [];
  const hold = { isGone: false, tokens: new Set() };
  const launchData = { contextTemplate: { contextActivities: { grouping: [{ id: "https://course.example/" }] }, extensions: { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "session-1" } }, launchMode, moveOn: "CompletedOrPassed", masteryScore: 0.7 };

  const take = (statement) => {
    const verb = statement.verb?.id.replace(VERBS, "");
    const same = statements.find(({ id }) => id === statement.id);
    if (same) return JSON.stringify(same) === JSON.stringify(statement) ? 204 : 409;
    const categories = (statement.context?.contextActivities?.category ?? []).map(({ id }) => id.replace(CATEGORY, ""));
    const check = (is, what) => is || faults.push(`${verb}: ${what}`);
    check(/^[0-9a-f-]{36}$/.test(statement.id), "no id of its own");
    check(statement.context?.registration === "11111111-1111-4111-8111-111111111111", "another registration");
    check(statement.context?.extensions?.["https://w3id.org/xapi/cmi5/context/extensions/sessionid"] === "session-1", "no session");
    check(statement.context?.contextActivities?.grouping?.length === 1, "not the context it was given");
    check(!Number.isNaN(Date.parse(statement.timestamp)), "no time");
    check(categories.includes("cmi5") === OWN.includes(verb), "its category");
    check(categories.includes("moveon") === ["completed", "passed", "failed"].includes(verb), "whether it moves on");
    if (verb === "completed") check(statement.result.completion === true && statement.result.success === undefined && !statement.result.score, "its result");
    if (verb === "passed" || verb === "failed") check(statement.result.success === (verb === "passed") && statement.result.score.scaled >= 0, "its result");
    if (["completed", "passed", "failed", "terminated"].includes(verb)) check(/^PT[\d.]+S$/.test(statement.result.duration), "its duration");
    if (verb !== "initialized") check(statements.some((one) => one.verb.id === `${VERBS}initialized`), "before the beginning");
    statements.push(statement);
    return 204;
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://store");
    const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization, content-type, x-experience-api-version", "access-control-allow-methods": "GET, PUT, POST", "cache-control": "no-store" };
    const send = (status, body = "") => response.writeHead(status, { ...headers, "content-type": "application/json" }).end(body);
    if (hold.isGone) return request.socket.destroy();
    if (request.method === "OPTIONS") return send(204);
    const parts = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString();
    if (pathname === "/fetch") {
      const launch = searchParams.get("launch");
      if (hold.tokens.has(launch)) return send(200, `{"error-code":"1","error-text":"it was given already"}`);
      hold.tokens.add(launch);
      return send(200, JSON.stringify({ "auth-token": TOKEN }));
    }
    if (request.headers.authorization !== `Basic ${TOKEN}` || request.headers["x-experience-api-version"] !== "1.0.3") return send(401);
    if (pathname === "/xapi/activities/state") {
      const id = searchParams.get("stateId");
      if (id === "LMS.LaunchData") return send(200, JSON.stringify(launchData));
      if (request.method === "PUT") states.set(id, JSON.parse(body));
      else if (!states.has(id)) return send(404);
      return request.method === "PUT" ? send(204) : send(200, JSON.stringify(states.get(id)));
    }
    if (pathname === "/xapi/agents/profile") return send(404);
    if (pathname === "/xapi/statements") return send(Math.max(200, ...[JSON.parse(body)].flat().map(take)));
    return send(404);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  let launches = 0;
  return {
    /** What a system adds to the address of the package. */
    launch: () => {
      launches += 1;
      const actor = JSON.stringify({ objectType: "Agent", account: { homePage: "https://system.example", name: "ada" } });
      return `?${new URLSearchParams({ endpoint: `${origin}/xapi/`, fetch: `${origin}/fetch?launch=${launches}`, actor, registration: "11111111-1111-4111-8111-111111111111", activityId: "https://course.example/activity" })}`;
    },
    verbs: () => statements.map(({ verb }) => verb.id.replace(VERBS, "")),
    statements,
    states,
    faults,
    lose: (is) => (hold.isGone = is),
    close: () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      return closed;
    },
  };
}
