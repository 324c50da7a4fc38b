//! "Did you mean": the nearest of the names that would have been right.

use crate::same::composed;

/// How many names are shown where none is near and all would be too many.
const FEW: usize = 3;

/// A hint that names the candidate nearest to `wrong`, or some if none is near.
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
        (None, 0) => None,
        (None, number) => {
            let likeness = |name: &&str| strsim::jaro_winkler(wrong, name);
            let mut nearest = candidates;
            nearest.sort_by(|a, b| likeness(b).total_cmp(&likeness(a)).then(a.cmp(b)));
            nearest.truncate(FEW);
            Some(format!("there are {number}, among them {}", list(&nearest)))
        }
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
