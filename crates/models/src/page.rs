//! A model as readers meet it: its question, what can be set, the run, and what is seen of it.
//!
//! The prerenderer writes this into pages, with the run as far as it goes at once, so that there is something to see
//! without scripts; the program that plays writes it anew with what the address says, and from then on exchanges its parts.

use concord_model::{
    Form, Html, ModelName, ModelWords, Route, fill, html,
    talk::{Pace, PlayAction},
};

use crate::{
    Drawing, Kind, Lattice, Link, Model, Parameter, Run, Settings, Shown, Table, Value, World,
    link::{decimals, text},
    model, parse, written,
};

/// A model with the words and the world that it is shown in.
pub struct Play<'p> {
    /// Which one it is.
    pub name: ModelName,
    /// What it says.
    pub words: &'p ModelWords,
    /// What it knows of the world.
    pub world: &'p World,
}

impl std::fmt::Debug for Play<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Play({})", self.name.name())
    }
}

impl Play<'_> {
    /// The model itself.
    #[must_use]
    pub fn model(&self) -> &'static dyn Model {
        model(self.name)
    }

    /// What a link says; what it leaves out is as the page opens with.
    #[must_use]
    pub fn read(&self, query: &str) -> Link {
        parse(self.model(), self.world, query)
    }

    /// The run of these settings, as far as it goes at once.
    #[must_use]
    pub fn begun(&self, settings: &Settings) -> Box<dyn Run> {
        let mut run = self.model().start(settings, self.world);
        for _ in 0..self.model().begins(settings) {
            if !run.step() {
                break;
            }
        }
        run
    }

    /// Whether the run is over before readers come to it, so that what is seen of it would tell them what they are asked.
    #[must_use]
    pub fn tells(&self, settings: &Settings) -> bool {
        let model = self.model();
        let is_asked = !model.predictions(settings).is_empty();
        is_asked && model.begins(settings) == model.last_step(settings)
    }

    /// All of it, with what is seen of a run. `id` is the same for no other place of the page; `waits` says that with scripts
    /// what is seen waits until readers run it.
    #[must_use]
    pub fn html(&self, settings: &Settings, shown: &Shown, id: &str, waits: bool) -> Html {
        let words = &self.words.play;
        html! {
            p .small.without-script { (words.play_off()) }
            div.presets { (self.presets(settings)) }
            p.asked { (self.model().question(settings, self.words)) }
            div.expect { (self.predictions(settings, id)) }
            (self.buttons())
            div.run-seen data-waits[waits] {
                div.drawn { (drawn(shown, words.play_legend())) }
                p.said { (shown.sentence) }
                @if waits { p.veil { (fill(words.play_waits(), &[("run", words.play_run())])) } }
            }
            p.came role="status" {}
            details .set.live open {
                summary { (words.play_settings()) }
                div.settings { (self.settings(settings)) }
            }
            p .small.live { a.this href=(self.href(settings, None)) { (words.play_link()) } }
            details.numbers {
                summary { (words.play_table()) }
                div.table { (table(&shown.table)) }
            }
        }
    }

    /// The address of settings, at a step of their run.
    #[must_use]
    pub fn href(&self, settings: &Settings, at: Option<u32>) -> String {
        let query = written(self.model(), self.world, settings, at);
        let page = Route::Model(self.name).href(Form::Folder);
        if query.is_empty() { page } else { format!("{page}?{query}") }
    }

    /// The value of a parameter, as a link and a field have it.
    #[must_use]
    pub fn model_text(&self, settings: &Settings, name: &str) -> String {
        let parameter = self.model().parameters().iter().find(|own| own.name == name);
        let value = parameter.zip(settings.value(name));
        value.map_or_else(String::new, |(parameter, value)| text(parameter, self.world, value))
    }

    /// Whether these are the settings that a link says.
    #[must_use]
    pub fn is_set(&self, settings: &Settings, query: &str) -> bool {
        self.read(query).settings == *settings
    }

    /// Buttons for settings that have a name; those that are set now are marked.
    #[must_use]
    pub fn presets(&self, settings: &Settings) -> Html {
        html! {
            p .buttons.live {
                span { (self.words.play.play_presets()) }
                @for preset in self.model().presets() {
                    button .plain type="button" data-do=(PlayAction::Preset) data-preset=(preset.settings)
                        aria-pressed=(if self.is_set(settings, preset.settings) { "true" } else { "false" }) {
                        ((preset.label)(self.words))
                    }
                }
            }
        }
    }

    /// What readers may expect, to choose from before the run.
    #[must_use]
    pub fn predictions(&self, settings: &Settings, id: &str) -> Html {
        let predictions = self.model().predictions(settings);
        if predictions.is_empty() {
            return Html::default();
        }
        html! {
            fieldset .sure.live {
                legend { (self.words.play.play_expect()) }
                @for (place, label) in predictions.iter().enumerate() {
                    label {
                        input type="radio" name={ "_expect-" (id) } data-expected=(place);
                        span { (label(self.words)) }
                    }
                }
            }
        }
    }

    fn buttons(&self) -> Html {
        let words = &self.words.play;
        let pace = |pace| match pace {
            Pace::Slow => words.play_slow(),
            Pace::Medium => words.play_medium(),
            Pace::Fast => words.play_fast(),
        };
        html! {
            p .buttons.live {
                button type="button" data-do=(PlayAction::Run) data-other=(words.play_pause()) {
                    (words.play_run())
                }
                button .plain type="button" data-do=(PlayAction::Step) { (words.play_step()) }
                button .plain type="button" data-do=(PlayAction::Reset) { (words.play_reset()) }
                label {
                    (words.play_speed()) " "
                    select data-pace {
                        @for own in Pace::ALL {
                            option value=(own) selected[own == Pace::Medium] { (pace(own)) }
                        }
                    }
                }
            }
        }
    }

    /// What can be set under these settings.
    #[must_use]
    pub fn settings(&self, settings: &Settings) -> Html {
        html! { @for parameter in self.applied(settings) { (self.setting(parameter, settings)) } }
    }

    /// The parameters that can be set under these settings.
    pub fn applied<'s>(
        &self,
        settings: &'s Settings,
    ) -> impl Iterator<Item = &'static Parameter> + 's {
        let model = self.model();
        model.parameters().iter().filter(move |own| model.applies(own, settings))
    }

    /// What sets a parameter.
    #[must_use]
    pub fn setting(&self, parameter: &Parameter, settings: &Settings) -> Html {
        let (name, label) = (parameter.name, (parameter.label)(self.words));
        let Some(value) = settings.value(name) else { return Html::default() };
        match (parameter.kind, value) {
            (Kind::Number { least, most, step, .. }, Value::Number(number)) => {
                let text = |number: f64| format!("{number:.*}", decimals(step));
                let unit = parameter.unit.map(|unit| unit(self.words));
                let named = match unit {
                    Some(unit) => format!("{label} ({unit})"),
                    None => label.to_owned(),
                };
                html! {
                    div.setting {
                        label {
                            span { (label) }
                            input type="range" min=(text(least)) max=(text(most)) step=(text(step))
                                value=(text(*number)) data-setting=(name);
                        }
                        input type="number" inputmode="decimal" min=(text(least)) max=(text(most))
                            step=(text(step)) value=(text(*number)) data-setting=(name) aria-label=(named);
                        @if let Some(unit) = unit { span.unit { (unit) } }
                    }
                }
            }
            (Kind::Toggle { .. }, Value::Toggle(on)) => html! {
                div.setting {
                    label {
                        input type="checkbox" checked[*on] data-setting=(name);
                        span { (label) }
                    }
                }
            },
            (Kind::Choice { options, .. }, Value::Choice(chosen)) => html! {
                div.setting {
                    label {
                        span { (label) }
                        select data-setting=(name) {
                            @for (place, option) in options.iter().enumerate() {
                                option value=(option.name) selected[place == *chosen] {
                                    ((option.label)(self.words))
                                }
                            }
                        }
                    }
                }
            },
            (Kind::Members, Value::Members(chosen)) => html! {
                div.setting {
                    label {
                        span { (label) }
                        // Not every browser breaks the lines of a list.
                        span.wide {
                            select multiple size="6" data-setting=(name) {
                                @for (place, member) in self.world.members.iter().enumerate() {
                                    option value=(member.code) selected[chosen.contains(&place)] {
                                        (member.name)
                                    }
                                }
                            }
                        }
                    }
                }
            },
            _ => Html::default(),
        }
    }
}

