//! The files of a pack, as bytes and as text.

use crate::diagnostic::Faults;

/// The largest file of a pack, in bytes. A lesson has about 6,000; more than this is a mistake.
pub const MAX_BYTES: usize = 1 << 20;

/// A file of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Path below the pack's folder, with `/`.
    pub path: String,
    /// Its content, whatever it is.
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// The bytes without the byte order mark that some editors write; all spans count from here.
    pub(crate) fn content(&self) -> &[u8] {
        self.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.bytes)
    }
}

/// A file that is known to be text of a sensible size.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a> {
    pub(crate) path: &'a str,
    pub(crate) text: &'a str,
}

/// The files of a pack, each ordered by path.
#[derive(Debug, Default)]
pub(crate) struct Texts<'a> {
    /// Those that are text.
    pub(crate) files: Vec<Text<'a>>,
    /// Those that should be text and are not, which is reported already.
    pub(crate) unreadable: Vec<&'a str>,
    /// Those whose kind nothing reads, such as pictures that an editor left there.
    pub(crate) others: Vec<&'a str>,
}

/// Takes files as text; those that are too large or not UTF-8 become faults.
pub(crate) fn texts<'a>(files: &'a [SourceFile], faults: &mut Faults) -> Texts<'a> {
    let mut texts = Texts::default();
    for file in files {
        let path = file.path.as_str();
        if ![".md", ".toml", ".svg", ".csv", ".topojson"]
            .iter()
            .any(|ending| path.ends_with(ending))
        {
            texts.others.push(path);
        } else if let Some(text) = text(file, faults) {
            texts.files.push(text);
        } else {
            texts.unreadable.push(path);
        }
    }
    texts.files.sort_by_key(|text| text.path);
    texts.others.sort_unstable();
    texts
}

fn text<'a>(file: &'a SourceFile, faults: &mut Faults) -> Option<Text<'a>> {
    let path = file.path.as_str();
    if file.bytes.len() > MAX_BYTES {
        faults
            .error(path, 0..0, format!("the file has more than {MAX_BYTES} bytes"))
            .hint("split it into several files, one lesson each");
        return None;
    }
    match std::str::from_utf8(file.content()) {
        Ok(text) => Some(Text { path, text }),
        Err(error) => {
            // The report shows the text with its bad bytes replaced, so the span is counted there.
            let start = error.valid_up_to();
            faults
                .error(path, start..start + '\u{fffd}'.len_utf8(), "this is not valid UTF-8")
                .hint("save the file with the encoding UTF-8");
            None
        }
    }
}
