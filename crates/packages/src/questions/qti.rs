//! QTI 2.1 (<https://www.imsglobal.org/question/qtiv2p1/imsqti_implv2p1.html>): an item a file, in a package with a
//! manifest. It says all that the guide does but the map, for which all states stand in a list: points as in the guide,
//! and feedback to each answer that was given, by an outcome with as many identifiers as there are reasons.

use concord_model::{Guide, Html, Id, Places, html};

use super::{
    asked::{Asked, SLIPS, Way},
    moodle::DECLARATION,
    text::{Texts, matching, plain},
};
use crate::Entry;

const ITEMS: &str = "http://www.imsglobal.org/xsd/imsqti_v2p1";
const PACKAGE: &str = "http://www.imsglobal.org/xsd/imscp_v1p1";

pub(super) fn written(guide: &Guide, all: &[Asked<'_>], texts: &mut Texts<'_>) -> Vec<Entry> {
    let path = |asked: &Asked<'_>| format!("items/{}.xml", asked.id());
    let mut files = vec![("imsmanifest.xml".to_owned(), file(&manifest(guide, all, path)))];
    files.extend(all.iter().map(|asked| (path(asked), file(&item(asked, texts)))));
    files
}

fn file(xml: &Html) -> Vec<u8> {
    format!("{DECLARATION}{xml}\n").into_bytes()
}

fn manifest(guide: &Guide, all: &[Asked<'_>], path: impl Fn(&Asked<'_>) -> String) -> Html {
    html! {
        manifest xmlns=(PACKAGE) identifier={ "MANIFEST-" (guide.id) } {
            metadata {
                schema { "QTIv2.1 Package" }
                schemaversion { "1.0.0" }
            }
            organizations {}
            resources {
                @for asked in all {
                    resource identifier={ "ITEM-" (asked.id()) } type="imsqti_item_xmlv2p1" href=(path(asked)) {
                        file href=(path(asked)) {}
                    }
                }
            }
        }
    }
}

/// A question's parts, which each kind fills.
struct Parts {
    /// Declarations of the response: cardinality, base type, the right one, and what each is worth.
    cardinality: &'static str,
    base: &'static str,
    correct: Vec<String>,
    /// What each response is worth, in points, if points are for what is in it.
    worth: Vec<(String, i32)>,
    interaction: Html,
    /// What is said to what is in the response: its name, the condition, and the text.
    said: Vec<(String, Html, Html)>,
    /// Points that conditions give, one each.
    points: Vec<Html>,
}

fn item(asked: &Asked<'_>, texts: &mut Texts<'_>) -> Html {
    let (id, item) = (asked.id(), asked.item);
    let parts = parts(asked, texts);
    let stem = asked.stem(texts);
    let ways = asked.ways_on(texts);
    let hints: Vec<Html> = item.hints.iter().map(|hint| texts.flow(id, hint)).collect();
    let hint = asked.guide.words.hint();
    let name = plain(&item.title);
    html! {
        assessmentItem xmlns=(ITEMS) identifier={ "Q-" (id) } title=(name) adaptive="false" timeDependent="false"
            label=(asked.lesson.id) xml:lang=(asked.guide.language) {
            responseDeclaration identifier="RESPONSE" cardinality=(parts.cardinality) baseType=(parts.base) {
                @if !parts.correct.is_empty() {
                    correctResponse { @for value in &parts.correct { value { (value) } } }
                }
                @if !parts.worth.is_empty() {
                    mapping lowerBound="0" defaultValue="0" {
                        @for (key, worth) in &parts.worth {
                            mapEntry mapKey=(key) mappedValue=(worth) {}
                        }
                    }
                }
            }
            outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum=(asked.points()) normalMinimum="0" {
                defaultValue { value { "0" } }
            }
            outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float" {
                defaultValue { value { (asked.points()) } }
            }
            outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier" {}
            itemBody {
                div { (stem) }
                (parts.interaction)
                @for text in &hints { infoControl title=(hint) { (text) } }
            }
            responseProcessing {
                @if !parts.worth.is_empty() {
                    setOutcomeValue identifier="SCORE" { mapResponse identifier="RESPONSE" {} }
                }
                @for condition in &parts.points { (when(condition, &point())) }
                @for (name, condition, _) in &parts.said { (when(condition, &say(name))) }
                @if !ways.is_empty() { (say("ALWAYS")) }
            }
            @for (name, _, text) in &parts.said { (feedback(name, text)) }
            @if !ways.is_empty() { (feedback("ALWAYS", &ways)) }
        }
    }
}

