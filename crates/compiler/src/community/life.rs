//! Reads `community/life-of-data.csv`: the rules of a model, each named by closed lists.

use std::ops::Range;

use concord_model::{LifeEffect, LifeParty, LifePlace, LifeRule, LifeStep, LifeSwitch};

use super::{reader::Reader, rows::checked};
use crate::{
    sheet::{Row, Sheet},
    source_file::Text,
    suggest,
};

const RULES: &str = "community/life-of-data.csv";
/// Before a switch that has to be off.
const OFF: &str = "no-";

/// The rules, in the order of the table.
pub(super) fn read(reader: &mut Reader<'_, '_>) -> Vec<LifeRule> {
    let Some(file) = reader.find(RULES) else { return Vec::new() };
    let columns = ["step", "place", "needs", "effect", "whom", "text"];
    // What needs nothing has an empty cell, so the column is among those that may be empty.
    let optional = ["needs", "source", "checked"];
    let required: Vec<_> = columns.into_iter().filter(|name| *name != "needs").collect();
    let sheet = Sheet::read(file, &required, &optional, reader.faults);
    let mut rules: Vec<LifeRule> = Vec::new();
    for row in &sheet.rows {
        let Some(rule) = rule(reader, &sheet, row) else { continue };
        let same = |other: &LifeRule| {
            (other.step, other.place, other.effect, other.party)
                == (rule.step, rule.place, rule.effect, rule.party)
                && other.needs == rule.needs
        };
        if rules.iter().any(same) {
            let hint = "take one of the two out, or let one of them need something else";
            reader
                .faults
                .error(file.path, row.span.clone(), "another row says that already")
                .hint(hint);
        }
        rules.push(rule);
    }
    // What a row with a fault needs is not known.
    if rules.len() == sheet.rows.len() && !rules.is_empty() {
        unused(reader, file, &rules);
    }
    rules
}

/// A switch that no rule asks for would do nothing where readers switch it on.
fn unused(reader: &mut Reader<'_, '_>, file: Text<'_>, rules: &[LifeRule]) {
    for switch in LifeSwitch::ALL {
        if !rules.iter().any(|rule| rule.needs.contains(&(switch, true))) {
            let message = format!("no row needs `{}`", switch.name());
            let hint = "write a row that says what happens once it is on";
            reader.faults.error(file.path, 0..0, message).hint(hint);
        }
    }
}

fn rule(reader: &mut Reader<'_, '_>, sheet: &Sheet<'_>, row: &Row) -> Option<LifeRule> {
    let step = one(reader, sheet, row, "step", &LifeStep::ALL.map(|one| (one.name(), one)));
    let place = one(reader, sheet, row, "place", &LifePlace::ALL.map(|one| (one.name(), one)));
    let effect = one(reader, sheet, row, "effect", &LifeEffect::ALL.map(|one| (one.name(), one)));
    let party = one(reader, sheet, row, "whom", &LifeParty::ALL.map(|one| (one.name(), one)));
    let needs = needs(reader, sheet, row);
    let text = sheet.required(row, "text", reader.faults);
    let sources = super::institutions::sources_in(reader, sheet, row, "source");
    let checked = checked(reader, sheet, row);
    let text = text?.0.to_owned();
    Some(LifeRule {
        step: step?,
        place: place?,
        needs: needs?,
        effect: effect?,
        party: party?,
        text,
        sources,
        checked,
    })
}

/// The one that a cell names.
fn one<T: Copy>(
    reader: &mut Reader<'_, '_>,
    sheet: &Sheet<'_>,
    row: &Row,
    column: &str,
    all: &[(&str, T)],
) -> Option<T> {
    let (name, span) = sheet.required(row, column, reader.faults)?;
    found(reader, sheet, (name, span), if column == "whom" { "party" } else { column }, all)
}

/// The one of that name; that there is none is a fault.
fn found<T: Copy>(
    reader: &mut Reader<'_, '_>,
    sheet: &Sheet<'_>,
    (name, span): (&str, Range<usize>),
    what: &str,
    all: &[(&str, T)],
) -> Option<T> {
    let found = all.iter().find(|(known, _)| *known == name).map(|(_, one)| *one);
    if found.is_none() {
        let hint = suggest::did_you_mean(name, all.iter().map(|(known, _)| *known));
        let message = format!("`{name}` is no {what}");
        reader.faults.error(sheet.file.path, span, message).hint_if(hint);
    }
    found
}

/// What has to be on or off, in the order of the switches.
fn needs(
    reader: &mut Reader<'_, '_>,
    sheet: &Sheet<'_>,
    row: &Row,
) -> Option<Vec<(LifeSwitch, bool)>> {
    let Some((cell, span)) = sheet.cell(row, "needs") else { return Some(Vec::new()) };
    let all = LifeSwitch::ALL.map(|one| (one.name(), one));
    let mut needs: Vec<(LifeSwitch, bool)> = Vec::new();
    for name in cell.split_whitespace() {
        let (name, on) = name.strip_prefix(OFF).map_or((name, true), |name| (name, false));
        let switch = found(reader, sheet, (name, span.clone()), "switch", &all)?;
        if needs.iter().any(|(other, _)| *other == switch) {
            let message = format!("`{name}` stands here twice");
            let hint = "name each switch once, with `no-` before it if it has to be off";
            reader.faults.error(sheet.file.path, span.clone(), message).hint(hint);
            return None;
        }
        needs.push((switch, on));
    }
    needs.sort_unstable();
    Some(needs)
}
