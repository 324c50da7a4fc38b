//! The pieces that all sentences are made of: words, statements as links, lists, counts.

use concord_engine::argument::{Change, Label, Verdict};
use concord_model::{
    Address, Form, Forms, Html, MapStatement, Plural, ReasonerFile, ReasonerWords, Route, fill,
};

use crate::wire::label_name;

/// How many statements are named in one sentence.
const MOST_NAMED: usize = 24;

/// The statements, and the words about them.
pub(crate) struct Voice {
    pub(crate) statements: Vec<MapStatement>,
    pub(crate) words: ReasonerWords,
    plural: Plural,
    /// Whether statements are on the page's own outline, to which links then lead.
    pub(crate) has_outline: bool,
}

impl Voice {
    pub(crate) fn new(file: ReasonerFile) -> Self {
        Self {
            statements: file.map.statements,
            words: file.words,
            plural: file.plural,
            has_outline: true,
        }
    }

    /// The id of a statement.
    pub(crate) fn id(&self, statement: u32) -> &str {
        self.statements.get(statement as usize).map_or("", |own| own.id.as_str())
    }

    /// The sentence of a statement, as plain text.
    pub(crate) fn title(&self, statement: u32) -> String {
        self.statements.get(statement as usize).map(|own| own.title.text()).unwrap_or_default()
    }

    /// A statement in a sentence: its own sentence, as plain text.
    pub(crate) fn quoted(&self, statement: u32) -> String {
        fill(self.words.quoted(), &[("title", &self.title(statement))])
    }

    /// A statement in a sentence, as a link to it.
    pub(crate) fn link(&self, statement: u32) -> String {
        let Some(own) = self.statements.get(statement as usize) else { return String::new() };
        let href = match self.has_outline {
            true => Address::new(Route::Argument, own.id.as_str()).href(Form::Folder),
            false => own.href.clone(),
        };
        format!("<a href=\"{}\">{}</a>", word(&href), word(&self.quoted(statement)))
    }

    /// Several statements in a sentence.
    pub(crate) fn links(&self, statements: impl IntoIterator<Item = u32>) -> String {
        self.list(statements.into_iter().map(|statement| self.link(statement)))
    }

    /// A list in a sentence; the end of a long one is left out.
    pub(crate) fn list(&self, parts: impl Iterator<Item = String>) -> String {
        let mut parts: Vec<String> = parts.collect();
        self.shorten(&mut parts, MOST_NAMED);
        parts.join(&word(self.words.list_joint()))
    }

    /// Says how many there are more in place of what a list has beyond its first parts.
    pub(crate) fn shorten(&self, parts: &mut Vec<String>, most: usize) {
        // A single part more takes no more room than saying so.
        if parts.len() > most + 1 {
            let more = parts.len() - most;
            parts.truncate(most);
            parts.push(self.counted(self.words.list_more(), more));
        }
    }

    /// The form of a sentence for a number.
    pub(crate) fn form<'f>(&self, forms: &'f Forms, count: usize) -> &'f str {
        forms.form(&self.plural, u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// A sentence about a number.
    pub(crate) fn counted(&self, forms: &Forms, count: usize) -> String {
        word(&fill(self.form(forms, count), &[("count", &count.to_string())]))
    }

    pub(crate) fn label(&self, label: Label) -> &str {
        match label {
            Label::In => self.words.label_in(),
            Label::Out => self.words.label_out(),
            Label::Undecided => self.words.label_undecided(),
        }
    }

    /// A label with its sign, where the page shows one.
    pub(crate) fn sign(&self, label: Label) -> String {
        let (name, sign) = (label_name(label), sign(label, self.label(label)));
        format!("<span class=\"label\" data-is=\"{name}\">{sign}</span>")
    }

    pub(crate) fn verdict(&self, verdict: Verdict) -> &str {
        match verdict {
            Verdict::Accept => self.words.accept(),
            Verdict::Reject => self.words.reject(),
            Verdict::Undecided => self.words.leave_open(),
        }
    }

    /// A set of changes.
    pub(crate) fn changes<'c>(&self, changes: impl Iterator<Item = &'c Change>) -> String {
        self.list(changes.map(|(leaf, to)| {
            let verdict = format!("<strong>{}</strong>", word(self.verdict(*to)));
            filled(
                self.words.change_to(),
                &[("statement", &self.link(*leaf)), ("verdict", &verdict)],
            )
        }))
    }
}

