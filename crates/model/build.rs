//! Gives the crate the fingerprint of its own source, by which a program knows the guides that were
//! written for it. Line ends do not count, as some systems change them.

#[path = "src/fingerprint.rs"]
#[allow(unreachable_pub, reason = "it is public in the crate")]
mod fingerprint;

use std::{env, error::Error, fs, path::Path};

use fingerprint::fingerprint;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src");
    let source = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("src");
    let mut files = Vec::new();
    collect(&source, &mut files)?;
    files.sort();
    let bytes = files.iter().flat_map(|text| text.bytes()).filter(|byte| *byte != b'\r');
    let format = fingerprint(bytes);
    println!("cargo::rustc-env=CONCORD_FORMAT={format}");
    Ok(())
}

/// The texts of all files below a folder.
fn collect(folder: &Path, files: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(fs::read_to_string(path)?);
        }
    }
    Ok(())
}
