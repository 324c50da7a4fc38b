//! Statements of a reader's own: objections to statements of the guide, and replies to objections, in the reader's
//! words, each with the reader's verdict.
//!
//! One of them is a text without spaces, `own-1a2b3c4d.what-it-answers.accept.In%20my%20words`, which stands in a line
//! of the record. It is known by a number that was made when it was written and stays when its words change, so that
//! replies to it stay with it, and records can be put together. The compiler keeps such names from the guide's
//! statements. A share is the version, a fingerprint and these texts; whatever is no longer what was written is known to
//! be damaged, and what a newer program wrote says so.

use std::collections::BTreeSet;

use concord_model::{Id, fingerprint, is_own_id, percent_decoded, percent_encoded, talk::Verdict};

/// How many statements a reader may have.
pub const MOST: usize = 200;

/// How many characters each may have.
pub const MOST_CHARACTERS: usize = 2_000;

/// The longest link to a share, in bytes: what all browsers and most programs pass on.
pub const MOST_IN_A_LINK: usize = 8_000;

/// The version of shares that is written.
const VERSION: u32 = 1;

/// What a file with a share begins with.
const NAME: &str = "concord-own ";

/// A statement of the reader's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its name.
    pub id: Id,
    /// What it answers: a statement of the guide, or one of the reader's own.
    pub target: Id,
    /// Whether the reader holds it.
    pub verdict: Verdict,
    /// What the reader wrote, as plain text.
    pub text: String,
}

/// Why a share cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A newer program wrote it.
    Newer,
    /// It is not, or no longer, what [`share`] wrote.
    Damaged,
}

/// What a reader wrote, as it is kept: without what no text needs, and no longer than the bound; nothing if that is
/// empty.
#[must_use]
pub fn kept(text: &str) -> Option<String> {
    let is_text = |c: &char| !c.is_control() || *c == '\n';
    let text: String = text.replace("\r\n", "\n").chars().filter(is_text).collect();
    let text: String = text.trim().chars().take(MOST_CHARACTERS).collect();
    (!text.is_empty()).then_some(text)
}

impl Own {
    /// A new statement beside those that there are, with a name that none of them has.
    #[must_use]
    pub fn new(target: Id, verdict: Verdict, text: String, others: &[Self]) -> Option<Self> {
        let id = free(&target, &text, others)?;
        Some(Self { id, target, verdict, text })
    }

    /// As a text without spaces.
    #[must_use]
    pub fn write(&self) -> String {
        let plain = |text: &str| percent_encoded(text, |b| b.is_ascii_alphanumeric() || b == b'-');
        [self.id.as_str(), &plain(self.target.as_str()), self.verdict.name(), &plain(&self.text)]
            .join(".")
    }

    /// Reads such a text; nothing if it is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let id = Id::new(parts.next()?).ok().filter(is_own_id)?;
        let target = Id::new(&percent_decoded(parts.next()?)?).ok()?;
        let verdict = Verdict::read(parts.next()?)?;
        let text = percent_decoded(parts.next()?)?;
        let is_whole = parts.next().is_none() && kept(&text).as_deref() == Some(&text);
        is_whole.then_some(Self { id, target, verdict, text })
    }
}

/// A name that none of these has.
fn free(target: &Id, text: &str, others: &[Own]) -> Option<Id> {
    let bytes = || target.as_str().bytes().chain([b'\n']).chain(text.bytes());
    let names = (0..=others.len()).map(|again| {
        let number = fingerprint(bytes().chain(again.to_string().bytes()));
        Id::new(&format!("own-{number:08x}")).ok()
    });
    names.flatten().find(|id| others.iter().all(|own| own.id != *id))
}

/// All of them, with spaces between them.
#[must_use]
pub fn write(all: &[Own]) -> String {
    all.iter().map(Own::write).collect::<Vec<_>>().join(" ")
}

