//! The parts that statements play in an argument.

use serde::{Deserialize, Serialize};

/// The part a statement plays in the argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StatementKind {
    /// Supports a conclusion or another claim, and rests on premises.
    Claim,
    /// A claim in which a line of argument ends.
    Conclusion,
    /// Supports the claim it stands below, jointly with the other premises of the same way.
    Premise,
    /// Attacks a claim, a premise or a reply.
    Objection,
    /// Attacks the step from the premises of a claim to the claim.
    Undercut,
    /// Answers an objection or an undercut.
    Reply,
}

impl StatementKind {
    /// All parts.
    pub const ALL: [Self; 6] = [
        Self::Claim,
        Self::Conclusion,
        Self::Premise,
        Self::Objection,
        Self::Undercut,
        Self::Reply,
    ];

    /// The name used in content and in class names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Conclusion => "conclusion",
            Self::Premise => "premise",
            Self::Objection => "objection",
            Self::Undercut => "undercut",
            Self::Reply => "reply",
        }
    }

    /// Whether it supports what it speaks to.
    #[must_use]
    pub fn is_support(self) -> bool {
        matches!(self, Self::Claim | Self::Premise)
    }
}
