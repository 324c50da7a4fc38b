//! Cells of tables, with their alignment.

use pulldown_cmark::Alignment;

/// Where in a table the writer is. The page's security policy allows no style attribute, so that
/// alignment is a class.
#[derive(Default)]
pub(crate) struct Table {
    pub(crate) alignments: Vec<Alignment>,
    pub(crate) is_head: bool,
    pub(crate) cell: usize,
}

impl Table {
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
