//! The whole guide as one file of HTML, which opens from a disk by a double click, without a network.
//!
//! All files of the site are packed as one text in it (`packer`), and a script of its own unpacks them and shows the page that the
//! address asks for: `guide.html?lessons/one/`. Following a link loads the file again with another such query, so that history,
//! places on pages and queries are the browser's. What the guide's programs load they are given by the script; the policy lets
//! nothing come from elsewhere.

use std::io::{Error, Write as _};

use concord_model::{Guide, Html, html};
use flate2::{Compression, write::GzEncoder};
use maud::DOCTYPE;

use crate::{Kept, Package, manifest::title};

const SCRIPT: &str = include_str!("adapter/single.js");
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What the file says of itself before its script, and nothing else may come.
const POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob: data:; \
    style-src 'unsafe-inline'; img-src data: blob:; font-src data: blob:; connect-src data: blob:; \
    worker-src blob: data:";

/// The file.
///
/// # Errors
/// If it cannot be packed.
pub(crate) fn single_file(
    guide: &Guide,
    package: &Package<'_>,
    kept: &Kept,
) -> Result<Vec<u8>, Error> {
    let packed = base64(&packed(kept)?);
    let off = guide.words.interactive_off();
    let page = html! {
        (DOCTYPE)
        html lang=(guide.language) dir=(guide.direction.as_str()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title(guide, package)) }
            }
            body {
                noscript { p { (off) } }
                script type="text/plain" id="_files" { (Html::made_elsewhere(packed)) }
                script { (Html::made_elsewhere(SCRIPT)) }
            }
        }
    };
    Ok(page.into_string().into_bytes())
}

/// Files one after the other, each as its path, its length and its bytes: similar ones side by side, as what is alike is
/// then packed once.
fn packed(kept: &Kept) -> Result<Vec<u8>, Error> {
    let mut files: Vec<_> = kept.files.iter().collect();
    let ending = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
    files.sort_by_key(|(path, _)| (ending(path), path.clone()));
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    for (path, bytes) in files {
        packer.write_all(format!("{path}\n{}\n", bytes.len()).as_bytes())?;
        packer.write_all(bytes)?;
    }
    packer.finish()
}

fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 4);
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
        let number = number << (8 * (3 - three.len()));
        for digit in 0..4 {
            let at = (number >> (18 - 6 * digit)) as usize & 63;
            let sign = ALPHABET.get(at).copied().filter(|_| digit <= three.len());
            text.push(char::from(sign.unwrap_or(b'=')));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_browsers_read_them() {
        let known =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")];
        for (bytes, text) in known {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
