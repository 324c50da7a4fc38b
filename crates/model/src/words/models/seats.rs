//! The words of the model of seats and votes.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    SeatsWords
    /// Its title.
    seats_title: String,
    /// The question before the first run.
    seats_question: String,
    /// Parameter: what votes are counted by.
    seats_weights: String,
    /// Votes: each state one.
    seats_by_state: String,
    /// Votes: by population.
    seats_by_people: String,
    /// Votes: by Internet users.
    seats_by_online: String,
    /// Parameter: the part of the votes that a decision needs.
    seats_rule: String,
    /// More than half.
    seats_half: String,
    /// Two thirds.
    seats_two_thirds: String,
    /// Three quarters.
    seats_three_quarters: String,
    /// Nine tenths.
    seats_nine_tenths: String,
    /// All of them.
    seats_all: String,
    /// Parameter: whether the regional groups vote as one.
    seats_groups: String,
    /// Parameter: states that vote as one.
    seats_bloc: String,
    /// Parameter: other states that vote as one.
    seats_rival: String,
    /// Preset: one vote each, more than half.
    seats_preset_assembly: String,
    /// Preset: what the explained work assumes.
    seats_preset_article: String,
    /// Preset: what its critics assume.
    seats_preset_critics: String,
    /// Preset: states vote in their regional groups.
    seats_preset_blocs: String,
    /// Preset: one vote each, two thirds.
    seats_preset_two_thirds: String,
    /// Prediction: less than a tenth.
    seats_expect_tenth: String,
    /// Prediction: a tenth to a third.
    seats_expect_third: String,
    /// Prediction: a third to a half.
    seats_expect_half: String,
    /// Prediction: at least half.
    seats_expect_most: String,
    /// Sentence: the vote is under way.
    seats_joining: String (voters, votes, quota, share),
    /// Sentence: the count of power is under way.
    seats_counting: String (done, all),
    /// Sentence: there is nothing to count.
    seats_nothing: String,
    /// Sentence: what a decision needs.
    seats_needs: String (quota, votes),
    /// Sentence: how few can pass one.
    seats_passes: String (voters, share),
    /// Sentence: how many can block alone.
    seats_veto: String (count, all),
    /// Sentence: votes and power of the heaviest.
    seats_power: String (name, votes, power),
    /// Sentence: all have the same power.
    seats_same: String (all, power),
    /// Sentence: what the rounding of votes did.
    seats_rounding: String (count, share, largest),
    /// Sentence: where all have to agree, votes do not matter.
    seats_no_weights: String,
    /// The name of the reader’s bloc.
    seats_bloc_name: String,
    /// The name of the second bloc.
    seats_rival_name: String,
    /// What the drawing shows.
    seats_drawing: String,
    /// Drawing: the votes of those in favour.
    seats_favour: String,
    /// Drawing: the people of those in favour.
    seats_behind: String,
    /// Drawing and table: parts of the votes.
    seats_votes: String,
    /// Table: parts of the votes, in percent.
    seats_votes_share: String,
    /// Drawing and table: parts of the power, Shapley and Shubik’s index.
    seats_shapley: String,
    /// Table: parts of the power, Banzhaf’s index.
    seats_banzhaf: String,
    /// Drawing: the line of votes that a decision needs.
    seats_line: String,
    /// A percentage.
    seats_share: String (n),
    /// Caption of the table.
    seats_table: String,
    /// Head of the table: who votes.
    seats_voter: String,
}
