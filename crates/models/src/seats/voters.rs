//! Who votes in equal seats: states, regional groups and blocs, each with its votes.

use concord_model::SeatsWords;

use super::weights::Player;
use crate::World;

/// Who votes, from the most votes to the least.
pub(super) struct Voters(pub(super) Vec<Voter>);

/// One who votes.
pub(super) struct Voter {
    /// The bloc, counted from 0: the reader's two, then the regional groups.
    pub(super) bloc: Option<usize>,
    /// The name of a state or of a regional group; empty for a bloc of the reader's.
    name: String,
    pub(super) votes: u32,
    pub(super) people: u64,
}

impl Voter {
    /// Its name for readers.
    pub(super) fn name<'a>(&'a self, words: &'a SeatsWords) -> &'a str {
        match self.bloc {
            Some(0) => words.seats_bloc_name(),
            Some(1) => words.seats_rival_name(),
            _ => &self.name,
        }
    }
}

impl Voters {
    pub(super) fn named(
        players: Vec<Player>,
        votes: Vec<u32>,
        people: &[u64],
        world: &World,
    ) -> Self {
        let name = |player: &Player| match (player.bloc, player.states.first()) {
            (None, Some(state)) => world.members.get(*state).map(|member| member.name.clone()),
            (Some(bloc), _) => {
                bloc.checked_sub(2).and_then(|group| world.groups.get(group).cloned())
            }
            (None, None) => None,
        };
        let mut voters: Vec<Voter> = players
            .iter()
            .zip(votes)
            .map(|(player, votes)| {
                let people = player.states.iter().filter_map(|state| people.get(*state)).sum();
                Voter { bloc: player.bloc, name: name(player).unwrap_or_default(), votes, people }
            })
            .collect();
        // Stable, so that equals stay in the order of their names.
        voters.sort_by_key(|voter| std::cmp::Reverse(voter.votes));
        Self(voters)
    }
}
