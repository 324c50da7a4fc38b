//! What the compiler tells an author: place, cause and hint.

use std::ops::Range;

/// A fault in a pack.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Diagnostic {
    /// Path of the file below the pack's folder, with `/`.
    pub path: String,
    /// Bytes of the file that are meant; empty if the file as a whole is.
    pub span: (usize, usize),
    /// Whether the pack can be built all the same.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is built.
    Error,
    /// It is built, and the author should know.
    Warning,
}

/// Collects diagnostics while everything else goes on.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Diagnostic>);

impl Faults {
    pub(crate) fn error(
        &mut self,
        path: &str,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.push(Severity::Error, path, span, message.into())
    }

    pub(crate) fn warning(
        &mut self,
        path: &str,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.push(Severity::Warning, path, span, message.into())
    }

    fn push(
        &mut self,
        severity: Severity,
        path: &str,
        span: Range<usize>,
        message: String,
    ) -> &mut Diagnostic {
        self.0.push_mut(Diagnostic {
            path: path.to_owned(),
            span: (span.start, span.end),
            severity,
            message,
            hint: None,
        })
    }

    /// Whether a file has an error so far.
    pub(crate) fn has_error_in(&self, path: &str) -> bool {
        self.0.iter().any(|own| own.severity == Severity::Error && own.path == path)
    }

    /// Whether a file whose path begins so has an error so far.
    pub(crate) fn has_error_below(&self, folder: &str) -> bool {
        self.0.iter().any(|own| own.severity == Severity::Error && own.path.starts_with(folder))
    }

    pub(crate) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}

impl Diagnostic {
    /// Adds what to do about it.
    pub(crate) fn hint(&mut self, hint: impl Into<String>) {
        self.hint = Some(hint.into());
    }

    /// Adds a hint if there is one.
    pub(crate) fn hint_if(&mut self, hint: Option<String>) {
        self.hint = hint;
    }
}
