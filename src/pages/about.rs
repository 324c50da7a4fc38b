//! What the guide is and is not.

use concord_model::{About, Html, Route};

use super::lesson;
use crate::{Site, scope::Scope, text::page_title};

pub(super) fn text(site: Site, about: &About) -> String {
    let scope = Scope::page(site, &Route::About);
    format!(
        "<div class=\"text\">{}{}</div>",
        page_title("", &Html::escaped(&about.title).0),
        lesson::blocks(scope, &about.blocks)
    )
}
