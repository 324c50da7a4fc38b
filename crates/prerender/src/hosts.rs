//! Settings for the hosts that most people have: what they answer with besides the files themselves.
//!
//! Any static host does without, as each page carries its policy itself. What a page cannot say by itself is who may show
//! it in a frame (pieces below `embed/` anybody, all else nobody), what of the device it may use (nothing), and what a
//! browser may keep for ever (files that are named by their content). The policy sent is that of the pages, with the
//! inline scripts of all of them.
//!
//! `_headers` and `.htaccess` are read where they lie, by the hosts that know them; for nginx and Caddy there is a file
//! below `hosts/`. In `_headers` no two rules fit the same address, as hosts join what several say, and of joined
//! policies the narrowest holds.

use std::collections::BTreeSet;

use concord_model::Route;

use crate::{
    File,
    assets::MANIFEST,
    offline::{OFFLINE, WORKER_FILE, is_named_by_content},
    policy::policy,
};

/// What pages need none of. Writing to the clipboard, which copies links, stays as it is.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), \
     geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), \
     xr-spatial-tracking=()";

/// Sent with everything.
const ALWAYS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    // A frame in a sandbox is of no origin, and fetches what answers in it as a stranger. All of a guide is public.
    ("Access-Control-Allow-Origin", "*"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", PERMISSIONS),
];

const POLICY: &str = "Content-Security-Policy";
const CACHE: &str = "Cache-Control";
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Asked for again each time, and sent again if it has changed.
const ASK: &str = "no-cache";

/// Names that end in their content's hash.
const NAMED: &str = r"-[0-9a-f]{16}\.[a-z0-9]+$";

/// The settings for a site of these files.
pub(crate) fn files(site: &[File]) -> Vec<File> {
    let policies = Policies::of(site);
    let files = [
        ("_headers", policies.headers(site)),
        (".htaccess", policies.apache()),
        ("hosts/nginx.conf", policies.nginx()),
        ("hosts/Caddyfile", policies.caddy()),
        // One of the hosts runs another program over all files where this is not said.
        (".nojekyll", String::new()),
    ];
    files.map(|(path, text)| File { path: path.to_owned(), bytes: text.into_bytes() }).into()
}

/// The policies of pages, and of pieces for frames.
struct Policies {
    page: String,
    piece: String,
}

impl Policies {
    fn of(site: &[File]) -> Self {
        let pages = site.iter().filter(|file| file.path.ends_with(".html"));
        let texts = pages.filter_map(|page| std::str::from_utf8(&page.bytes).ok());
        let hashes: BTreeSet<_> = texts.filter_map(allowed).collect();
        let own = policy(&hashes.into_iter().map(str::to_owned).collect::<Vec<_>>());
        Self {
            page: format!("{own}; frame-ancestors 'none'"),
            piece: format!("{own}; frame-ancestors *"),
        }
    }

    /// For hosts of Netlify's and Cloudflare's kind.
    fn headers(&self, site: &[File]) -> String {
        let folders: BTreeSet<&str> =
            site.iter().filter_map(|file| Some(file.path.split_once('/')?.0)).collect();
        let pages = folders.iter().filter(|folder| !["embed", "fonts", "hosts"].contains(folder));
        let pages = pages.map(|folder| format!("/{folder}/*"));
        let own = [Route::Home.file(), Route::NotFound.file(), OFFLINE.to_owned()];
        let own = own.into_iter().map(|file| format!("/{file}"));
        let pages = std::iter::once("/".to_owned()).chain(own).chain(pages);
        let of_page = [(POLICY, self.page.as_str()), ("X-Frame-Options", "DENY"), (CACHE, ASK)];
        let mut rules: Vec<String> = pages.map(|page| rule(&page, &of_page)).collect();
        rules.push(rule("/embed/*", &[(POLICY, &self.piece), (CACHE, ASK)]));
        rules.push(rule(&format!("/{WORKER_FILE}"), &[(CACHE, ASK)]));
        rules.push(rule(
            &format!("/{MANIFEST}"),
            &[(CACHE, ASK), ("Content-Type", "application/manifest+json")],
        ));
        let named = site.iter().filter(|file| is_named_by_content(&file.path));
        rules.extend(named.map(|file| rule(&format!("/{}", file.path), &[(CACHE, FOR_EVER)])));
        rules.concat()
    }

