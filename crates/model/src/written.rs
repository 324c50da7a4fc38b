//! When two written answers are the same: one rule for the compiler, which compares an author's
//! answers with each other, and for the engine, which compares a reader's with them.

/// Whether a mark is an accent: one that a reader may leave out, as on é, й or in pointed Hebrew and
/// Arabic. Marks that make another letter or another vowel, as in the scripts of India, in Thai and
/// in kana, are none.
#[must_use]
pub fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
        // The Hebrew hyphen stands among the points.
        && c != '\u{5be}'
}

/// A written answer in the form in which it is compared. Empty if nothing of it counts.
///
/// `fold` gives a text in its compatibility form (NFKD), without [accents](is_accent) and in lower
/// case. Of what is left, letters, digits and signs such as `+`, `%` or `≥` count; spaces and
/// punctuation do not. Between two digits they do, or 1.5 would be 15: there a comma is a point, and
/// what groups thousands is left out. A minus before a number counts, too.
#[must_use]
pub fn compared(text: &str, fold: impl Fn(&str) -> String) -> String {
    let folded = fold(text);
    let mut out = String::new();
    let mut rest = folded.as_str();
    // What was left out since the last character that counts.
    let mut gap = String::new();
    let mut number = Number::default();
    while let Some(c) = rest.chars().next() {
        let (_, after) = rest.split_at(c.len_utf8());
        if is_left_out(c) {
            gap.push(c);
        } else if c.is_numeric() {
            if number.digits == 0 {
                // Directly before a number and after nothing or a space, a dash is a minus.
                let before = gap.strip_suffix(is_dash);
                let is_minus = before
                    .is_some_and(|before| out.is_empty() || before.ends_with(char::is_whitespace));
                if is_minus {
                    out.push('-');
                }
                number = Number { digits: 0, is_grouped: false, may_group: c != '0' };
            } else if !gap.is_empty() {
                out.extend(number.mark(&gap, rest));
            }
            number.digits += 1;
            gap.clear();
            out.push(c);
        } else {
            // A plus before a number says nothing.
            let is_plus = c == '+'
                && out.is_empty()
                && after.trim_start_matches(is_left_out).starts_with(char::is_numeric);
            if !is_plus {
                out.push(c);
            }
            number = Number::default();
            gap.clear();
        }
        rest = after;
    }
    out
}

/// The number that is being read.
#[derive(Default)]
struct Number {
    /// Digits since its beginning, or since what stood last between two of them.
    digits: usize,
    /// Whether that grouped thousands.
    is_grouped: bool,
    /// Whether what comes next may: a number that begins with 0 has no thousands.
    may_group: bool,
}

impl Number {
    /// What counts of the `gap` between two digits. `rest` begins with the second.
    fn mark(&mut self, gap: &str, rest: &str) -> Option<char> {
        let fits = if self.is_grouped { self.digits == 3 } else { self.digits <= 3 };
        // Spaces alone are one space; beside a sign they say that it is no part of a number.
        let gap = if gap.trim().is_empty() { " " } else { gap };
        let mut signs = gap.chars();
        let groups = match (signs.next(), signs.next()) {
            (Some('.'), None) => {
                // A single point before three digits is a decimal point, as in 3.142.
                let next = rest.char_indices().nth(3).and_then(|(at, _)| rest.get(at..));
                let goes_on = next.is_some_and(|next| {
                    next.starts_with(['.', ','])
                        && next.chars().nth(1).is_some_and(char::is_numeric)
                });
                self.is_grouped || goes_on
            }
            (Some(sign), None) => sign.is_whitespace() || matches!(sign, ',' | '\'' | '’' | '_'),
            _ => false,
        };
        let three = rest.chars().take_while(|c| c.is_numeric()).count() == 3;
        self.is_grouped = self.may_group && fits && groups && three;
        self.may_group = self.is_grouped;
        self.digits = 0;
        let sign = gap.chars().find(|c| is_dash(*c) || matches!(c, '/' | '⁄' | ':'));
        match sign {
            _ if self.is_grouped => None,
            Some('⁄') => Some('/'),
            Some(sign @ ('/' | ':')) => Some(sign),
            Some(_) => Some('-'),
            None if matches!(gap, "." | ",") => Some('.'),
            // No sign that groups thousands, so that a form is its own form.
            None => Some('|'),
        }
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '−')
}

