//! What readers see of the life of data: a message that goes from step to step.

use std::{borrow::Cow, collections::BTreeSet};

use concord_model::{LifeRule, LifeStep, LifeSwitch, ModelWords};

use super::drawing::drawing;
use super::life::{follow, read_by_others};
use super::living::Living;
use crate::{Label, Model, Parameter, Preset, Run, Settings, Shown, World};

/// The life of data.
#[derive(Clone, Copy, Debug)]
pub struct Data;

/// A switch for each that rules know; `tests/data.rs` holds that their names are the same.
const PARAMETERS: [Parameter; 9] = [
    Parameter::toggle("encrypted", |w| w.data.data_encrypted()),
    Parameter::toggle("minimal", |w| w.data.data_minimal()),
    Parameter::toggle("local", |w| w.data.data_local()),
    Parameter::toggle("order", |w| w.data.data_order()),
    Parameter::toggle("help", |w| w.data.data_help()),
    Parameter::toggle("tap", |w| w.data.data_tap()),
    Parameter::toggle("block", |w| w.data.data_block()),
    Parameter::toggle("ranked", |w| w.data.data_ranked()),
    Parameter::toggle("court", |w| w.data.data_court()),
];

const PRESETS: [Preset; 4] = [
    Preset::new("plain", |w| w.data.data_preset_plain(), ""),
    // States can intervene, by controlling how data is generated, collected and used.
    Preset::new("article", |w| w.data.data_preset_article(), "minimal=1&local=1&order=1&block=1"),
    // Power over data is private as well, and law limits that of states.
    Preset::new("critics", |w| w.data.data_preset_critics(), "order=1&tap=1&ranked=1&court=1"),
    Preset::new("locked", |w| w.data.data_preset_locked(), "encrypted=1&local=1&order=1&tap=1"),
];

impl Model for Data {
    fn parameters(&self) -> &'static [Parameter] {
        &PARAMETERS
    }

    fn presets(&self) -> &'static [Preset] {
        &PRESETS
    }

    fn title<'w>(&self, words: &'w ModelWords) -> &'w str {
        words.data.data_title()
    }

    fn question<'w>(&self, _settings: &Settings, words: &'w ModelWords) -> Cow<'w, str> {
        words.data.data_question().into()
    }

    fn predictions(&self, _settings: &Settings) -> &'static [Label] {
        &[
            |w| w.data.data_expect_none(),
            |w| w.data.data_expect_some(),
            |w| w.data.data_expect_most(),
        ]
    }

    fn first_steps(&self, settings: &Settings) -> u32 {
        self.last_step(settings)
    }

    fn last_step(&self, _settings: &Settings) -> u32 {
        LifeStep::ALL.len() as u32
    }

    fn start(&self, settings: &Settings, world: &World) -> Box<dyn Run> {
        let on: BTreeSet<LifeSwitch> =
            LifeSwitch::ALL.into_iter().filter(|switch| settings.is(switch.name())).collect();
        let rules: Vec<LifeRule> = world.rules.iter().map(|rule| rule.rule.clone()).collect();
        let rests_on = world.rules.iter().map(|rule| rule.rests_on.clone()).collect();
        Box::new(Living { life: follow(&rules, &on), rules, rests_on, steps: 0 })
    }
}

impl Run for Living {
    fn step(&mut self) -> bool {
        let goes_on = self.last().is_none_or(|last| Some(last) != self.life.stopped)
            && (self.steps as usize) < LifeStep::ALL.len();
        self.steps += u32::from(goes_on);
        goes_on
    }

    fn steps(&self) -> u32 {
        self.steps
    }

    fn shown(&self, words: &ModelWords) -> Shown {
        let words = &words.data;
        let read = read_by_others(self.happened());
        let came = match read {
            0 => 0,
            1 | 2 => 1,
            _ => 2,
        };
        let ended = self.ended();
        Shown {
            sentence: self.sentence(words),
            drawing: drawing(self, words),
            table: self.table(words),
            came: ended.then_some(came),
        }
    }
}
