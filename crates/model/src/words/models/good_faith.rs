//! The words of the model of good faith under noise.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    GoodFaithWords
    /// Its title.
    faith_title: String,
    /// Parameter: what is shown.
    faith_scene: String,
    /// Two players, turn by turn.
    faith_match: String,
    /// All against all.
    faith_tournament: String,
    /// Shares over generations.
    faith_generations: String,
    /// Cells that do as the best neighbour.
    faith_neighbours: String,
    /// Parameter: the first player.
    faith_first: String,
    /// Parameter: the second player.
    faith_second: String,
    /// Parameter: how often an act goes wrong.
    faith_noise: String,
    /// Unit: per cent.
    faith_percent: String,
    /// Parameter: what goes wrong.
    faith_slip: String,
    /// An act is taken for its opposite.
    faith_sight: String,
    /// An act turns out as its opposite.
    faith_act: String,
    /// Parameter: turns of a match.
    faith_turns: String,
    /// Parameter: turns of a match between neighbours.
    faith_short: String,
    /// Parameter: who takes part.
    faith_crowd: String,
    /// Six strategies.
    faith_six: String,
    /// All strategies.
    faith_all: String,
    /// Parameter: share of pre-emptors at the start.
    faith_strikers: String,
    /// Parameter: how often all meet all.
    faith_rounds: String,
    /// Parameter: cells on each side.
    faith_size: String,
    /// 64 cells.
    faith_size_64: String,
    /// 128 cells.
    faith_size_128: String,
    /// 256 cells.
    faith_size_256: String,
    /// Parameter: what chance begins with.
    faith_seed: String,
    /// Preset: two who repay, with errors.
    faith_preset_quarrel: String,
    /// Preset: the same, one forgives.
    faith_preset_forgive: String,
    /// Preset: what the article assumes.
    faith_preset_article: String,
    /// Preset: what its critics assume.
    faith_preset_critics: String,
    /// Preset: neighbours.
    faith_preset_neighbours: String,
    /// Question before a match.
    faith_ask_match: String,
    /// Prediction.
    faith_mostly: String,
    /// Prediction.
    faith_often: String,
    /// Prediction.
    faith_seldom: String,
    /// Question before a crowd plays.
    faith_ask_crowd: String,
    /// Prediction, and a manner: forgives.
    faith_forgives: String,
    /// The same: repays.
    faith_repays: String,
    /// The same: strikes.
    faith_strikes: String,
    /// The same: cooperates always.
    faith_fixed: String,
    /// What is seen of a match.
    faith_said_match: String (turns, both, first, one, second, other, wrong),
    /// What is seen before the first turn.
    faith_said_none: String,
    /// What is seen of a tournament.
    faith_said_tournament: String (rounds, best, points, last, least),
    /// What is seen of generations.
    faith_said_generations: String (generation, best, share, gone, all, points),
    /// What is seen of neighbours.
    faith_said_neighbours: String (generation, best, share, strikers),
    /// Alternative of the drawing of a match.
    faith_drawn_match: String (first, second),
    /// Alternative of the drawing of a tournament.
    faith_drawn_tournament: String,
    /// Alternative of the drawing of generations.
    faith_drawn_generations: String,
    /// Alternative of the drawing of neighbours.
    faith_drawn_neighbours: String,
    /// Heading of a column: strategy.
    faith_strategy: String,
    /// Heading of a column: manner.
    faith_manner: String,
    /// Heading of a column: points.
    faith_points: String,
    /// Heading of a column: share now.
    faith_share: String,
    /// Heading of a column: share at the start.
    faith_start: String,
    /// Heading of a column: cooperated.
    faith_cooperated: String,
    /// Heading of a column: went wrong.
    faith_wrong: String,
    /// Label in a drawing: cooperates.
    faith_cooperates: String,
    /// Label in a drawing: defects.
    faith_defects: String,
    /// Label in a drawing: went wrong.
    faith_gone_wrong: String,
    /// A strategy's name.
    faith_cooperator: String,
    /// A strategy's name.
    faith_defector: String,
    /// A strategy's name.
    faith_alternator: String,
    /// A strategy's name.
    faith_random: String,
    /// A strategy's name.
    faith_cycler_ccd: String,
    /// A strategy's name.
    faith_tit_for_tat: String,
    /// A strategy's name.
    faith_tit_for_2_tats: String,
    /// A strategy's name.
    faith_two_tits_for_tat: String,
    /// A strategy's name.
    faith_generous: String,
    /// A strategy's name.
    faith_contrite: String,
    /// A strategy's name.
    faith_suspicious: String,
    /// A strategy's name.
    faith_anti_tit_for_tat: String,
    /// A strategy's name.
    faith_hard_tit_for_tat: String,
    /// A strategy's name.
    faith_hard_tit_for_2_tats: String,
    /// A strategy's name.
    faith_sneaky: String,
    /// A strategy's name.
    faith_bully: String,
    /// A strategy's name.
    faith_gradual: String,
    /// A strategy's name.
    faith_grudger: String,
    /// A strategy's name.
    faith_soft_grudger: String,
    /// A strategy's name.
    faith_fool_me_once: String,
    /// A strategy's name.
    faith_win_stay_lose_shift: String,
    /// A strategy's name.
    faith_joss: String,
    /// A strategy's name.
    faith_firm_but_fair: String,
    /// A strategy's name.
    faith_appeaser: String,
    /// A strategy's name.
    faith_soft_majority: String,
    /// A strategy's name.
    faith_hard_majority: String,
    /// A strategy's name.
    faith_tester: String,
    /// A strategy's name.
    faith_prober: String,
    /// A strategy's name.
    faith_prober_2: String,
    /// A strategy's name.
    faith_prober_3: String,
    /// A strategy's name.
    faith_pre_emptor: String,
}
