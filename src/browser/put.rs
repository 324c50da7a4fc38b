//! The one place where HTML goes into the page. All of it has the type [`Html`], so that no text gets there
//! by mistake, and a policy of the page for trusted types would have one place to be named in.

use concord_model::Html;
use leptos::tachys::{
    html::{attribute::IntoAttributeValue, element::InnerHtmlValue},
    renderer::types::Element,
};

/// Puts HTML into an element, in place of what is there.
pub(crate) fn put(element: &Element, html: &Html) {
    element.set_inner_html(html.as_str());
}

/// HTML in a view: `inner_html=shown(html)`.
pub(crate) fn shown(html: Html) -> InView<impl InnerHtmlValue> {
    InView(Put(html))
}

/// HTML in a view that follows what it is made of.
pub(crate) fn following(
    html: impl Fn() -> Html + Send + 'static,
) -> InView<impl InnerHtmlValue + 'static> {
    InView(move || Put(html()))
}

/// The value of `inner_html` in a view.
pub(crate) struct InView<V>(V);

impl<V: InnerHtmlValue> IntoAttributeValue for InView<V> {
    type Output = V;

    fn into_attribute_value(self) -> V {
        self.0
    }
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
