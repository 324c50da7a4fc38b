//! What players do, what it brings them, and what they keep in mind of it.

/// What a player does in a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Cooperates.
    Cooperate,
    /// Defects.
    Defect,
}

impl Act {
    /// The opposite.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::Cooperate => Self::Defect,
            Self::Defect => Self::Cooperate,
        }
    }

    /// Whether it is a defection.
    #[must_use]
    pub fn is_defection(self) -> bool {
        self == Self::Defect
    }
}

/// What a player gets for an act, in points: 5 for defecting alone, 3 where both cooperate, 1 where both defect, 0 for
/// cooperating alone. These are the payoffs of R. Axelrod's tournaments (The Evolution of Cooperation, 1984).
#[must_use]
pub fn points(own: Act, other: Act) -> u32 {
    match (own, other) {
        (Act::Defect, Act::Cooperate) => 5,
        (Act::Cooperate, Act::Cooperate) => 3,
        (Act::Defect, Act::Defect) => 1,
        (Act::Cooperate, Act::Defect) => 0,
    }
}

/// What a player keeps in mind. Histories are bits, the last act lowest, 1 for a defection.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Memory {
    /// How many turns there were.
    pub(crate) turn: u32,
    /// What it did, in the last 64 turns.
    pub(crate) own: u64,
    /// What it saw the other do, in the last 64 turns.
    pub(crate) seen: u64,
    /// What it saw in the first turns, the first lowest.
    pub(crate) opening: u8,
    /// Whether it meant to defect in the last turn.
    pub(crate) meant: bool,
    /// How many defections it saw.
    pub(crate) defections: u32,
    /// What the strategy counts by itself.
    pub(crate) first: u32,
    /// The same.
    pub(crate) second: u32,
}

impl Memory {
    #[inline]
    pub(crate) fn keep(&mut self, meant: Act, own: Act, seen: Act) {
        let bit = u64::from(seen.is_defection());
        if self.turn < 8 {
            self.opening |= (bit as u8) << self.turn;
        }
        self.turn += 1;
        self.meant = meant.is_defection();
        self.own = self.own << 1 | u64::from(own.is_defection());
        self.seen = self.seen << 1 | bit;
        self.defections += bit as u32;
    }
}
