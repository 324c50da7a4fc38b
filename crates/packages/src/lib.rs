//! What systems for learning take from a guide: packages that record ([`packaged`]), and questions in the formats of
//! their banks ([`questions`]). Bytes in, bytes out: no files, no clock.
//!
//! A package is the site ([`kept`]) with a page that launches it in a frame (`adapter/launch.js`), between the guide and the
//! system. The guide's program knows nothing of that: it asks the browser for its storage, and is handed the system's.

mod archive;
mod manifest;
mod package;
mod pages;
pub mod questions;
mod reduced;
mod single_file;
mod table;
mod what;

pub use archive::{Entry, zipped};
pub use package::{cmi5_manifest, packaged};
pub use pages::{Kept, kept};
pub use reduced::reduced;
pub use what::{Kind, Package};
