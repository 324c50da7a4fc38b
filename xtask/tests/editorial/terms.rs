//! A term of the glossary is linked where a lesson first uses it, so that its definition is one
//! step away when the reader meets it.

use std::{collections::BTreeSet, ops::Range};

use concord_model::{Address, Form, Id, Route, Term};

use crate::{
    exemptions::{Fault, hold},
    pack,
    text::{Part, Passage},
};

/// The ways a term is written, each as its words in small letters.
struct Name {
    id: Id,
    words: Vec<String>,
}

/// A title such as "Group of Governmental Experts (GGE)" has two names.
fn names(term: &Term) -> Vec<Name> {
    let pieces = term.title.split(['(', ')']).map(str::trim).filter(|piece| !piece.is_empty());
    pieces
        .map(|piece| Name {
            id: term.id.clone(),
            words: words(piece).into_iter().map(|range| piece[range].to_lowercase()).collect(),
        })
        .collect()
}

/// The words of a text by their bytes. A hyphen joins, so that "data-driven" is no "data"; an
/// apostrophe does not, so that "data’s" is.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric() || *c == '-') {
        match found.last_mut() {
            Some(last) if last.end == at => last.end = at + c.len_utf8(),
            _ => found.push(at..at + c.len_utf8()),
        }
    }
    found
}

fn is_form_of(word: &str, name: &str, is_last: bool) -> bool {
    word == name
        || is_last
            && (word.strip_suffix('s') == Some(name)
                || word
                    .strip_suffix("ies")
                    .is_some_and(|stem| name.strip_suffix('y') == Some(stem)))
}

