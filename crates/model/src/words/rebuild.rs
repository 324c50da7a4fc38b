//! The words in which an argument is rebuilt.

use serde::{Deserialize, Serialize};

use super::{Declared, ReadWords, Word};
use crate::Forms;

words! {
    RebuildWords
    /// How it is done, and how it is scored.
    rebuild_how: String,
    /// Heading of the statements that have no place yet: "{count} statements to place".
    rebuild_pieces: Forms (count),
    /// Said to whoever has chosen none of them yet.
    rebuild_choose: String,
    /// Heading of the map.
    rebuild_map: String,
    /// Heading of the roles that a statement can play where it is put: "Put “{piece}” here:".
    rebuild_put: String (piece),
    /// Place: a reason for the statement.
    rebuild_supports: String,
    /// Place: a reason, together with others.
    rebuild_joint: String (others),
    /// Place: a reason in a way of its own.
    rebuild_own_way: String,
    /// Place: against the statement.
    rebuild_against: String,
    /// Place: an answer to the statement.
    rebuild_answers: String,
    /// Place: against the step to the statement from others.
    rebuild_denies: String (others),
    /// Before the reason why a place is right.
    rebuild_right: String,
    /// Once all is in place: how many statements were put right at first.
    rebuild_done: String (right, all),
    /// After it, if some were not: which.
    rebuild_missed: String (names),
    /// Before the reason, where the program puts a statement into its place.
    rebuild_there: String,
    /// Reason: a reason for the statement.
    rebuild_because_supports: String (statement),
    /// Reason: one of several that carry it together.
    rebuild_because_joint: String (statement, others),
    /// Reason: a way of its own beside others.
    rebuild_because_own_way: String (statement),
    /// Reason: against it.
    rebuild_because_against: String (statement),
    /// Reason: an answer to it.
    rebuild_because_answers: String (statement),
    /// Reason: against the step to it.
    rebuild_because_denies: String (statement),
    /// It does speak to the statement, but in another role.
    rebuild_other_role: String (statement, called),
    /// The same of what speaks against a statement, or answers it.
    rebuild_other_against: String (statement, called),
    /// It supports the statement, but only together with others.
    rebuild_not_alone: String (statement, others),
    /// It supports the statement, but not together with those.
    rebuild_not_with: String (statement, others),
    /// It denies a step to the statement, but not the one from those.
    rebuild_other_step: String (statement, others),
    /// It does not speak to the statement.
    rebuild_other_place: String (statement),
    /// What it speaks to, or the step that it denies, is not on the map yet; this costs nothing.
    rebuild_early: String,
    /// Button that helps.
    rebuild_help: String,
    /// First help: what part it plays.
    rebuild_help_part: String (piece, called),
    /// Second help: what it speaks to.
    rebuild_help_target: String (piece, statement),
    /// Names in quotes: "“{statement}”".
    rebuild_quoted: String (statement),
}