/// A drawing as HTML. Cells are written as a path for each kind; the program puts a canvas in its place.
#[must_use]
pub fn drawn(shown: &Shown, legend: &str) -> Html {
    match &shown.drawing {
        Drawing::Svg(svg) => svg.clone(),
        Drawing::Lattice(lattice) => html! {
            (cells(lattice))
            (kinds(lattice, legend))
        },
    }
}

/// What the colours of a lattice mean.
#[must_use]
pub fn kinds(lattice: &Lattice, legend: &str) -> Html {
    html! {
        ul.kinds aria-label=(legend) {
            @for (kind, name) in lattice.kinds.iter().enumerate() {
                li {
                    svg.swatch viewBox="0 0 2 2" aria-hidden="true" {
                        rect class={ "c" (kind) } width="2" height="2" {}
                    }
                    " " (name)
                }
            }
        }
    }
}

/// At most so many cells of a row are written as SVG, as a whole lattice would be a large page.
const WRITTEN: usize = 64;

fn cells(lattice: &Lattice) -> Html {
    let width = lattice.width.max(1);
    let side = width.min(WRITTEN);
    let rows: Vec<&[u8]> = lattice.cells.chunks(width).take(side).collect();
    let path = |kind: u8| {
        let mut path = String::new();
        for (y, row) in rows.iter().enumerate() {
            let mut x = 0;
            for run in row.get(..side).unwrap_or(row).chunk_by(|a, b| a == b) {
                if run.first() == Some(&kind) {
                    path.push_str(&format!("M{x} {y}h{}v1h-{}z", run.len(), run.len()));
                }
                x += run.len();
            }
        }
        path
    };
    html! {
        svg.cells viewBox={ "0 0 " (side) " " (rows.len()) } role="img" aria-label=(lattice.label) {
            @for kind in 0..lattice.kinds.len() {
                path class={ "c" (kind) } d=(path(u8::try_from(kind).unwrap_or(u8::MAX))) {}
            }
        }
    }
}

/// A table as HTML.
#[must_use]
pub fn table(table: &Table) -> Html {
    html! {
        div.wide {
            table {
                caption { (table.caption) }
                thead { tr { @for name in &table.head { th scope="col" { (name) } } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (place, cell) in row.iter().enumerate() {
                                @if place == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
