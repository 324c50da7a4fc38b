//! Judging how somebody rebuilds an argument: each placing at once, with what is right of it and what is not. Pure and total.

use concord_model::{RebuildFile, StatementKind};

/// The role in which a statement is put to another. Steps are named by one of the statements that they begin from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// For it: in that step, or else in a way of its own.
    Supports(Option<u32>),
    /// Against it, or in answer to it.
    Against,
    /// Against that step to it.
    Denies(u32),
}

impl Role {
    /// Whether a statement of that kind plays it.
    #[must_use]
    pub fn fits(self, kind: StatementKind) -> bool {
        match self {
            Self::Supports(_) => kind.is_support(),
            Self::Against => matches!(kind, StatementKind::Objection | StatementKind::Reply),
            Self::Denies(_) => kind == StatementKind::Undercut,
        }
    }
}

/// What is said to a placing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It is right.
    Right,
    /// It speaks to that statement, in another role.
    OtherRole,
    /// It supports that statement, but together with these.
    NotAlone(Vec<u32>),
    /// It supports that statement, but not together with these: in a way of its own.
    NotWith(Vec<u32>),
    /// It denies a step to that statement, but not the one from these.
    OtherStep(Vec<u32>),
    /// It does not speak to that statement.
    OtherPlace,
    /// What it speaks to, or the step that it denies, is not on the map yet, so it could not have been put right.
    Early,
}

/// An argument that is being rebuilt. Statements are named by their places in the file.
#[derive(Clone, Debug)]
pub struct Rebuilt<'f> {
    file: &'f RebuildFile,
    /// What is to be placed, in reading order.
    pub pieces: &'f [u32],
    /// Those that have their place, in the order in which they got it.
    pub placed: Vec<u32>,
}

impl<'f> Rebuilt<'f> {
    /// The empty map of a question.
    #[must_use]
    pub fn new(file: &'f RebuildFile, pieces: &'f [u32]) -> Self {
        Self { file, pieces, placed: Vec::new() }
    }

    /// What a statement speaks to.
    #[must_use]
    pub fn target(&self, statement: u32) -> Option<u32> {
        self.file.statements.get(statement as usize)?.target
    }

    /// The part of a statement.
    #[must_use]
    pub fn kind(&self, statement: u32) -> StatementKind {
        let own = self.file.statements.get(statement as usize);
        own.map_or(StatementKind::Claim, |own| own.kind)
    }

    /// What stands on the map before anything is placed: what pieces speak to and is no piece itself.
    #[must_use]
    pub fn roots(&self) -> Vec<u32> {
        let mut roots: Vec<u32> = self.pieces.iter().filter_map(|own| self.target(*own)).collect();
        roots.retain(|root| !self.pieces.contains(root));
        roots.sort_unstable();
        roots.dedup();
        roots
    }

    /// What stands below a statement.
    pub fn below(&self, statement: u32) -> impl Iterator<Item = u32> {
        self.placed.iter().copied().filter(move |own| self.target(*own) == Some(statement))
    }

    /// The steps to a statement of which something stands on the map, each with what does.
    #[must_use]
    pub fn ways(&self, statement: u32) -> Vec<Vec<u32>> {
        let mut ways: Vec<Vec<u32>> = Vec::new();
        for own in self.below(statement).filter(|own| self.kind(*own).is_support()) {
            let same = |way: &&mut Vec<u32>| {
                way.first().is_some_and(|first| self.way(*first) == self.way(own))
            };
            match ways.iter_mut().find(same) {
                Some(way) => way.push(own),
                None => ways.push(vec![own]),
            }
        }
        ways
    }

    /// What stands on the map of the step that a statement is part of, or that it denies, itself left out.
    #[must_use]
    pub fn step(&self, statement: u32) -> Vec<u32> {
        let Some(target) = self.target(statement) else { return Vec::new() };
        let is_beside = |own: &u32| {
            *own != statement
                && self.kind(*own).is_support()
                && self.way(*own) == self.way(statement)
        };
        self.below(target).filter(is_beside).collect()
    }

    /// Whether a statement has no place on the map yet, whatever it is put to.
    #[must_use]
    pub fn is_early(&self, piece: u32) -> bool {
        let Some(target) = self.target(piece) else { return true };
        let stands = !self.pieces.contains(&target) || self.placed.contains(&target);
        let denies = self.kind(piece) == StatementKind::Undercut;
        !stands || denies && self.step(piece).is_empty()
    }

    /// The roles in which something can be put to a statement.
    #[must_use]
    pub fn roles(&self, on: u32) -> Vec<Role> {
        let ways = self.ways(on);
        let steps = || ways.iter().filter_map(|way| way.first().copied());
        let joined = steps().map(|first| Role::Supports(Some(first)));
        let denied = steps().map(Role::Denies);
        joined.chain([Role::Supports(None), Role::Against]).chain(denied).collect()
    }

    /// What there is to say to a placing.
    #[must_use]
    pub fn judge(&self, piece: u32, on: u32, role: Role) -> Judged {
        if self.is_early(piece) {
            return Judged::Early;
        }
        if self.target(piece) != Some(on) {
            return Judged::OtherPlace;
        }
        if !role.fits(self.kind(piece)) {
            return Judged::OtherRole;
        }
        let own = self.step(piece);
        let chosen = |with: u32| self.ways(on).into_iter().find(|way| way.contains(&with));
        match role {
            Role::Against => Judged::Right,
            Role::Supports(None) if own.is_empty() => Judged::Right,
            Role::Supports(Some(with)) if own.is_empty() => {
                Judged::NotWith(chosen(with).unwrap_or_default())
            }
            Role::Supports(Some(with)) | Role::Denies(with) if own.contains(&with) => Judged::Right,
            Role::Supports(_) => Judged::NotAlone(own),
            Role::Denies(with) => Judged::OtherStep(chosen(with).unwrap_or_default()),
        }
    }

    /// The place to which such a role belongs, as the question counts places: that of any piece which has it there. Ways are
    /// told apart on the map alone.
    #[must_use]
    pub fn place(&self, places: &[u32], on: u32, role: Role) -> Option<u32> {
        let mut places = self.pieces.iter().zip(places);
        let fits = |own: u32| self.target(own) == Some(on) && role.fits(self.kind(own));
        places.find(|(own, _)| fits(**own)).map(|(_, place)| *place)
    }

    fn way(&self, statement: u32) -> Option<u32> {
        self.file.statements.get(statement as usize)?.way
    }
}