    fn apache(&self) -> String {
        let always = ALWAYS
            .map(|(name, value)| format!("  Header always set {name} \"{value}\"\n"))
            .concat();
        format!(
            "# For Apache 2.4, where its host lets folders say something (AllowOverride All).\n\
             DirectoryIndex index.html\n\
             DirectorySlash On\n\
             Options -Indexes\n\
             # Below a folder, write that folder before the name.\n\
             ErrorDocument 404 /404.html\n\
             AddDefaultCharset utf-8\n\
             <IfModule mod_mime.c>\n  \
               AddType application/manifest+json .webmanifest\n  \
               AddType application/wasm .wasm\n  \
               AddType font/woff2 .woff2\n  \
               AddType image/svg+xml .svg\n  \
               AddType text/javascript .js\n  \
               AddCharset utf-8 .css .csv .html .js .json .svg .txt\n\
             </IfModule>\n\
             <IfModule mod_deflate.c>\n  \
               AddOutputFilterByType DEFLATE application/wasm image/svg+xml text/css text/csv text/html text/javascript text/plain\n\
             </IfModule>\n\
             <IfModule mod_headers.c>\n{always}  \
               Header always set {CACHE} \"{ASK}\"\n  \
               Header always set {POLICY} \"{page}\"\n  \
               Header always set X-Frame-Options DENY\n  \
               <If \"%{{REQUEST_URI}} =~ m#/embed/#\">\n    \
                 Header always set {POLICY} \"{piece}\"\n    \
                 Header always unset X-Frame-Options\n  \
               </If>\n  \
               <FilesMatch \"{NAMED}\">\n    \
                 Header always set {CACHE} \"{FOR_EVER}\"\n  \
               </FilesMatch>\n\
             </IfModule>\n",
            page = self.page,
            piece = self.piece,
        )
    }

    fn nginx(&self) -> String {
        let always = |indent: &str| {
            ALWAYS
                .map(|(name, value)| format!("{indent}add_header {name} \"{value}\" always;\n"))
                .concat()
        };
        // A place that says something of its own is told nothing by what is around it.
        let place = |place: &str, further: &str, policy: &str, cache: &str| {
            format!(
                "location {place} {{\n{further}{always}  add_header {POLICY} \"{policy}\" always;\n  \
                 add_header {CACHE} \"{cache}\" always;\n}}\n",
                always = always("  ")
            )
        };
        let manifest = "  types { }\n  default_type application/manifest+json;\n";
        [
            "# For nginx: `include` this file in a `server` whose `root` is the folder that the guide lies in.\n\
             # Below a folder, write that folder before /404.html.\n\
             index index.html;\n\
             charset utf-8;\n\
             charset_types text/html text/css text/plain text/csv text/javascript application/javascript application/json image/svg+xml;\n\
             error_page 404 /404.html;\n\
             gzip on;\n\
             gzip_static on;\n\
             gzip_vary on;\n\
             gzip_types text/css text/csv text/plain text/javascript application/javascript application/json application/wasm application/octet-stream image/svg+xml;\n",
            &place("/", "  add_header X-Frame-Options DENY always;\n", &self.page, ASK),
            &place("~ /embed/", "", &self.piece, ASK),
            &place(&format!("~ \"{NAMED}\""), "", &self.page, FOR_EVER),
            &place(r"~ \.webmanifest$", manifest, &self.page, ASK),
        ]
        .concat()
    }

    fn caddy(&self) -> String {
        let always = ALWAYS.map(|(name, value)| format!("\t\t{name} \"{value}\"\n")).concat();
        format!(
            "# For Caddy 2: `import` this file in a site whose `root` is the folder that the guide lies in.\n\
             # Below a folder, write that folder before /404.html.\n\
             encode gzip\n\
             # In this order, as otherwise what is said of all comes last.\n\
             route {{\n\
             header {{\n{always}\t{POLICY} \"{page}\"\n\tX-Frame-Options DENY\n\t{CACHE} \"{ASK}\"\n}}\n\
             @piece path_regexp /embed/\n\
             header @piece {POLICY} \"{piece}\"\n\
             header @piece -X-Frame-Options\n\
             @named path_regexp {NAMED}\n\
             header @named {CACHE} \"{FOR_EVER}\"\n\
             @manifest path *.webmanifest\n\
             header @manifest Content-Type application/manifest+json\n\
             @csv path *.csv\n\
             header @csv Content-Type \"text/csv; charset=utf-8\"\n\
             }}\n\
             file_server {{\n\tprecompressed br gzip\n}}\n\
             handle_errors {{\n\trewrite * /404.html\n\tfile_server\n}}\n",
            page = self.page,
            piece = self.piece,
        )
    }
}

/// A rule of `_headers`.
fn rule(path: &str, own: &[(&str, &str)]) -> String {
    let lines = ALWAYS.iter().chain(own).map(|(name, value)| format!("  {name}: {value}\n"));
    format!("{path}\n{}", lines.collect::<String>())
}

/// What allows a page's inline script.
fn allowed(page: &str) -> Option<&str> {
    let at = page.find("'sha256-")?;
    let rest = page.get(at..)?;
    rest.get(..rest.find(' ')?.min(rest.find(';')?))
}
