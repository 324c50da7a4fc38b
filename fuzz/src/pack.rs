//! Files of a pack, by whoever wrote them.

use concord_compiler::{SourceFile, compile, report};
use concord_model::{Block, Guide, open, seal};

use crate::{html, small};

/// A text with files of a pack, in the place of a small one's: the compiler tells faults or gives a guide, and what it makes of
/// prose holds nothing that acts.
pub fn content(data: &[u8]) {
    hold(&small::with(small::split(&String::from_utf8_lossy(data))));
}

/// The same of a pack with tables of every kind.
pub fn tables(data: &[u8]) {
    let changes = small::split(&String::from_utf8_lossy(data));
    let mut files = small::with(small::split(include_str!("tables.pack")));
    for change in changes {
        files.retain(|file| file.path != change.path);
        files.push(change);
    }
    hold(&files);
}

fn hold(files: &[SourceFile]) {
    let compiled = compile(files);
    let told = report("content", files, &compiled.diagnostics, false);
    match compiled.guide {
        Some(guide) => guide_holds(guide),
        None => assert!(told.contains("error"), "no guide, and no error: {told}"),
    }
}

fn guide_holds(guide: Guide) {
    guide.pages().for_each(|(_, blocks)| blocks_hold(blocks));
    guide.terms.iter().for_each(|term| html::hold(term.definition.as_str()));
    guide
        .lessons
        .iter()
        .flat_map(|lesson| &lesson.notes)
        .for_each(|note| html::hold(note.as_str()));
    let sealed = seal(&guide).unwrap();
    let again = seal(&open(&sealed).unwrap()).unwrap();
    assert!(sealed == again, "a sealed guide is read otherwise");
}

fn blocks_hold(blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Prose(prose) => html::hold(prose.as_str()),
            Block::Heading(heading) => html::hold(heading.title.as_str()),
            Block::Statement(own) => {
                html::hold(own.title.as_str());
                blocks_hold(&own.blocks);
            }
            Block::Atlas(own) => html::hold(own.text.as_str()),
            Block::Model(own) => html::hold(own.text.as_str()),
            Block::Item(item) => html::hold(item.stem.as_str()),
        }
    }
}
