//! What was found within a line.

/// What looks like mark-up: how many bytes it begins before the sign that was found and how many it
/// goes on from there, what is wrong, and what to do about it.
pub(super) struct Found {
    pub(super) back: usize,
    pub(super) len: usize,
    pub(super) message: &'static str,
    pub(super) hint: String,
}

impl Found {
    pub(super) fn new(len: usize, message: &'static str, hint: impl Into<String>) -> Option<Self> {
        Some(Self { back: 0, len, message, hint: hint.into() })
    }
}
