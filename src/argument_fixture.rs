//! A plain page of the argument with a plain drawing, to try the program that reasons before the
//! real ones are here. This file goes when they are.

#![allow(clippy::indexing_slicing, reason = "it goes when the real page is here")]

use std::collections::BTreeMap;

use concord_model::{
    Address, ArgumentMap, Form, Guide, Html, Id, MapInference, MapStatement, Mark, Route,
    StatementKind,
};

use crate::{Site, text::word};

/// The argument of a guide: premises and claims to the same target are one step.
#[must_use]
pub fn map(guide: &Guide) -> ArgumentMap {
    let all: Vec<_> = guide.statements().collect();
    let place = |id: &Id| all.iter().position(|(_, own)| own.id == *id).map(|at| at as u32);
    let mut map = ArgumentMap::default();
    let mut steps: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (at, (route, own)) in (0..).zip(&all) {
        let owner = guide.owner(&own.owner);
        let lesson = match route {
            Route::Lesson(id) => guide.lesson(id).map(|(at, _)| at as u32),
            _ => None,
        };
        map.statements.push(MapStatement {
            id: own.id.clone(),
            kind: own.kind,
            title: own.title.clone(),
            href: Address::new(route.clone(), own.id.as_str()).href(Form::Folder),
            lesson,
            owner: owner.map(|owner| owner.name.clone()).unwrap_or_default(),
            mark: owner.map_or(Mark::Disc, |owner| owner.mark),
            of_work: own.owner.as_str() == guide.owners[0].id.as_str(),
        });
        let Some(target) = own.target.as_ref().and_then(place) else { continue };
        match own.kind {
            StatementKind::Objection | StatementKind::Reply => map.attacks.push((at, target)),
            _ => steps.entry(target).or_default().push(at),
        }
    }
    let steps = steps.into_iter();
    map.inferences =
        steps.map(|(conclusion, premises)| MapInference { premises, conclusion }).collect();
    map
}

/// The page.
pub(crate) fn text(site: Site) -> String {
    let map = map(site.guide);
    let conclusions = (0_u32..).zip(&map.statements);
    let tops = conclusions.filter(|(_, own)| own.kind == StatementKind::Conclusion);
    let outline: String = tops.map(|(at, _)| node(&map, at)).collect();
    let lessons = site.guide.lessons.iter().enumerate();
    let parts: String =
        lessons.map(|(at, lesson)| part(&map, at as u32, lesson.id.as_str())).collect();
    let button = |action: &str| {
        format!(
            "<button type=\"button\" class=\"plain live\" data-do=\"{action}\">{action}</button>"
        )
    };
    let owners: String = site
        .guide
        .owners
        .iter()
        .map(|owner| {
            format!(
                "<label><input type=\"checkbox\" checked data-owner=\"{}\"> {}</label>",
                owner.mark.name(),
                word(&owner.name)
            )
        })
        .collect();
    let panel =
        |name: &str| format!("<section data-panel=\"{name}\" aria-label=\"{name}\"></section>");
    format!(
        "{title}<div class=\"argument-map\" data-argument>\
         <p class=\"buttons\">{}{}{}</p><p class=\"owners\">{owners}</p>{}{}{}\
         <ul class=\"outline\">{outline}</ul>{parts}</div>",
        button("opening"),
        button("blank"),
        button("share"),
        panel("result"),
        panel("cruxes"),
        panel("compare"),
        title = crate::text::page_title("", "Map"),
    )
}

/// What supports or attacks a statement, with what it does to it.
fn sources(map: &ArgumentMap, to: u32) -> Vec<(u32, &'static str)> {
    let steps = map.inferences.iter().filter(|step| step.conclusion == to);
    let premises = steps.flat_map(|step| step.premises.iter().map(|from| (*from, "support")));
    let attacks = map.attacks.iter().filter(|(_, target)| *target == to);
    premises.chain(attacks.map(|(from, _)| (*from, "attack"))).collect()
}

fn node(map: &ArgumentMap, at: u32) -> String {
    let own = &map.statements[at as usize];
    let below = sources(map, at);
    let is_leaf = !map.inferences.iter().any(|step| step.conclusion == at);
    let stance = match is_leaf {
        true => format!(" <span class=\"stance\" data-leaf=\"{}\"></span>", own.id),
        false => String::new(),
    };
    let inner: String = below.iter().map(|(from, _)| node(map, *from)).collect();
    let inner = if inner.is_empty() { inner } else { format!("<ul>{inner}</ul>") };
    format!(
        "<li class=\"node by-{mark}\" data-node=\"{id}\" id=\"{id}\" tabindex=\"-1\">\
         <a href=\"{href}\">{title}</a> <span class=\"label\" data-label=\"{id}\"></span>{stance}{inner}</li>",
        mark = own.mark.name(),
        id = own.id,
        href = own.href,
        title = own.title,
    )
}

/// A drawing: the statements of a lesson in columns, by how many steps they are from its end.
fn part(map: &ArgumentMap, lesson: u32, id: &str) -> String {
    let is_own = |at: u32| map.statements[at as usize].lesson == Some(lesson);
    let all = (0..map.statements.len() as u32).filter(|at| is_own(*at));
    let mut rows: BTreeMap<usize, u32> = BTreeMap::new();
    let mut places = BTreeMap::new();
    for at in all {
        let mut depth = 0;
        let mut here = at;
        let up = |here: u32| {
            let step = map.inferences.iter().find(|step| step.premises.contains(&here));
            step.map(|step| step.conclusion)
                .or_else(|| map.attacks.iter().find(|(from, _)| *from == here).map(|(_, to)| *to))
        };
        while let Some(next) = up(here).filter(|next| is_own(*next) && depth < 9) {
            (here, depth) = (next, depth + 1);
        }
        let row = rows.entry(depth).or_default();
        places.insert(at, (depth * 260 + 10, *row * 70 + 10));
        *row += 1;
    }
    if places.is_empty() {
        return String::new();
    }
    let wide = rows.len() * 260;
    let high = rows.values().max().unwrap_or(&1) * 70 + 10;
    let mut inner = String::new();
    for (to, (to_x, to_y)) in &places {
        for (from, what) in sources(map, *to) {
            let Some((x, y)) = places.get(&from) else { continue };
            inner += &format!(
                "<path class=\"edge {what}\" data-from=\"{}\" data-to=\"{}\" d=\"M{} {}L{} {}\"></path>",
                map.statements[from as usize].id,
                map.statements[*to as usize].id,
                x,
                y + 25,
                to_x + 220,
                to_y + 25
            );
        }
    }
    for (at, (x, y)) in &places {
        let own = &map.statements[*at as usize];
        let title: String = own.title.text().chars().take(34).collect();
        inner += &format!(
            "<g class=\"node by-{}\" data-node=\"{}\" tabindex=\"-1\" role=\"button\"><rect x=\"{x}\" y=\"{y}\" width=\"220\" height=\"50\"></rect>\
             <text x=\"{}\" y=\"{}\">{}</text><text class=\"sign\" x=\"{}\" y=\"{}\"></text></g>",
            own.mark.name(),
            own.id,
            x + 8,
            y + 30,
            Html::escaped(&title),
            x + 204,
            y + 16
        );
    }
    format!(
        "<section class=\"part\" data-part=\"{id}\" aria-label=\"{id}\"><div class=\"canvas\" tabindex=\"0\" role=\"region\" aria-label=\"{id}\"><svg viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" role=\"group\" aria-label=\"{id}\">{inner}</svg></div></section>"
    )
}
