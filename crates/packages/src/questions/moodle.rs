//! Moodle's own XML (<https://docs.moodle.org/en/Moodle_XML_format>). It has all that the guide asks but the map, and
//! says hints, too; feedback to pairs goes into the feedback of the question as a whole. Steps in order are of Moodle's
//! type `ordering`, which comes with it from 4.4 on and can be added to earlier ones.

use concord_model::{Answer, Guide, Html, html};

use super::{
    asked::{Asked, Given, Way, names_of, spare, words_of},
    gift::{category, is_odd_share, reason, share},
    text::{Texts, one_line, plain},
};
use crate::Entry;

/// What a file of XML begins with.
pub(crate) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

pub(super) fn written(guide: &Guide, all: &[Asked<'_>], texts: &mut Texts<'_>) -> Vec<Entry> {
    let mut lesson = None;
    let mut questions = Html::default();
    for asked in all {
        if lesson != Some(&asked.lesson.id) {
            lesson = Some(&asked.lesson.id);
            questions.extend([html! {
                question type="category" {
                    category { text { (category(guide, asked)) } }
                    info format="html" { text { (asked.lesson.summary) } }
                    idnumber { (asked.lesson.id) }
                }
            }]);
        }
        questions.extend([question(asked, texts)]);
    }
    let text = html! { quiz { (questions) } };
    vec![(format!("{}.xml", guide.id), format!("{DECLARATION}{text}\n").into_bytes())]
}

/// A text with mark-up, which Moodle reads as the text of an element.
fn text(html: &Html) -> Html {
    html! { text { (html.as_str()) } }
}

fn question(asked: &Asked<'_>, texts: &mut Texts<'_>) -> Html {
    let (id, item) = (asked.id(), asked.item);
    let mut because = Html::default();
    let (kind, answers) = match &asked.way {
        Way::Choose { many, answers } => ("multichoice", choices(asked, *many, answers, texts)),
        Way::Write(all) => {
            ("shortanswer", words(asked, words_of(all, id, texts), &all.otherwise, texts))
        }
        Way::Point { all, states } => {
            ("shortanswer", words(asked, names_of(all, states, id, texts), &all.otherwise, texts))
        }
        Way::Place { all, once } => {
            if *once {
                texts.left_out(id, "that a place takes one thing");
            }
            texts.left_out(
                id,
                "feedback to each pair; all of it stands in the feedback of the question",
            );
            let mut pairs = html! { shuffleanswers { "true" } };
            for thing in &all.things {
                let Some(to) = all.places.get(thing.place as usize) else { continue };
                pairs.extend([pair(&texts.flow(id, &thing.text), to)]);
                because.extend([reason(
                    asked,
                    &html! { (thing.text) " → " (to) },
                    &thing.feedback,
                    texts,
                )]);
            }
            pairs.extend(spare(all).map(|place| pair(&Html::default(), place)));
            ("matching", pairs)
        }
        Way::Order(steps) => {
            let mut list = html! {
                layouttype { "VERTICAL" }
                selecttype { "ALL" }
                selectcount { (steps.len()) }
                gradingtype { "ABSOLUTE_POSITION" }
                showgrading { "SHOW" }
                numberingstyle { "none" }
            };
            for (at, step) in steps.iter().enumerate() {
                list.extend([answer(
                    &(at + 1).to_string(),
                    &texts.flow(id, &step.text),
                    &texts.flow(id, &step.feedback),
                )]);
            }
            ("ordering", list)
        }
    };
    let whole = html! { @if !because.is_empty() { ul { (because) } } (asked.ways_on(texts)) };
    let hints: Vec<Html> = item.hints.iter().map(|hint| texts.flow(id, hint)).collect();
    html! {
        question type=(kind) {
            name { text { (plain(&item.title)) } }
            questiontext format="html" { (text(&asked.stem(texts))) }
            generalfeedback format="html" { (text(&whole)) }
            defaultgrade { (asked.points()) }
            penalty { "0.3333333" }
            hidden { "0" }
            idnumber { (id) }
            (answers)
            @for hint in &hints { hint format="html" { (text(hint)) } }
            tags { tag { text { (asked.lesson.id) } } }
        }
    }
}

fn answer(fraction: &str, text: &Html, feedback: &Html) -> Html {
    html! {
        answer fraction=(fraction) format="html" {
            (self::text(text))
            feedback format="html" { (self::text(feedback)) }
        }
    }
}

fn choices(asked: &Asked<'_>, many: bool, answers: &[Answer], texts: &mut Texts<'_>) -> Html {
    if many && is_odd_share(asked.points()) {
        texts.left_out(
            asked.id(),
            "the exact share of each right answer, which Moodle knows for one to ten alone",
        );
    }
    let share = share(asked.points());
    let mut all = html! {
        single { (!many) }
        shuffleanswers { "true" }
        answernumbering { "none" }
    };
    for Answer { text, feedback, key } in answers {
        let fraction = match (many, key) {
            (_, true) => share.clone(),
            (true, false) => format!("-{share}"),
            (false, false) => "0".to_owned(),
        };
        all.extend([answer(
            &fraction,
            &texts.flow(asked.id(), text),
            &texts.flow(asked.id(), feedback),
        )]);
    }
    all
}

fn words(
    asked: &Asked<'_>,
    given: Vec<Given<'_>>,
    otherwise: &Html,
    texts: &mut Texts<'_>,
) -> Html {
    let mut all = html! { usecase { "0" } };
    // A star stands for any text.
    let given =
        given.into_iter().map(|(text, key, feedback)| (text.replace('*', "\\*"), key, feedback));
    for (text, key, feedback) in given.chain([("*".to_owned(), false, otherwise)]) {
        let fraction = if key { "100" } else { "0" };
        all.extend([html! {
            answer fraction=(fraction) format="plain_text" {
                text { (one_line(&text)) }
                feedback format="html" { (self::text(&texts.flow(asked.id(), feedback))) }
            }
        }]);
    }
    all
}

fn pair(left: &Html, right: &Html) -> Html {
    html! {
        subquestion format="html" {
            (text(left))
            answer { text { (plain(right)) } }
        }
    }
}
