//! Scoring: an item and a response give an outcome. Pure, total, and the only judge of an answer.
//!
//! | interaction | points | of |
//! |---|---|---|
//! | choice, build, point | 1 for the key, or one of them | 1 |
//! | blank | 1 for an accepted answer; none for one with a slip, which is said to be one unless it is another name | 1 |
//! | multiple | keys that are chosen, less others that are; never below 0 | all keys |
//! | match, sort | things in their place | all things |
//! | order | steps in their place | all steps |
//! | rebuild | statements put into place at the first try, without help | all statements |
//!
//! Full marks are for the key alone: nothing missing, nothing too many, everything in its place.

use concord_model::{
    Answer, Guide, Html, Id, Interaction, Item, Places, Pointed, Step, Thing, Written, compared,
};

use crate::search::slips_between;

/// What a reader answered. Whatever it holds, it can be scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// Places of the answers that are chosen, from 0; order and repetition do not matter.
    Chosen(Vec<usize>),
    /// For each thing the place it was put to, if any.
    Placed(Vec<Option<usize>>),
    /// Steps by their place in the right order, as the reader put them.
    Ordered(Vec<usize>),
    /// A text.
    Written(String),
    /// A state, by its id, if any is chosen.
    Pointed(Option<Id>),
}

/// Points out of so many; exact, so that "all of them" is no question of rounding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Points that were reached, at most [`Score::of`].
    pub points: usize,
    /// Points there are.
    pub of: usize,
}

impl Score {
    /// Whether the answer is the key.
    #[must_use]
    pub fn is_full(self) -> bool {
        self.of > 0 && self.points == self.of
    }
}

/// A part of an answer, and what explains it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Explained<'i> {
    /// Its number: of an answer, a thing or a step among all; 0 where an answer has one part alone.
    pub at: usize,
    /// The part, as its author wrote it.
    pub text: &'i Html,
    /// Where it belongs, if it belongs to a place.
    pub place: Option<&'i Html>,
    /// Whether it is right as the reader has it.
    pub right: bool,
    /// Why.
    pub feedback: &'i Html,
}

/// What a response is worth, and what explains it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome<'i> {
    /// The points.
    pub score: Score,
    /// Whether there is a response at all. One of the wrong shape is none.
    pub answered: bool,
    /// Whether the answer is right but for a slip of spelling.
    pub slip: bool,
    /// How many keys are missing from what was chosen.
    pub missing: usize,
    /// What to say to each part of the response.
    pub parts: Vec<Explained<'i>>,
}

/// Scores a response. What is near an accepted answer is no slip if it is nearer to one of the
/// `names`. `fold` is as [`compared`] wants it; the browser and tests bring their own.
#[must_use]
pub fn score<'i>(
    item: &'i Item,
    response: &Response,
    names: &[String],
    fold: impl Fn(&str) -> String,
) -> Outcome<'i> {
    match (&item.interaction, response) {
        (Interaction::Choice(answers), Response::Chosen(chosen)) => {
            single(chosen, |place| answers.get(place))
        }
        (Interaction::Build { places, .. }, Response::Chosen(chosen)) => {
            single(chosen, |place| Some(&places.get(place)?.answer))
        }
        (Interaction::Multiple(answers), Response::Chosen(chosen)) => multiple(answers, chosen),
        (Interaction::Blank(written), Response::Written(text)) => {
            self::written(written, text, names, &fold)
        }
        (
            Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. },
            Response::Placed(placed),
        ) => self::placed(all, placed),
        (Interaction::Order(steps), Response::Ordered(order)) => ordered(steps, order),
        (Interaction::Point(all), Response::Pointed(state)) => pointed(all, state.as_ref()),
        // A response of another shape is none. All kinds stand here, so that a new one is missed.
        (
            Interaction::Choice(_)
            | Interaction::Multiple(_)
            | Interaction::Build { .. }
            | Interaction::Rebuild { .. }
            | Interaction::Blank(_)
            | Interaction::Match(_)
            | Interaction::Sort(_)
            | Interaction::Order(_)
            | Interaction::Point(_),
            _,
        ) => Outcome::default(),
    }
}

