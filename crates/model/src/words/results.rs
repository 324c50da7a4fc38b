//! The words of results without a server: what a student is told who hands in, and the class page of the teacher.

use serde::{Deserialize, Serialize};

use super::{Declared, ReadWords, Word};
use crate::Forms;

words! {
    ResultsWords
    /// Heading of what a student hands in.
    hand_in: String,
    /// What a result is, and that this page sends nothing.
    hand_in_about: String,
    /// That first answers are gone when the page is left.
    hand_in_stay: String,
    /// Field for the student's name.
    hand_in_name: String,
    /// Field for the student's number.
    hand_in_number: String,
    /// Said if the field is empty.
    hand_in_who: String,
    /// Said where a result was, once more is answered than it holds.
    hand_in_changed: String,
    /// Said of questions without an answer.
    hand_in_unanswered: Forms (count),
    /// That the result will be sealed.
    hand_in_sealed: String,
    /// That it cannot be sealed here.
    hand_in_unsealable: String,
    /// Button: make a result that anybody can read.
    hand_in_open: String,
    /// That the stance on the argument goes with it.
    hand_in_stance: String,
    /// That there is no stance yet.
    hand_in_no_stance: String,
    /// Link to the argument.
    hand_in_argument: String,
    /// Button: make the result.
    hand_in_make: String,
    /// The result as a line of text.
    hand_in_line: String (name, points, total, day),
    /// The same without a name.
    hand_in_nameless: String (points, total, day),
    /// The name of a file and of a line where there is no name.
    hand_in_file: String,
    /// Label of the link to hand in.
    hand_in_link: String,
    /// That the link would be too long.
    hand_in_no_link: String,
    /// Label of the short text.
    hand_in_text: String,
    /// Button: the result as a file.
    hand_in_save: String,
    /// Name of the code to photograph.
    hand_in_code: String,
    /// That there is no code, as the result is too long for one.
    hand_in_no_code: String,
    /// Button that copies.
    result_copy: String,
    /// Link to the class page.
    class_link: String,

    /// Title of the class page.
    class: String,
    /// What it is.
    class_about: String,
    /// That a student's browser can lie.
    class_no_exam: String,
    /// That it needs scripts.
    class_off: String,
    /// Heading of what is processed where.
    class_data: String,
    /// What a result holds, and where it is made.
    class_data_student: String,
    /// What the class page does with it.
    class_data_teacher: String,
    /// What the host of the site sees.
    class_data_host: String,
    /// What whoever collects results answers for.
    class_data_yours: String,
    /// Link to what laws ask.
    class_data_more: String,

    /// Label of the field for links, texts and mails.
    class_paste: String,
    /// Button: add what stands in it.
    class_add: String,
    /// Label of the choice of files, and where they can be dropped.
    class_files: String,
    /// What was added.
    class_added: Forms (count),
    /// Nothing was found.
    class_nothing: String,
    /// Results whose end is missing.
    class_cut: Forms (count),
    /// Results that were changed on the way.
    class_damaged: Forms (count),
    /// Results of a newer edition of the guide.
    class_newer: Forms (count),
    /// Sealed results that wait for their key.
    class_waiting: Forms (count),
    /// Said when a key was added.
    class_key: String,
    /// A file that could not be read.
    class_unread: String (name),
    /// A picture without a code that could be read.
    class_no_code: String (name),
    /// Choice of the quiz whose results are shown.
    class_quiz: String,
    /// One of these.
    class_quiz_of: String (number, count),
    /// Caption of the table.
    class_table: Forms (count),
    /// Column: the student.
    class_student: String,
    /// Column: the points.
    class_points: String,
    /// Column: the day.
    class_day: String,
    /// Row: how many have it right.
    class_right: String,
    /// What the signs in the table mean.
    class_signs: String,
    /// A cell without an answer, for screen readers.
    class_unanswered: String,
    /// An answer with help, for screen readers.
    class_helped: String,
    /// A student without a name.
    class_nobody: String,
    /// List of the questions.
    class_questions: String,
    /// Heading of the hardest questions.
    class_hardest: String,
    /// How many have it right.
    class_have: String (right, total),
    /// What most had wrong.
    class_wrong: String (wrong, count),
    /// A right answer that was not chosen.
    class_left: String (answer),
    /// A step at a place.
    class_stands: String (step, place),
    /// All have all right.
    class_all_right: String,
    /// How many results are set aside.
    class_put_aside: Forms (count),
    /// The same where some questions were left out.
    class_none_wrong: String,
    /// Heading of what is set aside.
    class_aside: String,
    /// It has questions that this edition of the guide does not have.
    aside_edition: String,
    /// Its points do not follow from its answers.
    aside_sum: String,
    /// It is from another quiz.
    aside_quiz: String,
    /// It is there already.
    aside_same: String,
    /// Another has the same name.
    aside_name: String,
    /// Button: take this one in place of the other of that name.
    aside_take: String,
    /// Label of the list of all students.
    class_roster: String,
    /// Before those who have not handed in.
    class_missing: String,
    /// All of the list have handed in.
    class_complete: String,
    /// Before those who do not stand in the list.
    class_unlisted: String,
    /// Button: the table for spreadsheets.
    class_csv: String,
    /// Button: all results as a file.
    class_keep: String,
    /// Button: print.
    class_print: String,

    /// Heading of stances.
    class_stances: String,
    /// Choice of the claim.
    class_claim: String,
    /// How the class stands to the claim.
    class_labels: String (stands, falls, open),
    /// The premise on which it turns.
    class_crux: String (premise),
    /// That there is none.
    class_no_crux: String,
    /// The question to discuss.
    class_discuss: String (premise, claim, grant, deny, turns),
    /// Caption of who grants which premise.
    class_premises: String,
    /// Column: the premise.
    class_premise: String,
    /// Column: who grants it.
    class_grant: String,
    /// Column: who rejects it.
    class_deny: String,
    /// Column: who leaves it open.
    class_leave: String,
    /// Column: for how many the claim turns on it.
    class_turns: String,
    /// A stance that cannot be read.
    class_no_stance: Forms (count),

    /// Heading of sealed results.
    seal: String,
    /// What sealing is.
    seal_about: String,
    /// Field for the link to the quiz.
    seal_link: String,
    /// Button: make a key and the link.
    seal_make: String,
    /// Said if the link is none that asks for results.
    seal_no_quiz: String,
    /// Label of the link to give away.
    seal_made: String,
    /// That the private key was saved.
    seal_saved: String,
    /// The name of the file of the key.
    seal_name: String,
    /// The first line of that file.
    seal_file: String,
    /// That this page is not served safely, so that nothing can be sealed.
    seal_unsafe: String,
}
