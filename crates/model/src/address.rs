//! A place on a page, as links name it.

use serde::{Deserialize, Serialize};

use crate::{Form, Route};

/// A page and, where there is one, a place on it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

    /// Reads what [`Address::href`] wrote. An address of another site is a page that does not exist.
    #[must_use]
    pub fn parse(href: &str) -> Self {
        let (path, fragment) = match href.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment.to_owned())),
            None => (href, None),
        };
        Self { route: Route::parse(path.trim_start_matches("./")), fragment }
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
