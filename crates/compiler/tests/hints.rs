//! Hints that show what to write are followed to the letter: what a message points at is replaced
//! by what its hint shows, until nothing is left to mend.

#![cfg(test)]

mod support;

use concord_compiler::{Diagnostic, SourceFile, compile, report};
use support::base_with;

const LESSON: &str = "en/lessons/later.md";

const BEFORE: &str = "# A later start {#later-start .lesson}\n\nShould it?\n\n\
    ## Start later {#start-later .claim owner=guide supports=hours-fit}\n\nText.\n\n***\n\n";

fn pack(body: &str) -> Vec<SourceFile> {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
    let file =
        |path: &str, text: String| SourceFile { path: path.to_owned(), bytes: text.into_bytes() };
    base_with(vec![
        file(LESSON, format!("{BEFORE}{body}\n")),
        file("en/figures/two bells.svg", svg.to_owned()),
        file("en/figures/bell.svg", svg.to_owned()),
    ])
}

fn told(body: &str) -> Vec<Diagnostic> {
    compile(&pack(body)).diagnostics
}

/// What a hint shows first between backticks, or between two of them, where it holds one itself.
fn shown(hint: &str) -> Option<&str> {
    match hint.split_once("`` ") {
        Some((_, rest)) => Some(rest.split_once(" ``")?.0),
        None => Some(hint.split_once('`')?.1.split_once('`')?.0),
    }
}

/// Follows hints until nothing is told, or there is nothing that can be followed.
fn mended(body: &str) -> Result<String, String> {
    let mut body = body.to_owned();
    for _ in 0..12 {
        let faults = told(&body);
        let Some(fault) = faults.first() else { return Ok(body) };
        let full = || report("", &pack(&body), &faults, false);
        let hint = fault.hint.as_deref().ok_or_else(full)?;
        let fix = shown(hint).ok_or_else(full)?;
        let at = |byte: usize| byte.checked_sub(BEFORE.len()).ok_or_else(full);
        let (start, end) = (at(fault.span.0)?, at(fault.span.1)?);
        body = format!("{}{fix}{}", &body[..start], &body[end.min(body.len())..]);
    }
    Err(format!("no end of mending:\n{body}"))
}

/// Texts with a fault, and what following the hints makes of them.
const CASES: &[(&str, &str)] = &[
    ("##Title", "## Title"),
    ("##\u{a0}Title", "## Title"),
    ("##\u{3000}Title", "## Title"),
    ("####### Title", "## Title"),
    ("＃＃ Title", "## Title"),
    ("\u{feff}## Title", "## Title"),
    ("## Title {#t .conclusion owner=guide} ##", "## Title {#t .conclusion owner=guide}"),
    (
        "## Title {#t .conclusion owner=guide short=“A b”}",
        "## Title {#t .conclusion owner=guide short=\"A b\"}",
    ),
    ("[A](lesson: later-start)", "[A](lesson:later-start)"),
    ("[A] (lesson:later-start).", "[A](lesson:later-start)."),
    ("See [A]( term : body clock ).", "See [A](term:body-clock)."),
    ("[A](https://example.org/a b)", "[A](https://example.org/a%20b)"),
    ("[A](https://example.org “B”)", "[A](https://example.org)"),
    ("(A)[term:body-clock]", "[A](term:body-clock)"),
    ("［A］（term:body-clock）", "[A](term:body-clock)"),
    ("![A](../figures/two bells.svg)", "![A](<../figures/two bells.svg>)"),
    ("![A](../figures/bell.svg “B”)", "![A](../figures/bell.svg \"B\")"),
    ("![A](../figures/two bells.svg «B»)", "![A](<../figures/two bells.svg> \"B\")"),
    ("> [!NOTE] Mind this.", "> **Note.** Mind this."),
    ("A note.[^n]\n\n[^n] : The note.", "A note.[^n]\n\n[^n]: The note."),
    ("1945. That was the year.", "1945\\. That was the year."),
    ("12. May was the day.", "12\\. May was the day."),
    ("It is 5*3*2.", "It is 5\\*3\\*2."),
    ("It is 2**3**4.", "It is 2\\*\\*3\\*\\*4."),
    ("A ** bold ** word.", "A **bold** word."),
    ("A * soft* word and *one *.", "A * soft* word and *one*."),
    ("A ~~struck~~ word.", "A *struck* word."),
    ("A ==marked== word.", "A *marked* word."),
    ("See https://example.org/a.", "See <https://example.org/a>."),
    ("See www.example.org.", "See <https://www.example.org>."),
    ("• one\n• two", "- one\n- two"),
    ("-one\n-two", "- one\n-two"),
    ("1.One\n2.Two", "1. One\n2. Two"),
    ("Bell\n: It rings.", "- **Bell**: It rings.\n: It rings."),
    ("Title\n-----", "## Title\n-----"),
    ("| a | b |\n|---|---|\n| `x|y` | z |", "| a | b |\n|---|---|\n| `x\\|y` | z |"),
];

#[test]
fn following_a_hint_to_the_letter_mends_the_fault() {
    let mut wrong = Vec::new();
    for (body, wanted) in CASES {
        // Some hints show a first line of several; what they show is what was meant.
        match mended(body) {
            Ok(text) if text == *wanted => {}
            Ok(text) => wrong.push(format!("{body:?} became {text:?}")),
            Err(told) => wrong.push(format!("{body:?} is told so:\n{told}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_is_meant_as_text_is_not_told() {
    for body in [
        "\\##Title and \\# more, 5 \\* 3, \\*\\* and \\[A](b c)",
        "A number (12) [sic] and a*b as a_b_c, 5 * 3 and 2 + 2 = 4, ~5 or ~6, $5 and $6.",
        "`##Title`, `[A](b c)`, `x|y`, `https://example.org` and `**`",
        "```\n##Title\n| a | b |\n[A](b c)\n```",
        "> ```\n> code\n> ```",
        "- one\n- two\n  - three\n\n1. one\n2. two\n\nText.\n\n3. three",
        "Reasons:\n- one\n\n— Yes, she said.\n\n– No.",
        "The value |x| is not y; a || b.",
        "[A](term:body-clock), <https://example.org/a_b_c> and [text] alone; f(x)[1].",
        "un*frigging*believable, *a* and **b**, 网*络*主权",
        "The ____ clock and ___.",
        "| a | b |\n|---|---|\n| x \\| y | z |\n| 1 |\n",
        "Q: what? A: this.",
        "At 10:30:45, a ratio of 1:2:3, and this: that: so. (x) and (y).",
        "He said: **no**. [^1]\n\n[^1]: Note: this.",
    ] {
        let faults = told(body);
        assert!(faults.is_empty(), "{}", report("", &pack(body), &faults, false));
    }
}
