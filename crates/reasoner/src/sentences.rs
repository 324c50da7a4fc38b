//! The pieces that all sentences are made of: words, statements as links, lists, counts.

use concord_engine::argument::{Change, Label, Verdict};
use concord_model::{
    Address, Form, Forms, Html, MapStatement, Plural, ReasonerFile, ReasonerWords, Route, fill,
    html, talk::ArgumentAction,
};

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

    /// The few words of a statement.
    pub(crate) fn title(&self, statement: u32) -> &str {
        self.statements.get(statement as usize).map_or("", |own| own.short.as_str())
    }

    /// A statement in a sentence: its few words, as plain text.
    pub(crate) fn quoted(&self, statement: u32) -> String {
        fill(self.words.quoted(), &[("title", self.title(statement))])
    }

    /// A statement in a sentence, as a link to it.
    pub(crate) fn link(&self, statement: u32) -> Html {
        let Some(own) = self.statements.get(statement as usize) else { return Html::default() };
        let href = match self.has_outline {
            true => Address::new(Route::Argument, own.id.as_str()).href(Form::Folder),
            false => own.href.clone(),
        };
        html! { a href=(href) { (self.quoted(statement)) } }
    }

    /// Several statements in a sentence.
    pub(crate) fn links(&self, statements: impl IntoIterator<Item = u32>) -> Html {
        self.list(statements.into_iter().map(|statement| self.link(statement)))
    }

    /// A list in a sentence; the end of a long one is left out.
    pub(crate) fn list(&self, parts: impl Iterator<Item = Html>) -> Html {
        let mut parts: Vec<Html> = parts.collect();
        if let Some(more) = self.shorten(&mut parts, MOST_NAMED) {
            parts.push(Html::escaped(&more));
        }
        Html::joined(parts, self.words.list_joint())
    }

    /// Takes away what a list has beyond its first parts, and gives what says how many these are.
    pub(crate) fn shorten<T>(&self, parts: &mut Vec<T>, most: usize) -> Option<String> {
        // A single part more takes no more room than saying so.
        let more = parts.len().checked_sub(most).filter(|more| *more > 1)?;
        parts.truncate(most);
        Some(self.counted(self.words.list_more(), more))
    }

    /// The form of a sentence for a number.
    pub(crate) fn form<'f>(&self, forms: &'f Forms, count: usize) -> &'f str {
        forms.form(&self.plural, u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// A sentence about a number.
    pub(crate) fn counted(&self, forms: &Forms, count: usize) -> String {
        fill(self.form(forms, count), &[("count", &count.to_string())])
    }

    pub(crate) fn label(&self, label: Label) -> &str {
        match label {
            Label::In => self.words.label_in(),
            Label::Out => self.words.label_out(),
            Label::Undecided => self.words.label_undecided(),
        }
    }

    /// A statement and what becomes of it, as plain text.
    pub(crate) fn named(&self, statement: u32, label: Label) -> String {
        let values = [("title", self.title(statement)), ("label", self.label(label))];
        fill(self.words.named_label(), &values)
    }

    /// A label with its sign, which says the same without colour.
    pub(crate) fn sign(&self, label: Label) -> Html {
        html! { span.sign aria-hidden="true" { (sign_of(label)) } " " (self.label(label)) }
    }

    /// The same in a sentence.
    pub(crate) fn signed(&self, label: Label) -> Html {
        html! { span.label data-is=(label) { (self.sign(label)) } }
    }

    pub(crate) fn verdict(&self, verdict: Verdict) -> &str {
        match verdict {
            Verdict::Accept => self.words.accept(),
            Verdict::Reject => self.words.reject(),
            Verdict::Undecided => self.words.leave_open(),
        }
    }

    /// A set of changes.
    pub(crate) fn changes<'c>(&self, changes: impl Iterator<Item = &'c Change>) -> Html {
        self.list(changes.map(|(leaf, to)| {
            let verdict = html! { strong { (self.verdict(*to)) } };
            let values = [("statement", &self.link(*leaf)), ("verdict", &verdict)];
            Html::filled(self.words.change_to(), &values)
        }))
    }
}

/// The sign of a label, where words say the same.
pub(crate) fn mark(label: Label) -> Html {
    html! {
        span.label data-is=(label) aria-hidden="true" { span.sign { (sign_of(label)) } }
    }
}

fn sign_of(label: Label) -> &'static str {
    match label {
        Label::In => "✓",
        Label::Out => "✗",
        Label::Undecided => "?",
    }
}

/// A button that asks for something.
pub(crate) fn button(action: ArgumentAction, name: &str) -> Html {
    html! { button.plain type="button" data-do=(action) { (name) } }
}
