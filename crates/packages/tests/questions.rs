//! Banks of questions, read back: all questions are in them, with every answer and every reason, and points are as in
//! the guide.

#![cfg(test)]

use std::path::Path;

use concord_compiler::{compile, read_pack};
use concord_model::{Guide, Html, Id, Interaction, ItemPart};
use concord_packages::questions::{Bank, Format, bank};
use roxmltree::{Document, Node};

const SITE: &str = "https://guide.example/";

fn guide() -> Guide {
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    compile(&read_pack(&pack).unwrap()).guide.unwrap()
}

fn text(bank: &Bank) -> String {
    String::from_utf8(bank.files[0].1.clone()).unwrap()
}

/// Words alone, so that texts are found whatever marks them up.
fn words(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn words_of(html: &Html) -> String {
    let spaced: String = html.runs().map(|(_, text)| format!(" {text}")).collect();
    words(&Html::made_elsewhere(spaced).text())
}

/// What the format has to hold of a question, as words.
fn told(guide: &Guide, format: Format) -> Vec<(String, String)> {
    let has_hints = format != Format::Gift;
    let all = guide.items().flat_map(|(_, item)| {
        let kept =
            item.parts().into_iter().filter(move |(part, _)| has_hints || *part != ItemPart::Hint);
        kept.map(|(_, html)| (item.id.to_string(), words_of(html)))
    });
    all.collect()
}

#[test]
fn each_format_holds_every_answer_and_every_reason() {
    let guide = guide();
    for format in Format::ALL {
        let bank = bank(&guide, None, Some(SITE), format);
        assert_eq!(bank.questions, guide.items().count());
        let mut whole = String::new();
        for (path, bytes) in &bank.files {
            let text = String::from_utf8(bytes.clone()).unwrap();
            // What XML escapes twice, as Moodle wants it, is told apart from its text.
            let text = if path.ends_with(".xml") {
                let document = Document::parse(&text).unwrap();
                let texts = document.descendants().filter(Node::is_text);
                let texts = texts.map(|node| node.text().unwrap());
                let attributes = document.descendants().filter_map(|node| node.attribute("title"));
                texts.chain(attributes).collect::<Vec<_>>().join(" ")
            } else {
                text.replace('\\', "")
            };
            whole.push_str(&words_of(&Html::made_elsewhere(text)));
            whole.push(' ');
        }
        for (id, text) in told(&guide, format) {
            assert!(whole.contains(&text), "{format:?}, {id}: {text}");
        }
    }
}

#[test]
fn without_an_address_no_link_is_left_and_that_is_told() {
    let guide = guide();
    for format in Format::ALL {
        let alone = bank(&guide, None, None, format);
        let linked = bank(&guide, None, Some(SITE), format);
        let has_link = |bank: &Bank, link: &str| {
            bank.files.iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(link))
        };
        assert!(has_link(&linked, "https://guide.example/lessons/") || format == Format::Gift);
        for link in ["href=\"lessons", "href=&quot;lessons", "href\\=\"lessons"] {
            assert!(!has_link(&alone, link) && !has_link(&linked, link), "{format:?}");
        }
        assert!(alone.left_out.iter().any(|note| note.what.contains("--site-url")));
        assert!(!linked.left_out.iter().any(|note| note.what.contains("--site-url")));
    }
}

#[test]
fn points_in_moodle_are_those_of_the_guide() {
    let guide = guide();
    let text = text(&bank(&guide, None, None, Format::Moodle));
    let document = Document::parse(&text).unwrap();
    let questions: Vec<_> = document.root_element().children().collect();
    let of = |id: &Id| {
        let is_own = |question: &&Node<'_, '_>| {
            question.attribute("type") != Some("category")
                && question.children().any(|child| {
                    child.has_tag_name("idnumber") && child.text() == Some(id.as_str())
                })
        };
        *questions.iter().find(is_own).unwrap()
    };
    for (_, item) in guide.items() {
        let question = of(&item.id);
        let fractions: Vec<f64> = question
            .children()
            .filter(|child| child.has_tag_name("answer"))
            .map(|answer| answer.attribute("fraction").unwrap().parse().unwrap())
            .collect();
        let pairs = question.children().filter(|child| child.has_tag_name("subquestion")).count();
        match &item.interaction {
            Interaction::Choice(answers) | Interaction::Multiple(answers) => {
                let gained: f64 = fractions.iter().filter(|fraction| **fraction > 0.0).sum();
                assert!((gained - 100.0).abs() < 0.001, "{}: {gained}", item.id);
                assert_eq!(fractions.len(), answers.len());
            }
            Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. } => {
                assert!(pairs >= all.things.len(), "{}", item.id);
            }
            Interaction::Order(steps) => {
                let places: Vec<f64> = (1..=steps.len()).map(|place| place as f64).collect();
                assert_eq!(fractions, places, "{}", item.id);
            }
            Interaction::Blank(_) | Interaction::Point(_) => {
                assert_eq!(fractions.last(), Some(&0.0), "{}", item.id);
                assert!(fractions.contains(&100.0), "{}", item.id);
            }
            Interaction::Build { .. } => assert!(fractions.contains(&100.0), "{}", item.id),
        }
    }
}

#[test]
fn one_lesson_has_its_own_questions_alone() {
    let guide = guide();
    let lesson = &guide.lessons[1];
    let own = lesson.blocks.iter().filter(|block| matches!(block, concord_model::Block::Item(_)));
    let bank = bank(&guide, Some(&lesson.id), None, Format::Qti);
    assert_eq!(bank.questions, own.count());
    assert_eq!(bank.files.len(), bank.questions + 1);
}

/// What an identifier of a response means is declared in the item, and what is said is there.
#[test]
fn items_of_qti_name_nothing_that_is_not_there() {
    let guide = guide();
    for (path, bytes) in &bank(&guide, None, Some(SITE), Format::Qti).files[1..] {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let document = Document::parse(&text).unwrap();
        let all = |name: &str| {
            document.descendants().filter(|node| node.tag_name().name() == name).collect::<Vec<_>>()
        };
        let choices: Vec<_> = document
            .descendants()
            .filter(|node| node.tag_name().name().ends_with("Choice"))
            .filter_map(|node| node.attribute("identifier"))
            .collect();
        let declaration = all("responseDeclaration")[0];
        if declaration.attribute("baseType") != Some("string") {
            let values = declaration.descendants().filter(|node| {
                node.has_tag_name((declaration.tag_name().namespace().unwrap(), "value"))
            });
            let values: Vec<_> = values.filter_map(|node| node.text()).collect();
            assert!(!values.is_empty(), "{path}");
            for value in values.iter().flat_map(|value| value.split(' ')) {
                assert!(choices.contains(&value), "{path}: {value}");
            }
        }
        let feedback: Vec<_> =
            all("modalFeedback").iter().filter_map(|node| node.attribute("identifier")).collect();
        for said in all("setOutcomeValue") {
            if said.attribute("identifier") == Some("FEEDBACK") {
                let name = said
                    .descendants()
                    .find_map(|node| node.text().filter(|_| node.tag_name().name() == "baseValue"));
                assert!(feedback.contains(&name.unwrap()), "{path}: {name:?}");
            }
        }
    }
}
