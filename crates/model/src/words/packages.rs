//! The words of packages for systems for learning, which the page says that launches the guide there.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    PackageWords
    /// Said where no system records.
    package_not_recorded: String,
    /// Said while the system cannot be reached.
    package_waiting: String,
    /// Said in an attempt that is looked at again.
    package_review: String,
    /// Said where what was kept came back in pieces.
    package_damaged: String,
}
