//! The values that stand in messages, each as a text without tabs and ends of lines.

use super::argument::{Label, Panel, Verdict};
use crate::{Html, OwnerMark};

/// What can be said with a word: a text, HTML, a name.
pub(super) trait Value<'a>: Sized {
    fn write(&self, out: &mut String);
    fn read(text: &'a str) -> Option<Self>;
}

/// Texts are ours, but for titles and addresses, which could hold anything.
impl<'a> Value<'a> for &'a str {
    fn write(&self, out: &mut String) {
        out.extend(self.chars().map(|c| if c == '\t' || c == '\n' { ' ' } else { c }));
    }

    fn read(text: &'a str) -> Option<Self> {
        Some(text)
    }
}

/// What the worker wrote by templates is HTML for the page, too.
impl Value<'_> for Html {
    fn write(&self, out: &mut String) {
        self.as_str().write(out);
    }

    fn read(text: &str) -> Option<Self> {
        Some(Self::made_elsewhere(text))
    }
}

macro_rules! values {
    ($($name:ident),+) => {$(
        impl Value<'_> for $name {
            fn write(&self, out: &mut String) {
                out.push_str(self.name());
            }

            fn read(text: &str) -> Option<Self> {
                Self::read(text)
            }
        }
    )+};
}
values!(Label, OwnerMark, Panel, Verdict);
