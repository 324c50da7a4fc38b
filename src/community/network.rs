//! The drawing of the institutions: a box for each that is linked to another, and an arrow for each link.

use concord_model::{Address, Checked, Html, Institution, InstitutionLink, Route, html};

use crate::{
    Site,
    text::{filled, link},
};

/// The size of a cell of the drawing and of the box in it. What a link means is written between the columns.
const CELL: (u16, u16) = (400, 76);
const BOX: (u16, u16) = (206, 44);

/// The middle of a box.
fn middle((column, row): (u16, u16)) -> (i32, i32) {
    let at = |place: u16, size: u16| i32::from(place * size + size / 2);
    (at(column, CELL.0), at(row, CELL.1))
}

pub(super) fn drawing(site: Site) -> Html {
    let all = &site.community.institutions;
    let cells = || all.iter().filter_map(|one| one.cell);
    let columns = cells().map(|cell| cell.0 + 1).max().unwrap_or_default();
    let rows = cells().map(|cell| cell.1 + 1).max().unwrap_or_default();
    if rows == 0 {
        return Html::default();
    }
    // What they mean comes last, so that no line lies on it.
    let (lines, meanings): (Html, Html) = site
        .community
        .links
        .iter()
        .filter_map(|link| Some(arrow(all.get(link.from)?.cell?, all.get(link.to)?.cell?, link)))
        .collect();
    let boxes = all.iter().filter_map(|one| Some(drawn(one, one.cell?)));
    // Beside the first boxes and the last ones nothing is written.
    let aside = (CELL.0 - BOX.0) / 2 - 8;
    let width = columns * CELL.0 - 2 * aside;
    html! {
        figure .figure.network.wide tabindex="0" {
            svg viewBox={ (aside) " 0 " (width) " " (rows * CELL.1) } role="group"
                aria-label=(site.atlas().institutions_drawing()) {
                g aria-hidden="true" { (lines) (meanings) }
                @for drawn in boxes { (drawn) }
            }
        }
        (key(site))
        (apart(site))
    }
}

/// What the lines and the star say.
fn key(site: Site) -> Html {
    let words = site.atlas();
    let line = |class: &str| {
        html! {
            svg viewBox="0 0 44 12" aria-hidden="true" {
                path class=(class) d="M2 6H32" {}
                polygon.solid points="42,6 32,1 32,11" {}
            }
        }
    };
    html! {
        ul.network-key {
            li { (line("line")) " " (words.institutions_arrow()) }
            li {
                (line("dash")) " * " (words.institutions_star()) " " (site.words().unverified_long())
            }
        }
    }
}

/// Those that are in the list alone.
fn apart(site: Site) -> Html {
    let apart = site.community.institutions.iter().filter(|one| one.cell.is_none());
    let links =
        apart.map(|one| link(Address::new(Route::Institutions, one.id.as_str()), &one.name));
    let links = Html::joined(links, ", ");
    html! {
        @if !links.is_empty() {
            p.apart { (filled(site.atlas().institutions_apart(), "names", &links)) }
        }
    }
}

/// A box, which leads to the entry of the list.
fn drawn(one: &Institution, cell: (u16, u16)) -> Html {
    let (x, y) = middle(cell);
    let (width, height) = (i32::from(BOX.0), i32::from(BOX.1));
    let shape = html! {
        rect.soft x=(x - width / 2) y=(y - height / 2) width=(width) height=(height) rx="4" {}
        text.label x=(x) y=(y + 6) text-anchor="middle" {
            (one.short)
            @if one.checked == Checked::Unverified { "*" }
        }
    };
    link(Address::new(Route::Institutions, one.id.as_str()), &shape)
}

/// An arrow from the edge of one box to the edge of another, and what it means: upon it, or above and below it.
fn arrow(from: (u16, u16), to: (u16, u16), link: &InstitutionLink) -> (Html, Html) {
    let (start, end) = ends(from, to);
    let (dx, dy) = (end.0 - start.0, end.1 - start.1);
    let length =
        i32::try_from((i64::from(dx).pow(2) + i64::from(dy).pow(2)).isqrt()).unwrap_or(1).max(1);
    // The head: a step back along the line, and a step aside.
    let (bx, by) = (end.0 - dx * 10 / length, end.1 - dy * 10 / length);
    let (ax, ay) = (-dy * 5 / length, dx * 5 / length);
    let class = if link.checked == Checked::Verified { "line" } else { "dash" };
    let line = html! {
        path class=(class) d={ "M" (start.0) " " (start.1) "L" (bx) " " (by) } {}
        polygon.solid points={
            (end.0) "," (end.1) " " (bx + ax) "," (by + ay) " " (bx - ax) "," (by - ay)
        } {}
    };
    let text = |y: i32, text: &str| {
        html! { text.meaning x=(start.0 + dx / 2) y=(y) text-anchor="middle" { (text) } }
    };
    // The list has the rest of it, which stands in brackets.
    let relation = link.relation.split(" (").next().unwrap_or_default();
    let middle = start.1 + dy / 2;
    let meaning = match dy {
        0 => html! { (text(middle - 7, relation)) (text(middle + 17, &link.year)) },
        _ => text(middle + 5, &[relation, ", ", &link.year].concat()),
    };
    (line, meaning)
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
