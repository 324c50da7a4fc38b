//! Addresses and links of the guide, as the site writes them.

use concord_model::{Address, Form, Html, Item, Lesson, Route, html};
use maud::Render;

/// The address of a page or of a place on it, as the site writes it.
pub(crate) fn href(address: impl Into<Address>) -> String {
    address.into().href(Form::Folder)
}

/// The place of a question: in its lesson, or the lesson alone if that does not show it.
pub(crate) fn place_of(lesson: &Lesson, item: &Item) -> Address {
    let page = Route::Lesson(lesson.id.clone());
    if item.later { page.into() } else { Address::new(page, item.id.as_str()) }
}

/// A link to a page or a place of the guide.
pub(crate) fn link(address: impl Into<Address>, inner: &dyn Render) -> Html {
    html! { a href=(href(address)) { (inner) } }
}
