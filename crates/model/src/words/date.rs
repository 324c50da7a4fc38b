//! Dates as they are read. Packs and tables have them as ISO 8601 writes them, `2018-12-05` or `2018-12`;
//! how a language says them stands in its words.

use super::{Words, fill, listed};

impl Words {
    /// A date as it is read: `2018-12-05` is "5 December 2018". What is a year alone, or no date, stays.
    #[must_use]
    pub fn readable(&self, date: &str) -> String {
        self.date(date).unwrap_or_else(|| date.to_owned())
    }

    fn date(&self, date: &str) -> Option<String> {
        let mut parts = date.split('-');
        let (year, month) = (parts.next()?, number(parts.next()?, 12)?);
        let month = listed(self.months()).nth(month - 1)?;
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let text = match (parts.next(), parts.next()) {
            (None, _) => fill(self.date_of_month(), &[("month", month), ("year", year)]),
            (Some(day), None) => {
                let day = number(day, 31)?.to_string();
                fill(self.date_of_day(), &[("day", &day), ("month", month), ("year", year)])
            }
            _ => return None,
        };
        is_year.then_some(text)
    }
}

/// A number of two digits, from 1 to `most`.
fn number(text: &str, most: usize) -> Option<usize> {
    let number = text.parse().ok().filter(|number| (1..=most).contains(number));
    number.filter(|_| text.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::super::{Declared, ReadWords};
    use super::*;
    use crate::{Category, Forms};

    struct English;

    impl ReadWords for English {
        fn text(&mut self, word: Declared) -> String {
            let text = match word.name {
                "months" => {
                    "January, February, March, April, May, June, July, August, September, October, November, December"
                }
                "date_of_day" => "{day} {month} {year}",
                "date_of_month" => "{month} {year}",
                _ => "",
            };
            text.to_owned()
        }
        fn forms(&mut self, word: Declared) -> Forms {
            Forms(vec![(Category::Other, self.text(word))])
        }
    }

    #[test]
    fn dates_are_read_and_all_else_stays() {
        let words = Words::read(&mut English);
        for (written, read) in [
            ("2018-12-05", "5 December 2018"),
            ("2022-08", "August 2022"),
            ("2018", "2018"),
            ("date unknown", "date unknown"),
            ("8-9 August", "8-9 August"),
            ("2018-13-05", "2018-13-05"),
            ("2018-00", "2018-00"),
            ("2018-12-05-01", "2018-12-05-01"),
            ("2015-16", "2015-16"),
            ("2018-1-5", "2018-1-5"),
            ("", ""),
        ] {
            assert_eq!(words.readable(written), read);
        }
    }
}
