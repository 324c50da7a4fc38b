//! The drawing of the institutions: a box for each that is linked to another, and an arrow for each link.

use concord_model::{Address, Checked, Institution, Link, Route, fill};

use crate::{
    Site,
    text::{link, word},
};

/// The size of a cell of the drawing and of the box in it.
const CELL: (u16, u16) = (284, 74);
const BOX: (u16, u16) = (206, 44);

/// The middle of a box.
fn middle((column, row): (u16, u16)) -> (i32, i32) {
    let at = |place: u16, size: u16| i32::from(place * size + size / 2);
    (at(column, CELL.0), at(row, CELL.1))
}

pub(super) fn drawing(site: Site) -> String {
    let all = &site.community.institutions;
    let cells = || all.iter().filter_map(|one| one.cell);
    let columns = cells().map(|cell| cell.0 + 1).max().unwrap_or_default();
    let rows = cells().map(|cell| cell.1 + 1).max().unwrap_or_default();
    if rows == 0 {
        return String::new();
    }
    // Years come last, so that no line lies on them.
    let (lines, years): (String, String) = site
        .community
        .links
        .iter()
        .filter_map(|link| Some(arrow(all.get(link.from)?.cell?, all.get(link.to)?.cell?, link)))
        .collect();
    let boxes: String = all.iter().filter_map(|one| Some(drawn(one, one.cell?))).collect();
    format!(
        "<figure class=\"figure network wide\" tabindex=\"0\">\
         <svg viewBox=\"0 0 {} {}\" role=\"group\" aria-label=\"{}\">\
         <g aria-hidden=\"true\">{lines}{years}</g>{boxes}</svg></figure>{}{}",
        columns * CELL.0,
        rows * CELL.1,
        word(site.atlas().institutions_drawing()),
        key(site),
        apart(site)
    )
}

/// What the lines and the star say.
fn key(site: Site) -> String {
    let words = site.atlas();
    let line = |class: &str| {
        format!(
            "<svg viewBox=\"0 0 44 12\" aria-hidden=\"true\"><path class=\"{class}\" d=\"M2 6H32\"></path>\
             <polygon class=\"solid\" points=\"42,6 32,1 32,11\"></polygon></svg>"
        )
    };
    format!(
        "<ul class=\"network-key\"><li>{} {}</li><li>{} * {} {}</li></ul>",
        line("line"),
        word(words.institutions_arrow()),
        line("dash"),
        word(words.institutions_star()),
        word(site.words().unverified_long())
    )
}

/// Those that are in the list alone.
fn apart(site: Site) -> String {
    let names: Vec<String> = site
        .community
        .institutions
        .iter()
        .filter(|one| one.cell.is_none())
        .map(|one| link(Address::new(Route::Institutions, one.id.as_str()), &word(&one.name)))
        .collect();
    if names.is_empty() {
        return String::new();
    }
    let sentence = word(site.atlas().institutions_apart());
    format!("<p class=\"apart\">{}</p>", fill(&sentence, &[("names", &names.join(", "))]))
}

/// A box, which leads to the entry of the list.
fn drawn(one: &Institution, cell: (u16, u16)) -> String {
    let (x, y) = middle(cell);
    let (width, height) = (i32::from(BOX.0), i32::from(BOX.1));
    let star = if one.checked == Checked::Verified { "" } else { "*" };
    let shape = format!(
        "<rect class=\"soft\" x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\" rx=\"4\"></rect>\
         <text class=\"label\" x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{}{star}</text>",
        x - width / 2,
        y - height / 2,
        y + 6,
        word(&one.short)
    );
    link(Address::new(Route::Institutions, one.id.as_str()), &shape)
}

/// An arrow from the edge of one box to the edge of another, and its year upon it or above it.
fn arrow(from: (u16, u16), to: (u16, u16), link: &Link) -> (String, String) {
    let (start, end) = ends(from, to);
    let (dx, dy) = (end.0 - start.0, end.1 - start.1);
    let length =
        i32::try_from((i64::from(dx).pow(2) + i64::from(dy).pow(2)).isqrt()).unwrap_or(1).max(1);
    // The head: a step back along the line, and a step aside.
    let (bx, by) = (end.0 - dx * 10 / length, end.1 - dy * 10 / length);
    let (ax, ay) = (-dy * 5 / length, dx * 5 / length);
    let class = if link.checked == Checked::Verified { "line" } else { "dash" };
    let line = format!(
        "<path class=\"{class}\" d=\"M{} {}L{bx} {by}\"></path>\
         <polygon class=\"solid\" points=\"{},{} {},{} {},{}\"></polygon>",
        start.0,
        start.1,
        end.0,
        end.1,
        bx + ax,
        by + ay,
        bx - ax,
        by - ay,
    );
    // Above a level line there is room for its year.
    let aside = if dy == 0 { -5 } else { 6 };
    let (x, y) = (start.0 + dx / 2, start.1 + dy / 2 + aside);
    let year = format!(
        "<text class=\"year\" x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">{}</text>",
        word(&link.year)
    );
    (line, year)
}

/// Where an arrow begins and ends. Between neighbouring columns it goes from side to side, so that it
/// crosses no box; else along the line between the middles.
fn ends(from: (u16, u16), to: (u16, u16)) -> ((i32, i32), (i32, i32)) {
    let (start, end) = (middle(from), middle(to));
    let (dx, dy) = (end.0 - start.0, end.1 - start.1);
    if from.0.abs_diff(to.0) == 1 {
        let side = (i32::from(BOX.0) / 2 + 4) * dx.signum();
        return ((start.0 + side, start.1), (end.0 - side, end.1));
    }
    // Where the line meets the edge of a box, in thousandths of its length.
    let room = |size: u16, way: i32| match way.abs() {
        0 => 1000,
        way => i32::from(size) * 500 / way,
    };
    let share = room(BOX.0 + 12, dx).min(room(BOX.1 + 12, dy)).min(480);
    let at = |share: i32| (start.0 + dx * share / 1000, start.1 + dy * share / 1000);
    (at(share), at(1000 - share))
}
