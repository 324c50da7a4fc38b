//! The normal distribution, to the bit the same everywhere: by `libm` alone.

/// The probability that a standard normal number is above `x`.
#[must_use]
pub fn above(x: f64) -> f64 {
    0.5 * libm::erfc(x * std::f64::consts::FRAC_1_SQRT_2)
}

/// The number above which a standard normal number is with that probability, from -8 to 8; nothing for 0, 1, what is
/// beyond, and what is no number. By halving the interval until no number lies between.
#[must_use]
pub fn threshold(probability: f64) -> Option<f64> {
    if !(probability > 0.0 && probability < 1.0) {
        return None;
    }
    let (mut low, mut high) = (-8.0, 8.0);
    loop {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            return Some(middle);
        }
        if above(middle) > probability { low = middle } else { high = middle }
    }
}

/// The density of a standard normal number at `x`.
#[must_use]
pub fn density(x: f64) -> f64 {
    libm::exp(-0.5 * x * x) * 0.398_942_280_401_432_7
}
