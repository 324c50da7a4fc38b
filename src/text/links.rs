//! Addresses and links of the guide, as the site writes them.

use concord_model::{Address, Form, Html, html};
use maud::Render;

/// The address of a page or of a place on it, as the site writes it.
pub(crate) fn href(address: impl Into<Address>) -> String {
    address.into().href(Form::Folder)
}

/// A link to a page or a place of the guide.
pub(crate) fn link(address: impl Into<Address>, inner: &dyn Render) -> Html {
    html! { a href=(href(address)) { (inner) } }
}
