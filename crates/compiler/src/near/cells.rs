//! The cells of a row of a table, as the parser parts them.

use std::ops::Range;

/// The cells of a row: the bytes of each, without its bars.
pub(super) fn cells(line: &str) -> Vec<Range<usize>> {
    let trimmed = line.trim_end();
    let start = usize::from(trimmed.starts_with('|'));
    let mut cells = Vec::new();
    let mut from = start;
    let mut escaped = false;
    for (at, c) in trimmed.char_indices().skip_while(|(at, _)| *at < start) {
        if c == '|' && !escaped {
            cells.push(from..at);
            from = at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    if from < trimmed.len() && !trimmed.get(from..).unwrap_or_default().trim().is_empty() {
        cells.push(from..trimmed.len());
    }
    cells
}

/// The row with its bars in code escaped, if there are any.
pub(super) fn piped_code(line: &str) -> Option<String> {
    let mut parts = line.split('`');
    let mut fixed = parts.next()?.to_owned();
    let mut is_code = true;
    let mut found = false;
    for part in parts {
        fixed.push('`');
        if is_code {
            found |= part.replace("\\|", "").contains('|');
            fixed += &part.replace("\\|", "|").replace('|', "\\|");
        } else {
            fixed += part;
        }
        is_code = !is_code;
    }
    // After an even number of backticks the rest is text.
    (found && is_code).then_some(fixed).or(None)
}
