//! The argument map: what rests on what, in words and drawn. What answers the reader's stance is put
//! into its empty places by a program of its own.

use std::collections::BTreeMap;

use concord_model::{Address, ArgumentMap, Html, Id, Route};

use crate::{
    Site,
    argument::panel,
    map,
    scope::Scope,
    text::{link, mark, page_title, section, word},
};

pub(super) fn text(site: Site) -> String {
    let words = site.words();
    let map = ArgumentMap::of(site.guide);
    let route = Route::Argument;
    let scope = Scope::page(site, &route);
    let drawings = map::drawings(site, &map);
    let (overview, lessons) = drawings.split_at(1.min(drawings.len()));
    let draw = |drawings: &[map::Drawing]| -> String {
        drawings.iter().map(|drawing| part(scope, &map, drawing)).collect()
    };
    let drawn = format!(
        "<p class=\"small\">{}</p>{}{}",
        word(words.argument_drawing_same()),
        map::legend(site),
        draw(overview)
    );
    format!(
        "<div class=\"argument-map\" data-argument>{title}<p class=\"intro\">{intro}</p>{ways}{stance}{tensions}\
         {drawn}{in_words}{lessons}{files}</div>",
        title = page_title("", &word(words.argument_map())),
        intro = word(words.argument_intro()),
        ways = ways(site),
        stance = stance(site, &map),
        tensions = tensions(scope, &map),
        drawn = section(scope, "drawn", words.argument_drawn(), &drawn),
        in_words = section(scope, "in-words", words.argument_in_words(), &in_words(site, &map)),
        lessons = section(scope, "by-lesson", words.argument_by_lesson(), &draw(lessons)),
        files = section(scope, "files", words.argument_files(), &files(site, &drawings)),
    )
}

/// Links to the parts of the page, which is long.
fn ways(site: Site) -> String {
    let words = site.words();
    let parts = [
        ("_tensions", words.argument_tensions()),
        ("_drawn", words.argument_drawn()),
        ("_in-words", words.argument_in_words()),
        ("_by-lesson", words.argument_by_lesson()),
        ("_files", words.argument_files()),
    ];
    let parts = parts.map(|(id, name)| link(Address::new(Route::Argument, id), &word(name)));
    format!("<p class=\"ways\">{}</p>", parts.join(" "))
}

/// The outline, with what folds it.
fn in_words(site: Site, map: &ArgumentMap) -> String {
    let words = site.words();
    let folding = [("fold", words.argument_fold()), ("unfold", words.argument_unfold())];
    format!(
        "{}<p class=\"small live\">{}</p>{}",
        buttons(PLAIN, &folding),
        word(words.argument_outline_keys()),
        map::outline(site, map)
    )
}

/// What makes a button plain.
const PLAIN: &str = " class=\"plain\"";

/// Buttons, each with what it does and its name.
fn buttons(attributes: &str, buttons: &[(&str, &str)]) -> String {
    let button = |(does, name): &(&str, &str)| {
        format!("<button type=\"button\"{attributes} data-do=\"{does}\">{}</button>", word(name))
    };
    let buttons: String = buttons.iter().map(button).collect();
    format!("<p class=\"buttons live\">{buttons}</p>")
}

/// What answers the reader: buttons, the filter of owners, and places for what follows.
fn stance(site: Site, map: &ArgumentMap) -> String {
    let words = site.words();
    let stances = [
        ("granted", words.argument_granted()),
        ("opening", words.argument_opening()),
        ("blank", words.argument_blank()),
        ("share", words.argument_share()),
    ];
    let speaks = |mark| map.statements.iter().any(|own| own.mark == mark);
    let owners = site.guide.owners.iter().filter(|owner| speaks(owner.mark));
    let owners: String = owners
        .map(|owner| {
            format!(
                "<label><input type=\"checkbox\" data-owner=\"{}\" checked>{}{}</label>",
                owner.mark.name(),
                mark(owner.mark),
                word(&owner.name)
            )
        })
        .collect();
    let panels = |names: &[&str]| names.iter().copied().map(panel).collect::<String>();
    format!(
        "{}<p class=\"how live\">{}</p>{}{}<fieldset class=\"filter live\"><legend>{}</legend>{owners}</fieldset>",
        panels(&["notice", "compare", "changed"]),
        word(words.argument_how()),
        buttons("", &stances),
        panels(&["result", "cruxes"]),
        word(words.filter())
    )
}

/// Where the work pulls against itself, which no verdict of a reader changes: a line for each
/// objection, with what it follows from and what it speaks against.
fn tensions(scope: Scope<'_>, map: &ArgumentMap) -> String {
    let words = scope.site.words();
    let mut pulls: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
    for (source, objection, attacked) in map.inner_tensions() {
        pulls.entry((objection, attacked)).or_default().push(source);
    }
    let statement = |number: u32| {
        let own = map.statements.get(number as usize);
        own.map(|own| format!("<a href=\"{}\">{}</a>", own.href, own.title)).unwrap_or_default()
    };
    let entries = pulls.into_iter().map(|((objection, attacked), sources)| {
        let sources: Vec<String> = sources.into_iter().map(statement).collect();
        format!(
            "<li><strong>{}</strong>: {} <em>{}</em> {}</li>",
            statement(objection),
            sources.join(", "),
            word(words.argument_tension()),
            statement(attacked)
        )
    });
    let entries: String = entries.collect();
    if entries.is_empty() {
        return entries;
    }
    let see = buttons(PLAIN, &[("alone", words.argument_alone())]) + &panel("tension");
    section(scope, "tensions", words.argument_tensions(), &format!("<ul>{entries}</ul>{see}"))
}

/// A drawing with its heading, and the ways to its lesson and its file.
fn part(scope: Scope<'_>, map: &ArgumentMap, drawing: &map::Drawing) -> String {
    let site = scope.site;
    let id = format!("_part-{}", drawing.key);
    let title = word(&drawing.title);
    let lesson = Id::new(&drawing.key).ok().filter(|id| site.guide.lesson(id).is_some());
    let heading = match lesson {
        Some(lesson) => link(Route::Lesson(lesson), &title),
        None => title,
    };
    format!(
        "<section class=\"part\" data-part=\"{key}\"{named}>{heading}\
         <section class=\"canvas\" tabindex=\"0\" aria-label=\"{name}\">{svg}</section></section>",
        key = drawing.key,
        named = scope.named_by(&id),
        heading = scope.heading(3, &id, &Html(heading)),
        name = word(&drawing.name(site)),
        svg = drawing.inline(site, map),
    )
}

/// The argument as files, for other tools.
fn files(site: Site, drawings: &[map::Drawing]) -> String {
    let words = site.words();
    let file =
        |href: &str, name: &str| format!("<li><a href=\"{href}\" download>{}</a></li>", word(name));
    let whole = [
        file(&Route::Argument.beside(map::ARGDOWN), words.argument_argdown()),
        file(&Route::Argument.beside(map::JSON), words.argument_json()),
    ];
    let drawings = drawings.iter().map(|drawing| file(&drawing.file(), &drawing.file_name(site)));
    format!("<ul>{}{}</ul>", whole.concat(), drawings.collect::<String>())
}
