//! Lines that look like headings, lists, tables or boxes and come out as text.

use std::borrow::Cow;

use super::cells::cells;

/// What is wrong with a line, and what to do about it.
pub(super) type Found = Option<(Cow<'static, str>, String)>;

/// A text as a hint shows it: not all of a long line.
pub(super) fn shown(text: &str) -> String {
    match text.char_indices().nth(90) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Whether a line of a paragraph is meant as a row of a table or an item of a list.
pub(crate) fn is_row_or_item(line: &str) -> bool {
    is_fenced(line) || task(line).is_some() || bullet(line, Some(line)).is_some()
}

/// Looks at a line by itself and the one after it.
pub(super) fn alone(line: &str, next: Option<&str>, in_quotation: bool) -> Found {
    unseen(line)
        .or_else(|| heading(line))
        .or_else(|| callout(line, in_quotation))
        .or_else(|| task(line))
        .or_else(|| bullet(line, next))
        .or_else(|| footnote_definition(line))
        .or_else(|| definition(line, next))
}

/// Boxes of other dialects, which stand out as notes or warnings there.
fn callout(line: &str, in_quotation: bool) -> Found {
    let named = line.strip_prefix("[!").and_then(|rest| rest.split_once(']'));
    let (name, text) = match named {
        Some((name, rest)) if in_quotation || name.chars().all(char::is_uppercase) => {
            (name, rest.trim())
        }
        _ => {
            let fence = [":::", "!!!", "???"].into_iter().find(|sign| line.starts_with(sign))?;
            let rest = line.trim_start_matches(|c| fence.contains(c)).trim();
            if rest.is_empty() {
                let found = ("this line is not read".into(), "take it out".to_owned());
                return (fence == ":::").then_some(found);
            }
            (rest.split(' ').next().unwrap_or_default(), "")
        }
    };
    let mut letters = name.chars().filter(|c| c.is_alphanumeric());
    let title: String = match letters.next() {
        Some(first) => first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect(),
        None => "Note".to_owned(),
    };
    let text = if text.is_empty() { "…" } else { text };
    let quotation = if in_quotation { "" } else { "> " };
    Some((
        "boxes such as notes and warnings are not read".into(),
        format!(
            "write a quotation with a word in bold instead: `{quotation}**{title}.** {}`",
            shown(text)
        ),
    ))
}

/// A table without its row of dashes, or with one that does not fit, or right below text. `before`
/// is the line before it in the same paragraph.
pub(super) fn table(line: &str, before: Option<&str>, next: Option<&str>) -> Found {
    if before.is_some_and(|before| is_row(before) || is_dashes(before)) {
        // That one was reported.
        return None;
    }
    let columns = cells(line).len();
    let dashes = format!("|{}", "---|".repeat(columns));
    match next.filter(|next| is_dashes(next)) {
        Some(_) if columns < 2 && !is_fenced(line) => None,
        Some(next) if cells(next).len() == columns && !next.contains(ODD_DASHES) => Some((
            "this table is not read, as it follows a line of text".into(),
            "put an empty line before it".to_owned(),
        )),
        Some(_) => Some((
            "this table is not read, as the row below its head does not fit it".into(),
            format!("write that row so: `{dashes}`"),
        )),
        None if is_dashes(line) => None,
        None if is_fenced(line)
            || is_row(line) && next.is_some_and(|next| cells(next).len() == columns) =>
        {
            Some((
                "this table is not read, as the row of dashes below its head is missing".into(),
                format!("write below this row: `{dashes}`"),
            ))
        }
        None => None,
    }
}

/// Signs of which editors and people make lines, and Markdown none.
const ODD_DASHES: [char; 5] = ['—', '–', '−', '=', '+'];

fn is_dashes(line: &str) -> bool {
    line.contains(|c: char| c == '-' || ODD_DASHES.contains(&c))
        && line.chars().all(|c| matches!(c, '|' | ':' | '-' | ' ') || ODD_DASHES.contains(&c))
}

fn is_row(line: &str) -> bool {
    cells(line).len() > 1
}

fn is_fenced(line: &str) -> bool {
    is_row(line) && line.starts_with('|') && line.ends_with('|')
}

/// Terms with their definitions, as other dialects have them.
fn definition(line: &str, next: Option<&str>) -> Found {
    let next =
        next.filter(|next| next.starts_with(": ")).map(|next| next.trim_start_matches([':', ' ']));
    let text = next?;
    Some((
        "lists of definitions are not read".into(),
        format!("write a list: `- **{}**: {}`", shown(line), shown(text)),
    ))
}

/// A character that nobody sees before what would be mark-up.
fn unseen(line: &str) -> Found {
    let seen = line.trim_start_matches([
        '\u{feff}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{2060}',
        '\u{a0}', '\u{3000}',
    ]);
    let is_markup = seen.starts_with(['#', '>', '|', '`'])
        || seen.starts_with(['-', '*', '+']) && seen.chars().nth(1) == Some(' ')
        || seen.starts_with("![");
    (seen.len() < line.len() && is_markup).then(|| {
        (
            "a character that cannot be seen stands at the beginning of this line, so it is read as text".into(),
            format!("take it out: `{}`", shown(seen)),
        )
    })
}

fn heading(line: &str) -> Found {
    let title = line.trim_start_matches(['#', '＃']);
    let signs = line.get(..line.len() - title.len())?;
    let level = signs.chars().count();
    let text = title.trim().trim_end_matches('#').trim_end();
    if level == 0 || text.is_empty() {
        return None;
    }
    let message: Cow<'static, str> = if signs.contains('＃') {
        "this heading is not read: its sign is not the `#` of the keyboard".into()
    } else if level > 6 {
        "this heading is not read: there are six levels at most".into()
    } else if title.starts_with(char::is_whitespace) {
        "this heading is not read: the space after its signs is not a plain one".into()
    } else {
        "this heading is not read: it lacks a space after its signs".into()
    };
    let sign = signs.chars().next()?;
    let escape = if sign == '#' {
        format!(", or `\\{}` if the sign belongs to the text", shown(line))
    } else {
        String::new()
    };
    Some((message, format!("write `{} {}`{escape}", "#".repeat(level.min(6)), shown(text))))
}

/// Whether a line, without the sign of its list, begins with what is meant as the box of an answer.
pub(crate) fn is_box(line: &str) -> bool {
    boxed(line).is_some()
}

/// Whether a box is ticked, and what follows it.
fn boxed(line: &str) -> Option<(bool, &str)> {
    if let Some(text) = line.strip_prefix(['☐', '☑', '☒']) {
        return Some((!line.starts_with('☐'), text));
    }
    let (inside, text) = line.strip_prefix(['[', '(', '［'])?.split_once([']', ')', '］'])?;
    let sign = inside.trim();
    let is_sign = sign.is_empty()
        || sign.chars().count() == 1
            && (sign.contains(['x', 'X', 'v', 'V', 'y', 'Y', '*'])
                || !sign.contains(char::is_alphanumeric)
                    && !sign.contains(['^', '@', '!', '…', '.']));
    // Round brackets are more likely something else, unless they are empty or ticked.
    let is_round = line.starts_with('(') && !matches!(inside, " " | "x" | "X");
    (is_sign && !text.starts_with(['(', ':', '[']) && !is_round).then_some((!sign.is_empty(), text))
}

/// An answer's box without its list, or without the spaces that it needs.
fn task(line: &str) -> Found {
    let rest = line.strip_prefix(['-', '*', '+']).unwrap_or(line);
    let (is_ticked, text) = boxed(rest.trim_start())?;
    let mark = if is_ticked { 'x' } else { ' ' };
    let text = text.trim();
    if text.is_empty() {
        return Some((
            "this answer has no text".into(),
            format!("write it after the box: `- [{mark}] …`"),
        ));
    }
    Some((
        "this box is not read".into(),
        format!("in the answers of a question write `- [{mark}] {}`", shown(text)),
    ))
}

/// Lines of a list with signs or without spaces that the parser does not know.
fn bullet(line: &str, next: Option<&str>) -> Found {
    let message = "this list is not read";
    let bullets = ['•', '‣', '◦', '▪', '●', '○', '∙'];
    if let Some(text) = line.strip_prefix(bullets) {
        return Some((message.into(), format!("write `- {}`", shown(text.trim()))));
    }
    let glued = |line: &str| {
        let rest = line.strip_prefix(['-', '*', '+'])?;
        rest.starts_with(char::is_alphabetic).then(|| rest.to_owned())
    };
    if let (Some(text), Some(_)) = (glued(line), next.and_then(glued)) {
        return Some((
            message.into(),
            format!("put a space after each sign: `- {}`", shown(&text)),
        ));
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = line.get(digits..)?;
    let text = rest.strip_prefix(['.', ')'])?;
    ((1..=2).contains(&digits) && text.starts_with(char::is_alphabetic)).then(|| {
        let number = line.get(..digits).unwrap_or_default();
        (
            "this numbered list is not read: it lacks a space after the number".into(),
            format!("write `{number}. {}`, or `{number}\\{}` for text", shown(text), shown(rest)),
        )
    })
}

fn footnote_definition(line: &str) -> Found {
    let rest = line.strip_prefix("[^")?;
    let (label, after) = rest.split_once(']')?;
    let text = after.trim_start().strip_prefix([':', '：'])?;
    (!label.contains(' ')).then(|| {
        (
            "this footnote is not read".into(),
            format!("write `[^{label}]: {}`, with nothing before the colon", shown(text.trim())),
        )
    })
}
