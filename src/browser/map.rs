//! Draws the map of states.

use crate::Site;

pub(crate) fn start(_: Site) {}
