//! The kinds of typed sections, and the attributes each may have.

use concord_model::StatementKind;

/// What a heading with a class opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SectionKind {
    Home,
    About,
    Lesson,
    Term,
    Atlas,
    Model,
    Plan,
    Play,
    Case,
    Opening,
    Statement(StatementKind),
    Item(ItemKind),
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemKind {
    Choice,
    Multiple,
    Build,
    Rebuild,
    Blank,
    Match,
    Sort,
    Order,
    Point,
}

impl ItemKind {
    const ALL: [Self; 9] = [
        Self::Choice,
        Self::Multiple,
        Self::Build,
        Self::Rebuild,
        Self::Blank,
        Self::Match,
        Self::Sort,
        Self::Order,
        Self::Point,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Multiple => "multiple",
            Self::Build => "build",
            Self::Rebuild => "rebuild",
            Self::Blank => "blank",
            Self::Match => "match",
            Self::Sort => "sort",
            Self::Order => "order",
            Self::Point => "point",
        }
    }
}

impl SectionKind {
    /// All kinds with their names in content.
    pub(crate) fn all() -> impl Iterator<Item = (&'static str, Self)> {
        [
            ("home", Self::Home),
            ("about", Self::About),
            ("lesson", Self::Lesson),
            ("term", Self::Term),
            ("map", Self::Atlas),
            ("model", Self::Model),
            ("plan", Self::Plan),
            ("play", Self::Play),
            ("case", Self::Case),
            ("opening", Self::Opening),
        ]
        .into_iter()
        .chain(ItemKind::ALL.map(|kind| (kind.name(), Self::Item(kind))))
        .chain(StatementKind::ALL.map(|kind| (kind.name(), Self::Statement(kind))))
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::all().find(|(known, _)| *known == name).map(|(_, kind)| kind)
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::About => "about",
            Self::Lesson => "lesson",
            Self::Term => "term",
            Self::Atlas => "map",
            Self::Model => "model",
            Self::Plan => "plan",
            Self::Play => "play",
            Self::Case => "case",
            Self::Opening => "opening",
            Self::Item(kind) => kind.name(),
            Self::Statement(kind) => kind.name(),
        }
    }

    /// Whether the section stands for itself, as the outermost of its file.
    pub(crate) fn is_outermost(self) -> bool {
        matches!(
            self,
            Self::Home | Self::About | Self::Lesson | Self::Term | Self::Model | Self::Plan
        )
    }

    /// Attributes that a section of this kind may have.
    pub(crate) fn attributes(self) -> &'static [&'static str] {
        match self {
            Self::Home | Self::About | Self::Opening | Self::Plan => &[],
            Self::Lesson => &["formerly"],
            Self::Term => &["source", "formerly"],
            Self::Case => &["date", "source", "states", "about"],
            Self::Atlas => &["layer", "drawing", "states", "year"],
            Self::Model => &["about"],
            Self::Play => &["model", "settings"],
            Self::Item(ItemKind::Build) => &["tests", "place", "asked", "formerly"],
            Self::Item(ItemKind::Rebuild) => &["tests", "of", "asked", "formerly"],
            Self::Item(_) => &["tests", "asked", "formerly"],
            Self::Statement(StatementKind::Claim) => &[
                "owner", "short", "source", "supports", "way", "from", "scheme", "follows",
                "verdict", "formerly",
            ],
            Self::Statement(StatementKind::Conclusion) => {
                &["owner", "short", "source", "verdict", "formerly"]
            }
            Self::Statement(StatementKind::Premise) => {
                &["owner", "short", "source", "to", "way", "scheme", "formerly"]
            }
            Self::Statement(StatementKind::Objection | StatementKind::Reply) => {
                &["owner", "short", "source", "to", "from", "follows", "asks", "formerly"]
            }
            Self::Statement(StatementKind::Undercut) => {
                &["owner", "short", "source", "to", "way", "from", "follows", "asks", "formerly"]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use concord_model::Interaction;

    use super::ItemKind;

    #[test]
    fn content_and_addresses_name_the_same_kinds_of_questions() {
        assert_eq!(ItemKind::ALL.map(ItemKind::name), Interaction::KINDS);
    }
}
