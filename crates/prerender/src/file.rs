//! Files, as the program brings them and the site has them.

/// A file of the program or of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path below the root, with `/`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A file of the site that is text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Path below the site's root, with `/`.
    pub path: String,
    /// Its content, HTML or another text.
    pub text: String,
}
