//! What all verdicts of a reader have come to.

use concord_engine::argument::{Label, Labelling};
use concord_model::{Html, MapStatement, StatementKind, fill, html};

use crate::{argument::Argument, why};

/// How many verdicts are not those that a reader begins with, and how many claims stand no longer, if more than `few` verdicts are
/// other ones; and what becomes of the first conclusion, and why, if anything fell.
pub(crate) fn so_far(argument: &Argument, first: &Labelling, own: &Labelling, few: usize) -> Html {
    let Argument { voice, graph, .. } = argument;
    let all = || 0..graph.statements();
    let differs = |one: &u32| own.stance().verdict(*one) != first.stance().verdict(*one);
    let changed = all().filter(|one| graph.is_leaf(*one)).filter(differs).count();
    let claims = || all().filter(|one| !graph.is_leaf(*one) && first.of(*one) == Label::In);
    let fallen = claims().filter(|one| own.of(*one) != Label::In).count();
    let is_end = |(_, own): &(u32, &MapStatement)| own.kind == StatementKind::Conclusion;
    let end = (0..).zip(&voice.statements).find(is_end);
    let end = end.map(|(end, _)| {
        let why = why::in_short(voice, graph, own, end).unwrap_or_default();
        let named = Html::escaped(&voice.named(end, own.of(end)));
        Html::filled(voice.words.so_far_end(), &[("end", &named), ("why", &why)])
    });
    let is_many = changed > few;
    let is_all_there = fallen == 0;
    let [changed, fallen, all] = [changed, fallen, claims().count()].map(|own| own.to_string());
    let values = [("verdicts", changed.as_str()), ("fallen", &fallen), ("all", &all)];
    html! {
        @if !is_all_there { p { (end.unwrap_or_default()) } }
        @if is_many { p.small { (fill(voice.words.so_far(), &values)) } }
    }
}