/// Spaces and punctuation of many scripts, and characters that nobody sees.
fn is_left_out(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c,
            '−' | '!' | '"' | '\'' | '(' | ')' | ',' | '-' | '.' | '/' | ':' | ';' | '?' | '[' | '\\'
            | ']' | '_' | '`' | '{' | '|' | '}'
            | '¡' | '«' | '\u{ad}' | '´' | '·' | '»' | '¿' | '\u{2b0}'..='\u{2ff}'
            | '\u{55a}'..='\u{55f}' | '\u{589}' | '\u{58a}' | '\u{5be}' | '\u{5f3}' | '\u{5f4}'
            | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{640}' | '\u{66b}' | '\u{66c}' | '\u{6d4}'
            | '\u{964}' | '\u{965}' | '\u{2000}'..='\u{206f}' | '\u{2e00}'..='\u{2e7f}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
            | '\u{30fb}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn fold(text: &str) -> String {
        text.nfkd().filter(|c| !is_accent(*c)).collect::<String>().to_lowercase()
    }

    fn of(text: &str) -> String {
        compared(text, fold)
    }

    #[test]
    fn case_accents_spaces_and_punctuation_do_not_matter() {
        for (one, other) in [
            ("U.N.", "UN"),
            ("e-mail", "Email"),
            ("Body Clock", "body-clock"),
            ("raison d’État", "raison d'etat"),
            ("“good faith”…", " GOOD\u{a0}FAITH "),
            ("café", "cafe\u{301}"),
            ("AT & T", "AT&T"),
            ("km/h", "kmh"),
            ("H₂O", "H2O"),
            ("Ｗｅｂ", "web"),
            ("שָׁלוֹם", "שלום"),
            ("مُحَمَّد", "محمد"),
            ("-ing", "ing"),
            ("¿Qué?", "que"),
        ] {
            assert_eq!(of(one), of(other), "{one} and {other}");
        }
    }

    #[test]
    fn numbers_are_read_as_numbers() {
        for (one, other) in [
            ("1,000", "1000"),
            ("1 000 000", "1,000,000"),
            ("1.000.000", "1000000"),
            ("1’000", "1000"),
            ("1  000 ", "1000"),
            ("1.234,5", "1,234.5"),
            ("1,5", "1.5"),
            ("0,125", "0.125"),
            ("−5", "-5"),
            ("+5", "5"),
            ("5 %", "5%"),
            ("1990–2000", "1990 - 2000"),
            ("½", "1/2"),
            ("G-20", "G20"),
        ] {
            assert_eq!(of(one), of(other), "{one} and {other}");
        }
    }

    #[test]
    fn what_means_something_else_is_something_else() {
        for (one, other) in [
            ("5", "-5"),
            ("C#", "C++"),
            ("C", "C++"),
            ("1.5", "15"),
            ("3/4", "34"),
            ("10:30", "1030"),
            ("3.142", "3142"),
            ("1 1/2", "11/2"),
            ("3, 100", "3100"),
            ("3, 5", "3.5"),
            ("1) 000", "1000"),
            ("5%", "5"),
            ("≥", "≤"),
            ("🙂", "🙁"),
            ("1990–2000", "19902000"),
            ("R&D", "RD"),
            ("दिन", "दीन"),
            ("कम", "काम"),
            ("が", "か"),
            ("ば", "ぱ"),
            ("มา", "ม้า"),
        ] {
            assert_ne!(of(one), of(other), "{one} and {other}");
            assert!(!of(one).is_empty() && !of(other).is_empty());
        }
        assert_eq!(of(" …?! –"), "");
    }

    proptest! {
        #[test]
        fn the_form_of_a_form_is_itself(text in "\\PC{0,20}|[0-9., '/:)|-]{0,12}|[01]{1,3}([., ]{1,3}[01]{3}){1,3}|[a-c+# -]{0,12}") {
            let form = of(&text);
            // Marks that meet where something between them was left out may change places.
            prop_assert_eq!(fold(&of(&form)), fold(&form));
        }

        #[test]
        fn spaces_and_punctuation_around_letters_change_nothing(
            words in prop::collection::vec("[a-zé网]{1,5}", 1..5), between in "[ .,;:!?’“”(){}-]{0,3}",
        ) {
            prop_assert_eq!(of(&words.join(&between)), of(&words.concat()));
            prop_assert_eq!(of(&words.concat().to_uppercase()), of(&words.concat()));
        }

        #[test]
        fn a_number_is_that_number_alone(one in 0_u32..2_000_000, other in 0_u32..2_000_000) {
            let grouped = |number: u32| {
                let digits = number.to_string();
                let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|g| std::str::from_utf8(g).unwrap()).collect();
                groups.join(",")
            };
            prop_assert_eq!(of(&grouped(one)), one.to_string());
            prop_assert_eq!(of(&grouped(one)) == of(&grouped(other)), one == other);
            prop_assert_eq!(of(&format!("-{one}")) == of(&format!("{other}")), false);
            prop_assert_eq!(of(&format!("{one}.{other}")), format!("{one}.{other}"));
        }
    }
}
