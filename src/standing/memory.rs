//! What this browser remembers belongs to the reader: to take along as a file, to bring in, to
//! forget. Nothing changes before the reader has seen what will.

use concord_engine::record::{Record, Stored, read};
use concord_model::{Html, html, talk::RecordAction};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    Site,
    browser::{
        file,
        view::{self, Event, heard},
    },
    text::counted,
};

pub(crate) fn memory(site: Site) -> AnyView {
    let words = site.words();
    let told = RwSignal::new(Html::default());
    // What a file holds, until the reader says what to do with it.
    let found = StoredValue::new(None::<Record>);
    let act = move |event: &Event| {
        let Some(action) = file::action(event) else { return };
        let done = |words: &str| told.set(said(words));
        match action {
            RecordAction::Export => {
                file::save(words.export_file(), &site.store.record.with_untracked(Record::to_text));
            }
            RecordAction::Forget => {
                let sure = [(RecordAction::ForgetAll, words.forget())];
                told.set(question(words.forget_sure(), &sure, site));
            }
            RecordAction::ForgetAll => {
                site.store.forget();
                done(words.forgotten());
            }
            RecordAction::Merge | RecordAction::Replace => {
                if let Some(theirs) = found.try_update_value(Option::take).flatten() {
                    site.store.bring_in(theirs, action == RecordAction::Merge);
                    done(words.imported());
                }
            }
            RecordAction::Cancel => told.set(Html::default()),
        }
    };
    let chosen = move |event: &Event| {
        // So that the same sentence about another file is said again.
        told.set(Html::default());
        let event = event.clone();
        spawn_local(async move {
            let what = match file::read(&event).await.as_deref().map(read) {
                Some(Stored::Record(theirs)) => {
                    let what = summary(site, &theirs);
                    found.set_value(Some(theirs));
                    what
                }
                Some(Stored::Newer) => said(words.import_newer()),
                Some(Stored::Damaged) | None => said(words.import_damaged()),
            };
            told.set(what);
        });
    };
    let ways = html! {
        p.buttons {
            button.plain type="button" data-do=(RecordAction::Export) { (words.export()) }
            label.file { (words.import()) " " input type="file" accept="text/plain,.txt"; }
            button.plain type="button" data-do=(RecordAction::Forget) { (words.forget()) }
        }
    };
    let parts = vec![view::still(ways), view::status("div", "", move || told.get())];
    view::group("div", "live memory", parts, vec![heard("click", act), heard("change", chosen)])
}

/// What a file holds, and the ways to bring it in.
fn summary(site: Site, theirs: &Record) -> Html {
    let words = site.words();
    let finished = theirs.lessons.values().filter(|lesson| lesson.finished).count();
    let found = counted(site, words.import_found(), "count", theirs.answers.len(), finished);
    let ways = [(RecordAction::Merge, words.merge()), (RecordAction::Replace, words.replace())];
    question(&found, &ways, site)
}

fn said(text: &str) -> Html {
    html! { p { (text) } }
}

/// A question with buttons, the last of which leaves all as it is.
fn question(text: &str, actions: &[(RecordAction, &str)], site: Site) -> Html {
    let cancel = (RecordAction::Cancel, site.words().cancel());
    html! {
        p { (text) }
        p.buttons {
            @for (action, name) in actions.iter().chain([&cancel]) {
                button.plain type="button" data-do=(action) { (name) }
            }
        }
    }
}
