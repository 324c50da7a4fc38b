//! The words of the model of alarms.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    AlarmsWords
    /// Its title.
    alarms_title: String,
    /// The question before the first run, with how many of 1,000 events are attacks, and at how many of 100 of either the alarm
    /// sounds.
    alarms_question: String (base, detection, alarmed),
    /// Parameter: how many of 1,000 events are attacks.
    alarms_base: String,
    /// Its unit.
    alarms_per_thousand: String,
    /// Parameter: the share of attacks at which the alarm sounds.
    alarms_detection: String,
    /// Parameter: the share of accidents at which it sounds.
    alarms_false: String,
    /// The unit of shares.
    alarms_percent: String,
    /// Parameter: what a state does when the alarm sounds.
    alarms_answer: String,
    /// To strike at once.
    alarms_strike: String,
    /// To look again, and to strike if the alarm sounds again.
    alarms_look: String,
    /// Not to strike.
    alarms_wait: String,
    /// Parameter: the harm of an attack that nobody answers.
    alarms_harm: String,
    /// The unit of harm.
    alarms_units: String,
    /// Parameter: the part of it that a strike at once prevents.
    alarms_prevented: String,
    /// Parameter: the part of that which a second look loses.
    alarms_lost: String,
    /// Parameter: the harm of striking somebody who did not attack.
    alarms_wrong: String,
    /// Parameter: the number that the order of the alarms comes from.
    alarms_seed: String,
    /// Preset: the numbers of the lesson.
    alarms_preset_lesson: String,
    /// Preset: what the explained work assumes.
    alarms_preset_article: String,
    /// Preset: what its critics assume.
    alarms_preset_critics: String,
    /// Preset: attacks as frequent as accidents.
    alarms_preset_even: String,
    /// Prediction: fewer than 100 of 1,000.
    alarms_expect_few: String,
    /// Prediction: 100 to 500.
    alarms_expect_some: String,
    /// Prediction: 501 to 900.
    alarms_expect_many: String,
    /// Prediction: more than 900.
    alarms_expect_most: String,
    /// Sentence: no alarm can sound.
    alarms_none: String,
    /// Sentence: what the alarms were so far.
    alarms_opened: String (attacks, accidents),
    /// Sentence: whom the strikes met.
    alarms_struck: String (hit, wronged),
    /// Sentence: what was not answered.
    alarms_missed: String (missed),
    /// Sentence: the answer that does least harm on average.
    alarms_best: String (answer, harm),
    /// What the drawing shows.
    alarms_drawing: String,
    /// Kind of alarm: an attack that was struck.
    alarms_hit: String,
    /// Kind of alarm: an attack that was not struck.
    alarms_unanswered: String,
    /// Kind of alarm: an accident at which somebody was struck.
    alarms_wronged: String,
    /// Kind of alarm: an accident at which nobody was struck.
    alarms_spared: String,
    /// Drawing: the scale of how likely an attack is.
    alarms_sure: String,
    /// Drawing and table: after an alarm.
    alarms_after_one: String,
    /// Drawing and table: after a second alarm.
    alarms_after_two: String,
    /// Table: if the alarm stays silent.
    alarms_after_silence: String,
    /// Drawing and table: from where on a strike costs less than it prevents.
    alarms_pays: String,
    /// Drawing: heading of the two bells.
    alarms_set: String,
    /// Drawing: the bell of accidents.
    alarms_bell_accidents: String,
    /// Drawing: the bell of attacks.
    alarms_bell_attacks: String,
    /// Drawing: the threshold as it is set.
    alarms_now: String,
    /// Drawing and table: the threshold at which harm is least.
    alarms_least: String,
    /// Caption of the table.
    alarms_table: String,
    /// Head of the table: what is measured.
    alarms_what: String,
    /// Head of the table: the number.
    alarms_number: String,
    /// Row: a kind of alarm, of all that were opened.
    alarms_row_of: String (kind),
    /// Row: how likely an attack is.
    alarms_row_sure: String (when),
    /// Row: from which probability a strike costs less than it prevents.
    alarms_row_pays: String,
    /// Row: the harm of an answer on average.
    alarms_row_cost: String (answer),
    /// Row: detection and false alarms at the best threshold.
    alarms_row_best: String,
    /// Cell: the two.
    alarms_row_best_pair: String (attacks, accidents),
    /// Cell: a strike at every event does least harm.
    alarms_row_always: String,
    /// Cell: no strike at all does least harm.
    alarms_row_never: String,
    /// Cell: all settings do the same harm.
    alarms_row_any: String,
    /// Cell: a percentage.
    alarms_share: String (n),
}
