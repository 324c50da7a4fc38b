//! A piece in another site's frame: links to places in it stay there, all others open beside the
//! page that shows the frame.

use concord_model::{Address, Piece, Route};
use gloo::utils::window;

use crate::browser::{clicks::on_click, page};

pub(super) fn follow(piece: Piece) {
    on_click("a[href]", move |event, link| {
        let address = link.get_attribute("href").map(|href| Address::parse(&href));
        let own = match &piece {
            Piece::Lesson(own) => Route::Lesson(own.clone()),
            Piece::Argument => Route::Argument,
            _ => return,
        };
        let Some(Address { route, fragment: Some(place) }) = address else { return };
        if route == own && page::element(&place).is_some() {
            event.prevent_default();
            let _ = window().location().set_hash(&place);
        }
    });
}
