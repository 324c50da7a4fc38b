//! No bytes make the compiler panic, and every diagnostic can be printed.

#![cfg(test)]

mod support;

use concord_compiler::{SourceFile, compile, report};
use proptest::prelude::*;
use support::{base, base_with};

/// Pieces of the format, so that random texts reach deeper than random characters do.
const PIECES: [&str; 44] = [
    "# A {#a .lesson}\n",
    "## B {#b .claim owner=guide supports=hours-fit}\n",
    "### C {#c .premise owner=guide}\n",
    "#### D {#d .objection owner=guide to=b}\n",
    "##### E {.reply}\n",
    "###### F {#a}\n",
    "# T {#t .term source=editorial}\n",
    "## Q {#q .choice tests=b}\n",
    "# H {#home .home}\n",
    "- [x] yes\n",
    "- [ ] no\n",
    "  > because\n",
    "> quote\n",
    "***\n",
    "\n\n",
    "text ",
    "[l](lesson:a)",
    "[c](claim:b)",
    "[t](term:t)",
    "[h](#b)",
    "[r][x]",
    "[^1]",
    "[^1]: note\n",
    "![alt](../figures/x.svg)",
    "![](x.svg \"c\")",
    "<b>",
    "<!-- -->",
    "`code`",
    "```\nfence\n",
    "| a | b |\n|---|--:|\n| 1 | 2 |\n",
    "* item\n",
    "    ",
    "\t",
    "{",
    "}",
    "{#",
    "\\}",
    "é",
    "网",
    "\u{0}",
    "\u{fffd}",
    "&amp;",
    "&",
    "\r\n",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_made_of_the_formats_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60)) {
        let file = SourceFile { path: "en/lessons/later.md".into(), bytes: pieces.concat().into_bytes() };
        let files = base_with(vec![file]);
        let compiled = compile(&files);
        let _ = report("content", &files, &compiled.diagnostics, false);
    }

    #[test]
    fn any_bytes_in_any_file(index in 0_usize..6, bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut files = base();
        let index = index % files.len();
        files[index].bytes = bytes;
        let compiled = compile(&files);
        let _ = report("content", &files, &compiled.diagnostics, false);
    }

    #[test]
    fn any_cut_or_changed_byte_of_a_sound_file(index in 0_usize..6, at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut files = base();
        let index = index % files.len();
        let at = at.index(files[index].bytes.len());
        files[index].bytes[at] = byte;
        let changed = compile(&files);
        let _ = report("content", &files, &changed.diagnostics, false);
        files[index].bytes.truncate(at);
        let cut = compile(&files);
        let _ = report("content", &files, &cut.diagnostics, false);
    }
}
