//! Statements of the reader's own: the form in which they are written, where they stand beside what they answer, and
//! what comes by a link or a file.

use concord_model::{
    Html, Route, data, html, percent_encoded,
    talk::{ArgumentAction, Panel, Request, Verdict},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, ScrollLogicalPosition,
};

use super::{
    dom::{self, all, around, attribute, first, named, set},
    link, panels, parts,
};

/// The largest file that is read, in bytes: more than all that a reader may write takes, whatever its language.
const MOST_BYTES: f64 = 6_000_000.0;

/// Where a statement of the reader's own stands beside one of the guide.
const BESIDE: &str = ".beside";

/// The parts of the form.
struct Form {
    place: Element,
    target: HtmlSelectElement,
    text: HtmlTextAreaElement,
}

impl Form {
    fn of(root: &Element) -> Option<Self> {
        let place = dom::panel(root, Panel::Write)?;
        let target = first(&place, "select")?.dyn_into().ok()?;
        let text = first(&place, "textarea")?.dyn_into().ok()?;
        Some(Self { place, target, text })
    }

    /// Chooses what is answered. One of the reader's own may not be in the list yet.
    fn choose(&self, target: &str) {
        self.target.set_value(target);
        if self.target.value() != target {
            let name = dom::root().and_then(|root| named(&root, data!(node), target));
            let name = name.and_then(|own| first(&own, "blockquote")?.text_content());
            let name: String = name.unwrap_or_default().chars().take(60).collect();
            dom::put_end(&self.target, &html! { option value=(target) { (name) } });
            self.target.set_value(target);
        }
    }

    fn go_to(&self) {
        parts::reveal(&self.place);
        dom::scroll_to(&self.place, ScrollLogicalPosition::Center);
        let _ = self.text.focus();
    }
}

/// Opens the form for an answer to a statement; elsewhere than on the argument's page, that page.
pub(super) fn object(root: &Element, target: &str) {
    let Some(form) = Form::of(root) else { return };
    begin(&form.place);
    form.choose(target);
    form.go_to();
}

/// Puts a statement of the reader's own into the form, to be worded otherwise.
pub(super) fn reword(root: &Element, button: &Element) {
    let own = around(button, concat!("[", data!(node), "]"));
    let (Some(form), Some(own)) = (Form::of(root), own) else { return };
    form.choose(&attribute(&own, data!(on)));
    form.text.set_value(&text_of(&own).unwrap_or_default());
    let pressed =
        first(&own, "[aria-pressed=true]").map(|button| attribute(&button, data!(verdict)));
    for input in all::<HtmlInputElement>(&form.place, "input") {
        input.set_checked(Some(input.value()) == pressed);
    }
    set(&form.place, data!(of), &attribute(&own, data!(node)));
    form.go_to();
}

/// The text of one of them, with the ends of its lines. Browsers differ in what they leave out of the text that is seen.
fn text_of(own: &Element) -> Option<String> {
    let text = first(own, "blockquote")?.clone_node_with_deep(true).ok()?;
    let text = text.dyn_into::<Element>().ok()?;
    for end in all::<Element>(&text, "br") {
        let _ = end.replace_with_with_str_1("\n");
    }
    text.text_content()
}

/// Adds what the form holds.
pub(super) fn write(root: &Element) {
    let Some(form) = Form::of(root) else { return };
    let verdict =
        all::<HtmlInputElement>(&form.place, "input").into_iter().find(HtmlInputElement::checked);
    let verdict = verdict.and_then(|input| Verdict::read(&input.value())).unwrap_or_default();
    let text = percent_encoded(&form.text.value(), |byte| byte.is_ascii_alphanumeric());
    let own = attribute(&form.place, data!(of));
    link::ask(Request::Write(&own, &form.target.value(), verdict, &text));
}

/// What is written next is a new one.
pub(super) fn begin(place: &Element) {
    let _ = place.remove_attribute(data!(of));
}

/// Gives the focus to the list, as what had it goes away.
pub(super) fn to_list(root: &Element) {
    if let Some(list) = dom::panel(root, Panel::Own) {
        set(&list, "tabindex", "-1");
        dom::focus(&list);
    }
}

/// Shows those that answer a statement wherever it stands, but not in drawings.
pub(super) fn show_beside(root: &Element, id: &str, html: &Html) {
    let places = all::<Element>(root, &[concat!("[", data!(node), "=\""), id, "\"]"].concat());
    for place in places.iter().filter(|place| place.local_name() != "g") {
        // A row holds what belongs to it in its inner part.
        let inner = first(place, ":scope > .opened").unwrap_or_else(|| place.clone());
        dom::put_end(&inner, &html! { div.beside.yours { (html) } });
    }
}

/// Takes away what stands beside statements.
pub(super) fn clear_beside(root: &Element) {
    all::<Element>(root, BESIDE).iter().for_each(Element::remove);
}

/// Shows the address of all of them.
pub(super) fn show_address(root: &Element, share: &str, field: &Html) {
    panels::show_field(root, ArgumentAction::LinkOwn, &Route::own(share, dom::form()), field);
}

/// Shows what the address of the page brings, if it brings any.
pub(super) fn bring() {
    let fragment =
        dom::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    if let Some(share) = Route::own_in(&fragment) {
        link::ask(Request::Bring(share));
        show_brought();
    }
}

/// Shows the part in which it is told.
fn show_brought() {
    if let Some(place) = dom::root().and_then(|root| dom::panel(&root, Panel::Brought)) {
        parts::reveal(&place);
    }
}

/// Reads a file that the reader chose. What is too large for a share is none.
pub(super) fn open_file(input: &Element) {
    let Some(input) = input.dyn_ref::<HtmlInputElement>() else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    input.set_value("");
    spawn_local(async move {
        let text = match file.size() > MOST_BYTES {
            true => None,
            false => JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()),
        };
        link::ask(Request::Bring(text.unwrap_or_default().trim()));
        show_brought();
    });
}
