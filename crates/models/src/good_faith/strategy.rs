//! Strategies of the iterated prisoner's dilemma, by the names of the field, and the pre-emptor.
//!
//! Each does what the Python package `axelrod` does under its name; `tests/oracles` holds a table of all pairs. A player
//! knows what it meant to do, what it did, and what it saw the other do; with noise these differ ([`super::Slip`]).

use super::act::{Act, Memory};
use crate::random::{Probability, Random};

/// Declares the strategies with the names by which links and the pack know them, and those of `axelrod`.
macro_rules! strategies {
    ($($(#[$doc:meta])* $name:ident = $link:literal, $field:literal, $manner:ident;)+) => {
        /// A way to play.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Strategy { $($(#[$doc])* $name),+ }

        impl Strategy {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name in links.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $link),+ }
            }

            /// Its name in the field, as the package `axelrod` has it.
            #[must_use]
            pub const fn field_name(self) -> &'static str {
                match self { $(Self::$name => $field),+ }
            }

            /// What manner of player it is.
            #[must_use]
            pub const fn manner(self) -> Manner {
                match self { $(Self::$name => Manner::$manner),+ }
            }
        }
    };
}

/// What manner of player a strategy is, for whoever does not want to tell thirty apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Cooperates first, answers defection, and can let one pass or make up for one.
    Forgives,
    /// Cooperates first, and answers each defection in kind or harder.
    Repays,
    /// Defects first, or without having been defected against.
    Strikes,
    /// Does the same whatever the other does.
    Fixed,
}

strategies! {
    /// Cooperates always.
    Cooperator = "cooperator", "Cooperator", Fixed;
    /// Defects always.
    Defector = "defector", "Defector", Strikes;
    /// Cooperates and defects in turn.
    Alternator = "alternator", "Alternator", Strikes;
    /// Either, as a coin falls.
    Random = "random", "Random", Strikes;
    /// Cooperates, cooperates, defects, and again.
    CyclerCcd = "cycler-ccd", "Cycler CCD", Strikes;
    /// Cooperates first, then does what the other did.
    TitForTat = "tit-for-tat", "Tit For Tat", Repays;
    /// Defects only after two defections running.
    TitFor2Tats = "tit-for-2-tats", "Tit For 2 Tats", Forgives;
    /// Defects if one of the last two acts was a defection.
    TwoTitsForTat = "two-tits-for-tat", "Two Tits For Tat", Repays;
    /// Tit for tat that lets one defection of three pass: the probability of [`generosity`].
    Generous = "generous-tit-for-tat", "GTFT", Forgives;
    /// Tit for tat that makes up for its own slip.
    Contrite = "contrite-tit-for-tat", "Contrite Tit For Tat", Forgives;
    /// Tit for tat that defects first.
    Suspicious = "suspicious-tit-for-tat", "Suspicious Tit For Tat", Strikes;
    /// Cooperates first, then does the opposite of what the other did.
    AntiTitForTat = "anti-tit-for-tat", "Anti Tit For Tat", Strikes;
    /// Defects if one of the last three acts was a defection.
    HardTitForTat = "hard-tit-for-tat", "Hard Tit For Tat", Repays;
    /// Defects if two of the last three acts, one after the other, were defections.
    HardTitFor2Tats = "hard-tit-for-2-tats", "Hard Tit For 2 Tats", Forgives;
    /// Cooperates twice and then defects until that is answered; never answers an answer.
    Sneaky = "sneaky-tit-for-tat", "Sneaky Tit For Tat", Strikes;
    /// Defects first, then does the opposite of what the other did.
    Bully = "bully", "Bully", Strikes;
    /// Answers the nth defection with n, and then cooperates twice.
    Gradual = "gradual", "Gradual", Forgives;
    /// Defects for good after one defection.
    Grudger = "grudger", "Grudger", Repays;
    /// Answers a defection with four, and then cooperates twice.
    SoftGrudger = "soft-grudger", "Soft Grudger", Forgives;
    /// Defects for good after a second defection.
    FoolMeOnce = "fool-me-once", "Fool Me Once", Forgives;
    /// Repeats what went well and changes what did not.
    WinStayLoseShift = "win-stay-lose-shift", "Win-Stay Lose-Shift", Forgives;
    /// Tit for tat that defects once in ten without cause.
    Joss = "joss", "First by Joss", Strikes;
    /// Repeats what went well, and after having been let down cooperates two times of three.
    FirmButFair = "firm-but-fair", "Firm But Fair", Forgives;
    /// Changes what it does when the other defects.
    Appeaser = "appeaser", "Appeaser", Forgives;
    /// Does what the other did more often, and cooperates if that is even.
    SoftMajority = "soft-majority", "Soft Go By Majority", Forgives;
    /// The same, and defects if that is even.
    HardMajority = "hard-majority", "Hard Go By Majority", Strikes;
    /// Defects first to see what happens, and gives way if that is answered.
    Tester = "tester", "Second by Tester", Strikes;
    /// Defects, cooperates twice, and then exploits whoever let that pass.
    Prober = "prober", "Prober", Strikes;
    /// Defects, cooperates twice, and makes peace with whoever answered once.
    Prober2 = "prober-2", "Prober 2", Strikes;
    /// Defects, cooperates, and then exploits whoever let that pass.
    Prober3 = "prober-3", "Prober 3", Strikes;
    /// This guide's own: strikes first, and cooperates only with whoever was seen to cooperate three times running. One
    /// defection seen begins the wait anew.
    PreEmptor = "pre-emptor", "Pre-emptor", Strikes;
}

