//! The real pack, compiled once for all rules, and its pages as text.

use std::{path::Path, sync::LazyLock};

use concord_compiler::{compile, read_pack, report};
use concord_model::{Block, Community, Form, Guide, Route};

use crate::text::{Part, Passage, Places, passages};

static PACK: LazyLock<(Guide, Community)> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let files = read_pack(&folder).unwrap();
    let compiled = compile(&files);
    let report = report("content", &files, &compiled.diagnostics, false);
    let guide = compiled.guide.unwrap_or_else(|| panic!("the pack has errors:\n{report}"));
    (guide, compiled.community)
});

pub(crate) fn guide() -> &'static Guide {
    &PACK.0
}

pub(crate) fn community() -> &'static Community {
    &PACK.1
}

/// The name of a page in faults and exemptions: a lesson's is its id.
pub(crate) fn name(route: &Route) -> String {
    match route {
        Route::Home => "home".to_owned(),
        Route::Lesson(id) => id.to_string(),
        other => other.href(Form::Folder).trim_end_matches('/').to_owned(),
    }
}

/// All that a reader reads on a page with blocks, in reading order; notes come last.
pub(crate) fn text_of(route: &Route, blocks: &[Block]) -> Vec<Passage> {
    let mut places = Places::new(name(route));
    places.blocks(blocks);
    let notes = match route {
        Route::Lesson(id) => guide().lesson(id).map(|(_, lesson)| lesson.notes.as_slice()),
        _ => None,
    };
    for (number, note) in (1..).zip(notes.unwrap_or_default()) {
        places.section = format!("note-{number}");
        places.add(Part::Prose, note);
    }
    places.passages
}

/// All text of the guide: its pages with blocks, and the glossary.
pub(crate) fn text() -> Vec<Passage> {
    let pages = guide().pages().flat_map(|(route, blocks)| text_of(&route, blocks));
    let terms = guide().terms.iter();
    let terms = terms.flat_map(|term| {
        passages(&name(&Route::Glossary), term.id.as_str(), Part::Prose, &term.definition)
    });
    pages.chain(terms).collect()
}
