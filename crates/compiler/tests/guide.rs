//! What sound packs become: the real one, the one of the author's reference, and large ones.

#![cfg(test)]

mod support;

use std::fs;

use concord_compiler::{Compiled, SourceFile, compile, pseudo, read_pack, report};
use concord_model::{ArgumentMap, Block, Guide, StatementKind, decode, encode};
use support::{base, base_with, folder, split, words};

fn sound(files: &[SourceFile]) -> Guide {
    let Compiled { guide, diagnostics, .. } = compile(files);
    assert_eq!(report("", files, &diagnostics, false), "");
    guide.unwrap()
}

fn real_pack() -> Vec<SourceFile> {
    read_pack(&folder().join("../../../content")).unwrap()
}

#[test]
fn the_real_pack_compiles_and_survives_its_blob() {
    let guide = sound(&real_pack());
    assert!(guide.lessons.len() >= 2);
    // But for the labels of statements, which the guide's own file does not have.
    assert!(
        guide
            .statements()
            .all(|(_, own)| own.title.text().chars().count() <= 40 || own.short.is_some())
    );
    let bytes = encode(&guide).unwrap();
    let read = decode::<Guide>(&bytes).unwrap();
    assert_eq!((read.title.clone(), encode(&read).unwrap()), (guide.title, bytes));
}

#[test]
fn the_same_files_in_any_order_give_the_same_bytes() {
    let mut files = real_pack();
    let bytes = encode(&sound(&files)).unwrap();
    files.reverse();
    assert_eq!(encode(&sound(&files)).unwrap(), bytes);
}

#[test]
fn the_real_pack_compiles_in_the_pseudo_language_too() {
    let guide = sound(&pseudo(&real_pack()));
    assert_eq!(guide.direction.as_str(), "rtl");
    assert_eq!(guide.items().count(), sound(&real_pack()).items().count());
}

#[test]
fn a_damaged_blob_is_an_error_and_no_panic() {
    let bytes = encode(&sound(&base())).unwrap();
    for cut in 0..bytes.len() {
        assert!(decode::<Guide>(&bytes[..cut]).is_err(), "cut at {cut}");
    }
}

/// Every fenced block of content/README.md with `file=…` is a part of one valid pack.
#[test]
fn the_examples_of_the_reference_form_a_sound_pack() {
    let reference = fs::read_to_string(folder().join("../../../content/README.md")).unwrap();
    let mut files: Vec<SourceFile> = vec![words()];
    let mut open: Option<(String, String)> = None;
    for line in reference.lines() {
        let fence: String = line.chars().take_while(|c| *c == '`').collect();
        match &open {
            Some((closing, _)) if line == closing => open = None,
            Some((_, path)) => {
                if let Some(file) = files.iter_mut().find(|file| file.path == *path) {
                    file.bytes.extend(line.bytes().chain([b'\n']));
                }
            }
            None if fence.len() >= 3 => {
                let path = line.split_once("file=").map_or("", |(_, path)| path.trim()).to_owned();
                match files.iter_mut().find(|file| file.path == path) {
                    Some(file) => file.bytes.push(b'\n'),
                    None if path.is_empty() => {}
                    None => files.push(SourceFile { path: path.clone(), bytes: Vec::new() }),
                }
                open = Some((fence, path));
            }
            None => {}
        }
    }
    assert!(files.len() > 4, "the reference holds too few examples");
    let guide = sound(&files);
    assert!(!guide.lessons.is_empty());
}

#[test]
fn relations_follow_from_nesting_or_are_named() {
    let guide = sound(&base());
    let Some(Block::Statement(claim)) =
        guide.lessons[0].blocks.iter().find(|b| matches!(b, Block::Statement(_)))
    else {
        panic!("no claim")
    };
    assert_eq!(claim.kind, StatementKind::Claim);
    assert_eq!(claim.target.as_ref().unwrap().as_str(), "hours-fit");
    let Some(Block::Statement(premise)) = claim.blocks.last() else { panic!("no premise") };
    assert_eq!(premise.kind, StatementKind::Premise);
    assert_eq!(premise.target.as_ref(), Some(&claim.id));
}

#[test]
fn a_thematic_break_lets_prose_go_on_after_a_section() {
    let lesson = split(
        "-- en/lessons/later.md --\n# A later start {#later-start .lesson}\n\nLead.\n\n\
         ## Claim {#c .conclusion owner=guide}\n\nIn the claim.\n\n### Premise {#p .premise owner=guide}\n\n\
         In the premise.\n\n***\n\nBack in the claim.\n\n***\n\nBack in the lesson.\n",
    );
    let guide = sound(&base_with(lesson));
    let [Block::Prose(_), Block::Statement(claim), Block::Prose(last)] =
        guide.lessons[0].blocks.as_slice()
    else {
        panic!("{:?}", guide.lessons[0].blocks)
    };
    assert_eq!(last.as_str(), "<p>Back in the lesson.</p>\n");
    let [Block::Prose(_), Block::Statement(_), Block::Prose(back)] = claim.blocks.as_slice() else {
        panic!("{:?}", claim.blocks)
    };
    assert_eq!(back.as_str(), "<p>Back in the claim.</p>\n");
}

