//! Files that nothing reads, and what they may be meant as.

use crate::{diagnostic::Faults, source_file::Texts, suggest};

/// Tables that are not of one layer, and are read only where there are layers.
const BESIDE_LAYERS: [&str; 6] = [
    "community/names.csv",
    "community/institutions.csv",
    "community/links.csv",
    "community/life-of-data.csv",
    "community/places.csv",
    "community/tiles.csv",
];

/// A file that nothing reads is most likely misnamed.
pub(super) fn report(texts: &Texts<'_>, folder: &str, read: &[&str], faults: &mut Faults) {
    let words = format!("{folder}words.toml");
    let named = ["guide.toml", "sources.toml", "community/states.csv", &words];
    for path in texts.files.iter().map(|text| text.path).chain(texts.others.iter().copied()) {
        let is_read = path.ends_with(".md") || path.ends_with(".svg");
        let known = named.contains(&path)
            || read.contains(&path)
            || matches!(path, "README.md" | "LICENSE")
            || path.starts_with(folder) && is_read;
        if !known {
            let hint = misnamed(path, folder).or_else(|| suggest::near(path, named));
            faults.warning(path, 0..0, "nothing reads this file").hint_if(hint);
        }
    }
}

/// What a file that nothing reads may be meant as.
fn misnamed(path: &str, folder: &str) -> Option<String> {
    let (stem, ending) = path.rsplit_once('.')?;
    let lower = ending.to_lowercase();
    let known = ["md", "toml", "svg", "csv", "topojson"].contains(&lower.as_str());
    Some(match lower.as_str() {
        _ if known && lower != ending => {
            format!("endings are in lower case: name it `{stem}.{lower}`")
        }
        "markdown" | "mdown" | "mkd" | "mdx" | "txt" => {
            format!("if it is text of the guide, name it `{stem}.md`")
        }
        "yaml" | "yml" | "json" => format!("settings are TOML: `{stem}.toml`"),
        "xlsx" | "xls" | "ods" | "tsv" => format!("save the table as `{stem}.csv`"),
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "pdf" => {
            "drawings of a guide are SVG files; if this one is not meant for readers, take it out"
                .into()
        }
        "md" | "svg" if !path.starts_with(folder) => {
            format!("the guide’s texts and figures stand below `{folder}`")
        }
        "csv" | "topojson" if !path.starts_with("community/") => {
            "tables of facts stand below `community/`".into()
        }
        "csv" if BESIDE_LAYERS.contains(&path) => {
            "it is read if there are community/states.csv and community/layers.toml".into()
        }
        "csv" => "name it as the `table` of a layer in community/layers.toml".into(),
        _ => return None,
    })
}
