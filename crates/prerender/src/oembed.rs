//! What tells other sites how a piece is shown, by <https://oembed.com>: a file for each piece, and a link to it in the pages that
//! have the piece. An answer holds whole addresses, so there are none where it is not known where the site will be.

use concord_model::{Guide, Html, Piece, Route, html};

use crate::{Page, Published, json};

/// How large a frame is, in pixels, where nobody makes it as high as its piece.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 420;

/// The piece that a page is, or has as its own.
fn piece(route: &Route) -> Option<Piece> {
    match route {
        Route::Embed(piece) => Some(piece.clone()),
        Route::Lesson(id) => Some(Piece::Lesson(id.clone())),
        Route::Model(name) => Some(Piece::Model(*name)),
        Route::Quiz => Some(Piece::Quiz),
        Route::Argument => Some(Piece::Argument),
        Route::Community => Some(Piece::Community),
        _ => None,
    }
}

fn file(piece: Piece) -> String {
    Route::Embed(piece).beside("oembed.json")
}

/// The link by which other sites find the file.
pub(crate) fn link(published: &Published, guide: &Guide, route: &Route) -> Html {
    let Some(piece) = piece(route) else { return Html::default() };
    let (title, address) = (concord::title(guide, route), published.address(&file(piece)));
    html! { link rel="alternate" type="application/json+oembed" href=(address) title=(title); }
}

/// The files of all pieces.
pub(crate) fn files(published: &Published, guide: &Guide) -> Vec<Page> {
    let pieces = Route::all(guide).into_iter().filter_map(|route| match &route {
        Route::Embed(piece) => Some(answer(published, guide, &route, piece.clone())),
        _ => None,
    });
    pieces.collect()
}

fn answer(published: &Published, guide: &Guide, route: &Route, piece: Piece) -> Page {
    let title = concord::title(guide, route);
    let address = published.of(route);
    let frame = html! {
        iframe src=(address) title=(title) width=(WIDTH) height=(HEIGHT) loading="lazy" style="border:0" {}
    };
    let text = json::object(&[
        ("version", json::text("1.0")),
        ("type", json::text("rich")),
        ("title", json::text(&title)),
        ("provider_name", json::text(&guide.title)),
        ("provider_url", json::text(&published.address(""))),
        ("width", WIDTH.to_string()),
        ("height", HEIGHT.to_string()),
        ("html", json::text(frame.as_str())),
    ]);
    Page { path: file(piece), text: text + "\n" }
}
