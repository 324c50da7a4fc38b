//! What the adapter has to know of a guide: its questions in their order, with how they are answered and what is right,
//! in the words of the systems' data models; its lessons; and the words that it says.

use concord_model::{Guide, Interaction, Item, Places};
use serde::Serialize;

use crate::questions::plain;

/// What the adapter reads.
#[derive(Debug, Serialize)]
pub(crate) struct Table<'g> {
    pub(crate) id: &'g str,
    pub(crate) language: &'g str,
    pub(crate) title: &'g str,
    /// Where a learner begins.
    pub(crate) start: &'g str,
    /// All pages, of which one may be where a learner was.
    pub(crate) pages: &'g [String],
    /// What share of the points is enough, from 0 to 1.
    pub(crate) pass: f64,
    pub(crate) lessons: Vec<&'g str>,
    pub(crate) items: Vec<Question<'g>>,
    pub(crate) words: Words<'g>,
}

/// A question.
#[derive(Debug, Serialize)]
pub(crate) struct Question<'g> {
    id: &'g str,
    version: u32,
    /// Whether its lesson shows it, so that it counts.
    counts: bool,
    /// How many points there are.
    of: usize,
    kind: &'static str,
    /// What is asked, as text.
    stem: String,
    /// The answers, things or steps, by their numbers.
    sources: Vec<String>,
    /// The places that things go to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<String>,
    /// What is right: numbers, pairs of numbers, or words, of which one is enough.
    key: Vec<String>,
}

/// What the launch page says.
#[derive(Debug, Serialize)]
pub(crate) struct Words<'g> {
    pub(crate) none: &'g str,
    pub(crate) unreachable: &'g str,
    pub(crate) waiting: &'g str,
    pub(crate) review: &'g str,
    pub(crate) browse: &'g str,
    pub(crate) damaged: &'g str,
}

impl<'g> Question<'g> {
    fn of(item: &'g Item) -> Self {
        let texts = |answers: &[concord_model::Answer]| {
            answers.iter().map(|answer| plain(&answer.text)).collect::<Vec<_>>()
        };
        let keys = |answers: &[concord_model::Answer]| {
            let keys = answers.iter().enumerate().filter(|(_, answer)| answer.key);
            keys.map(|(at, _)| at.to_string()).collect::<Vec<_>>()
        };
        let (sources, targets, key, of) = match &item.interaction {
            Interaction::Choice(answers) => (texts(answers), Vec::new(), keys(answers), 1),
            Interaction::Multiple(answers) => {
                (texts(answers), Vec::new(), keys(answers), keys(answers).len())
            }
            Interaction::Build { places, .. } => {
                let answers: Vec<_> = places.iter().map(|place| place.answer.clone()).collect();
                (texts(&answers), Vec::new(), keys(&answers), 1)
            }
            Interaction::Blank(written) => {
                let keys = written.answers.iter().filter(|answer| answer.key);
                (Vec::new(), Vec::new(), keys.map(|answer| plain(&answer.text)).collect(), 1)
            }
            Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. } => {
                placed(all)
            }
            Interaction::Order(steps) => (
                steps.iter().map(|step| plain(&step.text)).collect(),
                Vec::new(),
                (0..steps.len()).map(|at| at.to_string()).collect(),
                steps.len(),
            ),
            Interaction::Point(pointed) => {
                let keys = pointed.answers.iter().filter(|point| point.answer.key);
                let keys = keys.flat_map(|point| &point.states).map(ToString::to_string);
                (Vec::new(), Vec::new(), keys.collect(), 1)
            }
        };
        Self {
            id: item.id.as_str(),
            version: item.version,
            counts: !item.later,
            of,
            kind: item.interaction.kind(),
            stem: plain(&item.stem),
            sources,
            targets,
            key,
        }
    }
}

fn placed(all: &Places) -> (Vec<String>, Vec<String>, Vec<String>, usize) {
    let things = all.things.iter().map(|thing| plain(&thing.text)).collect();
    let places = all.places.iter().map(plain).collect();
    let pairs = all.things.iter().enumerate().map(|(at, thing)| format!("{at} {}", thing.place));
    (things, places, pairs.collect(), all.things.len())
}

impl<'g> Table<'g> {
    /// As it stands in a page, in which no end of an element may be.
    pub(crate) fn json(&self) -> String {
        // Writing to memory fails only for keys that are no text, which there are none of.
        serde_json::to_string(self).unwrap_or_default().replace('<', "\\u003c")
    }

    /// What the adapter has to know of a guide.
    pub(crate) fn of(guide: &'g Guide, start: &'g str, pages: &'g [String], pass: f64) -> Self {
        let words = &guide.packages;
        Self {
            id: guide.id.as_str(),
            language: &guide.language,
            title: &guide.title,
            start,
            pages,
            pass,
            lessons: guide.lessons.iter().map(|lesson| lesson.id.as_str()).collect(),
            items: guide.items().map(|(_, item)| Question::of(item)).collect(),
            words: Words {
                none: words.package_not_recorded(),
                unreachable: words.package_unreachable(),
                waiting: words.package_waiting(),
                review: words.package_review(),
                browse: words.package_browse(),
                damaged: words.package_damaged(),
            },
        }
    }
}
