//! Addresses are read as they are written.

#![cfg(test)]

use concord_model::{talk::AtlasChoice, *};
use proptest::prelude::*;

fn lesson(id: &str) -> Route {
    Route::Lesson(Id::new(id).unwrap())
}

#[test]
fn each_form_is_written_as_its_host_needs_it() {
    let one = lesson("one");
    assert_eq!(one.href(Form::Folder), "lessons/one/");
    assert_eq!(one.href(Form::File), "lessons/one/index.html");
    assert_eq!(one.href(Form::Fragment), "#/lessons/one/");
    assert_eq!(one.base(), "../../");
    assert_eq!(Route::Home.href(Form::Folder), "./");
    assert_eq!(Route::Home.base(), "./");
    assert_eq!(Address::new(one.clone(), "x").href(Form::Folder), "lessons/one/#x");
    assert_eq!(Address::parse("lessons/one/#x"), Address::new(one, "x"));
    assert_eq!(Address::parse("./"), Route::Home.into());
    assert_eq!(Address::parse("https://example.org/").route, Route::NotFound);
}

#[test]
fn a_query_is_written_so_that_any_host_passes_it_on() {
    assert_eq!(Route::search_for("a b&c=é#?", Form::Folder), "search/?q=a%20b%26c%3D%C3%A9%23%3F");
    assert_eq!(Route::search_for("", Form::File), "search/index.html?q=");
}

#[test]
fn the_map_is_addressed_with_what_it_shows() {
    let values =
        [(AtlasChoice::Layer, "a-vote"), (AtlasChoice::Year, ""), (AtlasChoice::States, "nru,tuv")];
    assert_eq!(Route::atlas_with(&values, Form::Folder), "community/?layer=a-vote&states=nru,tuv");
    assert_eq!(Route::atlas_with(&[], Form::File), "community/index.html");
}

#[test]
fn a_stance_is_a_query_of_the_argument() {
    assert_eq!(Route::stance("version=1", Form::Folder), "argument/?version=1");
    assert_eq!(Route::stance("version=1", Form::File), "argument/index.html?version=1");
}

#[test]
fn statements_of_a_reader_are_not_sent_to_the_host() {
    let address = Route::own("1.2.3", Form::Folder);
    assert_eq!(address, "argument/#own=1.2.3");
    assert_eq!(Route::own_in(address.strip_prefix("argument/").unwrap()), Some("1.2.3"));
    assert_eq!(Route::own_in("#_files"), None);
}

#[test]
fn strange_paths_are_not_found_and_never_fail() {
    for path in [
        "lessons/",
        "lessons/One",
        "lessons/a/b",
        "glossary/x/",
        "%00",
        "lessons/%20/",
        "embed/",
        "embed/x/y/",
        "embed/quiz/x/",
        "embed/lessons/a/b/c/",
        "embed/lessons/",
        "embed/terms/A/",
    ] {
        assert_eq!(Route::parse(path), Route::NotFound, "{path}");
    }
}

fn any_route() -> impl Strategy<Value = Route> {
    prop_oneof![
        Just(Route::Home),
        Just(Route::Glossary),
        Just(Route::Sources),
        Just(Route::About),
        Just(Route::Standing),
        Just(Route::Quiz),
        Just(Route::Class),
        Just(Route::Search),
        Just(Route::Community),
        Just(Route::Institutions),
        Just(Route::Compared),
        "[a-z]{3}".prop_map(|id| Route::State(Id::new(&id).unwrap())),
        Just(Route::Cases),
        Just(Route::Whole),
        Just(Route::Argument),
        Just(Route::Models),
        Just(Route::Teach),
        "[a-z]{1,9}".prop_map(|id| Route::Plan(Id::new(&id).unwrap())),
        "[a-z]{1,9}".prop_map(|id| Route::Worksheet(Id::new(&id).unwrap())),
        Just(Route::Model(ModelName::GoodFaith)),
        "[a-z]{1,9}".prop_map(|id| Route::Embed(Piece::Statement(Id::new(&id).unwrap()))),
        "[a-z]{1,9}".prop_map(|id| Route::Embed(Piece::Term(Id::new(&id).unwrap()))),
        Just(Route::Embed(Piece::Model(ModelName::GoodFaith))),
        prop_oneof![Just(Piece::Quiz), Just(Piece::Argument), Just(Piece::Community)]
            .prop_map(Route::Embed),
        "[a-z]{1,9}".prop_map(|id| {
            let id = Id::new(&id).unwrap();
            Route::Embed(Piece::Section(id.clone(), id))
        }),
        "[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}".prop_map(|id| lesson(&id)),
    ]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(route in any_route()) {
        for form in [Form::Folder, Form::File, Form::Fragment] {
            let href = route.href(form);
            prop_assert_eq!(&Route::parse(href.trim_start_matches("./")), &route);
        }
    }

    #[test]
    fn any_text_is_some_route(path in any::<String>()) {
        let _ = Route::parse(&path);
    }
}
