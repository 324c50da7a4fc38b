//! The page's side: asks the worker, shows its answers in outline and drawings alike, and tells the
//! guide's own program what to keep.
//!
//! The two programs know each other by the page alone. The root of the argument has the stance that
//! is kept in `data-stance`, and the event `concord-stance` says that it changed. How this program is
//! started, and how it says that nothing will answer, stands in [`concord_model::program`]; that a place is
//! shown also says that the stance was changed in another tab.

mod dom;
mod drawing;
mod file;
mod keys;
mod link;
mod outline;
mod picture;
mod select;
mod shown;

use std::cell::RefCell;

use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, MouseEvent};

use concord_dom::program;
use concord_model::Program;
use concord_reasoner::Fact;
use dom::{all, around, attribute, class, closest, first, root, say, set, tell};
use drawing::Drawings;
use link::Worker;
use shown::Shown;

/// What the page that is open shows.
pub(super) struct View {
    root: Element,
    shown: Shown,
    drawings: Drawings,
    /// The statement that is selected in outline and drawings.
    selected: Option<String>,
    /// What had the focus last, outside of what answers replace.
    focused: Option<Element>,
}

thread_local! {
    static VIEW: RefCell<Option<View>> = const { RefCell::new(None) };
    static WORKER: RefCell<Worker> = RefCell::new(Worker::default());
}

/// Does something with what is shown, if anything is, and if it is not being changed already: giving
/// something the focus there is heard here.
fn with<T>(act: impl FnOnce(&mut View) -> Option<T>) -> Option<T> {
    VIEW.with(|view| act(view.try_borrow_mut().ok()?.as_mut()?))
}

pub(super) fn start() {
    let Some(document) = dom::document() else { return };
    dom::listen(&document, "change", changed);
    dom::listen(&document, "click", clicked);
    dom::listen(&document, "focusin", focused);
    dom::listen_on_the_way(&document, "toggle", unfolded);
    keys::listen(&document);
    outline::listen(&document);
    drawing::listen(&document);
    link::start();
    let _ = program::for_each_place(Program::Reasoner, |_| open());
}

/// Takes over the page that is open, once its drawings are in it. If it was taken over before, the
/// stance alone is new.
fn open() {
    let root = root();
    if with(|view| (root.as_ref() == Some(&view.root)).then_some(())).is_some() {
        let kept = root.map(|root| attribute(&root, "data-stance")).unwrap_or_default();
        return link::ask(&format!("kept\n{kept}"));
    }
    VIEW.set(None);
    let Some(root) = root else { return };
    wasm_bindgen_futures::spawn_local(async move {
        file::take_in(&root).await;
        if root.is_connected() {
            take_over(root);
        }
    });
}

/// Shows what the page holds. The worker may not be ready yet; it is asked when it is.
fn take_over(root: Element) {
    let (shown, drawings) = (Shown::of(&root), Drawings::of(&root));
    let (kept, about) = (attribute(&root, "data-stance"), attribute(&root, "data-about"));
    VIEW.set(Some(View { root, shown, drawings, selected: None, focused: None }));
    let search = dom::window().and_then(|window| window.location().search().ok());
    // A stance in an address is one of the map's page, which asks about all.
    let query = search.filter(|_| about.is_empty()).unwrap_or_default();
    link::ask(&format!("{}{kept}\n{}\n{about}", link::OPEN, query.trim_start_matches('?')));
}

/// Nothing will answer: the guide's own program says so.
fn off() {
    if let Some(root) = root() {
        program::gone(&root);
    }
}

/// Shows an answer.
fn show(answer: &str) {
    let mut goes_on = false;
    let said = with(|view| {
        let mut said = None;
        let (mut is_new, mut is_told) = (false, false);
        for fact in answer.split('\n').skip(1).filter_map(Fact::read) {
            match fact {
                Fact::Say(text) => said = Some(text.to_owned()),
                Fact::Keep(stance) => {
                    set(&view.root, "data-stance", stance);
                    tell(&view.root, "concord-stance");
                }
                Fact::Tools(html) => view.drawings.add_tools(html),
                Fact::Panel(name, html) => {
                    is_told |= name == "result";
                    panel(&view.root, name, html);
                }
                Fact::Share(stance, field) => share(&view.root, stance, field),
                Fact::Reasons(id, html) => {
                    for place in all::<Element>(&view.root, &format!("[{WHY}=\"{id}\"]")) {
                        place.set_inner_html(html);
                    }
                }
                Fact::Part(ask, html) => part(&view.root, ask, html),
                Fact::More => goes_on = true,
                fact => {
                    is_new = true;
                    view.shown.take(&fact);
                }
            }
        }
        if is_new {
            view.shown.apply();
            select::refresh(view);
        }
        if is_told && attribute(&view.root, "data-live").is_empty() {
            filter(&view.root, &view.shown);
            set(&view.root, "data-live", "on");
        }
        // Who waits for panels, as tests do, is told whether more of them comes.
        let state = if goes_on { "on" } else { "" };
        if attribute(&view.root, "data-more") != state {
            set(&view.root, "data-more", state);
        }
        said
    });
    if goes_on && link::is_latest() {
        // Once what came is painted, where anything is.
        match dom::document().is_some_and(|document| document.hidden()) {
            true => ask_more(),
            false => dom::before_next_picture(ask_more),
        }
    }
    if let Some(said) = said {
        say(&said);
    }
}

