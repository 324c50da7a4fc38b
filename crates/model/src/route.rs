//! Addresses. This is the only place where one is written or read.
//!
//! [`Route`] parses and writes three forms: `lessons/one/` (what the site uses), `lessons/one/index.html` (hosts that do not
//! answer folders) and `#/lessons/one/` (a single file). Each page carries a relative `<base>` by its depth, which
//! `pushState` does not move, so all links are written from the guide's root and any folder of any host works. A fragment
//! always follows its page, as a bare one would be read against the base. The page itself says its route (`data-route`),
//! because what stands in the document counts, not where a host serves it. `404.html` is shown at any depth, so it first
//! looks for the nearest folder that has the stylesheet.

use serde::{Deserialize, Serialize};

use crate::{Id, ModelName, Piece, percent_encoded, talk::AtlasChoice};

/// A page of the guide.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Route {
    /// The way in.
    Home,
    /// One lesson.
    Lesson(Id),
    /// All terms.
    Glossary,
    /// All sources.
    Sources,
    /// What the guide is, and what it is not.
    About,
    /// Where the reader stands.
    Standing,
    /// Questions that an address asks for.
    Quiz,
    /// The results of a class.
    Class,
    /// The search.
    Search,
    /// The community of states: its map and its table.
    Community,
    /// One state.
    State(Id),
    /// Two states, and two votes, side by side.
    Compared,
    /// The institutions that connect the states.
    Institutions,
    /// All cases that lessons tell, by date.
    Cases,
    /// The whole guide on one page.
    Whole,
    /// The argument as a graph, to reason with.
    Argument,
    /// The models to play with.
    Models,
    /// One of them.
    Model(ModelName),
    /// What the guide has for teachers.
    Teach,
    /// The same for one lesson: its plan and its pieces.
    Plan(Id),
    /// The questions of a lesson on paper.
    Worksheet(Id),
    /// One piece, with little around it, for other sites to show in a frame.
    Embed(Piece),
    /// Any address that is none of the others.
    NotFound,
}

/// What stands before the statements of a reader's own in an address.
const OWN: &str = "#own=";

/// The address below which a guide stands, as people write it, with its last slash; nothing if it is no whole address of
/// a folder.
#[must_use]
pub fn root_of(address: &str) -> Option<String> {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let is_odd = |c: char| c.is_whitespace() || c.is_control() || "\"'<>\\?#".contains(c);
    let is_sound = !host.is_empty() && !host.starts_with('/') && !host.contains(is_odd);
    is_sound.then(|| address.trim_end_matches('/').to_owned() + "/")
}

/// How a page is addressed, which depends on who serves it. All are relative to the guide's root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `lessons/one/`, for hosts that answer a folder with its `index.html`.
    Folder,
    /// `lessons/one/index.html`, for file servers that do not.
    File,
    /// `#/lessons/one/`, for a guide in a single file.
    Fragment,
}

impl Route {
    /// The address of the search for `query`, relative to the guide's root.
    #[must_use]
    pub fn search_for(query: &str, form: Form) -> String {
        let is_kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        format!("{}?q={}", Self::Search.href(form), percent_encoded(query, is_kept))
    }

    /// The address of the map with what it shows, such as a layer and states that are chosen. Values
    /// are ids, numbers, and lists of them with commas; empty ones are left out.
    #[must_use]
    pub fn atlas_with(values: &[(AtlasChoice, &str)], form: Form) -> String {
        Self::Community.with(values, form)
    }

    /// The address of two states, and two votes, side by side, written in the same way.
    #[must_use]
    pub fn compared_with(values: &[(AtlasChoice, &str)], form: Form) -> String {
        Self::Compared.with(values, form)
    }

    fn with(&self, values: &[(AtlasChoice, &str)], form: Form) -> String {
        let mut href = self.href(form);
        for (name, value) in values.iter().filter(|(_, value)| !value.is_empty()) {
            href.push(if href.contains('?') { '&' } else { '?' });
            href.push_str(name.name());
            href.push('=');
            href.push_str(value);
        }
        href
    }

    /// The file that holds the table of a layer, relative to the guide's root.
    #[must_use]
    pub fn table(layer: &Id) -> String {
        format!("community/{layer}.csv")
    }

    /// The address of the quiz of a lesson, relative to the guide's root. What it holds is read by
    /// `concord_engine::selection`.
    #[must_use]
    pub fn quiz_of(lesson: &Id, form: Form) -> String {
        format!("{}?lesson={lesson}", Self::Quiz.href(form))
    }

    /// The address of the quiz of those questions of a lesson that it does not show itself.
    #[must_use]
    pub fn more_questions(lesson: &Id, form: Form) -> String {
        format!("{}&asked=later", Self::quiz_of(lesson, form))
    }

    /// The address of the quiz of one question.
    #[must_use]
    pub fn question(id: &Id, form: Form) -> String {
        format!("{}?question={id}", Self::Quiz.href(form))
    }

