//! What a critic asks of a step of the argument, by its scheme, and what in the guide asks it.

use concord_model::{Address, Html, Id, Questioned, fill, html};

use super::links::link;
use crate::Site;

/// The questions to each step that leads to a statement; nothing where none says its scheme.
pub(crate) fn critique(site: Site, statement: &Id) -> Html {
    let steps = site.guide.critique.steps(statement).iter().flatten();
    steps.map(|step| questions(site, step)).collect()
}

/// The questions to one step, behind the name of its scheme.
pub(crate) fn questions(site: Site, step: &Questioned) -> Html {
    let words = &site.guide.schemes;
    html! {
        details.critique {
            summary { (fill(words.scheme_asks(), &[("scheme", words.name(step.scheme))])) }
            ol {
                @for (number, question) in (1_u8..).zip(words.questions(step.scheme)) {
                    li { (question) " " (asked_by(site, step, number)) }
                }
            }
        }
    }
}

/// What asks a question, with links there, or that nothing does.
fn asked_by(site: Site, step: &Questioned, number: u8) -> Html {
    let words = &site.guide.schemes;
    let asking = step.asked.iter().filter(|(question, _)| *question == number);
    let links = asking.filter_map(|(_, id)| {
        let (route, own) = site.guide.statement(id)?;
        Some(link(Address::new(route, id.as_str()), &own.label()))
    });
    let links = Html::joined(links, ", ");
    html! {
        span.asked {
            @if links.is_empty() { (words.scheme_asked_by_none()) }
            @else { (words.scheme_asked_by()) ": " (links) }
        }
    }
}
