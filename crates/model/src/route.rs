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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Address;
    use proptest::prelude::*;

    fn lesson(id: &str) -> Route {
        Route::Lesson(Id::new(id).unwrap())
    }

    #[test]
    fn each_form_is_written_as_its_host_needs_it() {
        let one = lesson("one");
        assert_eq!(one.href(Form::Folder), "lessons/one/");
        assert_eq!(one.href(Form::File), "lessons/one/index.html");
        assert_eq!(one.href(Form::Fragment), "#/lessons/one/");
        assert_eq!(one.base(), "../../");
        assert_eq!(Route::Home.href(Form::Folder), "./");
        assert_eq!(Route::Home.base(), "./");
        assert_eq!(Address::new(one.clone(), "x").href(Form::Folder), "lessons/one/#x");
        assert_eq!(Address::parse("lessons/one/#x"), Address::new(one, "x"));
        assert_eq!(Address::parse("./"), Route::Home.into());
        assert_eq!(Address::parse("https://example.org/").route, Route::NotFound);
    }

    #[test]
    fn a_query_is_written_so_that_any_host_passes_it_on() {
        assert_eq!(
            Route::search_for("a b&c=é#?", Form::Folder),
            "search/?q=a%20b%26c%3D%C3%A9%23%3F"
        );
        assert_eq!(Route::search_for("", Form::File), "search/index.html?q=");
    }

    #[test]
    fn the_map_is_addressed_with_what_it_shows() {
        let values = [
            (AtlasChoice::Layer, "a-vote"),
            (AtlasChoice::Year, ""),
            (AtlasChoice::States, "nru,tuv"),
        ];
        assert_eq!(
            Route::atlas_with(&values, Form::Folder),
            "community/?layer=a-vote&states=nru,tuv"
        );
        assert_eq!(Route::atlas_with(&[], Form::File), "community/index.html");
    }

    #[test]
    fn a_stance_is_a_query_of_the_argument() {
        assert_eq!(Route::stance("version=1", Form::Folder), "argument/?version=1");
        assert_eq!(Route::stance("version=1", Form::File), "argument/index.html?version=1");
    }

    #[test]
    fn statements_of_a_reader_are_not_sent_to_the_host() {
        let address = Route::own("1.2.3", Form::Folder);
        assert_eq!(address, "argument/#own=1.2.3");
        assert_eq!(Route::own_in(address.strip_prefix("argument/").unwrap()), Some("1.2.3"));
        assert_eq!(Route::own_in("#_files"), None);
    }

    #[test]
    fn strange_paths_are_not_found_and_never_fail() {
        for path in [
            "lessons/",
            "lessons/One",
            "lessons/a/b",
            "glossary/x/",
            "%00",
            "lessons/%20/",
            "embed/",
            "embed/x/y/",
            "embed/quiz/x/",
            "embed/lessons/a/b/c/",
            "embed/lessons/",
            "embed/terms/A/",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }

    fn any_route() -> impl Strategy<Value = Route> {
        prop_oneof![
            Just(Route::Home),
            Just(Route::Glossary),
            Just(Route::Sources),
            Just(Route::About),
            Just(Route::Standing),
            Just(Route::Quiz),
            Just(Route::Class),
            Just(Route::Search),
            Just(Route::Community),
            Just(Route::Institutions),
            Just(Route::Compared),
            "[a-z]{3}".prop_map(|id| Route::State(Id::new(&id).unwrap())),
            Just(Route::Cases),
            Just(Route::Whole),
            Just(Route::Argument),
            Just(Route::Models),
            Just(Route::Teach),
            "[a-z]{1,9}".prop_map(|id| Route::Plan(Id::new(&id).unwrap())),
            "[a-z]{1,9}".prop_map(|id| Route::Worksheet(Id::new(&id).unwrap())),
            Just(Route::Model(ModelName::GoodFaith)),
            "[a-z]{1,9}".prop_map(|id| Route::Embed(Piece::Statement(Id::new(&id).unwrap()))),
            "[a-z]{1,9}".prop_map(|id| Route::Embed(Piece::Term(Id::new(&id).unwrap()))),
            Just(Route::Embed(Piece::Model(ModelName::GoodFaith))),
            prop_oneof![Just(Piece::Quiz), Just(Piece::Argument), Just(Piece::Community)]
                .prop_map(Route::Embed),
            "[a-z]{1,9}".prop_map(|id| {
                let id = Id::new(&id).unwrap();
                Route::Embed(Piece::Section(id.clone(), id))
            }),
            "[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}".prop_map(|id| lesson(&id)),
        ]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(route in any_route()) {
            for form in [Form::Folder, Form::File, Form::Fragment] {
                let href = route.href(form);
                prop_assert_eq!(&Route::parse(href.trim_start_matches("./")), &route);
            }
        }

        #[test]
        fn any_text_is_some_route(path in any::<String>()) {
            let _ = Route::parse(&path);
        }
    }
}
