//! A pack of any size, for tests and benchmarks: sound, and made of every kind of section.

use concord_model::{
    AtlasWords, Declared, Forms, ModelWords, PackageWords, ReadWords, ReasonerWords, RebuildWords,
    ResultsWords, SchemeWords, TeachWords, TwiceWords, Words,
};

use crate::SourceFile;

/// A sound pack of `lessons` lessons, each about as long as a real one.
#[must_use]
pub fn generated_pack(lessons: usize) -> Vec<SourceFile> {
    generated_bank(lessons, lessons)
}

/// A sound pack of `lessons` lessons with `items` questions in all.
#[must_use]
pub fn generated_bank(lessons: usize, items: usize) -> Vec<SourceFile> {
    let own = |number: usize| {
        let questions = (number..items).step_by(lessons).map(|at| question(at, number));
        opening(number) + &argument(number) + &questions.collect::<String>()
    };
    pack(lessons, &own)
}

/// A sound pack whose argument has so many statements, or a few more, all in one lesson.
#[must_use]
pub fn generated_argument(statements: usize) -> Vec<SourceFile> {
    let arguments = (0..statements.div_ceil(STATEMENTS)).map(argument);
    pack(1, &|_| opening(0) + &arguments.clone().collect::<String>())
}

/// How many statements an [`argument`] has.
const STATEMENTS: usize = 9;

/// A pack of lessons with these texts.
fn pack(lessons: usize, text: &dyn Fn(usize) -> String) -> Vec<SourceFile> {
    let order: String = (0..lessons).map(|number| format!("\"lesson-{number}\", ")).collect();
    let settings = format!(
        "id = \"generated\"\nlanguage = \"en\"\ntitle = \"Generated\"\ntagline = \"Many lessons\"\ndescription = \"For tests.\"\n\
         work = \"work\"\nlessons = [{order}]\n[[owner]]\nid = \"guide\"\nname = \"Guide\"\nmark = \"disc\"\nown_voice = true\n"
    );
    let sources = "[work]\nkind = \"book\"\ntitle = \"Work\"\nby = \"Author\"\ndate = \"2000\"\nnote = \"A work.\"\n";
    let mut words = WordsFile::default();
    Words::read(&mut words);
    AtlasWords::read(&mut words);
    ReasonerWords::read(&mut words);
    ModelWords::read(&mut words);
    SchemeWords::read(&mut words);
    TeachWords::read(&mut words);
    ResultsWords::read(&mut words);
    TwiceWords::read(&mut words);
    PackageWords::read(&mut words);
    RebuildWords::read(&mut words);
    let home = "# Generated {#home .home}\n\nWelcome.\n\n## End {#end .conclusion owner=guide}\n\nThe end.\n";
    let term = "# Word {#word .term}\n\nA word.\n";
    let shared = [
        ("guide.toml".to_owned(), settings),
        ("sources.toml".to_owned(), sources.to_owned()),
        ("en/words.toml".to_owned(), words.0),
        ("en/home.md".to_owned(), home.to_owned()),
        ("en/terms.md".to_owned(), term.to_owned()),
    ];
    let lessons = (0..lessons).map(|number| (format!("en/lessons/{number}.md"), text(number)));
    let files = shared.into_iter().chain(lessons);
    files.map(|(path, text)| SourceFile { path, bytes: text.into_bytes() }).collect()
}

/// A `words.toml` in which each word is its own name.
#[derive(Default)]
struct WordsFile(String);

impl ReadWords for WordsFile {
    fn text(&mut self, Declared { name, .. }: Declared) -> String {
        // The names of the months are a list.
        let text = if name == "months" { "1,2,3,4,5,6,7,8,9,10,11,12" } else { name };
        self.0 += &format!("{name} = \"{text}\"\n");
        String::new()
    }

    fn forms(&mut self, Declared { name, .. }: Declared) -> Forms {
        self.0 += &format!("{name} = {{ one = \"{name}\", other = \"{name}\" }}\n");
        Forms::default()
    }
}

fn opening(number: usize) -> String {
    format!(
        "# Lesson {number} {{#lesson-{number} .lesson}}\n\nThis is lesson {number} of [many](term:word).[^n]\n\n\
         [^n]: A note on lesson {number}.\n\n"
    )
}

/// A claim, with premises and objections to them.
fn argument(number: usize) -> String {
    let mut text = format!(
        "## Claim {number} {{#claim-{number} .claim owner=guide supports=end}}\n\nIt rests on [a work](source:work).\n\n"
    );
    for part in 0..4 {
        let prose = paragraph(number * 7 + part);
        text += &format!(
            "### Premise {part} {{#premise-{number}-{part} .premise owner=guide}}\n\n{prose}\n\n\
             #### Objection {part} {{#objection-{number}-{part} .objection owner=guide}}\n\n{prose}\n\n"
        );
    }
    text
}

fn question(number: usize, lesson: usize) -> String {
    format!(
        "## Question {number} {{#q-{number} .choice tests=claim-{lesson}}}\n\nWhich one?\n\n\
         - [x] This.\n\n  > Yes: see [the claim](claim:claim-{lesson}).\n\n- [ ] That.\n\n  > No.\n\n"
    )
}

/// About 60 words that differ with the seed, so that compression finds what it would find in prose.
fn paragraph(seed: usize) -> String {
    const WORDS: [&str; 24] = [
        "state", "network", "law", "claim", "treaty", "cable", "court", "vote", "norm", "data",
        "border", "people", "shared", "equal", "open", "slow", "early", "common", "holds",
        "answers", "weighs", "agrees", "asks", "shows",
    ];
    let word =
        |at: usize| WORDS.get((seed * 31 + at * 17 + at * at * (seed % 13)) % WORDS.len()).copied();
    (0..60).filter_map(word).collect::<Vec<_>>().join(" ") + "."
}
