//! What day and what time it is where the reader is.

use js_sys::Date;

const MINUTES_A_DAY: f64 = 24.0 * 60.0;

/// The minutes since 1 January 1970 in the reader's own time.
fn minutes() -> f64 {
    let now = Date::new_0();
    now.get_time() / 60_000.0 - now.get_timezone_offset()
}

/// The day in the reader's own time, counted from 1 January 1970.
pub(crate) fn today() -> u32 {
    // A clock before 1970 is set wrong, and counts as the first day.
    (minutes() / MINUTES_A_DAY) as u32
}

/// The second of the day, from 1.
pub(crate) fn second() -> u32 {
    (minutes() * 60.0).rem_euclid(MINUTES_A_DAY * 60.0) as u32 + 1
}
