//! The two shapes that most controls are made of: a part, whose HTML follows what it is made of, and a group of parts with
//! those who hear what happens in it.
//!
//! Leptos compiles what builds, follows and takes down a view for each type of view by itself, and each template is a type.

use std::{cell::Cell, rc::Rc};

use concord_model::Html;
use gloo::events::{EventListener, EventListenerOptions};
use leptos::{html::custom, prelude::*};
use web_sys::Element;
pub(crate) use web_sys::Event;

use super::put::following;

/// Who hears an event of that name.
pub(crate) type Heard = (&'static str, Box<dyn FnMut(&Event)>);

/// Who hears it.
pub(crate) fn heard(name: &'static str, act: impl FnMut(&Event) + 'static) -> Heard {
    (name, Box::new(act))
}

/// An element that has no box of its own, with HTML.
pub(crate) fn still(html: Html) -> AnyView {
    run(move || html.clone())
}

/// The same with HTML that follows what it is made of.
pub(crate) fn run(html: impl Fn() -> Html + Send + 'static) -> AnyView {
    part("div", "run", None, Box::new(html))
}

/// Something that is read out when it changes.
pub(crate) fn status(
    tag: &'static str,
    class: &'static str,
    html: impl Fn() -> Html + Send + 'static,
) -> AnyView {
    part(tag, class, Some("status"), Box::new(html))
}

fn part(
    tag: &'static str,
    class: &'static str,
    role: Option<&'static str>,
    html: Box<dyn Fn() -> Html + Send>,
) -> AnyView {
    let class = Some(class).filter(|class| !class.is_empty());
    custom(tag).attr("class", class).attr("role", role).inner_html(following(html)).into_any()
}

/// Parts in one element, with who hears what happens in it.
pub(crate) fn group(
    tag: &'static str,
    class: &'static str,
    parts: Vec<AnyView>,
    heard: Vec<Heard>,
) -> AnyView {
    // Until something answers, a form of this method sends nothing and leads nowhere.
    let method = (tag == "form").then_some("dialog");
    custom(tag)
        .attr("class", class)
        .attr("method", method)
        .directive(listen, Rc::new(Cell::new(heard)))
        .child(parts)
        .into_any()
}

/// Listens for as long as the view is there.
fn listen(element: Element, heard: Rc<Cell<Vec<Heard>>>) {
    let listener = |(name, act): Heard| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&element, name, options, act)
    };
    StoredValue::new_local(heard.take().into_iter().map(listener).collect::<Vec<_>>());
}
