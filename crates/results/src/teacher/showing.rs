//! What the class page writes: its forms, once, and the class, whenever something was added or chosen.

use concord_dom::{first, put, scroll_to};
use concord_engine::results::{Sorted, division, missing, quizzes, sort};
use concord_model::{
    Html, StatementKind, fill, html,
    talk::{ResultsAction, ResultsEntry},
};
use web_sys::ScrollLogicalPosition;

use super::{Class, Teacher};
use crate::{fields::value, seal, shown::Shown};

impl Teacher {
    pub(super) fn forms(&self) -> Html {
        let words = &self.file.words;
        html! {
            section.intake {
                p {
                    label for="_pasted" { (words.class_paste()) }
                    textarea #_pasted rows="4" spellcheck="false" data-entry=(ResultsEntry::Pasted) {}
                }
                p.buttons {
                    button type="button" data-do=(ResultsAction::Add) { (words.class_add()) }
                }
                p {
                    label for="_files" { (words.class_files()) }
                    input #_files type="file" multiple data-entry=(ResultsEntry::Files);
                }
                div.said role="status" {}
            }
            section.table hidden {}
            section.after hidden {
                p.buttons {
                    button type="button" data-do=(ResultsAction::Csv) { (words.class_csv()) }
                    button.plain type="button" data-do=(ResultsAction::Keep) { (words.class_keep()) }
                    button.plain type="button" data-prints { (words.class_print()) }
                }
            }
            section.hardest hidden {}
            section.roster hidden {
                p {
                    label for="_roster" { (words.class_roster()) }
                    textarea #_roster rows="4" spellcheck="false" data-entry=(ResultsEntry::Roster) {}
                }
                div.missing role="status" {}
            }
            section.stances hidden {}
            section.aside hidden {}
            details.seal {
                summary { (words.seal()) }
                p { (words.seal_about()) }
                @if seal::offered().is_some() {
                    p {
                        label {
                            (words.seal_link()) " "
                            input type="url" autocomplete="off" data-entry=(ResultsEntry::Link);
                        }
                    }
                    p.buttons {
                        button type="button" data-do=(ResultsAction::Seal) { (words.seal_make()) }
                    }
                } @else {
                    p.notice { (words.seal_unsafe()) }
                }
                div.sealed role="status" {}
            }
        }
    }

    /// Fills a section; one with nothing in it is not there.
    fn fill(&self, section: &str, html: &Html) {
        let Some(place) = first(&self.inner, &["section.", section].concat()) else { return };
        let _ = place.toggle_attribute_with_force("hidden", html.is_empty());
        put(&place, html);
    }

    pub(super) fn say(&self, selector: &str, html: &Html) {
        if let Some(place) = first(&self.inner, selector) {
            put(&place, html);
        }
    }

    /// The same, brought into sight: what is said to a press may stand below the window.
    pub(super) fn tell(&self, selector: &str, html: &Html) {
        self.say(selector, html);
        if let Some(place) = first(&self.inner, selector) {
            scroll_to(&place, ScrollLogicalPosition::Nearest);
        }
    }

    /// The quiz that is shown.
    pub(super) fn quiz(&self, class: &Class, all: &[(u32, usize)]) -> u32 {
        let chosen = class.quiz.filter(|quiz| all.iter().any(|(own, _)| own == quiz));
        chosen.or_else(|| all.first().map(|(quiz, _)| *quiz)).unwrap_or_default()
    }

    pub(super) fn with_shown<T>(&self, show: impl FnOnce(&Shown<'_>) -> T) -> T {
        let class = self.class.borrow();
        let quiz = self.quiz(&class, &quizzes(&self.bank, &class.sheets));
        let sorted: Sorted = sort(&self.bank, &class.sheets, quiz);
        show(&Shown {
            words: &self.file.words,
            plural: &self.file.plural,
            states: &self.file.states,
            bank: &self.bank,
            sheets: &class.sheets,
            sorted: &sorted,
        })
    }

    /// Shows the class.
    pub(super) fn show(&self) {
        let all = quizzes(&self.bank, &self.class.borrow().sheets);
        let quiz = self.quiz(&self.class.borrow(), &all);
        let (table, hard, aside) = self.with_shown(|shown| {
            let is_empty = shown.sorted.counted.is_empty();
            let table = if is_empty { Html::default() } else { shown.table() };
            let hard = if is_empty { Html::default() } else { shown.hardest() };
            (table, hard, shown.aside())
        });
        let is_empty = table.is_empty();
        let choice = self.choice(&all, quiz);
        self.fill("table", &html! { @if !is_empty { (choice) (table) } });
        self.fill("hardest", &hard);
        self.fill("aside", &aside);
        self.fill("stances", &self.stances());
        for section in ["section.after", "section.roster"] {
            if let Some(place) = first(&self.inner, section) {
                let _ = place.toggle_attribute_with_force("hidden", is_empty);
            }
        }
        self.show_missing();
    }

    /// The choice of the quiz, where there are results of several.
    fn choice(&self, all: &[(u32, usize)], quiz: u32) -> Html {
        let words = &self.file.words;
        if all.len() < 2 {
            return Html::default();
        }
        html! {
            p {
                label {
                    (words.class_quiz()) " "
                    select data-entry=(ResultsEntry::Quiz) {
                        @for (number, (own, count)) in (1..).zip(all) {
                            @let (number, count) = (format!("{number}"), count.to_string());
                            option value=(own) selected[*own == quiz] {
                                (fill(words.class_quiz_of(), &[("number", &number), ("count", &count)]))
                            }
                        }
                    }
                }
            }
        }
    }

    pub(super) fn show_missing(&self) {
        let list = value(&self.inner, ResultsEntry::Roster);
        let said = self.with_shown(|shown| {
            let sheets = shown.counted();
            let names: Vec<&str> = sheets.iter().map(|own| own.name.as_str()).collect();
            shown.missing(&missing(&list, &names))
        });
        let said = if list.trim().is_empty() { Html::default() } else { said };
        self.say(".missing", &said);
    }

    fn stances(&self) -> Html {
        let (argument, claim) = {
            let class = self.class.borrow();
            (class.argument.clone(), class.claim)
        };
        let Some(argument) = argument else { return Html::default() };
        self.with_shown(|shown| {
            let sheets = shown.counted().into_iter().filter(|own| !own.stance.is_empty());
            let read = sheets.map(|own| (own, argument.stance(&own.stance)));
            let (mut sheets, mut stances, mut unread) = (Vec::new(), Vec::new(), 0);
            for (sheet, stance) in read {
                match stance {
                    Some(stance) => {
                        sheets.push(sheet);
                        stances.push(stance);
                    }
                    None => unread += 1,
                }
            }
            let is_claim = |kind| matches!(kind, StatementKind::Claim | StatementKind::Conclusion);
            let all = (0..).zip(argument.statements());
            let claims: Vec<u32> =
                all.filter(|(_, own)| is_claim(own.kind)).map(|(place, _)| place).collect();
            let chosen = claim.filter(|claim| claims.contains(claim));
            let asked = chosen.map_or_else(|| claims.clone(), |claim| vec![claim]);
            match division(argument.graph(), &stances, &asked) {
                Some(division) if !sheets.is_empty() || unread > 0 => {
                    shown.stances(&argument, (&sheets, unread), &division, &claims)
                }
                _ => Html::default(),
            }
        })
    }
}
