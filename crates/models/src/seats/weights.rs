//! Votes as whole numbers: large counts are scaled to few votes, states are put together into blocs, and a share of the
//! votes becomes a quota.

/// Gives `votes` out in proportion to `counts`, by the largest remainder: each gets the whole part of what is due to it,
/// and what is left goes one by one to the largest parts cut off, from the first on where these are equal. All are 0 if all
/// counts are.
#[must_use]
pub fn scaled(counts: &[u64], votes: u32) -> Vec<u32> {
    let all: u128 = counts.iter().map(|count| u128::from(*count)).sum();
    if all == 0 {
        return vec![0; counts.len()];
    }
    let due = counts.iter().map(|count| u128::from(*count) * u128::from(votes));
    // No count is above the sum, so no whole part is above the votes.
    let (mut given, cut): (Vec<u32>, Vec<u128>) =
        due.map(|due| ((due / all) as u32, due % all)).unzip();
    let left = votes.saturating_sub(given.iter().sum());
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(cut.get(*place).copied()));
    for place in order.into_iter().take(left as usize) {
        if let Some(given) = given.get_mut(place) {
            *given += 1;
        }
    }
    given
}

/// What the scaling of counts to few votes did.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rounding {
    /// How many have a count and got no vote.
    pub without: usize,
    /// Their part of all counts, 0 to 1.
    pub without_share: f64,
    /// The largest distance between a part of the votes and the part of the counts, 0 to 1.
    pub largest: f64,
}

/// Compares votes with the counts that they stand for.
#[must_use]
pub fn rounding(counts: &[u64], votes: &[u32]) -> Rounding {
    let all: u64 = counts.iter().sum();
    let given: u32 = votes.iter().sum();
    let mut rounding = Rounding::default();
    if all == 0 || given == 0 {
        return rounding;
    }
    for (count, votes) in counts.iter().zip(votes) {
        let share = *count as f64 / all as f64;
        rounding.largest =
            rounding.largest.max((f64::from(*votes) / f64::from(given) - share).abs());
        if *votes == 0 && *count > 0 {
            rounding.without += 1;
            rounding.without_share += share;
        }
    }
    rounding
}

/// The votes that win: at least that part of all, and always more than half. A part that is no part of anything is all.
#[must_use]
pub fn quota(votes: u32, [part, whole]: [u32; 2]) -> u32 {
    let due = u64::from(votes) * u64::from(part.min(whole));
    // Never above the votes, as the part is not above the whole.
    let due = if whole == 0 { votes } else { due.div_ceil(u64::from(whole)) as u32 };
    due.max(votes / 2 + 1)
}

/// Who votes: a state alone, or several as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Player {
    /// The number of the bloc, counted from 0; nothing for a state alone.
    pub bloc: Option<usize>,
    /// The places of its states.
    pub states: Vec<usize>,
}

/// Puts states together: blocs first, then all others in their order. A state that several blocs name is in the first of
/// them; a place that there is not is left out, and so is a bloc in which nobody is left.
#[must_use]
pub fn players(states: usize, blocs: &[&[usize]]) -> Vec<Player> {
    let mut taken = vec![false; states];
    let mut players = Vec::new();
    for (bloc, named) in blocs.iter().enumerate() {
        let mut members = Vec::new();
        for place in *named {
            if let Some(taken) = taken.get_mut(*place).filter(|taken| !**taken) {
                *taken = true;
                members.push(*place);
            }
        }
        if !members.is_empty() {
            players.push(Player { bloc: Some(bloc), states: members });
        }
    }
    let alone = taken.iter().enumerate().filter(|(_, taken)| !**taken);
    players.extend(alone.map(|(place, _)| Player { bloc: None, states: vec![place] }));
    players
}

/// The votes of each player: those of its states together.
#[must_use]
pub fn together(players: &[Player], votes: &[u32]) -> Vec<u32> {
    let votes_of = |place: &usize| votes.get(*place).copied().unwrap_or_default();
    players.iter().map(|player| player.states.iter().map(votes_of).sum()).collect()
}

/// The players who have `quota` votes together at the least sum of `costs`, and that sum; nothing if all of them have
/// less. Exact, by the least cost of each number of votes, where more than the quota counts as the quota.
#[must_use]
pub fn cheapest(votes: &[u32], costs: &[u64], quota: u32) -> Option<(u64, Vec<usize>)> {
    let quota = quota as usize;
    let mut least: Vec<Option<u64>> = vec![None; quota + 1];
    if let Some(nobody) = least.first_mut() {
        *nobody = Some(0);
    }
    // For each player and each number of votes, the number without them, if they are in.
    let mut without: Vec<Vec<Option<u16>>> = Vec::new();
    for (votes, cost) in votes.iter().zip(costs) {
        let mut came = vec![None; quota + 1];
        for from in (0..quota).rev() {
            let Some(sum) = least.get(from).copied().flatten().map(|sum| sum.saturating_add(*cost))
            else {
                continue;
            };
            let at = (from + *votes as usize).min(quota);
            if let Some(to) = least.get_mut(at).filter(|to| to.is_none_or(|least| sum < least)) {
                *to = Some(sum);
                if let Some(came) = came.get_mut(at) {
                    *came = u16::try_from(from).ok();
                }
            }
        }
        without.push(came);
    }
    let cost = least.last().copied().flatten()?;
    let mut at = quota;
    let mut who = Vec::new();
    for (player, came) in without.iter().enumerate().rev() {
        if let Some(from) = came.get(at).copied().flatten() {
            who.push(player);
            at = from.into();
        }
    }
    Some((cost, who))
}
