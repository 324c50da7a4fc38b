// The web servers that people have, started with the settings that come with the site.

import { spawn } from "node:child_process";
import { accessSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { eventually } from "./condition.mjs";

const MODULES = "/usr/lib/apache2/modules";
const isRoot = process.getuid?.() === 0;

/** For each server its program, and how it is started on a port with a folder and a place for what it writes. */
export const SERVERS = {
  nginx: {
    program: "/usr/sbin/nginx",
    settings: (port, folder, own, hasSettings) => `${isRoot ? "user root;" : ""} daemon off; pid ${own}/pid; error_log stderr; worker_processes 1;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${own}/${kind};`).join(" ")}
  server { listen 127.0.0.1:${port}; root "${folder}"; ${hasSettings ? `include "${folder}/hosts/nginx.conf";` : ""} }
}`,
    words: (file) => ["-c", file],
  },
  apache: {
    program: "/usr/sbin/apache2",
    settings: (port, folder, own) => `ServerRoot ${own}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${own}/pid
ErrorLog ${own}/log
${["mpm_event", "authz_core", "dir", "mime", "headers", "filter", "deflate"].map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join("\n")}
${isRoot ? "User www-data\nGroup www-data" : ""}
TypesConfig /etc/mime.types
DocumentRoot "${folder}"
<Directory "${folder}">
  AllowOverride All
  Require all granted
</Directory>`,
    words: (file) => ["-f", file, "-DFOREGROUND"],
  },
  caddy: {
    program: "/usr/bin/caddy",
    settings: (port, folder) => `{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
  root * "${folder}"
  import "${folder}/hosts/Caddyfile"
}`,
    words: (file) => ["run", "--adapter", "caddyfile", "--config", file],
  },
};

/** Whether this machine has a server. */
export function isHere(name) {
  try {
    accessSync(SERVERS[name].program);
    return true;
  } catch {
    return false;
  }
}

/** Starts a server, shows its address and its process to `use`, and ends it; nginx also without the site's settings. */
export async function withServer(name, folder, use, { hasSettings = true } = {}) {
  const own = await mkdtemp(join(tmpdir(), `concord-${name}-`));
  const { program, settings, words } = SERVERS[name];
  const port = await freePort();
  const file = join(own, "settings");
  await writeFile(file, settings(port, folder, own, hasSettings));
  const server = spawn(program, words(file), { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: own, XDG_CONFIG_HOME: own, XDG_DATA_HOME: own } });
  let said = "";
  server.stderr.on("data", (text) => (said += text));
  const ended = new Promise((next) => server.on("exit", next));
  const root = `http://127.0.0.1:${port}/`;
  try {
    await eventually(`${name} to answer`, async () => {
      if (server.exitCode !== null) throw new Error(`${name} ended: ${said}`);
      return fetch(root).then(() => true, () => false);
    });
    return await use(root, server);
  } finally {
    server.kill("SIGTERM");
    await ended;
    await rm(own, { recursive: true, force: true });
  }
}

function freePort() {
  return new Promise((next) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => next(port));
    });
  });
}