/// The right answer, with what explains it.
#[must_use]
pub fn key(item: &Item) -> Vec<Explained<'_>> {
    match &item.interaction {
        Interaction::Choice(answers) | Interaction::Multiple(answers) => keys(answers.iter()),
        Interaction::Build { places, .. } => keys(places.iter().map(|place| &place.answer)),
        // Of several accepted answers, the first is the one to show.
        Interaction::Blank(written) => keys(written.answers.iter()).into_iter().take(1).collect(),
        Interaction::Point(all) => keys(all.answers.iter().map(|point| &point.answer)),
        Interaction::Match(all) | Interaction::Sort(all) | Interaction::Rebuild { all, .. } => {
            placed(all, &rights(all)).parts
        }
        Interaction::Order(steps) => ordered(steps, &(0..steps.len()).collect::<Vec<_>>()).parts,
    }
}

fn keys<'i>(answers: impl Iterator<Item = &'i Answer>) -> Vec<Explained<'i>> {
    let all = answers.enumerate().filter(|(_, answer)| answer.key);
    all.map(|(at, answer)| tell(at, answer)).collect()
}

/// The right place of each thing.
fn rights(all: &Places) -> Vec<Option<usize>> {
    all.things.iter().map(|thing| Some(thing.place as usize)).collect()
}

fn tell(at: usize, answer: &Answer) -> Explained<'_> {
    let Answer { text, feedback, key } = answer;
    Explained { at, text, place: None, right: *key, feedback }
}

/// What is said to an answer that nobody foresaw.
fn unforeseen(otherwise: &Html) -> Explained<'_> {
    Explained { at: 0, text: otherwise, place: None, right: false, feedback: otherwise }
}

fn single<'i>(chosen: &[usize], answer: impl Fn(usize) -> Option<&'i Answer>) -> Outcome<'i> {
    // More than one is no answer to a question that asks for one.
    let chosen = match chosen {
        [place] => answer(*place).map(|answer| tell(*place, answer)),
        _ => None,
    };
    let Some(part) = chosen else {
        return Outcome { score: Score { points: 0, of: 1 }, ..Outcome::default() };
    };
    Outcome {
        score: Score { points: usize::from(part.right), of: 1 },
        answered: true,
        parts: vec![part],
        ..Outcome::default()
    }
}

fn pointed<'i>(all: &'i Pointed, state: Option<&Id>) -> Outcome<'i> {
    let none = Outcome { score: Score { points: 0, of: 1 }, ..Outcome::default() };
    let Some(state) = state else { return none };
    let point = all.answers.iter().find(|point| point.states.contains(state));
    let part = match point {
        Some(point) => tell(0, &point.answer),
        None => unforeseen(&all.otherwise),
    };
    let score = Score { points: usize::from(part.right), of: 1 };
    Outcome { score, answered: true, parts: vec![part], ..none }
}

fn multiple<'i>(answers: &'i [Answer], chosen: &[usize]) -> Outcome<'i> {
    let parts: Vec<_> = (0..)
        .zip(answers)
        .filter(|(place, _)| chosen.contains(place))
        .map(|(place, answer)| tell(place, answer))
        .collect();
    let of = answers.iter().filter(|answer| answer.key).count();
    let right = parts.iter().filter(|part| part.right).count();
    let points = right.saturating_sub(parts.len() - right);
    Outcome {
        score: Score { points, of },
        answered: !parts.is_empty(),
        missing: of - right,
        parts,
        ..Outcome::default()
    }
}

/// What a guide knows by a name of its own: states, terms, and answers to write. Who writes one of
/// them means it, however near it is to another.
#[must_use]
pub fn names(guide: &Guide) -> Vec<String> {
    let states = guide.states.iter().map(|state| state.name.clone());
    let mut names: Vec<String> =
        states.chain(guide.terms.iter().map(|term| term.title.clone())).collect();
    for (_, item) in guide.items() {
        if let Interaction::Blank(written) = &item.interaction {
            let keys = written.answers.iter().filter(|answer| answer.key);
            names.extend(keys.map(|answer| answer.text.text()));
        }
    }
    names
}

