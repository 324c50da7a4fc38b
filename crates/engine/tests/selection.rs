//! A quiz by link: the same address asks the same, and whatever an address holds is read.

#![cfg(test)]

use std::sync::LazyLock;

use concord_compiler::{compile, generated_pack};
use concord_engine::selection::{NAMES, Selection, USUAL_COUNT};
use concord_model::Guide;
use proptest::prelude::*;

static GUIDE: LazyLock<Guide> = LazyLock::new(|| compile(&generated_pack(40)).guide.unwrap());

fn read(guide: &Guide, query: &[(&str, &str)]) -> Selection {
    Selection::read(guide, |name| {
        let values = query.iter().filter(|(own, _)| *own == name);
        values.map(|(_, value)| (*value).to_owned()).collect()
    })
}

fn chosen(guide: &Guide, query: &[(&str, &str)]) -> Vec<String> {
    read(guide, query).choose(guide).iter().map(|(_, item)| item.id.to_string()).collect()
}

#[test]
fn an_empty_address_asks_for_nothing_in_particular() {
    assert!(read(&GUIDE, &[]).is_empty());
    // As a form sends it that was left as it was.
    let empty = [("lesson", ""), ("claim", " "), ("term", ""), ("kind", ""), ("seed", "")];
    assert!(read(&GUIDE, &empty).is_empty());
    assert_eq!(chosen(&GUIDE, &[]).len(), USUAL_COUNT);
}

#[test]
fn lessons_statements_terms_and_kinds_narrow_what_is_asked() {
    let lessons = [("lesson", "lesson-3"), ("lesson", "lesson-1")];
    assert_eq!(chosen(&GUIDE, &lessons), ["q-1", "q-3"], "in the order of the guide");
    assert_eq!(chosen(&GUIDE, &[("claim", "claim-5")]), ["q-5"]);
    assert_eq!(chosen(&GUIDE, &[("claim", "claim-5"), ("lesson", "lesson-1")]).len(), 0);
    assert_eq!(chosen(&GUIDE, &[("kind", "choice"), ("count", "3")]).len(), 3);
    assert_eq!(chosen(&GUIDE, &[("kind", "order")]).len(), 0);
    assert_eq!(chosen(&GUIDE, &[("term", "word")]).len(), 0, "no question tests it");
    assert_eq!(chosen(&GUIDE, &[("count", "1000")]).len(), 40);
}

#[test]
fn former_names_ask_for_what_bears_them_now() {
    use concord_model::{Id, Piece};
    let id = |text: &str| Id::new(text).unwrap();
    let mut guide = GUIDE.clone();
    guide.former = vec![
        (Piece::Lesson(id("first")), Piece::Lesson(id("lesson-1"))),
        (Piece::Statement(id("said")), Piece::Statement(id("claim-5"))),
        (Piece::Term(id("noun")), Piece::Term(id("word"))),
    ];
    let both = [("lesson", "first"), ("lesson", "lesson-3")];
    assert_eq!(chosen(&guide, &both), ["q-1", "q-3"]);
    assert_eq!(chosen(&guide, &[("claim", "said")]), ["q-5"]);
    let all = [("lesson", "first"), ("claim", "said"), ("term", "noun")];
    assert_eq!(read(&guide, &all).unknown, Vec::<String>::new());
    assert_eq!(read(&guide, &[("claim", "first")]).unknown, ["first"], "a name of another kind");
}

#[test]
fn what_means_nothing_is_told_and_never_widens_what_is_asked() {
    let query = [
        ("lesson", "lesson-x"),
        ("kind", "essay"),
        ("count", "many"),
        ("claim", "<b>"),
        ("term", "a"),
    ];
    let selection = read(&GUIDE, &query);
    assert_eq!(selection.unknown, ["lesson-x", "<b>", "a", "essay", "many"]);
    assert_eq!(selection.choose(&GUIDE).len(), 0);
    assert_eq!(chosen(&GUIDE, &[("lesson", "lesson-x"), ("lesson", "lesson-2")]), ["q-2"]);
}

#[test]
fn a_word_gives_an_order_and_another_word_another() {
    let order = |word: &str| chosen(&GUIDE, &[("seed", word), ("count", "40")]);
    assert_eq!(order("class 9b"), order("class 9b"));
    assert_ne!(order("class 9b"), order("class 9c"));
    assert_ne!(order("1"), order("2"));
    let mut sorted = order("1");
    sorted.sort();
    let mut all = chosen(&GUIDE, &[("count", "40")]);
    all.sort();
    assert_eq!(sorted, all, "each question once");
}

#[test]
fn every_question_comes_first_for_some_word() {
    let first =
        |word: usize| chosen(&GUIDE, &[("seed", &word.to_string()), ("count", "1")]).remove(0);
    let mut seen: Vec<_> = (0..400).map(first).collect();
    seen.sort();
    seen.dedup();
    // Of 40 questions drawn 400 times, the chance to miss one is below 0.2 %, and this is no draw:
    // the words are fixed.
    assert_eq!(seen.len(), 40);
}

#[test]
fn a_new_question_leaves_the_order_of_the_others() {
    let before = compile(&generated_pack(20)).guide.unwrap();
    let query = [("seed", "autumn"), ("count", "99")];
    let mut after = chosen(&GUIDE, &query);
    let old = chosen(&before, &query);
    after.retain(|id| old.contains(id));
    assert_eq!(after, old);
}

proptest! {
    #[test]
    fn any_address_is_read(
        query in prop::collection::vec((prop::sample::select(NAMES.to_vec()), any::<String>()), 0..9)
    ) {
        let query: Vec<_> = query.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let selection = read(&GUIDE, &query);
        prop_assert_eq!(selection.choose(&GUIDE), selection.choose(&GUIDE));
        prop_assert!(selection.choose(&GUIDE).len() <= selection.count.unwrap_or(USUAL_COUNT));
    }
}
