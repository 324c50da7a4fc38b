//! Headings go down one level at a time, also across statements and questions.

use concord_model::Block;

use crate::{
    exemptions::{Fault, hold},
    pack,
};

/// Levels of all headings below the page's title, with their ids, in the order of the page.
fn levels(blocks: &[Block], found: &mut Vec<(u8, String)>) {
    for block in blocks {
        match block {
            Block::Prose(_) | Block::Atlas(_) | Block::Model(_) => {}
            Block::Heading(heading) => found.push((heading.level, heading.id.to_string())),
            Block::Item(item) => found.push((item.level, item.id.to_string())),
            Block::Statement(statement) => {
                found.push((statement.level, statement.id.to_string()));
                levels(&statement.blocks, found);
            }
        }
    }
}

#[test]
fn no_level_of_headings_is_skipped() {
    let mut faults = Vec::new();
    for (route, blocks) in pack::guide().pages() {
        let mut found = Vec::new();
        levels(blocks, &mut found);
        let mut above = 1;
        for (level, id) in found {
            if level < 2 || level > above + 1 {
                let says = format!("level {level} stands below level {above}");
                faults.push(Fault::new(format!("{}/{id}", pack::name(&route)), says));
            }
            above = level;
        }
    }
    hold("heading-order", &faults);
}
