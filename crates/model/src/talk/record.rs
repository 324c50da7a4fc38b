//! What readers ask of what the browser remembers of them.

use super::names::names;

names! {
    /// What a button beside the reader's record asks for.
    RecordAction {
        /// The record as a file.
        Export = "export",
        /// To be asked whether all is to be forgotten.
        Forget = "forget",
        /// To forget all.
        ForgetAll = "forget-all",
        /// To add what a file holds.
        Merge = "merge",
        /// To put what a file holds in place of what is there.
        Replace = "replace",
        /// To leave all as it is.
        Cancel = "cancel",
    }
}
