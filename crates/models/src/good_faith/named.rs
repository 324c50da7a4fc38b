//! What strategies and manners are called.

use concord_model::{GoodFaithWords, ModelWords};

use super::{Manner, Strategy};
use crate::{Choice, Label};

/// Declares what each strategy is called; the list to choose from is in the order of [`Strategy::ALL`].
macro_rules! named {
    ($($name:ident $word:ident),+ $(,)?) => {
        /// All strategies, to choose from.
        pub(super) const CHOICES: &[Choice] = &[$(Choice {
            name: Strategy::$name.name(),
            label: |words| words.good_faith.$word(),
        }),+];

        impl Strategy {
            /// Its name for readers.
            #[must_use]
            pub fn label(self, words: &GoodFaithWords) -> &str {
                match self { $(Self::$name => words.$word()),+ }
            }
        }
    };
}

named! {
    Cooperator faith_cooperator,
    Defector faith_defector,
    Alternator faith_alternator,
    Random faith_random,
    CyclerCcd faith_cycler_ccd,
    TitForTat faith_tit_for_tat,
    TitFor2Tats faith_tit_for_2_tats,
    TwoTitsForTat faith_two_tits_for_tat,
    Generous faith_generous,
    Contrite faith_contrite,
    Suspicious faith_suspicious,
    AntiTitForTat faith_anti_tit_for_tat,
    HardTitForTat faith_hard_tit_for_tat,
    HardTitFor2Tats faith_hard_tit_for_2_tats,
    Sneaky faith_sneaky,
    Bully faith_bully,
    Gradual faith_gradual,
    Grudger faith_grudger,
    SoftGrudger faith_soft_grudger,
    FoolMeOnce faith_fool_me_once,
    WinStayLoseShift faith_win_stay_lose_shift,
    Joss faith_joss,
    FirmButFair faith_firm_but_fair,
    Appeaser faith_appeaser,
    SoftMajority faith_soft_majority,
    HardMajority faith_hard_majority,
    Tester faith_tester,
    Prober faith_prober,
    Prober2 faith_prober_2,
    Prober3 faith_prober_3,
    PreEmptor faith_pre_emptor,
}

/// The manners, in the order of the predictions.
pub(super) const MANNERS: [Manner; 4] =
    [Manner::Forgives, Manner::Repays, Manner::Strikes, Manner::Fixed];

/// What readers may expect of a crowd.
pub(super) const CROWD: [Label; 4] = [
    |words| words.good_faith.faith_forgives(),
    |words| words.good_faith.faith_repays(),
    |words| words.good_faith.faith_strikes(),
    |words| words.good_faith.faith_fixed(),
];

impl Manner {
    /// Its place among [`MANNERS`].
    pub(super) fn place(self) -> usize {
        MANNERS.iter().position(|manner| *manner == self).unwrap_or(0)
    }

    /// Its name for readers.
    pub(super) fn label(self, words: &ModelWords) -> &str {
        CROWD.get(self.place()).map_or("", |label| label(words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_what_plays() {
        let names: Vec<&str> = CHOICES.iter().map(|choice| choice.name).collect();
        let strategies: Vec<&str> = Strategy::ALL.iter().map(|own| own.name()).collect();
        assert_eq!(names, strategies);
    }
}
