//! The words of what reasons over the argument. They are read in its own program alone.

use serde::{Deserialize, Serialize};

use super::{Declared, ReadWords, Word};
use crate::Forms;

words! {
    ReasonerWords
    /// The question whether a statement is accepted, for screen readers.
    verdict_of: String (statement),
    /// Verdict.
    accept: String,
    /// Verdict.
    reject: String,
    /// Verdict.
    leave_open: String,
    /// What becomes of a statement: it stands.
    label_in: String,
    /// It falls.
    label_out: String,
    /// Neither.
    label_undecided: String,
    /// How a statement stands in a sentence.
    quoted: String (title),
    /// Between the parts of a list.
    list_joint: String,
    /// The end of a list that is longer.
    list_more: Forms (count),
    /// A statement and what becomes of it, in one line of plain text.
    named_label: String (title, label),
    /// What follows for a conclusion.
    you_accept: String (statement),
    /// What follows for a conclusion.
    you_reject: String (statement),
    /// What follows for a conclusion that has lost what it rests on.
    you_drop: String (statement),
    /// What follows for a conclusion.
    you_leave_open: String (statement),
    /// What follows for a conclusion that no verdict would settle, since statements block each other.
    you_cannot_tell: String (statement),
    /// What all verdicts together have come to: how many are not those that a reader begins with, and how many claims stand no
    /// longer.
    so_far: String (verdicts, fallen, all),
    /// The first conclusion with what becomes of it, and why.
    so_far_end: String (end, why),
    /// A step of a reason.
    why_accepted: String (statement),
    /// A step of a reason.
    why_rejected: String (statement),
    /// A step of a reason.
    why_follows: String (statement, premises),
    /// A step of a reason: an inference without premises.
    why_given: String (statement),
    /// Added to a step of a reason.
    why_failing: String (attackers),
    /// A step of a reason.
    why_attacked: String (statement, attacker),
    /// A step of a reason.
    why_unsupported: String (statement, premises),
    /// A step of a reason.
    why_undercut: String (statement, attackers),
    /// A step of a reason.
    why_unjudged: String (statement),
    /// A step of a reason.
    why_waits: String (statement, premises),
    /// A step of a reason.
    why_open_attack: String (statement, attackers),
    /// A step of a reason.
    why_open_undercut: String (statement, attackers),
    /// Added to a step of a reason: what would deny the step from premises, but falls.
    why_failing_undercut: String (attackers),
    /// A step of a reason: statements that block each other.
    why_circle: String (statements),
    /// How many tensions a stance has.
    tensions: Forms (count),
    /// A stance without tensions.
    no_tension: String,
    /// A tension.
    tension_statement: String (attacker, attacked),
    /// A tension.
    tension_step: String (attacker, attacked),
    /// Choice of a conclusion.
    crux_of: String,
    /// No conclusion is chosen.
    crux_choose: String,
    /// The chosen conclusion and its label.
    crux_now: String (statement, label),
    /// Before a smallest set of changes.
    crux_sets: Forms (count),
    /// Before what would make it stand, fall or open.
    crux_toward: String (label),
    /// No change does it.
    crux_none: String,
    /// The search gave up before it found any.
    crux_at_least: Forms (count),
    /// The search gave up after it found some.
    crux_may_be_more: String,
    /// What all sets of that size are behind.
    crux_all: Forms (count),
    /// The changes that all sets have.
    crux_common: String (changes),
    /// After them: what each set has besides.
    crux_any: String,
    /// Before lists of changes that do not depend on each other.
    crux_lists: Forms (count),
    /// Before the lines of such a list.
    crux_one_of: String,
    /// After some changes: what is needed besides.
    crux_and_one_of: String,
    /// While it is searched.
    searching: String,
    /// Button: entries of a list that are not shown yet.
    show_more: Forms (count),
    /// A change of a verdict.
    change_to: String (statement, verdict),
    /// Above a comparison.
    compare_what: String,
    /// Column: the reader's stance.
    compare_yours: String,
    /// Column: the stance of the address.
    compare_theirs: String,
    /// Column: the statements.
    compare_statement: String,
    /// Both stances are equal.
    compare_same: String,
    /// How many verdicts differ.
    compare_leaves: Forms (count),
    /// How many other statements then differ.
    compare_follows: Forms (count),
    /// Heads the verdicts that make two stances part on a statement.
    compare_crux: Forms (statement),
    /// Two stances part, and the search for where exactly did not end.
    compare_part: String (statement),
    /// A conclusion comes out the same, but what it rests on does not.
    compare_otherwise: String (statement),
    /// All conclusions are labelled the same.
    compare_agree: String,
    /// Button.
    compare_take: String,
    /// Button.
    compare_close: String,
    /// Said of a damaged stance in the address.
    link_damaged: String,
    /// Said of a stance that is too long.
    link_too_long: String,
    /// Said of a damaged stance that the browser kept.
    saved_damaged: String,
    /// Said of a stance of another version of the guide.
    other_version: String,
    /// Names in a stance that the guide does not have.
    unknown_names: Forms (count, names),
    /// What a verdict changed.
    changed: Forms (count, list),
    /// A verdict changed no label.
    changed_none: String,
    /// Button: the stance as it was before the last change.
    undo: String,
    /// Button: what was changed need not be shown any more.
    changed_close: String,
    /// Field with the address of the stance.
    share_stance: String,
    /// Button.
    share_copy: String,
    /// Button.
    zoom_in: String,
    /// Button.
    zoom_out: String,
    /// Button.
    zoom_fit: String,
    /// Button.
    save_image: String,
    /// The name of that file.
    image_file: String,
    /// Button.
    to_words: String,
    /// Heading of how the drawing is used.
    drawing_how: String,
    /// How the drawing is used, by keys as well.
    drawing_keys: String,
    /// Whose a statement is that the reader wrote.
    yours: String,
    /// A statement of the reader's own in a sentence: "yours: {text}".
    own_short: String (text),
    /// What such a statement is: an objection.
    own_objection: String,
    /// The same: a reply.
    own_reply: String,
    /// Button: to write an objection to a statement.
    own_object: String,
    /// Button: to write a reply to an objection.
    own_answer: String,
    /// List of the statements that can be answered.
    own_target: String,
    /// Its first entry, which chooses none.
    own_choose: String,
    /// Field for the words: "at most {count} characters".
    own_text: String (count),
    /// Choice of the verdict.
    own_verdict: String,
    /// Button: to add what is written.
    own_write: String,
    /// Button: to find other words.
    own_reword: String,
    /// Button: to take a statement away.
    own_remove: String,
    /// Button: to put back what was taken away.
    own_restore: String,
    /// Said where the reader has written nothing.
    own_none: String,
    /// "answers {statement}".
    own_answers: String (statement),
    /// Said of one whose statement the guide does not have.
    own_orphan: String,
    /// Said where nothing is chosen or written.
    own_empty: String,
    /// Said where there is no room for more: "{count} statements at most".
    own_full: String (count),
    /// Texts that cannot be read and are kept.
    own_rest: Forms (count),
    /// Button: the address of what the reader wrote.
    own_link: String,
    /// Said where that would be too long.
    own_link_long: String,
    /// Button: what the reader wrote as a file.
    own_save: String,
    /// The name of that file.
    own_file: String,
    /// Button: the same as Argdown.
    own_argdown: String,
    /// The name of that file.
    own_argdown_file: String,
    /// Field: a file with statements of a reader.
    own_open: String,
    /// A link or file has "{count} statements".
    own_brought: Forms (count),
    /// Button: to add them.
    own_take: String,
    /// Button: to leave them.
    own_leave: String,
    /// Said when they were added.
    own_took: String,
    /// How many had no room.
    own_no_room: Forms (count),
    /// Said of a share that is damaged.
    own_damaged: String,
    /// Said of a share of a newer version.
    own_newer: String,
}
