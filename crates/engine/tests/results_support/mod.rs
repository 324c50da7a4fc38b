//! The guide, and sheets on its questions.

use concord_compiler::{compile, read_pack};
use concord_engine::{
    results::{Answered, Body, Envelope, Given, Sheet, mark},
    scoring::{Response, score},
};
use concord_model::{Guide, Item};

pub(crate) fn guide() -> Guide {
    let content = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
    compile(&read_pack(content.as_ref()).unwrap()).guide.unwrap()
}

/// A sheet with such answers, scored as the page does; and how many of them are right.
pub(crate) fn sheet(
    items: &[&Item],
    name: &str,
    answer: impl Fn(&Item) -> Response,
) -> (Sheet, usize) {
    let mut right = 0;
    let answers = items.iter().map(|item| {
        let response = answer(item);
        let outcome = score(item, &response, &[], str::to_lowercase);
        right += usize::from(outcome.score.is_full());
        let given = Given { score: outcome.score, helped: false, response };
        Answered { mark: mark(item), given: outcome.answered.then_some(given) }
    });
    let answers = answers.collect();
    (Sheet { name: name.to_owned(), day: 20_787, stance: String::new(), answers }, right)
}

pub(crate) fn open(sheet: &Sheet) -> Envelope {
    Envelope { quiz: sheet.quiz(), body: Body::Open(sheet.clone()) }
}
