//! The one shape of a name in a guide: of lessons, statements, terms, sources and headings.

use std::{borrow::Borrow, fmt};

use serde::{Deserialize, Serialize};

/// A name: lower-case letters of any script, digits and single hyphens between them.
///
/// Ids stand in addresses, in HTML `id` attributes and in the reader's record, so nothing in them
/// may need escaping in any of the three.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Id(String);

/// Why a text is not an [`Id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdError {
    /// Nothing at all.
    Empty,
    /// Longer than [`Id::MAX_BYTES`].
    TooLong,
    /// A character other than a lower-case letter, a digit or a hyphen between two of them.
    Character,
}

impl Id {
    /// The longest id in bytes; an id is a path segment and a fragment, and both stay readable.
    pub const MAX_BYTES: usize = 80;

    /// Checks `text` and takes it as an id.
    ///
    /// # Errors
    /// Says what is wrong with it; nothing is mended silently.
    pub fn new(text: &str) -> Result<Self, IdError> {
        if text.is_empty() {
            return Err(IdError::Empty);
        }
        if text.len() > Self::MAX_BYTES {
            return Err(IdError::TooLong);
        }
        let plain = |c: char| c.is_alphanumeric() && !c.is_uppercase();
        if text.split('-').all(|part| !part.is_empty() && part.chars().all(plain)) {
            Ok(Self(text.to_owned()))
        } else {
            Err(IdError::Character)
        }
    }

    /// Makes the nearest id to a title: "What is *shared*?" becomes `what-is-shared`.
    ///
    /// `None` if the title has no letter or digit at all.
    #[must_use]
    pub fn from_title(title: &str) -> Option<Self> {
        let mut slug = String::new();
        for c in title.chars().flat_map(char::to_lowercase) {
            if c.is_alphanumeric() && !c.is_uppercase() {
                if slug.len() + c.len_utf8() > Self::MAX_BYTES {
                    break;
                }
                slug.push(c);
            } else if !c.is_alphanumeric() && c != '’' && c != '\'' && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        Self::new(slug.trim_matches('-')).ok()
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Id {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::new(&text)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "an id cannot be empty",
            Self::TooLong => "an id has at most 80 bytes",
            Self::Character => {
                "an id has lower-case letters, digits and single hyphens between them"
            }
        })
    }
}

impl std::error::Error for IdError {}

/// Whether an id is one of those that statements of readers have: `own-` and eight hexadecimal digits. No statement of a
/// guide may have one.
#[must_use]
pub fn is_own_id(id: &Id) -> bool {
    let number = id.as_str().strip_prefix("own-");
    number.is_some_and(|number| number.len() == 8 && number.bytes().all(|b| b.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_hold_only_what_needs_no_escaping() {
        for good in ["a", "charter-2-1", "état", "网络主权", "10-striking-first"] {
            assert_eq!(Id::new(good).map(|id| id.to_string()), Ok(good.to_owned()));
        }
        for bad in ["A", "a b", "a--b", "-a", "a-", "a/b", "a#b", "a%b", "<a>", "a.b", "a_b"] {
            assert_eq!(Id::new(bad), Err(IdError::Character), "{bad}");
        }
        assert_eq!(Id::new(""), Err(IdError::Empty));
        assert_eq!(Id::new(&"a".repeat(81)), Err(IdError::TooLong));
    }

    #[test]
    fn titles_become_readable_ids() {
        let slug = |title| Id::from_title(title).map(String::from);
        assert_eq!(slug("What is *shared*?").as_deref(), Some("what-is-shared"));
        assert_eq!(slug("The Internet’s 3 layers").as_deref(), Some("the-internets-3-layers"));
        assert_eq!(slug("…?!"), None);
    }

    proptest! {
        #[test]
        fn any_title_gives_a_valid_id_or_none(title in any::<String>()) {
            if let Some(id) = Id::from_title(&title) {
                prop_assert_eq!(Id::new(id.as_str()), Ok(id.clone()));
            }
        }
    }
}
