//! Words of another language, written as links to it: `[raison d’État](lang:fr)`.

use std::ops::Range;

use concord_model::Html;

use crate::html::Writer;

impl Writer<'_, '_> {
    /// The opening tag of words in another language.
    pub(crate) fn foreign(&mut self, destination: &str, span: &Range<usize>) -> String {
        let tag = destination.trim_start_matches("lang:");
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let is_plain = |part: &str| {
            (1..=8).contains(&part.len())
                && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if !(2..=3).contains(&language.len()) || !is_plain(language) || !parts.all(is_plain) {
            let place = self.place_of(tag, span);
            self.refuse(
                &place,
                "this is no language tag",
                "write one such as `fr` or `zh-hant`: `[raison d’État](lang:fr)`",
            );
        }
        let is_rtl =
            matches!(language, "ar" | "fa" | "he" | "ur" | "yi" | "ps" | "sd" | "ug" | "dv");
        let direction = if is_rtl { "rtl" } else { "ltr" };
        format!("<span lang=\"{}\" dir=\"{direction}\">", Html::escaped(tag))
    }
}