fn when(condition: &Html, then: &Html) -> Html {
    html! { responseCondition { responseIf { (condition) (then) } } }
}

fn point() -> Html {
    html! {
        setOutcomeValue identifier="SCORE" {
            sum { variable identifier="SCORE" {} baseValue baseType="float" { "1" } }
        }
    }
}

fn say(name: &str) -> Html {
    html! {
        setOutcomeValue identifier="FEEDBACK" {
            multiple { variable identifier="FEEDBACK" {} baseValue baseType="identifier" { (name) } }
        }
    }
}

fn feedback(name: &str, text: &Html) -> Html {
    html! { modalFeedback outcomeIdentifier="FEEDBACK" identifier=(name) showHide="show" { (text) } }
}

fn response() -> Html {
    html! { variable identifier="RESPONSE" {} }
}

/// Whether the response is, or holds, a value.
fn has(base: &str, many: bool, value: &str) -> Html {
    let value = html! { baseValue baseType=(base) { (value) } };
    html! { @if many { member { (value) (response()) } } @else { (matching(&html! { (value) (response()) })) } }
}

/// Whether the response is a word, in whichever letters.
fn is_word(word: &str) -> Html {
    html! {
        stringMatch caseSensitive="false" {
            (response())
            baseValue baseType="string" { (word) }
        }
    }
}

fn not_any(conditions: &[Html]) -> Html {
    html! { not { or { @for condition in conditions { (condition) } } } }
}

fn parts(asked: &Asked<'_>, texts: &mut Texts<'_>) -> Parts {
    let id = asked.id();
    match &asked.way {
        Way::Choose { many, answers } => {
            let name = |at: usize| format!("A{}", at + 1);
            let keys = answers.iter().enumerate().filter(|(_, answer)| answer.key);
            let correct: Vec<String> = keys.map(|(at, _)| name(at)).collect();
            let worth = answers.iter().enumerate().map(|(at, answer)| {
                let against = if *many { -1 } else { 0 };
                (name(at), if answer.key { 1 } else { against })
            });
            let said = answers.iter().enumerate().map(|(at, answer)| {
                let text = texts.flow(id, &answer.feedback);
                (format!("F{}", at + 1), has("identifier", *many, &name(at)), text)
            });
            let (worth, said) = (worth.collect(), said.collect());
            let most = if *many { 0 } else { 1 };
            let shown: Vec<Html> =
                answers.iter().map(|answer| texts.flow(id, &answer.text)).collect();
            let interaction = html! {
                choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices=(most) {
                    @for (at, text) in shown.iter().enumerate() {
                        simpleChoice identifier=(name(at)) { (text) }
                    }
                }
            };
            let cardinality = if *many { "multiple" } else { "single" };
            Parts {
                cardinality,
                base: "identifier",
                correct,
                worth,
                interaction,
                said,
                points: Vec::new(),
            }
        }
        Way::Write(written) => {
            texts.left_out(id, SLIPS);
            let words: Vec<String> =
                written.answers.iter().map(|answer| plain(&answer.text)).collect();
            let conditions: Vec<Html> = words.iter().map(|word| is_word(word)).collect();
            let keys = || written.answers.iter().zip(&words).filter(|(answer, _)| answer.key);
            let mut said: Vec<_> = written
                .answers
                .iter()
                .zip(&conditions)
                .enumerate()
                .map(|(at, (answer, is))| {
                    (format!("F{}", at + 1), is.clone(), texts.flow(id, &answer.feedback))
                })
                .collect();
            said.push((
                "OTHERWISE".to_owned(),
                not_any(&conditions),
                texts.flow(id, &written.otherwise),
            ));
            Parts {
                cardinality: "single",
                base: "string",
                correct: keys().take(1).map(|(_, word)| word.clone()).collect(),
                worth: Vec::new(),
                interaction: html! { p { textEntryInteraction responseIdentifier="RESPONSE" expectedLength="30" {} } },
                said,
                points: keys().map(|(_, word)| is_word(word)).collect(),
            }
        }
        Way::Place { all, once } => placed(asked, all, *once, texts),
        Way::Order(steps) => {
            let name = |at: usize| format!("S{}", at + 1);
            let shown: Vec<Html> = steps.iter().map(|step| texts.flow(id, &step.text)).collect();
            let stands = |at: usize| {
                matching(&html! {
                    index n=(at + 1) { (response()) }
                    baseValue baseType="identifier" { (name(at)) }
                })
            };
            let said = steps
                .iter()
                .enumerate()
                .map(|(at, step)| {
                    // What explains a step is told wherever it stands, as in the guide.
                    let given = html! { not { isNull { (response()) } } };
                    (format!("F{}", at + 1), given, texts.flow(id, &step.feedback))
                })
                .collect();
            Parts {
                cardinality: "ordered",
                base: "identifier",
                correct: (0..steps.len()).map(name).collect(),
                worth: Vec::new(),
                interaction: html! {
                    orderInteraction responseIdentifier="RESPONSE" shuffle="true" {
                        @for (at, text) in shown.iter().enumerate() {
                            simpleChoice identifier=(name(at)) { (text) }
                        }
                    }
                },
                said,
                points: (0..steps.len()).map(stands).collect(),
            }
        }
        Way::Point { all, states } => {
            texts.left_out(id, "the map; all states stand in a list");
            let name = |id: &str| format!("STATE-{id}");
            let any = |ids: &[Id]| {
                html! {
                    or { @for id in ids { (has("identifier", false, &name(id.as_str()))) } }
                }
            };
            let conditions: Vec<Html> =
                all.answers.iter().map(|point| any(&point.states)).collect();
            let mut said: Vec<_> = all
                .answers
                .iter()
                .zip(&conditions)
                .enumerate()
                .map(|(at, (point, is))| {
                    (format!("F{}", at + 1), is.clone(), texts.flow(id, &point.answer.feedback))
                })
                .collect();
            said.push((
                "OTHERWISE".to_owned(),
                not_any(&conditions),
                texts.flow(id, &all.otherwise),
            ));
            let keys = all.answers.iter().filter(|point| point.answer.key);
            let keys: Vec<_> = keys.flat_map(|point| &point.states).collect();
            Parts {
                cardinality: "single",
                base: "identifier",
                correct: keys.iter().take(1).map(|id| name(id.as_str())).collect(),
                worth: keys.iter().map(|id| (name(id.as_str()), 1)).collect(),
                interaction: html! {
                    p {
                        inlineChoiceInteraction responseIdentifier="RESPONSE" shuffle="false" {
                            @for state in *states {
                                inlineChoice identifier=(name(state.id.as_str())) { (state.name) }
                            }
                        }
                    }
                },
                said,
                points: Vec::new(),
            }
        }
    }
}

