//! The life of data by the pack's own rules, in all 512 combinations of what readers can switch on.

#![cfg(test)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use concord_compiler::{compile, read_pack};
use concord_model::{LifeEffect, LifeParty, LifeRule, LifeStep, LifeSwitch, ModelName};
use concord_models::data::life::{Life, follow, parties, read_by_others};
use concord_models::model;

static RULES: LazyLock<Vec<LifeRule>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    compile(&read_pack(&root).expect("the pack")).community.life
});

fn combinations() -> impl Iterator<Item = BTreeSet<LifeSwitch>> {
    (0_u32..1 << LifeSwitch::ALL.len()).map(|bits| {
        let all = LifeSwitch::ALL.into_iter().enumerate();
        all.filter(|(place, _)| bits >> place & 1 == 1).map(|(_, switch)| switch).collect()
    })
}

fn all(life: &Life) -> impl Iterator<Item = &'static LifeRule> {
    life.until(&RULES, LifeStep::Used)
}

fn with(on: &BTreeSet<LifeSwitch>, switch: LifeSwitch) -> BTreeSet<LifeSwitch> {
    on.iter().copied().chain([switch]).collect()
}

#[test]
fn what_can_be_switched_on_is_what_rules_know() {
    let names: Vec<_> =
        model(ModelName::Data).parameters().iter().map(|parameter| parameter.name).collect();
    assert_eq!(names, LifeSwitch::ALL.map(LifeSwitch::name));
    assert!(!RULES.is_empty());
}

#[test]
fn each_rule_happens_in_some_life() {
    let happened: BTreeSet<usize> =
        combinations().flat_map(|on| follow(&RULES, &on).happened).collect();
    assert_eq!(happened, (0..RULES.len()).collect());
}

#[test]
fn a_locked_message_is_read_by_its_ends_alone_and_its_sending_is_seen_all_the_same() {
    for on in combinations() {
        let open = follow(&RULES, &on);
        let locked = follow(&RULES, &with(&on, LifeSwitch::Encrypted));
        assert_eq!(read_by_others(all(&locked)), 0, "{on:?}");
        let seen = |life: &Life| parties(all(life), LifeEffect::Traces);
        assert!(seen(&locked).is_superset(&seen(&open)) && !seen(&locked).is_empty(), "{on:?}");
    }
}

#[test]
fn whatever_states_may_do_lets_no_fewer_read() {
    for on in combinations() {
        let read = |on: &BTreeSet<_>| parties(all(&follow(&RULES, on)), LifeEffect::Reads);
        for switch in [LifeSwitch::Local, LifeSwitch::Order, LifeSwitch::Help, LifeSwitch::Tap] {
            assert!(read(&with(&on, switch)).is_superset(&read(&on)), "{switch:?} {on:?}");
        }
    }
}

#[test]
fn courts_leave_the_power_alone_and_set_limits() {
    for on in combinations() {
        let (without, with) = (follow(&RULES, &on), follow(&RULES, &with(&on, LifeSwitch::Court)));
        assert_eq!(without.stopped, with.stopped);
        let other = |life: &Life| -> Vec<LifeRule> {
            all(life).filter(|rule| rule.effect != LifeEffect::Limits).cloned().collect()
        };
        assert_eq!(other(&without), other(&with), "{on:?}");
    }
}

#[test]
fn a_blocked_message_does_not_arrive() {
    for on in combinations() {
        let life = follow(&RULES, &on);
        let hidden = on.contains(&LifeSwitch::Ranked) && !on.contains(&LifeSwitch::Encrypted);
        let expected = match on.contains(&LifeSwitch::Block) {
            true => Some(LifeStep::Moved),
            false => hidden.then_some(LifeStep::Used),
        };
        assert_eq!(life.stopped, expected, "{on:?}");
        let receivers = all(&life)
            .filter(|rule| rule.effect == LifeEffect::Reads && rule.party == LifeParty::Receiver);
        assert_eq!(receivers.count(), usize::from(life.stopped.is_none()), "{on:?}");
    }
}
