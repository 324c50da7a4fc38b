//! What this browser remembers belongs to the reader: to take along as a file, to bring in, to
//! forget. Nothing changes before the reader has seen what will.

use concord_engine::record::{Record, Stored, read};
use leptos::{ev, prelude::*, task::spawn_local};

use crate::{
    Site,
    browser::file,
    text::{counted, word},
};

pub(crate) fn memory(site: Site) -> AnyView {
    let words = site.words();
    let told = RwSignal::new(String::new());
    // What a file holds, until the reader says what to do with it.
    let found = StoredValue::new(None::<Record>);
    let act = move |event: ev::MouseEvent| {
        let Some(action) = file::action(&event) else { return };
        let done = |words: &str| told.set(format!("<p>{}</p>", word(words)));
        match action.as_str() {
            "export" => {
                file::save(words.export_file(), &site.store.record.with_untracked(Record::to_text));
            }
            "forget" => {
                told.set(question(words.forget_sure(), &[("forget-all", words.forget())], site))
            }
            "forget-all" => {
                site.store.forget();
                done(words.forgotten());
            }
            "merge" | "replace" => {
                if let Some(theirs) = found.try_update_value(Option::take).flatten() {
                    site.store.bring_in(theirs, action == "merge");
                    done(words.imported());
                }
            }
            _ => told.set(String::new()),
        }
    };
    let chosen = move |event: ev::Event| {
        spawn_local(async move {
            let said = match file::read(&event).await.as_deref().map(read) {
                Some(Stored::Record(theirs)) => {
                    let said = summary(site, &theirs);
                    found.set_value(Some(theirs));
                    said
                }
                Some(Stored::Newer) => format!("<p>{}</p>", word(words.import_newer())),
                Some(Stored::Damaged) | None => format!("<p>{}</p>", word(words.import_damaged())),
            };
            told.set(said);
        });
    };
    view! {
        <div class="live memory" on:click=act>
            <p class="buttons">
                <button type="button" class="plain" data-do="export">{words.export()}</button>
                <label class="file">{words.import()} <input type="file" accept="text/plain,.txt" on:change=chosen/></label>
                <button type="button" class="plain" data-do="forget">{words.forget()}</button>
            </p>
            <div role="status" inner_html=move || told.get()></div>
        </div>
    }
    .into_any()
}

/// What a file holds, and the ways to bring it in.
fn summary(site: Site, theirs: &Record) -> String {
    let words = site.words();
    let finished = theirs.lessons.values().filter(|lesson| lesson.finished).count();
    let found = counted(site, words.import_found(), "count", theirs.answers.len(), finished);
    question(&found, &[("merge", words.merge()), ("replace", words.replace())], site)
}

/// A question with buttons, the last of which leaves all as it is.
fn question(text: &str, actions: &[(&str, &str)], site: Site) -> String {
    let cancel = ("cancel", site.words().cancel());
    let buttons: String = actions
        .iter()
        .chain([&cancel])
        .map(|(action, name)| {
            format!(
                "<button type=\"button\" class=\"plain\" data-do=\"{action}\">{}</button>",
                word(name)
            )
        })
        .collect();
    format!("<p>{}</p><p class=\"buttons\">{buttons}</p>", word(text))
}
