//! The same side at two times.

use super::real::{FULL, content, contents, day, scan};
use super::{ONE, TWO, at, company, draw, school, state};
use samenscan::app::Route;
use samenscan::record::ScanId;
use samenscan::scan::{Level, Role, Scan, Variant};
use samenscan::wording;

#[test]
fn a_scan_done_again_shows_what_changed() {
    for content in contents() {
        let texts = &content.texts;
        let first = Scan {
            changed_on: day("2026-05-01"),
            started_on: day("2026-05-01"),
            ..scan(&content, Role::Company, Variant::Quick, "333 333 33? 333")
        };
        let later = company(&content, "4445555 2222222 3333333 3333333");
        let state = state(&content, vec![later, first], Route::Again(ONE, TWO));
        let page = draw(&state);
        let level = |level| wording::level(&content, level);
        let expect = [texts.again_higher(level(Level::Strategic)), texts.again_lower(level(Level::Tactical))];
        assert_eq!(page.text_of("h1"), expect.join(" "), "the days tell which is the later, not the address");
        assert_eq!(draw(&at(&state, Route::Again(TWO, ONE))).text_of("h1"), expect.join(" "));
        let rows: Vec<Vec<String>> = page
            .texts("section[aria-labelledby=levels-heading] tbody td")
            .chunks(3)
            .map(<[String]>::to_vec)
            .collect();
        let score = |tenths| wording::score(&content, tenths);
        // Only S1, S5 and S7 were asked twice: 4, 5, 5 after 3, 3, 3.
        assert_eq!(rows[0], [score(30), score(47), format!("+{}", score(17))]);
        assert_eq!(rows[1], [score(30), score(20), format!("−{}", score(10))]);
        assert_eq!(rows[2], [score(30), score(30), texts.steps_none().to_string()]);
        let statements = "section[aria-labelledby=statements-heading]";
        let rows = page.texts(&format!("{statements} tbody tr"));
        assert_eq!(rows.len(), 12);
        assert!(rows[0].ends_with("34+1") && rows[3].ends_with("32−1"), "{rows:?}");
        assert!(rows[8].contains(&*content.dont_know) && rows[8].ends_with('–'), "{}", rows[8]);
        assert_eq!(
            page.count(&format!("{statements} rect.earlier")),
            12,
            "a square is a company; the legend has one"
        );
        assert_eq!(page.count(&format!("{statements} rect.later")), 13);
        // Where both times are equal, the later lies inside the earlier, which is filled with paper.
        let over = |earlier: &str, later: &str| page.count(&format!("{statements} .row {earlier} + {later}"));
        assert_eq!(over("rect.earlier[width='18']", "rect.later[width='10']"), 11);
        assert_eq!(over("rect.later", "rect.earlier"), 0);
        let left_out = page.text_of(".not-compared dl");
        assert!(left_out.starts_with(&**texts.not_compared_later()), "{left_out}");
        let result = draw(&at(&state, Route::Result(ONE)));
        assert_eq!(result.count("a[href='#/again/2/1']"), 1);
    }
}

#[test]
fn the_time_before_is_the_one_to_compare_with() {
    let content = content("nl");
    let on = |on: &str| Scan { changed_on: day(on), started_on: day(on), ..school(&content, FULL) };
    let scans = vec![
        on("2026-03-01"),
        on("2026-01-01"),
        on("2026-02-01"),
        on("2026-04-01"),
        company(&content, FULL),
        school(&content, &".".repeat(28)),
    ];
    let state = state(&content, scans, Route::Again(ONE, TWO));
    let others =
        |id: u32| state.other_times(ScanId::new(id)).iter().map(|kept| kept.id.get()).collect::<Vec<_>>();
    assert_eq!(others(1), [3, 2, 4], "the last before it, then what came after");
    assert_eq!(others(2), [4, 1, 3]);
    assert_eq!(others(5), [0; 0]);
    let page = draw(&state);
    assert_eq!(page.attributes(".times a", "href"), ["#/again/3/1", "#/again/4/1"]);
    assert!(draw(&at(&state, Route::Result(ScanId::new(5)))).count("a[href^='#/again']") == 0);
}
