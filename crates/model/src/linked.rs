//! The numbers by which links to a stance know statements. A number is made of a statement's name alone, so
//! that a link means the same whatever becomes of all other statements; the compiler refuses two names with
//! one number (`crates/compiler/src/lower/linked.rs`).

use crate::fingerprint;

/// How many bits such numbers have in a guide with so many statements. With 14, links are short, and of a
/// hundred names two have one number in one guide of four; with 30, thousands of names seldom have.
#[must_use]
pub fn link_bits(statements: usize) -> u32 {
    if statements <= 256 { 14 } else { 30 }
}

/// The number of a name, in so many bits.
#[must_use]
pub fn link_number(name: &str, bits: u32) -> u32 {
    let whole = fingerprint(name.bytes());
    (whole >> bits ^ whole) & ((1 << bits) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Links are out there, so what they hold is not to change.
    #[test]
    fn names_keep_their_numbers() {
        let numbers =
            ["good-governance", "shared-equal-status", ""].map(|name| link_number(name, 14));
        assert_eq!(numbers, [604, 2231, 6583]);
        assert_eq!(link_number("good-governance", 30), 991_751_724);
        assert_eq!((link_bits(256), link_bits(257)), (14, 30));
    }
}
