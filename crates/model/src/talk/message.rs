//! The texts that a page and its worker exchange.
//!
//! A request is a text of three lines: its number, the number of the last answer that the page shows, and
//! what is asked. An answer is a text of lines, too: the number of its request, then facts. What is asked, and
//! a fact, is a word with values after it and tabs between them. No value has a tab or a line's end.

use super::argument::{Label, Panel, Verdict};
use super::names::names;
use super::value::Value;
use crate::{Html, OwnerMark};

names! {
    /// What the worker says of itself.
    WorkerState {
        /// It listens.
        Ready = "ready",
        /// It has the argument.
        Loaded = "loaded",
        /// It cannot have it.
        Off = "off",
    }
}

/// Declares messages: for each a word, and the values that come with it.
macro_rules! messages {
    ($(#[$about:meta])* $name:ident {
        $($(#[$own:meta])* $one:ident $(($($value:ident: $kind:ty),+))? = $word:literal),+ $(,)?
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name<'a> { $($(#[$own])* $one $(($($kind),+))?),+ }

        impl<'a> $name<'a> {
            /// All words that begin one, in their order.
            pub const WORDS: [&'static str; [$($word),+].len()] = [$($word),+];

            /// Writes it as a line, without its end.
            fn write(&self, out: &mut String) {
                match self {
                    $(Self::$one $(($($value),+))? => {
                        out.push_str($word);
                        $($(
                            out.push('\t');
                            $value.write(out);
                        )+)?
                    })+
                }
            }

            /// Reads a line; nothing if it is none of these.
            #[must_use]
            pub fn read(line: &'a str) -> Option<Self> {
                let mut parts = line.split('\t');
                let read = match parts.next()? {
                    $($word => Self::$one $(($(<$kind as Value>::read(parts.next()?)?),+))?,)+
                    _ => return None,
                };
                parts.next().is_none().then_some(read)
            }
        }
    };
}

messages! {
    /// What a page asks.
    Request {
        /// It was opened: the stance and the statements of the reader's own that were kept, the query of its
        /// address, and the ids of the statements that it is about, with spaces; none for all.
        Open(kept: &'a str, own: &'a str, address: &'a str, about: &'a str) = "open",
        /// Another tab kept this stance, and these statements.
        Kept(stance: &'a str, own: &'a str) = "kept",
        /// The reader judges a leaf, or several alike, with spaces between them.
        Judge(leaves: &'a str, verdict: Verdict) = "judge",
        /// The reader takes the stance that the guide begins with.
        Opening = "opening",
        /// The blank one.
        Blank = "blank",
        /// The one that accepts all premises and replies.
        Granted = "granted",
        /// The one that accepts all premises, and no reply.
        Alone = "alone",
        /// The one that the reader's is compared with.
        Take = "take",
        /// The one before the last change.
        Undo = "undo",
        /// The reader compares no longer.
        Close = "close",
        /// The reader chooses a statement whose cruxes are to be told; an empty id chooses none.
        Crux(statement: &'a str) = "crux",
        /// The page has shown an answer that goes on; reasons of these statements, with spaces, are unfolded.
        More(unfolded: &'a str) = "more",
        /// Why a statement has its label.
        Why(statement: &'a str) = "why",
        /// The next part of a list, as the button for it says.
        Part(ask: &'a str) = "part",
        /// The address of the stance.
        Share = "share",
        /// A statement of the reader's own: its id, if it has other words now, what it answers, the verdict, and
        /// the words with `%` for all that is neither letter nor digit.
        Write(own: &'a str, target: &'a str, verdict: Verdict, text: &'a str) = "write",
        /// One is taken away.
        Remove(own: &'a str) = "remove",
        /// What was taken away last is put back.
        Restore = "restore",
        /// A link or a file has a share of another reader's.
        Bring(share: &'a str) = "bring",
        /// Their statements are added to the reader's.
        TakeIn = "take-in",
        /// They are left.
        LeaveOut = "leave-out",
        /// The address of the reader's own statements.
        LinkOwn = "link-own",
        /// These statements as a file.
        SaveOwn = "save-own",
        /// The same as Argdown.
        Argdown = "argdown",
    }
}

messages! {
    /// A fact of an answer.
    Fact {
        /// What becomes of a statement.
        Label(statement: &'a str, label: Label) = "label",
        /// What becomes of an edge between two statements.
        Edge(from: &'a str, to: &'a str, label: Label) = "edge",
        /// How a label is shown.
        Sign(label: Label, sign: Html) = "sign",
        /// The form for the verdict on a leaf.
        Form(leaf: &'a str, form: Html) = "form",
        /// The verdict on a leaf.
        Verdict(leaf: &'a str, verdict: Verdict) = "verdict",
        /// Who owns a statement.
        Owner(statement: &'a str, mark: OwnerMark) = "owner",
        /// What stands beside a drawing while a statement is selected.
        Picked(statement: &'a str, picked: Html) = "picked",
        /// The tools of a drawing.
        Tools(tools: Html) = "tools",
        /// What a panel shows.
        Panel(panel: Panel, shown: Html) = "panel",
        /// Why a statement has its label.
        Reasons(statement: &'a str, reasons: Html) = "reasons",
        /// The next part of a list, in place of the button that asked for it; empty if there is none now.
        Part(ask: &'a str, entries: Html) = "part",
        /// There is more, which the page asks for when it has shown this.
        More = "more",
        /// What screen readers are told.
        Say(text: &'a str) = "say",
        /// The stance, to be kept.
        Keep(stance: &'a str) = "keep",
        /// The stance for an address, and the field that shows the address.
        Share(stance: &'a str, field: Html) = "share",
        /// The reader's own statements that answer one, in few words.
        Yours(statement: &'a str, own: Html) = "yours",
        /// The reader's own statements, to be kept.
        KeepOwn(own: &'a str) = "keep-own",
        /// The share for an address, and the field that shows the address.
        OwnLink(share: &'a str, field: Html) = "own-link",
        /// A file for the reader: its name, and what it holds, with `%` for all that is neither letter nor digit.
        File(name: &'a str, text: &'a str) = "file",
    }
}

/// A request with its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Its number. Each has a larger one than those before it.
    pub number: u32,
    /// The number of the last answer that the page shows.
    pub shown: u32,
    /// What is asked.
    pub request: Request<'a>,
}

impl<'a> Asked<'a> {
    /// As a text.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = self.number.to_string() + "\n" + &self.shown.to_string() + "\n";
        self.request.write(&mut text);
        text
    }

    /// Reads a text; nothing if it is no request.
    #[must_use]
    pub fn read(text: &'a str) -> Option<Self> {
        let (number, rest) = text.split_once('\n')?;
        let (shown, request) = rest.split_once('\n')?;
        let (number, shown) = (number.parse().ok()?, shown.parse().ok()?);
        Some(Self { number, shown, request: Request::read(request)? })
    }
}

/// An answer that is being written.
#[derive(Debug)]
pub struct Answer(String);

impl Answer {
    /// An answer without facts to the request of that number.
    #[must_use]
    pub fn to(number: u32) -> Self {
        Self(number.to_string())
    }

    /// Adds a fact.
    pub fn add(&mut self, fact: &Fact<'_>) {
        self.0.push('\n');
        fact.write(&mut self.0);
    }

    /// As a text.
    #[must_use]
    pub fn into_text(self) -> String {
        self.0
    }

    /// Reads a text: the number of the request, and the facts. A line that is none is left out.
    #[must_use]
    pub fn read(text: &str) -> Option<(u32, impl Iterator<Item = Fact<'_>>)> {
        let mut lines = text.split('\n');
        Some((lines.next()?.parse().ok()?, lines.filter_map(Fact::read)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn requests() -> Vec<Request<'static>> {
        let verdicts = Verdict::ALL.map(|verdict| Request::Judge("a", verdict));
        let others = [
            Request::Open("", "", "accept=a", "a b"),
            Request::Kept("version=1", "own-12345678.a.accept.b"),
            Request::Write("", "a", Verdict::Accept, "a%20b"),
            Request::Remove("own-12345678"),
            Request::Restore,
            Request::Bring("1.2.3"),
            Request::TakeIn,
            Request::LeaveOut,
            Request::LinkOwn,
            Request::SaveOwn,
            Request::Argdown,
            Request::Opening,
            Request::Blank,
            Request::Granted,
            Request::Alone,
            Request::Take,
            Request::Undo,
            Request::Close,
            Request::Crux(""),
            Request::More("a b"),
            Request::Why("a"),
            Request::Part("why a 9"),
            Request::Share,
        ];
        [verdicts.as_slice(), &others].concat()
    }

    fn facts() -> Vec<Fact<'static>> {
        let html = || Html::made_elsewhere("<p>a</p>");
        let labels = Label::ALL.into_iter().flat_map(|label| {
            [Fact::Label("a", label), Fact::Edge("a", "b", label), Fact::Sign(label, html())]
        });
        let others = [
            Fact::Form("a", html()),
            Fact::Picked("a", html()),
            Fact::Tools(html()),
            Fact::Reasons("a", html()),
            Fact::Part("tension 12", Html::default()),
            Fact::More,
            Fact::Say("a"),
            Fact::Keep(""),
            Fact::Share("version=1", html()),
            Fact::Yours("a", html()),
            Fact::KeepOwn(""),
            Fact::OwnLink("1.2.3", html()),
            Fact::File("a.txt", "a%20b"),
        ];
        labels
            .chain(Verdict::ALL.map(|verdict| Fact::Verdict("a", verdict)))
            .chain(OwnerMark::ALL.map(|mark| Fact::Owner("a", mark)))
            .chain(Panel::ALL.map(|panel| Fact::Panel(panel, html())))
            .chain(others)
            .collect()
    }

    /// That examples are there of all that can be said.
    fn hold_all(words: &[&str], written: impl Iterator<Item = String>) {
        let said: Vec<String> =
            written.map(|line| line.split('\t').next().unwrap_or_default().to_owned()).collect();
        for word in words {
            assert!(said.iter().any(|own| own == word), "there is no example of {word}");
        }
    }

    fn line(write: impl FnOnce(&mut String)) -> String {
        let mut line = String::new();
        write(&mut line);
        line
    }

    #[test]
    fn requests_are_read_as_they_are_written() {
        hold_all(&Request::WORDS, requests().iter().map(|own| line(|out| own.write(out))));
        for (number, request) in (7..).zip(requests()) {
            let asked = Asked { number, shown: 5, request };
            assert_eq!(Asked::read(&asked.write()).as_ref(), Some(&asked), "{asked:?}");
        }
    }

    #[test]
    fn facts_are_read_as_they_are_written() {
        hold_all(&Fact::WORDS, facts().iter().map(|own| line(|out| own.write(out))));
        let mut answer = Answer::to(7);
        facts().iter().for_each(|fact| answer.add(fact));
        let text = answer.into_text();
        let (number, read) = Answer::read(&text).expect("it is an answer");
        assert_eq!((number, read.collect::<Vec<_>>()), (7, facts()));
    }

    #[test]
    fn no_value_ends_a_line() {
        let mut answer = Answer::to(7);
        answer.add(&Fact::Say("\ta\nb\tc"));
        assert_eq!(answer.into_text(), "7\nsay\t a b c");
        let asked = Asked { number: 1, shown: 0, request: Request::Crux("a\nb") };
        assert_eq!(asked.write(), "1\n0\ncrux\ta b");
    }

    #[test]
    fn what_is_unknown_is_refused() {
        for line in ["", "Open\t\t\t", "open\t\t", "judge\ta\tmaybe", "blank\t", "blank2", "judge"]
        {
            assert_eq!(Request::read(line), None, "{line}");
            assert_eq!(Asked::read(&format!("1\n0\n{line}")), None, "{line}");
        }
        for line in
            ["", "edge\ta\tb", "panel\tnowhere\t", "label\ta\tmaybe", "owner\ta\tstar", "more\ta"]
        {
            assert_eq!(Fact::read(line), None, "{line}");
        }
        for text in ["", "1", "1\n0", "\n\nblank", "-1\n0\nblank", "1\nx\nblank"] {
            assert_eq!(Asked::read(text), None, "{text}");
        }
        assert!(Answer::read("reasoner").is_none());
    }
}
