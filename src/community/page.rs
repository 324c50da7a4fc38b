//! The page of the community: the map with its choices, what it shows, and all of it as a table.

use concord_model::{Html, Route};

use super::{legend, place, table};
use crate::{
    Site,
    scope::Scope,
    text::{cited, link, page_title, word},
};

pub(crate) fn text(site: Site) -> String {
    let (community, words) = (site.community, site.atlas());
    let scope = Scope::page(site, &Route::Community);
    let title = if community.title.is_empty() { words.community() } else { &community.title };
    let institutions = if site.guide.has_institutions {
        let link = link(Route::Institutions, &word(&community.institutions_title));
        format!("<p>{link}: {}</p>", word(&community.institutions_about))
    } else {
        String::new()
    };
    format!(
        "<div class=\"community\">{title}<div class=\"prose\"><p>{about}</p>{institutions}</div>{map}{table}</div>",
        title = page_title("", &Html::escaped(title).0),
        about = word(&community.about),
        map = map(site, scope),
        table = table::section(scope),
    )
}

/// The drawing with what is chosen above it and what it shows below it. Where there are no outlines
/// there is none, and where there are no layers there is the table alone.
fn map(site: Site, scope: Scope<'_>) -> String {
    let (community, words) = (site.community, site.atlas());
    if community.layers.is_empty() {
        return String::new();
    }
    let notes = format!(
        "<p class=\"small live\">{}</p><p class=\"small\">{}</p><p class=\"small\">{}</p>",
        word(words.map_how()),
        word(words.map_sizes()),
        word(&community.disclaimer)
    ) + &cited(site, &community.sources);
    let drawing = if community.outlines.is_some() {
        format!(
            "<p class=\"small without-script\">{off}</p>{choices}<div class=\"wide\">{drawing}</div>\
             <p class=\"pointed\" data-pointed></p>",
            off = word(words.map_off()),
            choices = choices(site),
            drawing = place(site),
        )
    } else {
        String::new()
    };
    format!(
        "<div class=\"atlas\">{drawing}\
         <section class=\"layers\" aria-labelledby=\"_layers\">{heading}{legends}</section>\
         <div data-cross></div><div data-chosen></div>{notes}</div>",
        notes = notes,
        heading = scope.heading(2, "_layers", &Html::escaped(words.map_layers())),
        legends = legend::all(scope),
    )
}

/// What can be chosen: a layer, a second one, the drawing, and a state by its name.
fn choices(site: Site) -> String {
    let words = site.atlas();
    let layers: String = site
        .community
        .layers
        .iter()
        .map(|layer| format!("<option value=\"{}\">{}</option>", layer.id, word(&layer.title)))
        .collect();
    let none = format!("<option value=\"\">{}</option>", word(words.map_with_none()));
    let drawings = [
        words.drawing_map(),
        words.drawing_tiles(),
        words.drawing_one(),
        words.drawing_population(),
        words.drawing_users(),
    ];
    let drawings: String = (0..)
        .zip(drawings)
        .map(|(number, name)| format!("<option value=\"{number}\">{}</option>", word(name)))
        .collect();
    let choice = |name: &str, label: &str, options: &str| {
        format!(
            "<label><span>{}</span> <select data-choice=\"{name}\">{options}</select></label>",
            word(label)
        )
    };
    format!(
        "<div class=\"choices live\">{}{}{}<label><span>{}</span> \
         <input type=\"search\" data-find autocomplete=\"off\" spellcheck=\"false\"></label></div>",
        choice("layer", words.map_layer(), &layers),
        choice("with", words.map_with(), &(none + &layers)),
        choice("drawing", words.map_drawing(), &drawings),
        word(words.map_find()),
    ) + &format!("<p data-none hidden>{}</p>", word(words.map_find_none()))
}
