//! What pages are called, in the browser's tab and by search engines.

use concord_model::{Block, Guide, Piece, Route};

/// The title of a page, as the browser's tab shows it.
#[must_use]
pub fn title(guide: &Guide, route: &Route) -> String {
    let words = &guide.words;
    let name = match route {
        Route::Home => return format!("{} · {}", guide.title, guide.tagline),
        Route::Lesson(id) => guide.lesson(id).map(|(_, lesson)| lesson.title.clone()),
        Route::Glossary => Some(words.glossary().to_owned()),
        Route::Sources => Some(words.sources().to_owned()),
        Route::About => guide.about.as_ref().map(|about| about.title.clone()),
        Route::Standing => Some(words.standing().to_owned()),
        Route::Quiz => Some(words.quiz().to_owned()),
        Route::Class => Some(guide.results.class().to_owned()),
        Route::Search => Some(words.search().to_owned()),
        Route::Whole => Some(words.whole_guide().to_owned()),
        Route::Cases => Some(guide.words.cases().to_owned()),
        Route::Community => Some(guide.words.community().to_owned()),
        Route::State(id) => guide.state(id).map(|state| state.name.clone()),
        Route::Compared => Some(guide.atlas.compared().to_owned()),
        Route::Institutions => Some(guide.atlas.institutions_list().to_owned()),
        Route::Models => Some(words.models().to_owned()),
        Route::Model(name) => guide.model_page(*name).map(|page| page.title.clone()),
        Route::Argument => Some(words.argument_map().to_owned()),
        Route::Teach => Some(guide.teach.teach().to_owned()),
        Route::Plan(id) => {
            let lesson = guide.lesson(id).map(|(_, lesson)| lesson.title.as_str());
            lesson.map(|lesson| format!("{lesson} · {}", guide.teach.teach()))
        }
        Route::Worksheet(id) => {
            let lesson = guide.lesson(id).map(|(_, lesson)| lesson.title.as_str());
            lesson.map(|lesson| format!("{lesson} · {}", guide.teach.teach_worksheet()))
        }
        Route::Embed(piece) => {
            of_piece(guide, piece).map(|title| format!("{title} ({})", words.embedded()))
        }
        _ => None,
    };
    format!("{} · {}", name.as_deref().unwrap_or(words.not_found_title()), guide.title)
}

/// The description of a page, for search engines and link previews.
#[must_use]
pub fn description<'g>(guide: &'g Guide, route: &Route) -> &'g str {
    match route {
        Route::Lesson(id) => {
            guide.lesson(id).map_or(&guide.description, |(_, lesson)| &lesson.summary)
        }
        Route::About => guide.about.as_ref().map_or(&guide.description, |about| &about.summary),
        Route::Model(name) => {
            guide.model_page(*name).map_or(&guide.description, |page| &page.summary)
        }
        Route::Argument => guide.words.argument_intro(),
        Route::Teach => guide.teach.teach_intro(),
        _ => &guide.description,
    }
}

/// The name of a piece, as plain text.
pub(super) fn of_piece(guide: &Guide, piece: &Piece) -> Option<String> {
    match piece {
        Piece::Lesson(id) => guide.lesson(id).map(|(_, lesson)| lesson.title.clone()),
        Piece::Statement(id) => guide.statement(id).map(|(_, own)| own.title.text()),
        Piece::Item(id) => {
            // Labels of questions are short, and several lessons may ask "Who says what?".
            let (page, item) = guide.item(id)?;
            Some(format!("{} · {}", item.title.text(), title(guide, &page)))
        }
        Piece::Term(id) => guide.term(id).map(|term| term.title.clone()),
        Piece::Section(lesson, id) => {
            let (_, lesson) = guide.lesson(lesson)?;
            let heading = lesson.blocks.iter().find_map(|block| match block {
                Block::Heading(own) if own.id == *id => Some(own.title.text()),
                _ => None,
            })?;
            Some(format!("{heading} · {}", lesson.title))
        }
        Piece::Quiz => Some(guide.words.quiz().to_owned()),
        Piece::Argument => Some(guide.words.argument_map().to_owned()),
        Piece::Community => Some(guide.words.community().to_owned()),
        Piece::Model(name) => guide.model_page(*name).map(|page| page.title.clone()),
    }
}
