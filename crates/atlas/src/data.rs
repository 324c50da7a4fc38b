//! What the file of the map holds.

use std::{cell::RefCell, rc::Rc};

use concord_dom::program;
use concord_engine::community::{Column, Mark, parse, whole};
use concord_model::{AtlasFile, AtlasWords, Html, Plural, Program, State, Vote};

/// The file, as it is used.
pub(crate) struct Data {
    /// The states, in the order of their names.
    pub(crate) states: Vec<State>,
    /// The words that are said, and the plural rule of their language.
    pub(crate) words: AtlasWords,
    pub(crate) plural: Plural,
    /// The mark of each state in each drawing.
    pub(crate) marks: Vec<Vec<Mark>>,
    /// The layers.
    pub(crate) columns: Vec<Column>,
    /// The votes among them by which states are compared.
    pub(crate) votes: Vec<Vote>,
    /// The drawing itself, as SVG.
    pub(crate) svg: Html,
}

thread_local! {
    /// The file, once it was loaded.
    static DATA: RefCell<Option<Rc<Data>>> = const { RefCell::new(None) };
}

/// The file, which is loaded once.
pub(crate) async fn load() -> Option<Rc<Data>> {
    if let Some(data) = DATA.with_borrow(Clone::clone) {
        return Some(data);
    }
    let file: AtlasFile = program::read(Program::Atlas).await?;
    let AtlasFile { states, words, plural, marks, columns, votes, svg } = file;
    let marks = marks.lines().map(|line| line.split(' ').filter_map(mark).collect()).collect();
    let data = Rc::new(Data { states, words, plural, marks, columns: parse(&columns), votes, svg });
    DATA.set(Some(data.clone()));
    Some(data)
}

fn mark(text: &str) -> Option<Mark> {
    let mut numbers = text.split(',').filter_map(|number| Some(whole(number)? as i32));
    Some(Mark { x: numbers.next()?, y: numbers.next()?, r: numbers.next()? })
}
