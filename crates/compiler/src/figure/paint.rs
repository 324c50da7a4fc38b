//! The look of a shape as a class: colours of a drawing program become those of the reader's theme.

use roxmltree::Node;

/// Classes that the stylesheet knows; `content/README.md` lists them.
pub(super) const CLASSES: [&str; 13] = [
    "line",
    "accent-line",
    "dash",
    "soft",
    "accent-soft",
    "solid",
    "accent-solid",
    "label",
    "strong",
    "small",
    "first",
    "second",
    "third",
];

/// What is known of how a shape is painted; what it does not say, it has from what it stands in.
#[derive(Clone, Default)]
pub(super) struct Paint {
    fill: Option<String>,
    stroke: Option<String>,
    dashes: Option<String>,
    size: Option<String>,
    weight: Option<String>,
    opacity: Option<String>,
    display: Option<String>,
    /// Whether a class that the stylesheet knows paints it already.
    pub(super) has_class: bool,
}

/// Attributes that say how a shape is painted, also as fields of `style`.
pub(super) const PAINTS: [&str; 7] =
    ["fill", "stroke", "stroke-dasharray", "font-size", "font-weight", "fill-opacity", "display"];

/// Rules of a stylesheet in the drawing: the name of a class and what it declares.
pub(super) type Rules = Vec<(String, String)>;

/// The rules of all `<style>` elements, as far as they are about a single class.
pub(super) fn rules(root: Node<'_, '_>) -> Rules {
    let mut rules = Vec::new();
    for style in root.descendants().filter(|node| node.tag_name().name() == "style") {
        let text: String = style.descendants().filter_map(|node| node.text()).take(1).collect();
        for rule in text.split('}') {
            let Some((selectors, body)) = rule.split_once('{') else { continue };
            for selector in selectors.split(',') {
                if let Some(class) = selector.trim().strip_prefix('.') {
                    rules.push((class.to_owned(), body.to_owned()));
                }
            }
        }
    }
    rules
}

impl Paint {
    /// The paint of a shape within another: `classes` are those of its own that nobody knows.
    pub(super) fn of(mut self, node: Node<'_, '_>, classes: &[&str], rules: &Rules) -> Self {
        for name in PAINTS {
            if let Some(value) = node.attribute(name) {
                self.set(name, value);
            }
        }
        for (class, body) in rules {
            if classes.contains(&class.as_str()) {
                self.declare(body);
            }
        }
        self.declare(node.attribute("style").unwrap_or_default());
        self
    }

    fn declare(&mut self, declarations: &str) {
        for declaration in declarations.split(';') {
            if let Some((name, value)) = declaration.split_once(':') {
                self.set(name.trim(), value);
            }
        }
    }

    fn set(&mut self, name: &str, value: &str) {
        let slot = match name {
            "fill" => &mut self.fill,
            "stroke" => &mut self.stroke,
            "stroke-dasharray" => &mut self.dashes,
            "font-size" => &mut self.size,
            "font-weight" => &mut self.weight,
            "fill-opacity" => &mut self.opacity,
            "display" => &mut self.display,
            _ => return,
        };
        let value = value.replace("!important", "").trim().to_lowercase();
        if value != "inherit" {
            *slot = Some(value);
        }
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.display.as_deref() == Some("none")
    }

    /// The class that looks most like it, and the colour that it stands for.
    pub(super) fn class(&self, element: &str) -> (&'static str, String) {
        let number = |text: &Option<String>| {
            let digits = text.as_deref().unwrap_or_default().trim_end_matches(char::is_alphabetic);
            digits.parse::<f32>().ok()
        };
        if matches!(element, "text" | "tspan") {
            let is_bold = self.weight.as_deref().is_some_and(|weight| {
                weight.starts_with("bold")
                    || weight.parse::<u16>().is_ok_and(|weight| weight >= 600)
            });
            let size = number(&self.size);
            let class = match size {
                _ if is_bold => "strong",
                Some(size) if size < 20.0 => "small",
                _ => "label",
            };
            return (class, self.fill.clone().unwrap_or_else(|| "black".to_owned()));
        }
        let fill = Tone::of(self.fill.as_deref().unwrap_or("black"));
        let stroke = Tone::of(self.stroke.as_deref().unwrap_or("none"));
        let named = |paint: &Option<String>| paint.clone().unwrap_or_else(|| "black".to_owned());
        let is_faint = number(&self.opacity).is_some_and(|opacity| opacity < 0.5);
        let is_dashed =
            self.dashes.as_deref().is_some_and(|dashes| dashes != "none" && dashes != "0");
        // A line has no inside, whatever its fill.
        let fill = if element == "line" { Tone::None } else { fill };
        match (fill, stroke) {
            (Tone::None, Tone::None) => ("line", "none".to_owned()),
            (Tone::None, _) if is_dashed => ("dash", named(&self.stroke)),
            (Tone::None, Tone::Colour(_)) => ("accent-line", named(&self.stroke)),
            (Tone::None, Tone::Grey(_)) => ("line", named(&self.stroke)),
            (Tone::Colour(is_light), _) if is_light || is_faint => {
                ("accent-soft", named(&self.fill))
            }
            (Tone::Colour(_), _) => ("accent-solid", named(&self.fill)),
            (Tone::Grey(is_light), Tone::Colour(_)) if is_light => {
                ("accent-soft", named(&self.stroke))
            }
            (Tone::Grey(is_light), _) if is_light || is_faint => ("soft", named(&self.fill)),
            (Tone::Grey(_), _) => ("solid", named(&self.fill)),
        }
    }
}

