//! The drawing of alarms: a dot for each, then how likely an attack is, then where the alarm is set.

use concord_model::{AlarmsWords, Html, fill, html};

use super::alarming::{A_STEP, ALARMS, Alarming, Became};
use super::normal::density;
use super::threshold::{Best, Instrument};
use crate::Drawing;
use crate::svg::{dots, line, n, percent};

/// From dot to dot.
const GRID: f64 = 12.6;
/// Where bars begin, and how long a full one is.
const BAR: (f64, f64) = (250.0, 380.0);

/// The whole drawing.
pub(super) fn drawing(run: &Alarming, words: &AlarmsWords) -> Drawing {
    let bells = Instrument::of(&run.situation);
    let height = if bells.is_some() { 680 } else { 480 };
    Drawing::Svg(html! {
        svg viewBox=(format!("0 0 640 {height}")) role="img" aria-label=(words.alarms_drawing()) {
            (alarms(run, words))
            (likely(run, words))
            @if let Some(instrument) = bells { (set(run, &instrument, words)) }
        }
    })
}

/// A dot for each alarm, a column a step; those that have not sounded are faint.
fn alarms(run: &Alarming, words: &AlarmsWords) -> Html {
    let place = |alarm: usize| {
        let (column, row) = (alarm as u32 / A_STEP, alarm as u32 % A_STEP);
        (11.0 + f64::from(column) * GRID, 11.0 + f64::from(row) * GRID)
    };
    let sounded = run.sounded();
    let of = |kind: Became| {
        let alarms = sounded.iter().enumerate().filter(move |(_, alarm)| **alarm == kind);
        alarms.map(move |(alarm, _)| place(alarm))
    };
    html! {
        path class="dots soft" d=(dots((sounded.len()..ALARMS as usize).map(place))) {}
        @for (class, kind) in Became::ALL.into_iter().enumerate() {
            @let (x, y) = (11 + class % 2 * 320, 286 + class / 2 * 28);
            path class={ "dots c" (class) } d=(dots(of(kind))) {}
            path class={ "dots c" (class) } d={ "M" (x) " " (y - 6) "h0" } {}
            text class="small" x=(x + 14) y=(y) { (kind.name(words)) ": " (of(kind).count()) }
        }
    }
}

/// How likely an attack is after one alarm and after two, and from where on a strike pays.
fn likely(run: &Alarming, words: &AlarmsWords) -> Html {
    let (left, full) = BAR;
    let bars = [
        (words.alarms_after_one(), run.situation.posterior(), 364),
        (words.alarms_after_two(), run.situation.posterior_of_two(), 396),
    ];
    html! {
        text class="label strong" x="4" y="346" { (words.alarms_sure()) }
        @for (name, likely, y) in bars {
            @let likely = likely.unwrap_or_default();
            text class="small" x="4" y=(y + 16) { (name) ": " (fill(words.alarms_share(), &[("n", &percent(likely))])) }
            rect class="soft" x=(n(left)) y=(y) width=(n(full)) height="20" {}
            rect class="c0" x=(n(left)) y=(y) width=(n(full * likely)) height="20" {}
        }
        @if let Some(even) = run.situation.break_even() {
            @let x = left + full * even;
            @let anchor = if even < 0.5 { "start" } else { "end" };
            path class="axis" d={ "M" (n(x)) " 356V424" } {}
            text class="small" x=(n(x)) y="444" text-anchor=(anchor) {
                (words.alarms_pays()) " (" (fill(words.alarms_share(), &[("n", &percent(even))])) ")"
            }
        }
    }
}

/// The signals of accidents and of attacks, with the threshold as it is and as it would do least harm.
fn set(run: &Alarming, instrument: &Instrument, words: &AlarmsWords) -> Html {
    let from = instrument.apart.min(0.0) - 3.5;
    let to = instrument.apart.max(0.0) + 3.5;
    let x = |signal: f64| 4.0 + (signal.clamp(from, to) - from) / (to - from) * 632.0;
    let bell = |middle: f64| {
        line((0..=80).map(|step| {
            let signal = from + (to - from) * f64::from(step) / 80.0;
            (x(signal), 640.0 - 260.0 * density(signal - middle))
        }))
    };
    let mark = |signal: f64, class: &str, y: u32, name: &str| {
        let x = x(signal);
        let anchor = if x > 500.0 { "end" } else { "start" };
        let beside = if x > 500.0 { x - 5.0 } else { x + 5.0 };
        html! {
            path class=(class) d={ "M" (n(x)) " " (y) "V640" } {}
            text class="small" x=(n(beside)) y=(y + 12) text-anchor=(anchor) { (name) }
        }
    };
    html! {
        text class="label strong" x="4" y="490" { (words.alarms_set()) }
        path class="axis" d="M4 640H636" {}
        path class="l3" d=(bell(0.0)) {}
        path class="l0" d=(bell(instrument.apart)) {}
        text class="small" x=(n(x(0.0))) y="664" text-anchor="middle" { (words.alarms_bell_accidents()) }
        @if instrument.apart.abs() > 1.0 {
            text class="small" x=(n(x(instrument.apart))) y="664" text-anchor="middle" { (words.alarms_bell_attacks()) }
        }
        (mark(instrument.threshold, "line", 504, words.alarms_now()))
        @if let Best::At(best) = instrument.best(&run.situation) { (mark(best, "dash", 528, words.alarms_least())) }
    }
}
