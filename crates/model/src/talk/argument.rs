//! What is said about the argument: verdicts, what becomes of statements, buttons, and places for answers.

use super::names::names;

names! {
    /// What a reader says about a leaf.
    #[derive(Default)]
    Verdict {
        /// It holds.
        Accept = "accept",
        /// It does not hold.
        Reject = "reject",
        /// The reader has not decided.
        #[default]
        Undecided = "open",
    }
}

names! {
    /// What becomes of a statement or of an inference.
    Label {
        /// It stands.
        In = "in",
        /// It falls.
        Out = "out",
        /// Neither follows from what was decided.
        Undecided = "undecided",
    }
}

names! {
    /// A place for an answer.
    Panel {
        /// What is wrong with a stance that was read.
        Notice = "notice",
        /// The comparison with another stance.
        Compare = "compare",
        /// What the last verdict changed.
        Changed = "changed",
        /// What follows.
        Result = "result",
        /// The choice of a statement whose cruxes are told.
        Cruxes = "cruxes",
        /// How far the search for them is.
        Searched = "searched",
        /// The cruxes that were found.
        Found = "found",
        /// Where exactly two stances part.
        Parting = "parting",
        /// The tensions of a stance with itself.
        Tension = "tension",
        /// The form for a statement of the reader's own.
        Write = "write",
        /// What came by a link or a file, and what became of it.
        Brought = "brought",
        /// The statements of the reader's own.
        Own = "own",
    }
}

names! {
    /// What a button asks for.
    ArgumentAction {
        /// The stance that the guide begins with.
        Opening = "opening",
        /// The blank stance.
        Blank = "blank",
        /// All premises and replies.
        Granted = "granted",
        /// All premises, and no reply.
        Alone = "alone",
        /// The stance that one's own is compared with.
        Take = "take",
        /// The stance before the last change.
        Undo = "undo",
        /// To compare no longer.
        Close = "close",
        /// The address of the stance.
        Share = "share",
        /// To see no more of what the last verdict changed.
        Hush = "hush",
        /// To see what falls without some statements, which the button names.
        WhatIf = "what-if",
        /// The next part of a list.
        Part = "part",
        /// To fold the outline.
        Fold = "fold",
        /// To unfold it.
        Unfold = "unfold",
        /// To go to the selected statement in words.
        ToWords = "to-words",
        /// The drawing as an image.
        Image = "image",
        /// The drawing larger.
        Larger = "larger",
        /// The drawing smaller.
        Smaller = "smaller",
        /// The drawing as a whole.
        Fit = "fit",
        /// To answer a statement in one's own words.
        Object = "object",
        /// To add a statement of one's own, or other words for one.
        Write = "write",
        /// To find other words for one.
        Reword = "reword",
        /// To take one away.
        Remove = "remove",
        /// To put back what was taken away.
        Restore = "restore",
        /// The address of one's own statements.
        LinkOwn = "link-own",
        /// One's own statements as a file.
        SaveOwn = "save-own",
        /// The same as Argdown.
        Argdown = "argdown",
        /// To add those of another reader to one's own.
        TakeIn = "take-in",
        /// To leave them.
        LeaveOut = "leave-out",
    }
}
