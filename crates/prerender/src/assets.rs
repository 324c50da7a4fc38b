//! The files that Trunk built: their names are taken from its output, its stylesheets become one.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

const START_SCRIPT: &str = include_str!("scripts/start.js");
const REASONING_SCRIPT: &str = include_str!("scripts/reasoning.js");

/// What the files of the program that reasons are called. Trunk gives the files of workers no name
/// by their content.
const REASONER: &str = "concord-reasoner";

/// Names of the site's files, as pages refer to them.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The stylesheet.
    pub style: String,
    /// The icon.
    pub icon: String,
    /// The script that loads the app.
    pub start: String,
    /// The index of the search.
    pub search: String,
    /// The file from which the map of states is drawn; empty without one.
    pub community: String,
    /// The script that loads the program that reasons over the argument.
    pub reasoning: String,
    /// What that program reads.
    pub reasoner: String,
    /// While serving, the script that reloads the page after a build; else empty.
    pub reload_script: String,
}

impl Assets {
    /// Takes over what Trunk left in `folder`: merges the stylesheets, in the order of its
    /// `index.html`, writes the start scripts with the names of the programs' files, the index of
    /// the search, what the map is drawn from, and what the program that reasons reads.
    ///
    /// # Errors
    /// If the folder does not hold what Trunk leaves there.
    pub fn take_over(
        folder: &Path,
        search: &[u8],
        community: Option<&str>,
        reasoner: &[u8],
    ) -> Result<Self> {
        let index = folder.join("index.html");
        let html = fs::read_to_string(&index)
            .with_context(|| format!("cannot read {}", index.display()))?;
        let (wasm, glue) = program(folder)?;
        let start = START_SCRIPT.replace("GUIDE_WASM", &wasm).replace("GUIDE_GLUE", &glue);
        let icon = hrefs(&html, ".svg").next().context("index.html names no icon")?;
        Ok(Self {
            style: merge_styles(folder, &html)?,
            icon,
            start: write_named(folder, "start", "js", start.as_bytes())?,
            search: write_named(folder, "search", "bin", search)?,
            community: match community {
                Some(text) => write_named(folder, "community", "txt", text.as_bytes())?,
                None => String::new(),
            },
            reasoning: reasoning(folder)?,
            reasoner: write_named(folder, "argument", "bin", reasoner)?,
            reload_script: reload_script(&html),
        })
    }
}

/// The names of the program and of its glue.
fn program(folder: &Path) -> Result<(String, String)> {
    let names = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<Vec<_>>>()?;
    let is_program = |name: &&String| name.ends_with("_bg.wasm") && !name.starts_with(REASONER);
    let wasm: Vec<_> = names.iter().filter(is_program).collect();
    let [wasm] = wasm.as_slice() else { bail!("expected one program, found {wasm:?}") };
    let glue = wasm.replace("_bg.wasm", ".js");
    if !names.contains(&glue) {
        bail!("{wasm} has no glue {glue}");
    }
    Ok(((*wasm).clone(), glue))
}

/// Names the files of the program that reasons by their content; the name of the script that loads
/// it.
fn reasoning(folder: &Path) -> Result<String> {
    let take = |name: &str, stem: &str, ending: &str| {
        let path = folder.join(name);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        fs::remove_file(&path)?;
        write_named(folder, stem, ending, &bytes)
    };
    let wasm = take(&format!("{REASONER}_bg.wasm"), "reasoner", "wasm")?;
    let glue = take(&format!("{REASONER}.js"), "reasoner", "js")?;
    let script = REASONING_SCRIPT.replace("GUIDE_WASM", &wasm).replace("GUIDE_GLUE", &glue);
    write_named(folder, "reasoning", "js", script.as_bytes())
}

fn merge_styles(folder: &Path, html: &str) -> Result<String> {
    let mut merged = String::new();
    for name in hrefs(html, ".css") {
        let path: PathBuf = folder.join(&name);
        merged += &fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        fs::remove_file(&path)?;
    }
    write_named(folder, "style", "css", merged.as_bytes())
}

/// Writes a file whose name changes with its content, so that hosts may let it be kept for ever.
fn write_named(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<String> {
    let hash: String =
        Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{hash}.{ending}");
    fs::write(folder.join(&name), bytes)?;
    Ok(name)
}

/// The `href`s of Trunk's page that end so, relative to the root. Its minifier leaves out quotes.
fn hrefs<'h>(html: &'h str, ending: &'h str) -> impl Iterator<Item = String> + 'h {
    html.split("href=")
        .skip(1)
        .filter_map(|rest| rest.trim_start_matches('"').split(['"', ' ', '>']).next())
        .filter(move |href| href.ends_with(ending))
        .map(|href| href.trim_start_matches("./").trim_start_matches('/').to_owned())
}

/// Trunk's script that reloads the page, if it is serving.
fn reload_script(html: &str) -> String {
    let script = html
        .split("<script")
        .skip(1)
        .filter_map(|rest| rest.split_once("</script>"))
        .find(|(script, _)| script.contains("__TRUNK_ADDRESS__"));
    script.map(|(script, _)| format!("<script{script}</script>\n")).unwrap_or_default()
}
