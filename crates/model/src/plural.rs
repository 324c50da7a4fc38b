//! Plural forms: which form of a sentence goes with a number, in the guide's language.

use serde::{Deserialize, Serialize};

/// The plural categories of [Unicode's rules](https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the categories are Unicode's own names")]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    #[default]
    Other,
}

impl Category {
    /// All categories, in Unicode's order.
    pub const ALL: [Self; 6] =
        [Self::Zero, Self::One, Self::Two, Self::Few, Self::Many, Self::Other];

    /// The name used in `words.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// The plural rule of a language, as the categories of the numbers from 0 on.
///
/// The compiler takes them from Unicode's data, so that the browser carries a table instead of
/// rules. From [`Plural::NUMBERS`] on, a number goes with the one 100 to 199 that ends in the same
/// two digits, which holds in all languages but for round millions and for Cornish; no count of a
/// guide comes near.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plural(Vec<Category>);

impl Plural {
    /// How many numbers the table holds.
    pub const NUMBERS: u32 = 200;

    /// Makes the table from a rule.
    #[must_use]
    pub fn new(category: impl Fn(u32) -> Category) -> Self {
        Self((0..Self::NUMBERS).map(category).collect())
    }

    /// The category of a number.
    #[must_use]
    pub fn category(&self, number: u32) -> Category {
        let place = if number < Self::NUMBERS { number } else { 100 + number % 100 };
        self.0.get(place as usize).copied().unwrap_or_default()
    }

    /// The categories that whole numbers have in this language, each once, in Unicode's order.
    #[must_use]
    pub fn categories(&self) -> Vec<Category> {
        Category::ALL.into_iter().filter(|category| self.0.contains(category)).collect()
    }
}

/// A sentence about a number, in each form that the language has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forms(pub Vec<(Category, String)>);

impl Forms {
    /// The form for a number. Where it is missing, which the compiler rules out, the last one.
    #[must_use]
    pub fn form(&self, plural: &Plural, number: u32) -> &str {
        let category = plural.category(number);
        let form = self.0.iter().find(|(own, _)| *own == category).or_else(|| self.0.last());
        form.map(|(_, text)| text.as_str()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_takes_its_form() {
        let plural = Plural::new(|number| match number {
            1 => Category::One,
            _ => Category::Other,
        });
        let forms = Forms(vec![
            (Category::One, "{n} state".to_owned()),
            (Category::Other, "{n} states".to_owned()),
        ]);
        assert_eq!(forms.form(&plural, 1), "{n} state");
        for many in [0, 2, 101, 201, 1_001, u32::MAX] {
            assert_eq!(forms.form(&plural, many), "{n} states", "{many}");
        }
        assert_eq!(plural.categories(), [Category::One, Category::Other]);
    }

    #[test]
    fn a_damaged_table_or_an_empty_sentence_is_no_fault() {
        assert_eq!(Plural::default().category(7), Category::Other);
        assert_eq!(Forms::default().form(&Plural::default(), 7), "");
    }
}
