//! What the guide is and is not.

use concord_model::{About, Html, Route, html};

use super::lesson;
use crate::{
    Site,
    text::{Scope, page_title},
};

pub(super) fn text(site: Site, about: &About) -> Html {
    let scope = Scope::page(site, &Route::About);
    html! {
        div.text {
            (page_title(&Html::default(), &about.title))
            (lesson::blocks(scope, &about.blocks))
        }
    }
}
