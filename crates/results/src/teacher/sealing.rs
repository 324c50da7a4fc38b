//! A quiz whose results are sealed: a pair of keys, of which the private one is saved and the public one goes into the link.

use std::rc::Rc;

use concord_dom::{absolute, form};
use concord_model::{Route, html, talk::ResultsEntry};
use wasm_bindgen_futures::spawn_local;
use web_sys::Url;

use super::Teacher;
use crate::{
    fields::{day, to_copy, today, value},
    files,
    seal::{self, Pair},
};

impl Teacher {
    /// Makes a pair of keys, saves it, and shows the link with the public one.
    pub(super) fn seal(self: &Rc<Self>) {
        let own = Rc::clone(self);
        spawn_local(async move {
            let words = &own.file.words;
            let link = value(&own.inner, ResultsEntry::Link);
            let made = match own.quiz_link(&link) {
                Some(url) => own.sealed(&url).await,
                None => None,
            };
            let said = match made {
                Some(link) => html! {
                    p { (words.seal_saved()) }
                    (to_copy("sealed", words.seal_made(), words.result_copy(), &link))
                },
                None => html! { p.notice { (words.seal_no_quiz()) } },
            };
            own.tell(".sealed", &said);
        });
    }

    /// The address of a quiz of this guide that asks for results.
    fn quiz_link(&self, link: &str) -> Option<Url> {
        let url = Url::new(link.trim()).ok()?;
        let quiz = Url::new(&absolute(&Route::Quiz.href(form()))?).ok()?;
        let is_quiz = (url.origin(), url.pathname()) == (quiz.origin(), quiz.pathname());
        (is_quiz && url.search_params().has("ask")).then_some(url)
    }

    async fn sealed(&self, url: &Url) -> Option<String> {
        let pair = Pair::make().await?;
        let file = [self.file.words.seal_file(), "\n", &pair.file().await?, "\n"].concat();
        let name = [self.file.words.seal_name(), &day(today())];
        files::save(&files::name(&name, ".txt"), &file)?;
        url.search_params().set(seal::IN_LINK, &pair.link());
        self.class.borrow_mut().keys.push(pair);
        Some(url.href())
    }
}
