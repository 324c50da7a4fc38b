//! The words of what leaves the guide: of packages for systems for learning, which the page says that launches the guide
//! there, and of the calendar. The program needs none of them.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    PackageWords
    /// Button that saves the days on which questions come back for a calendar.
    calendar_save: String,
    /// Said where no system records.
    package_not_recorded: String,
    /// Said where what would record could not be reached.
    package_unreachable: String,
    /// Said while the system cannot be reached.
    package_waiting: String,
    /// Said in an attempt that is looked at again.
    package_review: String,
    /// Said to whoever may look around, as guests may.
    package_browse: String,
    /// Button that ends the visit and leads back to the system.
    package_leave: String,
    /// Said where what was kept came back in pieces.
    package_damaged: String,
}
