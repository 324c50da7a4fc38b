//! The words of the play around every model.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    PlayWords
    /// Before the presets.
    play_presets: String,
    /// Name of the predictions.
    play_expect: String,
    /// Said in the place of what is seen, until readers run it; `run` is the button's name.
    play_waits: String (run),
    /// Said with the prediction that the reader made, once the run has decided it.
    play_came: String (expected),
    /// The same where it came out otherwise.
    play_came_otherwise: String (expected, came),
    /// The same without a prediction.
    play_came_alone: String (came),
    /// Button that runs the model.
    play_run: String,
    /// Button that pauses it.
    play_pause: String,
    /// Button for one step.
    play_step: String,
    /// Button that begins the run anew.
    play_reset: String,
    /// How fast it runs.
    play_speed: String,
    /// The same.
    play_slow: String,
    /// The same.
    play_medium: String,
    /// The same.
    play_fast: String,
    /// Heading of what can be set.
    play_settings: String,
    /// Before the link to these settings.
    play_link: String,
    /// Heading of the table.
    play_table: String,
    /// Said where scripts do not run.
    play_off: String,
    /// What that page shows.
    play_models_about: String,
    /// Link from a lesson to the page of a model.
    play_open: String,
    /// Before the claims that a model bears on.
    play_bears_on: String,
    /// Alternative of the legend of a grid.
    play_legend: String,
}