/// Reads texts with spaces between them: the statements, as many as there may be, and the texts that are none or too
/// many, which are to be kept as they are.
#[must_use]
pub fn read(text: &str) -> (Vec<Own>, Vec<String>) {
    let (mut all, mut rest): (Vec<Own>, Vec<String>) = Default::default();
    for part in text.split_ascii_whitespace() {
        match Own::read(part) {
            Some(own) if all.len() < MOST && all.iter().all(|other| other.id != own.id) => {
                all.push(own)
            }
            _ => rest.push(part.to_owned()),
        }
    }
    (all, rest)
}

/// A share: what a link has behind its sign, and a file behind its name.
#[must_use]
pub fn share(all: &[Own]) -> String {
    let body = all.iter().map(Own::write).collect::<Vec<_>>().join(",");
    format!("{VERSION}.{:08x}.{body}", fingerprint(body.bytes()))
}

/// A share as a file.
#[must_use]
pub fn file(all: &[Own]) -> String {
    [NAME, &share(all), "\n"].concat()
}

/// Reads a share, or a file with one, whatever it holds.
///
/// # Errors
/// If it is none, or of a newer version; nothing of it is taken over then.
pub fn read_share(text: &str) -> Result<Vec<Own>, Fault> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let text = text.strip_prefix(NAME).unwrap_or(text);
    let (version, rest) = text.split_once('.').ok_or(Fault::Damaged)?;
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(newer) if newer > VERSION => return Err(Fault::Newer),
        _ => return Err(Fault::Damaged),
    }
    let (guard, body) = rest.split_once('.').ok_or(Fault::Damaged)?;
    if guard != format!("{:08x}", fingerprint(body.bytes())) {
        return Err(Fault::Damaged);
    }
    let all: Option<Vec<Own>> = body.split(',').map(Own::read).collect();
    let all = all.filter(|all| all.len() <= MOST).ok_or(Fault::Damaged)?;
    let names: BTreeSet<&Id> = all.iter().map(|own| &own.id).collect();
    if names.len() < all.len() { Err(Fault::Damaged) } else { Ok(all) }
}

/// Adds those of another reader, as many as there is room for; how many had none. Of two with one name and other words
/// both stay, and replies go with theirs.
pub fn add(all: &mut Vec<Own>, mut theirs: Vec<Own>) -> usize {
    for place in 0..theirs.len() {
        let Some(own) = theirs.get(place).cloned() else { continue };
        let known = all.iter().find(|other| other.id == own.id);
        if known.is_some_and(|known| (&known.target, &known.text) != (&own.target, &own.text)) {
            let taken: Vec<Own> = all.iter().chain(&theirs).cloned().collect();
            let Some(id) = free(&own.target, &own.text, &taken) else { continue };
            for other in &mut theirs {
                if other.target == own.id {
                    other.target = id.clone();
                }
                if other.id == own.id {
                    other.id = id.clone();
                }
            }
        }
    }
    let mut left = 0;
    for own in theirs {
        if all.iter().any(|other| other.id == own.id) {
            continue;
        }
        if all.len() < MOST { all.push(own) } else { left += 1 }
    }
    left
}

