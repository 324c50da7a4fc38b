//! Whole numbers of 192 bits. Coalitions of 193 states are counted exactly, and there are up to 2^189 of one size:
//! more than `u128` holds. Sums and differences wrap around, so a difference is right whenever the true result is
//! between 0 and 2^192, whatever stood in between.

/// A whole number from 0 to 2^192 - 1, lowest limb first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wide([u64; 3]);

impl Wide {
    /// Zero.
    pub const ZERO: Self = Self([0; 3]);
    /// One.
    pub const ONE: Self = Self([1, 0, 0]);

    /// The sum, modulo 2^192.
    #[must_use]
    #[inline]
    pub fn plus(self, other: Self) -> Self {
        let ([a, b, c], [x, y, z]) = (self.0, other.0);
        let (low, carry) = a.overflowing_add(x);
        let (middle, first) = b.overflowing_add(y);
        let (middle, second) = middle.overflowing_add(u64::from(carry));
        let high = c.wrapping_add(z).wrapping_add(u64::from(first | second));
        Self([low, middle, high])
    }

    /// The difference, modulo 2^192.
    #[must_use]
    #[inline]
    pub fn minus(self, other: Self) -> Self {
        let ([a, b, c], [x, y, z]) = (self.0, other.0);
        let (low, borrow) = a.overflowing_sub(x);
        let (middle, first) = b.overflowing_sub(y);
        let (middle, second) = middle.overflowing_sub(u64::from(borrow));
        let high = c.wrapping_sub(z).wrapping_sub(u64::from(first | second));
        Self([low, middle, high])
    }

    /// The nearest number that a float holds, but for one part in 2^52.
    #[must_use]
    pub fn approximate(self) -> f64 {
        let [low, middle, high] = self.0;
        (high as f64 * TWO_64 + middle as f64) * TWO_64 + low as f64
    }

    /// The limbs, lowest first.
    #[must_use]
    pub fn limbs(self) -> [u64; 3] {
        self.0
    }
}

/// 2^64.
const TWO_64: f64 = 18_446_744_073_709_551_616.0;
