//! A question as all formats see it: what is asked, with what has to stand there, and one of five ways to answer.

use concord_engine::standing::name_at;
use concord_model::{
    Answer, Guide, Html, Id, Interaction, Item, Lesson, Place, Places, Pointed, State,
    StatementKind, Step, Written, fill, html,
};

use super::text::{Texts, plain};

/// A question.
pub(super) struct Asked<'g> {
    pub(super) guide: &'g Guide,
    pub(super) lesson: &'g Lesson,
    pub(super) item: &'g Item,
    pub(super) way: Way<'g>,
}

/// How it is answered.
pub(super) enum Way<'g> {
    /// By one of several answers, or by any number of them.
    Choose { many: bool, answers: Vec<Answer> },
    /// By a word.
    Write(&'g Written),
    /// By putting things to places; `once` if a place takes one thing.
    Place { all: &'g Places, once: bool },
    /// By putting steps in their order.
    Order(&'g [Step]),
    /// By pointing at a state.
    Point { all: &'g Pointed, states: &'g [State] },
}

impl<'g> Asked<'g> {
    pub(super) fn of(guide: &'g Guide, lesson: &'g Lesson, item: &'g Item) -> Self {
        let way = match &item.interaction {
            Interaction::Choice(answers) => Way::Choose { many: false, answers: answers.clone() },
            Interaction::Multiple(answers) => Way::Choose { many: true, answers: answers.clone() },
            Interaction::Build { places, .. } => {
                let answers = places.iter().map(|place| placed(guide, place)).collect();
                Way::Choose { many: false, answers }
            }
            Interaction::Blank(written) => Way::Write(written),
            Interaction::Match(all) => Way::Place { all, once: true },
            // On a map that can be rebuilt, places have room for several, as categories have.
            Interaction::Sort(all) | Interaction::Rebuild { all, .. } => {
                Way::Place { all, once: false }
            }
            Interaction::Order(steps) => Way::Order(steps),
            Interaction::Point(all) => Way::Point { all, states: &guide.states },
        };
        Self { guide, lesson, item, way }
    }

    pub(super) fn id(&self) -> &'g Id {
        &self.item.id
    }

    /// What is asked, with the statement that is to be placed.
    pub(super) fn stem(&self, texts: &mut Texts<'_>) -> Html {
        let stem = texts.flow(self.id(), &self.item.stem);
        let Interaction::Build { statement, .. } = &self.item.interaction else { return stem };
        html! { (stem) blockquote { p { (texts.flow(self.id(), statement)) } } }
    }

    /// How many points there are: as in the guide.
    pub(super) fn points(&self) -> usize {
        match &self.way {
            Way::Choose { many: true, answers } => {
                answers.iter().filter(|answer| answer.key).count()
            }
            Way::Choose { .. } | Way::Write(_) | Way::Point { .. } => 1,
            Way::Place { all, .. } => all.things.len(),
            Way::Order(steps) => steps.len(),
        }
    }

    /// Where to read on: the passage that is tested, and what speaks against it.
    pub(super) fn ways_on(&self, texts: &mut Texts<'_>) -> Html {
        let words = &self.guide.words;
        let back = self.item.tests.iter().take(1).map(|href| (href, words.back_to_passage()));
        let counters = self.item.counters.iter().take(1).map(|href| (href, words.counter()));
        let mut ways = Html::default();
        for (href, sentence) in back.chain(counters) {
            let title = name_at(self.guide, href).unwrap_or_default();
            match texts.link(href) {
                Some(whole) => ways.extend([html! {
                    p { a href=(whole) { (fill(sentence, &[("title", &title)])) } }
                }]),
                None => texts.left_out(
                    self.id(),
                    "the way back to the passage and on to what speaks against it, as no --site-url was given",
                ),
            }
        }
        ways
    }
}

/// What counts as an answer in words, whether it is right, and what is said to it.
pub(super) type Given<'g> = (String, bool, &'g Html);

/// What is left out where words are compared as they are.
pub(super) const SLIPS: &str =
    "slips of spelling and accents, which are forgiven in the guide and are mistakes here";

/// The words of a blank.
pub(super) fn words_of<'g>(all: &'g Written, id: &Id, texts: &mut Texts<'_>) -> Vec<Given<'g>> {
    texts.left_out(id, SLIPS);
    let given = all.answers.iter();
    given.map(|answer| (plain(&answer.text), answer.key, &answer.feedback)).collect()
}

/// The names of states that may be pointed at, for systems without a map.
pub(super) fn names_of<'g>(
    all: &'g Pointed,
    states: &'g [State],
    id: &Id,
    texts: &mut Texts<'_>,
) -> Vec<Given<'g>> {
    let what = "the map and the list of states; the name of the state is written instead";
    texts.left_out(id, what);
    let given = all.answers.iter().flat_map(|point| {
        let own = names(states, &point.states);
        own.map(|name| (name.to_owned(), point.answer.key, &point.answer.feedback))
    });
    given.collect()
}

/// The places that no thing belongs to.
pub(super) fn spare(all: &Places) -> impl Iterator<Item = &Html> {
    let is_used = |at: usize| all.things.iter().any(|thing| thing.place as usize == at);
    all.places.iter().enumerate().filter(move |(at, _)| !is_used(*at)).map(|(_, place)| place)
}

/// "Premise: supports …", as the guide's form has it.
fn placed(guide: &Guide, place: &Place) -> Answer {
    let words = &guide.words;
    let verb = match place.part {
        StatementKind::Claim | StatementKind::Premise => words.supports(),
        StatementKind::Objection => words.attacks(),
        StatementKind::Undercut => words.undercuts(),
        StatementKind::Reply => words.answers(),
        StatementKind::Conclusion => "",
    };
    let text = html! {
        strong { (words.part(place.part)) ":" } " " (verb) " " (place.answer.text)
    };
    Answer { text, ..place.answer.clone() }
}

/// The names of states, in the order of the guide.
fn names<'g>(states: &'g [State], ids: &'g [Id]) -> impl Iterator<Item = &'g str> {
    let named = states.iter().filter(|state| ids.contains(&state.id));
    named.map(|state| state.name.as_str())
}
