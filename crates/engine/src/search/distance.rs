//! How many slips of the finger lie between two words.

use super::words::MAX_LETTERS;

/// Slips between a typed word and one of the index, and between it and the nearest beginning of
/// that one. Slips are letters too many, missing, wrong, or two neighbours swapped (the optimal
/// string alignment distance).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slips {
    pub(super) whole: usize,
    pub(super) beginning: usize,
}

/// Counts slips, a letter of `word` at a time, for all beginnings of it at once: a bit stands for a
/// letter of `typed`. (Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
/// distances", Nordic Journal of Computing 10, 2003; the names are his.)
///
/// `typed` has `letters` of them, 1 to [`MAX_LETTERS`](super::words::MAX_LETTERS).
pub(super) fn slips(typed: &str, letters: usize, word: &str) -> Slips {
    let last = 1_u32 << (letters.saturating_sub(1) & 31);
    let (mut vp, mut vn, mut d0, mut pm_before) = (u32::MAX, 0, 0, 0);
    let mut slips = Slips { whole: letters, beginning: letters };
    for letter in word.chars() {
        let pm = (0..32).zip(typed.chars()).filter(|(_, c)| *c == letter);
        let pm = pm.fold(0, |pm, (i, _)| pm | 1 << i);
        let swapped = ((!d0 & pm) << 1) & pm_before;
        d0 = ((pm & vp).wrapping_add(vp) ^ vp) | pm | vn | swapped;
        let hp = vn | !(d0 | vp);
        let hn = d0 & vp;
        if hp & last != 0 {
            slips.whole += 1;
        } else if hn & last != 0 {
            slips.whole = slips.whole.saturating_sub(1);
        }
        slips.beginning = slips.beginning.min(slips.whole);
        let hp = hp << 1 | 1;
        vp = hn << 1 | !(d0 | hp);
        vn = hp & d0;
        pm_before = pm;
    }
    slips
}

/// Slips between two texts; none can be told of one that is empty or too long to count.
pub(crate) fn slips_between(typed: &str, text: &str) -> Option<usize> {
    let letters = typed.chars().count();
    (1..=MAX_LETTERS).contains(&letters).then(|| slips(typed, letters, text).whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same by the crate `strsim`, for each beginning anew.
    fn oracle(typed: &str, word: &str) -> Slips {
        let ends = word.char_indices().map(|(at, _)| at).chain([word.len()]);
        let beginnings = ends.map(|end| strsim::osa_distance(typed, &word[..end]));
        Slips { whole: strsim::osa_distance(typed, word), beginning: beginnings.min().unwrap() }
    }

    fn of(typed: &str, word: &str) -> Slips {
        slips(typed, typed.chars().count(), word)
    }

    #[test]
    fn each_kind_of_slip_counts_one() {
        for typed in ["attribtuion", "atribution", "atttribution", "attripution"] {
            assert_eq!(of(typed, "attribution"), Slips { whole: 1, beginning: 1 }, "{typed}");
        }
        assert_eq!(of("atrib", "attribution"), Slips { whole: 6, beginning: 1 });
        // Aligned, not unrestricted: no letter between two that were swapped.
        assert_eq!(of("ca", "abc").whole, 3);
    }

    proptest! {
        #[test]
        fn slips_are_those_of_strsim(typed in "[a-c]{1,9}|[ab]{25,32}|[é网z]{1,9}", word in "[a-c]{0,9}|[ab]{25,40}|[é网z]{0,9}") {
            prop_assert_eq!(of(&typed, &word), oracle(&typed, &word));
        }

        #[test]
        fn near_words_too(word in "[a-e]{4,32}", at in 0_usize..32, with in "[a-f]{0,2}", cut in 0_usize..3) {
            let at = at % word.len();
            let typed = format!("{}{with}{}", &word[..at], &word[(at + cut).min(word.len())..]);
            let typed: String = typed.chars().take(32).collect();
            prop_assume!(!typed.is_empty());
            prop_assert_eq!(of(&typed, &word), oracle(&typed, &word));
        }
    }
}
