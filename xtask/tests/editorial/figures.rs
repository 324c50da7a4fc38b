//! Figures say in words what they show, and what they are for.

use concord_model::{Block, Html};

use crate::{
    exemptions::{Fault, hold},
    pack, text,
};

/// The shortest text that can stand for a drawing, in characters.
const MIN_ALTERNATIVE: usize = 40;

/// Figures in a piece of HTML, each as its alternative and its caption.
fn figures(html: &Html) -> Vec<(String, Option<String>)> {
    text::with_tree(html, |root| {
        let figures = root.descendants().filter(|node| node.has_tag_name("figure"));
        let read = figures.map(|figure| {
            let child = |name| figure.children().find(|node| node.has_tag_name(name));
            let alternative = child("svg").and_then(|svg| svg.attribute("aria-label"));
            let caption = child("figcaption").and_then(|caption| caption.text());
            (alternative.unwrap_or_default().to_owned(), caption.map(str::to_owned))
        });
        read.collect()
    })
}

/// Every piece of prose among blocks, also within statements.
fn prose<'b>(blocks: &'b [Block], found: &mut Vec<&'b Html>) {
    for block in blocks {
        match block {
            Block::Prose(html) => found.push(html),
            Block::Item(item) => {
                found.extend(item.parts().into_iter().map(|(_, html)| html));
            }
            Block::Statement(statement) => prose(&statement.blocks, found),
            Block::Heading(_) | Block::Atlas(_) | Block::Model(_) => {}
        }
    }
}

#[test]
fn figures_have_an_alternative_and_a_caption() {
    let mut faults = Vec::new();
    let mut seen = 0;
    for (route, blocks) in pack::guide().pages() {
        let mut found = Vec::new();
        prose(blocks, &mut found);
        for (alternative, caption) in found.into_iter().flat_map(figures) {
            seen += 1;
            let first: Vec<&str> = alternative.split_whitespace().take(6).collect();
            let key = format!("{}: {}", pack::name(&route), first.join(" "));
            let length = alternative.chars().count();
            if length < MIN_ALTERNATIVE {
                let says = format!("its text alternative has {length} characters: {alternative}");
                faults.push(Fault::new(&*key, says));
            }
            if caption.is_none_or(|caption| caption.trim().is_empty()) {
                faults.push(Fault::new(key, "it has no caption"));
            }
        }
    }
    assert!(seen > 0, "no figure was found: does the compiler still write them as it did?");
    hold("figure", &faults);
}
