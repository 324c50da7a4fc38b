//! Cells of tables, with their alignment.

use concord_model::Html;
use pulldown_cmark::{Alignment, Event};

/// Where in a table the writer is. The page's security policy allows no style attribute, so that
/// alignment is a class.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) alignments: Vec<Alignment>,
    pub(crate) is_head: bool,
    pub(crate) cell: usize,
    /// Where among the events its frame begins.
    pub(crate) begins: usize,
}

impl Table {
    /// The opening tag of the frame in which a wide table scrolls. Keys reach it, so it has a name: what the
    /// columns are called.
    pub(crate) fn frame(&self, written: &[Event<'_>]) -> String {
        let mut names: Vec<String> = Vec::new();
        for event in written.iter().skip(self.begins) {
            match event {
                Event::InlineHtml(tag) if tag.starts_with("<th") => names.push(String::new()),
                Event::Text(text) | Event::Code(text) => {
                    if let Some(name) = names.last_mut() {
                        name.push_str(text);
                    }
                }
                _ => {}
            }
        }
        names.retain(|name| !name.trim().is_empty());
        let name = Html::escaped(&names.join(", "));
        format!("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{name}\">")
    }

    /// The opening tag of the next cell.
    pub(crate) fn open_cell(&mut self) -> String {
        let class = match self.alignments.get(self.cell) {
            Some(Alignment::Left) => " class=\"start\"",
            Some(Alignment::Center) => " class=\"center\"",
            Some(Alignment::Right) => " class=\"end\"",
            Some(Alignment::None) | None => "",
        };
        self.cell += 1;
        format!("<{}{class}>", if self.is_head { "th" } else { "td" })
    }
}
