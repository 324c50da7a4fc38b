//! What the declaration of a layer says, while its table is not read yet.

use std::ops::Range;

use concord_model::{Class, Id, Layer};

use super::{day, reader::Reader};
use crate::{diagnostic::Faults, record::Record, source_file::Text};

/// As many as the stylesheet has colours for.
const MAX_CLASSES: usize = 6;

/// A layer while it is read.
pub(super) struct Draft {
    pub(super) layer: Layer,
    /// Where its id stands.
    pub(super) span: Range<usize>,
    /// The path of its table, and where that is named.
    pub(super) table: (String, Range<usize>),
    /// The layer that says who was a member when.
    pub(super) members: Option<(Id, Range<usize>)>,
    pub(super) classes: Vec<ClassDraft>,
    /// The largest number that can be right.
    pub(super) most: Option<i64>,
    /// The first and the last year of its dates.
    pub(super) years: (u16, u16),
}

/// What the compiler knows of a class, and readers need not.
pub(super) struct ClassDraft {
    /// The least number of the class, for layers of numbers, and where it stands.
    pub(super) from: Option<(i64, Range<usize>)>,
    /// Whether who is in it is no member.
    pub(super) outside: bool,
    /// Where its tally stands.
    pub(super) span: Range<usize>,
}

/// Reads a declaration.
pub(super) fn draft(
    reader: &mut Reader<'_, '_>,
    file: Text<'_>,
    mut record: Record<'_>,
    first_year: u16,
) -> Option<Draft> {
    let id = record.id("id", reader.faults);
    let mut text = |name| record.text(name, reader.faults);
    let (title, about, table) = (text("title"), text("about"), text("table"));
    let (as_of, licence, coverage, absent) =
        (text("as_of"), text("licence"), text("coverage"), text("absent"));
    let question = record.optional_text("question", reader.faults);
    let at = record.span();
    let mut optional = |name| record.optional_text(name, reader.faults);
    let (unit, date, before, outside, scale) = (
        optional("unit"),
        optional("date"),
        optional("before"),
        optional("outside"),
        optional("scale"),
    );
    let subject = optional("subject");
    let members = optional("members");
    let members = members.and_then(|(text, span)| Some((Id::new(&text).ok()?, span)));
    let most = record.optional_number("most", reader.faults).map(|(most, _)| most);
    let compared = record.flag("compared", false, reader.faults);
    let names = record.ids("sources", reader.faults);
    let sources =
        names.into_iter().filter_map(|(id, span)| reader.source(file, id.as_str(), span)).collect();
    let is_scale = scale.is_some_and(|(name, span)| {
        if !matches!(name.as_str(), "steps" | "kinds") {
            let fault = reader.faults.error(file.path, span, "a scale is `steps` or `kinds`");
            fault.hint("leave it out for kinds");
        }
        name == "steps"
    });
    let last = as_of.as_ref();
    let last = last
        .and_then(|(text, span)| day::last_year(file, text, span.clone(), reader.faults))
        .unwrap_or(u16::MAX);
    let years = (first_year, last);
    if let Some((date, span)) = &date {
        day::checked(file, date, span.clone(), years, reader.faults);
    }
    let tables = record.tables("class", reader.faults);
    let has_numbers = unit.is_some();
    let (classes, drafts) = tables
        .into_iter()
        .filter_map(|record| class(file, record, has_numbers, reader.faults))
        .unzip();
    record.finish(reader.faults);
    if question.is_none() {
        let message = "this layer does not say which question it answers";
        let hint =
            "add `question = \"…\"`, such as \"Who voted for it? 2018\"; its map is headed with it";
        reader.faults.warning(file.path, at, message).hint(hint);
    }
    let (id, span) = id?;
    let (classes, drafts): (Vec<Class>, Vec<ClassDraft>) = (classes, drafts);
    if let Some(seventh) = drafts.get(MAX_CLASSES) {
        let message =
            format!("a layer has {MAX_CLASSES} classes at most, as it has {MAX_CLASSES} colours");
        let hint = "join some of its classes, or make two layers of it";
        reader.faults.error(file.path, seventh.span.clone(), message).hint(hint);
    }
    for (before, own) in drafts.iter().zip(drafts.iter().skip(1)) {
        let (Some((before, _)), Some((own, span))) = (&before.from, &own.from) else { continue };
        if own >= before {
            let message = "this class begins no lower than the one above it";
            let hint = "order the classes from the largest `from` to the smallest, no two alike";
            reader.faults.error(file.path, span.clone(), message).hint(hint);
        }
    }
    let plain = |text: Option<(String, _)>| text.map(|(text, _)| text);
    let title = plain(title)?;
    let layer = Layer {
        id,
        question: plain(question).unwrap_or_else(|| title.clone()),
        title,
        about: plain(about)?,
        is_scale,
        unit: plain(unit),
        date: plain(date),
        compared,
        subject: plain(subject),
        sources,
        as_of: plain(as_of)?,
        licence: plain(licence)?,
        coverage: plain(coverage)?,
        absent: plain(absent)?,
        before: plain(before),
        outside: plain(outside),
        classes,
        rows: Vec::new(),
        years: None,
    };
    Some(Draft { layer, span, table: table?, members, classes: drafts, most, years })
}

fn class(
    file: Text<'_>,
    mut record: Record<'_>,
    has_numbers: bool,
    faults: &mut Faults,
) -> Option<(Class, ClassDraft)> {
    let id = record.id("id", faults);
    let label = record.text("label", faults);
    let tally = record.number("tally", faults);
    let official = record.optional_number("official", faults);
    let from = if has_numbers { record.number("from", faults) } else { None };
    let outside = record.flag("outside", false, faults);
    let between = record.flag("between", false, faults);
    record.finish(faults);
    let ((tally, span), (id, _), (label, _)) = (tally?, id?, label?);
    let count = |number: i64, span: Range<usize>, faults: &mut Faults| {
        let count = u32::try_from(number).ok();
        if count.is_none() {
            faults.error(file.path, span, "a count is no less than 0");
        }
        count
    };
    let tally = count(tally, span.clone(), faults)?;
    let official = official.and_then(|(number, span)| count(number, span, faults));
    let official = official.filter(|official| *official != tally);
    let class = Class { id, label, tally, official, between };
    Some((class, ClassDraft { from, outside, span }))
}