fn written<'i>(
    written: &'i Written,
    text: &str,
    names: &[String],
    fold: &impl Fn(&str) -> String,
) -> Outcome<'i> {
    let given = compared(text, fold);
    let none = Outcome { score: Score { points: 0, of: 1 }, ..Outcome::default() };
    if given.is_empty() {
        return none;
    }
    let (mut slips, mut mistake_slips) = (None, None);
    for answer in &written.answers {
        let text = compared(&answer.text.text(), fold);
        if text == given {
            return Outcome {
                score: Score { points: usize::from(answer.key), of: 1 },
                answered: true,
                parts: vec![tell(0, answer)],
                ..Outcome::default()
            };
        }
        let best = if answer.key { &mut slips } else { &mut mistake_slips };
        let between = slips_between(&given, &text);
        let between = between.filter(|count| !answer.key || is_slip(*count, &given, &text));
        *best = [*best, between].into_iter().flatten().min();
    }
    let slip = slips.is_some_and(|slips| {
        let is_nearer = |name: &String| {
            slips_between(&given, &compared(name, fold)).is_some_and(|others| others < slips)
        };
        mistake_slips.is_none_or(|others| others >= slips) && !names.iter().any(is_nearer)
    });
    let parts = if slip { Vec::new() } else { vec![unforeseen(&written.otherwise)] };
    Outcome { answered: true, slip, parts, ..none }
}

/// Whether so many slips make a text another one by mistake: one from four letters on, two from
/// eight. Digits and signs have no slips, as they may well be meant.
fn is_slip(slips: usize, given: &str, wanted: &str) -> bool {
    let allowed = match wanted.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    let signs = |text: &str| text.chars().filter(|c| !c.is_alphabetic()).collect::<String>();
    slips <= allowed && signs(given) == signs(wanted)
}

fn placed<'i>(all: &'i Places, placed: &[Option<usize>]) -> Outcome<'i> {
    let put = all.things.iter().zip(placed.iter().copied().chain(std::iter::repeat(None)));
    let parts: Vec<_> = put
        .enumerate()
        .filter_map(|(at, (Thing { text, place, feedback }, put))| {
            let right = put? == *place as usize;
            Some(Explained { at, text, place: all.places.get(*place as usize), right, feedback })
        })
        .collect();
    let points = parts.iter().filter(|part| part.right).count();
    Outcome {
        score: Score { points, of: all.things.len() },
        answered: !parts.is_empty(),
        missing: all.things.len() - parts.len(),
        parts,
        ..Outcome::default()
    }
}

fn ordered<'i>(steps: &'i [Step], order: &[usize]) -> Outcome<'i> {
    let of = steps.len();
    if order.len() != of || !(0..of).all(|at| order.contains(&at)) {
        return Outcome { score: Score { points: 0, of }, ..Outcome::default() };
    }
    let parts: Vec<_> = order
        .iter()
        .enumerate()
        .filter_map(|(place, at)| {
            let Step { text, feedback } = steps.get(*at)?;
            Some(Explained { at: *at, text, place: None, right: *at == place, feedback })
        })
        .collect();
    let points = parts.iter().filter(|part| part.right).count();
    Outcome { score: Score { points, of }, answered: true, parts, ..Outcome::default() }
}

/// The order in which `count` parts of an item are shown: always the same for the same item, and
/// never the author's, which may be the key.
#[must_use]
pub fn shown_order(item: &Item, count: usize) -> Vec<usize> {
    let mut seed = item.version | 1;
    let mut order: Vec<usize> = (0..count).collect();
    for at in (1..count).rev() {
        // Knuth's linear congruential step; its upper bits are the better ones.
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        order.swap(at, (seed >> 8) as usize % (at + 1));
    }
    if order.is_sorted() {
        order.rotate_left(1.min(count));
    }
    order
}
