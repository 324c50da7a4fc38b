//! Reads `words.toml`, the words of the interface.

use std::ops::Range;

use concord_model::{
    AtlasWords, Category, Declared, Forms, ModelWords, PackageWords, Plural, ReadWords,
    ReasonerWords, RebuildWords, ResultsWords, SchemeWords, TeachWords, TwiceWords, Words, listed,
};

use crate::{diagnostic::Faults, record::Record, source_file::Text, suggest};

/// The words of the guide's program, and of the programs beside it.
pub(crate) struct AllWords {
    pub(crate) guide: Words,
    pub(crate) atlas: AtlasWords,
    pub(crate) reasoner: ReasonerWords,
    pub(crate) models: ModelWords,
    pub(crate) schemes: SchemeWords,
    pub(crate) teach: TeachWords,
    pub(crate) results: ResultsWords,
    pub(crate) packages: PackageWords,
    pub(crate) twice: TwiceWords,
    pub(crate) rebuild: RebuildWords,
}

/// Takes every word, reporting those that are missing, those that nobody uses, and names in braces
/// that nothing fills in.
pub(crate) fn read(file: Text<'_>, plural: &Plural, faults: &mut Faults) -> AllWords {
    let mut reader = Reader {
        file,
        record: Record::parse(file, faults),
        categories: plural.categories(),
        faults,
    };
    let words = AllWords {
        guide: Words::read(&mut reader),
        atlas: AtlasWords::read(&mut reader),
        reasoner: ReasonerWords::read(&mut reader),
        models: ModelWords::read(&mut reader),
        schemes: SchemeWords::read(&mut reader),
        teach: TeachWords::read(&mut reader),
        results: ResultsWords::read(&mut reader),
        packages: PackageWords::read(&mut reader),
        twice: TwiceWords::read(&mut reader),
        rebuild: RebuildWords::read(&mut reader),
    };
    reader.record.finish(reader.faults);
    words
}

/// The word that holds the names of all months.
const MONTHS: &str = "months";

struct Reader<'r, 'a> {
    file: Text<'a>,
    record: Record<'a>,
    /// The plural forms that the language has.
    categories: Vec<Category>,
    faults: &'r mut Faults,
}

impl ReadWords for Reader<'_, '_> {
    fn text(&mut self, word: Declared) -> String {
        let text = self.record.text(word.name, self.faults);
        if let Some((text, span)) = text.as_ref().filter(|_| word.name == MONTHS) {
            let number = listed(text).count();
            if number != 12 {
                let message = format!("a year has twelve months, and here are {number}");
                let hint =
                    "write their twelve names with commas between them: `January, February, …`";
                self.faults.error(self.file.path, span.clone(), message).hint(hint);
            }
        }
        self.checked(text, word)
    }

    fn forms(&mut self, word: Declared) -> Forms {
        let names: Vec<_> = self.categories.iter().map(|category| category.name()).collect();
        let shape = names.iter().map(|name| format!("{name} = \"…\"")).collect::<Vec<_>>();
        let shape = format!("{{ {} }}", shape.join(", "));
        let Some(mut forms) = self.record.table(word.name, &shape, self.faults) else {
            return Forms::default();
        };
        let mut read = Vec::new();
        for category in self.categories.clone() {
            let text = forms.text(category.name(), self.faults);
            read.push((category, self.checked(text, word)));
        }
        forms.finish(self.faults);
        Forms(read)
    }
}

impl Reader<'_, '_> {
    /// The text, after a look at the names in braces.
    fn checked(&mut self, text: Option<(String, Range<usize>)>, word: Declared) -> String {
        let Some((text, span)) = text else { return String::new() };
        for name in text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default()) {
            if !word.values.contains(&name) {
                let message = format!("nothing fills in `{{{name}}}` here");
                let hint = suggest::did_you_mean(name, word.values.iter().copied());
                let hint = hint.unwrap_or_else(|| {
                    format!("take `{{{name}}}` out: this word has nothing that is filled in")
                });
                self.faults.error(self.file.path, span.clone(), message).hint(hint);
            }
        }
        text
    }
}
