//! What is common to all that is written as [Argdown](https://argdown.org/syntax/).

/// A sentence on one line, in which no sign means anything to Argdown.
#[must_use]
pub fn sentence(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (place, word) in text.split_whitespace().enumerate() {
        if place > 0 {
            out.push(' ');
        }
        for c in word.chars() {
            if r"\[]<>{}#@*_:/".contains(c) {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_sign_means_anything() {
        assert_eq!(super::sentence(" a\n#b <c> "), r"a \#b \<c\>");
    }
}
