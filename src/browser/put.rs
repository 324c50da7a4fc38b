//! The one place where HTML goes into the page, or the address of a script. All HTML has the type [`Html`], so that
//! no text gets there by mistake, and passes the page's policy of trusted types (`scripts/trusted.js` of the
//! prerenderer), without which the browser takes none.

pub(crate) use concord_dom::put;
use concord_dom::{trusted_html, trusted_script};
use concord_model::Html;
use leptos::tachys::{html::element::InnerHtmlValue, renderer::types::Element};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Document;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = integrity)]
    static INTEGRITY: JsValue;

    /// What takes trusted values, for which the browser's interfaces have no types.
    type Place;

    #[wasm_bindgen(method, setter, js_name = src)]
    fn set_source(this: &Place, address: &JsValue);

    type DOMParser;

    #[wasm_bindgen(constructor)]
    fn new() -> DOMParser;

    #[wasm_bindgen(method, js_name = parseFromString)]
    fn parse(this: &DOMParser, html: &JsValue, kind: &str) -> Document;
}

/// The document that a text is, none of whose scripts runs.
pub(crate) fn document_of(text: &str) -> Option<Document> {
    Some(DOMParser::new().parse(&trusted_html(text).ok()?, "text/html"))
}

/// Sets what a script of the page is loaded from, and what that has to be (`scripts/start.js`).
pub(crate) fn set_source(script: &Element, address: &str) -> Option<()> {
    let integrity = INTEGRITY.with(|all| js_sys::Reflect::get(all, &address.into()).ok());
    if let Some(integrity) = integrity.and_then(|integrity| integrity.as_string()) {
        script.set_attribute("integrity", &integrity).ok()?;
    }
    script.unchecked_ref::<Place>().set_source(&trusted_script(address).ok()?);
    Some(())
}

/// HTML in a view that follows what it is made of.
pub(crate) fn following(html: impl Fn() -> Html + Send + 'static) -> impl InnerHtmlValue + 'static {
    move || Put(html())
}

/// What Leptos is given in place of a text.
#[derive(Clone)]
struct Put(Html);

impl InnerHtmlValue for Put {
    type AsyncOutput = Self;
    type State = (Element, Self);
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn html_len(&self) -> usize {
        self.0.as_str().len()
    }

    fn to_html(self, out: &mut String) {
        out.push_str(self.0.as_str());
    }

    fn to_template(_: &mut String) {}

    // Views are built in their places and never hydrated.
    fn hydrate<const FROM_SERVER: bool>(self, element: &Element) -> Self::State {
        self.build(element)
    }

    fn build(self, element: &Element) -> Self::State {
        put(element, &self.0);
        (element.clone(), self)
    }

    fn rebuild(self, state: &mut Self::State) {
        let (element, shown) = state;
        // What stays the same keeps its focus and its selection.
        if self.0 != shown.0 {
            put(element, &self.0);
            *shown = self;
        }
    }

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }
}
