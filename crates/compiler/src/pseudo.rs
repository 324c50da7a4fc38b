//! A pack in a pseudo-language that is longer and goes from right to left: what then still shows
//! Latin letters was not in the pack, and what breaks would break in other languages.

use concord_model::{Id, Statement, StatementKind};
use pulldown_cmark::Event;

use crate::{SourceFile, community::state_id, diagnostic::Faults, markdown, source_file::Text};

/// The letter for each of `a` to `z`: Hebrew ones, which every system can show.
const LETTERS: [char; 26] = [
    'א', 'ב', 'כ', 'ד', 'ה', 'פ', 'ג', 'ח', 'י', 'ז', 'ק', 'ל', 'מ', 'נ', 'ו', 'צ', 'ך', 'ר', 'ס',
    'ט', 'ע', 'ם', 'ן', 'ף', 'ץ', 'ת',
];

/// Fields of `guide.toml`, `sources.toml` and `community/layers.toml` that readers see.
const SHOWN: [&str; 22] = [
    "ask",
    "then",
    "as_of",
    "title",
    "tagline",
    "description",
    "name",
    "by",
    "date",
    "symbol",
    "note",
    "about",
    "disclaimer",
    "institutions_title",
    "institutions_about",
    "unit",
    "licence",
    "coverage",
    "absent",
    "subject",
    "before",
    "outside",
];

/// Rewrites all text that readers see. Headings need written ids, as others would change with it.
#[must_use]
pub fn pseudo(files: &[SourceFile]) -> Vec<SourceFile> {
    files.iter().map(pseudo_file).collect()
}

fn pseudo_file(file: &SourceFile) -> SourceFile {
    let path = file.path.as_str();
    let Ok(text) = std::str::from_utf8(file.content()) else { return file.clone() };
    let text = match path.rsplit('.').next() {
        Some("md") => prose(Text { path, text }),
        Some("svg") => drawing(text),
        Some("csv") => table(text),
        Some("toml") if path.ends_with("words.toml") => lines(text, |_| true),
        Some("toml") if path == "community/layers.toml" => {
            // Whatever reads dates and years has to find them.
            let is_own = |name: &str| ["label", "question", "text"].contains(&name);
            lines(text, |name| is_own(name) || SHOWN.contains(&name) && name != "date")
        }
        Some("toml") => lines(text, |name| SHOWN.contains(&name)),
        _ => text.to_owned(),
    };
    let bytes = if path == "guide.toml" { from_right_to_left(&text) } else { text }.into_bytes();
    SourceFile { path: file.path.clone(), bytes }
}

/// The guide's settings, with the direction in place of any that they have.
fn from_right_to_left(settings: &str) -> String {
    let is_direction =
        |line: &&str| line.split('=').next().unwrap_or_default().trim() == "direction";
    let rest = settings.split('\n').filter(|line| !is_direction(line));
    std::iter::once("direction = \"rtl\"").chain(rest).collect::<Vec<_>>().join("\n")
}

/// Markdown: what the parser takes for text, and the captions of drawings.
fn prose(file: Text<'_>) -> String {
    let mut out = String::with_capacity(file.text.len() * 2);
    let mut at = 0;
    for (event, span) in markdown::parse(file, &mut Faults::default()) {
        let source = file.text.get(span.clone()).unwrap_or_default();
        if matches!(event, Event::Text(_)) && span.start >= at && !is_place(source) {
            out += file.text.get(at..span.start).unwrap_or_default();
            out += &letters(source);
            at = span.end;
        }
    }
    out += file.text.get(at..).unwrap_or_default();
    lines_with_captions(&lines_with_labels(&out))
}

/// The label of a statement stands in quotes, in the block at the end of its heading. It stays as short
/// as a label has to be, and a title that has become too long for one gets one.
fn lines_with_labels(text: &str) -> String {
    let cut = |label: &str| label.chars().take(Statement::MOST_SHORT).collect::<String>();
    let label = |line: &str| {
        let heading = line.split_once(" {#").filter(|_| line.starts_with('#'));
        let Some((title, block)) = heading.filter(|(_, block)| block.contains(" owner=")) else {
            return line.to_owned();
        };
        match block
            .split_once(" short=\"")
            .and_then(|(one, rest)| Some((one, rest.split_once('"')?)))
        {
            Some((one, (label, two))) => {
                format!("{title} {{#{one} short=\"{}\"{two}", cut(&letters(label)))
            }
            None => {
                let (label, block) =
                    (title.trim_start_matches(['#', ' ']), block.trim_end_matches('}'));
                format!("{title} {{#{block} short=\"{}\"}}", cut(label))
            }
        }
    };
    text.split('\n').map(label).collect::<Vec<_>>().join("\n")
}

/// Columns of tables that readers see.
const COLUMNS: [&str; 7] = ["name", "short", "note", "kind", "relation", "members", "text"];

