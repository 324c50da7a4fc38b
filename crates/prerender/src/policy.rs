//! The security policy of pages, and the hashes that it rests on.

use concord_model::{Html, html};
use sha2::{Digest, Sha256};

/// The one way in which text becomes HTML or the address of a script.
pub(crate) const TRUSTED_SCRIPT: &str = include_str!("scripts/trusted.js");

/// The policy of a page with that inline script.
pub(crate) fn policy_of(script: &str) -> Html {
    html! { meta http-equiv="Content-Security-Policy" content=(policy(&[hash(script)])); }
}

/// What allows an inline script.
pub(crate) fn hash(script: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(script)))
}

/// The policy that allows inline scripts of these hashes, files of this site, a worker and frames from them, images that the
/// page itself makes, the compilation of wasm, and HTML by the one policy of `scripts/trusted.js`; nothing else.
pub(crate) fn policy(hashes: &[String]) -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self'; \
         img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; \
         manifest-src 'self'; base-uri 'self'; form-action 'self'; \
         require-trusted-types-for 'script'; trusted-types concord",
        hashes.join(" ")
    )
}

pub(crate) fn base64(bytes: &[u8]) -> String {
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    BASE64_STANDARD.encode(bytes)
}
