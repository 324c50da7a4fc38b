//! What a pack consists of, each file read by itself.

use concord_model::{Community, Plural, State};

use super::unread;
use crate::{
    community,
    diagnostic::Faults,
    figure::Figures,
    outline::{self, Document},
    plural,
    settings::{self, Settings},
    source_file::{Text, Texts},
    sources::{self, Sources},
    words::{self, AllWords},
};

/// All files of a pack, read.
pub(super) struct Read<'a> {
    pub(super) settings: Settings<'a>,
    /// The folder of the guide's language, with a slash.
    pub(super) folder: String,
    pub(super) plural: Plural,
    /// None if there are none; the same goes for what follows.
    pub(super) words: Option<AllWords>,
    pub(super) sources: Option<Sources>,
    pub(super) community: Option<Community>,
    pub(super) states: Vec<State>,
    pub(super) documents: Vec<Document<'a>>,
    pub(super) figures: Figures,
}

impl<'a> Read<'a> {
    /// Reads a pack; nothing of one that has no settings, or whose language is not known.
    pub(super) fn of(texts: &Texts<'a>, faults: &mut Faults) -> Option<Self> {
        let Some(file) = find(texts, "guide.toml") else {
            if !texts.unreadable.contains(&"guide.toml") {
                faults
                    .error("guide.toml", 0..0, "the pack is empty: there is no `guide.toml`")
                    .hint("content/README.md says what a pack consists of");
            }
            return None;
        };
        let settings = settings::read(file, faults);
        let sources =
            required(texts, "sources.toml", faults).and_then(|file| sources::read(file, faults));
        let language = settings.language.as_ref()?.as_str();
        let (folder, plural) = (format!("{language}/"), plural::of(language));
        let words = required(texts, &format!("{folder}words.toml"), faults)
            .map(|file| words::read(file, &plural, faults));
        let documents = inside(texts, &folder, ".md");
        let documents = documents.map(|file| outline::read(file, faults)).collect();
        let figures = Figures::read(inside(texts, &folder, ".svg"), faults);
        let states = find(texts, "community/states.csv");
        let states = states.map(|file| community::states(file, faults)).unwrap_or_default();
        let community = sources.as_ref().and_then(|sources| {
            let (community, read) = community::read(texts, &states, &sources.ids, faults);
            unread::report(texts, &folder, &read, faults);
            community
        });
        Some(Self {
            settings,
            folder,
            plural,
            words,
            sources,
            community,
            states,
            documents,
            figures,
        })
    }
}

fn find<'a>(texts: &Texts<'a>, path: &str) -> Option<Text<'a>> {
    texts.files.iter().find(|text| text.path == path).copied()
}

fn required<'a>(texts: &Texts<'a>, path: &str, faults: &mut Faults) -> Option<Text<'a>> {
    let found = find(texts, path);
    if found.is_none() && !texts.unreadable.contains(&path) {
        faults
            .error(path, 0..0, "this file is missing")
            .hint("content/README.md says what it holds");
    }
    found
}

/// Files of one kind in the folder of the guide's language.
fn inside<'t, 'a>(
    texts: &'t Texts<'a>,
    folder: &'t str,
    ending: &'t str,
) -> impl Iterator<Item = Text<'a>> + 't {
    texts
        .files
        .iter()
        .copied()
        .filter(move |text| text.path.starts_with(folder) && text.path.ends_with(ending))
}
