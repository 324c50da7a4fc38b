//! The search: a field and, below it, what it finds. Without scripts, the way to the lists.

use concord_model::{Html, html};

use crate::{Site, search, text::page_title};

pub(super) fn text(site: Site) -> Html {
    let words = site.words();
    html! {
        div.search {
            (page_title(&Html::default(), &words.search()))
            p { (words.search_hint()) }
            (search::place(site))
            p.without-script { (words.search_off()) }
        }
    }
}
