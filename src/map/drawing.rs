//! A part of the argument as a drawing: boxes in columns, and lines that say what they do.

use concord_engine::layout::{Edge, Gaps, Layout, Point, Size, layout};
use concord_model::{ArgumentMap, Direction, Html, MapStatement};

use super::{
    sketch::{Line, LineKind, Sketch, Vertex},
    wrap,
};
use crate::{
    Site,
    text::{mark_shape, part, word},
};

/// Sizes of letters: of the sentence, and of the line above it.
const TEXT: f64 = 14.0;
const ABOVE: f64 = 12.0;
const LINE: f64 = 18.0;
const WIDTH: f64 = 212.0;
const PADDING: f64 = 10.0;
const MARK: f64 = 12.0;
const JOINT: f64 = 8.0;
const GAPS: Gaps = Gaps { columns: 30.0, boxes: 14.0 };
/// Free space around everything.
const MARGIN: f64 = 6.0;
/// How far a line between two boxes of the same column goes out.
const BULGE: f64 = 26.0;

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
    let view = view(&layout, width);
    match file {
        None => format!("<svg class=\"graph\" {view}>{lines}{nodes}</svg>"),
        Some(title) => format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" {view} role=\"img\" \
             xml:lang=\"{}\"><title>{title}</title><style>{FILE_STYLE}</style>{lines}{nodes}</svg>\n",
            site.guide.language
        ),
    }
}

fn view(layout: &Layout, width: f64) -> String {
    let (width, height) = ((width + 2.0 * MARGIN).ceil(), (layout.height + 2.0 * MARGIN).ceil());
    format!(
        "viewBox=\"{} {} {width} {height}\" width=\"{width}\" height=\"{height}\"",
        -MARGIN, -MARGIN
    )
}

/// The kinds of lines, each with its word, and what becomes of statements.
pub(crate) fn legend(site: Site) -> String {
    let words = site.words();
    let kinds = [
        (LineKind::Support { ends: true }, words.supports()),
        (LineKind::Attack, words.attacks()),
        (LineKind::Undercut, words.undercuts()),
        (LineKind::Tension, words.argument_tension()),
    ];
    let entry = |(kind, name): (LineKind, &str)| {
        let frame = Frame { width: 44.0, mirrored: site.guide.direction == Direction::Rtl };
        let route = [Point { x: 44.0, y: 7.0 }, Point { x: 2.0, y: 7.0 }];
        format!(
            "<li><svg viewBox=\"0 0 46 14\" width=\"46\" height=\"14\" aria-hidden=\"true\">\
             <path class=\"{}\" d=\"{}\"></path>{}</svg> {}</li>",
            kind.classes(),
            frame.path(&route),
            frame.tip(kind, &route),
            word(name)
        )
    };
    let joint = format!(
        "<li><svg viewBox=\"0 0 46 14\" width=\"46\" height=\"14\" aria-hidden=\"true\">\
         <path class=\"edge support\" d=\"M4 2L23 7M4 12L23 7M23 7L42 7\"></path>\
         <circle class=\"joint\" cx=\"23\" cy=\"7\" r=\"{}\"></circle></svg> {}</li>",
        JOINT / 2.0,
        word(words.argument_together())
    );
    format!(
        "<ul class=\"signs\">{}{joint}<li class=\"live\">{}</li></ul>",
        kinds.map(entry).concat(),
        word(words.argument_signs())
    )
}

/// Where a drawing puts what the layout has placed: text from right to left is drawn the other way
/// round.
#[derive(Clone, Copy)]
struct Frame {
    width: f64,
    mirrored: bool,
}

impl Frame {
    fn x(self, x: f64) -> f64 {
        round(if self.mirrored { self.width - x } else { x })
    }

    fn line(self, map: &ArgumentMap, line: &Line, route: &[Point]) -> String {
        let id = |number: u32| map.statements.get(number as usize).map(|own| own.id.as_str());
        let from: Vec<&str> = line.sources.iter().filter_map(|own| id(*own)).collect();
        let via = line.via.and_then(id).map(|via| format!(" data-via=\"{via}\""));
        format!(
            "<path class=\"{}\" data-from=\"{}\"{} data-to=\"{}\" d=\"{}\"></path>{}",
            line.kind.classes(),
            from.join(" "),
            via.unwrap_or_default(),
            id(line.target).unwrap_or_default(),
            self.path(route),
            self.tip(line.kind, route)
        )
    }

    /// A smooth line through the points.
    fn path(self, route: &[Point]) -> String {
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
                let out = self.x(here.x + BULGE);
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
    fn tip(self, kind: LineKind, route: &[Point]) -> String {
        let (Some(last), Some(before)) = (route.last(), route.iter().nth_back(1)) else {
            return String::new();
        };
        // Lines come in from the right; those within a column or toward the right, from the other side.
        let back = if before.x < last.x - 0.5 { -1.0 } else { 1.0 };
        let (at, away) = (|x: f64| self.x(last.x + back * x), last.y);
        let path = match kind {
            LineKind::Support { ends: false } => return String::new(),
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
        let sign = kind.sign();
        format!("<path class=\"tip {sign}\" d=\"{path}\"></path>")
    }
}

fn bar(x: f64, y: f64) -> String {
    format!("M{x} {}V{}", round(y - 6.0), round(y + 6.0))
}

/// A box with its text in lines.
struct Drawn<'m> {
    size: Size,
    /// The statement; none where premises meet.
    statement: Option<&'m MapStatement>,
    outside: bool,
    above: String,
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
            return Self {
                size,
                statement: None,
                outside,
                above: String::new(),
                lines: Vec::new(),
            };
        };
        // Of a statement from elsewhere, where it is from matters more than whose it is.
        let lesson = own.lesson.and_then(|place| site.guide.lessons.get(place as usize));
        let beside = match lesson {
            Some(lesson) if outside => lesson.title.as_str(),
            _ => own.owner.as_str(),
        };
        let above = format!("{} · {beside}", part(site, own.kind));
        // The mark stands before it, and a label may come to stand behind it.
        let room = WIDTH - 2.0 * PADDING - MARK - 5.0 - 14.0;
        let above = wrap::cut(&above, ABOVE, room);
        let lines = wrap::lines(&own.title.text(), TEXT, WIDTH - 2.0 * PADDING);
        let height = 2.0 * PADDING + LINE * (lines.len() + 1) as f64 - 4.0;
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
        let lines: String = (1..)
            .zip(&self.lines)
            .map(|(number, line)| {
                let y = round(top + LINE * f64::from(number) + TEXT - 2.0);
                // The space is for who hears it as one sentence.
                format!("<tspan x=\"{}\" y=\"{y}\">{} </tspan>", x(PADDING), Html::escaped(line))
            })
            .collect();
        format!(
            "<g class=\"node {kind} by-{by}{outside}\" data-node=\"{id}\" tabindex=\"-1\">\
             <rect class=\"box\" x=\"{left}\" y=\"{top_of_box}\" width=\"{width}\" height=\"{height}\" rx=\"3\"></rect>\
             <path class=\"sign-of-owner\" transform=\"translate({mark_at} {mark_top})\" d=\"{shape}\"></path>\
             <text class=\"above\" x=\"{above_at}\" y=\"{above_y}\">{above}</text>\
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
            above_at = x(PADDING + MARK + 5.0),
            above_y = round(top + MARK - 2.0),
            above = Html::escaped(&self.above),
            sign_at = x(width - PADDING),
        )
    }
}

/// Tenths are fine enough, and short.
fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
