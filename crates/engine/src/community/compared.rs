//! What is said of two states in all votes, and of all states in two votes: the text that stands in the page, and
//! that its program puts there for other states and votes.

use concord_model::{
    AtlasWords, Form, Forms, Html, Plural, Route, State, Vote, fill, html, look, talk::AtlasChoice,
};

use super::{Apart, Cast, Column, casts, moves};

/// What states and votes are compared by, with the words for it.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The states.
    pub states: &'a [State],
    /// The layers.
    pub columns: &'a [Column],
    /// The votes among them.
    pub votes: &'a [Vote],
    /// The words.
    pub words: &'a AtlasWords,
    /// The plural rule of their language.
    pub plural: &'a Plural,
}

/// Places of votes, as an attribute has them: a letter for each.
fn places<'c>(casts: impl Iterator<Item = &'c Cast>) -> String {
    casts.filter_map(|cast| char::from_u32(u32::from('a') + cast.vote as u32)).collect()
}

impl<'a> Compared<'a> {
    fn name(&self, state: usize) -> &'a str {
        self.states.get(state).map_or("", |state| state.name.as_str())
    }

    fn vote(&self, cast: &Cast) -> Option<&'a Vote> {
        self.votes.get(cast.vote)
    }

    /// The name of a class in a vote.
    fn label(&self, vote: usize, class: usize) -> &'a str {
        let labels = self.votes.get(vote).map_or(&[][..], |vote| vote.labels.as_slice());
        labels.get(class).map_or("", String::as_str)
    }

    /// How two states voted: how often alike, in which positions, year by year, by subject, and vote by vote.
    #[must_use]
    pub fn pair(&self, one: usize, other: usize) -> Html {
        let casts = casts(self.columns, self.votes, one, other);
        let unknown = casts.iter().filter(|cast| cast.apart == Apart::Unknown).count();
        let year = |vote: &'a Vote| Some(vote.year.as_str()).filter(|year| !year.is_empty());
        let subject = |vote: &'a Vote| vote.subject.as_deref();
        html! {
            p.count { (self.alike(one, other, &casts)) }
            @if unknown > 0 { p.small { (self.counted(self.words.pair_missing(), unknown, casts.len())) } }
            div.matrices {
                (self.positions(one, other, &casts))
                (self.shares(self.words.pair_years(), &casts, year))
                (self.shares(self.words.pair_subjects(), &casts, subject))
            }
            (self.all_votes(one, other, &casts))
        }
    }

    /// How often two states voted alike, as a sentence.
    #[must_use]
    pub fn told(&self, one: usize, other: usize) -> String {
        self.alike(one, other, &casts(self.columns, self.votes, one, other))
    }

    fn alike(&self, one: usize, other: usize, casts: &[Cast]) -> String {
        let (same, total) = share(casts.iter());
        let values = [
            ("one", self.name(one)),
            ("other", self.name(other)),
            ("same", &same.to_string()),
            ("total", &total.to_string()),
        ];
        fill(self.words.map_agree(), &values)
    }

    fn counted(&self, forms: &Forms, count: usize, total: usize) -> String {
        let form = forms.form(self.plural, count as u32);
        fill(form, &[("count", &count.to_string()), ("total", &total.to_string())])
    }

    /// In how many votes the two took which positions. Whoever is in no class that a vote declares took none.
    fn positions(&self, one: usize, other: usize, casts: &[Cast]) -> Html {
        let mut labels: Vec<&str> = Vec::new();
        for vote in self.votes {
            let declared = self.columns.get(vote.layer).map_or(0, |column| column.declared);
            for label in vote.labels.iter().take(declared) {
                if !labels.contains(&label.as_str()) {
                    labels.push(label);
                }
            }
        }
        labels.push(self.words.pair_unrecorded());
        let last = labels.len() - 1;
        let place = |cast: &Cast, class: usize| {
            let declared = self.vote(cast).and_then(|vote| self.columns.get(vote.layer));
            let label = self.label(cast.vote, class);
            let is_declared = declared.is_some_and(|column| class < column.declared);
            let known = labels.iter().take(last).position(|own| *own == label && is_declared);
            known.unwrap_or(last)
        };
        let names = [("one", self.name(one)), ("other", self.name(other))];
        html! {
            div.wide tabindex="0" role="group" aria-label=(fill(self.words.pair_positions(), &names)) {
                table.positions {
                    caption.small { (fill(self.words.pair_positions(), &names)) }
                    thead { tr { td {} @for label in &labels { th scope="col" { (label) } } } }
                    tbody {
                        @for (row, label) in labels.iter().enumerate() {
                            tr {
                                th scope="row" { (label) }
                                @for (column, across) in labels.iter().enumerate() {
                                    @let own: Vec<&Cast> = casts.iter().filter(|cast| {
                                        (place(cast, cast.one), place(cast, cast.other)) == (row, column)
                                    }).collect();
                                    td.same[row == column] {
                                        @if own.is_empty() { "0" } @else {
                                            button.plain type="button" data-votes=(places(own.iter().copied()))
                                                aria-label={ (label) "; " (across) ": " (own.len()) } { (own.len()) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// How often the two voted alike among votes that share something, in the order in which that first comes.
    fn shares(
        &self,
        heading: &str,
        casts: &[Cast],
        of: impl Fn(&'a Vote) -> Option<&'a str>,
    ) -> Html {
        let mut groups: Vec<(&str, Vec<&Cast>)> = Vec::new();
        for cast in casts {
            let Some(name) = self.vote(cast).and_then(&of) else { continue };
            match groups.iter_mut().find(|(known, _)| *known == name) {
                Some((_, own)) => own.push(cast),
                None => groups.push((name, vec![cast])),
            }
        }
        if groups.is_empty() {
            return Html::default();
        }
        html! {
            div {
                h3 { (heading) }
                ol.bars {
                    @for (name, own) in &groups {
                        @let (same, total) = share(own.iter().copied());
                        li data-votes=(places(own.iter().copied())) {
                            (name) " "
                            svg.bar aria-hidden="true" { rect width={ (same * 100 / total.max(1)) "%" } {} } " "
                            span.small {
                                (fill(self.words.state_votes(), &[("same", &same.to_string()), ("total", &total.to_string())]))
                            }
                        }
                    }
                }
            }
        }
    }

    /// All votes, those first on which the two are furthest apart; of these the newest first.
    fn all_votes(&self, one: usize, other: usize, casts: &[Cast]) -> Html {
        let words = self.words;
        let groups = [
            (Apart::Opposite, words.pair_opposite()),
            (Apart::Half, words.pair_half()),
            (Apart::Same, words.pair_same()),
            (Apart::Unknown, words.pair_unrecorded()),
        ];
        let of = |apart| casts.iter().rev().filter(move |cast| cast.apart == apart);
        html! {
            div.wide tabindex="0" role="group" aria-label=(words.pair_votes()) {
                table.votes {
                    caption { (words.pair_votes()) }
                    thead {
                        tr {
                            th scope="col" { (words.pair_vote()) }
                            th scope="col" { (words.pair_date()) }
                            th scope="col" { (self.name(one)) }
                            th scope="col" { (self.name(other)) }
                        }
                    }
                    @for (apart, heading) in groups {
                        @let count = of(apart).count();
                        @if count > 0 {
                            tbody {
                                tr { th.group scope="rowgroup" colspan="4" { (heading) ": " (count) } }
                                @for cast in of(apart) { (self.row(one, other, cast)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn row(&self, one: usize, other: usize, cast: &Cast) -> Html {
        let Some(vote) = self.vote(cast) else { return Html::default() };
        let Some(column) = self.columns.get(vote.layer) else { return Html::default() };
        let id = |state: usize| self.states.get(state).map_or("", |state| state.id.as_str());
        let states = [id(one), id(other)].join(",");
        let values = [(AtlasChoice::Layer, column.id.as_str()), (AtlasChoice::States, &states)];
        html! {
            tr data-votes=(places(std::iter::once(cast))) {
                th scope="row" { a href=(Route::atlas_with(&values, Form::Folder)) { (vote.title) } }
                td { (vote.date) }
                @for class in [cast.one, cast.other] {
                    td { (swatch(column, class)) " " (self.label(cast.vote, class)) }
                }
            }
        }
    }

    /// What a state did in two votes.
    #[must_use]
    pub fn state(&self, state: usize, one: usize, other: usize) -> Html {
        let did = |vote: usize| {
            let column = self.columns.get(self.votes.get(vote)?.layer)?;
            Some(self.label(vote, column.class(state, None)))
        };
        let did = [one, other].map(|vote| did(vote).unwrap_or_default());
        html! { b { (self.name(state)) } ": " (did.join("; ")) }
    }

    /// Who changed from one vote to another, who did not, and who is missing in one of them or in both.
    #[must_use]
    pub fn between(&self, one: usize, other: usize) -> Html {
        let column = |vote: usize| self.columns.get(self.votes.get(vote)?.layer);
        let (Some(from), Some(to)) = (column(one), column(other)) else { return Html::default() };
        let all = moves(from, to);
        let is_recorded = |(a, b): (usize, usize)| a < from.declared && b < to.declared;
        // A class is the same as another by its name: the votes may declare different ones.
        let is_kept = |(a, b): (usize, usize)| self.label(one, a) == self.label(other, b);
        let count = |keep: &dyn Fn((usize, usize)) -> bool| -> usize {
            all.iter().filter(|(a, b, _)| keep((*a, *b))).map(|(_, _, states)| states.len()).sum()
        };
        let total = count(&is_recorded);
        let changed = count(&|both| is_recorded(both) && !is_kept(both));
        let is_missing =
            |state: &usize| !is_recorded((from.class(*state, None), to.class(*state, None)));
        let missing: Vec<usize> = (0..self.states.len()).filter(is_missing).collect();
        html! {
            p.count { (self.counted(self.words.vote_changed(), changed, total)) }
            @for kept in [false, true] {
                @for (a, b, states) in &all {
                    @let names = [("one", self.label(one, *a)), ("other", self.label(other, *b))];
                    @if is_recorded((*a, *b)) && is_kept((*a, *b)) == kept {
                        @let word = if kept { self.words.vote_kept() } else { self.words.vote_move() };
                        (self.list(&fill(word, &names), states, !kept))
                    }
                }
            }
            @if !missing.is_empty() { (self.list(self.words.vote_unrecorded(), &missing, false)) }
        }
    }

    /// States with their number, which are folded if they are many and no change.
    fn list(&self, title: &str, states: &[usize], is_open: bool) -> Html {
        html! {
            details open[is_open] {
                summary { (title) ": " (states.len()) }
                ul.chips {
                    @for at in states {
                        @if let Some(state) = self.states.get(*at) {
                            li data-at=(at) { a href=(Route::State(state.id.clone()).href(Form::Folder)) { (state.name) } }
                        }
                    }
                }
            }
        }
    }
}

/// In how many votes two states were in the same class, and how many record both.
fn share<'c>(casts: impl Iterator<Item = &'c Cast>) -> (usize, usize) {
    casts.filter(|cast| cast.apart != Apart::Unknown).fold((0, 0), |(same, total), cast| {
        (same + usize::from(cast.apart == Apart::Same), total + 1)
    })
}

/// What a class looks like on the map.
fn swatch(column: &Column, class: usize) -> Html {
    let look = look(column.is_scale, column.declared, class);
    html! {
        svg class={ "swatch " (look) } viewBox="0 0 240 160" aria-hidden="true" { rect width="240" height="160" {} }
    }
}