    /// The address of a stance on the argument, relative to the guide's root. What it holds is
    /// written and read by `concord_engine::argument::stance_code`.
    #[must_use]
    pub fn stance(text: &str, form: Form) -> String {
        format!("{}?{text}", Self::Argument.href(form))
    }

    /// The address of statements of a reader's own, relative to the guide's root, which `concord_engine::own`
    /// writes and reads. They stand behind the sign of a fragment, which no browser sends to the host.
    #[must_use]
    pub fn own(share: &str, form: Form) -> String {
        Self::Argument.href(form) + OWN + share
    }

    /// The share in the fragment of an address, if it has one.
    #[must_use]
    pub fn own_in(fragment: &str) -> Option<&str> {
        fragment.strip_prefix(OWN)
    }

    /// Reads a path relative to the guide's root, in any [`Form`].
    ///
    /// Never fails: what is no page of ours is [`Route::NotFound`], and whether a lesson of that
    /// id exists is for the guide to say.
    #[must_use]
    pub fn parse(path: &str) -> Self {
        let path = path.strip_prefix("#/").unwrap_or(path);
        let mut segments: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        segments.pop_if(|last| *last == "index.html");
        match segments.as_slice() {
            [] => Self::Home,
            ["lessons", id] => Id::new(id).map_or(Self::NotFound, Self::Lesson),
            ["glossary"] => Self::Glossary,
            ["sources"] => Self::Sources,
            ["about"] => Self::About,
            ["standing"] => Self::Standing,
            ["quiz"] => Self::Quiz,
            ["class"] => Self::Class,
            ["search"] => Self::Search,
            ["community"] => Self::Community,
            ["community", "institutions"] => Self::Institutions,
            ["community", "compared"] => Self::Compared,
            ["community", id] => Id::new(id).map_or(Self::NotFound, Self::State),
            ["cases"] => Self::Cases,
            ["whole"] => Self::Whole,
            ["argument"] => Self::Argument,
            ["models"] => Self::Models,
            ["models", name] => ModelName::read(name).map_or(Self::NotFound, Self::Model),
            ["teach"] => Self::Teach,
            ["teach", id] => Id::new(id).map_or(Self::NotFound, Self::Plan),
            ["teach", id, "worksheet"] => Id::new(id).map_or(Self::NotFound, Self::Worksheet),
            ["embed", piece @ ..] => Piece::parse(piece).map_or(Self::NotFound, Self::Embed),
            _ => Self::NotFound,
        }
    }

    /// The folder of the page below the guide's root, empty for the root itself.
    fn folder(&self) -> String {
        match self {
            Self::Home | Self::NotFound => String::new(),
            Self::Lesson(id) => format!("lessons/{id}/"),
            Self::Glossary => "glossary/".to_owned(),
            Self::Sources => "sources/".to_owned(),
            Self::About => "about/".to_owned(),
            Self::Standing => "standing/".to_owned(),
            Self::Quiz => "quiz/".to_owned(),
            Self::Class => "class/".to_owned(),
            Self::Search => "search/".to_owned(),
            Self::Community => "community/".to_owned(),
            Self::State(id) => format!("community/{id}/"),
            Self::Institutions => "community/institutions/".to_owned(),
            Self::Compared => "community/compared/".to_owned(),
            Self::Cases => "cases/".to_owned(),
            Self::Whole => "whole/".to_owned(),
            Self::Argument => "argument/".to_owned(),
            Self::Models => "models/".to_owned(),
            Self::Model(name) => format!("models/{}/", name.name()),
            Self::Teach => "teach/".to_owned(),
            Self::Plan(lesson) => format!("teach/{lesson}/"),
            Self::Worksheet(lesson) => format!("teach/{lesson}/worksheet/"),
            Self::Embed(piece) => format!("embed/{}/", piece.parts().join("/")),
        }
    }

    /// The file that holds the page, relative to the guide's root.
    #[must_use]
    pub fn file(&self) -> String {
        match self {
            Self::NotFound => "404.html".to_owned(),
            page => page.folder() + "index.html",
        }
    }

    /// The way from the page back to the guide's root: the value of its `<base href>`.
    #[must_use]
    pub fn base(&self) -> String {
        match self.folder().matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    /// A file that stands beside the page, relative to the guide's root.
    #[must_use]
    pub fn beside(&self, name: &str) -> String {
        self.folder() + name
    }

    /// The page's address relative to the guide's root, never empty.
    #[must_use]
    pub fn href(&self, form: Form) -> String {
        match (self, form) {
            (Self::NotFound, _) | (_, Form::File) => self.file(),
            (Self::Home, Form::Folder) => "./".to_owned(),
            (page, Form::Folder) => page.folder(),
            (page, Form::Fragment) => format!("#/{}", page.folder()),
        }
    }
}