#[test]
fn links_are_written_from_the_root_and_footnotes_are_numbered() {
    let lesson = split(
        "-- en/lessons/later.md --\n# A later start {#later-start .lesson}\n\n\
         [T](term:body-clock), [S](source:editorial), [H](#x), [C](claim:hours-fit), [O](https://example.org/?a=1&b=2).[^n]\n\n\
         ## X {#x}\n\nAgain.[^n]\n\n[^n]: A note.\n",
    );
    let guide = sound(&base_with(lesson));
    let [Block::Prose(first), _, Block::Prose(second)] = guide.lessons[0].blocks.as_slice() else {
        panic!()
    };
    assert_eq!(
        first.as_str(),
        "<p><a class=\"term\" href=\"glossary/#body-clock\">T</a>, \
         <a class=\"cite\" href=\"sources/#editorial\">S</a>, <a href=\"lessons/later-start/#x\">H</a>, \
         <a href=\"./#hours-fit\">C</a>, \
         <a class=\"outside\" rel=\"noopener noreferrer\" href=\"https://example.org/?a=1&amp;b=2\">O</a>.\
         <sup><a class=\"note\" id=\"_ref-1\" href=\"lessons/later-start/#_note-1\" role=\"doc-noteref\">1</a></sup></p>\n"
    );
    assert!(
        second.as_str().contains("<a class=\"note\" href="),
        "a second reference has no id of its own: {}",
        second.as_str()
    );
    assert_eq!(guide.lessons[0].notes.len(), 1);
    assert_eq!(guide.lessons[0].sources[0].as_str(), "editorial");
    assert_eq!(guide.terms[0].used_in, [guide.lessons[0].id.clone()]);
}

#[test]
fn tables_are_aligned_by_classes_and_never_by_style() {
    let lesson = split(
        "-- en/lessons/later.md --\n# A later start {#later-start .lesson}\n\nLead.\n\n\
         | a | b |\n|:-:|--:|\n| 1 | `style=\"x\"` |\n",
    );
    let guide = sound(&base_with(lesson));
    let Some(Block::Prose(prose)) = guide.lessons[0].blocks.last() else { panic!() };
    assert!(
        prose.as_str().contains("<th class=\"center\">a</th><th class=\"end\">b</th>"),
        "{}",
        prose.as_str()
    );
    // What an author writes about styles stays as they wrote it.
    assert!(prose.as_str().contains("<td class=\"center\">1</td>"), "{}", prose.as_str());
    assert!(prose.as_str().contains("<code>style=\"x\"</code>"), "{}", prose.as_str());
}

#[test]
fn a_pack_of_1000_lessons_compiles() {
    let guide = sound(&concord_compiler::generated_pack(1000));
    assert_eq!(guide.lessons.len(), 1000);
}

#[test]
fn ways_steps_of_their_own_and_undercuts_become_the_graph_of_the_argument() {
    let changes = split(
        "-- en/lessons/later.md --\n# A later start {#later-start .lesson}\n\nShould it?\n\n\
         ## Start later {#start-later .claim owner=guide supports=hours-fit short=\"Later is better\"}\n\n\
         ### Sleepy {#sleepy .premise owner=guide}\n\n\
         ### Sleep matters {#sleep-matters .premise owner=guide}\n\n\
         ### Buses {#buses .premise owner=guide way=buses}\n\n\
         ### Costly {#costly .objection owner=guide from=buses,hours-fit}\n\n\
         #### Worth it {#worth-it .reply owner=guide}\n\n\
         ### Not so {#not-so .undercut owner=guide way=buses}\n\n\
         ### Nor so {#nor-so .undercut owner=guide}\n",
    );
    let guide = compile(&base_with(changes)).guide.unwrap();
    let map = ArgumentMap::of(&guide);
    let name = |number: u32| map.statements[number as usize].id.as_str();
    let steps: Vec<(Vec<&str>, &str)> = map
        .inferences
        .iter()
        .map(|step| (step.premises.iter().map(|one| name(*one)).collect(), name(step.conclusion)))
        .collect();
    assert_eq!(
        steps,
        [
            (vec!["start-later"], "hours-fit"),
            (vec!["sleepy", "sleep-matters"], "start-later"),
            (vec!["buses"], "start-later"),
            (vec!["buses", "hours-fit"], "costly"),
        ]
    );
    let attacks: Vec<_> = map.attacks.iter().map(|(from, to)| (name(*from), name(*to))).collect();
    assert_eq!(attacks, [("costly", "start-later"), ("worth-it", "costly")]);
    let undercuts: Vec<_> = map.undercuts.iter().map(|(from, step)| (name(*from), *step)).collect();
    assert_eq!(undercuts, [("not-so", 2), ("nor-so", 1)]);
    assert_eq!(map.conclusions().map(name).collect::<Vec<_>>(), ["hours-fit"]);
    let places: Vec<u32> = (0..).take(map.statements.len()).collect();
    let leaves: Vec<&str> =
        places.into_iter().filter(|place| map.is_leaf(*place)).map(name).collect();
    assert_eq!(leaves, ["sleepy", "sleep-matters", "buses", "worth-it", "not-so", "nor-so"]);
    let labels: Vec<&str> = map.statements.iter().take(2).map(|own| own.short.as_str()).collect();
    assert_eq!(labels, ["School hours should fit learning", "Later is better"]);
    let first = &map.statements[1];
    assert_eq!((first.href.as_str(), first.lesson), ("lessons/later-start/#start-later", Some(0)));
}
