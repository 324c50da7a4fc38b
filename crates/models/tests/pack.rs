//! The models on this guide's own words and tables: what a reader gets of each preset, and of links that were tampered with.

#![cfg(test)]

use std::path::Path;
use std::sync::LazyLock;

use concord_compiler::{Compiled, compile, read_pack};
use concord_model::{Guide, ModelName};
use concord_models::{Drawing, Shown, Table, World, model, parse, written};

static PACK: LazyLock<(Guide, World)> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let Compiled { guide, community, diagnostics } = compile(&read_pack(&root).expect("the pack"));
    let guide = guide.unwrap_or_else(|| panic!("{diagnostics:?}"));
    let world = World::of(&guide, &community);
    (guide, world)
});

/// What is shown at the beginning and at the end of a run.
fn run(name: ModelName, link: &str) -> [Shown; 2] {
    let (guide, world) = &*PACK;
    let settings = parse(model(name), world, link).settings;
    let last = model(name).last_step(&settings);
    let mut run = model(name).start(&settings, world);
    let begun = run.shown(&guide.models);
    while run.steps() < last && run.step() {}
    // A step beyond the end changes nothing that was counted.
    run.step();
    assert!(run.steps() <= last);
    [begun, run.shown(&guide.models)]
}

/// What holds of anything that is shown.
fn sound(shown: &Shown, what: &str) {
    let Table { head, rows, caption } = &shown.table;
    assert!(!caption.is_empty() && rows.iter().all(|row| row.len() == head.len()), "{what}");
    let drawing = match &shown.drawing {
        Drawing::Svg(html) => html.as_str(),
        Drawing::Lattice(lattice) => &lattice.label,
    };
    assert!(!shown.sentence.is_empty() && !drawing.is_empty(), "{what}");
    for text in rows.iter().flatten().chain([&shown.sentence]).map(String::as_str).chain([drawing])
    {
        assert!(
            !text.contains('{') && !text.contains("NaN") && !text.contains("inf"),
            "{what}: {text}"
        );
    }
}

#[test]
fn every_preset_is_shown_and_its_link_leads_back() {
    let (_, world) = &*PACK;
    for name in ModelName::ALL {
        let model = model(name);
        for preset in model.presets() {
            let settings = parse(model, world, preset.settings).settings;
            let link = written(model, world, &settings, None);
            assert_eq!(link, preset.settings, "{}: {}", name.name(), preset.name);
            for shown in run(name, &link) {
                sound(&shown, preset.name);
            }
            let came = run(name, &link)[1].came.expect("a prediction came true");
            assert!(came < model.predictions(&settings).len());
        }
    }
}

#[test]
fn no_link_breaks_a_model() {
    for name in ModelName::ALL {
        for parameter in model(name).parameters() {
            for value in [
                "NaN",
                "inf",
                "-1",
                "1e308",
                "0",
                "100",
                "1000",
                "",
                "%00",
                "fra-usa-fra-xyz",
                "all",
                "people",
            ] {
                for other in [
                    "",
                    "base=0&false=0",
                    "base=1000",
                    "votes=people&rule=all",
                    "groups=1&rival=fra-chn",
                ] {
                    let link = format!("{other}&{}={value}", parameter.name);
                    for shown in run(name, &link) {
                        sound(&shown, &link);
                    }
                }
            }
        }
    }
}

#[test]
fn a_pack_without_states_has_nobody_to_vote() {
    let (guide, _) = &*PACK;
    let world = World::default();
    let settings = parse(model(ModelName::Seats), &world, "votes=people&bloc=fra").settings;
    let mut run = model(ModelName::Seats).start(&settings, &world);
    assert!(!run.step());
    let shown = run.shown(&guide.models);
    assert_eq!((shown.sentence.as_str(), shown.came), (guide.models.seats.seats_nothing(), None));
}

#[test]
fn the_world_has_all_members_with_people() {
    let (_, world) = &*PACK;
    assert_eq!((world.members.len(), world.groups.len()), (193, 5));
    assert!(world.members.iter().all(|member| member.people > 0 && member.online <= member.people));
    // The sums of the tables, made by a spreadsheet: 8,081,547,498 people, 5,116,284,368 of them online.
    assert_eq!(world.members.iter().map(|member| member.people).sum::<u64>(), 8_081_547_498);
    assert!(
        world.members.iter().map(|member| member.online).sum::<u64>().abs_diff(5_116_284_368) < 193
    );
}

#[test]
fn alarms_say_what_the_lesson_counts() {
    let [begun, ended] = run(ModelName::Alarms, "");
    assert_eq!(begun.came, None);
    assert!(ended.sentence.contains("83 attacks, 917 accidents"), "{}", ended.sentence);
    assert_eq!(ended.came, Some(0));
    // The order is another with another seed, the counts are the same.
    let other = run(ModelName::Alarms, "seed=2")[1].clone();
    assert_eq!(ended.table, other.table);
    assert_ne!(ended.drawing, other.drawing);
}

#[test]
fn seats_say_who_can_pass_and_block() {
    let sentence = |link: &str| run(ModelName::Seats, link)[1].sentence.clone();
    let equal = sentence("");
    for part in ["97 of 193 votes", "3.46 % of all people", "0 of 193 voters can block", "0.52 %"] {
        assert!(equal.contains(part), "{equal}");
    }
    assert!(sentence("rule=all&votes=people").contains("193 of 193 voters can block"));
    assert!(sentence("votes=people").contains("24 states get none"));
    // Two thirds by population: China and India can stop it together, so a bloc of both can alone.
    assert!(sentence("votes=people&rule=two-thirds").contains("0 of 193 voters can block"));
    assert!(
        sentence("votes=people&rule=two-thirds&bloc=chn-ind").contains("1 of 192 voters can block")
    );
}
