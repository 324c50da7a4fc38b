//! The pages for teachers: a plan for each lesson, each piece with the texts that show it in a page of another site, and
//! the questions of a lesson on paper.
//!
//! A site may be anywhere, so its texts have [`ANYWHERE`] where the guide's address stands. A script puts the address there
//! and shows the piece that is chosen (`crates/prerender/src/scripts/teach.js`); without it a teacher does.

use concord_model::{
    Block, Form, Html, Item, Lesson, Piece, Plan, Route, StatementKind, fill, html,
};
use leptos::prelude::*;

use super::{lesson::number, titles::of_piece};
use crate::{
    Site, quiz,
    text::{Scope, copied, field, filled, link, page_title, place_of, section},
};

/// Stands for the guide's own address.
const ANYWHERE: &str = "https://guide.example/";

pub(super) fn text(site: Site) -> Html {
    let (guide, words) = (site.guide, &site.guide.teach);
    let scope = Scope::page(site, &Route::Teach);
    let lessons = html! {
        ol {
            @for lesson in &guide.lessons {
                @let plan = guide.plan(&lesson.id);
                li {
                    (link(Route::Plan(lesson.id.clone()), &lesson.title))
                    @if let Some(plan) = plan { ": " (plan.title) }
                    div.small { (for_class(site, lesson)) }
                }
            }
        }
    };
    let mut pieces = Pieces::of(site);
    let first = guide.lessons.first();
    let quiz = first.map(|lesson| format!("?lesson={}&count=5&seed=class", lesson.id));
    let quiz = quiz.map(|asked| pieces.set(&Piece::Quiz, &asked)).unwrap_or_default();
    let others = [Piece::Argument, Piece::Community].into_iter();
    let others = others.chain(guide.model_pages.iter().map(|page| Piece::Model(page.name)));
    let others = others.filter(|piece| piece.home(guide).is_some());
    let others: Html = others.map(|piece| pieces.set(&piece, "")).collect();
    let shown = html! {
        p { (words.teach_show_how()) }
        (address_hint(site))
        (quiz) (others)
        div.paste.live data-paste {
            p { label for="_paste" { (words.teach_paste()) } }
            input #_paste type="url" autocomplete="off" spellcheck="false" aria-describedby="_pasted";
            p.small #_pasted role="status" data-none=(words.teach_paste_none()) {}
            (pieces.of_address())
        }
        (copied())
    };
    let results = html! {
        p { (words.teach_results_how()) }
        ul {
            li { (link(Route::Quiz, &site.words().quiz())) }
            li { (link(Route::Class, &guide.results.class())) }
        }
    };
    html! {
        div .text.teach {
            (page_title(&Html::default(), &words.teach()))
            p { (words.teach_intro()) }
            (section(scope, "plans", words.teach_plans(), &lessons))
            (section(scope, "results", words.teach_results(), &results))
            (section(scope, "pieces", words.teach_show(), &shown))
        }
    }
}

/// A lesson for whoever teaches it: its plan, the answers to its questions, and its pieces.
pub(super) fn plan(site: Site, place: usize, lesson: &Lesson) -> Html {
    let (guide, words) = (site.guide, &site.guide.teach);
    let route = Route::Plan(lesson.id.clone());
    let scope = Scope::page(site, &route);
    let own = guide.plan(&lesson.id);
    let title = own.map_or(lesson.title.as_str(), |plan| plan.title.as_str());
    let above = html! { (link(Route::Teach, &words.teach())) " · " (number(site, place)) };
    let answers = html! {
        @for item in asked(lesson) {
            h3 { (link(place_of(lesson, item), &item.title)) }
            (quiz::asked_and_told(site, item))
        }
    };
    let pieces = html! { (address_hint(site)) (Pieces::of(site).all(lesson)) (copied()) };
    html! {
        div .text.teach {
            (page_title(&above, &title))
            p.small {
                (link(Route::Lesson(lesson.id.clone()), &lesson.title)) " · " (for_class(site, lesson))
            }
            @if let Some(plan) = own { (planned(scope, plan)) }
            @if !answers.is_empty() { (section(scope, "answers", words.teach_answers(), &answers)) }
            (section(scope, "pieces", words.teach_pieces(), &pieces))
        }
    }
}

