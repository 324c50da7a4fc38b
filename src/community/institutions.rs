//! The institutions: who does what to whom, as a drawing and as a list.

use concord_model::{Address, Checked, Html, Institution, Link, Route, fill};

use crate::{
    Site,
    scope::Scope,
    text::{link, page_title, used_in, word},
};

/// The size of a cell of the drawing and of the box in it.
const CELL: (u16, u16) = (260, 74);
const BOX: (u16, u16) = (174, 44);

pub(crate) fn text(site: Site) -> String {
    let (community, words) = (site.community, site.atlas());
    let scope = Scope::page(site, &Route::Institutions);
    let list: String =
        (0..).zip(&community.institutions).map(|(at, one)| entry(scope, at, one)).collect();
    format!(
        "<div class=\"text institutions\">{title}<div class=\"prose\"><p>{about}</p></div>{drawing}\
         <section aria-labelledby=\"_list\">{heading}{list}</section></div>",
        title = page_title(
            &link(Route::Community, &word(words.community())),
            &Html::escaped(&community.institutions_title).0
        ),
        about = word(&community.institutions_about),
        drawing = drawing(site),
        heading = scope.heading(2, "_list", &Html::escaped(words.institutions_list())),
    )
}

/// The middle of a box.
fn middle((column, row): (u16, u16)) -> (i32, i32) {
    let at = |place: u16, size: u16| i32::from(place * size + size / 2);
    (at(column, CELL.0), at(row, CELL.1))
}

fn drawing(site: Site) -> String {
    let all = &site.community.institutions;
    let cells = || all.iter().filter_map(|one| one.cell);
    let columns = cells().map(|cell| cell.0 + 1).max().unwrap_or_default();
    let rows = cells().map(|cell| cell.1 + 1).max().unwrap_or_default();
    if rows == 0 {
        return String::new();
    }
    let arrows: String = site
        .community
        .links
        .iter()
        .filter_map(|link| Some(arrow(all.get(link.from)?.cell?, all.get(link.to)?.cell?, link)))
        .collect();
    let boxes: String = all.iter().filter_map(|one| Some(drawn(one, one.cell?))).collect();
    format!(
        "<figure class=\"figure network wide\" tabindex=\"0\"><svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">{arrows}{boxes}</svg></figure>",
        columns * CELL.0,
        rows * CELL.1,
        word(site.atlas().institutions_drawing())
    )
}

fn drawn(one: &Institution, cell: (u16, u16)) -> String {
    let (x, y) = middle(cell);
    let (width, height) = (i32::from(BOX.0), i32::from(BOX.1));
    format!(
        "<rect class=\"soft\" x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\" rx=\"4\"></rect>\
         <text class=\"label\" x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
        x - width / 2,
        y - height / 2,
        y + 6,
        word(&one.short)
    )
}

/// An arrow from the edge of one box to the edge of another, with its year beside it.
fn arrow(from: (u16, u16), to: (u16, u16), link: &Link) -> String {
    let (start, end) = (middle(from), middle(to));
    let (dx, dy) = (end.0 - start.0, end.1 - start.1);
    // Where the line from the middle of a box meets its edge, in thousandths of the line's length.
    let room = |size: u16, way: i32| match way.abs() {
        0 => 1000,
        way => i32::from(size) * 500 / way,
    };
    let share = room(BOX.0 + 12, dx).min(room(BOX.1 + 12, dy)).min(480);
    let at = |share: i32| (start.0 + dx * share / 1000, start.1 + dy * share / 1000);
    let ((x1, y1), (x2, y2), (x, y)) = (at(share), at(1000 - share), at(500));
    let length =
        i32::try_from((i64::from(dx).pow(2) + i64::from(dy).pow(2)).isqrt()).unwrap_or(1).max(1);
    // The head: a step back along the line, and a step aside.
    let (bx, by) = (x2 - dx * 10 / length, y2 - dy * 10 / length);
    let (ax, ay) = (-dy * 5 / length, dx * 5 / length);
    // A long line passes between boxes, where there is room for its year on the line alone.
    let year_y = if dx.abs() > 2 * i32::from(BOX.0) { y + 6 } else { y - 5 };
    let class = if link.checked == Checked::Verified { "line" } else { "dash" };
    format!(
        "<path class=\"{class}\" d=\"M{x1} {y1}L{bx} {by}\"></path>\
         <polygon class=\"solid\" points=\"{x2},{y2} {},{} {},{}\"></polygon>\
         <text class=\"year\" x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
        bx + ax,
        by + ay,
        bx - ax,
        by - ay,
        year_y,
        word(&link.year)
    )
}

