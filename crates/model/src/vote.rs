//! Votes by which states are compared, as readers are told of them.

use serde::{Deserialize, Serialize};

use crate::{Community, Further, Layer, Words};

/// A vote, with the words that a comparison says of it. What each state did stands in its layer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vote {
    /// The place of its layer.
    pub layer: usize,
    /// Its title, as plain text.
    pub title: String,
    /// Its day, as readers have it.
    pub date: String,
    /// Its year; empty without a day.
    pub year: String,
    /// What it is about, in words that it shares with others.
    pub subject: Option<String>,
    /// The names of its classes, those included that all layers have after those that they declare.
    pub labels: Vec<String>,
    /// The class that lies between the others.
    pub between: Option<usize>,
}

impl Vote {
    /// All votes by which states are compared, by their days.
    #[must_use]
    pub fn all(community: &Community, words: &Words) -> Vec<Self> {
        let compared = community.layers.iter().enumerate().filter(|(_, layer)| layer.compared);
        let mut votes: Vec<(Option<&str>, Self)> = compared
            .map(|(place, layer)| (layer.date.as_deref(), Self::of(place, layer, words)))
            .collect();
        votes.sort_by_key(|(date, _)| *date);
        votes.into_iter().map(|(_, vote)| vote).collect()
    }

    fn of(place: usize, layer: &Layer, words: &Words) -> Self {
        let date = layer.date.as_deref().unwrap_or_default();
        let classes = layer.classes.len() + Further::ALL.len();
        let label = |class| layer.label(class).unwrap_or_default().to_owned();
        Self {
            layer: place,
            title: layer.title.clone(),
            date: words.readable(date),
            year: date.get(..4).unwrap_or_default().to_owned(),
            subject: layer.subject.clone(),
            labels: (0..classes).map(label).collect(),
            between: layer.classes.iter().position(|class| class.between),
        }
    }
}
