//! The drawing of votes and power: two bars of all voters, and the ten with the most votes one by one.

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
    let height = 170 + 44 * shown;
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

/// All votes in a row, with the line that a decision has to reach, and all power below them in the same order.
fn all(run: &Voting, words: &SeatsWords) -> Html {
    let (left, full) = ALL;
    let votes = run.voters.iter().map(|voter| f64::from(voter.votes) / f64::from(run.votes.max(1)));
    let row = |shares: &mut dyn Iterator<Item = f64>, y: u32| {
        let mut paths: [String; 6] = Default::default();
        let mut from = 0.0;
        for ((place, voter), share) in run.voters.iter().enumerate().zip(shares) {
            if let Some(path) = paths.get_mut(class(place, voter)) {
                let _ = write!(
                    path,
                    "M{:.2} {y}h{:.2}v30h-{:.2}z",
                    left + full * from,
                    full * share,
                    full * share
                );
            }
            from += share;
        }
        html! {
            rect class="soft" x=(n(left)) y=(y) width=(n(full)) height="30" {}
            @for (class, path) in paths.iter().enumerate().filter(|(_, path)| !path.is_empty()) {
                path class={ "c" (class) } d=(path) {}
            }
        }
    };
    let needed = left + full * f64::from(run.quota) / f64::from(run.votes.max(1));
    html! {
        text class="small" x=(n(left)) y="18" { (words.seats_votes()) }
        (row(&mut votes.clone(), 28))
        text class="small" x=(n(left)) y="90" { (words.seats_shapley()) }
        (row(&mut run.power.iter().map(|power| power.shapley), 98))
        path class="axis" d={ "M" (n(needed)) " 22V64" } {}
        text class="small" x=(n(needed)) y="18" text-anchor=(if needed > 560.0 { "end" } else { "middle" }) { (words.seats_line()) }
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
            @let y = 156 + 44 * place;
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