impl Strategy {
    /// Whether it needs chance.
    #[must_use]
    pub const fn is_stochastic(self) -> bool {
        matches!(self, Self::Random | Self::Generous | Self::Joss | Self::FirmButFair)
    }
}

/// The probability with which [`Strategy::Generous`] lets a defection pass: the greater, and it would pay to exploit it. It
/// is the least of 1 − (T − R) / (R − S) and (R − P) / (T − P), as M. Nowak and K. Sigmund have it (Nature 355, 1992).
#[must_use]
pub fn generosity() -> f64 {
    1.0 / 3.0
}

/// Probabilities that strategies draw with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chances {
    half: Probability,
    generosity: Probability,
    nine_tenths: Probability,
    two_thirds: Probability,
}

impl Default for Chances {
    fn default() -> Self {
        Self {
            half: Probability::new(0.5),
            generosity: Probability::new(generosity()),
            nine_tenths: Probability::new(0.9),
            two_thirds: Probability::new(2.0 / 3.0),
        }
    }
}

/// What a strategy means to do next.
#[inline]
pub(crate) fn next(
    strategy: Strategy,
    memory: &mut Memory,
    chances: &Chances,
    random: &mut Random,
) -> Act {
    use Act::{Cooperate, Defect};
    let (turn, seen, own) = (memory.turn, memory.seen, memory.own);
    let defects = |yes: bool| if yes { Defect } else { Cooperate };
    let last = seen & 1 == 1;
    let own_last = own & 1 == 1;
    match strategy {
        Strategy::Cooperator => Cooperate,
        Strategy::Defector => Defect,
        Strategy::Alternator => defects(turn > 0 && !own_last),
        Strategy::Random => defects(!random.happens(chances.half)),
        Strategy::CyclerCcd => defects(turn % 3 == 2),
        Strategy::TitForTat => defects(last),
        Strategy::TitFor2Tats => defects(seen & 0b11 == 0b11),
        Strategy::TwoTitsForTat => defects(seen & 0b11 != 0),
        Strategy::Generous => defects(last && !random.happens(chances.generosity)),
        Strategy::Contrite => {
            if turn == 0 {
                return Cooperate;
            }
            if memory.first == 1 && !own_last {
                memory.first = 0;
                return Cooperate;
            }
            if memory.meant != own_last && own_last && !last {
                memory.first = 1;
            }
            defects(last)
        }
        Strategy::Suspicious => defects(turn == 0 || last),
        Strategy::AntiTitForTat => defects(turn > 0 && !last),
        Strategy::HardTitForTat => defects(seen & 0b111 != 0),
        Strategy::HardTitFor2Tats => defects(seen & 0b11 == 0b11 || seen & 0b110 == 0b110),
        Strategy::Sneaky => {
            if turn < 2 {
                return Cooperate;
            }
            if memory.defections == 0 {
                return Defect;
            }
            defects(last && own & 0b10 == 0)
        }
        Strategy::Bully => defects(!last),
        Strategy::Gradual => {
            // What is left of the answer, and of the peace after it.
            if memory.first > 0 {
                memory.first -= 1;
                return Defect;
            }
            if memory.second > 0 {
                memory.second -= 1;
                return Cooperate;
            }
            if last {
                memory.first = memory.defections.saturating_sub(1);
                memory.second = 2;
            }
            defects(last)
        }
        Strategy::Grudger => defects(memory.defections > 0),
        Strategy::SoftGrudger => {
            // How many acts of the answer are left, of which the last two are kind.
            if memory.first > 0 {
                memory.first -= 1;
                return defects(memory.first >= 2);
            }
            if last {
                memory.first = 5;
            }
            defects(last)
        }
        Strategy::FoolMeOnce => defects(memory.defections > 1),
        Strategy::WinStayLoseShift => defects(own_last != last),
        Strategy::Joss => defects(last || !random.happens(chances.nine_tenths)),
        Strategy::FirmButFair => match (own_last, last) {
            (false, true) => Defect,
            (true, true) => defects(!random.happens(chances.two_thirds)),
            _ => Cooperate,
        },
        Strategy::Appeaser => defects(turn > 0 && own_last != last),
        Strategy::SoftMajority => defects(2 * memory.defections > turn),
        Strategy::HardMajority => defects(2 * memory.defections >= turn),
        Strategy::Tester => {
            if turn == 0 {
                return Defect;
            }
            if memory.first == 1 {
                return defects(last);
            }
            if last {
                memory.first = 1;
                return Cooperate;
            }
            defects(turn > 2 && !own_last)
        }
        Strategy::Prober => match turn {
            0 => Defect,
            1 | 2 => Cooperate,
            _ => defects(memory.opening & 0b110 == 0 || last),
        },
        Strategy::Prober2 => match turn {
            0 => Defect,
            1 | 2 => Cooperate,
            _ => defects(memory.opening & 0b110 != 0b010 && last),
        },
        Strategy::Prober3 => match turn {
            0 => Defect,
            1 => Cooperate,
            _ => defects(memory.opening & 0b10 == 0 || last),
        },
        Strategy::PreEmptor => defects(turn < 3 || seen & 0b111 != 0),
    }
}
