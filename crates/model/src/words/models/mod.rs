//! The words of the models to play with: a list for what all share, and one for each. They are read by the
//! program of the models and by the prerenderer alone.

mod alarms;
mod all;
mod data;
mod good_faith;
mod play;
mod seats;

pub use self::{
    alarms::AlarmsWords, all::ModelWords, data::DataWords, good_faith::GoodFaithWords,
    play::PlayWords, seats::SeatsWords,
};
