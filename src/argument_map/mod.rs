//! The argument as a map: an outline and drawings of the same statements. Only the prerenderer writes
//! it, so none of it is in the program.
//!
//! `ArgumentMap::of` (`crates/model/src/mapping.rs`) makes the graph from a guide: statements, steps, attacks, undercuts. The
//! compiler checks it (`lower/argument.rs`), and `crates/engine/src/argument` says what it means. Beside the page, each
//! drawing is written as a file, with the exports (`crates/prerender/src/exports`) and the graph with the words for the
//! program that reasons over it. What answers goes into empty places of the page. A lesson shows its drawing as a picture
//! from that file, as a page that the browser writes holds no drawing; when the picture is seen, the program that reasons
//! puts the drawing itself in its place, and it answers there.
//!
//! Each statement stands once in full in the outline, and the exports hold the same statements and relations;
//! `tests/journeys/exports.test.mjs` reads them with Argdown's own parser. Dashes in drawings say what a statement does, and
//! sign, weight and a stroke through it what becomes of it.

mod board;
mod drawing;
mod lines;
mod outline;
mod signs;
mod sizes;
mod sketch;
mod wrap;

use concord_model::{ArgumentMap, Html, Route, fill};

use crate::Site;
pub(crate) use board::rows;
pub(crate) use outline::outline;
pub(crate) use signs::legend;
use sketch::Sketch;

/// A drawing of a part of the argument.
pub(crate) struct Drawing {
    /// Its name in addresses.
    pub(crate) key: String,
    /// Its title, as plain text.
    pub(crate) title: String,
    sketch: Sketch,
}

impl Drawing {
    /// As a part of a page.
    pub(crate) fn inline(&self, site: Site, map: &ArgumentMap) -> Html {
        drawing::svg(site, map, &self.sketch, None)
    }

    /// What the drawing shows, in a few words.
    pub(crate) fn name(&self, site: Site) -> String {
        fill(site.words().argument_drawing(), &[("title", &self.title)])
    }

    /// What a link to its file says.
    pub(crate) fn file_name(&self, site: Site) -> String {
        fill(site.words().argument_svg(), &[("title", &self.title)])
    }

    /// Where the drawing stands as a file of its own.
    pub(crate) fn file(&self) -> String {
        Route::Argument.beside(&format!("{}.svg", self.key))
    }
}

/// The key of the drawing of all claims and conclusions. No lesson has an id with this sign.
pub(crate) const OVERVIEW: &str = "_overview";

/// The name of the argument's file for Argdown, beside its page.
pub const ARGDOWN: &str = "argument.argdown";

/// The name of the argument's file of data, beside its page.
pub const JSON: &str = "argument.json";

/// All drawings: conclusions and claims first, then each lesson's part.
pub(crate) fn drawings(site: Site, map: &ArgumentMap) -> Vec<Drawing> {
    let overview = Drawing {
        key: OVERVIEW.to_owned(),
        title: site.words().argument_overview().to_owned(),
        sketch: Sketch::overview(map),
    };
    let lessons = (0..).zip(&site.guide.lessons).map(|(place, lesson)| Drawing {
        key: lesson.id.to_string(),
        title: lesson.title.clone(),
        sketch: Sketch::of_lesson(map, place),
    });
    let lessons = lessons.filter(|drawing| !drawing.sketch.is_empty());
    std::iter::once(overview).chain(lessons).collect()
}

/// A drawing as a file of its own.
pub struct DrawingFile {
    /// Path below the site's root, with `/`.
    pub path: String,
    /// SVG.
    pub svg: String,
}

/// All drawings as files of their own, which need nothing beside them.
#[must_use]
pub fn drawing_files(site: Site, map: &ArgumentMap) -> Vec<DrawingFile> {
    let file = |drawing: &Drawing| DrawingFile {
        path: drawing.file(),
        svg: drawing::svg(site, map, &drawing.sketch, Some(&drawing.title)).into_string() + "\n",
    };
    drawings(site, map).iter().map(file).collect()
}
