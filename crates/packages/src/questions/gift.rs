//! GIFT, the text format of Moodle (<https://docs.moodle.org/en/GIFT_format>). It has choices, words and pairs, with
//! feedback to answers, but not to pairs; that goes into the feedback of the question as a whole.

use concord_model::{Answer, Guide, Html, html};

use super::{
    asked::{Asked, Given, Way, names_of, spare, words_of},
    text::{Texts, has_markup, one_line, plain},
};
use crate::Entry;

pub(super) fn written(guide: &Guide, all: &[Asked<'_>], texts: &mut Texts<'_>) -> Vec<Entry> {
    let mut text = format!("// {}\n", one_line(&guide.title));
    let mut lesson = None;
    for asked in all {
        if lesson != Some(&asked.lesson.id) {
            lesson = Some(&asked.lesson.id);
            text += &format!("\n$CATEGORY: {}\n", category(guide, asked));
        }
        text += &question(asked, texts);
    }
    vec![(format!("{}.gift", guide.id), text.into_bytes())]
}

/// The category of a question, by guide and lesson; a slash of a name is written twice.
pub(super) fn category(guide: &Guide, asked: &Asked<'_>) -> String {
    let part = |title: &str| one_line(title).replace('/', "//");
    format!("$course$/top/{}/{}", part(&guide.title), part(&asked.lesson.title))
}

fn question(asked: &Asked<'_>, texts: &mut Texts<'_>) -> String {
    let id = asked.id();
    if !asked.item.hints.is_empty() {
        texts.left_out(id, "hints, which GIFT does not have");
    }
    let mut because = Html::default();
    let answers = match &asked.way {
        Way::Choose { many, answers } => choices(asked, *many, answers, texts),
        Way::Write(all) => words(asked, words_of(all, id, texts), &all.otherwise, texts),
        Way::Point { all, states } => {
            words(asked, names_of(all, states, id, texts), &all.otherwise, texts)
        }
        Way::Place { all, once } => {
            if *once {
                texts.left_out(id, "that a place takes one thing");
            }
            let place = |at: u32| all.places.get(at as usize);
            let mut lines = String::new();
            for thing in &all.things {
                let Some(to) = place(thing.place) else { continue };
                lines += &pair(asked, &thing.text, to, texts);
                because.extend([reason(
                    asked,
                    &html! { (thing.text) " → " (to) },
                    &thing.feedback,
                    texts,
                )]);
            }
            for place in spare(all) {
                lines += &pair(asked, &Html::default(), place, texts);
            }
            texts.left_out(
                id,
                "feedback to each pair; all of it stands in the feedback of the question",
            );
            lines
        }
        Way::Order(steps) => {
            texts.left_out(id, "steps to be put in order; each is given its number instead");
            texts.left_out(
                id,
                "feedback to each pair; all of it stands in the feedback of the question",
            );
            let mut lines = String::new();
            for (at, step) in steps.iter().enumerate() {
                let number = (at + 1).to_string();
                lines += &pair(asked, &step.text, &Html::escaped(&number), texts);
                because.extend([reason(
                    asked,
                    &html! { (number) ". " (step.text) },
                    &step.feedback,
                    texts,
                )]);
            }
            lines
        }
    };
    let whole = html! {
        @if !because.is_empty() { ul { (because) } }
        (asked.ways_on(texts))
    };
    let whole = if whole.is_empty() {
        String::new()
    } else {
        format!("\t####[html]{}\n", safe(whole.as_str()))
    };
    let title = safe(&plain(&asked.item.title));
    let stem = safe(asked.stem(texts).as_str());
    format!(
        "\n// [id:{id}] [tag:{}]\n::{title}::[html]{stem}{{\n{answers}{whole}}}\n",
        asked.lesson.id
    )
}

fn choices(asked: &Asked<'_>, many: bool, answers: &[Answer], texts: &mut Texts<'_>) -> String {
    let keys = asked.points();
    let mut lines = String::new();
    if many && is_odd_share(keys) {
        texts.left_out(asked.id(), "the exact share of each right answer, which Moodle knows for one to ten alone, without nine");
    }
    for Answer { text, feedback, key } in answers {
        let sign = match (many, key) {
            (true, true) => format!("~%{}%", share(keys)),
            (true, false) => format!("~%-{}%", share(keys)),
            (false, true) => "=".to_owned(),
            (false, false) => "~".to_owned(),
        };
        lines +=
            &format!("\t{sign}{}#{}\n", flow(asked, text, texts), flow(asked, feedback, texts));
    }
    lines
}

/// One of so many equal shares of a hundred, with the digits by which Moodle knows it.
pub(super) fn share(of: usize) -> String {
    match of {
        1 => "100".to_owned(),
        // Writing whole hundred-thousandths keeps what a float would round otherwise.
        _ => {
            let parts = (10_000_000 + of / 2) / of;
            let text = format!("{}.{:05}", parts / 100_000, parts % 100_000);
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    }
}

/// Whether Moodle has no such share among its grades.
pub(super) fn is_odd_share(of: usize) -> bool {
    of > 10
}

fn words(
    asked: &Asked<'_>,
    given: Vec<Given<'_>>,
    otherwise: &Html,
    texts: &mut Texts<'_>,
) -> String {
    let mut lines = String::new();
    for (text, key, feedback) in given {
        let worth = if key { "100" } else { "0" };
        // A star stands for any text.
        let text = safe(&one_line(&text).replace('*', "\\*"));
        lines += &format!("\t=%{worth}%{text}#{}\n", flow(asked, feedback, texts));
    }
    lines + &format!("\t=%0%*#{}\n", flow(asked, otherwise, texts))
}

fn pair(asked: &Asked<'_>, left: &Html, right: &Html, texts: &mut Texts<'_>) -> String {
    if has_markup(right) {
        texts.left_out(asked.id(), "emphasis on the right side of pairs; the text stays");
    }
    let arrow = |text: String| text.replace("->", "→");
    format!("\t={} -> {}\n", arrow(flow(asked, left, texts)), arrow(safe(&plain(right))))
}

/// Why a pair belongs together.
pub(super) fn reason(asked: &Asked<'_>, what: &Html, why: &Html, texts: &mut Texts<'_>) -> Html {
    html! { li { p { strong { (texts.flow(asked.id(), what)) } } (texts.flow(asked.id(), why)) } }
}

fn flow(asked: &Asked<'_>, html: &Html, texts: &mut Texts<'_>) -> String {
    safe(texts.flow(asked.id(), html).as_str())
}

/// A text in one line, in which nothing is a sign of the format.
fn safe(text: &str) -> String {
    let mut safe = String::new();
    for sign in one_line(text).chars() {
        if matches!(sign, '~' | '=' | '#' | '{' | '}' | ':' | '\\') {
            safe.push('\\');
        }
        safe.push(sign);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_the_digits_of_moodle() {
        let shares: Vec<_> = (1..=10).map(share).collect();
        assert_eq!(
            shares,
            ["100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10"]
        );
    }

    #[test]
    fn signs_of_the_format_are_no_signs_in_texts() {
        assert_eq!(safe("a = {b}\n ~c# \\d :"), "a \\= \\{b\\} \\~c\\# \\\\d \\:");
    }
}
