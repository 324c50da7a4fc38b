//! What the lines of a drawing mean: as a list on the page, and as a key within each drawing, which is
//! there wherever that is shown, saved or printed.

use concord_engine::layout::Point;
use concord_model::{Direction, Html, html};

use super::{
    lines::{Frame, round},
    sizes::{ABOVE, JOINT},
    sketch::{LineKind, Sketch, Vertex},
    wrap,
};
use crate::Site;

/// A sign is drawn in a field of this size.
const FIELD: (f64, f64) = (46.0, 14.0);
/// Space between a sign and its word, between two of them, and above the first.
const BESIDE: f64 = 6.0;
const BETWEEN: f64 = 20.0;
const ABOVE_KEY: f64 = 14.0;
const ROW: f64 = 20.0;

/// What a drawing has, with a word for it.
#[derive(Clone, Copy)]
enum Sign {
    Line(LineKind),
    /// Premises that meet.
    Joint,
}

fn all(site: Site) -> [(Sign, &'static str); 5] {
    let words = site.words();
    [
        (Sign::Line(LineKind::Support { ends: true }), words.supports()),
        (Sign::Joint, words.argument_together()),
        (Sign::Line(LineKind::Attack), words.attacks()),
        (Sign::Line(LineKind::Undercut), words.undercuts()),
        (Sign::Line(LineKind::Tension), words.argument_tension()),
    ]
}

impl Sign {
    fn is_in(self, sketch: &Sketch) -> bool {
        let has = |sign: fn(LineKind) -> bool| sketch.lines.iter().any(|line| sign(line.kind));
        match self {
            Self::Joint => sketch.vertices.contains(&Vertex::Joint),
            Self::Line(LineKind::Support { .. } | LineKind::Step) => {
                has(|kind| matches!(kind, LineKind::Support { ends: true } | LineKind::Step))
            }
            Self::Line(LineKind::Attack) => has(|kind| kind == LineKind::Attack),
            Self::Line(LineKind::Undercut) => has(|kind| kind == LineKind::Undercut),
            Self::Line(LineKind::Tension) => has(|kind| kind == LineKind::Tension),
        }
    }

    /// The sign in its field.
    fn draw(self, mirrored: bool) -> Html {
        let frame = Frame { width: FIELD.0, mirrored };
        let Self::Line(kind) = self else {
            let [to, joint, from] = [4.0, 23.0, 42.0].map(|x| frame.x(x));
            let meet = format!("M{from} 2L{joint} 7M{from} 12L{joint} 7M{joint} 7L{to} 7");
            return html! {
                path .edge.support d=(meet) {}
                circle.joint cx=(joint) cy="7" r=(JOINT / 2.0) {}
            };
        };
        let route = [Point { x: 45.0, y: 7.0 }, Point { x: 3.0, y: 7.0 }];
        html! { path class=(kind.classes()) d=(frame.path(&route)) {} (frame.tip(kind, &route)) }
    }
}

/// All signs as a list, and what becomes of statements.
pub(crate) fn legend(site: Site) -> Html {
    let mirrored = site.guide.direction == Direction::Rtl;
    let (width, height) = FIELD;
    html! {
        ul.signs {
            @for (sign, name) in all(site) {
                li {
                    svg viewBox={ "0 0 " (width) " " (height) } width=(width) height=(height)
                        aria-hidden="true" { (sign.draw(mirrored)) }
                    " " (name)
                }
            }
            li.live { (site.words().argument_signs()) }
        }
    }
}

/// The signs of a drawing that ends at `height`, below it, and where that ends.
pub(super) fn key(site: Site, sketch: &Sketch, frame: Frame, height: f64) -> (Html, f64) {
    let (mut x, mut y) = (0.0, height + ABOVE_KEY);
    let mut signs = Html::default();
    for (sign, name) in all(site).into_iter().filter(|(sign, _)| sign.is_in(sketch)) {
        let width = FIELD.0 + BESIDE + wrap::measure(name, ABOVE);
        if x > 0.0 && x + width > frame.width {
            (x, y) = (0.0, y + ROW);
        }
        let left = if frame.mirrored { frame.x(x + FIELD.0) } else { x };
        signs.extend([html! {
            g transform={ "translate(" (round(left)) " " (round(y)) ")" } { (sign.draw(frame.mirrored)) }
            text.above x=(frame.x(x + FIELD.0 + BESIDE)) y=(round(y + FIELD.1 / 2.0 + ABOVE / 3.0)) {
                (name)
            }
        }]);
        x += width + BETWEEN;
    }
    if signs.is_empty() {
        return (signs, height);
    }
    // Beside the drawing, a list says the same.
    (html! { g.key aria-hidden="true" { (signs) } }, y + FIELD.1)
}
