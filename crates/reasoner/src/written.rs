//! What readers do with statements of their own: write, reword, take away, put back, pass on, and take over.

use concord_engine::{
    argument::Stance,
    own::{self, Fault, MOST, MOST_IN_A_LINK, Own},
};
use concord_model::{
    Html, Id, fill, percent_decoded, percent_encoded,
    talk::{Answer, Fact, Panel, Request, Verdict},
};

use crate::{
    argument::Argument,
    own::{as_argdown, beside, brought, field, form, list, said},
};

/// The reader's own statements.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) all: Vec<Own>,
    /// Texts that were kept and cannot be read here, or have no room.
    rest: Vec<String>,
    /// All of them before the last was taken away.
    before: Option<Vec<Own>>,
    /// Those of another reader, from a link or a file.
    theirs: Vec<Own>,
}

/// What a request made of them.
pub(crate) enum Done {
    /// It was about something else.
    No,
    /// There are others now; the form is to be empty if they were written.
    Changed {
        /// Whether the form is done with.
        is_written: bool,
    },
    /// It was told, and nothing is another.
    Told,
}

impl Written {
    /// Takes those that were kept.
    pub(crate) fn take(&mut self, kept: &str, argument: &Argument) {
        (self.all, self.rest) = own::read(kept);
        for one in &mut self.all {
            one.target = argument.name_now(&one.target);
        }
        self.before = None;
    }

    /// All of them as they are kept.
    pub(crate) fn text(&self) -> String {
        let all = own::write(&self.all);
        let rest = self.rest.iter().map(String::as_str);
        std::iter::once(all.as_str())
            .chain(rest)
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// Does what is asked, if that is about them.
    pub(crate) fn act(
        &mut self,
        request: &Request<'_>,
        argument: &Argument,
        answer: &mut Answer,
    ) -> Done {
        let voice = &argument.voice;
        match *request {
            Request::Write(id, target, verdict, text) => {
                match self.write(id, target, verdict, text, argument) {
                    Ok(()) => {
                        answer.add(&Fact::Panel(Panel::Brought, Html::default()));
                        Done::Changed { is_written: true }
                    }
                    Err(told) => tell(&told, answer),
                }
            }
            Request::Remove(id) => {
                let before = self.all.clone();
                own::remove(&mut self.all, id);
                self.before = Some(before);
                Done::Changed { is_written: false }
            }
            Request::Restore => match self.before.take() {
                Some(before) => {
                    own::add(&mut self.all, before);
                    Done::Changed { is_written: false }
                }
                None => Done::Told,
            },
            Request::Bring(share) => match own::read_share(share) {
                Ok(theirs) => {
                    answer.add(&Fact::Panel(Panel::Brought, brought(voice, &theirs)));
                    self.theirs = theirs;
                    Done::Told
                }
                Err(Fault::Newer) => tell(voice.words.own_newer(), answer),
                Err(Fault::Damaged) => tell(voice.words.own_damaged(), answer),
            },
            Request::TakeIn => {
                let left = own::add(&mut self.all, std::mem::take(&mut self.theirs));
                let mut told = voice.words.own_took().to_owned();
                if left > 0 {
                    told = [&told, " ", &voice.counted(voice.words.own_no_room(), left)].concat();
                }
                tell(&told, answer);
                Done::Changed { is_written: false }
            }
            Request::LeaveOut => {
                self.theirs.clear();
                answer.add(&Fact::Panel(Panel::Brought, Html::default()));
                Done::Told
            }
            Request::LinkOwn => {
                let share = own::share(&self.all);
                match share.len() > MOST_IN_A_LINK {
                    true => tell(voice.words.own_link_long(), answer),
                    false => {
                        answer.add(&Fact::OwnLink(&share, field(voice)));
                        Done::Told
                    }
                }
            }
            Request::SaveOwn => file(voice.words.own_file(), &own::file(&self.all), answer),
            Request::Argdown => {
                let text = as_argdown(argument, &self.all);
                file(voice.words.own_argdown_file(), &text, answer)
            }
            _ => Done::No,
        }
    }

    /// Adds a statement, or gives one other words.
    fn write(
        &mut self,
        id: &str,
        target: &str,
        verdict: Verdict,
        text: &str,
        argument: &Argument,
    ) -> Result<(), String> {
        let words = &argument.voice.words;
        let text = percent_decoded(text).and_then(|text| own::kept(&text));
        let target = argument.statement(target).and(Id::new(target).ok()).filter(|_| target != id);
        let (Some(text), Some(target)) = (text, target) else {
            return Err(words.own_empty().to_owned());
        };
        if let Some(known) = self.all.iter_mut().find(|own| own.id.as_str() == id) {
            (known.target, known.verdict, known.text) = (target, verdict, text);
            return Ok(());
        }
        let full = || fill(words.own_full(), &[("count", &MOST.to_string())]);
        if self.all.len() >= MOST {
            return Err(full());
        }
        self.all.push(Own::new(target, verdict, text, &self.all).ok_or_else(full)?);
        Ok(())
    }

    /// Puts the verdicts on them into a stance.
    pub(crate) fn judge(&self, stance: &Stance, argument: &Argument) -> Stance {
        let mut stance = stance.on(argument.graph.statements());
        for (number, own) in (argument.guide..).zip(&self.all) {
            stance.set(number, own.verdict);
        }
        stance
    }

    /// Takes the verdicts on them from a stance; whether any is another.
    pub(crate) fn follow(&mut self, stance: &Stance, argument: &Argument) -> bool {
        let mut is_new = false;
        for (number, own) in (argument.guide..).zip(&mut self.all) {
            let verdict = stance.verdict(number);
            is_new |= own.verdict != verdict;
            own.verdict = verdict;
        }
        is_new
    }

    /// Tells what there is of them, in their own place and beside what they answer.
    pub(crate) fn tell(&self, argument: &Argument, is_written: bool, answer: &mut Answer) {
        if is_written {
            answer.add(&Fact::Panel(Panel::Write, form(argument)));
        }
        let list = list(argument, &self.all, self.rest.len(), self.before.is_some());
        answer.add(&Fact::Panel(Panel::Own, list));
        let mut told: Vec<&Id> = Vec::new();
        for own in &self.all {
            if !told.contains(&&own.target) {
                told.push(&own.target);
                let target = own.target.as_str();
                answer.add(&Fact::Yours(target, beside(argument, &self.all, target)));
            }
        }
    }
}

/// Tells something in the place of what was brought.
fn tell(text: &str, answer: &mut Answer) -> Done {
    answer.add(&Fact::Panel(Panel::Brought, said(text)));
    answer.add(&Fact::Say(text));
    Done::Told
}

/// Gives the reader a file.
fn file(name: &str, text: &str, answer: &mut Answer) -> Done {
    answer.add(&Fact::File(name, &percent_encoded(text, |byte| byte.is_ascii_alphanumeric())));
    Done::Told
}