/// What a plan says.
fn planned(scope: Scope<'_>, plan: &Plan) -> Html {
    let words = &scope.site.guide.teach;
    let aims = html! { ul { @for aim in &plan.aims { li { (aim) } } } };
    let steps = html! {
        table {
            thead { tr { th scope="col" { (words.teach_minutes()) } th scope="col" { (words.teach_in_class()) } } }
            tbody { @for step in &plan.steps { tr { td.end { (step.minutes) } td { (step.text) } } } }
        }
    };
    let discussed = html! {
        ol {
            @for (question, answer) in &plan.questions {
                li { p { b { (question) } } div.prose { (answer) } }
            }
        }
    };
    let title = fill(words.teach_steps(), &[("minutes", &Plan::MINUTES.to_string())]);
    html! {
        (section(scope, "aims", words.teach_aims(), &aims))
        (section(scope, "steps", &title, &steps))
        (section(scope, "discuss", words.teach_discuss(), &discussed))
    }
}

/// The worksheet and the quiz of a lesson.
fn for_class(site: Site, lesson: &Lesson) -> Html {
    html! {
        (link(Route::Worksheet(lesson.id.clone()), &site.guide.teach.teach_worksheet()))
        @if lesson.blocks.iter().any(|block| matches!(block, Block::Item(_))) {
            " · " a href=(Route::quiz_of(&lesson.id, Form::Folder)) { (site.words().quiz_of_lesson()) }
        }
    }
}

/// All questions of a lesson, those that it does not show among them, as its quiz asks these, too.
fn asked(lesson: &Lesson) -> impl Iterator<Item = &Item> {
    lesson.blocks.iter().filter_map(|block| match block {
        Block::Item(item) => Some(item),
        _ => None,
    })
}

/// The questions that a lesson shows.
fn shown(lesson: &Lesson) -> impl Iterator<Item = &Item> {
    asked(lesson).filter(|item| !item.later)
}

/// How many characters of questions fit on the first page of a worksheet, and lines to write on below a question on its second.
const ROOM: usize = 1_900;
const LINES: usize = 5;

/// Two pages to print: questions of the lesson, and those to discuss, with lines to write on.
pub(super) fn worksheet(site: Site, place: usize, lesson: &Lesson) -> Html {
    let (guide, words) = (site.guide, &site.guide.teach);
    let route = Route::Worksheet(lesson.id.clone());
    let scope = Scope::page(site, &route);
    let above = html! { (guide.title) " · " (number(site, place)) };
    let mut room = ROOM;
    let mut asked = Vec::new();
    for item in shown(lesson) {
        let text = quiz::on_paper(site, item);
        let length = text.text().chars().count();
        if length <= room {
            room -= length;
            asked.push((&item.title, text));
        }
    }
    let questions = guide.plan(&lesson.id).map_or(&[][..], |plan| plan.questions.as_slice());
    let lines = html! { div.lines { @for _ in 0..LINES { i {} } } };
    let paper = html! {
        ol { @for (title, text) in asked { li { h3 { (title) } (text) } } }
    };
    let discussed = html! {
        ol { @for (question, _) in questions { li { p { (question) } (lines) } } }
    };
    html! {
        div .text.worksheet {
            p .buttons.live { button.plain type="button" data-prints { (site.words().print()) } }
            p.who {
                @for word in [words.teach_name(), words.teach_class(), words.teach_date()] { span { (word) } " " }
            }
            (page_title(&above, &lesson.title))
            (section(scope, "questions", words.teach_questions(), &paper))
            @if !questions.is_empty() {
                (section(scope, "discuss", words.teach_discuss(), &discussed))
            }
        }
    }
}

