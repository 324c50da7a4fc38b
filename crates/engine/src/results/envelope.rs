//! What a sheet travels in: its format, the quiz that it is from, and a number by which damage is found.
//!
//! | part | bytes |
//! |---|---|
//! | version | one, [`VERSION`] |
//! | kind | one: 0 open, 1 sealed |
//! | quiz | four, the lowest first |
//! | length of the body | two, the lowest first, at most [`MAX_BODY`] |
//! | body | a sheet, or a sealed one |
//! | check | four: the fingerprint of all before |
//!
//! The number tells accidents. What is sealed can be opened with the private key alone (AES-GCM), which tells a change by
//! intent as well; the first six bytes belong to what is sealed so.

use concord_model::fingerprint;

use super::sheet::Sheet;

/// The version that is written.
pub const VERSION: u8 = 1;
/// How many bytes a body may have.
pub const MAX_BODY: usize = 8_000;
/// How many bytes stand before the body.
const HEAD: usize = 8;
/// How many stand after it.
const CHECK: usize = 4;

/// An envelope with what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// The fingerprint of the quiz.
    pub quiz: u32,
    /// What is in it.
    pub body: Body,
}

/// What is in an envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A sheet.
    Open(Sheet),
    /// A sealed one, as whoever has the key opens it.
    Sealed(Vec<u8>),
}

/// Why there is no envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// Its end is missing.
    Cut,
    /// Something in it was changed.
    Damaged,
    /// A newer edition of the guide wrote it.
    Newer,
}

impl Envelope {
    /// What stands before a body: all of it but the length belongs to what is sealed.
    #[must_use]
    pub fn label(quiz: u32, is_sealed: bool) -> [u8; 6] {
        let [a, b, c, d] = quiz.to_le_bytes();
        [VERSION, u8::from(is_sealed), a, b, c, d]
    }

    /// As bytes; nothing if the body is too long.
    #[must_use]
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        let open;
        let (body, is_sealed) = match &self.body {
            Body::Open(sheet) => {
                open = sheet.to_bytes();
                (&open, false)
            }
            Body::Sealed(bytes) => (bytes, true),
        };
        let length = u16::try_from(body.len()).ok().filter(|_| body.len() <= MAX_BODY)?;
        let mut bytes = Self::label(self.quiz, is_sealed).to_vec();
        bytes.extend(length.to_le_bytes());
        bytes.extend(body);
        bytes.extend(fingerprint(bytes.iter().copied()).to_le_bytes());
        Some(bytes)
    }

    /// How many bytes it has, as its first ones say; nothing if there are too few to say so.
    #[must_use]
    pub fn length(bytes: &[u8]) -> Option<usize> {
        let length = bytes.get(HEAD - 2..HEAD)?.try_into().ok()?;
        Some(HEAD + usize::from(u16::from_le_bytes(length)) + CHECK)
    }

    /// Reads bytes, whatever they hold. What stands behind is left alone.
    ///
    /// # Errors
    /// If they are no envelope of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Fault> {
        match bytes.first() {
            None => return Err(Fault::Cut),
            Some(0) => return Err(Fault::Damaged),
            Some(version) if *version > VERSION => return Err(Fault::Newer),
            Some(_) => {}
        }
        let length = Self::length(bytes).ok_or(Fault::Cut)?;
        if length > HEAD + MAX_BODY + CHECK {
            return Err(Fault::Damaged);
        }
        let whole = bytes.get(..length).ok_or(Fault::Cut)?;
        let (told, check) = whole.split_at_checked(length - CHECK).ok_or(Fault::Damaged)?;
        if fingerprint(told.iter().copied()).to_le_bytes() != *check {
            return Err(Fault::Damaged);
        }
        let body = told.get(HEAD..).ok_or(Fault::Damaged)?;
        let quiz = told.get(2..6).and_then(|own| own.try_into().ok()).ok_or(Fault::Damaged)?;
        let quiz = u32::from_le_bytes(quiz);
        let body = match told.get(1) {
            Some(0) => Body::Open(Self::sheet(quiz, body).ok_or(Fault::Damaged)?),
            Some(1) => Body::Sealed(body.to_vec()),
            _ => return Err(Fault::Newer),
        };
        Ok(Self { quiz, body })
    }

    /// The sheet of a body, which has to be from the quiz that the envelope names.
    #[must_use]
    pub fn sheet(quiz: u32, body: &[u8]) -> Option<Sheet> {
        Sheet::from_bytes(body).filter(|sheet| sheet.quiz() == quiz)
    }
}
