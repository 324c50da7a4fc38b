//! Serves a site on this machine while its author writes: a change of the content is on the page
//! within a second, a change of the program as soon as that is built.

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, SystemTime},
};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

use crate::{
    Options, content,
    program::{self, Profile, SOURCES},
    run::{root, run, say},
    setup,
};

const FIRST_PORT: u16 = 8080;

/// How often files are looked at. A look at all of them takes some thousandths of a second.
const LOOK: Duration = Duration::from_millis(100);

/// How long a page waits to be told of a change, before it asks again.
const WAIT: Duration = Duration::from_secs(25);

/// How many pages may wait at once; further ones ask again at once, which costs them nothing.
const MOST_WAITING: usize = 100;

const RELOAD_PATH: &str = "/_reload.js";
const CHANGES_PATH: &str = "/_changes";
const RELOAD_SCRIPT: &str = include_str!("reload.js");

/// What the pages that are open and the one who watches tell each other.
#[derive(Default)]
struct Changes {
    state: Mutex<State>,
    told: Condvar,
}

#[derive(Default)]
struct State {
    /// How many times the site was made.
    made: u64,
    waiting: usize,
}

/// Serves the site and makes it again on every change, until it is stopped.
pub(crate) fn serve(options: &Options) -> Result<()> {
    setup::for_serving()?;
    let port = match options.port {
        Some(port) => port,
        None => free_port().context("no port from 8080 on is free; name one by --port")?,
    };
    let server = Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("{error}"))?;
    program::build_all(Profile::Debug)?;
    let site = Site::of(options);
    say("Making the site");
    site.make()?;
    println!("\nThe guide is at http://127.0.0.1:{port}/ (stop with Ctrl+C)");
    let changes = Arc::new(Changes::default());
    let dist = site.dist.clone();
    let watched = Arc::clone(&changes);
    thread::spawn(move || site.watch(&watched));
    for request in server.incoming_requests() {
        let (changes, dist) = (Arc::clone(&changes), dist.clone());
        // A reader who has left is no fault.
        thread::spawn(move || answer(request, &dist, &changes).ok());
    }
    Ok(())
}

fn free_port() -> Option<u16> {
    (FIRST_PORT..FIRST_PORT + 100).find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
}

struct Site {
    content: PathBuf,
    pseudo: bool,
    dist: PathBuf,
}

impl Site {
    fn of(options: &Options) -> Self {
        let content = content::folder(options);
        Self { content, pseudo: options.pseudo, dist: root().join("target/served") }
    }

    fn make(&self) -> Result<()> {
        let mut make = program::prerenderer(Profile::Debug, &self.content, self.pseudo, &self.dist);
        // A browser that kept a built site from this address before shall not show that.
        run(make.arg("--no-offline"))
    }

    /// Makes the site again whenever its files change; on an error the last good one stays.
    fn watch(&self, changes: &Changes) {
        let sources: Vec<PathBuf> = SOURCES.iter().map(|source| root().join(source)).collect();
        let content = [root().join(&self.content)];
        let (mut of_program, mut of_content) = (newest(&sources), newest(&content));
        loop {
            thread::sleep(LOOK);
            let (program, text) = (newest(&sources), newest(&content));
            if (program, text) == (of_program, of_content) {
                continue;
            }
            let rebuilt =
                if program == of_program { Ok(()) } else { program::build_all(Profile::Debug) };
            (of_program, of_content) = (program, text);
            match rebuilt.and_then(|()| self.make()) {
                Ok(()) => changes.tell(),
                Err(error) => eprintln!("error: {error:#}\nThe last good site stays."),
            }
        }
    }
}

/// What changes whenever a file below the paths is written, added or removed.
fn newest(paths: &[PathBuf]) -> (usize, u64, Option<SystemTime>) {
    let mut seen = (0, 0, None);
    for path in paths {
        look(path, &mut seen);
    }
    seen
}

fn look(path: &Path, seen: &mut (usize, u64, Option<SystemTime>)) {
    let Ok(about) = fs::metadata(path) else { return };
    if about.is_dir() {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        entries.for_each(|entry| look(&entry.path(), seen));
        return;
    }
    seen.0 += 1;
    seen.1 = seen.1.wrapping_add(about.len());
    seen.2 = seen.2.max(about.modified().ok());
}

impl Changes {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(&self) {
        self.state().made += 1;
        self.told.notify_all();
    }

    /// Waits until the site was made more often than a page knows, at most as long as pages wait.
    fn after(&self, known: u64) -> u64 {
        let mut state = self.state();
        if state.waiting < MOST_WAITING {
            state.waiting += 1;
            let waited = self.told.wait_timeout_while(state, WAIT, |state| state.made == known);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
            state.waiting -= 1;
        }
        state.made
    }
}

/// Answers as a static host does, and adds to each page the script that loads it again.
fn answer(request: Request, dist: &Path, changes: &Changes) -> Result<()> {
    let url = request.url().to_owned();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    if path == RELOAD_PATH {
        return respond(request, 200, "text/javascript", RELOAD_SCRIPT.as_bytes().to_vec());
    }
    if path == CHANGES_PATH {
        let made = match query.parse() {
            Ok(known) => changes.after(known),
            Err(_) => changes.state().made,
        };
        return respond(request, 200, "text/plain", made.to_string().into_bytes());
    }
    let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let is_inside = path.split(['/', '\\']).all(|part| part != "..");
    let file = dist.join(path.trim_start_matches('/'));
    if is_inside && file.is_dir() && !path.ends_with('/') {
        let to = Header::from_bytes("location", format!("{path}/")).map_err(|()| anyhow!(url))?;
        return Ok(request.respond(Response::empty(301).with_header(to))?);
    }
    let file = if file.is_dir() { file.join("index.html") } else { file };
    match fs::read(&file) {
        Ok(bytes) if is_inside => {
            let ending = file.extension().unwrap_or_default().to_string_lossy();
            respond(request, 200, content_type(&ending), bytes)
        }
        _ => {
            let page = fs::read(dist.join("404.html")).unwrap_or_default();
            respond(request, 404, "text/html", page)
        }
    }
}

fn respond(request: Request, status: u16, of_type: &str, mut bytes: Vec<u8>) -> Result<()> {
    if of_type == "text/html" {
        bytes.extend(format!("<script src=\"{RELOAD_PATH}\"></script>\n").bytes());
    }
    let mut response = Response::from_data(bytes).with_status_code(status);
    for (name, value) in [("content-type", of_type), ("cache-control", "no-store")] {
        let header = Header::from_bytes(name, value).map_err(|()| anyhow!("{name}: {value}"))?;
        response.add_header(header);
    }
    Ok(request.respond(response)?)
}

fn content_type(ending: &str) -> &'static str {
    match ending {
        "html" => "text/html",
        "js" => "text/javascript",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        "csv" => "text/csv",
        "txt" => "text/plain",
        _ => "application/octet-stream",
    }
}