/// An institution with what is known of it, what it does, and where the guide speaks of it.
fn entry(scope: Scope<'_>, at: usize, one: &Institution) -> String {
    let (site, words) = (scope.site, scope.site.words());
    let mut facts = vec![word(&one.kind)];
    facts.extend(
        one.since.as_ref().map(|since| word(&fill(site.atlas().since(), &[("date", since)]))),
    );
    facts.extend(
        one.members.as_ref().map(|members| {
            word(&fill(site.atlas().institution_members(), &[("members", members)]))
        }),
    );
    if one.checked == Checked::Unverified {
        facts.push(format!("<span class=\"unverified\">{}</span>", word(words.unverified())));
    }
    let relations = site.community.links.iter().filter(|link| link.from == at || link.to == at);
    let relations: String = relations.filter_map(|link| relation(site, at, link)).collect();
    let relations = if relations.is_empty() { relations } else { format!("<ul>{relations}</ul>") };
    format!(
        "<section class=\"entry\">{}<p class=\"small\">{}</p>{relations}{}{}</section>",
        scope.heading(3, one.id.as_str(), &Html::escaped(&one.name)),
        facts.join(", "),
        mentions(site, one),
        statements(site, one),
    )
}

/// "Assembly reports to Court, 1946", with a link to the other of the two.
fn relation(site: Site, at: usize, own: &Link) -> Option<String> {
    let name = |place: usize| {
        let one = site.community.institutions.get(place)?;
        let name = word(&one.name);
        Some(match place == at {
            true => name,
            false => link(Address::new(Route::Institutions, one.id.as_str()), &name),
        })
    };
    let unverified = match own.checked {
        Checked::Verified => String::new(),
        Checked::Unverified => {
            format!(" <span class=\"unverified\">{}</span>", word(site.words().unverified()))
        }
    };
    let (relation, year) = (word(&own.relation), word(&own.year));
    Some(format!("<li>{} {relation} {}, {year}{unverified}</li>", name(own.from)?, name(own.to)?))
}

/// Lessons and terms that rest on sources about it.
fn mentions(site: Site, one: &Institution) -> String {
    let (mut lessons, mut terms) = (Vec::new(), Vec::new());
    for source in one.sources.iter().filter_map(|id| site.guide.source(id)) {
        lessons.extend(
            source.used_in.iter().filter(|id| !lessons.contains(*id)).cloned().collect::<Vec<_>>(),
        );
        terms.extend(
            source.terms.iter().filter(|id| !terms.contains(*id)).cloned().collect::<Vec<_>>(),
        );
    }
    used_in(site, &lessons, &terms)
}

/// Statements that rest on sources about it.
fn statements(site: Site, one: &Institution) -> String {
    let statements = site.guide.statements();
    let links: String = statements
        .filter(|(_, statement)| statement.sources.iter().any(|id| one.sources.contains(id)))
        .map(|(route, statement)| {
            let address = Address::new(route, statement.id.as_str());
            format!("<li>{}</li>", link(address, &statement.title.0))
        })
        .collect();
    if links.is_empty() {
        return links;
    }
    format!(
        "<div class=\"used-in\"><span>{}</span><ul>{links}</ul></div>",
        word(site.atlas().institution_statements())
    )
}
