//! What the prerenderer writes, for packs of any size.

#![cfg(test)]

mod real;

use std::collections::BTreeSet;

use concord_compiler::{compile, generated_pack};
use concord_engine::search::Searcher;
use concord_model::{
    ArgumentMap, Community, Id, Program, ProgramFiles, ReasonerFile, Route, StatementKind, decode,
};
use concord_prerender::{Assets, Content, Page, exports, pages, read, searcher};
use real::real;

fn assets() -> Assets {
    Assets {
        style: "style-1.css".into(),
        icon: "icon-1.svg".into(),
        start: "start-1.js".into(),
        frame: "frame-1.js".into(),
        teach: "teach-1.js".into(),
        programs: Program::ALL
            .into_iter()
            .map(|program| {
                let name = program.name();
                let files =
                    ProgramFiles { script: format!("{name}-1.js"), data: format!("{name}-2.bin") };
                (program, files)
            })
            .collect(),
        ..Assets::default()
    }
}

/// Whether it has the guide's text, at its own place.
fn is_of_the_guide(page: &Page) -> bool {
    page.path != "404.html" && page.text.contains("data-route=")
}

#[test]
fn the_same_guide_gives_the_same_bytes_twice() {
    assert_eq!(pages(real(), &assets()), pages(real(), &assets()));
}

#[test]
fn every_route_is_written_once_and_to_its_file() {
    let guide = real().guide;
    let pages = pages(real(), &assets());
    let paths: Vec<_> = pages.iter().map(|page| page.path.clone()).collect();
    let routes = Route::all(guide).into_iter().chain([Route::NotFound]);
    let routes = routes.chain(Route::moved(guide).into_iter().map(|(old, _)| old));
    let expected: Vec<_> = routes.map(|route| route.file()).collect();
    assert_eq!(paths, expected);
    assert_eq!(paths.iter().collect::<BTreeSet<_>>().len(), paths.len());
}

#[test]
fn text_and_questions_stand_in_the_page_without_scripts() {
    let guide = real().guide;
    for (page, lesson) in pages(real(), &assets()).iter().skip(1).zip(&guide.lessons) {
        assert_eq!(page.path, Route::Lesson(lesson.id.clone()).file());
        for block in &lesson.blocks {
            match block {
                concord_model::Block::Prose(html) => assert!(page.text.contains(html.as_str())),
                // What is asked later alone stands in the review and in quizzes.
                concord_model::Block::Item(item) if !item.later => {
                    for (part, html) in item.parts() {
                        assert!(page.text.contains(html.as_str()), "{}: {part:?}", item.id);
                    }
                }
                _ => {}
            }
        }
    }
}

#[test]
fn former_names_lead_to_those_of_today() {
    let (lesson, claim) = ("lesson-2", "claim-2");
    let mut files = generated_pack(3);
    for file in &mut files {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let text = text.replace(
            &format!("{{#{lesson} .lesson"),
            &format!("{{#{lesson} .lesson formerly=second,zweite"),
        );
        let text = text
            .replace(&format!("{{#{claim} .claim"), &format!("{{#{claim} .claim formerly=said"));
        file.bytes = text.into_bytes();
    }
    let compiled = compile(&files);
    let guide = Box::leak(Box::new(compiled.guide.unwrap()));
    let community = Box::leak(Box::new(Community::default()));
    let pages = pages(Content { guide, community }, &assets());
    let text = |path: &str| {
        &pages.iter().find(|page| page.path == path).unwrap_or_else(|| panic!("no {path}")).text
    };
    for (path, to) in [
        ("lessons/second/index.html", "../../lessons/lesson-2/"),
        ("lessons/zweite/index.html", "../../lessons/lesson-2/"),
        ("embed/lessons/second/index.html", "../../../embed/lessons/lesson-2/"),
        ("embed/statements/said/index.html", "../../../embed/statements/claim-2/"),
    ] {
        // Without scripts, with them, and where both are forbidden.
        let page = text(path);
        assert!(page.contains(&format!("content=\"0; url={to}\"")), "{page}");
        assert!(page.contains(&format!("rel=\"canonical\" href=\"{to}\"")), "{page}");
        assert!(page.contains(&format!("<a href=\"{to}\">")), "{page}");
    }
    // An old link to the place finds it, on each page that has it.
    for (path, place) in [
        ("lessons/lesson-2/index.html", "<span id=\"said\"></span>"),
        ("argument/index.html", "<span id=\"said\"></span>"),
        ("whole/index.html", "<span id=\"lesson-2.said\"></span>"),
    ] {
        assert_eq!(text(path).matches(place).count(), 1, "{path}");
    }
    assert!(!text("lessons/lesson-1/index.html").contains("said"));
}

