//! The guide's text, compiled into this program.

use std::sync::OnceLock;

#[cfg(feature = "ssr")]
use concord_model::Community;
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

/// What is known of the guide's states. Only the prerenderer carries it.
///
/// # Errors
/// If the bytes are not of this version, which a finished build rules out.
#[cfg(feature = "ssr")]
pub fn community() -> Result<&'static Community, BlobError> {
    static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/community.postcard"));
    static COMMUNITY: OnceLock<Result<Community, BlobError>> = OnceLock::new();
    COMMUNITY.get_or_init(|| decode(BYTES)).as_ref().map_err(Clone::clone)
}
