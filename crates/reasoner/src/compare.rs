//! Two stances side by side, and where exactly they part.

use concord_engine::argument::{Bound, Graph, Labelling, Limits, Stance, Verdict, label, parting};

use crate::{
    crux,
    sentences::{Voice, button, filled, sign, word},
};

/// How many rows of each table are shown.
const MOST_ROWS: usize = 40;
/// How many rows a table may have before it is folded away.
const MOST_OPEN: usize = 8;

/// The panel of a comparison.
pub(crate) fn panel(
    voice: &Voice,
    graph: &Graph,
    own: &Labelling,
    theirs: &Stance,
    conclusions: &[u32],
) -> String {
    let words = &voice.words;
    let other = label(graph, theirs);
    let statements = || 0..graph.statements();
    let leaves: Vec<u32> = statements()
        .filter(|leaf| graph.is_leaf(*leaf) && own.stance().verdict(*leaf) != theirs.verdict(*leaf))
        .collect();
    let intro = format!("<p>{}</p>", word(words.compare_what()));
    let buttons = format!(
        "<p class=\"buttons\">{}{}</p>",
        button("take", words.compare_take()),
        button("close", words.compare_close())
    );
    if leaves.is_empty() {
        return format!("{intro}<p>{}</p>{buttons}", word(words.compare_same()));
    }
    let verdict = |verdict: Verdict| word(voice.verdict(verdict));
    let premises =
        table(voice, &voice.counted(words.compare_leaves(), leaves.len()), &leaves, &|leaf| {
            (verdict(own.stance().verdict(leaf)), verdict(theirs.verdict(leaf)))
        });
    let others: Vec<u32> = statements()
        .filter(|own_place| {
            !graph.is_leaf(*own_place) && own.of(*own_place) != other.of(*own_place)
        })
        .collect();
    let follows = match others.len() {
        0 => String::new(),
        count => {
            let shown = |labelling: &Labelling, statement: u32| {
                let label = labelling.of(statement);
                sign(label, voice.label(label))
            };
            table(voice, &voice.counted(words.compare_follows(), count), &others, &|statement| {
                (shown(own, statement), shown(&other, statement))
            })
        }
    };
    let parted = conclusions.iter().filter(|place| own.of(**place) != other.of(**place));
    let mut where_exactly: String = parted
        .map(|conclusion| {
            let found = parting(graph, own.stance(), theirs, *conclusion, Limits::default());
            let (sentence, sets) = match found.bound {
                Bound::Exact if !found.sets.is_empty() => {
                    (words.compare_crux(), crux::list(voice, &found))
                }
                _ => (words.compare_part(), crux::sets(voice, &found)),
            };
            let said = [
                ("statement", &*voice.link(*conclusion)),
                ("yours", &voice.sign(own.of(*conclusion))),
                ("theirs", &voice.sign(other.of(*conclusion))),
            ];
            let said = filled(sentence, &said);
            format!("<p>{said}</p>{sets}")
        })
        .collect();
    if where_exactly.is_empty() {
        where_exactly = format!("<p>{}</p>", word(words.compare_agree()));
    }
    for conclusion in conclusions.iter().filter(|place| own.of(**place) == other.of(**place)) {
        let below = graph.upstream(*conclusion);
        if leaves.iter().any(|leaf| below.get(*leaf as usize) == Some(&true)) {
            let link = voice.link(*conclusion);
            let said = filled(words.compare_otherwise(), &[("statement", &link)]);
            where_exactly += &format!("<p>{said}</p>");
        }
    }
    format!("{intro}{where_exactly}{premises}{follows}{buttons}")
}

/// Statements with what each side says of them.
fn table(
    voice: &Voice,
    caption: &str,
    statements: &[u32],
    sides: &dyn Fn(u32) -> (String, String),
) -> String {
    let words = &voice.words;
    let rows: String = statements
        .iter()
        .take(MOST_ROWS)
        .map(|statement| {
            let (yours, theirs) = sides(*statement);
            let link = voice.link(*statement);
            format!("<tr><th scope=\"row\">{link}</th><td>{yours}</td><td>{theirs}</td></tr>")
        })
        .collect();
    let open = if statements.len() > MOST_OPEN { "" } else { " open" };
    let hidden = statements.len().saturating_sub(MOST_ROWS);
    let more = match hidden {
        0 => String::new(),
        _ => format!("<p>{}</p>", voice.counted(words.crux_hidden(), hidden)),
    };
    format!(
        "<details class=\"table\"{open}><summary>{caption}</summary>\
         <table class=\"sides\"><thead><tr><th scope=\"col\">{}</th>\
         <th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>{rows}</tbody></table>{more}</details>",
        word(words.compare_statement()),
        word(words.compare_yours()),
        word(words.compare_theirs())
    )
}
