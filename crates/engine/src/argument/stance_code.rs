//! A stance as a code that is short enough for a link that people pass on: `stance=AbC…`.
//!
//! It says where the stance differs from one of a few that are known, of which the writer takes what gives
//! the shortest code; with one that accepts all and one that rejects all among them, no stance differs from the
//! nearest in more than two verdicts of three.
//! Statements are known by the numbers of their names ([`concord_model::link_number`]), in
//! ascending order, each as its distance from the one before in the code of Golomb and Rice. With 14 bits
//! that is about ten bits a verdict for a hundred of them, and twelve for ten.
//!
//! In bits, the highest first: three for the stance that it begins from; one for numbers of 30 bits instead of 14;
//! five for how many bits of a distance stand as they are; the count in the code of Elias (gamma); then for each
//! verdict the rest of its distance in ones, a zero, those bits, and which of the two other verdicts it is.
//! They are written six by six, as in base64url. Before them stand three such letters of their fingerprint, so
//! that a code that was cut off or misread is known to be damaged.

use concord_model::{Id, fingerprint, link_bits, link_number};

use super::{
    graph::Graph,
    stance::{Stance, Verdict},
};

/// The name of the code in an address.
pub const KEY: &str = "stance";

/// The letters, in the order of their values.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// How many letters the fingerprint has.
const GUARD: u32 = 3;

/// What a code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The stance, as far as its leaves exist.
    pub stance: Stance,
    /// How many verdicts are on statements that are gone, or that nobody judges any more.
    pub unknown: usize,
}

/// The code of a stance, with its key. It begins from the one of `starts`, of which there are at most eight, that
/// makes it shortest.
#[must_use]
pub fn write(graph: &Graph, ids: &[Id], starts: &[Stance], stance: &Stance) -> String {
    let codes = (0..8).zip(starts).map(|(place, start)| body(graph, ids, (place, start), stance));
    let body = codes.min_by_key(String::len).unwrap_or_default();
    let mut guard = Writer::default();
    guard.push(guard_of(&body), 6 * GUARD);
    [KEY, "=", &guard.letters, &body].concat()
}

fn body(graph: &Graph, ids: &[Id], (place, start): (u32, &Stance), stance: &Stance) -> String {
    let bits = link_bits(ids.len());
    let mut judged: Vec<(u32, u32)> = Vec::new();
    for (leaf, id) in (0..).zip(ids).filter(|(leaf, _)| graph.is_leaf(*leaf)) {
        let (before, verdict) = (start.verdict(leaf), stance.verdict(leaf));
        if before != verdict {
            let which = others(before).iter().position(|other| *other == verdict);
            judged.push((link_number(id.as_str(), bits), u32::from(which == Some(1))));
        }
    }
    judged.sort_unstable();
    judged.dedup_by_key(|(number, _)| *number);
    let mut last = None;
    let gaps: Vec<(u32, u32)> = judged
        .into_iter()
        .map(|(number, which)| {
            let gap = last.map_or(number, |last| number.wrapping_sub(last).saturating_sub(1));
            last = Some(number);
            (gap, which)
        })
        .collect();
    let length = |plain: u32| gaps.iter().map(|(gap, _)| gap >> plain).sum::<u32>();
    let count = u32::try_from(gaps.len()).unwrap_or_default();
    let plain = (0..bits).min_by_key(|plain| length(*plain) + count * plain).unwrap_or_default();
    let mut writer = Writer::default();
    writer.push(place, 3);
    writer.push(u32::from(bits > 14), 1);
    writer.push(plain, 5);
    let digits = (count + 1).ilog2();
    writer.push(0, digits);
    writer.push(count + 1, digits + 1);
    for (gap, which) in gaps {
        (0..gap >> plain).for_each(|_| writer.push(1, 1));
        writer.push(0, 1);
        writer.push(gap & ((1 << plain) - 1), plain);
        writer.push(which, 1);
    }
    writer.finish()
}

/// The verdicts that are not that one.
fn others(verdict: Verdict) -> [Verdict; 2] {
    match verdict {
        Verdict::Accept => [Verdict::Reject, Verdict::Undecided],
        Verdict::Reject => [Verdict::Accept, Verdict::Undecided],
        Verdict::Undecided => [Verdict::Accept, Verdict::Reject],
    }
}

fn guard_of(body: &str) -> u32 {
    let whole = fingerprint(body.bytes());
    (whole >> (6 * GUARD) ^ whole) & ((1 << (6 * GUARD)) - 1)
}

/// The code in the query of an address, if there is one.
#[must_use]
pub fn find(query: &str) -> Option<&str> {
    let parts = query.split('&').map(|part| part.strip_prefix("amp;").unwrap_or(part));
    parts.filter_map(|part| part.split_once('=')).find(|(key, _)| *key == KEY).map(|(_, code)| code)
}

