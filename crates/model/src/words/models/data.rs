//! The words of the model of the life of data.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    DataWords
    /// Its title.
    data_title: String,
    /// The question before the first run.
    data_question: String,
    /// Switch: only the two ends can read the content.
    data_encrypted: String,
    /// Switch: the sender’s state forbids to add the place.
    data_minimal: String,
    /// Switch: the sender’s state demands a copy at home.
    data_local: String,
    /// Switch: the server’s state can order the firm to hand over what it has.
    data_order: String,
    /// Switch: states help each other on request.
    data_help: String,
    /// Switch: the state on the way reads the cable.
    data_tap: String,
    /// Switch: the receiver’s state blocks the platform.
    data_block: String,
    /// Switch: the platform hides by rules of its own.
    data_ranked: String,
    /// Switch: a court asks of each measure whether it is allowed.
    data_court: String,
    /// Preset: nothing is on.
    data_preset_plain: String,
    /// Preset: what the explained work assumes.
    data_preset_article: String,
    /// Preset: what its critics assume.
    data_preset_critics: String,
    /// Preset: the content is locked, and states try.
    data_preset_locked: String,
    /// Prediction: at no step.
    data_expect_none: String,
    /// Prediction: at one or two.
    data_expect_some: String,
    /// Prediction: at three or more.
    data_expect_most: String,
    /// A step: it comes into being.
    data_made: String,
    /// A step: an app takes it in.
    data_collected: String,
    /// A step: a server keeps it.
    data_stored: String,
    /// A step: cables carry it.
    data_moved: String,
    /// A step: it is shown to somebody.
    data_used: String,
    /// Who sends.
    data_sender: String,
    /// Who receives.
    data_receiver: String,
    /// The firm in between.
    data_platform: String,
    /// The authorities of a state.
    data_police: String,
    /// A place: where the sender is.
    data_in_sender: String,
    /// A place: where the platform has its seat.
    data_in_platform: String,
    /// A place: where the server stands.
    data_in_server: String,
    /// A place: where the cable runs.
    data_in_route: String,
    /// A place: where the receiver is.
    data_in_receiver: String,
    /// Somebody in a state.
    data_who_where: String (who, where),
    /// Sentence: the message has not begun its way.
    data_not_begun: String,
    /// Sentence: where it is.
    data_on_its_way: String (step),
    /// Sentence: it was stopped.
    data_stopped: String (step),
    /// Sentence: it arrived.
    data_arrived: String,
    /// Sentence: nobody else could read it.
    data_unread: String,
    /// Sentence: who else could read it.
    data_read: String (count, all, who),
    /// Sentence: who saw that it was sent.
    data_traced: String (who),
    /// Sentence: where copies lie.
    data_copies: String (where),
    /// What the drawing shows.
    data_drawing: String,
    /// Drawing: can read the content.
    data_reads: String,
    /// Drawing: sees who sends to whom, and when.
    data_traces: String,
    /// Drawing: a copy lies there.
    data_keeps: String,
    /// Drawing: is bound by a limit.
    data_limits: String,
    /// Caption of the table.
    data_table: String,
    /// Head of the table: the step.
    data_step: String,
    /// Head of the table: in whose state.
    data_where: String,
    /// Head of the table: whom it is about.
    data_whom: String,
    /// Head of the table: what happens.
    data_what: String,
    /// Head of the table: the source.
    data_rests_on: String,
    /// Cell: a step of the guide’s own.
    data_own_step: String,
    /// Cell: a source with which the rule was not compared.
    data_unchecked: String (source),
}
