//! Statements of a reader's own: they count in what follows, and nothing that is brought or damaged changes them.

#![cfg(test)]

mod support;

use concord_engine::own::{self, MOST, Own};
use concord_model::{
    Html, Id,
    talk::{Request, Verdict},
};
use support::Page;

/// A page on which everything is granted, so that all stands but the objection.
fn page() -> Page {
    let mut page = Page::new();
    page.ask(Request::Open("", "", "", ""));
    assert_eq!(page.labels(), "in in in out in");
    page
}

fn only(page: &Page) -> Own {
    let (all, rest) = own::read(&page.own);
    assert_eq!((all.len(), rest.len()), (1, 0), "{}", page.own);
    all[0].clone()
}

#[test]
fn an_objection_of_ones_own_makes_things_fall_and_a_reply_brings_them_back() {
    let mut page = page();
    page.ask(Request::Write("", "second", Verdict::Accept, "Not%20so"));
    assert_eq!(page.labels(), "out in out out in");
    assert!(
        page.said.starts_with("2 statements changed")
            || page.said.starts_with("3 statements changed"),
        "{}",
        page.said
    );
    let own = only(&page);
    assert_eq!((own.target.as_str(), own.text.as_str()), ("second", "Not so"));
    assert!(page.panels["own"].contains("objection") && page.panels["own"].contains("yours"));
    assert!(
        page.yours["second"].contains("yours: \u{2068}Not so\u{2069}"),
        "{}",
        page.yours["second"]
    );
    page.ask(Request::Write("", own.id.as_str(), Verdict::Accept, "But%20yes"));
    assert_eq!(page.labels(), "in in in out in");
    assert!(page.panels["own"].contains("reply"));
    // Rejecting one's own reply gives the objection its force again, and is kept with it.
    let reply = own::read(&page.own).0[1].clone();
    page.ask(Request::Judge(reply.id.as_str(), Verdict::Reject));
    assert_eq!(page.labels(), "out in out out in");
    assert_eq!(own::read(&page.own).0[1].verdict, Verdict::Reject);
    page.ask(Request::Undo);
    assert_eq!(own::read(&page.own).0[1].verdict, Verdict::Accept);
    assert_eq!(page.labels(), "in in in out in");
}

#[test]
fn what_was_kept_counts_again_and_a_start_leaves_it() {
    let mut page = page();
    page.ask(Request::Write("", "second", Verdict::Accept, "No"));
    let (kept, own) = (page.kept.clone(), page.own.clone());
    let mut later = Page::new();
    later.ask(Request::Open(&kept, &own, "", ""));
    assert_eq!(later.labels(), "out in out out in");
    later.ask(Request::Granted);
    assert_eq!(
        later.labels(),
        "out in out out in",
        "granting what others say grants nothing against one's own"
    );
    // The stance that is kept and shared is about the guide alone.
    assert!(!later.kept.contains("own-"));
    later.ask(Request::Share);
    let mut other = Page::new();
    other.ask(Request::Open("", "", &later.shared, ""));
    assert!(other.panel("compare").contains("same"), "{}", other.panel("compare"));
}

#[test]
fn any_text_is_shown_as_text() {
    let mut page = page();
    let text = "<img src=x onerror=alert(1)> \"&amp;\n\u{202e}אף פעם a=javascript:b";
    let encoded = concord_model::percent_encoded(text, |byte| byte.is_ascii_alphanumeric());
    page.ask(Request::Write("", "first", Verdict::Accept, &encoded));
    let panels = ["own", "changed", "result", "write"].map(|name| &page.panels[name]);
    for html in panels.into_iter().chain([&page.yours["first"]]) {
        assert!(!html.contains("<img"), "{html}");
        // What the policy of pages takes for an address that is a script.
        assert!(!html.contains("=javascript:"), "{html}");
    }
    let shown = Html::made_elsewhere(page.panels["own"].replace("<br>", "\n"));
    assert!(shown.text().contains(text), "{}", page.panels["own"]);
    assert!(!page.yours["first"].contains('\u{202e}'), "no text turns the sentence around it");
}

#[test]
fn words_are_changed_and_taken_away_and_put_back() {
    let mut page = page();
    page.ask(Request::Write("", "second", Verdict::Accept, "No"));
    let first = only(&page);
    page.ask(Request::Write(first.id.as_str(), "first", Verdict::Accept, "Other%20words"));
    let now = only(&page);
    assert_eq!(
        (&now.id, now.target.as_str(), now.text.as_str()),
        (&first.id, "first", "Other words")
    );
    page.ask(Request::Remove(first.id.as_str()));
    assert_eq!((page.own.as_str(), page.labels().as_str()), ("", "in in in out in"));
    page.ask(Request::Restore);
    assert_eq!(only(&page), now);
    assert_eq!(page.labels(), "out out in out in");
}

