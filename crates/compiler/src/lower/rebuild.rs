//! Says where each statement belongs that a question asks to put into its place, once all statements are known.

use std::collections::BTreeMap;

use concord_model::{
    Block, Guide, Html, Id, Interaction, Item, Places, RebuildWords, Statement, StatementKind,
    Thing, Words, fill, html, way,
};

use crate::{diagnostic::Faults, symbols::Symbols};

/// A place: what is spoken to, and as what. Ways to it are told apart on the map alone, where they can be seen.
type Spot = (Id, StatementKind);

pub(super) fn fill_in(guide: &mut Guide, symbols: &Symbols, faults: &mut Faults) {
    let statements: Vec<Statement> = guide
        .statements()
        .map(|(_, own)| Statement { blocks: Vec::new(), ..own.clone() })
        .collect();
    let all: Vec<&Statement> = statements.iter().collect();
    let by_id: BTreeMap<&Id, &Statement> = all.iter().map(|own| (&own.id, *own)).collect();
    let told = Told { all: &all, by_id, words: &guide.words, rebuild: &guide.rebuild };
    for lesson in &mut guide.lessons {
        for block in &mut lesson.blocks {
            let Block::Item(item) = block else { continue };
            if let Interaction::Rebuild { pieces, all } = &mut item.interaction {
                let own = told.pieces(pieces);
                if own.len() < 2 {
                    let message = "there are no two statements to put into place here".to_owned();
                    let hint = "write statements into this lesson, or take the question out";
                    symbols.error_at(&item.id, faults, message).hint(hint);
                }
                *all = told.places(&own);
                *pieces = own.into_iter().map(|own| own.id.clone()).collect();
                item.version = Item::fingerprint(&item.stem, &item.interaction);
            }
        }
    }
}

struct Told<'g> {
    all: &'g [&'g Statement],
    by_id: BTreeMap<&'g Id, &'g Statement>,
    words: &'g Words,
    rebuild: &'g RebuildWords,
}

impl<'g> Told<'g> {
    /// The statements that can be put somewhere: a step is denied only where something of it is asked for, too.
    fn pieces(&self, ids: &[Id]) -> Vec<&'g Statement> {
        let known = ids.iter().filter_map(|id| self.by_id.get(id).copied());
        let known: Vec<_> = known.filter(|own| own.target.is_some()).collect();
        let has_step = |own: &Statement| {
            known.iter().any(|other| other.kind.is_support() && self.is_beside(other, own))
        };
        let asked = |own: &&Statement| own.kind != StatementKind::Undercut || has_step(own);
        known.iter().copied().filter(asked).collect()
    }

    /// The statements as things, each with its place and why it belongs there.
    fn places(&self, pieces: &[&Statement]) -> Places {
        let mut spots: Vec<Spot> = Vec::new();
        let mut things = Vec::new();
        for own in pieces {
            let Some(spot) = spot(own) else { continue };
            let place = spots.iter().position(|known| *known == spot).unwrap_or_else(|| {
                spots.push(spot);
                spots.len() - 1
            });
            let beside = pieces.iter().copied().filter(|other| {
                own.kind.is_support()
                    && other.kind.is_support()
                    && other.id != own.id
                    && self.is_beside(other, own)
            });
            things.push(Thing {
                text: own.title.clone(),
                place: u32::try_from(place).unwrap_or(u32::MAX),
                feedback: Html::escaped(&self.reason(own, &beside.collect::<Vec<_>>())),
            });
        }
        Places { things, places: spots.iter().map(|spot| self.place(spot)).collect() }
    }

    /// Whether both are about the same way to the same statement.
    fn is_beside(&self, other: &Statement, own: &Statement) -> bool {
        other.target == own.target && way(self.all, other) == way(self.all, own)
    }

    /// A place in words: "supports …".
    fn place(&self, (target, kind): &Spot) -> Html {
        let verb = match kind {
            StatementKind::Undercut => self.words.undercuts(),
            StatementKind::Objection => self.words.attacks(),
            StatementKind::Reply => self.words.answers(),
            _ => self.words.supports(),
        };
        html! { (verb) " " @if let Some(target) = self.by_id.get(target) { (target.title) } }
    }

    fn reason(&self, own: &Statement, beside: &[&Statement]) -> String {
        let target = own.target.as_ref().and_then(|target| self.by_id.get(target));
        let quoted =
            |own: &&Statement| fill(self.rebuild.rebuild_quoted(), &[("statement", &own.label())]);
        let others = beside.iter().map(quoted).collect::<Vec<_>>().join(", ");
        let reason = match own.kind {
            StatementKind::Objection => self.rebuild.rebuild_because_against(),
            StatementKind::Reply => self.rebuild.rebuild_because_answers(),
            StatementKind::Undercut => self.rebuild.rebuild_because_denies(),
            _ if beside.is_empty() => self.rebuild.rebuild_because_supports(),
            _ => self.rebuild.rebuild_because_joint(),
        };
        let statement = target.map(|target| target.label()).unwrap_or_default();
        fill(reason, &[("statement", &statement), ("others", &others)])
    }
}

/// Claims and premises have the same places.
fn spot(own: &Statement) -> Option<Spot> {
    let kind = if own.kind.is_support() { StatementKind::Premise } else { own.kind };
    Some((own.target.clone()?, kind))
}
