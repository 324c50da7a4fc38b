//! The guide's text, compiled into this program.

use std::sync::OnceLock;

use concord_model::{BlobError, Guide, decode};

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guide.postcard"));

/// The guide, decoded at first use and kept for as long as the program runs.
///
/// # Errors
/// If the bytes are not a guide of this version, which a finished build rules out.
pub fn guide() -> Result<&'static Guide, BlobError> {
    static GUIDE: OnceLock<Result<Guide, BlobError>> = OnceLock::new();
    GUIDE.get_or_init(|| decode(BYTES)).as_ref().map_err(Clone::clone)
}
