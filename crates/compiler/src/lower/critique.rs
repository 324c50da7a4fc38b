//! Whether each step of the argument says its scheme once, and whether what asks a question of a scheme names a
//! question and a step that are there. A pack that names no scheme at all is told nothing.

use concord_model::{
    ArgumentMap, Critique, Guide, Scheme, Statement, StatementKind, meant, schemes,
};

use crate::{diagnostic::Faults, suggest, symbols::Symbols};

pub(super) fn of(guide: &Guide, symbols: &Symbols, faults: &mut Faults) -> Critique {
    let all: Vec<&Statement> = guide.statements().map(|(_, own)| own).collect();
    let says =
        |own: &&Statement| own.scheme.is_some() || own.follows.is_some() || own.asks.is_some();
    if !all.iter().any(says) {
        return Critique::default();
    }
    let map = ArgumentMap::of(guide);
    let check = Check { all: &all, map: &map, symbols };
    (0..map.inferences.len()).for_each(|step| check.step(step, faults));
    for (number, own) in (0..).zip(&all) {
        if own.follows.is_some() && own.from.is_empty() {
            let message = "it names nothing that it follows from, so there is no such step";
            check
                .symbols
                .error_at(&own.id, faults, message.to_owned())
                .hint("add `from=…`, or take `follows=` out");
        }
        check.question(number, own, faults);
    }
    Critique::of(guide, &map)
}

struct Check<'g> {
    all: &'g [&'g Statement],
    map: &'g ArgumentMap,
    symbols: &'g Symbols,
}

impl Check<'_> {
    fn own(&self, number: u32) -> Option<&Statement> {
        self.all.get(number as usize).copied()
    }

    /// Whether a step says its scheme, and says it once.
    fn step(&self, step: usize, faults: &mut Faults) {
        let mut said = schemes(self.all, self.map, step);
        let Some((first, scheme)) = said.next() else { return self.unnamed(step, faults) };
        if let Some((other, another)) = said.find(|(_, another)| *another != scheme) {
            let message = format!(
                "this step has two schemes: `{}` says `{}`, and this one `{}`",
                first.id,
                scheme.name(),
                another.name()
            );
            let hint =
                format!("write `scheme={}`, or make two steps of it by `way=`", scheme.name());
            self.symbols.error_at(&other.id, faults, message).hint(hint);
        }
    }

    fn unnamed(&self, step: usize, faults: &mut Faults) {
        let Some(way) = self.map.inferences.get(step) else { return };
        let Some(conclusion) = self.own(way.conclusion) else { return };
        let premises: Vec<&Statement> =
            way.premises.iter().filter_map(|premise| self.own(*premise)).collect();
        // A step from premises is told at the first of them, one that only follows where it leads to.
        let first = premises.iter().find(|own| own.target.as_ref() == Some(&conclusion.id));
        let (at, attribute) = first.map_or((conclusion, "follows"), |first| (*first, "scheme"));
        let names: Vec<&str> = premises.iter().map(|own| own.id.as_str()).collect();
        let Some(node) = self.symbols.nodes.get(&at.id) else { return };
        let message = format!(
            "the step from {} to `{}` names no scheme",
            suggest::list(&names),
            conclusion.id
        );
        let all = suggest::list(&Scheme::ALL.map(Scheme::name));
        faults
            .warning(&node.place.path, node.span.clone(), message)
            .hint(format!("add `{attribute}=…` here; there is {all}"));
    }

    /// Whether there is a step and a question that a statement says it asks.
    fn question(&self, number: u32, own: &Statement, faults: &mut Faults) {
        let Some(asks) = &own.asks else { return };
        let is_undercut = own.kind == StatementKind::Undercut;
        if is_undercut && asks.way.is_some() {
            let message = "an undercut says by `way=` which step it denies".to_owned();
            self.symbols
                .error_at(&own.id, faults, message)
                .hint(format!("write `asks={}`", asks.question));
            return;
        }
        match meant(self.all, self.map, number).as_slice() {
            [step] => self.asked(*step, own, asks.question, faults),
            // That there is nothing to undercut has been told.
            [] if is_undercut => {}
            [] => {
                let message = "there is no step of which this could ask a question".to_owned();
                let hint = match &asks.way {
                    Some(way) => format!(
                        "no way `{way}` leads to what it speaks against; take `{way}:` or all of `asks=` out"
                    ),
                    None => "take `asks=` out: nothing leads to what it speaks against".to_owned(),
                };
                self.symbols.error_at(&own.id, faults, message).hint(hint);
            }
            several => {
                let first = |step: &usize| {
                    let first = self.map.inferences.get(*step)?.premises.first()?;
                    self.own(*first)?.way.as_ref().map(concord_model::Id::as_str)
                };
                let ways: Vec<&str> = several.iter().filter_map(first).collect();
                let message = "several steps lead to what this speaks against".to_owned();
                let hint = match ways.first() {
                    Some(way) => format!(
                        "say of which one it asks: `asks={way}:{}`; the ways are {}",
                        asks.question,
                        suggest::list(&ways)
                    ),
                    None => "take `asks=` out, or name the ways by `way=`".to_owned(),
                };
                self.symbols.error_at(&own.id, faults, message).hint(hint);
            }
        }
    }

    fn asked(&self, step: usize, own: &Statement, question: u8, faults: &mut Faults) {
        let Some((_, scheme)) = schemes(self.all, self.map, step).next() else {
            let message = "the step of which this asks a question names no scheme".to_owned();
            self.symbols
                .error_at(&own.id, faults, message)
                .hint("name it where the step is told, or take `asks=` out");
            return;
        };
        if question > scheme.questions() {
            let all = scheme.questions();
            let message = format!("the scheme `{}` has {all} questions", scheme.name());
            let numbers: Vec<String> = (1..=all).map(|number| format!("`asks={number}`")).collect();
            self.symbols
                .error_at(&own.id, faults, message)
                .hint(format!("write {}", numbers.join(" or ")));
        }
    }
}
