//! A statement of the argument: whose it is, what it rests on, and what it speaks to.

use concord_model::{Asks, Id, Scheme, Statement, StatementKind};

use super::named::cited;
use crate::{
    html::Writer, kind::SectionKind, outline::Section, suggest::did_you_mean, symbols::nearest,
};

/// The statement without what stands below it.
pub(super) fn lower<'a>(
    section: &Section<'a>,
    kind: StatementKind,
    within: Option<&Section<'a>>,
    writer: &mut Writer<'_, 'a>,
) -> Option<Statement> {
    let owner = owner(section, writer);
    let sources = cited(section, writer);
    if let Some(owner) = &owner {
        require_source(section, owner, writer);
    }
    let target = target(section, kind, within, writer);
    let (way, from) = (way(section, writer), from(section, writer));
    let (own_scheme, follows) =
        (scheme(section, "scheme", writer), scheme(section, "follows", writer));
    let (short, asks) = (short(section, writer), asks(section, writer));
    let title = writer.inline(&section.title);
    Some(Statement {
        id: section.id.clone()?,
        kind,
        level: section.level,
        title,
        short,
        owner: owner?,
        sources,
        target,
        way,
        from,
        scheme: own_scheme,
        follows,
        twice: twice(section, writer),
        asks,
        blocks: Vec::new(),
    })
}

