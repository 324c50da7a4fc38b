//! Links, emphasis and the like that come out as text within a line.

use super::{
    Near, Run,
    found::Found,
    line::shown,
    signs::{doubled, formula, stars, underscores},
};

const LINK: &str = "this link is not read";
const DRAWING: &str = "this drawing is not read";

/// The beginnings of addresses within a guide.
const SCHEMES: [&str; 5] = ["lesson:", "claim:", "case:", "term:", "source:"];

impl Near<'_, '_> {
    pub(super) fn inline(&mut self, run: &Run) {
        let source = self.text(run.span.clone());
        // A block at the very end of a heading is looked at by the outline.
        let ends_with_block = run.in_heading && source.ends_with('}');
        let mut done = 0;
        for (at, c) in source.char_indices() {
            if at < done || self.is_escaped(run.span.start + at) {
                continue;
            }
            let before = source.get(done..at).unwrap_or_default();
            let rest = source.get(at..).unwrap_or_default();
            let found = match c {
                ']' | '］' => link(before, rest),
                ')' => swapped_link(before, rest),
                '(' | '（' => address_alone(rest),
                '[' => brackets(rest).filter(|_| !self.is_misdefined(rest)),
                '{' if !ends_with_block => braces(rest),
                '｛' => Found::new(
                    c.len_utf8(),
                    "this attribute block is not read, as its brace is not that of the keyboard",
                    "write `{` and `}`",
                )
                .filter(|_| rest.contains(['#', '.'])),
                '^' if rest.starts_with("^[") => Found::new(
                    2,
                    "a footnote within a line is not read",
                    "write `[^label]` here, and below, at the left margin, `[^label]: …`",
                ),
                ':' => sign_by_name(before, rest),
                '*' => stars(before, rest),
                '_' => underscores(before, rest),
                '~' | '=' | '^' => doubled(before, rest),
                '`' => Found::new(
                    1,
                    "this backtick opens no code",
                    "write another one where the code ends, or `` \\` `` for the sign itself",
                ),
                '$' => formula(rest),
                'h' | 'w' if !run.in_link => address(before, rest),
                _ => None,
            };
            let Some(found) = found else { continue };
            let start = run.span.start + at - found.back.min(at);
            done = (at + found.len.max(1)).min(source.len());
            self.fault(start..run.span.start + done, found.message, found.hint);
        }
    }

    /// Whether a footnote is defined in the file in a way that is not read, which is told there.
    fn is_misdefined(&self, rest: &str) -> bool {
        let Some((label, _)) = rest.strip_prefix("[^").and_then(|rest| rest.split_once(']')) else {
            return false;
        };
        let sign = format!("\n[^{label}]");
        self.file
            .text
            .split(sign.as_str())
            .skip(1)
            .any(|after| after.trim_start().starts_with([':', '：']))
    }
}

/// Whether a text is an address that a link may have.
fn is_address(text: &str) -> bool {
    let text = text.trim();
    SCHEMES.iter().any(|scheme| text.starts_with(scheme))
        || text.starts_with('#') && text.len() > 1
        || text.starts_with("https://")
        || text.starts_with("http://")
}

/// An address without spaces: what a name within the guide can only mean, and a web address as
/// browsers write it.
fn without_spaces(address: &str) -> String {
    let address = address.trim();
    match address.split_once(':') {
        Some((scheme, name)) if SCHEMES.contains(&format!("{}:", scheme.trim()).as_str()) => {
            let name: Vec<&str> = name.split_whitespace().collect();
            format!("{}:{}", scheme.trim(), name.join("-"))
        }
        _ if address.starts_with('#') => {
            address.split_whitespace().collect::<Vec<_>>().join("-").replace("#-", "#")
        }
        _ => address.split_whitespace().collect::<Vec<_>>().join("%20"),
    }
}

/// A link or a drawing from the bracket that ends its text on.
fn link(before: &str, rest: &str) -> Option<Found> {
    let sign = rest.chars().next()?;
    let after = rest.get(sign.len_utf8()..)?;
    let bracket = if sign == ']' { '[' } else { '［' };
    let open = before.rfind(bracket)?;
    if before.get(..open)?.ends_with('\\') {
        return None;
    }
    let text = before.get(open + bracket.len_utf8()..)?;
    let is_image = before.get(..open)?.ends_with(['!', '！']);
    let back = before.len() - open + usize::from(is_image);
    let message = if is_image { DRAWING } else { LINK };
    let is_apart = after.starts_with(char::is_whitespace);
    let inner = after.trim_start().strip_prefix(['(', '（'])?;
    let skipped = rest.len() - inner.len();
    let fix = |hint: String, len: usize| Some(Found { back, len, message, hint });
    let Some(close) = inner.find([')', '）']) else {
        // A bracket in the middle of a sentence is one only if something like an address follows.
        let is_meant = !is_apart && (is_image || is_address(inner));
        let hint = "write all of it in one line: `[text](address)`";
        return is_meant.then(|| fix(hint.to_owned(), rest.len())).flatten();
    };
    let whole = inner.get(..close)?;
    let len = skipped + close + inner.get(close..)?.chars().next()?.len_utf8();
    if is_apart || sign == '］' || !rest.starts_with("](") {
        return is_address(whole).then(|| fix(written(text, without_spaces(whole)), len)).flatten();
    }
    if is_image {
        let (path, caption) = caption_of(whole);
        let path = path.trim();
        let path =
            if path.contains(char::is_whitespace) { format!("<{path}>") } else { path.to_owned() };
        let caption = caption.map(|caption| format!(" \"{caption}\"")).unwrap_or_default();
        return fix(format!("write `![{}]({path}{caption})`", shown(text)), len);
    }
    let (address, caption) = caption_of(whole);
    match caption {
        Some(_) => {
            fix(format!("{}, as a link has no title", written(text, without_spaces(address))), len)
        }
        None => fix(written(text, without_spaces(address)), len),
    }
}

