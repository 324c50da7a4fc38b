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

pub(super) fn text(site: Site) -> Html {
    let words = site.words();
    let map = ArgumentMap::of(site.guide);
    let route = Route::Argument;
    let scope = Scope::page(site, &route);
    let drawings = argument_map::drawings(site, &map);
    let (overview, lessons) = drawings.split_at(1.min(drawings.len()));
    let draw = |drawings: &[argument_map::Drawing]| -> Html {
        drawings.iter().map(|drawing| part(scope, &map, drawing)).collect()
    };
    let drawn = html! {
        p.small { (words.argument_drawing_same()) }
        (argument_map::legend(site))
        (draw(overview))
    };
    html! {
        div.argument-map data-argument data-program=(Program::Reasoner.name())
            data-off=(words.argument_off()) {
            (page_title(&Html::default(), &words.argument_map()))
            p.intro { (words.argument_intro()) }
            (ways(site))
            (stance(site, &map))
            (tensions(scope, &map))
            (section(scope, "drawn", words.argument_drawn(), &drawn))
            (section(scope, "in-words", words.argument_in_words(), &in_words(site, &map)))
            (section(scope, "by-lesson", words.argument_by_lesson(), &draw(lessons)))
            (section(scope, "files", words.argument_files(), &files(site, &drawings)))
        }
    }
}

/// Links to the parts of the page, which is long.
fn ways(site: Site) -> Html {
    let words = site.words();
    let parts = [
        ("_tensions", words.argument_tensions()),
        ("_drawn", words.argument_drawn()),
        ("_in-words", words.argument_in_words()),
        ("_by-lesson", words.argument_by_lesson()),
        ("_files", words.argument_files()),
    ];
    let parts = parts.map(|(id, name)| link(Address::new(Route::Argument, id), &name));
    html! { p.ways { (Html::joined(parts, " ")) } }
}

/// The outline, with what folds it.
fn in_words(site: Site, map: &ArgumentMap) -> Html {
    let words = site.words();
    let folding = [
        (ArgumentAction::Fold, words.argument_fold()),
        (ArgumentAction::Unfold, words.argument_unfold()),
    ];
    html! {
        (buttons(Some("plain"), &folding))
        p .small.live { (words.argument_outline_keys()) }
        (argument_map::outline(site, map))
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

/// What answers the reader: buttons, the filter of owners, and places for what follows.
fn stance(site: Site, map: &ArgumentMap) -> Html {
    let words = site.words();
    let stances = [
        (ArgumentAction::Granted, words.argument_granted()),
        (ArgumentAction::Opening, words.argument_opening()),
        (ArgumentAction::Blank, words.argument_blank()),
        (ArgumentAction::Share, words.argument_share()),
    ];
    let speaks = |mark| map.statements.iter().any(|own| own.mark == mark);
    html! {
        (panel(Panel::Notice)) (panel(Panel::Compare)) (panel(Panel::Changed))
        p .how.live { (words.argument_how()) }
        (buttons(None, &stances))
        (panel(Panel::Result)) (panel(Panel::Cruxes))
        fieldset .filter.live {
            legend { (words.filter()) }
            @for owner in site.guide.owners.iter().filter(|owner| speaks(owner.mark)) {
                label {
                    input type="checkbox" data-owner=(owner.mark.name()) checked;
                    (mark(owner.mark)) (owner.name)
                }
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
    if pulls.is_empty() {
        return Html::default();
    }
    let statement = |number: u32| {
        let own = map.statements.get(number as usize);
        html! { @if let Some(own) = own { a href=(own.href) { (own.title) } } }
    };
    let inner = html! {
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
    };
    section(scope, "tensions", words.argument_tensions(), &inner)
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