/// The attribute of a place for the reasons of a statement, which is filled while they are unfolded.
const WHY: &str = "data-why";

/// Asks for the next of what the worker has to tell, and says which reasons are unfolded.
fn ask_more() {
    if link::is_latest() {
        let unfolded = with(|view| {
            let places = all::<Element>(&view.root, &format!("details[open] > [{WHY}]"));
            Some(places.iter().map(|place| attribute(place, WHY)).collect::<Vec<_>>().join(" "))
        });
        link::ask(&format!("more\n{}", unfolded.unwrap_or_default()));
    }
}

/// Asks for the reasons that were unfolded.
fn unfolded(event: &Event) {
    let Some(place) = closest(event, "details").and_then(|own| first(&own, ":scope > [data-why]"))
    else {
        return;
    };
    if around(&place, "details[open]") == place.parent_element() {
        link::ask(&format!("why\n{}", attribute(&place, WHY)));
    } else {
        place.set_inner_html("");
    }
}

/// Puts the next part of a list in the place of the button that asked for it, which gives the focus to
/// what is new.
fn part(root: &Element, ask: &str, html: &str) {
    let button = first(root, &format!("[data-ask=\"{ask}\"]"));
    let entry = button.as_ref().and_then(|button| around(button, "li, tr"));
    // While something else is about to be shown, there is no part.
    let (Some(button), Some(entry)) = (button, entry.filter(|_| !html.is_empty())) else { return };
    let is_held = dom::document().and_then(|own| own.active_element()).as_ref() == Some(&button);
    let (list, before) = (entry.parent_element(), entry.previous_element_sibling());
    entry.set_outer_html(html);
    let new = match before {
        Some(before) => before.next_element_sibling(),
        None => list.and_then(|list| list.first_element_child()),
    };
    if let Some(new) = new.and_then(|new| first(&new, "a, button")).filter(|_| is_held) {
        dom::focus(&new);
    }
}

/// The attribute of a folded answer that has the id of the statement it is about.
const OF: &str = "data-of";

/// Replaces what a panel shows; what has the focus in it keeps it.
fn panel(root: &Element, name: &str, html: &str) {
    let Some(panel) = first(root, &format!("[data-panel=\"{name}\"]")) else { return };
    let active = dom::document().and_then(|document| document.active_element());
    let held = active.filter(|active| panel.contains(Some(active)));
    let selector = held.map(|held| match attribute(&held, "data-do") {
        own if own.is_empty() => held.local_name(),
        own => format!("[data-do=\"{own}\"]"),
    });
    let mut opened = all::<Element>(&panel, "details[open]");
    opened.retain(|details| details.has_attribute(OF));
    panel.set_inner_html(html);
    class(&panel, "empty", html.is_empty());
    // What the reader unfolded stays so.
    for new in all::<Element>(&panel, &format!("details[{OF}]")) {
        if opened.iter().any(|old| attribute(old, OF) == attribute(&new, OF)) {
            set(&new, "open", "");
        }
    }
    if let Some(place) = selector.and_then(|selector| first(&panel, &selector)) {
        dom::focus(&place);
    }
}

/// Shows the address of the stance beside the button that asked for it.
fn share(root: &Element, stance: &str, field: &str) {
    let Some(button) = first(root, "[data-do=\"share\"]") else { return };
    if let Some(old) = first(root, ".shared") {
        old.remove();
    }
    let field = field.replace("{address}", &link::address(stance).replace('&', "&amp;"));
    let _ =
        button.insert_adjacent_html("afterend", &format!("<span class=\"shared\">{field}</span>"));
    let input = first(root, "#_copy-stance");
    if let Some(input) =
        input.and_then(|input| wasm_bindgen::JsCast::dyn_into::<HtmlInputElement>(input).ok())
    {
        let _ = input.focus();
        input.select();
    }
}

