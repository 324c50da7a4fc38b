//! The plural rule of a language, from Unicode's data.

use concord_model::{Category, Plural};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

/// The rule for counting in the language of that tag. A language that Unicode does not know has
/// one form for all numbers.
pub(crate) fn of(language: &str) -> Plural {
    let locale = language.parse::<Locale>().unwrap_or(Locale::UNKNOWN);
    let rules = PluralRules::try_new(locale.into(), Default::default());
    Plural::new(|number| rules.as_ref().map_or(Category::Other, |rules| category(rules, number)))
}

fn category(rules: &PluralRules, number: u32) -> Category {
    match rules.category_for(number) {
        PluralCategory::Zero => Category::Zero,
        PluralCategory::One => Category::One,
        PluralCategory::Two => Category::Two,
        PluralCategory::Few => Category::Few,
        PluralCategory::Many => Category::Many,
        PluralCategory::Other => Category::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Category::{Few, Many, One, Other, Two, Zero};

    #[test]
    fn languages_count_in_their_own_forms() {
        assert_eq!(of("en").categories(), [One, Other]);
        assert_eq!(of("zh").categories(), [Other]);
        assert_eq!(of("pl").categories(), [One, Few, Many]);
        assert_eq!(of("ar").categories(), [Zero, One, Two, Few, Many, Other]);
        assert_eq!([1, 2, 5, 22].map(|number| of("pl").category(number)), [One, Few, Many, Few]);
        assert_eq!(of("no language at all").categories(), [Other]);
    }

    /// The table ends at 200; what it says of larger numbers is compared with the rules.
    #[test]
    fn larger_numbers_follow_the_table() {
        for language in [
            "en", "de", "fr", "es", "pl", "ru", "ar", "zh", "sl", "lv", "lt", "he", "cy", "ga",
            "mt",
        ] {
            let plural = of(language);
            let locale = language.parse::<Locale>().unwrap();
            let rules = PluralRules::try_new(locale.into(), Default::default()).unwrap();
            for number in 0..20_000 {
                assert_eq!(
                    plural.category(number),
                    category(&rules, number),
                    "{language} {number}"
                );
            }
        }
    }
}
