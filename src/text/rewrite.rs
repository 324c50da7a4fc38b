//! Moves text to pages that are not its own: ids and links are written for their new place. Only the
//! prerenderer does this, so none of it is in the program.

use concord_model::{Address, Form, Html, Id, Piece, Route};

/// Text of a page for the page that holds the whole guide: its ids carry the page they come from,
/// and links lead to places on the whole guide's page.
pub(crate) fn for_whole(html: &Html, page: &Route) -> Html {
    rewrite(html, |attribute, value| {
        if attribute != "href" {
            return whole_id(page, value);
        }
        let address = Address::parse(value);
        let id = whole_id(&address.route, address.fragment.as_deref().unwrap_or_default())?;
        Some(Address::new(Route::Whole, &id).href(Form::Folder))
    })
}

/// The id of a place of `page` on the whole guide's page, or of all of it if there is no fragment;
/// none if the page is not there. No id of content has a dot, so these cannot meet each other.
pub(crate) fn whole_id(page: &Route, fragment: &str) -> Option<String> {
    match page {
        Route::Lesson(id) => Some(format!("{id}.{fragment}")),
        Route::Home => Some(format!(".home.{fragment}")),
        Route::About => Some(format!(".about.{fragment}")),
        Route::Glossary => Some(format!(".glossary.{fragment}")),
        Route::Sources => Some(format!(".sources.{fragment}")),
        Route::Cases => Some(format!(".cases.{fragment}")),
        _ => None,
    }
}

/// Text of a lesson for a frame that shows that lesson: links to places in it stay in the frame,
/// all others open the guide in a page of its own.
pub(crate) fn for_frame(html: &Html, lesson: &Id) -> Html {
    rewrite(html, |attribute, value| {
        let address = Address::parse(value);
        let stays = attribute == "href" && address.route == Route::Lesson(lesson.clone());
        let fragment = address.fragment.filter(|_| stays)?;
        let route = Route::Embed(Piece::Lesson(lesson.clone()));
        Some(Address::new(route, &fragment).href(Form::Folder) + "\" target=\"_self")
    })
}

/// Goes over the ids and links in HTML that this crate and the compiler wrote, which have one form:
/// within a tag, a space, the name, and a value in double quotes. What `change` gives stands there
/// instead.
fn rewrite(html: &Html, change: impl Fn(&str, &str) -> Option<String>) -> Html {
    let html = html.as_str();
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    for (place, piece) in html.split('<').enumerate() {
        let (tag, text) = match piece.split_once('>') {
            Some((tag, text)) if place > 0 => (tag, Some(text)),
            _ => ("", None),
        };
        let Some(text) = text else {
            out.push_str(if place > 0 { "<" } else { "" });
            out.push_str(piece);
            continue;
        };
        out.push('<');
        rewrite_tag(tag, &mut out, &change);
        out.push('>');
        out.push_str(text);
    }
    Html::made_elsewhere(out)
}

fn rewrite_tag(tag: &str, out: &mut String, change: &impl Fn(&str, &str) -> Option<String>) {
    const NAMES: [&str; 3] = ["id", "href", "aria-labelledby"];
    for (place, piece) in tag.split('"').enumerate() {
        if place % 2 == 0 {
            out.push_str(piece);
            continue;
        }
        let name = out.rsplit(' ').next().and_then(|name| name.strip_suffix('='));
        let name = NAMES.into_iter().find(|known| name == Some(*known));
        let changed = name.and_then(|name| change(name, piece));
        out.push('"');
        out.push_str(changed.as_deref().unwrap_or(piece));
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lesson() -> Id {
        Id::new("sleep").unwrap()
    }

    #[test]
    fn ids_and_links_of_the_whole_guide_stay_on_its_page() {
        let html = "<h2 id=\"clock\">A = \"B\"</h2><a class=\"term\" href=\"glossary/#tardy\">x</a>\
                    <a href=\"lessons/costs/\">y</a><a href=\"https://example.org/?id=1\">z</a>";
        assert_eq!(
            for_whole(&Html::made_elsewhere(html), &Route::Lesson(lesson())).as_str(),
            "<h2 id=\"sleep.clock\">A = \"B\"</h2><a class=\"term\" href=\"whole/#.glossary.tardy\">x</a>\
             <a href=\"whole/#costs.\">y</a><a href=\"https://example.org/?id=1\">z</a>"
        );
    }

    #[test]
    fn in_a_frame_only_places_of_its_lesson_stay_in_it() {
        let html = "<a href=\"lessons/sleep/#_note-1\">1</a><a href=\"lessons/costs/#x\">2</a>";
        assert_eq!(
            for_frame(&Html::made_elsewhere(html), &lesson()).as_str(),
            "<a href=\"embed/lessons/sleep/#_note-1\" target=\"_self\">1</a>\
             <a href=\"lessons/costs/#x\">2</a>"
        );
    }

    #[test]
    fn text_that_looks_like_an_attribute_stays_as_it_is() {
        for html in [
            "",
            "=\"",
            "a id=\"b\"",
            "<p>say id=\"b\" href=\"c\"</p>",
            "<p data-id=\"b\">",
            "a < id=\"b\"",
        ] {
            let html = Html::made_elsewhere(html);
            assert_eq!(rewrite(&html, |_, _| Some("!".into())), html);
        }
    }
}
