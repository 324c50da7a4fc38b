//! A table as a file for spreadsheets: UTF-8 with a byte order mark, by which they know that it is; commas, and lines that
//! end as RFC 4180 has it. A cell that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises.

/// The byte order mark.
const MARK: char = '\u{feff}';

/// The rows as such a file.
#[must_use]
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut out = String::from(MARK);
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            out.push_str(&self::cell(cell));
        }
        out.push_str("\r\n");
    }
    out
}

fn cell(text: &str) -> String {
    // Spreadsheets look past blanks, and some take full-width signs for the usual ones.
    let first = text.trim_start().chars().next();
    let is_number = text.parse::<f64>().is_ok();
    let is_formula = first.is_some_and(|c| "=+-@＝＋－＠".contains(c)) && !is_number
        || text.starts_with(['\t', '\r', '\n']);
    let safe = if is_formula { "'" } else { "" }.to_owned() + text;
    if safe.contains([',', '"', ';', '\t', '\r', '\n']) || safe != safe.trim() {
        return ["\"", &safe.replace('"', "\"\""), "\""].concat();
    }
    safe
}