/// Reads a code, whatever it holds; nothing if it is damaged. Statements may have had `former` names. What a
/// sentence left at its end is left alone.
#[must_use]
pub fn read(
    graph: &Graph,
    ids: &[Id],
    former: &[(Id, Id)],
    starts: &[Stance],
    code: &str,
) -> Option<Linked> {
    let code = code.trim_end_matches(|c| !u8::try_from(c).is_ok_and(|c| LETTERS.contains(&c)));
    let (guard, body) = code.split_at_checked(GUARD as usize)?;
    if Reader::of(guard).take(6 * GUARD)? != guard_of(body) {
        return None;
    }
    let mut reader = Reader::of(body);
    let start = starts.get(reader.take(3)? as usize)?;
    let bits = if reader.take(1)? == 1 { 30 } else { 14 };
    let plain = reader.take(5)?;
    let digits = reader.ones_or_zeros(0)?;
    if digits > 16 || plain >= bits {
        return None;
    }
    let count = (1 << digits | reader.take(digits)?) - 1;
    let mut linked = Linked { stance: start.on(graph.statements()), unknown: 0 };
    let mut said = vec![None; ids.len()];
    let mut next = 0_u32;
    for _ in 0..count {
        let gap = reader.ones_or_zeros(1)?.checked_shl(plain)? | reader.take(plain)?;
        let number = next.checked_add(gap).filter(|number| number >> bits == 0)?;
        next = number + 1;
        let which = reader.take(1)? as usize;
        let Some((leaf, is_former)) = meant(graph, ids, former, (number, bits)) else {
            linked.unknown += 1;
            continue;
        };
        let verdict = *others(start.verdict(leaf)).get(which)?;
        let said = said.get_mut(leaf as usize)?;
        let verdict = match *said {
            // What is said by the name of today counts.
            Some((before, false)) => before,
            // Two that became one, and that the reader judged differently, are to be judged anew.
            Some((before, true)) if is_former && before != verdict => Verdict::Undecided,
            _ => verdict,
        };
        *said = Some((verdict, is_former));
        linked.stance.set(leaf, verdict);
    }
    Some(linked)
}

/// The leaf whose name has a number, and whether that is a former name of it; nothing if there are two.
fn meant(
    graph: &Graph,
    ids: &[Id],
    former: &[(Id, Id)],
    (number, bits): (u32, u32),
) -> Option<(u32, bool)> {
    let is_meant = |id: &Id| link_number(id.as_str(), bits) == number;
    let place = |id: &Id| ids.iter().position(|own| own == id);
    let mut now = ids.iter().filter(|id| is_meant(id));
    let mut once = former.iter().filter(|(old, _)| is_meant(old)).map(|(_, now)| now);
    let (id, rest, is_former) = match now.next() {
        Some(id) => (id, now.next(), false),
        None => (once.next()?, once.next(), true),
    };
    let leaf = u32::try_from(place(id)?).ok()?;
    (rest.is_none() && graph.is_leaf(leaf)).then_some((leaf, is_former))
}

/// Bits as letters.
#[derive(Default)]
struct Writer {
    letters: String,
    /// Bits that make no whole letter yet, and how many they are.
    rest: (u32, u32),
}

impl Writer {
    /// Writes the lowest bits of a value, so many of them.
    fn push(&mut self, value: u32, count: u32) {
        for place in (0..count).rev() {
            self.rest =
                (self.rest.0 << 1 | (value.checked_shr(place).unwrap_or(0) & 1), self.rest.1 + 1);
            if self.rest.1 == 6 {
                let letter = LETTERS.get(self.rest.0 as usize).copied().unwrap_or_default();
                self.letters.push(char::from(letter));
                self.rest = (0, 0);
            }
        }
    }

    /// The letters, the last one filled up.
    fn finish(mut self) -> String {
        while self.rest.1 > 0 {
            self.push(0, 1);
        }
        self.letters
    }
}

/// Letters as bits.
struct Reader<'c> {
    letters: std::slice::Iter<'c, u8>,
    rest: (u32, u32),
}

impl<'c> Reader<'c> {
    fn of(letters: &'c str) -> Self {
        Self { letters: letters.as_bytes().iter(), rest: (0, 0) }
    }

    fn bit(&mut self) -> Option<u32> {
        if self.rest.1 == 0 {
            let letter = self.letters.next()?;
            let value = LETTERS.iter().position(|own| own == letter)?;
            self.rest = (u32::try_from(value).ok()?, 6);
        }
        self.rest.1 -= 1;
        Some(self.rest.0 >> self.rest.1 & 1)
    }

    fn take(&mut self, count: u32) -> Option<u32> {
        (0..count).try_fold(0, |value, _| Some(value << 1 | self.bit()?))
    }

    /// How many of these bits come before the other one, which is taken, too.
    fn ones_or_zeros(&mut self, bit: u32) -> Option<u32> {
        let mut count = 0;
        while self.bit()? == bit {
            count += 1;
        }
        Some(count)
    }
}
