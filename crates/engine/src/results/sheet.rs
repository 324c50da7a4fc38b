//! A sheet as bytes. All numbers are whole and in base 128, the lowest seven bits first, with the highest bit set where more
//! follow; a text is its length in bytes and these.
//!
//! | part | bytes |
//! |---|---|
//! | name or number | a text of at most [`MAX_NAME`] bytes |
//! | day | a number, from 1 January 1970 |
//! | stance | a text of at most [`MAX_STANCE`] bytes, empty without one |
//! | questions | how many, at most [`MAX_ITEMS`] |
//! | each: its mark | four, the lowest first |
//! | each: its state | one: 0 if there is no answer, else the kind of response, and 8 more if there was help |
//! | each answer | its points, of how many, and the response |
//!
//! A response of kind 1 (chosen) and 3 (ordered) is a count and so many numbers; 2 (placed) the same with 0 for nothing and
//! all else one higher; 4 (written) and 5 (pointed) are texts. What is written longer than [`MAX_TEXT`] is cut.

use concord_model::{Id, Item, fingerprint};

use super::answer::Given;
use crate::scoring::{Response, Score};

/// How many bytes a name may have.
pub const MAX_NAME: usize = 80;
/// How many letters the code of a stance may have.
pub const MAX_STANCE: usize = 600;
/// How many questions a sheet may have.
pub const MAX_ITEMS: usize = 200;
/// How many bytes of a written answer are kept.
const MAX_TEXT: usize = 60;
/// How many parts a response may have, and how large one may be.
const MAX_PARTS: u32 = 250;

/// The bit of a state for help.
const HELPED: u8 = 8;

/// What a student hands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The name or number that the student typed.
    pub name: String,
    /// The day, from 1 January 1970.
    pub day: u32,
    /// The code of a stance on the argument, as links have it; empty without one.
    pub stance: String,
    /// The questions in the order of the quiz.
    pub answers: Vec<Answered>,
}

/// A question of the quiz, and its first answer if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The question's mark.
    pub mark: u32,
    /// The first answer.
    pub given: Option<Given>,
}

/// The mark of a question in its edition: other words or answers give another one.
#[must_use]
pub fn mark(item: &Item) -> u32 {
    fingerprint(item.id.as_str().bytes().chain([0]).chain(item.version.to_le_bytes()))
}

/// The fingerprint of a quiz: its questions, each in its edition, in their order.
#[must_use]
pub fn quiz(marks: impl IntoIterator<Item = u32>) -> u32 {
    fingerprint(marks.into_iter().flat_map(u32::to_le_bytes))
}

impl Sheet {
    /// The fingerprint of its quiz.
    #[must_use]
    pub fn quiz(&self) -> u32 {
        quiz(self.answers.iter().map(|own| own.mark))
    }

    /// As bytes. What is beyond the bounds is cut or left out.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::default();
        out.text(self.name.trim(), MAX_NAME);
        out.number(self.day as usize);
        // The code of a stance that was cut would be damaged.
        out.text(if self.stance.len() > MAX_STANCE { "" } else { &self.stance }, MAX_STANCE);
        let answers = self.answers.get(..MAX_ITEMS).unwrap_or(&self.answers);
        out.number(answers.len());
        for Answered { mark, given } in answers {
            out.0.extend(mark.to_le_bytes());
            match given {
                Some(given) => out.given(given),
                None => out.0.push(0),
            }
        }
        out.0
    }

    /// Reads bytes, whatever they hold; nothing if they are no sheet, or if anything is left over.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut from = Reader(bytes);
        let name = from.text(MAX_NAME)?;
        let day = from.number()?;
        let stance = from.text(MAX_STANCE)?;
        let count = from.number()? as usize;
        if count > MAX_ITEMS {
            return None;
        }
        let answers: Option<Vec<_>> = (0..count)
            .map(|_| {
                let mark = u32::from_le_bytes(from.take(4)?.try_into().ok()?);
                Some(Answered { mark, given: from.given()? })
            })
            .collect();
        let answers = answers?;
        from.0.is_empty().then_some(Self { name, day, stance, answers })
    }
}

/// The start of a text that has room in so many bytes.
fn cut(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most)).unwrap_or(text)
}

/// Bytes that grow.
#[derive(Default)]
struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, number: usize) {
        let mut rest = u32::try_from(number).unwrap_or(u32::MAX);
        while rest > 0x7f {
            self.0.push((rest & 0x7f) as u8 | 0x80);
            rest >>= 7;
        }
        self.0.push(rest as u8);
    }

    fn text(&mut self, text: &str, most: usize) {
        let text = cut(text, most);
        self.number(text.len());
        self.0.extend(text.bytes());
    }

    fn list(&mut self, all: impl ExactSizeIterator<Item = usize>) {
        let most = MAX_PARTS as usize;
        self.number(all.len().min(most));
        all.take(most).for_each(|own| self.number(own.min(most)));
    }

    fn given(&mut self, Given { score, helped, response }: &Given) {
        let kind = match response {
            Response::Chosen(_) => 1,
            Response::Placed(_) => 2,
            Response::Ordered(_) => 3,
            Response::Written(_) => 4,
            Response::Pointed(_) => 5,
        };
        self.0.push(kind | if *helped { HELPED } else { 0 });
        self.number(score.points);
        self.number(score.of);
        match response {
            Response::Chosen(all) | Response::Ordered(all) => self.list(all.iter().copied()),
            Response::Placed(all) => {
                self.list(all.iter().map(|own| own.map_or(0, |own| own.saturating_add(1))));
            }
            Response::Written(text) => self.text(text, MAX_TEXT),
            Response::Pointed(state) => self.text(state.as_ref().map_or("", Id::as_str), MAX_NAME),
        }
    }
}

/// Bytes that are left.
struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for place in 0..5 {
            let byte = self.byte()?;
            let bits = u32::from(byte & 0x7f);
            number |= bits.checked_shl(7 * place).filter(|own| own >> (7 * place) == bits)?;
            if byte & 0x80 == 0 {
                // One number is written in one way.
                return (place == 0 || byte > 0).then_some(number);
            }
        }
        None
    }

    fn text(&mut self, most: usize) -> Option<String> {
        let length = self.number()? as usize;
        if length > most {
            return None;
        }
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }

    fn list(&mut self) -> Option<Vec<usize>> {
        let count = self.number().filter(|count| *count <= MAX_PARTS)?;
        let part = |_| Some(self.number().filter(|own| *own <= MAX_PARTS)? as usize);
        (0..count).map(part).collect()
    }

    /// The answer to a question; the inner nothing where there is none.
    #[expect(clippy::option_option, reason = "the outer one says that bytes are damaged")]
    fn given(&mut self) -> Option<Option<Given>> {
        let state = self.byte()?;
        if state == 0 {
            return Some(None);
        }
        let (points, of) = (self.number()? as usize, self.number()? as usize);
        let response = match state & !HELPED {
            1 => Response::Chosen(self.list()?),
            2 => Response::Placed(self.list()?.into_iter().map(|own| own.checked_sub(1)).collect()),
            3 => Response::Ordered(self.list()?),
            4 => Response::Written(self.text(MAX_TEXT)?),
            5 => {
                let state = self.text(MAX_NAME)?;
                let state = if state.is_empty() { None } else { Some(Id::new(&state).ok()?) };
                Response::Pointed(state)
            }
            _ => return None,
        };
        let score = Score { points, of };
        (points <= of).then_some(Some(Given { score, helped: state & HELPED > 0, response }))
    }
}