/// What a teacher without scripts has to do.
fn address_hint(site: Site) -> Html {
    if site.address.with_value(Option::is_some) {
        return Html::default();
    }
    let address = html! { code { (ANYWHERE) } };
    let said = filled(site.guide.teach.teach_address(), "address", &address);
    html! { p .small.without-script { (said) } }
}

/// Pieces, each with the texts that show it.
struct Pieces {
    site: Site,
    /// How many there are yet, as each field has a name of its own.
    count: usize,
}

impl Pieces {
    fn of(site: Site) -> Self {
        Self { site, count: 0 }
    }

    /// All pieces of a lesson, in reading order.
    fn all(&mut self, lesson: &Lesson) -> Html {
        let words = &self.site.guide.teach;
        let mut out = self.piece(&Piece::Lesson(lesson.id.clone()), "", words.teach_lesson());
        if shown(lesson).next().is_some() {
            let asked = format!("?lesson={}", lesson.id);
            out.extend([self.piece(&Piece::Quiz, &asked, self.site.words().quiz_of_lesson())]);
        }
        self.among(lesson, &lesson.blocks, &mut out);
        out
    }

    fn among(&mut self, lesson: &Lesson, blocks: &[Block], out: &mut Html) {
        for block in blocks {
            let (site, words) = (self.site, &self.site.guide.teach);
            let piece = match block {
                Block::Heading(own) => {
                    let piece = Piece::Section(lesson.id.clone(), own.id.clone());
                    self.piece(&piece, "", words.teach_section())
                }
                Block::Item(item) => {
                    self.piece(&Piece::Item(item.id.clone()), "", site.words().question())
                }
                Block::Statement(own) => {
                    let kind: StatementKind = own.kind;
                    self.piece(&Piece::Statement(own.id.clone()), "", site.words().part(kind))
                }
                _ => Html::default(),
            };
            out.extend([piece]);
            if let Block::Statement(own) = block {
                self.among(lesson, &own.blocks, out);
            }
        }
    }

    /// A piece that its address sets.
    fn set(&mut self, piece: &Piece, asked: &str) -> Html {
        self.piece(piece, asked, "")
    }

    /// The piece of whatever address is pasted.
    fn of_address(&mut self) -> Html {
        self.folded(html! {}, "", "", "")
    }

    fn piece(&mut self, piece: &Piece, asked: &str, kind: &str) -> Html {
        let guide = self.site.guide;
        let name = of_piece(guide, piece).unwrap_or_default();
        let home = piece.href(guide, Form::Folder).unwrap_or_default();
        let summary = html! { (name) @if !kind.is_empty() { " " span.small { (kind) } } };
        let address = Route::Embed(piece.clone()).href(Form::Folder) + asked;
        self.folded(summary, &address, &(home + asked), &name)
    }

    /// The texts, folded below the name of what they show.
    fn folded(&mut self, summary: Html, address: &str, home: &str, name: &str) -> Html {
        let (site, words) = (self.site, &self.site.guide.teach);
        let guide = site.address.get_value().unwrap_or_else(|| ANYWHERE.to_owned());
        let whole = |way: &str| [guide.as_str(), way].concat();
        let element = html! {
            script async src=(whole("embed.js")) {}
            concord-embed src=(whole(address)) { a href=(whole(home)) { (name) } }
        };
        let frame = html! {
            iframe src=(whole(address)) title=(name) width="100%" height="420" loading="lazy" style="border:0" {}
        };
        self.count += 1;
        let texts = [
            ("element", words.teach_element(), element.as_str().to_owned()),
            ("frame", words.teach_frame(), frame.as_str().to_owned()),
            ("link", words.teach_link(), whole(home)),
            ("markdown", words.teach_markdown(), format!("[{name}]({})", whole(home))),
        ];
        html! {
            details.piece data-embed=(address) hidden[address.is_empty()] {
                summary { (summary) }
                @for (kind, label, text) in &texts {
                    (field(site, &format!("{kind}-{}", self.count), label, text))
                }
                div.shown {}
            }
        }
    }
}
