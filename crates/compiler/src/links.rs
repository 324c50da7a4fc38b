//! What a link in content leads to.

use concord_model::{Address, Form, Id, ModelName, Route};

use crate::{
    same::composed,
    suggest,
    symbols::{Symbols, nearest},
};

/// A link whose target exists.
#[derive(Debug)]
pub(crate) struct ResolvedLink {
    pub(crate) href: String,
    pub(crate) kind: LinkKind,
}

/// What a link leads to, as far as writing it differs.
#[derive(Debug)]
pub(crate) enum LinkKind {
    Inside,
    Term(Id),
    Source(Id),
    Outside,
}

/// A link that leads nowhere: what is wrong, and a hint.
pub(crate) type BadLink = (String, Option<String>);

const SCHEMES: [&str; 6] = ["lesson", "claim", "term", "source", "case", "model"];

/// Resolves the destination of a link on the page `here`.
pub(crate) fn resolve(
    destination: &str,
    here: &Route,
    symbols: &Symbols,
) -> Result<ResolvedLink, BadLink> {
    if destination.starts_with("http") {
        // The addresses of others stay as they are.
    } else if composed(destination) != destination {
        return resolve(&composed(destination), here, symbols);
    }
    if let Some(fragment) = destination.strip_prefix('#') {
        return on_page(here, fragment, symbols);
    }
    let Some((scheme, rest)) = destination.split_once(':') else {
        return Err((
            format!("`{destination}` is no address that a guide knows"),
            Some(match destination.starts_with("www.") {
                true => format!("write `https://{destination}`"),
                false => "write `lesson:id`, `claim:id`, `case:id`, `term:id`, `source:id`, `#heading` or `https://…`".into(),
            }),
        ));
    };
    match scheme {
        "https" | "http" if rest.starts_with("//") && rest.len() > 2 => {
            Ok(ResolvedLink { href: destination.to_owned(), kind: LinkKind::Outside })
        }
        "lesson" => lesson(rest, symbols),
        "claim" => match symbols.nodes.get_key_value(rest) {
            Some((id, node)) => Ok(inside(node.address(id))),
            None => Err(missing("statement", rest, symbols.nodes.keys(), symbols)),
        },
        "case" => match symbols.cases.get_key_value(rest) {
            Some((id, (route, _))) => Ok(inside(Address::new(route.clone(), id.as_str()))),
            None => Err(missing("case", rest, symbols.cases.keys(), symbols)),
        },
        "model" => model(rest, symbols),
        "term" => match symbols.terms.get_key_value(rest) {
            Some((id, _)) => {
                let href = Address::new(Route::Glossary, rest).href(Form::Folder);
                Ok(ResolvedLink { href, kind: LinkKind::Term(id.clone()) })
            }
            None => Err(missing("term", rest, symbols.terms.keys(), symbols)),
        },
        "source" => match symbols.sources.get(rest) {
            Some(id) => {
                let href = Address::new(Route::Sources, rest).href(Form::Folder);
                Ok(ResolvedLink { href, kind: LinkKind::Source(id.clone()) })
            }
            None => Err(missing("source", rest, symbols.sources.iter(), symbols)),
        },
        _ => Err((
            format!("links cannot begin with `{scheme}:`"),
            suggest::did_you_mean(scheme, SCHEMES.into_iter().chain(["https"])),
        )),
    }
}

/// A model, and perhaps its settings behind a question mark.
fn model(rest: &str, symbols: &Symbols) -> Result<ResolvedLink, BadLink> {
    let (name, settings) = rest.split_once('?').unwrap_or((rest, ""));
    let model = ModelName::read(name).filter(|_| symbols.models.contains_key(name));
    let Some(model) = model else {
        let hint = suggest::did_you_mean(name, symbols.models.keys().copied());
        return Err((format!("there is no model `{name}`"), hint));
    };
    concord_models::check(model, settings)?;
    let page = Route::Model(model).href(Form::Folder);
    let href = if settings.is_empty() { page } else { format!("{page}?{settings}") };
    Ok(ResolvedLink { href, kind: LinkKind::Inside })
}

fn lesson(rest: &str, symbols: &Symbols) -> Result<ResolvedLink, BadLink> {
    let (name, fragment) = match rest.split_once('#') {
        Some((name, fragment)) => (name, Some(fragment)),
        None => (rest, None),
    };
    let Some((id, _)) = symbols.lessons.get_key_value(name) else {
        return Err(missing("lesson", name, symbols.lessons.keys(), symbols));
    };
    let route = Route::Lesson(id.clone());
    match fragment {
        Some(fragment) => on_page(&route, fragment, symbols),
        None => Ok(inside(route.into())),
    }
}

fn on_page(route: &Route, fragment: &str, symbols: &Symbols) -> Result<ResolvedLink, BadLink> {
    if symbols.has_fragment(route, fragment) {
        return Ok(inside(Address::new(route.clone(), fragment)));
    }
    let message = format!("there is no heading `#{fragment}` there");
    Err((message, suggest::did_you_mean(fragment, symbols.fragments(route))))
}

fn inside(address: Address) -> ResolvedLink {
    ResolvedLink { href: address.href(Form::Folder), kind: LinkKind::Inside }
}

fn missing<'i>(
    what: &str,
    name: &str,
    ids: impl IntoIterator<Item = &'i Id>,
    symbols: &Symbols,
) -> BadLink {
    let hint = of_another_kind(name, symbols).or_else(|| nearest(name, ids));
    (format!("there is no {what} `{name}`"), hint)
}

/// How a link leads to what has this id and is of another kind.
fn of_another_kind(name: &str, symbols: &Symbols) -> Option<String> {
    let schemes = [
        ("lesson", symbols.lessons.contains_key(name)),
        ("claim", symbols.nodes.contains_key(name)),
        ("case", symbols.cases.contains_key(name)),
        ("term", symbols.terms.contains_key(name)),
        ("source", symbols.sources.contains(name)),
    ];
    let (scheme, _) = schemes.into_iter().find(|(_, is_there)| *is_there)?;
    Some(format!("write `{scheme}:{name}`"))
}
