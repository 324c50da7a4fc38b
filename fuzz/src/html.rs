//! Whether HTML holds nothing that acts: a reading of its own, which shares nothing with those who write it.

/// Elements that the guide never has in what it makes of words.
const NEVER: [&str; 14] = [
    "applet",
    "base",
    "embed",
    "foreignobject",
    "form",
    "frame",
    "iframe",
    "link",
    "meta",
    "object",
    "script",
    "set",
    "style",
    "template",
];

/// Elements without an end.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "wbr", "col"];

/// Ends with a panic where HTML has an element or attribute that acts, or where elements do not close.
pub(crate) fn hold(html: &str) {
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (tag, after) = one(&rest[at..]);
        rest = after;
        let Tag { name, ends, closed, attributes } = tag;
        assert!(!NEVER.contains(&name.as_str()) || may(&name, &attributes), "<{name}> in {html:?}");
        for (attribute, value) in &attributes {
            assert!(
                !attribute.starts_with("on") && attribute != "srcdoc",
                "{attribute} in {html:?}"
            );
            assert!(attribute != "style", "{attribute} in {html:?}");
            let address: String =
                value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let acts = ["javascript:", "vbscript:", "data:"].iter().any(|scheme| {
                address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            });
            let leads =
                ["href", "src", "xlink:href", "action", "formaction"].contains(&attribute.as_str());
            assert!(!(acts && leads), "{attribute}={value:?} in {html:?}");
        }
        if ends {
            assert_eq!(open.pop().as_ref(), Some(&name), "{html:?}");
        } else if !closed && !VOID.contains(&name.as_str()) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} stay open in {html:?}");
}

/// The verdict on a leaf is asked for by a form, which sends nothing.
fn may(name: &str, attributes: &[(String, String)]) -> bool {
    name == "form" && attributes.iter().all(|(name, _)| name != "action")
}

struct Tag {
    name: String,
    ends: bool,
    closed: bool,
    attributes: Vec<(String, String)>,
}

/// A name at the start of a text, as browsers read it; the text goes on after it.
fn name_of(rest: &mut &str) -> String {
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_:".contains(c);
    let (name, after) = rest.split_at(rest.find(|c| !is_name(c)).unwrap_or(rest.len()));
    *rest = after;
    assert!(!name.is_empty(), "no tag, or no attribute, before {after:?}");
    name.to_ascii_lowercase()
}

/// Reads a tag at the start of a text; what comes after it.
fn one(text: &str) -> (Tag, &str) {
    let rest = &text[1..];
    let ends = rest.starts_with('/');
    let mut rest = rest.strip_prefix('/').unwrap_or(rest);
    let name = name_of(&mut rest);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let closed = rest.starts_with("/>");
        if let Some(after) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
            return (Tag { name, ends, closed, attributes }, after);
        }
        let attribute = name_of(&mut rest);
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let quoted = after.strip_prefix('"').and_then(|own| own.split_once('"'));
            (value, rest) = quoted.unwrap_or_else(|| panic!("a value without quotes: {after:?}"));
        }
        let meant = [("&amp;", "&"), ("&colon;", ":"), ("&#58;", ":"), ("&Tab;", "")];
        let value =
            meant.iter().fold(value.to_owned(), |own, (code, sign)| own.replace(code, sign));
        attributes.push((attribute, value));
    }
}

#[cfg(test)]
mod tests {
    use super::hold;

    #[test]
    fn what_does_nothing_is_let_through() {
        for sound in [
            "",
            "a &lt; b",
            "<p>a <em>b</em><br>c</p>",
            "<a href=\"lessons/a/#b\" hidden>b</a>",
            "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>",
        ] {
            hold(sound);
        }
    }

    #[test]
    fn what_acts_is_found() {
        for bad in [
            "<script>a</script>",
            "<p onclick=\"a\">b</p>",
            "<a href=\"JavaScript:a\">b</a>",
            "<a href=\" java\tscript:a\">b</a>",
            "<a href=\"javascript&colon;a\">b</a>",
            "<a href='b'>b</a>",
            "<p>a",
            "<p><em>a</p></em>",
            "a < b",
            "<iframe srcdoc=\"a\"></iframe>",
            "<p style=\"a\">b</p>",
        ] {
            assert!(std::panic::catch_unwind(|| hold(bad)).is_err(), "{bad}");
        }
    }
}
