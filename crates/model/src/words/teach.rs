//! The words of frames in other sites' pages and of the pages for teachers, which the prerenderer alone writes.

use serde::{Deserialize, Serialize};

use super::{Declared, ReadWords, Word};
use crate::Forms;

words! {
    TeachWords
    /// Said in a frame that has questions: how long answers are kept, and who is told of them.
    frame_kept: String,
    /// Said in a frame for questions whose address names none.
    frame_quiz: String,
}
