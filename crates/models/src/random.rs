//! Chance that can be repeated: xoshiro256++, seeded by SplitMix64, as its authors advise.
//!
//! Source: D. Blackman and S. Vigna, “Scrambled linear pseudorandom number generators” (ACM TOMS 47, 2021), whose reference
//! code in C is in the public domain. It uses whole numbers alone, so it is the same everywhere; its period is 2²⁵⁶ − 1.

/// A source of chance. Equal seeds give equal numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Random([u64; 4]);

impl Random {
    /// The source of a seed; every seed is good, zero too.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^ (mixed >> 31)
        };
        Self([next(), next(), next(), next()])
    }

    /// The next 64 bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = self.0;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let c = c ^ a;
        let d = d ^ b;
        self.0 = [a ^ d, b ^ c, c ^ (b << 17), d.rotate_left(45)];
        result
    }

    /// A whole number below `end`, each as likely; 0 if `end` is 0. Its bias is below `end` / 2⁶⁴.
    #[inline]
    pub fn below(&mut self, end: u32) -> u32 {
        ((u128::from(self.bits()) * u128::from(end)) >> 64) as u32
    }

    /// A number from 0 up to, but without, 1, in steps of 2⁻⁵³.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// Whether something happens that happens with a probability.
    #[inline]
    pub fn happens(&mut self, probability: Probability) -> bool {
        (self.bits() >> 11) < probability.0
    }
}

/// A probability as a number of 2⁵³ cases, so that drawing compares whole numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Probability(u64);

impl Probability {
    /// What never happens.
    pub const NEVER: Self = Self(0);

    /// The probability of a number; what is no number, or below 0, never happens, and what is above 1 always does.
    #[must_use]
    pub fn new(share: f64) -> Self {
        // Casting saturates, and what is no number becomes 0; a clamped one stays what it is, even if it is none.
        Self((share.clamp(0.0, 1.0) * (1_u64 << 53) as f64) as u64)
    }

    /// Whether it can happen at all.
    #[must_use]
    pub fn is_possible(self) -> bool {
        self.0 > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_the_reference() {
        // The first numbers of xoshiro256++ from the state 1, 2, 3, 4, as its authors' code prints them.
        let mut random = Random([1, 2, 3, 4]);
        assert_eq!(
            [random.bits(), random.bits(), random.bits()],
            [41_943_041, 58_720_359, 3_588_806_011_781_223]
        );
        // The first number of SplitMix64 from 0.
        assert_eq!(Random::new(0).0[0], 0xe220_a839_7b1d_cdaf);
    }

    #[test]
    fn limits_are_kept() {
        let mut random = Random::new(7);
        assert_eq!(random.below(0), 0);
        for _ in 0..1000 {
            assert!(random.below(3) < 3);
            assert!((0.0..1.0).contains(&random.unit()));
            assert!(!random.happens(Probability::new(f64::NAN)));
            assert!(!random.happens(Probability::new(-1.0)));
            assert!(random.happens(Probability::new(f64::INFINITY)));
        }
    }
}
