//! What the class page shows of a class: plain functions from results to HTML.

mod stances;

use concord_dom::form;
use concord_engine::results::{Aside, Bank, Given, Hard, Missing, Sheet, Sorted, Wrong, hardest};
use concord_model::{
    Html, Interaction, Item, ResultsWords, Route, fill, html, talk::ResultsAction,
};

use crate::fields::{counted, day};

/// What all of these are made from.
pub(crate) struct Shown<'c> {
    pub(crate) words: &'c ResultsWords,
    pub(crate) plural: &'c concord_model::Plural,
    pub(crate) states: &'c [(concord_model::Id, String)],
    pub(crate) bank: &'c Bank,
    pub(crate) sheets: &'c [Sheet],
    pub(crate) sorted: &'c Sorted,
}

impl<'c> Shown<'c> {
    /// The sheets that count.
    pub(crate) fn counted(&self) -> Vec<&'c Sheet> {
        self.sorted.counted.iter().filter_map(|place| self.sheets.get(*place)).collect()
    }

    /// The questions of the quiz.
    fn items(&self) -> Vec<&'c Item> {
        let first = self.counted().first().copied();
        let marks = first.into_iter().flat_map(|sheet| &sheet.answers);
        marks.filter_map(|own| self.bank.item(own.mark)).collect()
    }

    fn name(&self, sheet: &'c Sheet) -> &'c str {
        if sheet.name.trim().is_empty() { self.words.class_nobody() } else { sheet.name.trim() }
    }

    /// Students by questions.
    pub(crate) fn table(&self) -> Html {
        let (words, sheets, items) = (self.words, self.counted(), self.items());
        let right = |place: usize| {
            let given = sheets.iter().filter_map(|own| own.answers.get(place)?.given.as_ref());
            given.filter(|given| given.score.is_full()).count()
        };
        html! {
            div.scrolls tabindex="0" role="group" aria-label=(words.class()) {
                table {
                    caption { (counted(self.plural, words.class_table(), sheets.len())) }
                    thead {
                        tr {
                            th scope="col" { (words.class_student()) }
                            th scope="col" { (words.class_points()) }
                            @for (number, item) in (1..).zip(&items) {
                                th scope="col" { abbr title=(item.title.text()) { (number) } }
                            }
                            th scope="col" { (words.class_day()) }
                        }
                    }
                    tbody {
                        @for sheet in &sheets {
                            @let score = self.bank.score(sheet);
                            tr {
                                th scope="row" { (self.name(sheet)) }
                                td { (score.points) "/" (score.of) }
                                @for own in &sheet.answers { (self.cell(own.given.as_ref())) }
                                td { (day(sheet.day)) }
                            }
                        }
                    }
                    tfoot {
                        tr {
                            th scope="row" { (words.class_right()) }
                            td {}
                            @for place in 0..items.len() { td { (right(place)) } }
                            td {}
                        }
                    }
                }
            }
            p.small { (words.class_signs()) }
            details {
                summary { (words.class_questions()) }
                ol { @for item in &items { li { (item.title) } } }
            }
        }
    }

    fn cell(&self, given: Option<&Given>) -> Html {
        let Some(given) = given else {
            return html! {
                td { span aria-hidden="true" { "–" } span.unseen { (self.words.class_unanswered()) } }
            };
        };
        let (points, of) = (given.score.points, given.score.of);
        let (class, sign) = match points {
            _ if points == of => ("right", "✓".to_owned()),
            0 => ("wrong", "✗".to_owned()),
            _ => ("", format!("{points}/{of}")),
        };
        html! {
            td class=(class) {
                (sign)
                @if given.helped { "*" span.unseen { " " (self.words.class_helped()) } }
            }
        }
    }

    /// The hardest questions with their most chosen wrong answers.
    pub(crate) fn hardest(&self) -> Html {
        let (words, sheets, items) = (self.words, self.counted(), self.items());
        let hard = hardest(self.bank, &sheets);
        html! {
            (Html::heading(2, "_hardest", &words.class_hardest()))
            @if hard.is_empty() {
                @let is_whole = sheets.iter().all(|own| own.answers.iter().all(|own| own.given.is_some()));
                p { (if is_whole { words.class_all_right() } else { words.class_none_wrong() }) }
            }
            ol {
                @for Hard { place, right, of, wrong } in hard {
                    @if let Some(item) = items.get(place) {
                        @let (right, total) = (right.to_string(), of.to_string());
                        li {
                            a href=(Route::question(&item.id, form())) { (item.title) }
                            " (" (place + 1) "). "
                            (fill(words.class_have(), &[("right", &right), ("total", &total)]))
                            @if let Some((wrong, count)) = wrong {
                                " "
                                (Html::filled(words.class_wrong(), &[
                                    ("wrong", &self.wrong(item, &wrong)),
                                    ("count", &html! { (count) }),
                                ]))
                            }
                        }
                    }
                }
            }
        }
    }

    fn wrong(&self, item: &Item, wrong: &Wrong) -> Html {
        let words = self.words;
        let answer = |at: usize| match &item.interaction {
            Interaction::Choice(all) | Interaction::Multiple(all) => {
                all.get(at).map(|own| own.text.clone())
            }
            Interaction::Build { places, .. } => places.get(at).map(|own| own.answer.text.clone()),
            _ => None,
        };
        let said = match (wrong, &item.interaction) {
            (Wrong::Chosen(at), _) => answer(*at),
            (Wrong::Left(at), _) => {
                answer(*at).map(|answer| Html::filled(words.class_left(), &[("answer", &answer)]))
            }
            (
                Wrong::Put(thing, place),
                Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. },
            ) => {
                let pair = all.things.get(*thing).zip(all.places.get(*place));
                pair.map(|(thing, place)| html! { (thing.text) " → " (place) })
            }
            (Wrong::Stands(step, place), Interaction::Order(steps)) => {
                steps.get(*step).map(|own| {
                    let place = html! { (place + 1) };
                    Html::filled(words.class_stands(), &[("step", &own.text), ("place", &place)])
                })
            }
            (Wrong::Written(text), _) => Some(Html::escaped(text)),
            (Wrong::Pointed(state), _) => {
                let name = self.states.iter().find(|(id, _)| id == state);
                Some(Html::escaped(name.map_or(state.as_str(), |(_, name)| name)))
            }
            (Wrong::Put(..) | Wrong::Stands(..), _) => None,
        };
        said.unwrap_or_default()
    }

    /// What is set aside, and why.
    pub(crate) fn aside(&self) -> Html {
        let words = self.words;
        if self.sorted.aside.is_empty() {
            return Html::default();
        }
        let why = |aside| match aside {
            Aside::OtherEdition => words.aside_edition(),
            Aside::DoesNotAddUp => words.aside_sum(),
            Aside::OtherQuiz => words.aside_quiz(),
            Aside::Same => words.aside_same(),
            Aside::SameName => words.aside_name(),
        };
        html! {
            (Html::heading(2, "_aside", &words.class_aside()))
            ul {
                @for (place, aside) in &self.sorted.aside {
                    @if let Some(sheet) = self.sheets.get(*place) {
                        li {
                            strong { (self.name(sheet)) } ", " (day(sheet.day)) ": " (why(*aside))
                            @if *aside == Aside::SameName {
                                " "
                                button.plain type="button" data-do=(ResultsAction::Instead) value=(place) {
                                    (words.aside_take())
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Who is missing.
    pub(crate) fn missing(&self, Missing { absent, unknown }: &Missing) -> Html {
        let (words, sheets) = (self.words, self.counted());
        let unknown = unknown.iter().filter_map(|place| sheets.get(*place));
        let unknown: Vec<&str> = unknown.map(|sheet| self.name(sheet)).collect();
        html! {
            @if absent.is_empty() { p { (words.class_complete()) } }
            @for (label, names) in [
                (words.class_missing(), absent.iter().map(String::as_str).collect()),
                (words.class_unlisted(), unknown),
            ] {
                @if !names.is_empty() {
                    p { (label) }
                    ul { @for name in names { li { (name) } } }
                }
            }
        }
    }

    /// The table as rows for spreadsheets.
    pub(crate) fn rows(&self) -> Vec<Vec<String>> {
        let (words, items) = (self.words, self.items());
        let mut head = vec![words.class_student(), words.class_day(), words.class_points()];
        head.push("/");
        let titles = (1..).zip(&items).map(|(number, item)| {
            format!("{number}. {} (/{})", item.title.text(), Bank::most(item))
        });
        let head = head.into_iter().map(str::to_owned).chain(titles).collect();
        let rows = self.counted().into_iter().map(|sheet| {
            let score = self.bank.score(sheet);
            let start = [
                sheet.name.clone(),
                day(sheet.day),
                score.points.to_string(),
                score.of.to_string(),
            ];
            let given = sheet.answers.iter().map(|own| {
                own.given.as_ref().map(|given| given.score.points.to_string()).unwrap_or_default()
            });
            start.into_iter().chain(given).collect()
        });
        std::iter::once(head).chain(rows).collect()
    }
}