/// A word as HTML.
pub(crate) fn word(text: &str) -> String {
    Html::escaped(text).into_string()
}

/// A sentence as HTML, with values that are HTML already.
pub(crate) fn filled(sentence: &str, values: &[(&str, &str)]) -> String {
    fill(&word(sentence), values)
}

/// The sign of a label, where words say the same.
pub(crate) fn mark(label: Label) -> String {
    let (name, sign) = (label_name(label), sign_of(label));
    format!(
        "<span class=\"label\" data-is=\"{name}\" aria-hidden=\"true\"><span class=\"sign\">{sign}</span></span>"
    )
}

fn sign_of(label: Label) -> &'static str {
    match label {
        Label::In => "✓",
        Label::Out => "✗",
        Label::Undecided => "?",
    }
}

/// A label with its sign, which says the same without colour.
pub(crate) fn sign(label: Label, name: &str) -> String {
    format!("<span class=\"sign\" aria-hidden=\"true\">{}</span> {}", sign_of(label), word(name))
}

/// How many entries an answer adds to a panel, and about how many bytes; what is beyond that is asked for
/// by a button, so that no stance makes a page stand still.
pub(crate) const MOST_ENTRIES: usize = 40;
/// See [`MOST_ENTRIES`]; the last entry may go beyond it.
pub(crate) const MOST_BYTES: usize = 24_000;

/// The room that is left in an answer.
pub(crate) struct Room {
    entries: usize,
    bytes: usize,
}

impl Room {
    pub(crate) fn new() -> Self {
        Self { entries: MOST_ENTRIES, bytes: MOST_BYTES }
    }

    /// Room for so many entries more, as far as the bytes go.
    pub(crate) fn for_entries(&mut self, entries: usize) -> &mut Self {
        self.entries = entries;
        self
    }

    pub(crate) fn is_left(&self) -> bool {
        self.entries > 0 && self.bytes > 0
    }

    /// Takes what an entry needs.
    pub(crate) fn take(&mut self, entry: &str) {
        self.entries = self.entries.saturating_sub(1);
        self.bytes = self.bytes.saturating_sub(entry.len());
    }
}

/// The entries of a list from one of them on, as far as there is room, each within its tags; then a button
/// that asks for the next part, by the name of the list and the place where it goes on.
pub(crate) fn part(
    voice: &Voice,
    room: &mut Room,
    tags: &Tags,
    (name, from): (&str, usize),
    entries: &mut dyn ExactSizeIterator<Item = String>,
) -> String {
    let [open, close] = tags.entry;
    let (all, mut next, mut said) = (entries.len(), from, String::new());
    let mut entries = entries.skip(from);
    while room.is_left()
        && let Some(entry) = entries.next()
    {
        room.take(&entry);
        said = said + open + &entry + close;
        next += 1;
    }
    if next < all {
        let [open, close] = tags.button;
        said = said + open + &more(voice, all - next, &format!("{name} {next}")) + close;
    }
    said
}

/// The button that asks for more.
pub(crate) fn more(voice: &Voice, count: usize, ask: &str) -> String {
    format!(
        "<button type=\"button\" class=\"plain\" data-do=\"part\" data-ask=\"{ask}\">{}</button>",
        voice.counted(voice.words.show_more(), count)
    )
}

/// What stands around the entries of a list, and around the button that asks for more of them.
pub(crate) struct Tags {
    entry: [&'static str; 2],
    button: [&'static str; 2],
}

/// Entries of a list.
pub(crate) const ENTRY: &Tags = &Tags { entry: ["<li>", "</li>"], button: ["<li>", "</li>"] };

/// Rows of a table with three columns. Browsers put a button that stands in no cell before the table.
pub(crate) const ROW: &Tags =
    &Tags { entry: ["<tr>", "</tr>"], button: ["<tr><td colspan=\"3\">", "</td></tr>"] };

/// Entries as a list of HTML.
pub(crate) fn entries(class: &str, entries: &str) -> String {
    format!("<ul class=\"{class}\">{entries}</ul>")
}

/// A button that asks for something.
pub(crate) fn button(action: &str, name: &str) -> String {
    format!("<button type=\"button\" class=\"plain\" data-do=\"{action}\">{}</button>", word(name))
}
