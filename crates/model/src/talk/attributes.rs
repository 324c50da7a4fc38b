//! The names of attributes.

/// Declares the attributes of pages. What follows `data-` is the name by which [`data!`] gives the whole.
macro_rules! attributes {
    ($($(#[doc = $about:literal])+ $name:ident),+ $(,)?) => {
        /// All attributes that pages and programs have for each other.
        pub const ATTRIBUTES: &[&str] = &[$(concat!("data-", stringify!($name))),+];

        /// The name of an attribute as a literal: `data!(node)`, and within a selector
        /// `concat!("li[", data!(node), "]")`. Templates write it as it is, and a test looks it up.
        #[macro_export]
        macro_rules! data {
            $(($name) => { concat!("data-", stringify!($name)) };)+
        }
    };
}

attributes! {
    /// Of the document: the page's route.
    route,
    /// Of the document: the files of the program that reasons.
    reasoner,
    /// Of the document: the files of the program of the map.
    atlas,
    /// Of the document: the files of the program of the models to play with.
    play,
    /// Of the document: the files of the program of results.
    results,
    /// Of the document: the files of the program in which the argument is rebuilt.
    rebuild,
    /// Of the document: the files of the program that finds.
    search,
    /// Of the document: scripts run.
    scripts,
    /// Of the document: the script that starts the guide's program runs.
    starting,
    /// Of the document: the browser asks before the page is left.
    held,
    /// Of the document: controls answer.
    interactive,
    /// Of the document: the theme that the reader chose.
    theme,
    /// Of the document in a frame: the host gives the frame the height of what is in it.
    sized,
    /// Of the document: nothing will answer. Of the place of a program: what is said if that cannot start.
    off,

    /// A button to the contents of a lesson: how far the reader is.
    far,

    /// The place of a control: its name.
    control,
    /// What a button asks for.
    do,
    /// A button that prints the page.
    prints,
    /// A button that saves the days of reviews for a calendar: what these are called there, and the questions that there are.
    calendar,
    /// A button that copies a field: the field's id.
    copies,

    /// A piece that can be shown in a page of another site: its address.
    embed,
    /// What holds the field for the address of such a piece.
    paste,

    /// The place of a program: its name.
    program,
    /// A place of a program that was seen.
    seen,

    /// What is said to an answer: the points that it got, a slash, and those that it could get.
    score,
    /// A part of an answer, such as a thing or a step: its number.
    nth,
    /// A question's list of states. A map in a text: the states that are chosen in it.
    states,

    /// The form of a question: its first answer.
    answered,
    /// A statement on a map that is rebuilt: what is dragged is over it.
    over,
    /// The place of a student's result: the questions of the quiz.
    quiz,
    /// Of the place of results: what it holds was copied or saved.
    kept,
    /// What whoever hands in or collects results writes: which of these it is.
    entry,

    /// What holds the argument, or some of it.
    argument,
    /// The same: the statements that it is about, if not all.
    about,
    /// The same: the reader's stance.
    stance,
    /// The same: the reader's own statements. Where those that answer a statement are shown: its id.
    own,
    /// The same: answers are shown.
    live,
    /// The same: more of an answer comes.
    more,
    /// An empty place: what is shown there.
    panel,
    /// A statement, in the outline and in drawings: its id.
    node,
    /// The place of a statement's label.
    label,
    /// The place of the form for the verdict on a leaf.
    leaf,
    /// The place of a statement's reasons.
    why,
    /// What becomes of a statement, or of an edge.
    is,
    /// An edge: the statements that it comes from.
    from,
    /// An edge: the objection that it stands for.
    via,
    /// An edge: the statement that it leads to.
    to,
    /// What holds a drawing: its name.
    part,
    /// The same: how it is scaled.
    scale,
    /// A row of the argument: the drawing that shows it.
    draws,
    /// Texts as long as what will stand there.
    room,
    /// A box that shows an owner's statements: the owner's mark.
    owner,
    /// A button that judges a leaf: the verdict.
    verdict,
    /// The same: the leaf. Of a statement on a map that is rebuilt: its number.
    on,
    /// A folded answer: the statement that it is about.
    of,
    /// The list of statements of which one is chosen.
    crux,
    /// A button for the next part of a list: what it asks.
    ask,
    /// A button that saves a drawing: the name of the file.
    file,

    /// A map in a text: its layer.
    layer,
    /// The same: its drawing.
    drawing,
    /// The same: its year. Of a slider: that it chooses the year.
    year,
    /// The same: a second layer.
    with,
    /// A shape of a drawing: the number of its state.
    at,
    /// The legend of a layer: the layer's id.
    legend,
    /// A class in a legend: its number.
    class,
    /// A button that chooses all states of a class.
    pick,
    /// A button that has two names in turn: the other one.
    other,
    /// A list to choose from: what is chosen.
    choice,
    /// The field for the name of a state.
    find,
    /// What is said if no state has that name.
    none,
    /// Where it is said what the state is that is pointed at.
    pointed,
    /// Where the chosen states are listed.
    chosen,
    /// Where two layers are crossed.
    cross,
    /// A cell of that: the two classes.
    cell,
    /// Where two states are compared.
    pair,
    /// A part of that, and each vote in it: the numbers of the votes that it is about.
    votes,
    /// A row of the table: the number of its state.
    state,
    /// The same: the names of the state.
    names,
    /// The box that leaves the rows of chosen states alone.
    only,
    /// A button that sorts the table: the number of the layer.
    sort,

    /// Where an argument is rebuilt: the question's name.
    puzzle,
    /// A statement that waits for its place there: its number.
    piece,
    /// A button that puts it to another: the role.
    role,

    /// The place of a model to play with: its name.
    model,
    /// The same: its settings, as a link has them.
    settings,
    /// The same: that it is the model of its page, whose address says the settings. A link out of a frame: that
    /// the rest of the frame's address goes along.
    address,
    /// What sets a parameter: the parameter's name.
    setting,
    /// A button for settings that have a name, and a link to settings: these, as a link has them.
    preset,
    /// Where statements are listed that were found, and a button for one of them: its short words.
    found,
    /// Said where several were found.
    some,
    /// What is seen of a run waits until readers run it.
    waits,
    /// A prediction: its number.
    expected,
    /// What sets how fast a model runs.
    pace,
}
