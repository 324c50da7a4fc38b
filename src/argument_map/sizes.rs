//! How large things are in a drawing, in its own units.

use concord_engine::layout::Gaps;

/// Sizes of letters: of the sentence, and of the lines above it.
pub(super) const TEXT: f64 = 14.0;
pub(super) const ABOVE: f64 = 12.0;
pub(super) const LINE: f64 = 18.0;
pub(super) const LINE_ABOVE: f64 = 15.0;
pub(super) const WIDTH: f64 = 212.0;
pub(super) const PADDING: f64 = 10.0;
pub(super) const MARK: f64 = 12.0;
pub(super) const JOINT: f64 = 8.0;
pub(super) const GAPS: Gaps = Gaps { columns: 30.0, boxes: 14.0 };
/// Free space around everything.
pub(super) const MARGIN: f64 = 6.0;
/// How far a line between two boxes of the same column goes out.
pub(super) const BULGE: f64 = 26.0;