/// A table: the cells of columns that are shown. What the tables' reader refuses stays as it is.
fn table(text: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut shown: Vec<bool> = Vec::new();
    for (at, record) in reader.records().enumerate() {
        let Ok(record) = record else { return text.to_owned() };
        if at == 0 {
            shown = record.iter().map(|name| COLUMNS.contains(&name)).collect();
        }
        let cells = record.iter().zip(&shown);
        let cells = cells.map(|(cell, shown)| match shown {
            true if at > 0 => letters(cell),
            _ => cell.to_owned(),
        });
        if writer.write_record(cells).is_err() {
            return text.to_owned();
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// Whether a text names a place in the argument, such as `premise:some-claim`, states by their
/// codes, or classes of layers such as `a-vote:no + a-treaty:party`, for the compiler.
fn is_place(text: &str) -> bool {
    // In prose a space follows a colon.
    let is_id = |name: &str| Id::new(name).is_ok();
    let is_class = |class: &str| {
        class.trim().split_once(':').is_some_and(|(layer, class)| is_id(layer) && is_id(class))
    };
    if text.split(',').all(|code| state_id(code.trim()).is_some())
        || text.split(" + ").all(is_class)
    {
        return true;
    }
    let part = text.split_once(':').map(|(part, _)| part.trim());
    part.is_some_and(|part| StatementKind::ALL.iter().any(|kind| kind.name() == part))
}

/// The caption of a drawing stands in quotes after its path, on the drawing's own line.
fn lines_with_captions(text: &str) -> String {
    let caption = |line: &str| match (line.starts_with("!["), line.split_once(" \"")) {
        (true, Some((before, caption))) => format!("{before} \"{}", letters(caption)),
        _ => line.to_owned(),
    };
    text.split('\n').map(caption).collect::<Vec<_>>().join("\n")
}

/// SVG: what stands between tags.
fn drawing(text: &str) -> String {
    let piece = |piece: &str| match piece.split_once('>') {
        Some((tag, inner)) => format!("{tag}>{}", letters(inner)),
        None => piece.to_owned(),
    };
    text.split('<').map(piece).collect::<Vec<_>>().join("<")
}

/// TOML: the quoted texts of lines whose field is shown. What stands in braces within a text is
/// filled in later and stays.
fn lines(text: &str, is_shown: impl Fn(&str) -> bool) -> String {
    let line = |line: &str| {
        let name = line.split('=').next().unwrap_or_default().trim();
        if line.starts_with('#') || !is_shown(name) {
            return line.to_owned();
        }
        let parts = line.split('"').enumerate();
        let parts =
            parts.map(|(place, part)| if place % 2 == 1 { filled(part) } else { part.to_owned() });
        parts.collect::<Vec<_>>().join("\"")
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

fn filled(text: &str) -> String {
    let piece = |(place, piece): (usize, &str)| match piece.split_once('}') {
        Some((name, rest)) if place > 0 => format!("{name}}}{}", letters(rest)),
        _ => letters(piece),
    };
    text.split('{').enumerate().map(piece).collect::<Vec<_>>().join("{")
}

/// Each Latin letter as one of the pseudo-language, vowels twice, so that words grow by a third.
/// Entities stay.
fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some((entity, after)) = rest.split_once(';').filter(|(entity, _)| is_entity(entity))
        {
            out += entity;
            out.push(';');
            rest = after;
            continue;
        }
        let lower = c.to_ascii_lowercase();
        let place = u32::from(lower).wrapping_sub(u32::from('a')) as usize;
        match LETTERS.get(place) {
            Some(letter) => {
                out.push(*letter);
                if "aeiou".contains(lower) {
                    out.push(*letter);
                }
            }
            None => out.push(c),
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out
}

fn is_entity(text: &str) -> bool {
    text.strip_prefix('&').is_some_and(|name| {
        name.len() < 8 && name.trim_start_matches('#').chars().all(|c| c.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, text: &str) -> String {
        let file = SourceFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
        String::from_utf8(pseudo_file(&file).bytes).unwrap()
    }

    #[test]
    fn words_change_and_marks_stay() {
        assert_eq!(
            of("en/a.md", "# Be {#be .claim}\n\n[be](term:be) &lt; **b**\n"),
            "# בהה {#be .claim}\n\n[בהה](term:be) &lt; **ב**\n"
        );
        assert_eq!(
            of("en/a.md", "# Be {#be owner=b short=\"Be b\" .claim}\n## B {#b owner=b}\n"),
            "# בהה {#be owner=b short=\"בהה ב\" .claim}\n## ב {#b owner=b short=\"ב\"}\n"
        );
        assert_eq!(of("en/a.md", "- [x] premise:be\n"), "- [x] premise:be\n");
        assert_eq!(of("en/a.md", "![b](b.svg \"be\")\n"), "![ב](b.svg \"בהה\")\n");
        assert_eq!(
            of("en/b.svg", "<svg><text class=\"b\">b</text></svg>"),
            "<svg><text class=\"b\">ב</text></svg>"
        );
        assert_eq!(of("en/words.toml", "b = { one = \"b {be}\" }"), "b = { one = \"ב {be}\" }");
        assert_eq!(of("sources.toml", "kind = \"b\"\nby = \"b\""), "kind = \"b\"\nby = \"ב\"");
        for settings in ["work = \"b\"", "direction = \"ltr\"\nwork = \"b\""] {
            assert_eq!(of("guide.toml", settings), "direction = \"rtl\"\nwork = \"b\"");
        }
    }
}
