//! A part of the argument as a drawing: boxes in columns, and lines that say what they do.

use concord_engine::layout::{Edge, Point, Size, layout};
use concord_model::{ArgumentMap, Direction, Html, MapStatement, html};

use super::{
    lines::{Frame, round},
    signs,
    sizes::{ABOVE, BULGE, GAPS, JOINT, LINE, LINE_ABOVE, MARGIN, MARK, PADDING, TEXT, WIDTH},
    sketch::{Line, Sketch, Vertex},
    wrap,
};
use crate::{Site, text::mark_shape};

/// Colours and letters of a drawing that stands alone.
const FILE_STYLE: &str = include_str!("file.css");

/// The drawing of a sketch; as a file of its own if it is given a title, as HTML.
pub(super) fn svg(site: Site, map: &ArgumentMap, sketch: &Sketch, file: Option<&str>) -> Html {
    let mirrored = site.guide.direction == Direction::Rtl;
    let boxes: Vec<Drawn<'_>> =
        sketch.vertices.iter().map(|vertex| Drawn::new(site, map, *vertex)).collect();
    let sizes: Vec<Size> = boxes.iter().map(|drawn| drawn.size).collect();
    let edge = |line: &Line| Edge { from: line.from, to: line.to, length: line.length };
    let edges: Vec<Edge> = sketch.lines.iter().map(edge).collect();
    let layout = layout(&sizes, &edges, GAPS);
    let room = if sketch.lines.iter().any(|line| line.length == 0) { BULGE } else { 0.0 };
    let width = layout.width + room;
    let frame = Frame { width, mirrored };
    let lines = sketch.lines.iter().zip(&layout.routes);
    let (key, height) = signs::key(site, sketch, frame, layout.height);
    let inner = html! {
        @for (line, route) in lines { (frame.line(map, line, route)) }
        @for (drawn, corner) in boxes.iter().zip(&layout.corners) { (drawn.write(frame, *corner)) }
        (key)
    };
    let (width, height) = ((width + 2.0 * MARGIN).ceil(), (height + 2.0 * MARGIN).ceil());
    let view = format!("{} {} {width} {height}", -MARGIN, -MARGIN);
    match file {
        None => html! {
            svg.graph viewBox=(view) width=(width) height=(height) { (inner) }
        },
        Some(title) => html! {
            svg xmlns="http://www.w3.org/2000/svg" class="graph" viewBox=(view) width=(width) height=(height)
                role="img" xml:lang=(site.guide.language) {
                title { (title) }
                style { (Html::made_elsewhere(FILE_STYLE)) }
                (inner)
            }
        },
    }
}

/// A box with its text in lines.
struct Drawn<'m> {
    size: Size,
    /// The statement; none where premises meet.
    statement: Option<&'m MapStatement>,
    outside: bool,
    above: Vec<String>,
    lines: Vec<String>,
}

impl<'m> Drawn<'m> {
    fn new(site: Site, map: &'m ArgumentMap, vertex: Vertex) -> Self {
        let (number, outside) = match vertex {
            Vertex::Statement { number, outside } => (Some(number), outside),
            Vertex::Joint => (None, false),
        };
        let statement = number.and_then(|number| map.statements.get(number as usize));
        let Some(own) = statement else {
            let size = Size { width: JOINT, height: JOINT };
            return Self { size, statement: None, outside, above: Vec::new(), lines: Vec::new() };
        };
        // The mark stands before it, and a label may come to stand behind it.
        let room = WIDTH - 2.0 * PADDING - MARK - 5.0 - 14.0;
        let above = format!("{} · {}", site.words().part(own.kind), own.owner);
        let mut above = wrap::lines(&above, ABOVE, room);
        // Of a statement from elsewhere, where it is from is told as well.
        let lesson = own.lesson.and_then(|place| site.guide.lessons.get(place as usize));
        if let Some(lesson) = lesson.filter(|_| outside) {
            above.extend(wrap::lines(&lesson.title, ABOVE, room));
        }
        let lines = wrap::lines(&own.title.text(), TEXT, WIDTH - 2.0 * PADDING);
        let more_above = LINE_ABOVE * above.len().saturating_sub(1) as f64;
        let height = 2.0 * PADDING + LINE * (lines.len() + 1) as f64 - 4.0 + more_above;
        Self { size: Size { width: WIDTH, height }, statement, outside, above, lines }
    }

    fn write(&self, frame: Frame, corner: Point) -> Html {
        let Size { width, height } = self.size;
        let Some(own) = self.statement else {
            let (x, y) = (frame.x(corner.x + width / 2.0), round(corner.y + height / 2.0));
            return html! { circle.joint cx=(x) cy=(y) r=(JOINT / 2.0) {} };
        };
        // From the side where reading begins.
        let x = |inside: f64| frame.x(corner.x + inside);
        let left = if frame.mirrored { x(width) } else { x(0.0) };
        let mark_at = if frame.mirrored { x(PADDING + MARK) } else { x(PADDING) };
        let top = corner.y + PADDING;
        // The space is for who hears the lines as one sentence.
        let spans = |lines: &[String], x: f64, first: f64, height: f64| {
            html! {
                @for (number, line) in (0_u32..).zip(lines) {
                    tspan x=(x) y=(round(first + height * f64::from(number))) { (line) " " }
                }
            }
        };
        let above_y = top + MARK - 2.0;
        let more_above = LINE_ABOVE * self.above.len().saturating_sub(1) as f64;
        let says_y = top + more_above + LINE + TEXT - 2.0;
        let outside = if self.outside { " from-elsewhere" } else { "" };
        html! {
            g class={ "node " (own.kind.name()) " by-" (own.mark.name()) (outside) }
                data-node=(own.id) tabindex="-1" {
                rect.box x=(left) y=(round(corner.y)) width=(width) height=(round(height)) rx="3" {}
                path.sign-of-owner transform={ "translate(" (mark_at) " " (round(top)) ")" }
                    d=(mark_shape(own.mark)) {}
                text.above { (spans(&self.above, x(PADDING + MARK + 5.0), above_y, LINE_ABOVE)) }
                text.says { (spans(&self.lines, x(PADDING), says_y, LINE)) }
                text.sign x=(x(width - PADDING)) y=(round(above_y)) text-anchor="end" {}
            }
        }
    }
}
