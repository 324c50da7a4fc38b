//! The words of a verdict that is asked for twice.

use serde::{Deserialize, Serialize};

use super::{Declared, ReadWords, Word};
use crate::Forms;

words! {
    TwiceWords
    /// What such a question is called.
    twice_title: String,
    /// What is asked first.
    twice_first: String,
    /// Verdict: it holds.
    twice_accept: String,
    /// Verdict: it does not.
    twice_reject: String,
    /// Verdict: that is open.
    twice_open: String,
    /// What is asked about the verdict.
    twice_why: String,
    /// Name of the field for a reason of one's own.
    twice_own: String,
    /// Before what speaks against the statement, for those who accept it.
    twice_against: String,
    /// Before what speaks for the statement, for those who reject it.
    twice_for: String,
    /// Before what answers doubts about it.
    twice_answers: String,
    /// What is asked then.
    twice_again: String,
    /// The first verdict, told at the end: accepted.
    twice_was_accept: String,
    /// The same: rejected.
    twice_was_reject: String,
    /// The same: left open.
    twice_was_open: String,
    /// The second verdict, told at the end: accepted.
    twice_now_accept: String,
    /// The same: rejected.
    twice_now_reject: String,
    /// The same: left open.
    twice_now_open: String,
    /// Said where both are the same.
    twice_kept: String,
    /// Said where they are not.
    twice_changed: String,
    /// That no answer is the right one.
    twice_no_key: String,
    /// Button that begins anew.
    twice_anew: String,
    /// That nothing of it is kept.
    twice_private: String,
}