fn owner(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Option<Id> {
    let owners = &writer.symbols.owners;
    let Some((name, span)) = section.attributes.value("owner") else {
        writer
            .faults
            .error(
                writer.file.path,
                section.span.clone(),
                "this statement does not say whose it is",
            )
            .hint_if(nearest("", owners.keys()).map(|hint| format!("add `owner=…`; {hint}")));
        return None;
    };
    let found = owners.get_key_value(name).map(|(id, _)| id.clone());
    if found.is_none() {
        let hint = nearest(name, owners.keys());
        writer
            .faults
            .error(writer.file.path, span, format!("there is no owner `{name}`"))
            .hint_if(hint);
    }
    found
}

/// A few words for it, which cannot be many.
fn short(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Option<String> {
    let (short, span) = section.attributes.value("short")?;
    let letters = short.chars().count();
    let most = Statement::MOST_SHORT;
    if letters > most {
        let message = format!("this label has {letters} letters, and there is room for {most}");
        let hint =
            format!("say it in fewer: `\"{}\"`, or in other words", Statement::shortened(short));
        writer.faults.error(writer.file.path, span, message).hint(hint);
    }
    Some(short.to_owned())
}

/// Only the guide's own voice may speak without a source.
fn require_source(section: &Section<'_>, owner: &Id, writer: &mut Writer<'_, '_>) {
    let own_voice = writer.symbols.owners.get(owner).is_some_and(|own_voice| *own_voice);
    if !own_voice && section.attributes.value("source").is_none() {
        let hint = match writer.symbols.own_voice() {
            Some(guide) => format!("add `source=…`, or `owner={guide}` if nobody else says it"),
            None => "add `source=…`".to_owned(),
        };
        writer
            .faults
            .error(writer.file.path, section.span.clone(), "this statement has no source")
            .hint(hint);
    }
}

/// What the statement speaks to: named by an attribute, or the statement it stands in.
fn target(
    section: &Section<'_>,
    kind: StatementKind,
    within: Option<&Section<'_>>,
    writer: &mut Writer<'_, '_>,
) -> Option<Id> {
    let attribute = if kind == StatementKind::Claim { "supports" } else { "to" };
    if kind == StatementKind::Conclusion {
        return None;
    }
    let (id, span) = match section.attributes.value(attribute) {
        Some((name, span)) => {
            match writer.symbols.nodes.get_key_value(writer.node_now(name, &span)) {
                Some((id, _)) => (id.clone(), span),
                None => {
                    let hint = nearest(name, writer.symbols.nodes.keys());
                    writer
                        .faults
                        .error(writer.file.path, span, format!("there is no statement `{name}`"))
                        .hint_if(hint);
                    return None;
                }
            }
        }
        None => {
            match within.filter(|_| kind != StatementKind::Claim).and_then(|outer| outer.id.clone())
            {
                Some(id) => (id, section.span.clone()),
                None => {
                    let hint = match kind {
                        StatementKind::Claim => {
                            "add `supports=…`, or make it a `.conclusion`".to_owned()
                        }
                        _ => "put it below the statement it belongs to, or add `to=…`".to_owned(),
                    };
                    let message = format!("this {} does not say what it speaks to", kind.name());
                    writer.faults.error(writer.file.path, section.span.clone(), message).hint(hint);
                    return None;
                }
            }
        }
    };
    let found = writer.symbols.nodes.get(&id).map(|node| node.kind)?;
    if fits(kind, found) && section.id.as_ref() != Some(&id) {
        return Some(id);
    }
    let (verb, wanted) = match kind {
        StatementKind::Claim => ("supports", "a claim or a conclusion"),
        StatementKind::Premise => ("belongs to", "a claim or a conclusion"),
        StatementKind::Reply => ("answers", "an objection or an undercut"),
        StatementKind::Undercut => ("denies the step to", "a claim or a conclusion"),
        StatementKind::Objection | StatementKind::Conclusion => {
            ("attacks", "a claim, a premise or a reply")
        }
    };
    let message = format!(
        "{} {verb} {wanted} other than itself, and `{id}` is {}",
        with_article(kind.name()),
        with_article(found.name())
    );
    let nodes = &writer.symbols.nodes;
    let fitting =
        nodes.iter().filter(|(id, node)| fits(kind, node.kind) && section.id.as_ref() != Some(*id));
    let hint = match nearest(id.as_str(), fitting.map(|(id, _)| id)) {
        Some(some) => format!("name {wanted}; {some}"),
        None => format!("write {wanted} first, or change the kind of one of the two"),
    };
    writer.faults.error(writer.file.path, span, message).hint(hint);
    None
}

/// The name of the way that it is part of, or undercuts.
fn way(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Option<Id> {
    let (name, span) = section.attributes.value("way")?;
    Id::new(name)
        .map_err(|error| {
            let hint = Id::from_title(name).map(|id| format!("write `way={id}`"));
            writer.faults.error(writer.file.path, span, error.to_string()).hint_if(hint);
        })
        .ok()
}

/// The statements that it follows from.
fn from(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Vec<Id> {
    let mut ids = Vec::new();
    for (name, span) in section.attributes.list("from", writer.faults) {
        match writer.symbols.statement(writer.node_now(name, &span)) {
            Some((id, _)) => ids.push(id.clone()),
            None => {
                let hint = nearest(name, writer.symbols.statement_ids());
                writer
                    .faults
                    .error(writer.file.path, span, format!("there is no statement `{name}`"))
                    .hint_if(hint);
            }
        }
    }
    ids
}

/// The scheme that an attribute names.
fn scheme(section: &Section<'_>, attribute: &str, writer: &mut Writer<'_, '_>) -> Option<Scheme> {
    let (name, span) = section.attributes.value(attribute)?;
    let scheme = Scheme::read(name);
    if scheme.is_none() {
        let hint = did_you_mean(name, Scheme::ALL.map(Scheme::name));
        let message = format!("there is no scheme `{name}`");
        writer.faults.error(writer.file.path, span, message).hint_if(hint);
    }
    scheme
}

/// Whether readers are asked for a verdict on it twice.
fn twice(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> bool {
    let Some((how, span)) = section.attributes.value("verdict") else { return false };
    if how != "twice" {
        let message = format!("a verdict is asked for `twice`, not `{how}`");
        let hint = "write `verdict=twice`, or leave it out for a statement that asks for none";
        writer.faults.error(writer.file.path, span, message).hint(hint);
    }
    true
}

/// Which question of a scheme it asks, and of which way, if it says so: `2`, or `some-way:2`.
fn asks(section: &Section<'_>, writer: &mut Writer<'_, '_>) -> Option<Asks> {
    let (text, span) = section.attributes.value("asks")?;
    let (way, number) = match text.split_once(':') {
        Some((way, number)) => (Id::new(way).map(Some), number),
        None => (Ok(None), text),
    };
    match (way, number.parse()) {
        (Ok(way), Ok(question)) if question > 0 => Some(Asks { way, question }),
        _ => {
            let message = format!("`{text}` is no number of a question");
            writer.faults.error(writer.file.path, span, message).hint(
                "write `asks=1` for the first question of the step’s scheme, or `asks=some-way:1`",
            );
            None
        }
    }
}

/// Whether a statement of one kind can speak to one of another.
pub(super) fn fits(kind: StatementKind, target: SectionKind) -> bool {
    use StatementKind::{Claim, Conclusion, Objection, Premise, Reply, Undercut};
    let SectionKind::Statement(target) = target else { return false };
    match kind {
        Claim | Premise | Undercut => matches!(target, Claim | Conclusion),
        Objection => matches!(target, Claim | Conclusion | Premise | Reply),
        Reply => matches!(target, Objection | Undercut),
        Conclusion => false,
    }
}

/// "a claim", "an objection".
pub(super) fn with_article(name: &str) -> String {
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {name}")
}
