//! What a package is to be.

/// A kind of package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// SCORM 1.2.
    Scorm12,
    /// SCORM 2004, 4th edition.
    Scorm2004,
    /// cmi5; with the address of a hosted guide its manifest alone.
    Cmi5,
    /// One file of HTML.
    SingleFile,
    /// A site for any host, which cmi5 can launch there.
    Site,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::Scorm12, Self::Scorm2004, Self::Cmi5, Self::SingleFile, Self::Site];

    /// Its name in commands.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Scorm12 => "scorm12",
            Self::Scorm2004 => "scorm2004",
            Self::Cmi5 => "cmi5",
            Self::SingleFile => "single-file",
            Self::Site => "site",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What its file's name ends with.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::SingleFile => "html",
            _ => "zip",
        }
    }
}

/// What is in a package, and what is enough to pass it.
#[derive(Clone, Copy, Debug)]
pub struct Package<'p> {
    /// Whether it is of one lesson, of which the guide then consists.
    pub alone: bool,
    /// Where the whole guide is hosted, ending with `/`, if that is known.
    pub site: Option<&'p str>,
    /// What share of the points is enough, from 0 to 1.
    pub pass: f64,
}
