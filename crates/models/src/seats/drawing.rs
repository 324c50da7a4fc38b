//! The drawing of a vote: who is in favour, the people behind them, the power of all, and the ten with the most votes one by
//! one.

use std::fmt::Write as _;

use concord_model::{Html, SeatsWords, fill, html};

use super::voters::Voter;
use super::voting::Voting;
use crate::Drawing;
use crate::svg::{n, percent};

/// Where bars of all voters begin, and how long they are.
const ALL: (f64, f64) = (4.0, 632.0);
/// The same for the bars of one.
const ONE: (f64, f64) = (250.0, 300.0);
/// How many are shown one by one.
const SHOWN: usize = 10;

/// The whole drawing.
pub(super) fn drawing(run: &Voting, words: &SeatsWords) -> Drawing {
    let shown = run.voters.len().min(SHOWN);
    let height = 242 + 44 * shown;
    Drawing::Svg(html! {
        svg viewBox=(format!("0 0 640 {height}")) role="img" aria-label=(words.seats_drawing()) {
            (all(run, words))
            (ones(run, words, shown))
        }
    })
}

/// The class of a voter: blocs have colours of their own, states take turns so that neighbours can be told apart.
fn class(place: usize, voter: &Voter) -> usize {
    match voter.bloc {
        Some(bloc) => 2 + bloc % 4,
        None => place % 2,
    }
}

/// A bar of parts that follow each other, each in the colour of its voter; what is left of it stays empty.
fn bar<'v>(parts: impl Iterator<Item = (usize, &'v Voter, f64)>, y: u32) -> Html {
    let (left, full) = ALL;
    let mut paths: [String; 6] = Default::default();
    let mut from = 0.0;
    for (place, voter, share) in parts {
        if let Some(path) = paths.get_mut(class(place, voter)) {
            let (at, wide) = (left + full * from, full * share);
            let _ = write!(path, "M{at:.2} {y}h{wide:.2}v30h-{wide:.2}z");
        }
        from += share;
    }
    html! {
        rect class="soft" x=(n(left)) y=(y) width=(n(full)) height="30" {}
        @for (class, path) in paths.iter().enumerate().filter(|(_, path)| !path.is_empty()) {
            path class={ "c" (class) } d=(path) {}
        }
    }
}

/// The votes of those in favour, with the line that a decision has to reach; the people behind them; all power.
fn all(run: &Voting, words: &SeatsWords) -> Html {
    let (left, full) = ALL;
    let share = |part: u64, all: u64| part as f64 / all.max(1) as f64;
    let people = run.voters.iter().map(|voter| voter.people).sum();
    let joined = run.majority.iter().take(run.joined).enumerate();
    let joined: Vec<_> =
        joined.filter_map(|(place, voter)| Some((place, run.voters.get(*voter)?))).collect();
    let votes = joined
        .iter()
        .map(|(place, voter)| (*place, *voter, share(voter.votes.into(), run.votes.into())));
    let behind = joined.iter().map(|(place, voter)| (*place, *voter, share(voter.people, people)));
    let power = run.voters.iter().zip(&run.power).enumerate();
    let power = power.map(|(place, (voter, power))| (place, voter, power.shapley));
    let needed = left + full * share(run.quota.into(), run.votes.into());
    html! {
        text class="small" x=(n(left)) y="18" { (words.seats_favour()) }
        (bar(votes, 28))
        path class="axis" d={ "M" (n(needed)) " 22V64" } {}
        text class="small" x=(n(needed)) y="18" text-anchor=(if needed > 560.0 { "end" } else { "middle" }) { (words.seats_line()) }
        text class="small" x=(n(left)) y="90" { (words.seats_behind()) }
        (bar(behind, 98))
        text class="small" x=(n(left)) y="162" { (words.seats_shapley()) }
        (bar(power, 170))
    }
}

/// The voters with the most votes: their part of the votes above, of the power below.
fn ones(run: &Voting, words: &SeatsWords, shown: usize) -> Html {
    let (left, full) = ONE;
    let votes = |voter: &Voter| f64::from(voter.votes) / f64::from(run.votes.max(1));
    let power = |place: usize| run.power.get(place).map(|power| power.shapley);
    let most = run.voters.iter().enumerate().take(shown);
    let most = most
        .map(|(place, voter)| votes(voter).max(power(place).unwrap_or_default()))
        .fold(1e-9, f64::max);
    html! {
        @for (place, voter) in run.voters.iter().enumerate().take(shown) {
            @let y = 228 + 44 * place;
            text class="small" x="4" y=(y + 22) { (voter.name(words)) }
            rect class="soft" x=(n(left)) y=(y) width=(n(full * votes(voter) / most)) height="14" {}
            @if let Some(power) = power(place) {
                rect class={ "c" (class(0, voter)) } x=(n(left)) y=(y + 16) width=(n(full * power / most)) height="14" {}
                text class="small" x="636" y=(y + 22) text-anchor="end" {
                    (fill(words.seats_share(), &[("n", &percent(power))]))
                }
            }
        }
    }
}
