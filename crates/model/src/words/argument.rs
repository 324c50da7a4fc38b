//! The words of the argument map, which `list.rs` adds to its own.

/// Hands all words to `words!`.
macro_rules! with_argument {
    ($($words:tt)*) => {
        words! {
            Words
            $($words)*
            /// Title of the argument map, and its name in the navigation.
            argument_map: String,
            /// Name of the list of its parts.
            argument_parts: String,
            /// Heading of the part in which claims are opened and judged.
            argument_play: String,
            /// Heading of why statements come out as they do, and of what would change that.
            argument_follows: String,
            /// Heading of the comparison of two readers.
            argument_compare: String,
            /// How to come to one.
            argument_compare_how: String,
            /// Where other stances to start from are chosen.
            argument_starts: String,
            /// Name of the field that finds a statement of the argument.
            argument_find: String,
            /// Said where that field finds nothing.
            argument_find_none: String,
            /// Said above several that do.
            argument_find_some: String,
            /// Before several steps to a claim, each of which supports it alone.
            argument_ways: Forms (count),
            /// What the argument map is.
            argument_intro: String,
            /// How it is reasoned with.
            argument_how: String,
            /// Button: the stance that the map opens with.
            argument_opening: String,
            /// Button: a stance that decides nothing.
            argument_blank: String,
            /// Button: all premises accepted, and what speaks against them rejected.
            argument_granted: String,
            /// Button: all premises accepted, and what others object rejected.
            argument_alone: String,
            /// Button: a link to the reader's stance.
            argument_share: String,
            /// Heading of the map as an outline.
            argument_in_words: String,
            /// What stands below a claim in the outline, where it can be folded away.
            argument_below: String,
            /// Where a statement that follows from others says why it stands or falls.
            argument_why: String,
            /// Button: folds away what claims rest on.
            argument_fold: String,
            /// Button: unfolds the whole outline.
            argument_unfold: String,
            /// How the outline is used by keys.
            argument_outline_keys: String,
            /// Heading of the drawing of the whole.
            argument_drawn: String,
            /// Said of lines that meet in a drawing.
            argument_together: String,
            /// What becomes of a statement in a drawing.
            argument_signs: String,
            /// Heading of the drawing of conclusions and claims.
            argument_overview: String,
            /// Before premises that support something together.
            argument_premises: Forms (count),
            /// Before those of a further way, which is enough by itself.
            argument_premises_or: Forms (count),
            /// Before statements that something follows from.
            argument_from: String,
            /// Before what denies the step from premises.
            argument_denied: String,
            /// Before what attacks a statement.
            argument_against: String,
            /// Before replies to an objection.
            argument_answers: String,
            /// An attack that follows from what the same work says elsewhere.
            argument_tension: String,
            /// Name of a drawing.
            argument_drawing: String (title),
            /// Said of drawings: the outline holds the same.
            argument_drawing_same: String,
            /// Heading of the files to take along.
            argument_files: String,
            /// Part of the page: statements of the reader's own.
            argument_yours: String,
            /// What that part is for.
            argument_yours_how: String,
            /// Link to a drawing as a file.
            argument_svg: String (title),
            /// Link to the argument as Argdown.
            argument_argdown: String,
            /// Link to the argument as JSON.
            argument_json: String,
            /// Heading of a lesson's part of the map.
            argument_of_lesson: String,
            /// Link to a lesson's part of the map.
            argument_of_lesson_map: String,
            /// Link from a statement to the map.
            argument_on_map: String,
            /// Its name, which holds the word that is shown.
            argument_on_map_long: String (title),
            /// Heading of where the explained work pulls against itself.
            argument_tensions: String,
            /// Key for the argument map.
            key_argument: String,
        }
    };
}
