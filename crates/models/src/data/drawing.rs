//! The drawing of a message on its way: five steps in a row, and below each who can read it, and who sees that it was sent.

use concord_model::{DataWords, LifeEffect, LifeParty, LifeStep, html};

use super::living::{Living, party, step};
use crate::Drawing;
use crate::svg::{dots, n};

/// The middle of the first step, and the distance between two.
const STEPS: (f64, f64) = (200.0, 100.0);
/// Parties in the order of the rows.
const ROWS: [LifeParty; 4] =
    [LifeParty::Sender, LifeParty::Platform, LifeParty::Police, LifeParty::Receiver];

/// The whole drawing.
pub(super) fn drawing(run: &Living, words: &DataWords) -> Drawing {
    let x = |step: LifeStep| STEPS.0 + STEPS.1 * step as usize as f64;
    let y = |row: usize| 128.0 + 44.0 * row as f64;
    let marks = |effect: LifeEffect| {
        let rules: Vec<_> = run.happened().filter(|rule| rule.effect == effect).collect();
        let places = rules.into_iter().filter_map(|rule| {
            Some((x(rule.step), y(ROWS.iter().position(|party| *party == rule.party)?)))
        });
        places.collect::<Vec<_>>()
    };
    let last = run.last();
    let stopped = run.life.stopped.filter(|at| Some(*at) == last);
    let ring =
        |(x, y): (f64, f64)| format!("M{} {}a9 9 0 1 0 18 0a9 9 0 1 0 -18 0", n(x - 9.0), n(y));
    Drawing::Svg(html! {
        svg viewBox="0 0 640 390" role="img" aria-label=(words.data_drawing()) {
            path class="grid" d="M200 44H600" {}
            @if let Some(last) = last {
                path class="l0" d={ "M200 44H" (n(x(last))) } {}
                path class="dots c0" d=(dots([(x(last), 44.0)])) {}
            }
            @if let Some(at) = stopped { path class="line" d={ "M" (n(x(at) + 24.0)) " 20V68" } {} }
            @for at in LifeStep::ALL {
                path class="dots soft" d=(dots([(x(at), 44.0)])) {}
                text class="small" x=(n(x(at))) y="90" text-anchor="middle" { (step(words, at)) }
            }
            @if let Some(last) = last { path class="dots c0" d=(dots([(x(last), 44.0)])) {} }
            @for (row, who) in ROWS.into_iter().enumerate() {
                text class="small" x="4" y=(n(y(row) + 6.0)) { (party(words, who)) }
                path class="grid" d={ "M150 " (n(y(row))) "H640" } {}
            }
            path class="l0" d=(marks(LifeEffect::Traces).into_iter().map(ring).collect::<String>()) {}
            path class="dots c0" d=(dots(marks(LifeEffect::Reads))) {}
            path class="dots c3" d=(dots(marks(LifeEffect::Keeps).into_iter().map(|(x, y)| (x + 22.0, y)))) {}
            @for (x, y) in marks(LifeEffect::Limits) {
                text class="strong" x=(n(x - 32.0)) y=(n(y + 7.0)) { "§" }
            }
            path class="dots c0" d=(dots([(14.0, 318.0)])) {}
            text class="small" x="30" y="324" { (words.data_reads()) }
            path class="l0" d=(ring((334.0, 318.0))) {}
            text class="small" x="350" y="324" { (words.data_traces()) }
            path class="dots c3" d=(dots([(14.0, 352.0)])) {}
            text class="small" x="30" y="358" { (words.data_keeps()) }
            text class="strong" x="326" y="359" { "§" }
            text class="small" x="350" y="358" { (words.data_limits()) }
        }
    })
}
