//! Reads `guide.toml`: the guide's name, its language, its owners and the order of its lessons.

use std::ops::Range;

use concord_model::{Direction, Id, Owner, OwnerMark};

use crate::{diagnostic::Faults, record::Record, source_file::Text, suggest};

/// A question of what if, what is said to it, and the statements that it rejects.
pub(crate) type Tried = (String, Option<String>, Vec<(Id, Range<usize>)>);

/// What `guide.toml` says.
pub(crate) struct Settings<'a> {
    pub(crate) file: Text<'a>,
    pub(crate) id: Option<Id>,
    pub(crate) root: String,
    pub(crate) language: Option<Id>,
    pub(crate) direction: Direction,
    pub(crate) title: String,
    pub(crate) tagline: String,
    pub(crate) description: String,
    pub(crate) work: Option<(Id, Range<usize>)>,
    pub(crate) lessons: Vec<(Id, Range<usize>)>,
    /// What readers call otherwise: their words, and the link to what they mean.
    pub(crate) also: Vec<(String, (String, Range<usize>))>,
    /// What readers may try on the argument.
    pub(crate) what_ifs: Vec<Tried>,
    pub(crate) owners: Vec<Owner>,
    /// The names of all owners, also of those with a fault, and whether each is the guide's voice.
    pub(crate) owner_ids: Vec<(Id, bool)>,
    /// Whether the file could be read only in part.
    pub(crate) broken: bool,
}

pub(crate) fn read<'a>(file: Text<'a>, faults: &mut Faults) -> Settings<'a> {
    let mut record = Record::parse(file, faults);
    let broken = record.is_broken();
    let id = record.id("id", faults).map(|(id, _)| id);
    let root = root(file, &mut record, faults);
    let language = record.id("language", faults).map(|(id, _)| id);
    let direction = direction(file, &mut record, faults);
    let mut text = |name| record.text(name, faults).map(|(text, _)| text).unwrap_or_default();
    let (title, tagline, description) = (text("title"), text("tagline"), text("description"));
    let work = record.id("work", faults);
    let lessons = record.ids("lessons", faults);
    let tables = record.tables("owner", faults);
    if tables.is_empty() && !broken {
        faults
            .error(file.path, 0..0, "there is no owner")
            .hint("add at least one table `[[owner]]`");
    }
    let (owners, owner_ids) = owners(file, tables, faults);
    let also = also(&mut record, faults);
    let what_ifs = what_ifs(&mut record, faults);
    record.finish(faults);
    Settings {
        file,
        id,
        root,
        language,
        direction,
        title,
        tagline,
        description,
        work,
        lessons,
        also,
        what_ifs,
        owners,
        owner_ids,
        broken,
    }
}

/// The way from the guide's pages to the root of the site that it shares with its other languages.
fn root(file: Text<'_>, record: &mut Record<'_>, faults: &mut Faults) -> String {
    let Some((text, span)) = record.optional_text("root", faults) else { return "./".to_owned() };
    if text != "./" && !text.replace("../", "").is_empty() {
        let fault = faults.error(file.path, span, "`root` leads up from the guide’s pages");
        fault.hint(
            "write `../` for each folder, or leave it out if the guide is at the site’s root",
        );
    }
    text
}

/// The tables of other words by which the search finds something; there may be none.
fn also(record: &mut Record<'_>, faults: &mut Faults) -> Vec<(String, (String, Range<usize>))> {
    let mut also = Vec::new();
    for mut table in record.optional_tables("also", faults) {
        let words = table.text("words", faults);
        let find = table.text("find", faults);
        table.finish(faults);
        also.extend(words.map(|(words, _)| words).zip(find));
    }
    also
}

/// The tables of what readers may try on the argument; there may be none.
fn what_ifs(record: &mut Record<'_>, faults: &mut Faults) -> Vec<Tried> {
    let mut what_ifs = Vec::new();
    for mut table in record.optional_tables("what_if", faults) {
        let ask = table.text("ask", faults);
        let then = table.optional_text("then", faults).map(|(then, _)| then);
        let reject = table.ids("reject", faults);
        table.finish(faults);
        what_ifs.extend(ask.map(|(ask, _)| (ask, then, reject)));
    }
    what_ifs
}

fn direction(file: Text<'_>, record: &mut Record<'_>, faults: &mut Faults) -> Direction {
    match record.optional_text("direction", faults) {
        None => Direction::Ltr,
        Some((text, _)) if text == "ltr" => Direction::Ltr,
        Some((text, _)) if text == "rtl" => Direction::Rtl,
        Some((_, span)) => {
            let fault = faults.error(file.path, span, "a direction is `ltr` or `rtl`");
            fault.hint("leave it out for a language that is written left to right");
            Direction::Ltr
        }
    }
}

fn owners(
    file: Text<'_>,
    tables: Vec<Record<'_>>,
    faults: &mut Faults,
) -> (Vec<Owner>, Vec<(Id, bool)>) {
    let mut owners: Vec<Owner> = Vec::new();
    let mut ids = Vec::new();
    for mut record in tables {
        let id = record.id("id", faults);
        let name = record.text("name", faults);
        let mark = mark(file, &mut record, faults);
        let own_voice = record.flag("own_voice", false, faults);
        let of_work = record.flag("of_work", false, faults);
        record.finish(faults);
        ids.extend(id.as_ref().map(|(id, _)| (id.clone(), own_voice)));
        let (Some((id, id_span)), Some((name, _)), Some((mark, mark_span))) = (id, name, mark)
        else {
            continue;
        };
        if owners.iter().any(|other| other.id == id) {
            faults
                .error(file.path, id_span, format!("there are two owners `{id}`"))
                .hint("give one of them another id, here and in `owner=`");
        }
        if let Some(other) = owners.iter().find(|other| other.mark == mark) {
            let fault =
                faults.error(file.path, mark_span, format!("`{}` has this mark already", other.id));
            let taken = |mark: &OwnerMark| owners.iter().any(|owner| owner.mark == *mark);
            let free: Vec<_> =
                OwnerMark::ALL.iter().filter(|mark| !taken(mark)).map(|mark| mark.name()).collect();
            fault.hint(format!("free marks: {}", suggest::list(&free)));
        }
        owners.push(Owner { id, name, mark, own_voice, of_work });
    }
    (owners, ids)
}

fn mark(
    file: Text<'_>,
    record: &mut Record<'_>,
    faults: &mut Faults,
) -> Option<(OwnerMark, Range<usize>)> {
    let (name, span) = record.text("mark", faults)?;
    let mark = OwnerMark::ALL.into_iter().find(|mark| mark.name() == name);
    if mark.is_none() {
        faults
            .error(file.path, span.clone(), format!("there is no mark `{name}`"))
            .hint_if(suggest::did_you_mean(&name, OwnerMark::ALL.iter().map(|mark| mark.name())));
    }
    mark.map(|mark| (mark, span))
}
