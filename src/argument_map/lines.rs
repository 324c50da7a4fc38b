//! Lines of a drawing, and the signs at their ends.

use concord_engine::layout::Point;
use concord_model::{ArgumentMap, Html, html};

use super::{
    sizes::{BULGE, GAPS, JOINT},
    sketch::{Line, LineKind},
};

/// How far a line that comes onto another rises to it at least.
const LEAST_RISE: f64 = 36.0;

/// Where a drawing puts what the layout has placed: text from right to left is drawn the other way
/// round.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) mirrored: bool,
}

impl Frame {
    pub(super) fn x(self, x: f64) -> f64 {
        round(if self.mirrored { self.width - x } else { x })
    }

    pub(super) fn line(self, map: &ArgumentMap, line: &Line, route: &[Point]) -> Html {
        let id = |number: u32| map.statements.get(number as usize).map(|own| own.id.as_str());
        let from: Vec<&str> = line.sources.iter().filter_map(|own| id(*own)).collect();
        let (path, tip) = match (line.kind, route) {
            (LineKind::Undercut, [begin @ .., last]) if let Some(before) = begin.last() => {
                self.onto_step(begin, *before, *last)
            }
            _ => (self.path(route), self.tip(line.kind, route)),
        };
        html! {
            path class=(line.kind.classes()) data-from=(from.join(" ")) data-via=[line.via.and_then(id)]
                data-to=(id(line.target).unwrap_or_default()) d=(path) {}
            (tip)
        }
    }

    /// A line that denies a step, and its sign: it does not end where the premises meet, but comes
    /// from above or below onto the line from there to what follows.
    fn onto_step(self, begin: &[Point], before: Point, last: Point) -> (String, Html) {
        let x = last.x - JOINT - GAPS.columns / 3.0;
        let side = if before.y < last.y - 0.5 { -1.0 } else { 1.0 };
        let y = |away: f64| round(last.y + side * away);
        let steep = (before.y - last.y).abs().max(LEAST_RISE);
        let begin = self.path(begin);
        let (half, x) = (self.x((before.x + x) / 2.0), self.x(x));
        let path = format!("{begin}C{half} {} {x} {} {x} {}", round(before.y), y(steep), y(5.0));
        let bar = |away: f64| format!("M{} {}H{}", round(x - 6.0), y(away), round(x + 6.0));
        (path, html! { path .tip.undercut d={ (bar(4.0)) (bar(8.0)) } {} })
    }

    /// A smooth line through the points.
    pub(super) fn path(self, route: &[Point]) -> String {
        let Some(first) = route.first() else { return String::new() };
        let mut path = format!("M{} {}", self.x(first.x), round(first.y));
        for pair in route.windows(2) {
            let [here, next] = pair else { continue };
            let (x, y) = (self.x(next.x), round(next.y));
            let is_beside = (here.x - next.x).abs() < 0.5;
            if is_beside && (here.y - next.y).abs() < 0.5 {
                continue;
            }
            if is_beside {
                // The way back is another, so that two that pull against each other are two lines.
                let bulge = if here.y < next.y { BULGE } else { BULGE / 2.0 };
                let out = self.x(here.x + bulge);
                path += &format!("C{out} {} {out} {y} {x} {y}", round(here.y));
            } else if (here.y - next.y).abs() < 0.5 {
                path += &format!("L{x} {y}");
            } else {
                let half = self.x((here.x + next.x) / 2.0);
                path += &format!("C{half} {} {half} {y} {x} {y}", round(here.y));
            }
        }
        path
    }

    /// The sign at the end of a line: an arrow supports, a bar attacks, and two bars deny a step. It is
    /// drawn by itself, as the line may be broken.
    pub(super) fn tip(self, kind: LineKind, route: &[Point]) -> Html {
        let (Some(last), Some(before)) = (route.last(), route.iter().nth_back(1)) else {
            return Html::default();
        };
        // Lines come in from the right; those within a column or toward the right, from the other side.
        let back = if before.x < last.x - 0.5 { -1.0 } else { 1.0 };
        let (at, away) = (|x: f64| self.x(last.x + back * x), last.y);
        let path = match kind {
            LineKind::Support { ends: false } => return Html::default(),
            LineKind::Support { ends: true } | LineKind::Step => format!(
                "M{x} {up}L{tip} {y}L{x} {down}",
                x = at(8.0),
                tip = at(0.5),
                up = round(away - 5.0),
                y = round(away),
                down = round(away + 5.0)
            ),
            LineKind::Attack | LineKind::Tension => bar(at(3.0), away),
            LineKind::Undercut => bar(at(3.0), away) + &bar(at(7.0), away),
        };
        html! { path class={ "tip " (kind.sign()) } d=(path) {} }
    }
}

fn bar(x: f64, y: f64) -> String {
    format!("M{x} {}V{}", round(y - 6.0), round(y + 6.0))
}

/// Tenths are fine enough, and short.
pub(super) fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
