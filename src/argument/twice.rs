//! A verdict that is asked for twice: with a reason, and again after the other side's reasons. No answer is the right one.
//!
//! All that can be said stands in the text, and the stylesheet shows what belongs to the fields that are chosen (`style/twice.css`).
//! So it answers without scripts as well, costs the programs nothing, and nothing of it is kept or sent.

use concord_model::{Address, Html, Route, Statement, StatementKind, html, talk::Verdict};

use crate::{
    Site,
    text::{Scope, link},
};

/// The two questions about a statement; nothing for most.
pub(super) fn twice(scope: Scope<'_>, statement: &Statement) -> Html {
    if !statement.twice || !scope.live {
        return Html::default();
    }
    let words = &scope.site.guide.twice;
    let reasons = Reasons::of(scope.site, statement);
    let was = [words.twice_was_accept(), words.twice_was_reject(), words.twice_was_open()];
    let now = [words.twice_now_accept(), words.twice_now_reject(), words.twice_now_open()];
    html! {
        form.twice method="dialog" {
            p.part { (words.twice_title()) }
            (verdict(scope.site, "first", words.twice_first()))
            fieldset.why {
                legend { (words.twice_why()) }
                (choices("for", &reasons.supports))
                (choices("against", &reasons.attacks))
                label.own { (words.twice_own()) textarea name="own" rows="2" maxlength="2000" placeholder=" " {} }
            }
            div.then role="status" {
                div.against { p { (words.twice_against()) } (links(&reasons.attacks)) }
                div.for {
                    p { (words.twice_for()) } (links(&reasons.supports))
                    @if !reasons.answers.is_empty() { p { (words.twice_answers()) } (links(&reasons.answers)) }
                }
            }
            div.then {
                (verdict(scope.site, "second", words.twice_again()))
                p.told role="status" {
                    @for (name, said) in Verdict::ALL.into_iter().zip(was) { span class={ "was-" (name) } { (said) " " } }
                    @for (name, said) in Verdict::ALL.into_iter().zip(now) { span class={ "now-" (name) } { (said) " " } }
                    span.kept { (words.twice_kept()) " " }
                    span.changed { (words.twice_changed()) " " }
                    span.always { (words.twice_no_key()) }
                }
                button.plain type="reset" { (words.twice_anew()) }
            }
            p.small { (words.twice_private()) }
        }
    }
}

/// Fields for a verdict.
fn verdict(site: Site, name: &str, asked: &str) -> Html {
    let words = &site.guide.twice;
    let verdicts = [words.twice_accept(), words.twice_reject(), words.twice_open()];
    html! {
        fieldset.say {
            legend { (asked) }
            @for (value, said) in Verdict::ALL.into_iter().zip(verdicts) {
                label { input type="radio" name=(name) value=(value); " " span { (said) } }
            }
        }
    }
}

/// Reasons of one side, of which one can be chosen.
fn choices(side: &str, reasons: &[(Route, &Statement)]) -> Html {
    html! {
        @for (_, own) in reasons {
            label class=(side) {
                input type="radio" name="why" value=(own.id.as_str()); " " span { (own.label()) }
            }
        }
    }
}

fn links(reasons: &[(Route, &Statement)]) -> Html {
    html! {
        ul {
            @for (route, own) in reasons {
                li { (link(Address::new(route.clone(), own.id.as_str()), &own.title)) }
            }
        }
    }
}

/// What the guide has for a statement and against it.
struct Reasons<'g> {
    /// What supports it.
    supports: Vec<(Route, &'g Statement)>,
    /// What speaks against it, its premises, or the step to it.
    attacks: Vec<(Route, &'g Statement)>,
    /// What answers that.
    answers: Vec<(Route, &'g Statement)>,
}

impl Reasons<'_> {
    fn of(site: Site, statement: &Statement) -> Self {
        let speaking = |kinds: &[StatementKind], to: &[(Route, &Statement)]| {
            let all = site.guide.statements();
            let speaks = |own: &&Statement| {
                let target = own.target.as_ref();
                let is_own = target == Some(&statement.id) && to.is_empty();
                is_own || to.iter().any(|(_, other)| target == Some(&other.id))
            };
            let found =
                all.filter(|(_, own)| kinds.contains(&own.kind)).filter(|(_, own)| speaks(own));
            found.collect::<Vec<_>>()
        };
        let supports = speaking(&[StatementKind::Claim, StatementKind::Premise], &[]);
        let mut attacks = speaking(&[StatementKind::Objection, StatementKind::Undercut], &[]);
        let premises: Vec<_> = supports
            .iter()
            .filter(|(_, own)| own.kind == StatementKind::Premise)
            .cloned()
            .collect();
        if !premises.is_empty() {
            attacks.extend(speaking(&[StatementKind::Objection], &premises));
        }
        let answers = match attacks.is_empty() {
            true => Vec::new(),
            false => speaking(&[StatementKind::Reply], &attacks),
        };
        Self { supports, attacks, answers }
    }
}
