//! Years and days in tables, as in ISO 8601: `2019`, `2019-12` or `2019-12-27`.

use std::ops::Range;

use crate::{diagnostic::Faults, source_file::Text};

const DAYS: [u16; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// The year of a date, if it is one.
pub(crate) fn year(date: &str) -> Option<u16> {
    let mut parts = date.split('-');
    let number = |part: &str, digits: usize| {
        let fits = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| part.parse::<u16>().ok()).flatten()
    };
    let year = number(parts.next()?, 4)?;
    if let Some(month) = parts.next() {
        let days = DAYS.get(usize::from(number(month, 2)?).checked_sub(1)?)?;
        if let Some(day) = parts.next() {
            let day = number(day, 2).filter(|day| (1..=*days).contains(day))?;
            let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            if *days == 29 && day == 29 && !is_leap {
                return None;
            }
        }
    }
    parts.next().is_none().then_some(year)
}

/// Checks a date and that it is neither too early nor later than the table knows of.
pub(super) fn checked(
    file: Text<'_>,
    date: &str,
    span: Range<usize>,
    (first, last): (u16, u16),
    faults: &mut Faults,
) -> Option<u16> {
    match year(date) {
        Some(year) if (first..=last).contains(&year) => Some(year),
        Some(year) => {
            faults
                .error(file.path, span, format!("the year {year} cannot be right here"))
                .hint(format!("this table goes from {first} to {last}"));
            None
        }
        None => {
            faults.error(file.path, span, format!("`{date}` is no date")).hint(
                "write a year, a month or a day that there was: `2019`, `2019-12` or `2019-12-27`",
            );
            None
        }
    }
}

/// The last year that a text such as "2004 to 2023" names; that it names none is a fault.
pub(super) fn last_year(
    file: Text<'_>,
    text: &str,
    span: Range<usize>,
    faults: &mut Faults,
) -> Option<u16> {
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| word.len() == 4);
    let last = words.filter_map(|word| word.parse().ok()).max();
    if last.is_none() {
        faults
            .error(file.path, span, "this names no year")
            .hint("say as of when the table is: `2025` or `2020-01`");
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_years_months_or_days_and_nothing_else() {
        for (date, expected) in
            [("2019", 2019), ("2019-12", 2019), ("2020-02-29", 2020), ("2000-02-29", 2000)]
        {
            assert_eq!(year(date), Some(expected), "{date}");
        }
        for date in [
            "",
            "19",
            "2019-",
            "2019-13",
            "2019-00",
            "2019-1-1",
            "2019-02-30",
            "2019-02-29",
            "1900-02-29",
            "2019-01-01-01",
            "+201",
        ] {
            assert_eq!(year(date), None, "{date}");
        }
    }
}
