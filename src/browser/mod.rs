//! Short ways to the browser, one capability a file. They know no guide, and nothing here runs while
//! prerendering.

pub(crate) mod clicks;
pub(crate) mod clock;
pub(crate) mod fetch;
pub(crate) mod file;
pub(crate) mod page;
pub(crate) mod popover;
pub(crate) mod put;
pub(crate) mod query;
pub(crate) mod scroll;
pub(crate) mod seen;
pub(crate) mod storage;
pub(crate) mod view;

pub(crate) use concord_dom::fold;