fn changed(event: &Event) {
    use wasm_bindgen::JsCast;
    if let Some(stance) = closest(event, "[data-leaf]") {
        let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            judge(&attribute(&stance, "data-leaf"), &input.value());
        }
    } else if let Some(select) = closest(event, "select[data-crux]") {
        if let Ok(select) = select.dyn_into::<HtmlSelectElement>() {
            link::ask(&format!("crux\n{}", select.value()));
        }
    } else if closest(event, "[data-owner]").is_some() {
        with(|view| {
            filter(&view.root, &view.shown);
            Some(())
        });
    }
}

/// Asks what follows from a verdict on a leaf.
pub(super) fn judge(leaf: &str, verdict: &str) {
    link::ask(&format!("set\n{leaf}\n{verdict}"));
}

/// What has the focus in the outline is selected in drawings, so that keys need no further stop.
fn focused(event: &Event) {
    if let Some(place) = closest(event, "a, button, input, select, summary, [tabindex]")
        && around(&place, "[data-panel], .picked").is_none()
    {
        with(|view| view.focused.replace(place));
    }
    if let Some(entry) = closest(event, "li[data-node]") {
        let id = attribute(&entry, "data-node");
        if with(|view| Some(view.selected.as_ref() != Some(&id))).unwrap_or_default() {
            select::select(&entry);
        }
    }
}

fn clicked(event: &MouseEvent) {
    // A link to a statement that stands in the outline here leads there, even if the guide's program
    // has left it to the browser.
    let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() == 0
        && !held
        && let Some(link) = closest(event, "[data-panel] a, [data-why] a")
        && let Some(entry) = outline::meant_by(&link)
    {
        event.prevent_default();
        return outline::go_to(&entry);
    }
    if event.default_prevented() || event.button() != 0 {
        return;
    }
    if let Some(button) = closest(event, "button[data-verdict]") {
        return judge(&attribute(&button, "data-on"), &attribute(&button, "data-verdict"));
    }
    if let (Some(button), Some(root)) = (closest(event, "button[data-do]"), root()) {
        let action = attribute(&button, "data-do");
        match action.as_str() {
            "opening" | "blank" | "granted" | "alone" | "share" => link::ask(&action),
            // What was pressed goes away with these, so the focus goes back to where it was.
            "take" | "close" | "undo" | "hush" => {
                if action == "hush" {
                    panel(&root, "changed", "");
                } else {
                    link::ask(&action);
                }
                if action != "undo" && action != "hush" {
                    link::leave_stance();
                }
                focus_back(&root);
            }
            "part" => link::ask(&format!("part\n{}", attribute(&button, "data-ask"))),
            "fold" => outline::fold(&root, true),
            "unfold" => outline::fold(&root, false),
            "to-words" => select::to_words(),
            "image" => picture::save(&button),
            _ => drawing::act(&button, &action),
        }
        return;
    }
    // What the browser itself answers, and the end of a drag, select nothing.
    let own = closest(event, "a, input, select, label, button, summary").is_some();
    if own || drawing::was_dragged() {
        return;
    }
    let chosen = with(|view| view.selected.clone());
    match closest(event, "[data-node]") {
        Some(node) if node.local_name() == "g" && chosen == Some(attribute(&node, "data-node")) => {
            select::clear();
        }
        Some(node) => select::select(&node),
        None if closest(event, drawing::CANVAS).is_some() => select::clear(),
        None => {}
    }
}

/// Gives the focus to what had it last, or to the page's first heading.
fn focus_back(root: &Element) {
    let place = with(|view| view.focused.clone()).filter(|place| place.is_connected());
    if let Some(place) = place.or_else(|| first(root, "h1, h2")) {
        dom::focus(&place);
    }
}

/// Statements of owners that the reader left out are faint in drawings; in the outline they are gone
/// unless something that is shown stands below them, or rests on them.
fn filter(root: &Element, shown: &Shown) {
    let boxes = all::<HtmlInputElement>(root, "input[data-owner]");
    let left_out: Vec<String> =
        boxes.iter().filter(|own| !own.checked()).map(|own| attribute(own, "data-owner")).collect();
    let is_out =
        |id: &str| shown.owner(id).is_some_and(|mark| left_out.iter().any(|out| out == mark));
    let is_of_out = |node: &Element| is_out(&attribute(node, "data-node"));
    for node in all::<Element>(root, "g[data-node]") {
        class(&node, "faint", is_of_out(&node));
    }
    for (edge, from, to) in shown.lines() {
        class(edge, "faint", is_out(to) || from.iter().all(|from| is_out(from)));
    }
    for node in all::<HtmlElement>(root, "li[data-node]") {
        let own = is_of_out(&node);
        let holds_shown =
            || all::<Element>(&node, "li[data-node]").iter().any(|inner| !is_of_out(inner));
        let context = own && (node.class_list().contains("premise") || holds_shown());
        class(&node, "context", context);
        class(&node, "away", own && !context);
    }
}
