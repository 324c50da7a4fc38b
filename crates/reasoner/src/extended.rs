//! How statements of the reader's own become a part of the argument that is reasoned about.

use concord_engine::own::Own;
use concord_model::{
    Form, Html, MapStatement, OwnerMark, ReasonerFile, Route, StatementKind, fill,
};

/// How many characters of one stand in a sentence.
const SHORT: usize = 40;

/// Adds the reader's own statements to the argument: each attacks what it answers. One whose statement is not there
/// does nothing.
pub(crate) fn extend(file: &mut ReasonerFile, own: &[Own]) {
    let first = file.map.statements.len();
    for one in own {
        let text = fill(file.words.own_short(), &[("text", &short(&one.text))]);
        let href = format!("{}#{}", Route::Argument.href(Form::Folder), one.id);
        file.map.statements.push(MapStatement {
            id: one.id.clone(),
            kind: StatementKind::Objection,
            title: Html::default(),
            short: text,
            href,
            lesson: None,
            owner: file.words.yours().to_owned(),
            // It has no mark of an owner, and none of these is shown.
            mark: OwnerMark::Cross,
            of_work: false,
        });
    }
    for (from, one) in (first..).zip(own) {
        let to = file.map.statements.iter().position(|other| other.id == one.target);
        if let (Ok(from), Some(Ok(to))) = (u32::try_from(from), to.map(u32::try_from)) {
            file.map.attacks.push((from, to));
        }
    }
    // What answers an objection is a reply; those of the reader may answer each other.
    for _ in own {
        for (from, to) in file.map.attacks.iter().rev().take(own.len()) {
            let answered = file.map.statements.get(*to as usize).map(|own| own.kind);
            let is_reply =
                matches!(answered, Some(StatementKind::Objection | StatementKind::Undercut));
            let kind = if is_reply { StatementKind::Reply } else { StatementKind::Objection };
            if let Some(own) = file.map.statements.get_mut(*from as usize)
                && *from as usize >= first
            {
                own.kind = kind;
            }
        }
    }
}

/// The beginning of a text on one line. What turns the direction of a text is left out, and what is left stands
/// apart from the sentence around it, whichever direction it has.
fn short(text: &str) -> String {
    let turns = |c: &char| matches!(*c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = words.chars().filter(|c| !turns(c)).take(SHORT).collect();
    if words.chars().count() > SHORT {
        short.push('…');
    }
    // For the same reason as in whole texts, nothing follows on a sign of equality.
    ["\u{2068}", &short.replace('=', "=\u{200b}"), "\u{2069}"].concat()
}
