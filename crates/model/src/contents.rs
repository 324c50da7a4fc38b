//! Which pages a guide has, and where its pieces stand.

use crate::{Address, Block, Form, Guide, Piece, Route};

impl Route {
    /// Every page there is, each once; what the prerenderer writes.
    #[must_use]
    pub fn all(guide: &Guide) -> Vec<Self> {
        let lessons = guide.lessons.iter().map(|lesson| Self::Lesson(lesson.id.clone()));
        let about = guide.about.as_ref().map(|_| Self::About);
        let community = guide.has_state_pages.then_some(Self::Community);
        let states = guide.states.iter().filter(|_| guide.has_state_pages);
        let states = states.map(|state| Self::State(state.id.clone()));
        let institutions = guide.has_institutions.then_some(Self::Institutions);
        let compared = guide.has_votes.then_some(Self::Compared);
        let models = guide.model_pages.iter().map(|page| Self::Model(page.name));
        let all_models = (!guide.model_pages.is_empty()).then_some(Self::Models);
        let teach = guide
            .lessons
            .iter()
            .flat_map(|lesson| [Self::Plan(lesson.id.clone()), Self::Worksheet(lesson.id.clone())]);
        let cases = guide.has_cases.then_some(Self::Cases);
        [Self::Home]
            .into_iter()
            .chain(lessons)
            .chain([Self::Glossary, Self::Sources])
            .chain(about)
            .chain(cases)
            .chain(all_models)
            .chain(models)
            .chain([
                Self::Standing,
                Self::Quiz,
                Self::Class,
                Self::Search,
                Self::Whole,
                Self::Argument,
            ])
            .chain(community)
            .chain(states)
            .chain(institutions)
            .chain(compared)
            .chain([Self::Teach])
            .chain(teach)
            .chain(pieces(guide).into_iter().map(Self::Embed))
            .collect()
    }

    /// Pages that had another name once: the old one, and where it leads now.
    #[must_use]
    pub fn moved(guide: &Guide) -> Vec<(Self, Self)> {
        let frames = guide.former.iter();
        let frames = frames.map(|(old, now)| (Self::Embed(old.clone()), Self::Embed(now.clone())));
        let lessons = guide.former.iter().filter_map(|moved| match moved {
            (Piece::Lesson(old), Piece::Lesson(now)) => {
                Some((Self::Lesson(old.clone()), Self::Lesson(now.clone())))
            }
            _ => None,
        });
        lessons.chain(frames).collect()
    }

    /// Whether the guide has this page.
    #[must_use]
    pub fn exists(&self, guide: &Guide) -> bool {
        match self {
            Self::Lesson(id) | Self::Plan(id) | Self::Worksheet(id) => guide.lesson(id).is_some(),
            Self::About => guide.about.is_some(),
            Self::Embed(piece) => piece.home(guide).is_some(),
            Self::Community => guide.has_state_pages,
            Self::State(id) => guide.has_state_pages && guide.state(id).is_some(),
            Self::Institutions => guide.has_institutions,
            Self::Compared => guide.has_votes,
            Self::Cases => guide.has_cases,
            Self::Models => !guide.model_pages.is_empty(),
            Self::Model(name) => guide.model_page(*name).is_some(),
            Self::NotFound => false,
            _ => true,
        }
    }
}

impl Piece {
    /// The address of the piece in the guide: where it stands, or the quiz that asks it.
    #[must_use]
    pub fn href(&self, guide: &Guide, form: Form) -> Option<String> {
        match self {
            Self::Item(id) if guide.item(id).is_some_and(|(_, item)| item.later) => {
                Some(Route::question(id, form))
            }
            piece => Some(piece.home(guide)?.href(form)),
        }
    }

    /// Where the piece stands in the guide.
    #[must_use]
    pub fn home(&self, guide: &Guide) -> Option<Address> {
        match self {
            Self::Lesson(id) => guide.lesson(id).map(|_| Route::Lesson(id.clone()).into()),
            Self::Statement(id) => {
                guide.statement(id).map(|(route, _)| Address::new(route, id.as_str()))
            }
            Self::Item(id) => guide.item(id).map(|(route, _)| Address::new(route, id.as_str())),
            Self::Term(id) => guide.term(id).map(|_| Address::new(Route::Glossary, id.as_str())),
            Self::Section(lesson, id) => {
                let (_, own) = guide.lesson(lesson)?;
                let is_own = |block: &Block| matches!(block, Block::Heading(own) if own.id == *id);
                let route = Route::Lesson(lesson.clone());
                own.blocks.iter().any(is_own).then(|| Address::new(route, id.as_str()))
            }
            Self::Model(name) => guide.model_page(*name).map(|_| Route::Model(*name).into()),
            Self::Quiz => Some(Route::Quiz.into()),
            Self::Argument => Some(Route::Argument.into()),
            Self::Community => (!guide.states.is_empty()).then(|| Route::Community.into()),
        }
    }
}

/// All pieces of a guide, in reading order.
fn pieces(guide: &Guide) -> Vec<Piece> {
    let lessons = guide.lessons.iter().map(|lesson| Piece::Lesson(lesson.id.clone()));
    let sections = guide.lessons.iter().flat_map(|lesson| {
        lesson.blocks.iter().filter_map(|block| match block {
            Block::Heading(own) => Some(Piece::Section(lesson.id.clone(), own.id.clone())),
            _ => None,
        })
    });
    let statements = guide.statements().map(|(_, own)| Piece::Statement(own.id.clone()));
    let items = guide.items().map(|(_, item)| Piece::Item(item.id.clone()));
    let terms = guide.terms.iter().map(|term| Piece::Term(term.id.clone()));
    let models = guide.model_pages.iter().map(|page| Piece::Model(page.name));
    let community = (!guide.states.is_empty()).then_some(Piece::Community);
    let set = [Piece::Quiz, Piece::Argument].into_iter().chain(community).chain(models);
    lessons.chain(sections).chain(statements).chain(items).chain(terms).chain(set).collect()
}
