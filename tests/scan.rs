//! What a scan says, on the real content: scores and their borders, priorities, sentence, pattern, why.

mod real;

use Level::{Operational, Strategic, Student, Tactical};
use Variant::{Full, Quick};
use proptest::prelude::*;
use real::{FULL, QUICK, answers, content, contents, scan, scored};
use samenscan::content::{Audience, Content, SourceFactor};
use samenscan::scan::{
    Answer, Answers, Band, Level, LevelScore, Role, Scan, ScanResult, Score, Standing, Summary, Variant,
};
use samenscan::wording;

const NONE: &str = "....... ....... ....... .......";

fn result(content: &Content, variant: Variant, given: &str) -> ScanResult {
    scan(content, Role::School, variant, given).result(content)
}

/// The four scores in tenths with the first letter of their band, as in `43s 29n 30c -`.
fn scores(result: &ScanResult) -> String {
    let one = |score: LevelScore| {
        let band = match score.band() {
            Band::Strong => "s",
            Band::CanBeBetter => "c",
            Band::NeedsAttention => "n",
        };
        format!("{}{band}", score.tenths())
    };
    result.levels.iter().map(|level| level.score.map_or("-".to_owned(), one)).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_level_needs_more_than_half_of_its_answers() {
    let content = content("nl");
    let check = |variant, given: &str, expect: &str| {
        assert_eq!(scores(&result(&content, variant, given)), expect, "{given}");
    };
    check(Full, NONE, "- - - -");
    check(Full, "??????? ------- ???---- ?-.?-.?", "- - - -");
    check(Full, "444.... 4444... ...4444 4.4.4.4", "- 40s 40s 40s");
    check(Full, "444???? 4444??? 444---- 4444---", "- 40s - 40s");
    check(Full, "55555?? 2222222 3333333 1111111", "50s 20n 30c 10n");
    check(Quick, "5.. 55. 555 .5.", "- 50s 50s -");
    check(Quick, "5?? 55? 5-- 5-5", "- 50s - 50s");
    check(Quick, "??? --- ?-. 1?-", "- - - -");
}

#[test]
fn halves_are_rounded_up_and_bands_follow_the_rounded_score() {
    let content = content("nl");
    let check = |variant, given: &str, expect: &str| {
        assert_eq!(scores(&result(&content, variant, given)), expect, "{given}");
    };
    // 13/4 = 3.25; 11/4 = 2.75; 15/4 = 3.75; 20/7 = 2.857
    check(Full, "4333... 3332... 4443... 3333332", "33c 28n 38c 29n");
    // 27/7 = 3.857; 28/7; 21/7; 23/6 = 3.833
    check(Full, "4444443 4444444 3333333 444443.", "39c 40s 30c 38c");
    // 8/3 = 2.667; 3.5; 11/3 = 3.667; 2.5
    check(Quick, "332 34. 443 23.", "27n 35c 37c 25n");
}

#[test]
fn a_quick_scan_counts_its_own_statements_only() {
    let content = content("nl");
    let all = answers(&content, Full, "1111111 2222222 3333333 4444444");
    let quick: Answers = content.statements_in(Quick).map(|one| (one.id, scored(5))).collect();
    let mut both = all.clone();
    quick.iter().for_each(|(id, answer)| both.set(id, answer));
    let of = |variant, answers: &Answers| {
        Scan { variant, answers: answers.clone(), ..scan(&content, Role::Company, Full, FULL) }
            .result(&content)
    };
    assert_eq!(of(Quick, &both), of(Quick, &quick));
    assert_eq!(scores(&of(Quick, &both)), "50s 50s 50s 50s");
    // Three of seven are 5: (4 + 15) / 7, (8 + 15) / 7, (12 + 15) / 7, (16 + 15) / 7.
    assert_eq!(scores(&of(Full, &both)), "27n 33c 39c 44s");
    for (variant, asked) in [(Quick, 3), (Full, 7)] {
        assert!(of(variant, &all).levels.iter().all(|level| level.asked == asked));
    }
}

#[test]
fn every_answer_is_counted_once() {
    let content = content("nl");
    let result = result(&content, Full, "12345?- ??--... ....... 1111111");
    let counts: Vec<_> = result
        .levels
        .iter()
        .map(|one| (one.level, one.scored, one.dont_know, one.not_applicable, one.blank))
        .collect();
    assert_eq!(
        counts,
        [(Strategic, 5, 1, 1, 0), (Tactical, 0, 2, 2, 3), (Operational, 0, 0, 0, 7), (Student, 7, 0, 0, 0)]
    );
}

/// The real content in which the statements have these importances.
fn weighted(importances: &str) -> Content {
    let mut content = Content::clone(&content("nl"));
    let importances: Vec<u8> =
        importances.bytes().filter(|byte| *byte != b' ').map(|byte| byte - b'0').collect();
    assert_eq!(importances.len(), content.statements.len());
    for (statement, importance) in content.statements.iter_mut().zip(importances) {
        statement.importance = importance;
    }
    content
}

#[test]
fn priorities_are_the_lowest_then_the_important_then_the_first() {
    let same = "3333333 3333333 3333333 3333333";
    let check = |importances: &str, given: &str, expect: &[usize]| {
        let content = weighted(importances);
        let asked: Vec<_> = content.statements_in(Full).map(|one| one.id).collect();
        let found: Vec<_> = result(&content, Full, given)
            .priorities
            .iter()
            .map(|one| asked.iter().position(|id| *id == one.statement).expect("an asked statement"))
            .collect();
        assert_eq!(found, expect, "{given} with {importances}");
    };
    check(same, "5555555 5555555 5555555 5555555", &[]);
    check(same, NONE, &[]);
    check(same, "???---. ....... ....... .......", &[]);
    // The lowest first, wherever they stand.
    check(same, "5555554 5555555 2555555 5555551", &[27, 14, 6]);
    // Never more than three; among equals the order of the scan.
    check(same, "4444444 4444444 4444444 4444444", &[0, 1, 2]);
    check(same, "5555555 3333333 1555555 3333333", &[14, 7, 8]);
    // Fewer than three when the rest is completely true or does not count.
    check(same, "5555555 5?-.255 5555555 5555555", &[11]);
    // Among equals the more important one, whatever its level.
    check("1111111 1111111 2111111 1111113", "2222222 2222222 2222222 2222222", &[27, 14, 0]);
    // Importance never outweighs the answer.
    check("1333333 3333333 3333333 3333333", "1222222 2222222 2222222 2222222", &[0, 1, 2]);
    check("1111111 1111111 1111111 1111113", "3333333 2222222 5555555 5555553", &[7, 8, 9]);
}

#[test]
fn a_priority_has_an_advice_for_the_role() {
    let mut content = Content::clone(&content("nl"));
    for advice in &mut content.statements[0].advice {
        advice.audience = Audience::School;
    }
    let found = |role| {
        let result = scan(&content, role, Full, "1555555 5555555 5555555 5555552").result(&content);
        result.priorities.iter().map(|one| one.statement).collect::<Vec<_>>()
    };
    let (first, last) = (content.statements[0].id, content.statements[27].id);
    assert_eq!(found(Role::School), [first, last]);
    assert_eq!(found(Role::Company), [last]);
}

#[test]
fn fours_are_told_from_something_to_improve() {
    let content = content("nl");
    let check = |given: &str, expect| {
        assert_eq!(result(&content, Quick, given).has_something_to_improve(), expect, "{given}");
    };
    check("555 555 555 555", false);
    check("444 555 454 555", false);
    check("444 555 453 555", true);
    check("??? --- ... ..1", true);
}

#[test]
fn the_sentence_names_strongest_and_weakest() {
    let between = |strongest: &[Level], weakest: &[Level]| Summary::Between {
        strongest: strongest.to_vec(),
        weakest: weakest.to_vec(),
    };
    for content in contents() {
        let check = |given: &str, expect: Summary| {
            let result = result(&content, Quick, given);
            assert_eq!(result.summary, expect, "{given}");
            let sentence = wording::summary(&content, &result);
            let named: Vec<Level> = match &expect {
                Summary::TooFewAnswers | Summary::AllEqual => Vec::new(),
                Summary::OneLevel(level) => vec![*level],
                Summary::Between { strongest, weakest } => [&**strongest, weakest].concat(),
            };
            for &level in Level::ALL {
                let name = wording::level(&content, level);
                assert_eq!(sentence.contains(&**name), named.contains(&level), "{name} in {sentence}");
            }
        };
        check("... ??? --- 5..", Summary::TooFewAnswers);
        check("... ??? 44. 5..", Summary::OneLevel(Operational));
        check("333 33. 3?3 .33", Summary::AllEqual);
        check("333 33. ... .3.", Summary::AllEqual);
        check("555 444 333 222", between(&[Strategic], &[Student]));
        check("222 222 333 33.", between(&[Operational, Student], &[Strategic, Tactical]));
        check("1.. 222 333 222", between(&[Operational], &[Tactical, Student]));
        let texts = &content.texts;
        let sentence = wording::summary(&content, &result(&content, Quick, "111 222 222 222"));
        let name = |level| wording::level(&content, level);
        let three =
            texts.list_last(&wording::join(&[name(Tactical), name(Operational)], ", "), name(Student));
        assert_eq!(sentence, texts.summary_between(&three, name(Strategic)));
    }
}

#[test]
fn on_paper_not_in_practice() {
    let content = content("nl");
    let check = |variant, given: &str, expect| {
        assert_eq!(result(&content, variant, given).on_paper_only, expect, "{given}");
    };
    check(Quick, "444 332 555 555", true);
    check(Quick, "44. 23. ... ...", true);
    check(Quick, "443 332 555 555", false);
    check(Quick, "444 333 555 555", false);
    check(Quick, "4.. 222 555 555", false);
    check(Quick, "444 2.. 555 555", false);
    check(Quick, "222 444 555 555", false);
    check(Full, "4444444 3333332 ....... .......", true);
    check(Full, "4444443 3333332 ....... .......", false);
}

#[test]
fn low_on_what_hinders_is_an_obstacle_and_on_what_helps_a_missing_support() {
    use SourceFactor::{Helps, Hinders, Unnamed};
    let expect = |score: u8, factor| match (score, factor) {
        (1 | 2, Hinders) => Standing::Obstacle,
        (1 | 2, Helps) => Standing::MissingSupport,
        (1 | 2, Unnamed) => Standing::Weak,
        (3, _) => Standing::CanBeBetter,
        (_, _) => Standing::Good,
    };
    for score in Score::ALL {
        for factor in [Helps, Hinders, Unnamed] {
            assert_eq!(Standing::of(score, factor), expect(score.get(), factor));
        }
    }
    for content in contents() {
        let all = [
            Standing::Obstacle,
            Standing::MissingSupport,
            Standing::Weak,
            Standing::CanBeBetter,
            Standing::Good,
        ];
        let mut words: Vec<_> = all.map(|one| wording::standing(&content, one)).to_vec();
        words.sort();
        words.dedup();
        assert_eq!(words.len(), all.len(), "every standing has words of its own: {words:?}");
        for factor in [Helps, Hinders, Unnamed] {
            assert!(content.statements.iter().any(|one| one.source_factor == factor), "no {factor:?}");
        }
    }
}

#[test]
fn why_tells_what_counts_and_how_close_another_band_is() {
    for content in contents() {
        let texts = &content.texts;
        let band = |band| wording::band(&content, band);
        let left_out = |parts: &[(&str, &str)]| {
            let parts: Vec<_> =
                parts.iter().map(|(count, answer)| texts.why_left_out_part(count, answer)).collect();
            texts.why_left_out(&parts.join(", "))
        };
        let check = |variant, given: &str, expect: &[String]| {
            let result = result(&content, variant, given);
            assert_eq!(wording::why(&content, &result.levels[0]), expect, "{given}");
            for line in expect {
                assert!(!line.contains(['{', '}']), "{line}");
            }
        };
        let stable = texts.why_stable().to_string();
        let rest = " ....... ....... .......";
        let full = |given: &str, expect: &[String]| check(Full, &format!("{given}{rest}"), expect);
        full("2222222", &[texts.why_counted("7", "7"), stable.clone()]);
        full("3333333", &[texts.why_counted("7", "7"), texts.why_one_lower(band(Band::NeedsAttention))]);
        full("3333332", &[texts.why_counted("7", "7"), texts.why_one_higher(band(Band::CanBeBetter))]);
        full("4444444", &[texts.why_counted("7", "7"), texts.why_one_lower(band(Band::CanBeBetter))]);
        full("4444443", &[texts.why_counted("7", "7"), texts.why_one_higher(band(Band::Strong))]);
        full("5555555", &[texts.why_counted("7", "7"), stable.clone()]);
        full("1111111", &[texts.why_counted("7", "7"), stable.clone()]);
        full(
            "2222?-.",
            &[
                texts.why_counted("4", "7"),
                left_out(&[
                    ("1", &content.dont_know),
                    ("1", &content.not_applicable),
                    ("1", texts.no_answer()),
                ]),
                stable,
            ],
        );
        full(
            "222??..",
            &[
                texts.why_counted("3", "7"),
                left_out(&[("2", &content.dont_know), ("2", texts.no_answer())]),
                texts.why_too_few("4"),
            ],
        );
        check(
            Quick,
            "5-- ... ... ...",
            &[
                texts.why_counted("1", "3"),
                left_out(&[("2", &content.not_applicable)]),
                texts.why_too_few("2"),
            ],
        );
    }
}

#[test]
fn numbers_and_names_read_as_the_language_writes_them() {
    let (nl, en) = (content("nl"), content("en"));
    let day = real::day("2026-11-02");
    assert_eq!((wording::score(&nl, 34), wording::score(&en, 34)), ("3,4".to_owned(), "3.4".to_owned()));
    assert_eq!((wording::score(&nl, 50), wording::score(&en, 10)), ("5,0".to_owned(), "1.0".to_owned()));
    assert_eq!(wording::date(&nl, day), "2 november 2026");
    assert_eq!(wording::date(&en, day), "2 November 2026");
    let check = |names: &[&str], expect: &str| {
        let names: Vec<samenscan::content::Text> = names.iter().map(|name| (*name).into()).collect();
        assert_eq!(wording::list(&nl, &names.iter().collect::<Vec<_>>()), expect);
    };
    check(&[], "");
    check(&["a"], "a");
    check(&["a", "b"], "a en b");
    check(&["a", "b", "c"], "a, b en c");
    for content in [nl, en] {
        let answers = Answer::ALL.map(Some).into_iter().chain([None]);
        let mut words: Vec<_> = answers.map(|one| wording::answer(&content, one)).collect();
        assert!(words.iter().all(|word| !word.is_empty()));
        words.sort();
        words.dedup();
        assert_eq!(words.len(), 8, "every answer has words of its own");
        let mut scan = real::scan(&content, Role::School, Quick, QUICK);
        let name = wording::scan_name(&content, &scan);
        assert!(name.contains(&**wording::role(&content, scan.role)) && name.contains("mbo"), "{name}");
        scan.label = real::nasty_label();
        assert_eq!(wording::scan_name(&content, &scan), scan.label.as_str());
    }
}

/// The scored answers of a level, as plain numbers.
fn numbers(content: &Content, variant: Variant, answers: &Answers, level: Level) -> Vec<u8> {
    content
        .statements_in(variant)
        .filter(|statement| statement.level == level)
        .filter_map(|statement| Some(answers.get(statement.id)?.score()?.get()))
        .collect()
}

/// The mean with one decimal, in tenths, as a person would round it.
fn tenths_of(numbers: &[u8]) -> u8 {
    let sum: u32 = numbers.iter().copied().map(u32::from).sum();
    let count = u32::try_from(numbers.len()).expect("few");
    let (whole, rest) = (sum * 10 / count, sum * 10 % count);
    u8::try_from(whole + u32::from(rest * 2 >= count)).expect("at most 50")
}

/// One decimal first, then the cut-offs.
fn band_of(numbers: &[u8]) -> Band {
    match tenths_of(numbers) {
        40.. => Band::Strong,
        30.. => Band::CanBeBetter,
        _ => Band::NeedsAttention,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn scores_are_what_a_person_would_calculate(scan in real::any_scan(&content("nl"))) {
        let content = content("nl");
        let result = scan.result(&content);
        for level in &result.levels {
            let numbers = numbers(&content, scan.variant, &scan.answers, level.level);
            let enough = match scan.variant {
                Variant::Quick => numbers.len() >= 2,
                Variant::Full => numbers.len() >= 4,
            };
            prop_assert_eq!(level.score.is_some(), enough);
            let Some(score) = level.score else { continue };
            prop_assert_eq!(score.tenths(), tenths_of(&numbers));
            prop_assert_eq!(score.band(), band_of(&numbers));
            let mut lower = None;
            let mut higher = None;
            for position in 0..numbers.len() {
                let mut changed = numbers.clone();
                changed[position] -= 1;
                if changed[position] >= 1 && band_of(&changed) != score.band() {
                    lower = Some(band_of(&changed));
                }
                changed[position] += 2;
                if changed[position] <= 5 && band_of(&changed) != score.band() {
                    higher = Some(band_of(&changed));
                }
            }
            prop_assert_eq!((score.band_one_lower(), score.band_one_higher()), (lower, higher));
        }
    }

    #[test]
    fn what_does_not_count_changes_no_score_and_no_priority(scan in real::any_scan(&content("nl"))) {
        let content = content("nl");
        let mut counted = scan.clone();
        counted.answers = scan.answers.iter().filter(|(_, answer)| answer.score().is_some()).collect();
        let (with, without) = (scan.result(&content), counted.result(&content));
        prop_assert_eq!(scores(&with), scores(&without));
        prop_assert_eq!(with.priorities, without.priorities);
        prop_assert_eq!(with.summary, without.summary);
    }
}
