//! What the guide tells has a date that somebody can check, or says what is known of it.

use crate::pack;

/// What says that nobody looked.
const VAGUE: [&str; 3] = ["date unknown", "a later status", "at a later date"];

fn vague(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    VAGUE.into_iter().find(|vague| text.contains(vague))
}

#[test]
fn nothing_is_dated_by_words_that_say_nothing() {
    let mut faults = Vec::new();
    for passage in pack::text() {
        if let Some(vague) = vague(&passage.text) {
            faults.push(passage.key(vague));
        }
    }
    for source in &pack::guide().sources {
        let said = [&source.date, &source.note].into_iter().find_map(|text| vague(text));
        if let Some(vague) = said {
            faults.push(format!("sources/{}: {vague}", source.id));
        }
    }
    for layer in &pack::community().layers {
        let said = [&layer.about, &layer.coverage, &layer.as_of];
        if let Some(vague) = said.into_iter().find_map(|text| vague(text)) {
            faults.push(format!("layers/{}: {vague}", layer.id));
        }
    }
    assert!(faults.is_empty(), "say a date, or what is known of it:\n{}", faults.join("\n"));
}

#[test]
fn words_that_say_nothing_are_found_wherever_they_stand() {
    assert_eq!(vague("72 signatures, a later status has 73."), Some("a later status"));
    assert_eq!(vague("Date unknown"), Some("date unknown"));
    assert_eq!(vague("8 and 9 August 2022"), None);
}