/// Takes one away, with all replies to it; whether it was there.
pub fn remove(all: &mut Vec<Own>, id: &str) -> bool {
    let before = all.len();
    let mut gone = vec![id.to_owned()];
    while let Some(id) = gone.pop() {
        all.retain(|own| own.id.as_str() != id);
        gone.extend(
            all.iter().filter(|own| own.target.as_str() == id).map(|own| own.id.to_string()),
        );
    }
    all.len() < before
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn id(text: &str) -> Id {
        Id::new(text).unwrap()
    }

    fn add_new(all: &mut Vec<Own>, target: &str, text: &str) -> Id {
        let own = Own::new(id(target), Verdict::Accept, text.to_owned(), all).unwrap();
        all.push(own.clone());
        own.id
    }

    fn some() -> Vec<Own> {
        let mut all = Vec::new();
        let first = add_new(&mut all, "a-claim", "<b>No</b> & \"no\".\nאף פעם לא, 决不");
        add_new(&mut all, first.as_str(), "But yes.");
        add_new(&mut all, "a-claim", "<b>No</b> & \"no\".\nאף פעם לא, 决不");
        all
    }

    #[test]
    fn names_differ_though_words_are_the_same() {
        let all = some();
        let names: BTreeSet<&Id> = all.iter().map(|own| &own.id).collect();
        assert_eq!(names.len(), 3);
        assert!(all.iter().all(|own| is_own_id(&own.id)));
    }

    #[test]
    fn what_is_no_statement_is_kept_and_what_is_too_much_as_well() {
        let good = some()[0].write();
        for bad in [
            "x",
            "own-1.a.accept.b",
            "a.b.accept.c",
            "own-12345678.a.maybe.b",
            "own-12345678.a.accept.",
            "own-12345678.a.accept.%zz",
            "own-12345678.a.accept.b.c",
        ] {
            assert_eq!(
                read(&format!("{good} {bad}")),
                (some()[..1].to_vec(), vec![bad.to_owned()])
            );
        }
        let mut many = Vec::new();
        for nth in 0..205 {
            add_new(&mut many, "a", &nth.to_string());
        }
        let (all, rest) = read(&write(&many));
        assert_eq!((all.len(), rest.len()), (MOST, 5));
        assert_eq!(read_share(&share(&many)), Err(Fault::Damaged));
        assert_eq!(read_share(&share(&all)), Ok(all));
    }

    #[test]
    fn a_text_is_as_long_as_it_may_be() {
        assert_eq!(kept(" \r\n\u{7} "), None);
        assert_eq!(kept("a\r\nb\t\u{0}"), Some("a\nb".to_owned()));
        assert_eq!(kept(&"ä".repeat(3_000)).unwrap().chars().count(), MOST_CHARACTERS);
    }

    #[test]
    fn a_damaged_or_newer_share_is_told() {
        let text = share(&some());
        assert_eq!(read_share(&text), Ok(some()));
        assert_eq!(read_share(&format!("\u{feff}{}", file(&some()))), Ok(some()));
        assert_eq!(read_share(&text.replacen('1', "2", 1)), Err(Fault::Newer));
        for end in 0..text.len() {
            assert!(read_share(&text[..end]).is_err(), "cut at {end}");
        }
        for damaged in ["", "1", "1.", "1.0.", "concord-own ", "0.811c9dc5.", "1.811c9dc5."] {
            assert_eq!(read_share(damaged), Err(Fault::Damaged), "{damaged}");
        }
    }

    #[test]
    fn nothing_of_ones_own_is_lost_by_what_is_added() {
        let mut all = some();
        let mut theirs = some();
        theirs[0].text = "Other words".to_owned();
        assert_eq!(add(&mut all, theirs), 0);
        assert_eq!(all[..3], some());
        // The other one has a name of its own; the reply was known, and answers the known one.
        assert_eq!(all.len(), 5);
        assert_eq!(all[3].text, "Other words");
        assert_eq!(all[4].target, all[3].id, "a reply goes with theirs");
        let again = all.clone();
        assert_eq!(add(&mut all, again.clone()), 0);
        assert_eq!(all, again);
    }

    #[test]
    fn what_is_taken_away_takes_its_replies_along() {
        let mut all = some();
        let first = all[0].id.to_string();
        assert!(remove(&mut all, &first));
        assert_eq!(all, some()[2..]);
        assert!(!remove(&mut all, &first));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(text in any::<String>(), target in "[a-zä]{1,9}(-[0-9]{1,3})?") {
            if let Some(text) = kept(&text) {
                let own = Own::new(id(&target), Verdict::Reject, text, &[]).unwrap();
                let written = own.write();
                prop_assert!(written.is_ascii() && !written.contains([' ', ',']));
                prop_assert_eq!(Own::read(&written), Some(own.clone()));
                prop_assert_eq!(read_share(&share(std::slice::from_ref(&own))), Ok(vec![own]));
            }
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in any::<String>()) {
            let _ = read(&text);
            let _ = read_share(&text);
        }
    }
}
