//! Whole numbers that add up: a population shown as counted dots.

/// Gives `all` out in proportion to `shares` by the largest remainder, so that the parts add up to `all`. Shares below 0
/// and what is no number count as 0; if none is above 0, all parts are 0.
#[must_use]
pub fn counted<const N: usize>(shares: [f64; N], all: u32) -> [u32; N] {
    let shares = shares.map(|share| if share.is_finite() { share.max(0.0) } else { 0.0 });
    let sum: f64 = shares.iter().sum();
    let due = shares
        .map(|share| if sum > 0.0 && sum.is_finite() { share / sum * f64::from(all) } else { 0.0 });
    // Casting cuts off, and due parts are from 0 to `all`.
    let mut parts = due.map(|due| due as u32);
    if sum <= 0.0 || !sum.is_finite() {
        return parts;
    }
    let mut order: Vec<(usize, f64)> =
        due.iter().zip(&parts).map(|(due, part)| due - f64::from(*part)).enumerate().collect();
    // A stable sort: where two remainders are equal, the first comes first.
    order.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let left = all.saturating_sub(parts.iter().sum());
    for (place, _) in order.into_iter().take(left as usize) {
        if let Some(part) = parts.get_mut(place) {
            *part += 1;
        }
    }
    parts
}
