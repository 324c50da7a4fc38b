//! What day it is where the reader is.

use js_sys::Date;

const MINUTES_A_DAY: f64 = 24.0 * 60.0;

/// The day in the reader's own time, counted from 1 January 1970.
pub(crate) fn today() -> u32 {
    let now = Date::new_0();
    let minutes = now.get_time() / 60_000.0 - now.get_timezone_offset();
    // A clock before 1970 is set wrong, and counts as the first day.
    (minutes / MINUTES_A_DAY) as u32
}
