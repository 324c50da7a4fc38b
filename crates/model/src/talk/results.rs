//! What students and teachers ask of results.

use super::names::names;

names! {
    /// What a button asks for.
    ResultsAction {
        /// The result of this quiz.
        Make = "make-result",
        /// The same, though it cannot be sealed.
        MakeOpen = "make-open-result",
        /// What was made, as a file.
        Save = "save-result",
        /// To take up what was pasted.
        Add = "add-results",
        /// To count a result in place of the other one of that name.
        Instead = "count-instead",
        /// The table for spreadsheets.
        Csv = "save-table",
        /// All results as a file.
        Keep = "keep-results",
        /// A key, and a link that has it.
        Seal = "make-key",
    }
}

names! {
    /// What is written or chosen.
    ResultsEntry {
        /// A name or number.
        Name = "student-name",
        /// Links, texts and mails.
        Pasted = "pasted",
        /// Files and photos.
        Files = "result-files",
        /// The list of all students.
        Roster = "class-list",
        /// The quiz whose results are shown.
        Quiz = "which-quiz",
        /// The claim that stances are about.
        Claim = "which-claim",
        /// The link to a quiz that shall be sealed.
        Link = "quiz-link",
    }
}
