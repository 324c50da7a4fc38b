//! How a map that is being rebuilt is shown: what waits, and what stands, each statement below what it speaks to.

use concord_engine::rebuild::{Rebuilt, Role};
use concord_model::{Html, StatementKind, data, fill, html, talk::RebuildAction};

use crate::state::State;

/// The word of the role of a reason that is a way of its own.
const OWN: &str = "own";
/// The word of the role of what speaks against a statement, or answers it.
const AGAINST: &str = "against";
/// Before the number of a statement, the role of what speaks against the step from it.
const DENIES: char = '-';

/// Where statements wait.
pub(crate) const WAITING: &str = ".waiting > :first-child";
/// Where it is said what helps with one of them.
pub(crate) const HELP: &str = ".waiting > :last-child";
/// The map.
pub(crate) const MAP: &str = ".rebuilt";
/// What is to be placed next.
pub(crate) const CHOSEN: &str = ".piece:has(:checked)";

/// What was said at a statement on the map.
pub(crate) const SAID: &str = ".rebuilt .said";

/// The parts of a place, which stay while what is in them is written anew.
pub(crate) fn place(state: &State) -> Html {
    let words = state.words();
    html! {
        p.small { (words.rebuild_how()) }
        div.waiting {
            div {}
            div {}
        }
        p.group { (words.rebuild_map()) }
        ul.rebuilt tabindex="-1" {}
    }
}

/// What waits for its place; once nothing does, the answer.
pub(crate) fn waiting(state: &State) -> Html {
    let (words, plural) = (state.words(), state.plural());
    let waiting = state.waiting();
    let (right, all) = state.score();
    let count = waiting.len().to_string();
    let left =
        words.rebuild_pieces().form(plural, u32::try_from(waiting.len()).unwrap_or(u32::MAX));
    html! {
        @if waiting.is_empty() {
            @let missed = state.missed();
            @if !state.is_shown { p.said.done { (fill(words.rebuild_done(), &[("right", &right.to_string()), ("all", &all.to_string())]))
                @if !missed.is_empty() { " " (fill(words.rebuild_missed(), &[("names", &state.names(&missed))])) }
            } }
            (answer(state))
        } @else {
            fieldset.pieces {
                legend { (fill(left, &[("count", &count)])) }
                @for piece in &waiting {
                    label.piece draggable="true" data-piece=(piece) {
                        input type="radio" name="_piece" checked[state.chosen == Some(*piece)];
                        " " span { (state.short(*piece)) }
                    }
                }
            }
            p.buttons {
                button.plain type="button" data-do=(RebuildAction::Aid) { (words.rebuild_help()) }
            }
        }
    }
}

/// What stands on the map.
pub(crate) fn map(state: &State) -> Html {
    let map = state.map();
    let waits = !state.waiting().is_empty();
    html! { @for root in map.roots() { (standing(state, &map, waits, root)) } }
}

/// A statement on the map, with all that stands below it. While something `waits`, it is a button.
fn standing(state: &State, map: &Rebuilt<'_>, waits: bool, own: u32) -> Html {
    let kind = map.kind(own);
    let is_open = state.opened == Some(own) && state.chosen.is_some();
    let others: Vec<u32> = map.below(own).filter(|other| !map.kind(*other).is_support()).collect();
    let text = html! { span.part { (state.part(kind)) } " " span { (state.short(own)) } };
    html! {
        li class=(kind.name()) data-on=(own) {
            @if waits {
                button .plain.opener type="button" data-do=(RebuildAction::Open) aria-expanded=(is_open) { (text) }
                (said(state, Some(own)))
                @if let Some(piece) = state.chosen.filter(|_| is_open) { (roles(state, map, piece, own)) }
            } @else {
                p.opener { (text) }
                (said(state, Some(own)))
            }
            @for way in map.ways(own) {
                ul.way { @for premise in way { (standing(state, map, waits, premise)) } }
            }
            @if !others.is_empty() { ul { @for other in others { (standing(state, map, waits, other)) } } }
        }
    }
}

/// What was said last, where it was said.
pub(crate) fn said(state: &State, on: Option<u32>) -> Html {
    let (place, said) = &state.said;
    html! { @if *place == on && !said.is_empty() { p.said { (said) } } }
}

/// The roles that the chosen statement can play where it is put.
fn roles(state: &State, map: &Rebuilt<'_>, piece: u32, on: u32) -> Html {
    let words = state.words();
    let ways = map.ways(on);
    let answers = matches!(map.kind(on), StatementKind::Objection | StatementKind::Undercut);
    let others = |first: u32| {
        let way = ways.iter().find(|way| way.contains(&first));
        state.names(way.map_or(&[], Vec::as_slice))
    };
    let name = |role: Role| match role {
        Role::Supports(Some(first)) => fill(words.rebuild_joint(), &[("others", &others(first))]),
        Role::Supports(None) if ways.is_empty() => words.rebuild_supports().to_owned(),
        Role::Supports(None) => words.rebuild_own_way().to_owned(),
        Role::Against if answers => words.rebuild_answers().to_owned(),
        Role::Against => words.rebuild_against().to_owned(),
        Role::Denies(first) => fill(words.rebuild_denies(), &[("others", &others(first))]),
    };
    let put = fill(words.rebuild_put(), &[("piece", state.short(piece))]);
    html! {
        div.roles role="group" aria-label=(put) {
            p { (put) }
            @for role in map.roles(on) {
                button.plain type="button" data-do=(RebuildAction::Place) data-role=(word(role)) { (name(role)) }
            }
        }
    }
}

/// A role as the word of its button.
fn word(role: Role) -> String {
    match role {
        Role::Supports(Some(first)) => first.to_string(),
        Role::Supports(None) => OWN.to_owned(),
        Role::Against => AGAINST.to_owned(),
        Role::Denies(first) => format!("{DENIES}{first}"),
    }
}

/// The role of such a word.
pub(crate) fn role(word: &str) -> Option<Role> {
    match word {
        OWN => Some(Role::Supports(None)),
        AGAINST => Some(Role::Against),
        word => Some(match word.strip_prefix(DENIES) {
            Some(first) => Role::Denies(first.parse().ok()?),
            None => Role::Supports(Some(word.parse().ok()?)),
        }),
    }
}

/// The first place of each statement, where the question's form looks for it.
fn answer(state: &State) -> Html {
    html! {
        div hidden {
            @for (at, place) in state.first_places().enumerate() {
                div data-nth=(at) {
                    span.place { input type="radio" name={ "_placed-" (at) } value=(place) checked; }
                }
            }
        }
    }
}

/// The field of what waits at that place of the list.
pub(crate) fn piece_at(at: usize) -> String {
    format!(".piece:nth-of-type({}) input", at + 1)
}

/// The button that opens a statement's roles.
pub(crate) fn opener(on: u32) -> String {
    format!("{} > .opener", at(on))
}

/// All of its roles.
pub(crate) fn roles_of(on: u32) -> String {
    format!("{} > .roles", at(on))
}

/// The first of its roles.
pub(crate) fn first_role(on: u32) -> String {
    format!("{} > .roles > button", at(on))
}

/// The button of one of its roles.
pub(crate) fn role_button(on: u32, role: Role) -> String {
    let own = [concat!("[", data!(role), "=\""), &word(role), "\"]"].concat();
    format!("{} > .roles > {own}", at(on))
}

/// A statement on the map.
fn at(on: u32) -> String {
    [concat!("[", data!(on), "=\""), &on.to_string(), "\"]"].concat()
}