/// A colour, as far as a theme can follow it: whether it is one, and whether it is light.
#[derive(Clone, Copy)]
enum Tone {
    None,
    Grey(bool),
    Colour(bool),
}

impl Tone {
    fn of(paint: &str) -> Self {
        let Some((red, green, blue)) = rgb(paint) else {
            return match paint {
                "none" | "transparent" => Self::None,
                // A gradient, or a colour by a name that is not in the list.
                _ => Self::Colour(paint.starts_with("url") || paint.starts_with("light")),
            };
        };
        let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
        let light = (299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue)) / 1000;
        if most - least < 40 { Self::Grey(light > 150) } else { Self::Colour(light > 170) }
    }
}

fn rgb(paint: &str) -> Option<(u8, u8, u8)> {
    if let Some(digits) = paint.strip_prefix('#') {
        let all: Vec<u8> = digits
            .chars()
            .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
            .collect::<Option<_>>()?;
        return match *all.as_slice() {
            [r, g, b] | [r, g, b, _] => Some((r * 17, g * 17, b * 17)),
            [r, s, g, h, b, c] | [r, s, g, h, b, c, _, _] => {
                Some((r * 16 + s, g * 16 + h, b * 16 + c))
            }
            _ => None,
        };
    }
    if let Some(inner) = paint.strip_prefix("rgb") {
        let numbers = inner.trim_start_matches('a').trim_matches(['(', ')']);
        let part = |text: &str| {
            let text = text.trim();
            match text.strip_suffix('%') {
                Some(percent) => percent.parse::<f32>().ok().map(|percent| percent * 2.55),
                None => text.parse::<f32>().ok(),
            }
            .map(|number| number.clamp(0.0, 255.0) as u8)
        };
        let parts: Vec<u8> = numbers
            .split([',', ' ', '/'])
            .filter(|text| !text.is_empty())
            .filter_map(part)
            .collect();
        return match *parts.as_slice() {
            [r, g, b, ..] => Some((r, g, b)),
            _ => None,
        };
    }
    Some(match paint {
        "black" | "currentcolor" => (0, 0, 0),
        "white" => (255, 255, 255),
        "gray" | "grey" | "dimgray" | "dimgrey" => (120, 120, 120),
        "silver" | "lightgray" | "lightgrey" | "gainsboro" | "whitesmoke" => (211, 211, 211),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(element: &str, style: &str) -> &'static str {
        let mut paint = Paint::default();
        paint.declare(style);
        paint.class(element).0
    }

    #[test]
    fn colours_become_the_classes_that_look_most_like_them() {
        for (element, style, expected) in [
            ("rect", "", "solid"),
            ("rect", "fill:#000", "solid"),
            ("rect", "fill:#eeeeee;stroke:#000000", "soft"),
            ("rect", "fill:#c00000", "accent-solid"),
            ("rect", "fill: rgb(255, 220, 200)", "accent-soft"),
            ("rect", "fill:red;fill-opacity:0.2", "accent-soft"),
            ("rect", "fill:white;stroke:#c00", "accent-soft"),
            ("path", "fill:none;stroke:#000000;stroke-width:2", "line"),
            ("path", "fill:none;stroke:blue", "accent-line"),
            ("path", "fill:none;stroke:#333;stroke-dasharray:4 2", "dash"),
            ("line", "stroke:black", "line"),
            ("text", "font-size:12px", "small"),
            ("text", "font-size:22px;font-weight:bold", "strong"),
            ("text", "", "label"),
        ] {
            assert_eq!(class(element, style), expected, "{element} {style}");
        }
    }
}
