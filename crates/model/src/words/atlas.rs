//! The words of the community of states: its map, its pages, its tables.

use serde::{Deserialize, Serialize};

use super::{Declared, ReadWords, Word};
use crate::Forms;

words! {
    AtlasWords
    /// Choice of the layer that the map shows.
    map_layer: String,
    /// Choice of a second layer.
    map_with: String,
    /// No second layer.
    map_with_none: String,
    /// Choice of the drawing.
    map_drawing: String,
    /// Drawing: a map.
    drawing_map: String,
    /// Drawing: equal tiles.
    drawing_tiles: String,
    /// Drawing: circles of one size.
    drawing_one: String,
    /// Drawing: circles by population.
    drawing_population: String,
    /// Drawing: circles by Internet users.
    drawing_users: String,
    /// Field in which a state is found by its name.
    map_find: String,
    /// Said where no state has the name.
    map_find_none: String,
    /// Said in the place of the map where scripts do not run.
    map_off: String,
    /// How the map is read by pointer and by keys.
    map_how: String,
    /// Heading of the table of all states.
    map_table: String,
    /// Heading of its first column.
    map_state: String,
    /// Button that sorts the table: "Sort by {title}".
    map_sort: String (title),
    /// Checkbox: only rows of chosen states.
    map_only: String,
    /// "{count} states chosen".
    map_chosen: Forms (count),
    /// Button that chooses none.
    map_clear: String,
    /// Heading of the comparison of chosen states.
    map_compare: String,
    /// Said where more than four are chosen.
    map_compare_most: String,
    /// "{one} and {other} agree in {same} of {total} votes".
    map_agree: String (one, other, same, total),
    /// Heading of the cross-table: "{one} and {other}".
    map_cross: String (one, other),
    /// Name of the years' slider.
    map_year: String,
    /// Button that plays the years.
    map_play: String,
    /// Button that stops them.
    map_pause: String,
    /// Button: a year back.
    map_back: String,
    /// Button: a year on.
    map_on: String,
    /// Heading of the layers with their sources.
    map_layers: String,
    /// "official count: {count}".
    map_official: String (count),
    /// "As of".
    map_as_of: String,
    /// "Licence".
    map_licence: String,
    /// "Coverage".
    map_coverage: String,
    /// Link to a table as a file.
    map_csv: String,
    /// Link from a lesson or a state to the map.
    map_open: String,
    /// What a star in the table means, and a year in brackets.
    map_star: String,
    /// How large circles are that show people.
    map_sizes: String,
    /// Link from a lesson's map to a source.
    map_source: String,
    /// "{count} of {total} rows are not checked".
    map_unverified: Forms (count, total),
    /// "since {date}".
    since: String (date),
    /// Title of the page that sets states and votes side by side, and the link to it.
    compared: String,
    /// What that page shows, and with what it opens.
    compared_about: String,
    /// Said there where scripts do not run.
    compared_off: String,
    /// Why no drawing places states by how alike they vote.
    compared_undrawn: String,
    /// Heading: two states.
    pair: String,
    /// Name of the field of the one state.
    pair_one: String,
    /// Name of the field of the other.
    pair_other: String,
    /// "Of {total} votes, {count} record no vote of one of the two, or of both".
    pair_missing: Forms (count, total),
    /// Caption of the table of positions: "{one}, and across: {other}".
    pair_positions: String (one, other),
    /// A position: none is recorded.
    pair_unrecorded: String,
    /// Heading: agreement by year.
    pair_years: String,
    /// Heading: agreement by subject.
    pair_subjects: String,
    /// Caption of the table of all votes.
    pair_votes: String,
    /// Heading of a column: votes.
    pair_vote: String,
    /// Heading of a column: the day.
    pair_date: String,
    /// Heading of rows: on opposite sides.
    pair_opposite: String,
    /// Heading of rows: one of them between the sides.
    pair_half: String,
    /// Heading of rows: the same position.
    pair_same: String,
    /// Heading: two votes.
    two_votes: String,
    /// Name of the list of the one vote.
    vote_one: String,
    /// Name of the list of the other.
    vote_other: String,
    /// "{count} of {total} states that are recorded in both changed their position".
    vote_changed: Forms (count, total),
    /// A change of position: "from {one} to {other}".
    vote_move: String (one, other),
    /// States that kept their position: "no change: {one}".
    vote_kept: String (one),
    /// Heading of states of which one vote or both are not recorded.
    vote_unrecorded: String,
    /// How the two drawings are read.
    vote_how: String,
    /// Heading of what is known of a state.
    state_facts: String,
    /// Heading of who voted most like a state.
    state_like: String,
    /// Heading of who voted least like it.
    state_least: String,
    /// "{state} has a record in {count} of {total} votes".
    state_rests: String (state, count, total),
    /// "The votes were held from {first} to {last}".
    state_years: String (first, last),
    /// "{count} of {total} compared states voted the same way each time".
    state_same: Forms (count, total),
    /// "{count} more agreed as often as the last of these".
    state_more: Forms (count),
    /// Said where there is nothing to compare.
    state_like_none: String,
    /// "{same} of {total} votes".
    state_votes: String (same, total),
    /// Link that compares a state with those most like it.
    state_compare: String,
    /// Heading of a column: layers.
    state_layer: String,
    /// Heading of a column: what is known.
    state_what: String,
    /// Text alternative of the drawing of institutions.
    institutions_drawing: String,
    /// Heading of the list of institutions.
    institutions_list: String,
    /// What an arrow of the drawing says.
    institutions_arrow: String,
    /// What dashes and stars say.
    institutions_star: String,
    /// "Not in the drawing: {names}".
    institutions_apart: String (names),
    /// Heading of all that institutions do to each other, by year.
    institutions_years: String,
    /// Before lessons and terms that speak of an institution.
    institution_lessons: String,
    /// Before statements that speak of it.
    institution_statements: String,
    /// Said where nothing speaks of it.
    institution_nowhere: String,
    /// What the page of all cases shows.
    cases_about: String,
    /// What a case is called above its story.
    case_kind: String,
    /// Before what is disputed about a case.
    case_disputed: String,
    /// Before the sources of a case.
    case_sources: String,
    /// Before the lesson that tells a case.
    case_lesson: String,
    /// Before statements and terms that a case bears on.
    case_bears_on: String,
    /// Before states that a case is about.
    case_states: String,
    /// Heading of the cases on the page of a state.
    state_cases: String,
}
