//! Addresses. This is the only place where one is written or read.

use serde::{Deserialize, Serialize};

use crate::{Guide, Id};

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
    /// Any address that is none of the others.
    NotFound,
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
    /// Every page there is, each once; what the prerenderer writes.
    #[must_use]
    pub fn all(guide: &Guide) -> Vec<Self> {
        let lessons = guide.lessons.iter().map(|lesson| Self::Lesson(lesson.id.clone()));
        [Self::Home].into_iter().chain(lessons).chain([Self::Glossary, Self::Sources]).collect()
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

/// A page and, where there is one, a place on it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// The page.
    pub route: Route,
    /// The HTML id of the place on it.
    pub fragment: Option<String>,
}

impl Address {
    /// A place on a page.
    #[must_use]
    pub fn new(route: Route, fragment: &str) -> Self {
        Self { route, fragment: Some(fragment.to_owned()) }
    }

    /// The address relative to the guide's root. A fragment always follows its page, because a
    /// bare `#place` would be read relative to the root, not to the page it stands on.
    #[must_use]
    pub fn href(&self, form: Form) -> String {
        match &self.fragment {
            Some(fragment) => format!("{}#{fragment}", self.route.href(form)),
            None => self.route.href(form),
        }
    }
}

impl From<Route> for Address {
    fn from(route: Route) -> Self {
        Self { route, fragment: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        assert_eq!(Address::new(one, "x").href(Form::Folder), "lessons/one/#x");
    }

    #[test]
    fn strange_paths_are_not_found_and_never_fail() {
        for path in ["lessons/", "lessons/One", "lessons/a/b", "glossary/x/", "%00", "lessons/%20/"]
        {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }

    fn any_route() -> impl Strategy<Value = Route> {
        prop_oneof![
            Just(Route::Home),
            Just(Route::Glossary),
            Just(Route::Sources),
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
