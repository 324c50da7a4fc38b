//! Settings in a link: read from any text, and written so that they are read back the same.
//!
//! A link names what differs from the defaults, and the step that it was copied at: `noise=5&first=grudger&at=40`. Whatever is
//! read is brought within its limits: a number is clamped and put on its nearest step, what is no number or not finite, an
//! unknown option or an unknown member is as if it were not there, and so is an unknown name. So no link can do harm.

use concord_model::ModelName;

use crate::{Kind, Model, Parameter, Settings, Value, World, model};

/// The name of the step in a link.
const AT: &str = "at";

/// What a link says.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// A value for each parameter.
    pub settings: Settings,
    /// The step, if it names one; never above the model's last.
    pub at: Option<u32>,
}

/// Reads what stands behind the question mark of a link.
#[must_use]
pub fn parse(model: &dyn Model, world: &World, query: &str) -> Link {
    let pairs: Vec<(&str, &str)> =
        query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('=')).collect();
    let said = |name: &str| pairs.iter().rev().find(|(known, _)| *known == name).map(|pair| pair.1);
    let settings = model.parameters().iter().map(|parameter| {
        let value = said(parameter.name).and_then(|text| value(parameter, world, text));
        (parameter.name, value.unwrap_or_else(|| default(parameter)))
    });
    let settings = Settings(settings.collect());
    let last = model.last_step(&settings);
    let at = said(AT).and_then(|text| text.parse::<u32>().ok()).map(|at| at.min(last));
    Link { settings, at }
}

/// Writes what differs from the defaults, and the step.
#[must_use]
pub fn written(model: &dyn Model, world: &World, settings: &Settings, at: Option<u32>) -> String {
    let parameters = model.parameters().iter();
    let pairs = parameters.filter_map(|parameter| {
        let value = settings.value(parameter.name)?;
        let text = text(parameter, world, value);
        (*value != default(parameter)).then(|| format!("{}={text}", parameter.name))
    });
    let at = at.map(|at| format!("{AT}={at}"));
    pairs.chain(at).collect::<Vec<_>>().join("&")
}

/// What is wrong with settings that an author wrote, and a hint; readers' links are never wrong.
///
/// # Errors
/// If a name is not one of the model's, or a value is not written as a link has it.
pub fn check(name: ModelName, settings: &str) -> Result<(), (String, Option<String>)> {
    let model = model(name);
    for pair in settings.split('&').filter(|pair| !pair.is_empty()) {
        let (known, said) = pair.split_once('=').unwrap_or((pair, ""));
        let Some(parameter) = model.parameters().iter().find(|own| own.name == known) else {
            let names: Vec<&str> = model.parameters().iter().map(|own| own.name).collect();
            let hint = format!("the model `{}` has {}", name.name(), names.join(", "));
            return Err((format!("the model has no setting `{known}`"), Some(hint)));
        };
        let world = World::default();
        let value = value(parameter, &world, said);
        let is_right = value.is_some_and(|value| text(parameter, &world, &value) == said);
        if !is_right && !matches!(parameter.kind, Kind::Members) {
            let message = format!("`{known}` cannot be `{said}`");
            return Err((message, Some(range(parameter))));
        }
    }
    Ok(())
}

/// What a parameter may be, for a hint.
fn range(parameter: &Parameter) -> String {
    match parameter.kind {
        Kind::Number { least, most, step, .. } => {
            let places = decimals(step);
            format!("write a number from {least:.places$} to {most:.places$} in steps of {step}")
        }
        Kind::Toggle { .. } => "write `1` for yes or `0` for no".to_owned(),
        Kind::Choice { options, .. } => {
            let names: Vec<&str> = options.iter().map(|option| option.name).collect();
            format!("it can be {}", names.join(", "))
        }
        Kind::Members => "write codes with hyphens between them: `fra-nru`".to_owned(),
    }
}

/// What a parameter is if nobody says otherwise.
fn default(parameter: &Parameter) -> Value {
    match parameter.kind {
        Kind::Number { default, .. } => Value::Number(default),
        Kind::Toggle { default } => Value::Toggle(default),
        Kind::Choice { default, .. } => Value::Choice(default),
        Kind::Members => Value::Members(Vec::new()),
    }
}

/// Reads a value; nothing if it is none.
fn value(parameter: &Parameter, world: &World, text: &str) -> Option<Value> {
    match parameter.kind {
        Kind::Number { .. } => {
            let number = text.trim().parse::<f64>().ok().filter(|number| number.is_finite())?;
            Some(Value::Number(within(parameter.kind, number)))
        }
        Kind::Toggle { .. } => match text {
            "1" => Some(Value::Toggle(true)),
            "0" => Some(Value::Toggle(false)),
            _ => None,
        },
        Kind::Choice { options, .. } => {
            options.iter().position(|option| option.name == text).map(Value::Choice)
        }
        Kind::Members => {
            let named = |code: &str| text.split('-').any(|named| named == code);
            let members = world.members.iter().enumerate();
            let members = members.filter(|(_, member)| named(&member.code));
            Some(Value::Members(members.map(|(place, _)| place).collect()))
        }
    }
}

/// The nearest number within limits and on a step.
fn within(kind: Kind, number: f64) -> f64 {
    let Kind::Number { least, most, step, .. } = kind else { return number };
    let steps = libm::round((number.clamp(least, most) - least) / step);
    rounded(least + steps * step, step).clamp(least, most)
}

/// A number with as many decimals as its step needs, so that 0.1 added three times is 0.3.
fn rounded(number: f64, step: f64) -> f64 {
    let text = format!("{number:.*}", decimals(step));
    text.parse().unwrap_or(number)
}

/// How many decimals the steps of a number have, at most six.
#[must_use]
pub(crate) fn decimals(step: f64) -> usize {
    let whole = |scale: f64| (step * scale - libm::round(step * scale)).abs() < 1e-9;
    (0..6).find(|places| whole(libm::pow(10.0, *places as f64))).unwrap_or(6)
}

/// Writes a value.
pub(crate) fn text(parameter: &Parameter, world: &World, value: &Value) -> String {
    match (value, parameter.kind) {
        (Value::Number(number), Kind::Number { step, .. }) => {
            format!("{number:.*}", decimals(step))
        }
        (Value::Toggle(on), _) => u8::from(*on).to_string(),
        (Value::Choice(choice), Kind::Choice { options, .. }) => {
            options.get(*choice).map(|option| option.name.to_owned()).unwrap_or_default()
        }
        (Value::Members(members), _) => {
            let codes = members.iter().filter_map(|place| world.members.get(*place));
            codes.map(|member| member.code.as_str()).collect::<Vec<_>>().join("-")
        }
        _ => String::new(),
    }
}
