//! HTML ids of the interface that several parts know. All ids of the interface begin with an underscore,
//! which no id of content can.

/// The element that holds a page (`pages::html`).
pub const APP_ELEMENT: &str = "_app";

/// The element that tells screen readers which page they came to.
pub const STATUS_ELEMENT: &str = "_status";

/// The main part of each page.
pub(crate) const MAIN: &str = "_main";

/// The links to all pages, which a button opens on a narrow window.
pub(crate) const MENU: &str = "_menu";

/// The contents of a lesson, which a button opens where there is no room beside the text.
pub(crate) const PARTS: &str = "_parts";

/// The line that says, on paper, where addresses begin.
pub(crate) const ADDRESSES: &str = "_addresses";

/// The field of the search.
pub(crate) const SEARCH_FIELD: &str = "_search";

/// Each page's title.
pub(crate) const TITLE: &str = "_title";

/// The script that starts the guide's program.
pub const START: &str = "_start";
