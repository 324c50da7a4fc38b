// What a page complains of while it is open, and what it asks of others: all that should not be.

import assert from "node:assert/strict";

const HASH_OF_NOTHING = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

/**
 * For journeys that leave page after page: Firefox ends what a program was loading that starts where it is needed, and that
 * says so.
 */
export const LEFT_WHILE_LOADING = /^console warn: JSHandle@\w+ .*\/start-[a-z]+-[0-9a-f]{16}\.js$/;

/** A font that Firefox stopped loading (NS_BINDING_ABORTED), as the reader left the page. */
const STOPPED_FONT = /downloadable font: download failed .* status=2152398850 /;

/** Begins to collect what `page` complains of; `origin` is the only one it may ask for anything. */
export async function collect(page, origin, reports) {
  page.on("console", (message) => {
    const { url = "" } = message.location() ?? {};
    if (["debug", "verbose"].includes(message.type()) || isOwn(url)) return;
    reports.push(`console ${message.type()}: ${message.text()} ${url}`);
  });
  page.on("pageerror", (error) => {
    // Firefox holds what it stops loading, as the reader leaves, against the hash of nothing; of a font it says so.
    if (!String(error).includes(HASH_OF_NOTHING) && !STOPPED_FONT.test(String(error))) reports.push(`page error: ${error}`);
  });
  page.on("requestfailed", (request) => {
    const cause = request.failure()?.errorText ?? "";
    // Chromium calls a request for the head alone aborted, because nobody reads the body.
    const answered = request.method() === "HEAD" && request.response() !== null;
    // A journey that leaves a page ends what that page was still loading, such as its icon. What
    // the network, the server or the policy refuses has other causes, and tells the console too.
    const left = cause === "NS_BINDING_ABORTED" || (cause === "net::ERR_ABORTED" && request.resourceType() !== "document");
    if (!answered && !left && !isOwn(request.url())) reports.push(`failed request: ${request.url()} ${cause}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !isOwn(response.url())) reports.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    // Others ask nobody; Firefox for one has the font of its bullets in a `data:` address.
    const asks = ["http:", "https:", "ws:", "wss:"].includes(url.protocol);
    if (asks && url.origin !== origin) reports.push(`other origin: ${url}`);
  });
  await page.evaluateOnNewDocument(reportPolicy);
}

/** Browsers ask for this file of their own accord: Chromium for a text, Firefox for a page it had kept. */
function isOwn(url) {
  return url.endsWith("/favicon.ico");
}

/** Firefox tells its console of what the security policy blocked, but not its driver. */
function reportPolicy() {
  addEventListener("securitypolicyviolation", (event) => {
    console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI || event.sourceFile}`);
  });
}

/** Fails if anything was reported but what the journey itself brought about. */
export function assertQuiet(reports, tolerated) {
  const rest = reports.filter((report) => !tolerated.some((pattern) => pattern.test(report)));
  assert.deepEqual(rest, [], "The console, the network and the security policy should have nothing to say.");
}
