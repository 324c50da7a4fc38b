// A host on this machine that sends a site packed as well as any host could: by brotli, at its best.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { createSecureServer } from "node:http2";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".webmanifest": "application/manifest+json" };
const PACKED = [".html", ".css", ".js", ".wasm", ".svg", ".bin"];
/** Names that say what is in a file may be kept for ever; all else is asked about. */
const LASTING = /[-.][0-9a-f]{16}\.\w+$/;

/**
 * Serves a site; `made` has further pages, by their addresses. By HTTP/2 with a certificate that nobody signed, if there is one,
 * else by HTTP/1.1. `sent` counts what went out: requests and bytes of bodies, by path.
 */
export async function servePacked(site, { made = {}, certificate } = {}) {
  const files = new Map();
  const sent = [];
  const load = async (path) => {
    if (!files.has(path)) {
      const name = path === "" || path.endsWith("/") ? `${path}index.html` : path;
      const bytes = made[path] ?? (await readFile(join(site, name)).catch(() => null));
      const isPacked = PACKED.includes(extname(name));
      const packed = bytes && isPacked ? brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }) : bytes;
      const cached = LASTING.test(name) ? "public, max-age=31536000, immutable" : "no-cache";
      const tag = `"${(bytes ?? "").length}-${name.length}"`;
      files.set(path, { bytes: packed, tag, head: { "content-type": TYPES[extname(name)] ?? "application/octet-stream", "cache-control": cached, etag: tag, ...(isPacked ? { "content-encoding": "br" } : {}) } });
    }
    return files.get(path);
  };
  const answer = async (request, response) => {
    const path = decodeURIComponent(request.url.split("?")[0]).slice(1);
    const { bytes, tag, head } = await load(path);
    const isKnown = bytes && request.headers["if-none-match"] === tag;
    sent.push({ path, bytes: isKnown ? 0 : (bytes?.length ?? 0) });
    response.writeHead(isKnown ? 304 : bytes ? 200 : 404, head);
    response.end(isKnown ? "" : (bytes ?? ""));
  };
  const server = certificate ? createSecureServer({ ...certificate, allowHTTP1: true }, answer) : createServer(answer);
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const root = `${certificate ? "https" : "http"}://127.0.0.1:${server.address().port}/`;
  return { root, sent, protocol: certificate ? "HTTP/2" : "HTTP/1.1", close: () => new Promise((done) => server.close(done)) };
}

/** A certificate for this machine; nothing where openssl cannot write one. */
export async function makeCertificate() {
  const folder = await mkdtemp(join(tmpdir(), "concord-certificate-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
  try {
    await promisify(execFile)("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1", "-keyout", key, "-out", cert]);
    return { key: await readFile(key), cert: await readFile(cert) };
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