#[test]
fn no_page_needs_what_its_policy_forbids() {
    for page in pages(real(), &assets()) {
        assert!(page.text.contains("Content-Security-Policy"), "{}", page.path);
        // The policy of trusted types names what it refuses; texts to copy have frames as other pages need them.
        let text = page.text.replace("javascript:/i", "").replace(" style=&quot;", "");
        for forbidden in [" style=", "unsafe-inline", "unsafe-eval'", " onclick=", "javascript:"] {
            let allowed = forbidden == "unsafe-eval'"
                && !text.replace("wasm-unsafe-eval'", "").contains(forbidden);
            assert!(allowed || !text.contains(forbidden), "{}: {forbidden}", page.path);
        }
    }
}

/// Scripts with an address of their own are modules or deferred, so they never hold up the text.
#[test]
fn the_first_text_needs_the_page_and_one_stylesheet_alone() {
    for page in pages(real(), &assets()).iter().filter(|page| is_of_the_guide(page)) {
        let head = page.text.split("</head>").next().unwrap();
        let external: Vec<_> = head.match_indices("<script ").collect();
        assert_eq!(
            external.len(),
            head.matches("<script type=\"module\" ").count()
                + head.matches("<script defer ").count(),
            "{}",
            page.path
        );
        assert_eq!(head.matches("rel=\"stylesheet\"").count(), 1, "{}", page.path);
        assert!(!head.contains("preload"), "{}", page.path);
    }
}

#[test]
fn while_serving_the_reload_script_runs_and_no_policy_stops_it() {
    let serving = Assets { reload_script: "<script>reload()</script>\n".into(), ..assets() };
    for page in pages(real(), &serving).iter().filter(|page| is_of_the_guide(page)) {
        assert!(page.text.contains("reload()") && !page.text.contains("Content-Security-Policy"));
    }
}

#[test]
fn a_guide_of_1000_lessons_is_written() {
    let guide = Box::leak(Box::new(compile(&generated_pack(1000)).guide.unwrap()));
    let community = Box::leak(Box::new(Community::default()));
    let pages = pages(Content { guide, community }, &assets());
    let of = |start: &str| pages.iter().filter(|page| page.path.starts_with(start)).count();
    // Each lesson has a claim, four premises, an objection to each of these, and a question.
    assert_eq!([of("lessons/"), of("embed/lessons/"), of("embed/questions/")], [1000; 3]);
    assert_eq!(of("embed/statements/"), 1000 * 9 + 1);
}

#[test]
fn the_page_of_the_argument_names_its_file_and_has_a_place_for_each_statement() {
    let pages = pages(real(), &assets());
    let page = pages.iter().find(|page| page.path == Route::Argument.file()).unwrap();
    assert!(page.text.contains("data-argument data-program=\"reasoner\" data-off=\""));
    let mut map = ArgumentMap::of(real().guide);
    for (number, own) in (0..).zip(&map.statements) {
        let once = |text: &str| assert_eq!(page.text.matches(text).count(), 1, "{text}");
        once(&format!("data-node=\"{0}\" id=\"{0}\"", own.id));
        // Once in the outline, and wherever it can be judged.
        assert!(
            page.text.matches(&format!("data-label=\"{}\"", own.id)).count() >= 1,
            "{}",
            own.id
        );
        let buttons = page.text.matches(&format!("data-on=\"{}\"", own.id)).count();
        if own.kind == StatementKind::Premise {
            assert_eq!(buttons >= 3, map.is_leaf(number), "{}", own.id);
        }
        let leaf = format!("data-leaf=\"{}\"", own.id);
        assert_eq!(page.text.contains(&leaf), map.is_leaf(number), "{leaf}");
        assert!(
            page.text.contains(&format!("data-node=\"{}\" tabindex=\"-1\"", own.id))
                || own.lesson.is_none()
        );
    }
    let read = read(real()).unwrap();
    let (_, file) = read.iter().find(|(program, _)| *program == Program::Reasoner).unwrap();
    // Its sentences name statements by their few words.
    map.statements.iter_mut().for_each(|own| own.title = concord_model::Html::default());
    assert_eq!(decode::<ReasonerFile>(file).unwrap().map, map);
}

