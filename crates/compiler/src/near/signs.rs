//! Signs for emphasis and the like that come out as signs.

use super::{found::Found, line::shown};

pub(super) fn stars(before: &str, rest: &str) -> Option<Found> {
    let message = "these stars are not read";
    if let Some(inner) = rest.strip_prefix("**") {
        let Some((text, after)) =
            inner.split_once("**").filter(|(text, _)| !text.trim().is_empty())
        else {
            let hint = "write `**text**`, or `\\*\\*` for the signs themselves";
            return Found::new(2, message, hint);
        };
        let hint = if text.trim() == text {
            let space = if before.ends_with(char::is_alphanumeric) { "before" } else { "after" };
            let _ = after;
            format!(
                "put a space {space} the stars, or the marks of punctuation outside them: `**{}**`",
                shown(text)
            )
        } else {
            format!("write `**{}**`, with no space inside the stars", shown(text.trim()))
        };
        return Found::new(text.len() + 4, message, hint);
    }
    let opens = before.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let (text, _) = rest.strip_prefix('*')?.split_once('*')?;
    let is_meant = opens && !text.starts_with(char::is_whitespace) && !text.trim().is_empty();
    let hint = format!(
        "write `*{}*`, with no space inside the stars, or `\\*` for the sign itself",
        shown(text.trim())
    );
    is_meant.then(|| Found::new(text.len() + 2, message, hint)).flatten()
}

pub(super) fn underscores(before: &str, rest: &str) -> Option<Found> {
    if before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '\\') {
        return None;
    }
    let text = rest.trim_start_matches('_');
    let signs = rest.len() - text.len();
    let sign = "_".repeat(signs);
    let (text, after) = text.split_once(sign.as_str())?;
    let is_meant = signs < 3
        && text.contains(char::is_alphanumeric)
        && !after.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        && (text.starts_with(' ') ^ text.ends_with(' ') || signs == 2);
    let hint = format!(
        "write `{sign}{}{sign}`, with no space inside, or `\\_` for the sign itself",
        shown(text.trim())
    );
    is_meant
        .then(|| Found::new(text.len() + 2 * signs, "these signs are not read as emphasis", hint))
        .flatten()
}

/// Signs of other dialects for what is struck out, marked, raised or lowered.
pub(super) fn doubled(before: &str, rest: &str) -> Option<Found> {
    for (sign, message) in
        [("~~", "struck-out text is not read"), ("==", "marked text is not read")]
    {
        let inner = rest.strip_prefix(sign).and_then(|inner| inner.split_once(sign));
        let Some((text, _)) = inner else { continue };
        let is_meant = !text.is_empty()
            && text.trim() == text
            && !text.starts_with(['=', '~'])
            && !before.ends_with(['=', '~', '<', '>', '!']);
        let escaped = sign.chars().map(|c| format!("\\{c}")).collect::<String>();
        let hint = format!("write `*{}*`, or `{escaped}` for the signs themselves", shown(text));
        return is_meant.then(|| Found::new(text.len() + 4, message, hint)).flatten();
    }
    let sign = rest.chars().next().filter(|sign| *sign != '=')?;
    let (text, _) = rest.strip_prefix(sign)?.split_once(sign)?;
    let is_meant = before.ends_with(char::is_alphanumeric)
        && (1..=4).contains(&text.chars().count())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '+' || c == '-');
    let message = "raised and lowered text is not read";
    let hint =
        format!("write the characters themselves, such as ² or ₂, or `\\{sign}` for the sign");
    is_meant.then(|| Found::new(text.len() + 2, message, hint)).flatten()
}

pub(super) fn formula(rest: &str) -> Option<Found> {
    let sign = if rest.starts_with("$$") { "$$" } else { "$" };
    let (text, _) = rest.strip_prefix(sign)?.split_once(sign)?;
    let is_meant = !text.starts_with(' ')
        && !text.is_empty()
        && (sign.len() == 2 || text.contains(['\\', '^', '_', '{', '=']));
    let hint = "write it with the characters themselves, such as x², or `\\$` for the sign";
    is_meant
        .then(|| Found::new(text.len() + 2 * sign.len(), "formulas are not read", hint))
        .flatten()
}
