//! Compiles the content pack into the bytes that the app carries.

use std::{env, error::Error, fs, path::Path, process::exit};

use concord_compiler::{compile, pseudo, read_pack, report};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=CONCORD_CONTENT");
    let folder = env::var("CONCORD_CONTENT").unwrap_or_else(|_| "content".to_owned());
    println!("cargo::rerun-if-changed={folder}");

    println!("cargo::rerun-if-env-changed=CONCORD_PSEUDO");
    let mut files = read_pack(Path::new(&folder))?;
    if env::var("CONCORD_PSEUDO").is_ok_and(|value| value == "1") {
        files = pseudo(&files);
    }
    let compiled = compile(&files);
    let told = report(&folder, &files, &compiled.diagnostics, false);
    let Some(guide) = compiled.guide else {
        for line in told.lines() {
            println!("cargo::error={line}");
        }
        exit(1);
    };
    for line in told.lines() {
        println!("cargo::warning={line}");
    }
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("guide.postcard"), concord_model::encode(&guide)?)?;
    fs::write(out.join("community.postcard"), concord_model::encode(&compiled.community)?)?;
    Ok(())
}
