//! The place of a model, in the text of any page.

use concord_model::{Html, ModelName, Program, html, talk::Panel};

use crate::{Site, text::panel};

/// The place of a model with these settings, as a link has them. A program fills it when it is seen. On the page of the model
/// the address says the settings.
pub(crate) fn place(site: Site, name: ModelName, settings: &str, is_page: bool) -> Html {
    #[cfg(feature = "ssr")]
    let still = super::still::still(site, name, settings);
    #[cfg(not(feature = "ssr"))]
    let still = Html::default();
    html! {
        div.play data-program=(Program::Play.name()) data-model=(name.name()) data-settings=(settings)
            data-off=(site.words().model_failed()) data-address[is_page] {
            (panel(Panel::Notice))
            div.inner { (still) }
        }
    }
}
