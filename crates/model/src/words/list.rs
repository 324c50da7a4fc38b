//! All words of the interface; those of the argument map are in `argument.rs`. A word about a number is
//! [`Forms`]; what stands in brackets is filled in where the word has it in braces.

use serde::{Deserialize, Serialize};

use super::{Declared, ReadWords, Word};
use crate::Forms;

with_argument! {
    /// Link to the main part of the page.
    skip_to_content: String,
    /// Name of the site's navigation.
    site_navigation: String,
    /// Name of the list of models to play with.
    models: String,
    /// Key that opens it.
    key_models: String,
    /// Said where a model cannot be loaded.
    model_failed: String,
    /// Name of the list of lessons.
    lessons: String,
    /// Before the statement that a choice of the opening question grants.
    opening_granted: String,
    /// Link to that statement.
    opening_follow: String,
    /// The first of four ways into the guide: its lessons.
    way_learn: String,
    /// What that is.
    way_learn_hint: String,
    /// The second: the argument.
    way_argue: String,
    /// What that is.
    way_argue_hint: String,
    /// The third: the states.
    way_look: String,
    /// What that is.
    way_look_hint: String,
    /// The fourth: questions for a class.
    way_teach: String,
    /// What that is.
    way_teach_hint: String,
    /// Button: the links to all pages, where there is no room for them.
    menu: String,
    /// Name of the glossary.
    glossary: String,
    /// Name of the list of sources.
    sources: String,
    /// Name of the contents of a lesson.
    contents: String,
    /// "Lesson {number} of {total}".
    lesson_number: String (number, total),
    /// "{minutes} min read".
    reading_time: Forms (minutes),
    /// "{minutes} min", in the list of lessons.
    minutes: String (minutes),
    /// The names of the twelve months, with commas between them.
    months: String,
    /// "{day} {month} {year}".
    date_of_day: String (day, month, year),
    /// "{month} {year}".
    date_of_month: String (month, year),
    /// "Previous".
    previous: String,
    /// "Next".
    next: String,
    /// Link to the first lesson.
    start_reading: String,
    /// "Continue: {lesson}".
    continue_reading: String (lesson),
    /// Whose statements there are.
    owners: String,
    /// Part: a claim.
    claim: String,
    /// Part: a conclusion.
    conclusion: String,
    /// Part: a premise.
    premise: String,
    /// Part: an objection.
    objection: String,
    /// Part: an undercut.
    undercut: String,
    /// Part: a reply.
    reply: String,
    /// What a statement supports.
    supports: String,
    /// What a statement attacks.
    attacks: String,
    /// The claim to which a statement denies the step.
    undercuts: String,
    /// What a statement answers.
    answers: String,
    /// Before the names of sources.
    source_prefix: String,
    /// Mark of a record that was not compared with its text.
    unverified: String,
    /// Its explanation.
    unverified_long: String,
    /// Heading of a lesson's sources.
    sources_of_lesson: String,
    /// Heading of a lesson's footnotes.
    notes: String,
    /// Name of a footnote's way back.
    back_to_text: String,
    /// "Used in", before lessons.
    used_in: String,
    /// Label of a question.
    question: String,
    /// Button that checks an answer.
    check_answer: String,
    /// Said when nothing is chosen yet.
    choose_first: String,
    /// Above answers of which several are right.
    choose_all: String,
    /// How steps are put in order by taps.
    order_how: String,
    /// First entry of a list of states.
    choose_state: String,
    /// Button and label: a hint.
    hint: String,
    /// Button that shows the right answer.
    show_answer: String,
    /// Said when an answer is right in part.
    partly: String (points, total),
    /// Said when a written answer has a slip of spelling.
    nearly: String,
    /// Said when right answers are missing.
    missing: Forms (count),
    /// Link to what speaks against what a question tests.
    counter: String (title),
    /// Button that moves a step up.
    move_up: String (step),
    /// Button that moves a step down.
    move_down: String (step),
    /// Said when a step has moved.
    moved: String (step, place, total),
    /// Before buttons that check an answer and say how sure the reader is.
    how_sure: String,
    /// Sure: the name of such a button.
    sure: String,
    /// Rather sure.
    rather: String,
    /// A guess.
    guess: String,
    /// Beside a part of an answer that is right.
    mark_right: String,
    /// Beside a part of an answer that is wrong.
    mark_wrong: String,
    /// Opens the reasons for the parts of an answer.
    reasons: String,
    /// Before the feedback of the key.
    right: String,
    /// Before the feedback of a distractor.
    not_yet: String,
    /// Button that leaves of an answer what is right, to try again.
    try_again: String,
    /// Link to what a question tests.
    back_to_passage: String (title),
    /// Shows the answers where scripts do not run.
    show_answers: String,
    /// Before the key among the answers.
    key: String,
    /// Checkbox at the end of a lesson.
    mark_finished: String,
    /// Mark of a finished lesson.
    finished: String,
    /// Name of the choice of theme.
    theme: String,
    /// Theme of the system.
    theme_system: String,
    /// Light theme.
    theme_light: String,
    /// Dark theme.
    theme_dark: String,
    /// Said where scripts do not run or failed.
    interactive_off: String,
    /// Said where the browser keeps nothing.
    storage_denied: String,
    /// Said where the record is of a newer version.
    storage_newer: String,
    /// Said where a damaged record was set aside.
    storage_set_aside: String,
    /// Said where writing failed.
    storage_full: String,
    /// Heading of the page for unknown addresses.
    not_found_title: String,
    /// Its text.
    not_found_text: String,
    /// Heading of what is shown without a network, in place of a page that the device does not keep.
    offline_title: String,
    /// Its text.
    offline_text: String,
    /// Link home.
    home: String,
    /// Line at the foot of each page about the work.
    about_work: String,
    /// "{count} of {total} lessons finished".
    lessons_finished: Forms (count, total),
    /// Link to the whole guide on one page.
    whole_guide: String,
    /// What that is for.
    whole_guide_hint: String,
    /// Name of the contents of the whole guide's page.
    whole_contents: String,
    /// On paper, where addresses begin: "Addresses begin with {address}".
    addresses_begin: String (address),
    /// Name of the search.
    search: String,
    /// What can be searched, and how.
    search_hint: String,
    /// Words that say nothing of what is sought: a question's "what", "if", "is". In small letters without accents, each parted
    /// from the next by a space.
    search_small: String,
    /// "{count} results".
    search_results: Forms (count),
    /// "The first {shown} of {count} results", where there are too many to show.
    search_first: String (shown, count),
    /// Said when nothing is found.
    search_none: String (query),
    /// Said when nothing has all words.
    search_partly: String,
    /// Said when the index could not be loaded.
    search_failed: String,
    /// Said where scripts do not run.
    search_off: String,
    /// Kind of result: a lesson.
    kind_lesson: String,
    /// Kind of result: a part of a lesson or page.
    kind_section: String,
    /// Kind of result: a term.
    kind_term: String,
    /// Kind of result: a source.
    kind_source: String,
    /// Kind of result: a state.
    kind_state: String,
    /// Name of the page of the community of states, in the navigation.
    community: String,
    /// The key that leads there.
    key_community: String,
    /// Name of the page of all cases, in the navigation.
    cases: String,
    /// The key that leads there.
    key_cases: String,
    /// Said where the map of states could not be loaded.
    map_failed: String,
    /// Said where the program that reasons cannot be loaded.
    argument_off: String,
    /// Closes a note.
    close: String,
    /// Link from a definition to the glossary.
    open_in_glossary: String,
    /// Name of the choice whose statements are shown.
    filter: String,
    /// "{count} of {total} statements shown".
    filter_shown: Forms (count, total),
    /// Shows all statements again.
    filter_all: String,
    /// Link at a heading: "Link to: {title}".
    link_to: String (title),
    /// Name of the box with link and code.
    share: String,
    /// Label of the link to copy.
    share_link: String,
    /// Label of the code to copy.
    share_embed: String,
    /// Button that copies.
    copy: String,
    /// Said when it is copied.
    copied: String,
    /// Said when the browser does not let us copy.
    copy_failed: String,
    /// Link from an embedded piece: "Open in {guide}".
    embed_open: String (guide),
    /// In the title of an embedded piece, so that it differs from that of its page.
    embedded: String,
    /// The key that leads home, and so on: one character each.
    key_home: String,
    /// The key that leads to the glossary.
    key_glossary: String,
    /// The key that leads to the sources.
    key_sources: String,
    /// The key that leads to the page about the guide.
    key_about: String,
    /// The key that leads to the search.
    key_search: String,
    /// The key that leads to the next lesson.
    key_next: String,
    /// The key that leads to the previous lesson.
    key_previous: String,
    /// The key that leads to where the reader stands.
    key_standing: String,
    /// Name of the page on where the reader stands.
    standing: String,
    /// Said there where scripts do not run.
    standing_off: String,
    /// Said there where nothing was answered yet.
    standing_none: String,
    /// Heading of what was answered.
    summary: String,
    /// Heading of a column: questions there are.
    questions: String,
    /// Heading of a column: questions that were answered.
    answered: String,
    /// Heading of a column: questions that were answered right.
    answered_right: String,
    /// Heading of questions to look at again.
    look_again: String,
    /// Beside one that the reader was sure of.
    was_sure: String,
    /// Heading of statements and terms with what was answered of each.
    by_statement: String,
    /// Heading of what comes back today.
    review: String,
    /// How it is chosen.
    review_how: String,
    /// "{count} questions come back today".
    review_due: Forms (count),
    /// Said where nothing is left today.
    review_done: String (next),
    /// "in {count} days", for that.
    review_next: Forms (count),
    /// Said where nothing comes back yet.
    review_none: String,
    /// Page of questions that its address asks for.
    quiz: String,
    /// What it is.
    quiz_what: String,
    /// What it is not.
    quiz_no_exam: String,
    /// Said there where scripts do not run.
    quiz_off: String,
    /// Name of the field with the address.
    quiz_link: String,
    /// Said where nothing fits.
    quiz_none: String,
    /// Said about names that mean nothing.
    quiz_unknown: String (names),
    /// How far the reader has come.
    quiz_today: Forms (count, total, right),
    /// What unfolds the form.
    quiz_another: String,
    /// Legend of the kinds.
    quiz_kinds: String,
    /// Label of the list of statements.
    quiz_claim: String,
    /// First entry of a list: no matter which.
    quiz_any: String,
    /// Label of the number.
    quiz_count: String,
    /// Label of what the order comes from.
    quiz_seed: String,
    /// About the form.
    quiz_seed_hint: String,
    /// Group: what students hand in at the end.
    quiz_ask: String,
    /// Their name.
    quiz_ask_name: String,
    /// Their number.
    quiz_ask_number: String,
    /// Their stance on the argument.
    quiz_ask_stance: String,
    /// What that is for.
    quiz_ask_hint: String,
    /// Said where results cannot be made or collected.
    results_failed: String,
    /// Button.
    quiz_make: String,
    /// Kind of question.
    quiz_choice: String,
    /// Kind of question.
    quiz_multiple: String,
    /// Kind of question.
    quiz_build: String,
    /// The same for `rebuild`.
    quiz_rebuild: String,
    /// Said where the program could not be loaded in which an argument is rebuilt; the lesson has a worksheet.
    rebuild_failed: String,
    /// Said in the place of a lesson's drawing while the reader rebuilds it.
    rebuild_meanwhile: String,
    /// Kind of question.
    quiz_blank: String,
    /// Kind of question.
    quiz_match: String,
    /// Kind of question.
    quiz_sort: String,
    /// Kind of question.
    quiz_order: String,
    /// Kind of question.
    quiz_point: String,
    /// Link to the questions of a lesson that it does not show: "{count} more questions".
    quiz_more: Forms (count),
    /// Link from a lesson to its quiz.
    quiz_of_lesson: String,
    /// Button: prints the page.
    print: String,
    /// How often each degree of being sure was right: "{sure}: {right} of {count} right".
    calibration: String (sure, right, count),
    /// Heading of it.
    calibration_title: String,
    /// Heading of what the browser remembers.
    memory: String,
    /// What it remembers, and where.
    memory_what: String,
    /// Button that saves a file.
    export: String,
    /// The name of that file.
    export_file: String,
    /// Field that brings a file in.
    import: String,
    /// What a file holds.
    import_found: Forms (count, total),
    /// Said of a file that is no record.
    import_damaged: String,
    /// Said of a file of a newer version.
    import_newer: String,
    /// Button: adds a file to what is here.
    merge: String,
    /// Button: takes a file in place of what is here.
    replace: String,
    /// Button: leaves all as it is.
    cancel: String,
    /// Said when a file was brought in.
    imported: String,
    /// Button: forgets all.
    forget: String,
    /// Asks before that.
    forget_sure: String,
    /// Said after it.
    forgotten: String,
    /// Button and heading: the keys.
    shortcuts: String,
    /// Checkbox that switches keys on and off.
    shortcuts_on: String,
}
