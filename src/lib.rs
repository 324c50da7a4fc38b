//! The guide's app: the same views for the prerenderer and for the browser.

mod app;
mod argument;
mod browser;
mod content;
mod pages;
mod quiz;
mod site;
mod text;

pub use app::{APP_ELEMENT, app, hydrate};
pub use content::guide;
pub use pages::{description, title};
pub use site::Site;
