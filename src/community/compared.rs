//! The page that sets two states, and two votes, side by side. It opens with those that parted most.

use concord_engine::community::{Column, Compared, columns, most_apart, most_moved};
use concord_model::{Html, Program, Route, State, Vote, html, talk::AtlasChoice};

use super::table::names;
use crate::{
    Site,
    text::{Scope, link, page_title},
};

pub(crate) fn text(site: Site) -> Html {
    let (community, words) = (site.community, site.atlas());
    let (columns, votes) = (columns(community), Vote::all(community, site.words()));
    let states = site.guide.states.as_slice();
    let compared =
        Compared { states, columns: &columns, votes: &votes, words, plural: &site.guide.plural };
    let scope = Scope::page(site, &Route::Compared);
    let (one, other) = most_apart(&columns).unwrap_or_default();
    let (from, to) = most_moved(&columns, &votes).unwrap_or_default();
    let chosen = [one, other].map(|at| states.get(at));
    let ids: Vec<&str> = chosen.into_iter().flatten().map(|state| state.id.as_str()).collect();
    let layer = |vote: usize| layer(&columns, &votes, vote);
    html! {
        div.compared data-program=(Program::Atlas.name()) data-off=(site.words().map_failed())
            data-states=(ids.join(",")) data-layer=[layer(from)] data-with=[layer(to)] {
            (page_title(&link(Route::Community, &site.words().community()), &words.compared()))
            div.prose {
                p { (words.compared_about()) }
                p .small.without-script { (words.compared_off()) }
            }
            section aria-labelledby="_pair" {
                (scope.heading(2, "_pair", &words.pair()))
                (fields(site, chosen))
                div data-pair { (compared.pair(one, other)) }
                p.small { (words.compared_undrawn()) }
            }
            section aria-labelledby="_votes" {
                (scope.heading(2, "_votes", &words.two_votes()))
                (lists(site, &columns, &votes, [from, to]))
                @if community.outlines.is_some() {
                    div .drawings.live {
                        @for vote in [from, to] {
                            figure .wide tabindex="0" {
                                figcaption { (votes.get(vote).map_or("", |vote| vote.title.as_str())) }
                                div .drawing.apart.tiles aria-hidden="true" {}
                            }
                        }
                    }
                    p .small.live { (words.vote_how()) }
                    p .pointed.live data-pointed {}
                }
                div data-cross { (compared.between(from, to)) }
            }
            (super::like::provenance(site))
        }
    }
}

fn layer<'c>(columns: &'c [Column], votes: &[Vote], vote: usize) -> Option<&'c str> {
    Some(columns.get(votes.get(vote)?.layer)?.id.as_str())
}

/// The fields of the two states. Either is found by any of its names.
fn fields(site: Site, chosen: [Option<&State>; 2]) -> Html {
    let words = site.atlas();
    html! {
        div .choices.live {
            @for (name, state) in [words.pair_one(), words.pair_other()].into_iter().zip(chosen) {
                label {
                    span { (name) } " "
                    input type="search" list="_states" data-choice=(AtlasChoice::States)
                        value=(state.map_or("", |state| state.name.as_str()))
                        autocomplete="off" autocapitalize="none" spellcheck="false";
                }
            }
            datalist #_states {
                @for (at, state) in site.guide.states.iter().enumerate() {
                    option value=(state.name) data-state=(at) data-names=(names(site, at, state)) {}
                }
            }
        }
        p data-none hidden { (words.map_find_none()) }
    }
}

/// The lists of the two votes.
fn lists(site: Site, columns: &[Column], votes: &[Vote], chosen: [usize; 2]) -> Html {
    let words = site.atlas();
    let choices = [(AtlasChoice::Layer, words.vote_one()), (AtlasChoice::With, words.vote_other())];
    html! {
        div .choices.live {
            @for ((choice, name), own) in choices.into_iter().zip(chosen) {
                label {
                    span { (name) } " "
                    select data-choice=(choice) autocomplete="off" {
                        @for (place, vote) in votes.iter().enumerate() {
                            option value=[layer(columns, votes, place)] selected[place == own] { (vote.title) }
                        }
                    }
                }
            }
        }
    }
}
