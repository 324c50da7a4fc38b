//! What models know of the world, taken from the pack's tables.

use concord_model::{Community, Guide, Layer, LifeRule};
use serde::{Deserialize, Serialize};

/// What models know of the world; a pack without these tables has an empty one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct World {
    /// The states that vote, in the order of their names.
    pub members: Vec<Member>,
    /// The names of the groups that they are in.
    pub groups: Vec<String>,
    /// The rules of the life of data.
    pub rules: Vec<Rule>,
}

/// A rule of the life of data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// The rule.
    pub rule: LifeRule,
    /// The titles of what it rests on; empty if it is a step of the guide's own.
    pub rests_on: String,
}

/// A state that votes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// Its code in lower case, as links have it.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The place of its group.
    pub group: usize,
    /// How many people live there; 0 if that is not known.
    pub people: u64,
    /// How many of them are online; 0 if that is not known.
    pub online: u64,
}

impl World {
    /// What the tables of a pack say, by layers of certain names: those vote that are in one of the `regional-groups`;
    /// `population` counts people, and `internet-users` says what percentage of them is online.
    #[must_use]
    pub fn of(guide: &Guide, community: &Community) -> Self {
        let rules = community.life.iter().map(|rule| rested(guide, rule)).collect();
        let Some(groups) = community.layer("regional-groups") else {
            return Self { rules, ..Self::default() };
        };
        let people = community.layer("population");
        let online = community.layer("internet-users");
        let members = guide.states.iter().enumerate().filter_map(|(place, state)| {
            let people = hundredths(people, place) / 100;
            // Hundredths of a percent of whole people, rounded to the nearest; nobody is counted twice.
            let online = (people.saturating_mul(hundredths(online, place)).saturating_add(5_000)
                / 10_000)
                .min(people);
            let (code, name) = (state.id.as_str().to_owned(), state.name.clone());
            let group = groups.rows.get(place)?.fact()?.class;
            Some(Member { code, name, group, people, online })
        });
        let groups = groups.classes.iter().map(|class| class.label.clone());
        Self { members: members.collect(), groups: groups.collect(), rules }
    }
}

/// A state's number in a layer, in hundredths; 0 if there is none.
fn hundredths(layer: Option<&Layer>, place: usize) -> u64 {
    let fact = layer.and_then(|layer| layer.rows.get(place)).and_then(|entry| entry.fact());
    fact.map_or(0, |fact| u64::try_from(fact.hundredths).unwrap_or_default())
}

/// A rule with the titles of its sources.
fn rested(guide: &Guide, rule: &LifeRule) -> Rule {
    let titles =
        rule.sources.iter().filter_map(|id| guide.sources.iter().find(|source| source.id == *id));
    let titles: Vec<&str> = titles.map(|source| source.title.as_str()).collect();
    Rule { rule: rule.clone(), rests_on: titles.join("; ") }
}
