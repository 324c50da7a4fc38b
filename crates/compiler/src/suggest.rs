//! "Did you mean": the nearest of the names that would have been right.

use crate::same::composed;

/// A hint that names the candidate nearest to `wrong`, or lists a few if none is near.
pub(crate) fn did_you_mean<'a>(
    wrong: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let wrong = composed(wrong);
    // Quotes around a name are no part of it.
    let wrong = wrong.trim_matches(['"', '“', '”', '„', '\'', '‘', '’', '«', '»']);
    let near = candidates
        .iter()
        // Comparing costs time, and a name of quite another length is no slip of the finger.
        .filter(|candidate| candidate.len().abs_diff(wrong.len()) <= 4)
        .map(|candidate| (strsim::jaro_winkler(wrong, candidate), *candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match (near, candidates.len()) {
        (Some((_, candidate)), _) => Some(format!("did you mean `{candidate}`?")),
        (None, 1..=20) => Some(format!("there is {}", list(&candidates))),
        (None, _) => None,
    }
}

/// A hint that names the candidate nearest to `wrong`, if one is near.
pub(crate) fn near<'a>(
    wrong: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    did_you_mean(wrong, candidates).filter(|hint| hint.starts_with("did you mean"))
}

/// Names in backticks, with commas.
pub(crate) fn list(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
