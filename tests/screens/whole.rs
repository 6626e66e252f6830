//! Every screen in every state is whole, also with only the first part of the content.

use std::rc::Rc;

use super::cases::{ONE, routes, scans, situations, state};
use super::draw;
use super::real::{content, contents};
use samenscan::app::{Rest, Route, State};
use samenscan::content::{Content, LaterContent};
use samenscan::scan::Role;

/// Draws every screen of one language in every state; what shows no scan once, the rest with every scan.
fn draw_everything(content: &Rc<Content>) {
    for &role in Role::ALL {
        for (kind, scan) in scans(content, role) {
            let first = kind == "complete quick";
            for route in routes().into_iter().filter(|route| first || shows_scans(*route)) {
                let state = state(content, role, vec![scan.clone()], route);
                for (situation, state) in situations(&state, first || kind == "nasty label") {
                    let language = &content.language.code;
                    draw(&format!("{route} {role:?} {language} '{kind}' {situation}"), &state).check();
                }
            }
        }
    }
}

/// A reader may see these before the rest of the module and of the content has come.
fn draw_with_the_first_part(whole: &Rc<Content>) {
    let (first, later) = whole.parted();
    let first = Rc::new(first);
    assert!(whole.is_whole() && !first.is_whole());
    for &role in Role::ALL {
        for (kind, scan) in scans(whole, role) {
            for route in routes() {
                let state = state(whole, role, vec![scan.clone()], route);
                for rest in [Rest::NotYet, Rest::Failed] {
                    for (situation, state) in situations(&State { rest, ..state.clone() }, true) {
                        let name = format!("{route} {role:?} '{kind}' {situation} {rest:?}");
                        let page = draw(&name, &State { content: Rc::clone(&first), ..state.clone() });
                        page.check();
                        assert_eq!(page.html, draw(&name, &state).html, "{name}: a text is missing");
                    }
                }
            }
        }
    }
    assert_eq!(first.completed(later.clone()).as_ref(), Some(&**whole));
    let foreign = LaterContent { language: "fy".into(), ..later.clone() };
    assert_eq!(first.completed(foreign), None);
    let half = LaterContent { texts: later.texts[1..].to_vec(), ..later.clone() };
    assert_eq!(first.completed(half), None);
    let json = serde_json::to_string(&later).expect("JSON");
    assert_eq!(LaterContent::read(&json), Ok(later));
}

#[test]
fn what_is_seen_before_the_rest_needs_the_first_part_of_the_content_only() {
    contents().iter().for_each(draw_with_the_first_part);
}

/// Whether the screen differs with the scans that are kept.
fn shows_scans(route: Route) -> bool {
    route.scan() == Some(ONE) || matches!(route, Route::Start | Route::Saved | Route::Link)
}

#[test]
fn every_screen_in_every_state_is_whole_in_dutch() {
    draw_everything(&content("nl"));
}

#[test]
fn every_screen_in_every_state_is_whole_in_english() {
    draw_everything(&content("en"));
}
