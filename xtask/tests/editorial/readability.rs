//! How hard the lessons are to read: length of sentences, reading grade, length of lessons.

use std::{fmt, ops::RangeInclusive};

use concord_engine::reading;
use concord_model::{Lesson, Route};

use crate::{
    exemptions::{Fault, hold},
    pack,
    sentences::{is_finished, sentences, words},
    syllables::syllables,
    text::{Part, Passage},
};

/// The longest sentence, in words: fewer than 25.
const MAX_WORDS: usize = 24;

/// The highest Flesch–Kincaid grade of a lesson: school years that its sentences and words ask
/// for. Readers of 16 are in their tenth or eleventh. The formula sees nothing of how hard the
/// thoughts are, so the limit leaves them two years; the highest grade was 6.6 when it was set.
const MAX_GRADE: f64 = 8.0;

/// Words of prose and statements in a lesson, its case included; questions come on top.
const WORDS: RangeInclusive<u32> = 600..=1_000;

/// Minutes for those words and the questions that the lesson shows.
const MINUTES: RangeInclusive<u32> = 6..=12;

/// What is counted in a text.
#[derive(Default)]
struct Measure {
    words: usize,
    sentences: usize,
    longest: usize,
    syllables: u32,
}

impl Measure {
    fn add(&mut self, sentence: &str) {
        let count = words(sentence).count();
        self.words += count;
        self.sentences += 1;
        self.longest = self.longest.max(count);
        self.syllables += words(sentence).map(syllables).sum::<u32>();
    }

    fn mean(&self) -> f64 {
        self.words as f64 / self.sentences as f64
    }

    /// Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75, 1975.
    fn grade(&self) -> f64 {
        0.39 * self.mean() + 11.8 * f64::from(self.syllables) / self.words as f64 - 15.59
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { words, sentences, longest, .. } = self;
        let (mean, grade) = (self.mean(), self.grade());
        let syllables = f64::from(self.syllables) / *words as f64;
        write!(f, "{words:4}{sentences:4}{longest:4}{mean:6.1}{syllables:6.2}{grade:5.1}")
    }
}

/// Whether a passage is running text: as Flesch says, headings and captions are not. A statement's
/// title is a sentence that a reader has to follow, so it counts although it has no full stop.
fn is_running(passage: &Passage) -> bool {
    match passage.part {
        Part::Prose | Part::Stem | Part::Answer | Part::Feedback => is_finished(&passage.text),
        Part::Statement => true,
        Part::Label | Part::Cell | Part::Heading | Part::Caption | Part::Alternative => false,
    }
}

/// Measures what a lesson says, and apart from it what it asks: answers are short, and would make
/// the rest seem easier than it is.
fn measure(lesson: &Lesson) -> (Measure, Measure) {
    let (mut says, mut asks) = (Measure::default(), Measure::default());
    let text = pack::text_of(&Route::Lesson(lesson.id.clone()), &lesson.blocks);
    for passage in text.iter().filter(|passage| is_running(passage)) {
        let measure = match passage.part {
            Part::Stem | Part::Answer | Part::Feedback => &mut asks,
            _ => &mut says,
        };
        sentences(&passage.text).into_iter().for_each(|sentence| measure.add(sentence));
    }
    (says, asks)
}

#[test]
fn no_sentence_is_long() {
    let mut faults = Vec::new();
    for passage in pack::text() {
        for sentence in sentences(&passage.text) {
            let count = words(sentence).count();
            if count > MAX_WORDS {
                faults.push(Fault::new(
                    passage.key(sentence),
                    format!("{count} words where {MAX_WORDS} are allowed: {sentence}"),
                ));
            }
        }
    }
    hold("sentence-length", &faults);
}

#[test]
fn a_good_reader_of_sixteen_can_follow() {
    println!("lesson, words, minutes; then, for what it says | for what it asks:");
    println!("words, sentences, longest, words a sentence, syllables a word, grade");
    let mut faults = Vec::new();
    for lesson in &pack::guide().lessons {
        let (says, asks) = measure(lesson);
        let minutes = reading::of_lesson(lesson);
        println!("{:28}{:5}{minutes:3}  {says} | {asks}", lesson.id.as_str(), lesson.words);
        for (what, grade) in [("says", says.grade()), ("asks", asks.grade())] {
            if grade > MAX_GRADE {
                let key = format!("{}: {what}", lesson.id);
                let says = format!("grade {grade:.1} where {MAX_GRADE} is allowed");
                faults.push(Fault::new(key, says));
            }
        }
    }
    hold("reading-grade", &faults);
}

#[test]
fn a_lesson_fits_one_sitting() {
    let lessons = pack::guide().lessons.iter();
    let faults: Vec<Fault> = lessons
        .map(|lesson| (lesson.id.as_str(), reading::of_lesson(lesson)))
        .filter(|(_, minutes)| !MINUTES.contains(minutes))
        .map(|(id, minutes)| Fault::new(id, format!("it takes {minutes} minutes")))
        .collect();
    hold("reading-time", &faults);
}

#[test]
fn a_lesson_is_neither_thin_nor_long() {
    let lessons = pack::guide().lessons.iter().filter(|lesson| !WORDS.contains(&lesson.words));
    let faults: Vec<Fault> = lessons
        .map(|lesson| {
            let says = format!("{} words where {WORDS:?} are wanted", lesson.words);
            Fault { size: Some(lesson.words), ..Fault::new(lesson.id.as_str(), says) }
        })
        .collect();
    hold("lesson-length", &faults);
}

#[test]
fn the_grade_is_that_of_the_published_formula() {
    let mut measure = Measure::default();
    measure.add("The cat sat on the mat.");
    assert_eq!((measure.words, measure.sentences, measure.syllables), (6, 1, 6));
    assert!((measure.grade() - -1.45).abs() < 1e-9);
}
