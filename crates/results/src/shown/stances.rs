//! Where a class stands on the argument.

use concord_engine::results::{Division, Sheet};
use concord_model::{Html, fill, html, talk::ResultsEntry};
use concord_reasoner::Stances;

use super::Shown;
use crate::fields::counted;

impl Shown<'_> {
    /// Where a class stands on the argument: who has handed in a stance, and what divides them.
    pub(crate) fn stances(
        &self,
        argument: &Stances,
        (sheets, unread): (&[&Sheet], usize),
        division: &Division,
        claims: &[u32],
    ) -> Html {
        let words = self.words;
        let own = |statement: u32| argument.statements().get(statement as usize);
        let short = |statement: u32| own(statement).map_or("", |own| own.short.as_str());
        let names = |places: &[usize]| {
            let sheets = places.iter().filter_map(|place| sheets.get(*place));
            sheets.map(|sheet| self.name(sheet)).collect::<Vec<_>>().join(", ")
        };
        let [stands, falls, open] = division.labels.map(|own| own.to_string());
        let crux = division.leaves.first().filter(|own| own.is_crux());
        html! {
            (Html::heading(2, "_stances", &words.class_stances()))
            @if unread > 0 { p { (counted(self.plural, words.class_no_stance(), unread)) } }
            p {
                label {
                    (words.class_claim()) " "
                    select data-entry=(ResultsEntry::Claim) {
                        @for claim in claims {
                            option value=(claim) selected[*claim == division.statement] {
                                (short(*claim))
                            }
                        }
                    }
                }
            }
            p {
                (fill(words.class_labels(), &[("stands", &stands), ("falls", &falls), ("open", &open)]))
            }
            @match crux {
                None => p { (words.class_no_crux()) },
                Some(crux) => {
                    @let (grant, deny) = (crux.accept.len().to_string(), crux.reject.len().to_string());
                    @let turns = crux.turns.to_string();
                    @let premise = short(crux.leaf);
                    p.crux { strong { (fill(words.class_crux(), &[("premise", premise)])) } }
                    p.discuss {
                        (fill(words.class_discuss(), &[
                            ("premise", premise),
                            ("claim", short(division.statement)),
                            ("grant", &grant),
                            ("deny", &deny),
                            ("turns", &turns),
                        ]))
                    }
                }
            }
            div.scrolls tabindex="0" role="group" aria-label=(words.class_premises()) {
                table {
                    caption { (words.class_premises()) }
                    thead {
                        tr {
                            th scope="col" { (words.class_premise()) }
                            th scope="col" { (words.class_grant()) }
                            th scope="col" { (words.class_deny()) }
                            th scope="col" { (words.class_leave()) }
                            th scope="col" { (words.class_turns()) }
                        }
                    }
                    tbody {
                        @for leaf in &division.leaves {
                            @let left = sheets.len() - leaf.accept.len() - leaf.reject.len();
                            tr {
                                th scope="row" {
                                    @if let Some(own) = own(leaf.leaf) {
                                        a href=(own.href) { (own.short) }
                                    }
                                }
                                @for places in [&leaf.accept, &leaf.reject] {
                                    td {
                                        (places.len())
                                        @if !places.is_empty() { " " small { (names(places)) } }
                                    }
                                }
                                td { (left) }
                                td { (leaf.turns) }
                            }
                        }
                    }
                }
            }
        }
    }
}
