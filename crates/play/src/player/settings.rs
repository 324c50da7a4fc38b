//! What readers set, and how it is shown around the drawing.

use std::rc::Rc;

use concord_dom::{all, around, attribute, first, put, put_before, put_end};
use concord_model::{data, talk::Pace};
use concord_models::{Kind, Play, Settings, Value, parse, written};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};

use super::Player;
use crate::controls;

impl Player {
    /// Shows the settings around the drawing. Controls that stay are kept, as readers may hold one, and as lists of all states
    /// are long.
    pub(super) fn show_settings(&self) {
        self.keep();
        let state = self.state.borrow();
        let (play, settings) = (self.play(), &state.settings);
        self.write_controls(&play, settings);
        self.mark_presets(&play, settings);
        if let Some(place) = self.part(".asked") {
            place.set_text_content(Some(&play.model().question(settings, play.words)));
        }
        if let Some(place) = self.part(".expect") {
            put(&place, &play.predictions(settings, self.name.name()));
        }
    }

    /// Writes the controls that come, takes away those that go, and shows in the others what is set.
    fn write_controls(&self, play: &Play, settings: &Settings) {
        let Some(place) = self.part(".settings") else { return };
        let control = |name: &str| first(&place, &controls::of(name));
        for parameter in play.model().parameters() {
            let stale =
                control(parameter.name).filter(|_| !play.model().applies(parameter, settings));
            if let Some(setting) = stale.and_then(|control| around(&control, ".setting")) {
                setting.remove();
            }
        }
        let mut next: Option<Element> = None;
        let applied: Vec<_> = play.applied(settings).collect();
        for parameter in applied.into_iter().rev() {
            let name = parameter.name;
            if control(name).is_some() {
                controls::show(&place, name, &play.model_text(settings, name), None);
            } else {
                let html = play.setting(parameter, settings);
                match &next {
                    Some(next) => put_before(next, &html),
                    None => put_end(&place, &html),
                }
            }
            next = control(name).and_then(|control| around(&control, ".setting")).or(next);
        }
    }

    /// Marks the presets that are set now.
    fn mark_presets(&self, play: &Play, settings: &Settings) {
        for button in all::<Element>(&self.inner, concat!("button[", data!(preset), "]")) {
            let is_set = play.is_set(settings, &attribute(&button, data!(preset)));
            let _ = button.set_attribute("aria-pressed", if is_set { "true" } else { "false" });
        }
    }

    /// Hears a control.
    pub(crate) fn set(self: &Rc<Self>, control: &Element, is_done: bool) {
        if let Some(number) = control.get_attribute(data!(expected)) {
            self.state.borrow_mut().expected = number.parse().ok();
            self.show(false);
            return;
        }
        if control.has_attribute(data!(pace)) {
            let chosen = control.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
            if let Some(pace) = chosen.and_then(|name| Pace::read(&name)) {
                self.state.borrow_mut().pace = pace;
            }
            return;
        }
        if controls::is_typed(control) && !is_done {
            return;
        }
        let Some((name, value)) = controls::said(control) else { return };
        let play = self.play();
        let (before, settings) = {
            let state = self.state.borrow();
            let query = written(play.model(), play.world, &state.settings, None);
            // Of two values of one name, the last one counts.
            let query = format!("{query}&{name}={value}");
            let settings = parse(play.model(), play.world, &query).settings;
            (state.settings.clone(), settings)
        };
        let is_number = controls::is_number(control);
        if is_number {
            self.show_number(&settings, &name, control, is_done);
        }
        if settings == before {
            if is_done {
                self.keep();
            }
            return;
        }
        self.reveal();
        self.change(settings.clone());
        if is_number {
            self.mark_presets(&play, &settings);
        } else {
            self.state.borrow_mut().expected = None;
            self.show_settings();
        }
        self.show(is_done || !is_number);
        self.wait();
    }

    /// Shows the number that a value became, beside the control that readers hold, and in it once they are done.
    fn show_number(&self, settings: &Settings, name: &str, control: &Element, is_done: bool) {
        let parameters = self.play().model().parameters();
        let parameter = parameters.iter().find(|own| own.name == name);
        if let (Some(Value::Number(_)), Some(Kind::Number { .. })) =
            (settings.value(name), parameter.map(|own| own.kind))
        {
            let text = self.play().model_text(settings, name);
            let held = (!is_done).then_some(control);
            controls::show(&self.inner, name, &text, held);
        }
    }
}