#[test]
fn exports_hold_every_statement_and_drawings_need_nothing_beside_them() {
    let files = exports(real().guide);
    let text = |name: &str| &files.iter().find(|file| file.path.ends_with(name)).unwrap().text;
    for own in ArgumentMap::of(real().guide).statements {
        assert!(text(".argdown").contains(&format!("\n[{}]: ", own.id)));
        assert!(text(".json").contains(&format!("{{\"nodeID\":\"{}\",", own.id)));
    }
    let drawings: Vec<_> = files.iter().filter(|file| file.path.ends_with(".svg")).collect();
    assert!(drawings.len() > real().guide.lessons.len());
    for drawing in drawings {
        let known = roxmltree::Document::parse(&drawing.text).unwrap();
        assert_eq!(known.root_element().tag_name().name(), "svg");
        assert!(!drawing.text.contains("var(") && !drawing.text.contains("href"));
    }
}

#[test]
fn an_unknown_address_shows_the_ways_on() {
    let guide = real().guide;
    let pages = pages(real(), &assets());
    let lost = pages.iter().find(|page| page.path == "404.html").unwrap();
    let lessons = guide.lessons.iter().map(|lesson| Route::Lesson(lesson.id.clone()));
    for route in [Route::Home, Route::Search].into_iter().chain(lessons) {
        let href = format!("href=\"{}\"", route.href(concord_model::Form::Folder));
        assert!(lost.text.contains(&href), "{href}");
    }
}

#[test]
fn the_search_finds_by_what_people_call_things_and_pages_and_questions_too() {
    let content = real();
    let bytes = searcher(content).to_bytes().unwrap();
    let Searcher { documents, index } = Searcher::from_bytes(&bytes).unwrap();
    let question = content.guide.items().find(|(_, item)| !item.later).unwrap().1.title.text();
    for (query, name) in [
        ("hacking", "Cyber operation"),
        ("hacker", "Attribution"),
        ("censorship", "Freedom of expression"),
        ("ransomware", "One harm, many states"),
        ("Stuxnet", "A worm among the centrifuges"),
        ("quiz", content.guide.words.quiz()),
        ("argument map", content.guide.words.argument_map()),
        (&question, &question),
    ] {
        let found = index.search(query, 10, str::to_lowercase);
        let titles: Vec<_> = found.hits.iter().map(|hit| &documents[hit.document].title).collect();
        assert!(titles.iter().any(|title| *title == name), "{query}: {titles:?}");
    }
}

#[test]
fn the_opening_question_says_what_each_choice_grants_and_leads_there() {
    let content = real();
    let pages = pages(content, &assets());
    let home = &pages.iter().find(|page| page.path == Route::Home.file()).unwrap().text;
    let sides: Vec<&str> = home.split("<details name=\"_opening\">").skip(1).collect();
    assert!(sides.len() >= 2);
    for side in sides {
        let href =
            side.split("class=\"button\" href=\"").nth(1).unwrap().split('"').next().unwrap();
        let id = Id::new(href.split('#').nth(1).unwrap()).unwrap();
        let (_, statement) = content.guide.statement(&id).unwrap();
        let owner = &content.guide.owner(&statement.owner).unwrap().name;
        assert!(side.contains(statement.title.as_str()) && side.contains(owner.as_str()), "{id}");
    }
}
