//! The argument map: what rests on what, in words and drawn. What answers the reader's stance is put
//! into its empty places by a program of its own.

use std::collections::BTreeMap;

use concord_model::{
    Address, ArgumentMap, Html, Id, Program, Route, html,
    talk::{ArgumentAction, Panel},
};

use crate::{
    Site, argument_map,
    text::{Scope, link, mark, page_title, panel, section},
};

/// The page has parts, each with an address of its own. Without scripts they stand below one another; where
/// the program answers, it shows one of them at a time.
pub(super) fn text(site: Site) -> Html {
    let words = site.words();
    let map = ArgumentMap::of(site.guide);
    let route = Route::Argument;
    let scope = Scope::page(site, &route);
    let drawings = argument_map::drawings(site, &map);
    let has_tensions = !map.inner_tensions().is_empty();
    let parts = [
        ("claims", words.argument_play(), play(scope, &map, &drawings)),
        (
            "follows",
            words.argument_follows(),
            html! { (panel(Panel::Result)) (panel(Panel::Cruxes)) },
        ),
        ("in-words", words.argument_in_words(), in_words(site, &map)),
        ("tensions", words.argument_tensions(), tensions(scope, &map)),
        ("readers", words.argument_compare(), compare(site)),
        ("yours", words.argument_yours(), yours(site)),
        ("files", words.argument_files(), files(site, &drawings)),
    ];
    let parts = parts.into_iter().filter(|(class, ..)| *class != "tensions" || has_tensions);
    let parts: Vec<_> = parts.collect();
    let ways = parts.iter().map(|(class, name, _)| {
        html! { li { (link(Address::new(Route::Argument, &format!("_{class}")), name)) } }
    });
    html! {
        div.argument-map data-argument data-program=(Program::Reasoner.name())
            data-off=(words.argument_off()) {
            (page_title(&Html::default(), &words.argument_map()))
            nav.tabs aria-label=(words.argument_parts()) { ul { (ways.collect::<Html>()) } }
            (panel(Panel::Notice))
            div.news { p.intro { (words.argument_intro()) } (panel(Panel::Changed)) }
            @for (class, name, inner) in &parts { (section(scope, class, name, inner)) }
        }
    }
}

/// The argument as rows that are opened and judged, with its drawings beside them.
fn play(scope: Scope<'_>, map: &ArgumentMap, drawings: &[argument_map::Drawing]) -> Html {
    let site = scope.site;
    let words = site.words();
    let starts = [
        (ArgumentAction::Granted, words.argument_granted()),
        (ArgumentAction::Opening, words.argument_opening()),
        (ArgumentAction::Alone, words.argument_alone()),
        (ArgumentAction::Blank, words.argument_blank()),
    ];
    let keys: Vec<&str> = drawings.iter().map(|drawing| drawing.key.as_str()).collect();
    html! {
        @if !site.guide.what_ifs.is_empty() {
            p .buttons.tries.live {
                @for (nth, tried) in site.guide.what_ifs.iter().enumerate() {
                    button.plain type="button" data-do=(ArgumentAction::WhatIf) data-on=(ids(&tried.reject))
                        aria-describedby=[tried.then.as_ref().map(|_| then_id(nth))] { (tried.ask) }
                }
                // The way back from all that was tried.
                button.plain type="button" data-do=(ArgumentAction::Granted) { (words.argument_granted()) }
            }
            @for (nth, tried) in site.guide.what_ifs.iter().enumerate() {
                @if let Some(then) = &tried.then { p.then id=(then_id(nth)) hidden { (then) } }
            }
        }
        div.board {
            (argument_map::rows(site, map, &keys))
            details.drawn {
                summary { (words.argument_drawn()) }
                @for drawing in drawings { (part(scope, map, drawing)) }
                (argument_map::legend(site))
                p.small { (words.argument_drawing_same()) }
            }
        }
        details.starts.live {
            summary { (words.argument_starts()) }
            p .how { (words.argument_how()) }
            (buttons(Some("plain"), &starts))
        }
    }
}

/// The id of what is said to a question of what if.
fn then_id(nth: usize) -> String {
    format!("_then-{nth}")
}

/// Ids as a button names what it judges.
fn ids(all: &[Id]) -> String {
    all.iter().map(Id::as_str).collect::<Vec<_>>().join(" ")
}

