//! A part of the argument as a drawing: boxes in columns, and lines that say what they do.

use concord_engine::layout::{Edge, Gaps, Point, Size, layout};
use concord_model::{ArgumentMap, Direction, Html, MapStatement};

use super::{
    lines::{Frame, round},
    signs,
    sketch::{Line, Sketch, Vertex},
    wrap,
};
use crate::{
    Site,
    text::{mark_shape, part},
};

/// Sizes of letters: of the sentence, and of the lines above it.
const TEXT: f64 = 14.0;
pub(super) const ABOVE: f64 = 12.0;
const LINE: f64 = 18.0;
const LINE_ABOVE: f64 = 15.0;
const WIDTH: f64 = 212.0;
const PADDING: f64 = 10.0;
const MARK: f64 = 12.0;
pub(super) const JOINT: f64 = 8.0;
pub(super) const GAPS: Gaps = Gaps { columns: 30.0, boxes: 14.0 };
/// Free space around everything.
const MARGIN: f64 = 6.0;
/// How far a line between two boxes of the same column goes out.
pub(super) const BULGE: f64 = 26.0;

/// Colours and letters of a drawing that stands alone.
const FILE_STYLE: &str = include_str!("file.css");

/// The drawing of a sketch; as a file of its own if it is given a title, as HTML.
pub(super) fn svg(site: Site, map: &ArgumentMap, sketch: &Sketch, file: Option<&str>) -> String {
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
    let lines: String = sketch
        .lines
        .iter()
        .zip(&layout.routes)
        .map(|(line, route)| frame.line(map, line, route))
        .collect();
    let nodes: String = boxes
        .iter()
        .zip(&layout.corners)
        .map(|(drawn, corner)| drawn.write(frame, *corner))
        .collect();
    let (key, height) = signs::key(site, sketch, frame, layout.height);
    let view = view(width, height);
    let inner = lines + &nodes + &key;
    match file {
        None => format!("<svg class=\"graph\" {view}>{inner}</svg>"),
        Some(title) => format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" {view} role=\"img\" \
             xml:lang=\"{}\"><title>{title}</title><style>{FILE_STYLE}</style>{inner}</svg>\n",
            site.guide.language
        ),
    }
}

fn view(width: f64, height: f64) -> String {
    let (width, height) = ((width + 2.0 * MARGIN).ceil(), (height + 2.0 * MARGIN).ceil());
    format!(
        "viewBox=\"{} {} {width} {height}\" width=\"{width}\" height=\"{height}\"",
        -MARGIN, -MARGIN
    )
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
        let mut above = format!("{} · {}", part(site, own.kind), own.owner);
        // Of a statement from elsewhere, where it is from is told as well.
        let lesson = own.lesson.and_then(|place| site.guide.lessons.get(place as usize));
        if let Some(lesson) = lesson.filter(|_| outside) {
            above = above + " · " + &lesson.title;
        }
        // The mark stands before it, and a label may come to stand behind it.
        let room = WIDTH - 2.0 * PADDING - MARK - 5.0 - 14.0;
        let above = wrap::lines(&above, ABOVE, room);
        let lines = wrap::lines(&own.title.text(), TEXT, WIDTH - 2.0 * PADDING);
        let more_above = LINE_ABOVE * above.len().saturating_sub(1) as f64;
        let height = 2.0 * PADDING + LINE * (lines.len() + 1) as f64 - 4.0 + more_above;
        Self { size: Size { width: WIDTH, height }, statement, outside, above, lines }
    }

    fn write(&self, frame: Frame, corner: Point) -> String {
        let Size { width, height } = self.size;
        let Some(own) = self.statement else {
            let (x, y) = (frame.x(corner.x + width / 2.0), round(corner.y + height / 2.0));
            return format!(
                "<circle class=\"joint\" cx=\"{x}\" cy=\"{y}\" r=\"{}\"></circle>",
                JOINT / 2.0
            );
        };
        // From the side where reading begins.
        let x = |inside: f64| frame.x(corner.x + inside);
        let left = if frame.mirrored { x(width) } else { x(0.0) };
        let mark_at = if frame.mirrored { x(PADDING + MARK) } else { x(PADDING) };
        let top = corner.y + PADDING;
        // The space is for who hears the lines as one sentence.
        let spans = |lines: &[String], x: f64, first: f64, height: f64| -> String {
            let span = |(number, line): (u32, &String)| {
                let y = round(first + height * f64::from(number));
                format!("<tspan x=\"{x}\" y=\"{y}\">{} </tspan>", Html::escaped(line))
            };
            (0..).zip(lines).map(span).collect()
        };
        let above_y = top + MARK - 2.0;
        let above = spans(&self.above, x(PADDING + MARK + 5.0), above_y, LINE_ABOVE);
        let more_above = LINE_ABOVE * self.above.len().saturating_sub(1) as f64;
        let says_y = top + more_above + LINE + TEXT - 2.0;
        let lines = spans(&self.lines, x(PADDING), says_y, LINE);
        format!(
            "<g class=\"node {kind} by-{by}{outside}\" data-node=\"{id}\" tabindex=\"-1\">\
             <rect class=\"box\" x=\"{left}\" y=\"{top_of_box}\" width=\"{width}\" height=\"{height}\" rx=\"3\"></rect>\
             <path class=\"sign-of-owner\" transform=\"translate({mark_at} {mark_top})\" d=\"{shape}\"></path>\
             <text class=\"above\">{above}</text>\
             <text class=\"says\">{lines}</text>\
             <text class=\"sign\" x=\"{sign_at}\" y=\"{above_y}\" text-anchor=\"end\"></text></g>",
            kind = own.kind.name(),
            by = own.mark.name(),
            outside = if self.outside { " from-elsewhere" } else { "" },
            id = own.id,
            top_of_box = round(corner.y),
            height = round(height),
            mark_top = round(top),
            shape = mark_shape(own.mark),
            above_y = round(above_y),
            sign_at = x(width - PADDING),
        )
    }
}
