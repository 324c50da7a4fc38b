//! An answer as a short text, by which a question's form says how it was first answered.

use concord_model::Id;

use crate::scoring::{Response, Score};

/// The first answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What it was worth.
    pub score: Score,
    /// Whether a hint or the answer was shown before.
    pub helped: bool,
    /// What was answered.
    pub response: Response,
}

/// An answer as text: points, of how many, whether the reader was helped, and the response.
#[must_use]
pub fn told(score: Score, helped: bool, response: &Response) -> String {
    let listed = |kind: &str, all: &mut dyn Iterator<Item = Option<usize>>| {
        let all = all.map(|own| own.map_or("-".to_owned(), |own| own.to_string()));
        kind.to_owned() + &all.collect::<Vec<_>>().join(",")
    };
    let response = match response {
        Response::Chosen(chosen) => listed("c", &mut chosen.iter().copied().map(Some)),
        Response::Placed(placed) => listed("p", &mut placed.iter().copied()),
        Response::Ordered(order) => listed("o", &mut order.iter().copied().map(Some)),
        Response::Written(text) => "w".to_owned() + text,
        Response::Pointed(state) => "s".to_owned() + state.as_ref().map_or("", Id::as_str),
    };
    let [points, of] = [score.points, score.of].map(|own| own.to_string());
    [&*points, &of, if helped { "1" } else { "0" }, &response].join(" ")
}

impl Given {
    /// Reads such a text; nothing if it is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(4, ' ');
        let points = parts.next()?.parse().ok()?;
        let of = parts.next()?.parse().ok()?;
        let helped = parts.next()? == "1";
        let response = parts.next()?;
        let (kind, rest) = response.split_at_checked(1)?;
        let listed = || -> Option<Vec<Option<usize>>> {
            let all = rest.split(',').filter(|_| !rest.is_empty());
            all.map(|own| match own {
                "-" => Some(None),
                own => own.parse().ok().map(Some),
            })
            .collect()
        };
        let all = || listed()?.into_iter().collect::<Option<Vec<_>>>();
        let response = match kind {
            "c" => Response::Chosen(all()?),
            "p" => Response::Placed(listed()?),
            "o" => Response::Ordered(all()?),
            "w" => Response::Written(rest.to_owned()),
            "s" if rest.is_empty() => Response::Pointed(None),
            "s" => Response::Pointed(Some(Id::new(rest).ok()?)),
            _ => return None,
        };
        Some(Self { score: Score { points, of }, helped, response })
    }
}
