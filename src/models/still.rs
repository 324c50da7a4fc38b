//! A model without scripts: its question, and the run as far as it goes at once.

use concord_model::{Html, ModelName};
use concord_models::{Play, World};

use crate::Site;

pub(super) fn still(site: Site, name: ModelName, settings: &str) -> Html {
    let world = World::of(site.guide, site.community);
    let play = Play { name, words: &site.guide.models, world: &world };
    let settings = play.read(settings).settings;
    let shown = play.begun(&settings).shown(play.words);
    play.html(&settings, &shown, name.name(), play.tells(&settings))
}
