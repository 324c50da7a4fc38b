//! Results in any text: a link, a mail with many of them, a file. Each stands after `result=`.
//!
//! Mails break long lines and put signs before them. As an envelope says how long it is, letters are read across blanks,
//! line ends and `>` until it is whole.

use super::{
    envelope::{Envelope, Fault},
    letters::{from_letters, to_letters, value},
};

/// What stands before a result in a text.
pub const KEY: &str = "result=";

/// How many results are read from one text, so that none makes the page stand still.
const MOST: usize = 2_000;

/// How many letters a text may hold in all that is read.
#[must_use]
pub fn most_letters() -> usize {
    4_000_000
}

impl Envelope {
    /// As it stands in texts, with what comes before; nothing if it is too long.
    #[must_use]
    pub fn to_text(&self) -> Option<String> {
        Some(KEY.to_owned() + &to_letters(&self.to_bytes()?))
    }
}

/// All results that stand in a text, whatever else it holds.
#[must_use]
pub fn find(text: &str) -> Vec<Result<Envelope, Fault>> {
    let text = text.get(..text.floor_char_boundary(most_letters())).unwrap_or(text);
    text.split(KEY).skip(1).take(MOST).map(read).collect()
}

/// The result at the start of a text.
fn read(text: &str) -> Result<Envelope, Fault> {
    let (mut letters, mut wanted) = (String::new(), None);
    for letter in text.chars() {
        match u8::try_from(letter).ok().filter(|letter| value(*letter).is_some()) {
            Some(letter) => letters.push(char::from(letter)),
            None if letter.is_whitespace() || letter == '>' => continue,
            // Quoted-printable mails end lines in the middle so.
            None if letter == '=' => continue,
            None => break,
        }
        // The length stands in the first eight bytes, which eleven letters hold.
        if wanted.is_none() && letters.len() == 11 {
            let length = from_letters(&letters).and_then(|bytes| Envelope::length(&bytes));
            wanted = length.map(|length| (length * 4).div_ceil(3));
        }
        if wanted.is_some_and(|wanted| letters.len() >= wanted) {
            break;
        }
    }
    Envelope::from_bytes(&from_letters(&letters).unwrap_or_default())
}
