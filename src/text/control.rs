//! Controls by their names, and their places in the text of a page. What stands there is built from the
//! name later: by the prerenderer and by the browser, each by `src/controls`.

use concord_model::{Html, Id, html};

/// A control, as its place names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Control {
    /// The choice of theme.
    Theme,
    /// What the browser keeps, where that is worth saying.
    Kept,
    /// The link to where the reader was.
    WayIn,
    /// How many lessons are finished.
    Progress,
    /// What was answered, and what to look at again.
    Standing,
    /// The questions that the address asks for, and the form that makes such addresses.
    Quiz,
    /// The questions that come back today.
    Review,
    /// What the browser remembers, to take along, bring in or forget.
    Memory,
    /// Whose statements of a lesson are shown.
    Filter(Id),
    /// Whether a lesson is finished, in the list of lessons.
    Done(Id),
    /// The reader's own mark that a lesson is finished.
    Finish(Id),
    /// The answers to a question.
    Item(Id),
}

impl Control {
    /// The control of that name: a word, and an id where there are several.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let (kind, id) = name.split_once(' ').unwrap_or((name, ""));
        let id = Id::new(id);
        match kind {
            "theme" => Some(Self::Theme),
            "kept" => Some(Self::Kept),
            "way-in" => Some(Self::WayIn),
            "progress" => Some(Self::Progress),
            "standing" => Some(Self::Standing),
            "quiz" => Some(Self::Quiz),
            "review" => Some(Self::Review),
            "memory" => Some(Self::Memory),
            "filter" => id.ok().map(Self::Filter),
            "done" => id.ok().map(Self::Done),
            "finish" => id.ok().map(Self::Finish),
            "item" => id.ok().map(Self::Item),
            _ => None,
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Theme => "theme".to_owned(),
            Self::Kept => "kept".to_owned(),
            Self::WayIn => "way-in".to_owned(),
            Self::Progress => "progress".to_owned(),
            Self::Standing => "standing".to_owned(),
            Self::Quiz => "quiz".to_owned(),
            Self::Review => "review".to_owned(),
            Self::Memory => "memory".to_owned(),
            Self::Filter(id) => format!("filter {id}"),
            Self::Done(id) => format!("done {id}"),
            Self::Finish(id) => format!("finish {id}"),
            Self::Item(id) => format!("item {id}"),
        }
    }

    /// The place of the control in a page's text.
    pub(crate) fn place(&self) -> Html {
        let name = self.name();
        // Whoever adds a control names it twice: natively, each page that has it shows whether alike.
        debug_assert_eq!(Self::parse(&name).as_ref(), Some(self));
        html! { div.run data-control=(name) {} }
    }
}
