//! A stance as text that fits into an address, such as
//! `accept=first-premise.second&reject=third&open=fourth&version=0123abcd`.
//!
//! The guide keeps a reader's stance so, since names outlast what makes numbers of them; links that people
//! pass on are shorter ([`super::stance_code`]), and were such texts once.
//!
//! The text says where the stance differs from the *opening* one, which the guide begins with. The
//! version is a fingerprint of the leaves and their opening verdicts. It comes last, so a text that
//! was cut off, as mail programs do to long addresses, is not taken for a shorter stance.

use concord_model::{Id, percent_decoded, percent_encoded};

use super::{
    graph::Graph,
    stance::{Stance, Verdict},
};

/// The longest text that is read, in bytes.
pub const MAX_BYTES: usize = 20_000;

/// The name of the version in the text.
const VERSION: &str = "version";

/// What a text says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The stance, as far as its leaves exist.
    pub stance: Stance,
    /// Names in the text that no leaf of this guide has, each once.
    pub unknown: Vec<Id>,
    /// Whether the text comes from a guide with other leaves, or another opening stance.
    pub is_other_version: bool,
}

/// Why a text says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It has more than [`MAX_BYTES`] bytes.
    TooLong,
    /// It is not, or no longer, what [`write()`] wrote.
    Damaged,
}

/// Leaves with their names; `ids` has the names of all statements, by number.
fn leaves<'a>(graph: &'a Graph, ids: &'a [Id]) -> impl Iterator<Item = (u32, &'a Id)> {
    (0..graph.statements()).zip(ids).filter(|(statement, _)| graph.is_leaf(*statement))
}

/// The fingerprint of the leaves and of the opening stance. Their order counts.
fn version(graph: &Graph, ids: &[Id], opening: &Stance) -> u32 {
    // No id has a line's end, so names cannot run into each other.
    concord_model::fingerprint(
        leaves(graph, ids)
            .flat_map(|(leaf, id)| id.as_str().bytes().chain([b'\n', opening.verdict(leaf) as u8])),
    )
}

/// The text of a stance, relative to the opening one. [`read`] gives the stance back, as long as the
/// text is not longer than [`MAX_BYTES`].
#[must_use]
pub fn write(graph: &Graph, ids: &[Id], opening: &Stance, stance: &Stance) -> String {
    let mut text = String::new();
    for verdict in Verdict::ALL {
        let mut before = '=';
        for (leaf, id) in leaves(graph, ids) {
            if stance.verdict(leaf) == verdict && opening.verdict(leaf) != verdict {
                if before == '=' {
                    text.push_str(verdict.name());
                }
                text.push(before);
                text += &percent_encoded(id.as_str(), |_| true);
                before = '.';
            }
        }
        if before == '.' {
            text.push('&');
        }
    }
    text += &format!("{VERSION}={:08x}", version(graph, ids, opening));
    text
}

/// Whether the query of an address has a stance, or what is left of one.
#[must_use]
pub fn stands_in(query: &str) -> bool {
    let mut keys = query.split('&').map(|part| part.split('=').next().unwrap_or_default());
    keys.any(|key| {
        [VERSION, super::stance_code::KEY].contains(&key) || Verdict::read(key).is_some()
    })
}

/// Reads a text, whatever it holds: of any length, damaged, or from another version of the guide, in
/// which statements may have had `former` names.
/// Parts with other names are left alone, since hosts add theirs to addresses. So are a full stop or a
/// bracket that a sentence left at the end, and `&amp;` for `&`, since the version says where it ends.
///
/// # Errors
/// A typed fault; nothing of a damaged text is taken over.
pub fn read(
    graph: &Graph,
    ids: &[Id],
    former: &[(Id, Id)],
    opening: &Stance,
    text: &str,
) -> Result<Read, Fault> {
    if text.len() > MAX_BYTES {
        return Err(Fault::TooLong);
    }
    let text = percent_decoded(text).ok_or(Fault::Damaged)?;
    facts(graph, ids, former, opening, &text).ok_or(Fault::Damaged)
}

/// Reads a decoded text; `None` if it is damaged.
fn facts(
    graph: &Graph,
    ids: &[Id],
    former: &[(Id, Id)],
    opening: &Stance,
    text: &str,
) -> Option<Read> {
    let mut stance = opening.on(graph.statements());
    let mut unknown = Vec::new();
    let mut found = None;
    let mut said = vec![None; ids.len()];
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    for part in text.split('&') {
        let part = part.strip_prefix("amp;").unwrap_or(part);
        let (key, value) = part.split_once('=')?;
        if key == VERSION {
            if value.len() != 8 || found.is_some() {
                return None;
            }
            // Digit by digit, for numbers may begin with a sign.
            let add = |number, digit: char| Some(number << 4 | digit.to_digit(16)?);
            found = Some(value.chars().try_fold(0, add)?);
        }
        let Some(verdict) = Verdict::read(key) else { continue };
        for id in value.split('.') {
            let id = Id::new(id).ok()?;
            let moved = former.iter().find(|(old, _)| *old == id).map(|(_, now)| now);
            let name = moved.unwrap_or(&id);
            let Some((leaf, _)) = leaves(graph, ids).find(|(_, other)| *other == name) else {
                if !unknown.contains(&id) {
                    unknown.push(id);
                }
                continue;
            };
            let said = said.get_mut(leaf as usize)?;
            let verdict = match *said {
                // A text that says two things about a leaf was not written by us.
                Some((before, false)) if moved.is_none() && before != verdict => return None,
                // What is said by the name of today counts.
                Some((before, false)) => before,
                // Two that became one, and that the reader judged differently, are to be judged anew.
                Some((before, true)) if moved.is_some() && before != verdict => Verdict::Undecided,
                _ => verdict,
            };
            *said = Some((verdict, moved.is_some()));
            stance.set(leaf, verdict);
        }
    }
    let is_other_version = found? != version(graph, ids, opening);
    Some(Read { stance, unknown, is_other_version })
}
