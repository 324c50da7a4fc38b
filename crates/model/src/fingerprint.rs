//! Numbers that change with what they are made of.

/// The 32-bit FNV-1a hash of bytes (<http://www.isthe.com/chongo/tech/comp/fnv/>). It tells mix-ups
/// and damage, and is no guard against intent.
#[must_use]
pub fn fingerprint(bytes: impl IntoIterator<Item = u8>) -> u32 {
    let step = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    bytes.into_iter().fold(0x811c_9dc5, step)
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    /// Values of the authors' own test suite.
    #[test]
    fn known_texts_have_their_known_numbers() {
        assert_eq!(fingerprint([]), 0x811c_9dc5);
        assert_eq!(fingerprint(*b"a"), 0xe40c_292c);
        assert_eq!(fingerprint(*b"foobar"), 0xbf9c_f968);
    }
}
