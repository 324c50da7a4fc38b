//! Small pieces of text that several features show the same way.

use concord_model::{Address, Form, Html, Id, Route};
use leptos::prelude::*;

/// The address of a page or of a place on it, as the site writes it.
pub(crate) fn href(address: impl Into<Address>) -> String {
    address.into().href(Form::Folder)
}

/// A heading of the level that the content gives, which can be reached by its fragment and by
/// a link's focus.
pub(crate) fn heading(level: u8, id: &str, title: &Html) -> AnyView {
    let (id, title) = (id.to_owned(), title.0.clone());
    match level {
        0..=2 => view! { <h2 id=id tabindex="-1" inner_html=title></h2> }.into_any(),
        3 => view! { <h3 id=id tabindex="-1" inner_html=title></h3> }.into_any(),
        4 => view! { <h4 id=id tabindex="-1" inner_html=title></h4> }.into_any(),
        5 => view! { <h5 id=id tabindex="-1" inner_html=title></h5> }.into_any(),
        _ => view! { <h6 id=id tabindex="-1" inner_html=title></h6> }.into_any(),
    }
}

/// Links to lessons, after a word such as "Used in".
pub(crate) fn used_in(site: crate::Site, lessons: &'static [Id]) -> impl IntoView {
    let links = lessons.iter().filter_map(|id| site.guide.lesson(id)).map(|(_, lesson)| {
        view! { <li><a href=href(Route::Lesson(lesson.id.clone()))>{lesson.title.as_str()}</a></li> }
    });
    let links = links.collect_view();
    (!lessons.is_empty()).then(|| {
        view! { <div class="used-in"><span>{site.words().used_in.as_str()}</span><ul>{links}</ul></div> }
    })
}
