//! Numbers of 64 cells a word: one plane of bits for each binary digit.

/// A bit of each cell, row by row; the leftmost cell of a word is its lowest bit.
pub(super) type Plane = Vec<u64>;

/// One word of some planes.
#[inline]
pub(super) fn bits<const N: usize>(planes: &[Plane; N], word: usize) -> [u64; N] {
    std::array::from_fn(|bit| planes.get(bit).and_then(|plane| plane.get(word)).map_or(0, |w| *w))
}

#[inline]
pub(super) fn put<const N: usize>(planes: &mut [Plane; N], word: usize, bits: [u64; N]) {
    for (plane, bits) in planes.iter_mut().zip(bits) {
        if let Some(place) = plane.get_mut(word) {
            *place = bits;
        }
    }
}

/// Adds numbers of 64 cells at once, all over the field.
pub(super) fn add<const SUM: usize, const MORE: usize>(
    sum: &mut [Plane; SUM],
    more: &[Plane; MORE],
) {
    for word in 0..sum.first().map_or(0, Vec::len) {
        let (mut total, more) = (bits(sum, word), bits(more, word));
        let mut carry = 0;
        for (place, digit) in total.iter_mut().enumerate() {
            let added = more.get(place).copied().unwrap_or(0);
            let half = *digit ^ added;
            let next = *digit & added | half & carry;
            *digit = half ^ carry;
            carry = next;
        }
        put(sum, word, total);
    }
}

/// Where the first number is larger than the second.
#[inline]
pub(super) fn is_more<const N: usize>(one: &[u64; N], other: &[u64; N]) -> u64 {
    let (mut more, mut equal) = (0, u64::MAX);
    for (a, b) in one.iter().zip(other).rev() {
        more |= equal & a & !b;
        equal &= !(a ^ b);
    }
    more
}

/// The first where a bit is set, the second elsewhere.
#[inline]
pub(super) fn chosen<const N: usize>(is_first: u64, first: [u64; N], second: [u64; N]) -> [u64; N] {
    let mut chosen = second;
    for (bits, first) in chosen.iter_mut().zip(first) {
        *bits = first & is_first | *bits & !is_first;
    }
    chosen
}

/// The number of each cell.
pub(super) fn read<const N: usize>(planes: &[Plane; N]) -> Vec<u16> {
    let words = planes.first().map_or(0, Vec::len);
    let mut numbers = Vec::with_capacity(words * 64);
    for word in 0..words {
        let bits = bits(planes, word);
        for cell in 0..64 {
            let digits = bits.iter().enumerate();
            let number = digits.fold(0, |sum, (place, bits)| sum | (bits >> cell & 1) << place);
            numbers.push(number as u16);
        }
    }
    numbers
}
