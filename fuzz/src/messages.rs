//! What page and worker say to each other.

use concord_model::{
    Html,
    talk::{Answer, Asked, Fact, Request},
};
use concord_reasoner::Reasoner;

use crate::{html, small};

/// A text of lines, each a request: the worker answers as it should, or not at all, and what it writes for the page holds
/// nothing that acts. The whole text is read as a message of either side, too.
pub fn messages(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    // A request has three lines.
    if let Some(asked) = Asked::read(&text).filter(|_| text.matches('\n').count() == 2) {
        assert_eq!(Asked::read(&asked.write()).as_ref(), Some(&asked));
    }
    told(&text);
    let mut worker = Reasoner::new(small::argument()).unwrap();
    for (number, line) in (1_u32..).zip(text.lines().take(30)) {
        let written = format!("{number}\n{}\n{line}", number - 1);
        let answer = worker.answer(&written);
        let is_request = Request::read(line).is_some();
        assert!(is_request || answer.is_none(), "{line:?} was answered: {answer:?}");
        let Some(answer) = answer else { continue };
        let (to, facts) = Answer::read(&answer).unwrap();
        assert_eq!(to, number);
        assert_eq!(facts.count(), answer.split('\n').count() - 1, "a line is no fact: {answer:?}");
        for fact in Answer::read(&answer).unwrap().1 {
            if let Some(html) = html_of(&fact) {
                html::hold(html.as_str());
            }
        }
        told(&answer);
    }
}

/// What is read of an answer is written as it was.
fn told(text: &str) {
    let Some((number, facts)) = Answer::read(text) else { return };
    let facts: Vec<Fact<'_>> = facts.collect();
    let mut again = Answer::to(number);
    facts.iter().for_each(|fact| again.add(fact));
    let again = again.into_text();
    let (_, read) = Answer::read(&again).unwrap();
    assert_eq!(read.collect::<Vec<_>>(), facts);
}

fn html_of<'f>(fact: &'f Fact<'_>) -> Option<&'f Html> {
    match fact {
        Fact::Sign(_, html)
        | Fact::Form(_, html)
        | Fact::Picked(_, html)
        | Fact::Tools(html)
        | Fact::Panel(_, html)
        | Fact::Reasons(_, html)
        | Fact::Part(_, html)
        | Fact::Share(_, html)
        | Fact::Yours(_, html)
        | Fact::OwnLink(_, html) => Some(html),
        Fact::Label(..)
        | Fact::Edge(..)
        | Fact::Verdict(..)
        | Fact::Owner(..)
        | Fact::More
        | Fact::Say(_)
        | Fact::Keep(_)
        | Fact::KeepOwn(_)
        | Fact::File(..) => None,
    }
}
