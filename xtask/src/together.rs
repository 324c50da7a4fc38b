//! Runs what takes minutes side by side, and says in one line how far each is.

use std::{
    io::{self, IsTerminal, Read},
    process::{Command, Stdio},
    sync::{Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};

use crate::run::describe;

/// How often the line is printed where it cannot be written over.
const EACH: Duration = Duration::from_secs(15);

/// How much of what a command said is shown if it fails.
const LAST_BYTES: usize = 4_000;

/// Something to be done by the first of its commands that succeeds.
pub(crate) struct Task {
    pub(crate) name: String,
    pub(crate) attempts: Vec<Command>,
}

impl Task {
    /// A task with one way to do it.
    pub(crate) fn of(name: &str, command: Command) -> Self {
        Self { name: name.to_owned(), attempts: vec![command] }
    }
}

/// How far a task is.
#[derive(Clone, Default)]
struct Progress {
    /// As cargo counts: crates that are built, of how many.
    crates: Option<(u32, u32)>,
    /// Whether it is done, and how it ended: what is to be shown of a failure.
    ended: Option<Result<Duration, String>>,
}

/// Runs all tasks at once, to the end of each.
pub(crate) fn together(tasks: Vec<Task>) -> Result<()> {
    let begin = Instant::now();
    let names: Vec<String> = tasks.iter().map(|task| task.name.clone()).collect();
    let progress = Mutex::new(vec![Progress::default(); tasks.len()]);
    let all = || progress.lock().unwrap_or_else(PoisonError::into_inner);
    thread::scope(|scope| {
        for (place, task) in tasks.into_iter().enumerate() {
            let set = move |change: &dyn Fn(&mut Progress)| {
                if let Some(own) = all().get_mut(place) {
                    change(own);
                }
            };
            scope.spawn(move || {
                let ended = run(task, &|crates| set(&|own| own.crates = Some(crates)));
                set(&|own| own.ended = Some(ended.clone().map(|()| begin.elapsed())));
            });
        }
        let mut told = Teller::default();
        while all().iter().any(|own| own.ended.is_none()) {
            thread::sleep(Duration::from_millis(200));
            let line = line(&names, &all(), begin.elapsed());
            told.tell(&line);
        }
        told.end(&line(&names, &all(), begin.elapsed()));
    });
    let failed = all().iter().find_map(|own| own.ended.clone()?.err());
    match failed {
        Some(said) => bail!("{said}"),
        None => Ok(()),
    }
}

/// Runs one task; what its last command said if none succeeds.
fn run(task: Task, crates: &dyn Fn((u32, u32))) -> Result<(), String> {
    let mut said = String::new();
    for mut command in task.attempts {
        // Cargo counts its crates only where it thinks that somebody looks.
        command.env("CARGO_TERM_PROGRESS_WHEN", "always").env("CARGO_TERM_PROGRESS_WIDTH", "100");
        match attempt(&mut command, crates) {
            Ok(()) => return Ok(()),
            Err(why) => said = format!("`{}` failed\n{why}", describe(&command)),
        }
    }
    Err(said)
}

fn attempt(command: &mut Command, crates: &dyn Fn((u32, u32))) -> Result<(), String> {
    let why = |error: io::Error| error.to_string();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().map_err(why)?;
    let mut said: Vec<u8> = Vec::new();
    if let Some(mut stderr) = child.stderr.take() {
        let mut piece = [0; 1024];
        while let Ok(length @ 1..) = stderr.read(&mut piece) {
            said.extend(piece.iter().take(length));
            let surplus = said.len().saturating_sub(LAST_BYTES);
            said.drain(..surplus);
            if let Some(found) = counted(&String::from_utf8_lossy(&said)) {
                crates(found);
            }
        }
    }
    let status = child.wait().map_err(why)?;
    if status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&said).into_owned()) }
}

/// The last `12/345:` in what cargo said.
fn counted(said: &str) -> Option<(u32, u32)> {
    let number = |text: Option<&str>| text?.parse::<u32>().ok();
    said.split([' ', '\r', '\n']).rev().find_map(|word| {
        let (done, of) = word.strip_suffix(':')?.split_once('/')?;
        Some((number(Some(done))?, number(Some(of))?))
    })
}

fn line(names: &[String], all: &[Progress], elapsed: Duration) -> String {
    let one = |(name, own): (&String, &Progress)| match (&own.ended, own.crates) {
        (Some(Ok(took)), _) => format!("{name}: done after {}", spoken(*took)),
        (Some(Err(_)), _) => format!("{name}: failed"),
        (None, Some((done, of))) => format!("{name}: {done} of {of} crates"),
        (None, None) => format!("{name}: waiting"),
    };
    let parts: Vec<_> = names.iter().zip(all).map(one).collect();
    format!("{} · {}", spoken(elapsed), parts.join(" · "))
}

fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{}:{:02} min", seconds / 60, seconds % 60)
}

/// Writes one line again and again, or now and then where nothing can be written over.
#[derive(Default)]
struct Teller {
    last: Option<Instant>,
    /// How wide the line is that stands there.
    width: usize,
}

impl Teller {
    fn tell(&mut self, line: &str) {
        if io::stderr().is_terminal() {
            eprint!("\r{line:width$}", width = self.width);
            self.width = line.chars().count();
        } else if self.last.is_none_or(|last| last.elapsed() >= EACH) {
            eprintln!("   {line}");
            self.last = Some(Instant::now());
        }
    }

    fn end(&mut self, line: &str) {
        if io::stderr().is_terminal() {
            self.tell(line);
            eprintln!();
        } else {
            eprintln!("   {line}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn crates_are_counted_as_cargo_counts_them() {
        let said =
            "   Compiling a v1.0\r    Building [==>     ] 3/27: a, b\n\r Building [=>] 12/345: c";
        assert_eq!(counted(said), Some((12, 345)));
        assert_eq!(counted("error: 3 of 4"), None);
    }
}
