//! Two records: one from elsewhere, which is put to this one, and one of another tab. Browsers tell one tab late what
//! another keeps, so the later one may overwrite what the earlier one has changed.

use std::collections::BTreeSet;

use crate::record::Record;

impl Record {
    /// Takes what another record knows, such as one from a file: of two answers to a question the
    /// later one, and a lesson that either knows as finished.
    pub fn merge(&mut self, other: Self) {
        for (id, theirs) in other.lessons {
            let own = self.lessons.entry(id).or_default();
            own.finished |= theirs.finished;
            own.place = own.place.take().or(theirs.place);
        }
        for (id, theirs) in other.answers {
            let second = other.seconds.get(&id).copied();
            self.add_answer(&id, theirs, second.map_or(0, |(_, second)| second));
        }
        self.last = self.last.take().or(other.last);
        self.stance = self.stance.take().or(other.stance);
        // One that has the same name is the same, perhaps in other words: the own ones win.
        let name = |own: &String| own.split('.').next().map(str::to_owned);
        let known = set(self.own.iter().map(name));
        self.own.extend(other.own.into_iter().filter(|own| !known.contains(&name(own))));
        let known = set(self.other.iter().map(String::as_str));
        let news = other.other.into_iter().filter(|line| !known.contains(line.as_str()));
        let news: Vec<_> = news.collect();
        self.other.extend(news);
    }
}

/// The text of a record of another tab, in which is changed again what is different between two others, wherever
/// it is still as it was before. What it has changed itself stays.
#[must_use]
pub fn changed_again(theirs: &str, before: &str, after: &str) -> String {
    let [was, own] = [before, after].map(|text| set(text.lines()));
    let changed = set(theirs.lines().filter(|line| !was.contains(line)).map(fact));
    let kept = theirs.lines().filter(|line| own.contains(line) || !was.contains(line));
    let news = after.lines().filter(|line| !was.contains(line) && !changed.contains(fact(line)));
    kept.chain(news).flat_map(|line| [line, "\n"]).collect()
}

/// A set of what comes, put in one by one: collecting sorts, which takes a program a kilobyte and more each time.
fn set<T: Ord>(all: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(all);
    set
}

/// What a line is about: all but its value.
fn fact(line: &str) -> &str {
    let mut ends = line.match_indices([' ', '.']).map(|(at, _)| at);
    let first = ends.next();
    ends.next().or(first).and_then(|end| line.get(..end)).unwrap_or(line)
}
