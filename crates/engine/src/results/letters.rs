//! Bytes as letters that links, mails and file names leave alone: base64url without padding (RFC 4648, section 5).

/// The letters, in the order of their values.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes as letters.
#[must_use]
pub fn to_letters(bytes: &[u8]) -> String {
    let mut letters = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |place: usize| u32::from(group.get(place).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..=group.len() {
            let value = bits >> (18 - 6 * place) & 63;
            letters.push(char::from(LETTERS.get(value as usize).copied().unwrap_or_default()));
        }
    }
    letters
}

/// The value of a letter; nothing if it is none.
pub(super) fn value(letter: u8) -> Option<u8> {
    u8::try_from(LETTERS.iter().position(|own| *own == letter)?).ok()
}

/// Letters as bytes; nothing if one is no letter. Bits that make no whole byte are left out.
#[must_use]
pub fn from_letters(letters: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(letters.len() / 4 * 3 + 2);
    let (mut bits, mut count) = (0_u32, 0);
    for letter in letters.bytes() {
        bits = bits << 6 | u32::from(value(letter)?);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
            bits &= (1 << count) - 1;
        }
    }
    Some(bytes)
}