/// The place where two readers are compared, and how to come to a comparison.
fn compare(site: Site) -> Html {
    let words = site.words();
    html! {
        (panel(Panel::Compare))
        p { (words.argument_compare_how()) }
        (buttons(None, &[(ArgumentAction::Share, words.argument_share())]))
    }
}

/// The outline, with what folds it and who is heard in it.
fn in_words(site: Site, map: &ArgumentMap) -> Html {
    let words = site.words();
    let folding = [
        (ArgumentAction::Fold, words.argument_fold()),
        (ArgumentAction::Unfold, words.argument_unfold()),
    ];
    let speaks = |mark| map.statements.iter().any(|own| own.mark == mark);
    html! {
        fieldset .filter.live {
            legend { (words.filter()) }
            @for owner in site.guide.owners.iter().filter(|owner| speaks(owner.mark)) {
                label {
                    input type="checkbox" data-owner=(owner.mark.name()) checked;
                    (mark(owner.mark)) (owner.name)
                }
            }
        }
        (buttons(Some("plain"), &folding))
        p .small.live { (words.argument_outline_keys()) }
        (argument_map::outline(site, map))
    }
}

/// Where readers object and reply in their own words.
fn yours(site: Site) -> Html {
    html! {
        p { (site.words().argument_yours_how()) }
        (panel(Panel::Brought))
        (panel(Panel::Write))
        (panel(Panel::Own))
    }
}

/// Buttons, each with what it does and its name.
fn buttons(class: Option<&str>, buttons: &[(ArgumentAction, &str)]) -> Html {
    html! {
        p .buttons.live {
            @for (does, name) in buttons {
                button type="button" class=[class] data-do=(does) { (name) }
            }
        }
    }
}

/// Where the work pulls against itself, which no verdict of a reader changes: a line for each
/// objection, with what it follows from and what it speaks against.
fn tensions(scope: Scope<'_>, map: &ArgumentMap) -> Html {
    let words = scope.site.words();
    let mut pulls: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
    for (source, objection, attacked) in map.inner_tensions() {
        pulls.entry((objection, attacked)).or_default().push(source);
    }
    let statement = |number: u32| {
        let own = map.statements.get(number as usize);
        html! { @if let Some(own) = own { a href=(own.href) { (own.title) } } }
    };
    html! {
        ul {
            @for ((objection, attacked), sources) in pulls {
                li {
                    strong { (statement(objection)) } ": "
                    (Html::joined(sources.into_iter().map(statement), ", ")) " "
                    em { (words.argument_tension()) } " "
                    (statement(attacked))
                }
            }
        }
        (buttons(Some("plain"), &[(ArgumentAction::Alone, words.argument_alone())]))
        (panel(Panel::Tension))
    }
}

/// A drawing with its heading, and the ways to its lesson and its file.
fn part(scope: Scope<'_>, map: &ArgumentMap, drawing: &argument_map::Drawing) -> Html {
    let site = scope.site;
    let id = format!("_part-{}", drawing.key);
    let lesson = Id::new(&drawing.key).ok().filter(|id| site.guide.lesson(id).is_some());
    let heading = match lesson {
        Some(lesson) => link(Route::Lesson(lesson), &drawing.title),
        None => Html::escaped(&drawing.title),
    };
    html! {
        section.part data-part=(drawing.key) aria-labelledby=[scope.named_by(&id)] {
            (scope.heading(3, &id, &heading))
            section.canvas tabindex="0" aria-label=(drawing.name(site)) { (drawing.inline(site, map)) }
        }
    }
}

/// The argument as files, for other tools.
fn files(site: Site, drawings: &[argument_map::Drawing]) -> Html {
    let words = site.words();
    let whole = [
        (Route::Argument.beside(argument_map::ARGDOWN), words.argument_argdown().to_owned()),
        (Route::Argument.beside(argument_map::JSON), words.argument_json().to_owned()),
    ];
    let drawings = drawings.iter().map(|drawing| (drawing.file(), drawing.file_name(site)));
    html! {
        ul {
            @for (href, name) in whole.into_iter().chain(drawings) {
                li { a href=(href) download { (name) } }
            }
        }
    }
}