/// Where terms are mentioned. The longest name wins, so that an "armed attack" is no "attack" and
/// "preventive self-defence" no "self-defence".
fn mentions<'n>(text: &str, names: &'n [Name]) -> Vec<(Range<usize>, &'n Id)> {
    let words = words(text);
    let matches = |at: usize, name: &Name| {
        let Some(window) = words.get(at..at + name.words.len()) else { return false };
        let joined = window.windows(2).all(|pair| &text[pair[0].end..pair[1].start] == " ");
        joined
            && (1..).zip(window).zip(&name.words).all(|((place, range), word)| {
                let is_last = place == name.words.len();
                is_form_of(&text[range.clone()].to_lowercase(), word, is_last)
            })
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let here = names.iter().filter(|name| matches(at, name));
        match here.max_by_key(|name| name.words.len()) {
            Some(name) => {
                let end = at + name.words.len();
                found.push((words[at].start..words[end - 1].end, &name.id));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// The id on that page that a link leads to.
fn linked(href: &str, page: &Route) -> Option<String> {
    let address = Address::parse(href);
    (address.route == *page).then_some(address.fragment).flatten()
}

/// A use of a term that no link explains.
struct Use<'p> {
    passage: &'p Passage,
    place: Range<usize>,
    term: Id,
}

/// Terms that a lesson uses before it links to them, each with its first use. What a feedback
/// links is known within it alone, as most readers never open it.
fn unlinked<'p>(lesson: &'p [Passage], names: &[Name]) -> Vec<Use<'p>> {
    let mut known = BTreeSet::new();
    let mut found = Vec::new();
    for passage in lesson.iter().filter(|passage| is_running(passage.part)) {
        let terms = |(_, href): &(Range<usize>, String)| linked(href, &Route::Glossary);
        let mut here = known.clone();
        for (place, id) in mentions(&passage.text, names) {
            let before = passage.links.iter().filter(|(link, _)| link.start <= place.start);
            here.extend(before.filter_map(terms));
            if !is_explained(passage, &place) && here.insert(id.to_string()) {
                found.push(Use { passage, place, term: id.clone() });
            }
        }
        here.extend(passage.links.iter().filter_map(terms));
        if passage.part != Part::Feedback {
            known = here;
        }
    }
    found
}

/// Running text can hold links. Headings and what belongs to a figure cannot.
fn is_running(part: Part) -> bool {
    matches!(part, Part::Prose | Part::Cell | Part::Stem | Part::Answer | Part::Feedback)
}

/// Whether a use stands in a link to a source, whose title is its own, or to another term, as
/// "sovereignty" does in "cyber sovereignty": a link cannot hold another. The term stays unknown,
/// so that its next use has to be linked.
fn is_explained(passage: &Passage, place: &Range<usize>) -> bool {
    passage.links.iter().any(|(link, href)| {
        let is_inside = link.start <= place.start && place.end <= link.end;
        is_inside
            && [Route::Sources, Route::Glossary].iter().any(|page| linked(href, page).is_some())
    })
}

/// The use with a few words around it.
fn excerpt(found: &Use<'_>) -> String {
    let (before, rest) = found.passage.text.split_at(found.place.start);
    let before: Vec<&str> = before.split_inclusive(' ').collect();
    let after: Vec<&str> = rest.split_inclusive(' ').take(8).collect();
    let before = &before[before.len().saturating_sub(6)..];
    format!("… {}{} …", before.concat(), after.concat().trim_end())
}

#[test]
fn terms_are_linked_where_a_lesson_first_uses_them() {
    let guide = pack::guide();
    let names: Vec<Name> = guide.terms.iter().flat_map(names).collect();
    let mut faults = Vec::new();
    for lesson in &guide.lessons {
        let text = pack::text_of(&Route::Lesson(lesson.id.clone()), &lesson.blocks);
        for found in unlinked(&text, &names) {
            faults.push(Fault::new(
                format!("{}/{}: {}", lesson.id, found.passage.section, found.term),
                format!("{:?}: {}", found.passage.part, excerpt(&found)),
            ));
        }
    }
    hold("term-not-linked", &faults);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Name {
        let words = text.split(' ').map(str::to_owned).collect();
        Name { id: Id::new(&text.replace(' ', "-")).unwrap(), words }
    }

    fn found(text: &str) -> Vec<String> {
        let names = ["data", "attack", "armed attack", "treaty", "cyber operation"].map(name);
        mentions(text, &names).into_iter().map(|(range, _)| text[range].to_owned()).collect()
    }

    #[test]
    fn the_longest_name_wins_and_words_are_whole() {
        assert_eq!(found("An armed attack is no Attack."), ["armed attack", "Attack"]);
        assert_eq!(found("Database, data-driven, data’s life."), ["data"]);
        assert_eq!(found("Armed, attack cyber operations"), ["attack", "cyber operations"]);
        assert_eq!(found("Treaties, entreaty, a treaty"), ["Treaties", "treaty"]);
    }

    fn passage(text: &str, links: &[(&str, Route)]) -> Passage {
        let links = links.iter().map(|(words, route)| {
            let start = text.find(words).unwrap();
            let href = Address::new(route.clone(), "data").href(Form::Folder);
            (start..start + words.len(), href)
        });
        Passage {
            page: "page".to_owned(),
            section: "section".to_owned(),
            part: Part::Prose,
            text: text.to_owned(),
            links: links.collect(),
        }
    }

    #[test]
    fn a_link_counts_from_its_first_word_on() {
        let names = [name("data")];
        let count = |lesson: &[Passage]| unlinked(lesson, &names).len();
        let glossary = Route::Glossary;
        assert_eq!(count(&[passage("The data. More data.", &[])]), 1);
        assert_eq!(count(&[passage("The data here.", &[("data", glossary.clone())])]), 0);
        assert_eq!(count(&[passage("Records, then data.", &[("Records", glossary.clone())])]), 0);
        assert_eq!(count(&[passage("Some data, then a link.", &[("link", glossary.clone())])]), 1);
        assert_eq!(count(&[passage("See Data Act.", &[("Data Act", Route::Sources)])]), 0);
        assert_eq!(count(&[passage("See data here.", &[("See data", Route::Home)])]), 1);
        let mut feedback = passage("So data is it.", &[("data", glossary)]);
        feedback.part = Part::Feedback;
        assert_eq!(count(&[feedback, passage("More data.", &[])]), 1);
    }
}
