//! What holds for any file that a reader brings in, for a test and for a fuzz target alike.

use concord_engine::record::{Record, Stored, read};

/// Brings any file in, both ways.
pub(crate) fn bring_in(bytes: &[u8], own: &Record) {
    // As browsers read a file: without the mark of its encoding, with signs for bytes that are no text.
    let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes));
    let Stored::Record(theirs) = read(&text) else { return };
    let mut merged = own.clone();
    merged.merge(theirs.clone());
    for (id, before) in &own.answers {
        let after = merged.answers[id];
        let later = after.memory.answered > before.memory.answered;
        assert!(after == *before || (later && theirs.answers.get(id) == Some(&after)), "{id}");
    }
    assert!(theirs.answers.keys().all(|id| merged.answers.contains_key(id)));
    for (id, before) in &own.lessons {
        let after = merged.lesson(id);
        assert!(after.finished >= before.finished, "{id}");
        assert!(before.place.is_none() || after.place == before.place, "{id}");
    }
    assert!(
        theirs.lessons.iter().all(|(id, lesson)| merged.lesson(id).finished >= lesson.finished)
    );
    assert_eq!((merged.theme, merged.shortcuts_off), (own.theme, own.shortcuts_off));
    assert!(own.last.is_none() || merged.last == own.last);
    // Lines of other features are lines of what is written, and stay.
    let written = merged.to_text();
    assert!(own.to_text().lines().skip(1).all(|line| {
        let fact = ["lesson ", "answer "].iter().any(|word| line.starts_with(word));
        fact || written.lines().any(|new| new == line)
    }));
    let mut again = merged.clone();
    again.merge(theirs.clone());
    assert_eq!(again, merged, "brought in twice");
    assert_eq!(read(&written), Stored::Record(merged));
    assert_eq!(read(&theirs.to_text()), Stored::Record(theirs));
}