fn placed(asked: &Asked<'_>, all: &Places, once: bool, texts: &mut Texts<'_>) -> Parts {
    let id = asked.id();
    let pair = |thing: usize, place: usize| format!("T{} P{}", thing + 1, place + 1);
    let right = || all.things.iter().enumerate().map(|(at, thing)| pair(at, thing.place as usize));
    let things: Vec<Html> = all.things.iter().map(|thing| texts.flow(id, &thing.text)).collect();
    let places: Vec<Html> = all.places.iter().map(|place| texts.flow(id, place)).collect();
    // A reason is told as soon as its thing is put anywhere, as in the guide.
    let said = all.things.iter().enumerate().map(|(at, thing)| {
        let put = html! {
            or {
                @for place in 0..all.places.len() { (has("directedPair", true, &pair(at, place))) }
            }
        };
        (format!("F{}", at + 1), put, texts.flow(id, &thing.feedback))
    });
    let said = said.collect();
    // None at most is any number.
    let most = usize::from(once);
    Parts {
        cardinality: "multiple",
        base: "directedPair",
        correct: right().collect(),
        worth: right().map(|pair| (pair, 1)).collect(),
        interaction: html! {
            matchInteraction responseIdentifier="RESPONSE" shuffle="true" maxAssociations=(things.len()) {
                simpleMatchSet {
                    @for (at, text) in things.iter().enumerate() {
                        simpleAssociableChoice identifier={ "T" (at + 1) } matchMax="1" { (text) }
                    }
                }
                simpleMatchSet {
                    @for (at, text) in places.iter().enumerate() {
                        simpleAssociableChoice identifier={ "P" (at + 1) } matchMax=(most) { (text) }
                    }
                }
            }
        },
        said,
        points: Vec::new(),
    }
}
