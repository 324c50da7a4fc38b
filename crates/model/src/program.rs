//! Programs beside the guide's own: what answers on some pages alone is loaded where it is seen.
//!
//! A page marks what a program answers on with `data-program` and the program's name, and with `data-off` and
//! what is said if it cannot. The script that starts the guide's program names the program's files in an attribute of the
//! document ([`ProgramFiles`]). When such a place is seen, the guide's program marks it with `data-seen`, adds the
//! program's script if it is not there yet, and lets the place send the event
//! [`SHOWN`](crate::talk::SHOWN). The program takes what it needs of the guide from its own file, whose type
//! stands in this crate; what it wants of the reader's record stands in attributes of the place. If it cannot
//! go on, the place sends [`GONE`](crate::talk::GONE).

use std::fmt;

/// A program of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// Reasons over the argument; reads a [`ReasonerFile`](crate::ReasonerFile).
    Reasoner,
    /// Draws the map of states and answers on it; reads an [`AtlasFile`](crate::AtlasFile).
    Atlas,
    /// Runs models to play with; reads a `concord_models::ModelsFile`.
    Play,
    /// Makes results at the end of a quiz, and collects them on the class page; reads a
    /// [`ResultsFile`](crate::ResultsFile).
    Results,
    /// Lets readers rebuild the argument; reads a [`RebuildFile`](crate::RebuildFile).
    Rebuild,
    /// Finds what readers look for; reads a `concord_engine::search::SearchFile`.
    Search,
}

impl Program {
    /// All programs.
    pub const ALL: [Self; 6] =
        [Self::Reasoner, Self::Atlas, Self::Play, Self::Results, Self::Rebuild, Self::Search];

    /// Its name: in places, and of its files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reasoner => "reasoner",
            Self::Atlas => "atlas",
            Self::Play => "play",
            Self::Results => "results",
            Self::Rebuild => "rebuild",
            Self::Search => "search",
        }
    }

    /// What the files that it reads are called.
    #[must_use]
    pub fn data_name(self) -> &'static str {
        match self {
            Self::Reasoner => "argument",
            Self::Atlas => "community",
            Self::Play => "models",
            Self::Results => "items",
            Self::Rebuild => "pieces",
            Self::Search => "texts",
        }
    }

    /// The attribute of the document that names its files.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Reasoner => data!(reasoner),
            Self::Atlas => data!(atlas),
            Self::Play => data!(play),
            Self::Results => data!(results),
            Self::Rebuild => data!(rebuild),
            Self::Search => data!(search),
        }
    }

    /// The selector of its places.
    #[must_use]
    pub fn places(self) -> &'static str {
        match self {
            Self::Reasoner => concat!("[", data!(program), "=reasoner]"),
            Self::Atlas => concat!("[", data!(program), "=atlas]"),
            Self::Play => concat!("[", data!(program), "=play]"),
            Self::Results => concat!("[", data!(program), "=results]"),
            Self::Rebuild => concat!("[", data!(program), "=rebuild]"),
            Self::Search => concat!("[", data!(program), "=search]"),
        }
    }
}

/// The files of a program, as the document names them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgramFiles {
    /// The script that starts it, in a page and in a worker alike.
    pub script: String,
    /// What it reads.
    pub data: String,
}

impl ProgramFiles {
    /// How the script that starts the guide's program says the document's attribute, with the comma that any other may follow.
    #[must_use]
    pub fn in_script(&self, program: Program) -> String {
        format!("\"{}\": \"{self}\",", program.name())
    }

    /// Reads what such a script says of a program, and what stands before and after it.
    #[must_use]
    pub fn find(script: &str, program: Program) -> Option<(&str, Self, &str)> {
        let (before, rest) = script.split_once(&format!("\"{}\": \"", program.name()))?;
        let (names, after) = rest.split_once("\",")?;
        Some((before, Self::parse(names)?, after))
    }

    /// Reads the document's attribute.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (script, data) = text.split_once(' ')?;
        Some(Self { script: script.to_owned(), data: data.to_owned() })
    }
}

impl fmt::Display for ProgramFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.script, self.data)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_attributes_have_the_name() {
        for program in Program::ALL {
            let name = program.name();
            assert_eq!(program.places(), format!("[data-program={name}]"));
            assert_eq!(program.attribute(), format!("data-{name}"));
        }
    }

    #[test]
    fn files_are_read_as_they_are_written() {
        let files = ProgramFiles { script: "atlas-1.js".into(), data: "map-2.bin".into() };
        assert_eq!(ProgramFiles::parse(&files.to_string()), Some(files));
        assert_eq!(ProgramFiles::parse("alone"), None);
    }

    #[test]
    fn any_program_can_be_taken_out_of_a_script() {
        let files =
            |name: &str| ProgramFiles { script: format!("start-{name}.js"), data: "x.bin".into() };
        let all: Vec<String> =
            Program::ALL.iter().map(|own| files(own.name()).in_script(*own)).collect();
        let script = format!("take({{ {} }});", all.join(" "));
        for program in Program::ALL {
            let (before, found, after) = ProgramFiles::find(&script, program).unwrap();
            assert_eq!(found, files(program.name()));
            let rest = [before, after].concat();
            assert!(ProgramFiles::find(&rest, program).is_none());
            let others = Program::ALL.iter().filter(|own| **own != program);
            assert!(others.clone().all(|own| ProgramFiles::find(&rest, *own).is_some()), "{rest}");
            assert_eq!(rest.matches(",").count(), others.count(), "{rest}");
        }
    }
}
