//! The words of frames in other sites' pages and of the pages for teachers, which the prerenderer alone writes.

use serde::{Deserialize, Serialize};

use super::{Declared, ReadWords, Word};
use crate::Forms;

words! {
    TeachWords
    /// Said in a frame that has questions: how long answers are kept, and who is told of them.
    frame_kept: String,
    /// Said in a frame for questions whose address names none.
    frame_quiz: String,
    /// Name of the pages for teachers.
    teach: String,
    /// The key that leads there.
    key_teach: String,
    /// What they are for.
    teach_intro: String,
    /// Heading of the list of plans.
    teach_plans: String,
    /// Link to the worksheet of a lesson.
    teach_worksheet: String,
    /// Heading of pieces that are set by their address.
    teach_show: String,
    /// How pieces are shown.
    teach_show_how: String,
    /// What to do with texts to copy where no script puts the guide’s address into them.
    teach_address: String (address),
    /// Label of the field for an address to show.
    teach_paste: String,
    /// Said to an address that leads to none of these.
    teach_paste_none: String,
    /// Label of the text with the element.
    teach_element: String,
    /// Label of the text with a frame.
    teach_frame: String,
    /// Label of the link.
    teach_link: String,
    /// Label of the link in Markdown.
    teach_markdown: String,
    /// Heading of the aims of a plan.
    teach_aims: String,
    /// Heading of the steps of a plan: “45 minutes”.
    teach_steps: String (minutes),
    /// Heading of the column of minutes.
    teach_minutes: String,
    /// Heading of the column of what is done.
    teach_in_class: String,
    /// Heading of the questions to discuss.
    teach_discuss: String,
    /// Heading of the answers to a lesson’s questions.
    teach_answers: String,
    /// Heading of how results of a class are collected.
    teach_results: String,
    /// How.
    teach_results_how: String,
    /// Heading of a lesson’s pieces.
    teach_pieces: String,
    /// What a piece is: a lesson.
    teach_lesson: String,
    /// What a piece is: what stands under a heading.
    teach_section: String,
    /// Heading of a worksheet’s questions.
    teach_questions: String,
    /// On a worksheet: the student’s name.
    teach_name: String,
    /// On a worksheet: the class.
    teach_class: String,
    /// On a worksheet: the date.
    teach_date: String,
}