#[test]
fn nothing_is_overwritten_by_what_is_brought() {
    let mut page = page();
    page.ask(Request::Write("", "second", Verdict::Accept, "No"));
    let before = page.own.clone();
    let share = own::share(&own::read(&before).0);
    for (damaged, word) in [
        (&share[..share.len() - 1], "damaged"),
        ("", "damaged"),
        (&share.replacen('1', "9", 1), "newer"),
    ] {
        page.ask(Request::Bring(damaged)).ask(Request::TakeIn);
        assert_eq!(page.own, before);
        page.ask(Request::Bring(damaged));
        assert!(page.panels["brought"].contains(word), "{}", page.panels["brought"]);
    }
    let theirs =
        Own::new(Id::new("first").unwrap(), Verdict::Accept, "<i>So</i>".to_owned(), &[]).unwrap();
    page.ask(Request::Bring(&own::share(std::slice::from_ref(&theirs))));
    assert_eq!(page.own, before, "only told as yet");
    assert!(page.panels["brought"].contains("&lt;i&gt;So"));
    page.ask(Request::LeaveOut).ask(Request::TakeIn);
    assert_eq!(page.own, before);
    page.ask(Request::Bring(&own::file(std::slice::from_ref(&theirs)))).ask(Request::TakeIn);
    let all = own::read(&page.own).0;
    assert_eq!((all[0].text.as_str(), &all[1]), ("No", &theirs));
    assert_eq!(page.labels(), "out out out out in");
}

#[test]
fn there_are_bounds_and_they_are_told() {
    let mut page = page();
    for empty in ["", "%20%0A", "%zz"] {
        page.ask(Request::Write("", "second", Verdict::Accept, empty));
        assert!(page.panels["brought"].contains("Choose what you answer"), "{empty}");
    }
    page.ask(Request::Write("", "nothing-here", Verdict::Accept, "No"));
    assert_eq!(page.own, "");
    page.ask(Request::Write("", "second", Verdict::Accept, &"x".repeat(5_000)));
    assert_eq!(only(&page).text.len(), own::MOST_CHARACTERS);
    let mut all = own::read(&page.own).0;
    while all.len() < MOST {
        let text = all.len().to_string();
        all.push(Own::new(Id::new("second").unwrap(), Verdict::Accept, text, &all).unwrap());
    }
    let full = format!("{} own-later.thing", own::write(&all));
    let mut page = Page::new();
    page.ask(Request::Open("", &full, "", ""));
    page.ask(Request::Write("", "second", Verdict::Accept, "One%20more"));
    assert!(page.panels["brought"].contains("200"), "{}", page.panels["brought"]);
    page.ask(Request::LinkOwn);
    assert!(page.panels["brought"].contains("too long"));
    page.ask(Request::Judge(all[0].id.as_str(), Verdict::Reject));
    assert!(page.own.ends_with(" own-later.thing"), "what a newer program wrote is kept");
    assert_eq!(own::read(&page.own).0.len(), MOST);
}

#[test]
fn what_answers_something_that_is_gone_is_kept_and_does_nothing() {
    let gone = Own::new(Id::new("gone").unwrap(), Verdict::Accept, "No".to_owned(), &[]).unwrap();
    let mut page = Page::new();
    page.ask(Request::Open("", &own::write(std::slice::from_ref(&gone)), "", ""));
    assert_eq!(page.labels(), "in in in out in");
    assert!(page.panels["own"].contains("is not in this guide"));
    page.ask(Request::Judge(gone.id.as_str(), Verdict::Reject));
    assert_eq!(only(&page).target.as_str(), "gone");
}

#[test]
fn what_one_wrote_can_be_taken_along_as_argdown() {
    let mut page = page();
    page.ask(Request::Write("", "second", Verdict::Accept, "Not%20%5Bso%5D%0A%23here"));
    let id = only(&page).id;
    page.ask(Request::Argdown);
    let (name, text) = page.file.clone();
    assert_eq!(name, "my-statements.argdown");
    assert_eq!(
        text,
        format!(
            "\n[second]: The second & so on (The work) #premise\n  - [{id}]\n\n[{id}]: Not \\[so\\] \\#here (yours) #objection\n"
        )
    );
    page.ask(Request::SaveOwn);
    assert_eq!(own::read_share(&page.file.1).unwrap().len(), 1);
}
