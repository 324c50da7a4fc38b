//! Finds the line of a byte, without reading a file from its beginning for each.

use std::ops::Range;

/// Where the lines of a text begin.
#[derive(Debug)]
pub(crate) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { starts: std::iter::once(0).chain(starts).collect() }
    }

    /// The number of the line that holds the byte `at`, from 1.
    pub(crate) fn number(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// The bytes of that line of `text`, without its end.
    pub(crate) fn bytes(&self, text: &str, number: usize) -> Range<usize> {
        let start = number.checked_sub(1).and_then(|index| self.starts.get(index));
        let start = start.copied().unwrap_or(text.len());
        let end = self.starts.get(number).map_or(text.len(), |next| next.saturating_sub(1));
        let line = text.get(start..end).unwrap_or_default();
        start..start + line.trim_end_matches('\r').len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_found_in_their_lines() {
        let text = "one\r\ntwo\n\nfour";
        let lines = Lines::of(text);
        assert_eq!([0, 3, 5, 8, 9, 10, 99].map(|at| lines.number(at)), [1, 1, 2, 2, 3, 4, 4]);
        let line = |number| text.get(lines.bytes(text, number));
        assert_eq!([1, 2, 3, 4].map(line), [Some("one"), Some("two"), Some(""), Some("four")]);
        assert_eq!(line(5), Some(""));
    }
}
