//! HTML is written in one way: by templates, which give an `Html`. Texts with tags in them stand only where
//! something else than a template has to be read or written, and HTML goes into a page in one place.

#![cfg(test)]

mod shipped;
mod tree;

use shipped::shipped;

/// Who has texts with tags in them.
const TAGS: [(&str, &str); 13] = [
    ("crates/model/src/html.rs", "is the way itself: elements whose names no template knows"),
    ("crates/compiler/src/html.rs", "puts tags between what the Markdown library writes"),
    ("crates/compiler/src/table.rs", "opens cells, which that library closes"),
    ("crates/compiler/src/foreign.rs", "opens a span, which that library's link closes"),
    ("crates/compiler/src/near/", "speaks of mark-up to its author"),
    ("crates/compiler/src/figure.rs", "writes an author's drawing anew, by a list of elements"),
    ("crates/packages/src/pages.rs", "rewrites pages as the prerenderer wrote them"),
    ("crates/packages/src/questions/text.rs", "writes the guide's HTML for other systems"),
    ("crates/prerender/src/assets.rs", "reads what Trunk wrote"),
    ("crates/prerender/src/exports/argdown.rs", "writes Argdown, where names of steps stand so"),
    ("crates/prerender/src/hosts.rs", "writes what Apache reads"),
    ("crates/reasoner/src/view/file.rs", "takes the colours out of a drawing's file"),
    ("src/controls/mod.rs", "takes marks out of what Leptos writes"),
];

/// Who makes HTML of a text.
const MAKERS: [(&str, &str); 15] = [
    ("crates/model/src/html.rs", "is the way itself"),
    ("crates/model/src/talk/value.rs", "the worker wrote it by templates"),
    ("crates/compiler/src/html.rs", "the Markdown library writes texts"),
    ("crates/compiler/src/figure.rs", "shapes are written one by one"),
    ("crates/packages/src/package.rs", "a table in JSON, which is no text to escape"),
    ("crates/packages/src/pages.rs", "reads pages as the prerenderer wrote them"),
    ("crates/packages/src/single_file.rs", "files and a script, which are no text to escape"),
    ("crates/packages/src/questions/text.rs", "writes the guide's HTML for other systems"),
    ("crates/reasoner/src/view/file.rs", "a drawing is a file of the site"),
    ("crates/prerender/src/document.rs", "scripts, which are no text to escape"),
    ("crates/prerender/src/moved.rs", "a script, too"),
    ("crates/prerender/src/published.rs", "data for machines in a script"),
    ("src/argument_map/drawing.rs", "a stylesheet, which is no text to escape"),
    ("src/text/rewrite.rs", "moves HTML to another page"),
    ("src/controls/mod.rs", "Leptos writes texts"),
];

/// Where HTML goes into a page.
const SINKS: [(&str, &str); 2] = [
    ("src/browser/put.rs", "is the one place of the guide's program"),
    ("crates/dom/src/put.rs", "is the one place of the programs beside it"),
];

/// Whether a token is a text that has the beginning of a tag.
fn has_tag(token: &str) -> bool {
    let is_text = token.starts_with(['"', 'r', 'b']) && token.ends_with(['"', '#']);
    is_text
        && token.match_indices('<').any(|(at, _)| {
            let next = token.get(at + 1..).and_then(|rest| rest.chars().next());
            next.is_some_and(|next| next.is_ascii_alphabetic() || "/!{".contains(next))
        })
}

/// The faults of a kind that stand elsewhere than where they may.
fn faults(allowed: &[(&str, &str)], is_fault: impl Fn(&[String]) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for (name, words) in shipped() {
        if allowed.iter().any(|(place, _)| name.starts_with(place)) {
            continue;
        }
        let places = (0..words.len()).filter_map(|at| words.get(at..));
        let faults = places.filter(|rest| is_fault(rest)).filter_map(|rest| rest.first());
        found.extend(faults.map(|word| format!("{name}: {word}")));
    }
    found
}

#[test]
fn no_text_has_tags() {
    let found = faults(&TAGS, |rest| rest.first().is_some_and(|word| has_tag(word)));
    assert!(found.is_empty(), "write these by `html!`: {found:#?}");
}

#[test]
fn html_is_made_of_texts_in_few_places() {
    let found = faults(&MAKERS, |rest| rest.first().is_some_and(|word| word == "made_elsewhere"));
    assert!(found.is_empty(), "write these by `html!`, or say why not in MAKERS: {found:#?}");
}

#[test]
fn html_goes_into_the_page_in_one_place() {
    const INTO: [&str; 5] = [
        "set_inner_html",
        "set_outer_html",
        "insert_adjacent_html",
        "write_1",
        "create_contextual_fragment",
    ];
    let found =
        faults(&SINKS, |rest| rest.first().is_some_and(|word| INTO.contains(&word.as_str())));
    assert!(found.is_empty(), "put these by `browser::put`, or by `concord_dom::put`: {found:#?}");
}

/// Leptos takes texts, too.
#[test]
fn views_show_html_alone() {
    let found = faults(&[], |rest| {
        let [name, sign, value @ ..] = rest else { return false };
        let is_html =
            value.first().is_some_and(|value| ["shown", "following"].contains(&value.as_str()));
        name == "inner_html" && sign == "=" && !is_html
    });
    assert!(found.is_empty(), "write `inner_html=shown(html)`: {found:#?}");
}

/// Whoever may, does, or the lists above would only grow.
#[test]
fn the_lists_name_nobody_in_vain() {
    let uses = |place: &str, is_use: &dyn Fn(&str) -> bool| {
        let mut files = shipped().iter().filter(|(name, _)| name.starts_with(place));
        files.any(|(_, words)| words.iter().any(|word| is_use(word)))
    };
    for (place, _) in TAGS {
        assert!(uses(place, &has_tag), "{place} has no tags in texts");
    }
    for (place, _) in MAKERS {
        assert!(uses(place, &|word| word == "made_elsewhere"), "{place} makes no HTML of a text");
    }
}
