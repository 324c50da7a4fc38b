//! The guide gives the article’s arguments in its own words: no run of eight words is the article’s.
//!
//! The article is not in the repository. `article-runs.sha1` has a fingerprint of each of its runs
//! of eight words but for its title: the first twelve hexadecimal digits of the SHA-1 of the words
//! in lower case, of a–z and 0–9 alone, with one blank between two of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    exemptions::{Fault, hold},
    pack,
};

/// The shortest run that the guide may not share with the article.
const RUN: usize = 8;

fn words(text: &str) -> Vec<String> {
    let text = text.replace(['’', '\''], "").to_lowercase();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The runs of a text, each as its words with blanks between them.
fn runs(text: &str) -> Vec<String> {
    words(text).windows(RUN).map(|run| run.join(" ")).collect()
}

/// SHA-1 as FIPS 180-4 defines it, of fewer than 2²⁹ bytes. Nothing rests on its secrecy here.
fn sha1(text: &str) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let bits = u64::try_from(bytes.len()).unwrap() * 8;
    bytes.push(0x80);
    bytes.resize(bytes.len().next_multiple_of(64), 0);
    if bytes.len() - text.len() < 9 {
        bytes.resize(bytes.len() + 64, 0);
    }
    let length = bytes.len() - 8;
    bytes[length..].copy_from_slice(&bits.to_be_bytes());
    let mut state: [u32; 5] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    for block in bytes.chunks(64) {
        let quads = block.chunks(4).map(|quad| u32::from_be_bytes(quad.try_into().unwrap()));
        let mut schedule: Vec<u32> = quads.collect();
        for at in 16..80 {
            let mixed = schedule[at - 3] ^ schedule[at - 8] ^ schedule[at - 14] ^ schedule[at - 16];
            schedule.push(mixed.rotate_left(1));
        }
        let [mut a, mut b, mut c, mut d, mut e] = state;
        for (at, word) in schedule.into_iter().enumerate() {
            let (mixed, constant) = match at {
                0..20 => ((b & c) | (!b & d), 0x5a82_7999),
                20..40 => (b ^ c ^ d, 0x6ed9_eba1),
                40..60 => ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6_u32),
            };
            let sum =
                [mixed, e, constant, word].into_iter().fold(a.rotate_left(5), u32::wrapping_add);
            (a, b, c, d, e) = (sum, a, b.rotate_left(30), c, d);
        }
        for (own, new) in state.iter_mut().zip([a, b, c, d, e]) {
            *own = own.wrapping_add(new);
        }
    }
    state.iter().map(|word| format!("{word:08x}")).collect()
}

fn fingerprint(run: &str) -> String {
    sha1(run)[..12].to_owned()
}

/// All that the guide says, with the place of each piece: its pages, its glossary, and what it notes
/// on sources and tables.
fn pieces() -> Vec<(String, String)> {
    let guide = pack::guide();
    let text = pack::text().into_iter();
    let pages = text.map(|passage| (format!("{}/{}", passage.page, passage.section), passage.text));
    let sources =
        guide.sources.iter().map(|source| (format!("source {}", source.id), source.note.clone()));
    let layers = pack::community().layers.iter();
    let layers = layers.map(|layer| (format!("layer {}", layer.id), layer.about.clone()));
    pages.chain(sources).chain(layers).collect()
}

#[test]
fn the_guide_uses_its_own_words() {
    let known: BTreeSet<&str> = include_str!("article-runs.sha1").lines().collect();
    assert!(known.len() > 300 && known.iter().all(|line| line.len() == 12), "not the runs");
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (place, text) in pieces() {
        for run in runs(&text) {
            if known.contains(fingerprint(&run).as_str()) {
                found.entry(run).or_default().push(place.clone());
            }
        }
    }
    let faults: Vec<Fault> = found
        .into_iter()
        .map(|(run, places)| {
            Fault::new(run, format!("the article’s words, in {}", places.join(", ")))
        })
        .collect();
    hold("own-words", &faults);
}

#[test]
fn runs_are_of_plain_words_and_fingerprints_are_those_of_the_standard() {
    assert_eq!(
        runs("One, two; “three” four five six’s seven 8 – nine"),
        ["one two three four five sixs seven 8", "two three four five sixs seven 8 nine"]
    );
    assert_eq!(sha1(""), "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    assert_eq!(sha1("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
    let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    assert_eq!(sha1(long), "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
}