fn written(text: &str, address: String) -> String {
    format!("write `[{}]({address})`", shown(text))
}

/// The address and the title, in quotes of whatever kind, that stand in the brackets of a link.
fn caption_of(inner: &str) -> (&str, Option<&str>) {
    const QUOTES: [char; 9] = ['"', '“', '”', '„', '«', '»', '‘', '’', '\''];
    let inner = inner.trim();
    let quoted = inner.strip_suffix(QUOTES).and_then(|body| {
        let at = body.find(|c| QUOTES.contains(&c))?;
        let (address, caption) = body.split_at(at);
        Some((address.trim(), Some(caption.trim_matches(QUOTES))))
    });
    quoted.unwrap_or((inner, None))
}

/// A link with its two parts in the wrong order: `(text)[address]`.
fn swapped_link(before: &str, rest: &str) -> Option<Found> {
    let (address, _) = rest.strip_prefix(")[")?.split_once(']')?;
    let open = before.rfind('(')?;
    is_address(address).then_some(())?;
    Some(Found {
        back: before.len() - open,
        len: address.len() + 3,
        message: LINK,
        hint: written(before.get(open + 1..)?, without_spaces(address)),
    })
}

/// An address in round brackets, with nothing in square ones before it.
fn address_alone(rest: &str) -> Option<Found> {
    let inner = rest.strip_prefix(['(', '（'])?;
    SCHEMES.iter().any(|scheme| inner.starts_with(scheme)).then_some(())?;
    let (address, after) = inner.split_once([')', '）'])?;
    let hint = format!("write `[text]({})`", without_spaces(address));
    Found::new(rest.len() - after.len(), LINK, hint)
}

fn brackets(rest: &str) -> Option<Found> {
    if let Some((text, _)) = rest.strip_prefix("[[").and_then(|inner| inner.split_once("]]")) {
        let label = text.rsplit('|').next().unwrap_or(text);
        let hint = match text.to_lowercase().ends_with(".svg") {
            true => format!("write the drawing so: `![what it shows](../figures/{text})`"),
            false => format!("write what it leads to: `[{}](lesson:id)`", shown(label)),
        };
        return Found::new(text.len() + 4, "links in double brackets are not read", hint);
    }
    let (inner, _) = rest.strip_prefix('[')?.split_once(']')?;
    let len = inner.len() + 2;
    if let Some(key) = inner.strip_prefix('@').or_else(|| inner.strip_prefix("-@")) {
        let id = key.split([',', ';', ' ']).next().unwrap_or(key);
        let hint = format!("write a link to the source: `[text](source:{id})`");
        return Found::new(len, "this citation is not read", hint);
    }
    if let Some(note) = inner.strip_prefix('^').filter(|note| !note.is_empty()) {
        let label = note.trim().replace(' ', "-");
        let hint = match label == note {
            true => format!("define it at the left margin of this file: `[^{label}]: …`"),
            false => {
                format!("write `[^{label}]` here, and define it in this file: `[^{label}]: …`")
            }
        };
        return Found::new(len, "there is no footnote of this name", hint);
    }
    if SCHEMES.iter().any(|scheme| inner.starts_with(scheme)) {
        let hint = format!("write `[text]({})`", without_spaces(inner));
        return Found::new(len, LINK, hint);
    }
    let is_contents = inner.eq_ignore_ascii_case("toc") || inner.eq_ignore_ascii_case("_toc_");
    let hint = "take it out: the headings of a lesson make its table of contents";
    is_contents.then(|| Found::new(len, "this is not read", hint)).flatten()
}

/// A sign by its name between colons, as chats have them.
fn sign_by_name(before: &str, rest: &str) -> Option<Found> {
    let (name, after) = rest.strip_prefix(':')?.split_once(':')?;
    let is_meant = name.len() > 2
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        && !before.ends_with(char::is_alphanumeric)
        && !after.starts_with(char::is_alphanumeric);
    let hint = "write the sign itself, or `\\:` for the colon";
    is_meant
        .then(|| Found::new(name.len() + 2, "signs by their names are not read", hint))
        .flatten()
}

fn braces(rest: &str) -> Option<Found> {
    let inner = rest.strip_prefix('{')?;
    if inner.starts_with(['{', '%']) {
        let hint = "write the text itself, or `\\{` for the sign";
        return Found::new(2, "templates are not read", hint);
    }
    let inner = inner.trim_start_matches([':', ' ']);
    let is_block =
        inner.starts_with(['#', '.']) && inner.chars().nth(1).is_some_and(char::is_alphabetic);
    let hint = "it stands at the end of a heading's own line and ends with `}`; write `\\{` for the sign itself";
    is_block.then(|| Found::new(2, "this attribute block is not read", hint)).flatten()
}

/// A web address in the text, which is no link.
fn address(before: &str, rest: &str) -> Option<Found> {
    let is_web = ["https://", "http://", "www."].iter().any(|start| {
        rest.strip_prefix(start).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    });
    if !is_web || before.ends_with(|c: char| c.is_alphanumeric() || c == '/') {
        return None;
    }
    let end = rest.find(|c: char| c.is_whitespace() || "<>\"“”".contains(c)).unwrap_or(rest.len());
    let address =
        rest.get(..end)?.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '’', '*']);
    let full =
        if address.starts_with("www.") { format!("https://{address}") } else { address.to_owned() };
    let hint = format!("write `<{full}>`, or put it between backticks to show it as it is");
    Found::new(address.len(), "this address is no link", hint)
}
