//! A text to copy: its field, its button, and the line that says that it was copied. `app/share.rs` copies it.

use concord_model::{Html, html};

use crate::Site;

/// The HTML id of the line that says that a text was copied.
pub(crate) const COPIED: &str = "_copied";

/// A text to copy, with its name and its button.
pub(crate) fn field(site: Site, name: &str, label: &str, text: &str) -> Html {
    let [field, own, button] =
        ["_copy-", "_label-", "_button-"].map(|start| start.to_owned() + name);
    html! {
        p.copy {
            label #(own) for=(field) { (label) }
            input #(field) type="text" readonly value=(text);
            button #(button) type="button" aria-labelledby={ (button) " " (own) } data-copies=(field) {
                (site.words().copy())
            }
        }
    }
}

/// Where it is said that a text was copied.
pub(crate) fn copied() -> Html {
    html! { p.small #(COPIED) role="status" {} }
}
