//! What readers see of good faith under noise.

use concord_model::ModelWords;

use crate::{Drawing, Kind, Label, Model, Parameter, Preset, Run, Settings, Shown, Table, World};

/// Good faith under noise.
#[derive(Clone, Copy, Debug)]
pub struct GoodFaith;

impl Model for GoodFaith {
    fn parameters(&self) -> &'static [Parameter] {
        &[Parameter {
            name: "noise",
            label: |words| words.good_faith.faith_noise(),
            unit: None,
            kind: Kind::Number { least: 0.0, most: 50.0, step: 0.5, default: 0.0 },
        }]
    }

    fn presets(&self) -> &'static [Preset] {
        &[]
    }

    fn title<'w>(&self, words: &'w ModelWords) -> &'w str {
        words.good_faith.faith_title()
    }

    fn question<'w>(&self, words: &'w ModelWords) -> &'w str {
        words.good_faith.faith_question()
    }

    fn predictions(&self) -> &'static [Label] {
        &[]
    }

    fn first_steps(&self, _settings: &Settings) -> u32 {
        0
    }

    fn last_step(&self, _settings: &Settings) -> u32 {
        1
    }

    fn start(&self, _settings: &Settings, _world: &World) -> Box<dyn Run> {
        Box::new(Nothing)
    }
}

struct Nothing;

impl Run for Nothing {
    fn step(&mut self) -> bool {
        false
    }

    fn steps(&self) -> u32 {
        0
    }

    fn shown(&self, _words: &ModelWords) -> Shown {
        let drawing = Drawing::Svg(concord_model::Html::default());
        Shown { sentence: String::new(), drawing, table: Table::default(), came: None }
    }
}
