//! How a model presents itself, so that the play around it is written once for all.

use std::borrow::Cow;

use concord_model::ModelWords;

use crate::{Shown, World};

/// A word of the pack: `|words| words.alarms.base_rate()`.
pub type Label = fn(&ModelWords) -> &str;

/// A model. Everything it says comes from the pack's words.
pub trait Model: Sync {
    /// What readers can set, in the order of the page. Their names are part of links, so they stay.
    fn parameters(&self) -> &'static [Parameter];
    /// Settings that have a name, in the order of the page; the first is what the page opens with, and so has
    /// nothing that differs from the defaults.
    fn presets(&self) -> &'static [Preset];
    /// Whether a parameter matters under these settings; those that do not are not shown.
    fn applies(&self, _parameter: &Parameter, _settings: &Settings) -> bool {
        true
    }
    /// Its title.
    fn title<'w>(&self, words: &'w ModelWords) -> &'w str;
    /// The question that readers answer before a run under these settings.
    fn question<'w>(&self, settings: &Settings, words: &'w ModelWords) -> Cow<'w, str>;
    /// What they may expect, in the order of [`Shown::came`].
    fn predictions(&self, settings: &Settings) -> &'static [Label];
    /// How many steps a run does at once when it begins, and so how far the still figure goes. A model that computes and does
    /// not unfold says the end of its run, and then answers each setting at once.
    fn first_steps(&self, settings: &Settings) -> u32;
    /// How many steps there are at most; a link cannot ask for more.
    fn last_step(&self, settings: &Settings) -> u32;
    /// How far a run goes before readers come to it, if it is not over before.
    fn begins(&self, settings: &Settings) -> u32 {
        self.first_steps(settings).min(self.last_step(settings))
    }
    /// Begins a run at step 0. Any settings will do, as [`Settings`] are always within their limits.
    fn start(&self, settings: &Settings, world: &World) -> Box<dyn Run>;
}

/// A run of a model under settings that stay.
pub trait Run {
    /// Goes on by one step, which takes at most a few milliseconds; `false` at the end.
    fn step(&mut self) -> bool;
    /// How many steps it has done.
    fn steps(&self) -> u32;
    /// What is shown now.
    fn shown(&self, words: &ModelWords) -> Shown;
}

/// What readers can set.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name in links and in the pack: lower-case letters and hyphens.
    pub name: &'static str,
    /// Its name for readers.
    pub label: Label,
    /// Its unit, such as "%" or "per 1,000"; stands behind the number.
    pub unit: Option<Label>,
    /// What it may be.
    pub kind: Kind,
}

impl Parameter {
    /// A number: the least and the most that it may be, the distance between neighbours, and what it is if nobody says
    /// otherwise.
    pub(crate) const fn number(
        name: &'static str,
        label: Label,
        unit: Option<Label>,
        [least, most, step, default]: [f64; 4],
    ) -> Self {
        Self { name, label, unit, kind: Kind::Number { least, most, step, default } }
    }

    /// Yes or no; no if nobody says otherwise.
    pub(crate) const fn toggle(name: &'static str, label: Label) -> Self {
        Self { name, label, unit: None, kind: Kind::Toggle { default: false } }
    }

    /// One of several, and the number of the one that it is if nobody says otherwise.
    pub(crate) const fn choice(
        name: &'static str,
        label: Label,
        options: &'static [Choice],
        default: usize,
    ) -> Self {
        Self { name, label, unit: None, kind: Kind::Choice { options, default } }
    }

    /// Some of the world's members.
    pub(crate) const fn members(name: &'static str, label: Label) -> Self {
        Self { name, label, unit: None, kind: Kind::Members }
    }
}

/// What a parameter may be.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A number from `least` to `most` in steps of `step`: a slider with a field.
    Number {
        /// The least.
        least: f64,
        /// The most.
        most: f64,
        /// The distance between neighbours.
        step: f64,
        /// What it is if nobody says otherwise.
        default: f64,
    },
    /// Yes or no.
    Toggle {
        /// What it is if nobody says otherwise.
        default: bool,
    },
    /// One of several.
    Choice {
        /// All of them.
        options: &'static [Choice],
        /// The number of the one that it is if nobody says otherwise.
        default: usize,
    },
    /// Some of the world's members; none if nobody says otherwise.
    Members,
}

/// One of several that can be chosen.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Its name in links: lower-case letters, digits and hyphens.
    pub name: &'static str,
    /// Its name for readers.
    pub label: Label,
}

impl Choice {
    pub(crate) const fn new(name: &'static str, label: Label) -> Self {
        Self { name, label }
    }
}

/// Settings that have a name.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Its name in the pack.
    pub name: &'static str,
    /// Its name for readers: "What the article assumes (our reading)".
    pub label: Label,
    /// What differs from the defaults, as a link has it: `noise=5&seed=3`.
    pub settings: &'static str,
}

impl Preset {
    pub(crate) const fn new(name: &'static str, label: Label, settings: &'static str) -> Self {
        Self { name, label, settings }
    }
}

/// The value of a parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number within its limits, on a step.
    Number(f64),
    /// Yes or no.
    Toggle(bool),
    /// The place among the options.
    Choice(usize),
    /// The places of the chosen among the world's members, each once, in their order.
    Members(Vec<usize>),
}

/// A value for each parameter of a model, in their order; made by [`parse`](crate::parse) alone, so always within limits.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings(pub(crate) Vec<(&'static str, Value)>);

impl Settings {
    /// The value of a parameter.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// A number; 0 if there is no such parameter.
    #[must_use]
    pub fn number(&self, name: &str) -> f64 {
        match self.value(name) {
            Some(Value::Number(number)) => *number,
            _ => 0.0,
        }
    }

    /// A number that is whole and not below 0; 0 if there is no such parameter.
    #[must_use]
    pub fn whole(&self, name: &str) -> u32 {
        libm::round(self.number(name)) as u32
    }

    /// Whether something is so; no if there is no such parameter.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        matches!(self.value(name), Some(Value::Toggle(true)))
    }

    /// The place of what was chosen; 0 if there is no such parameter.
    #[must_use]
    pub fn choice(&self, name: &str) -> usize {
        match self.value(name) {
            Some(Value::Choice(choice)) => *choice,
            _ => 0,
        }
    }

    /// The places of the chosen members; none if there is no such parameter.
    #[must_use]
    pub fn members(&self, name: &str) -> &[usize] {
        match self.value(name) {
            Some(Value::Members(members)) => members,
            _ => &[],
        }
    }
}
