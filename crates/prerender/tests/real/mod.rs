//! The guide of this repository, compiled once for all that looks at it.

use std::sync::OnceLock;

use concord_compiler::{compile, read_pack};
use concord_prerender::Content;

pub(crate) fn real() -> Content {
    static REAL: OnceLock<Content> = OnceLock::new();
    *REAL.get_or_init(|| {
        let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");
        let compiled = compile(&read_pack(pack.as_ref()).unwrap());
        Content {
            guide: Box::leak(Box::new(compiled.guide.unwrap())),
            community: Box::leak(Box::new(compiled.community)),
        }
    })
}
