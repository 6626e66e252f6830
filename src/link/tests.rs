//! Links with an intact check that no page ever wrote: only from in here can they be made.

use super::frame::finish;
use super::plan::{TextsIn, write_plan};
use super::symbols::{BASE, Symbol, Writer};
use super::*;
use crate::date::Day;
use crate::plan::{Action, Origin, PlanId};
use crate::scan::{AskedStatement, Level, StatementOrder, StatementOrders};

fn orders() -> StatementOrders {
    let asked = |number: usize| AskedStatement {
        id: format!("S{number}").parse().unwrap(),
        wording: 1,
        level: Level::Strategic,
        quick: false,
    };
    StatementOrder::new(1, (1..=28).map(asked).collect()).unwrap().into()
}

/// A full scan of a school whose header and answers are these numbers, then these symbols.
fn read_numbers(header: u128, answers: u128, behind: &[u8]) -> Result<Link, ReadError> {
    let mut writer = Writer::default();
    writer.number(header, 6);
    writer.number(answers, 15);
    behind.iter().for_each(|&value| writer.symbol(Symbol::new(value).unwrap()));
    read(finish(Kind::Result, &writer).unwrap().as_str(), &orders())
}

const FULL_SCHOOL_OF_VERSION_ONE: u128 = 1 << 6 | 1 << 4;

#[test]
fn numbers_without_a_meaning_are_refused_behind_an_intact_check() {
    let header = FULL_SCHOOL_OF_VERSION_ONE;
    assert!(matches!(read_numbers(header, (1 << 84) - 1, &[]), Ok(Link::Result(_))));
    assert_eq!(read_numbers(header, 1 << 84, &[]), Err(ReadError::Damaged));
    assert_eq!(read_numbers(header | 7 << 1, 0, &[]), Err(ReadError::Newer));
    assert_eq!(read_numbers(header | 2 << 4, 0, &[]), Err(ReadError::Newer));
    assert_eq!(read_numbers(40_226 << 20 | header, 0, &[]), Err(ReadError::Damaged));
    assert!(matches!(read_numbers(2 << 6, 0, &[]), Err(ReadError::OtherContentVersion(_))));
}

#[test]
fn a_label_ends_with_its_length_and_is_not_empty() {
    let read = |behind: &[u8]| read_numbers(FULL_SCHOOL_OF_VERSION_ONE, 0, behind);
    // 'ab' and the 23 symbols so far.
    let Ok(Link::Result(scan)) = read(&[0, 1, 23]) else { panic!() };
    assert_eq!(scan.label.as_str(), "ab");
    assert_eq!(read(&[0, 1, 22]), Err(ReadError::Damaged));
    assert_eq!(read(&[0, 1]), Err(ReadError::Damaged));
    assert_eq!(read(&[21]), Err(ReadError::Damaged), "an empty label");
    assert_eq!(read(&[26, 22]), Err(ReadError::Damaged), "a blank label");
    assert_eq!(read(&[[0; 81].as_slice(), &[(21 + 81) % 59]].concat()), Err(ReadError::Damaged), "too long");
}

/// A plan of one action of the stepper, with one symbol changed and the check made anew.
fn read_plan_with(place: usize, change: impl Fn(u8) -> u8) -> Result<Link, ReadError> {
    let mut plan = Plan::new(PlanId::new(5), Day::read("2026-11-22").unwrap());
    let origin = Origin::Item { id: "AC-L1".parse().unwrap(), source: Default::default() };
    plan.actions.add(Action { origin, ..Action::default() }).unwrap();
    let text = write_plan(&plan, TextsIn::LeftOut).unwrap();
    let body = &text.as_str()[3..text.as_str().len() - 3];
    let mut writer = Writer::default();
    for (at, symbol) in body.chars().map(|one| Symbol::from_char(one).unwrap()).enumerate() {
        let value = if at == place { change(symbol.value()) } else { symbol.value() };
        writer.symbol(Symbol::new(value % BASE).unwrap());
    }
    read(finish(Kind::Plan, &writer).unwrap().as_str(), &StatementOrders::default())
}

#[test]
fn a_plan_from_the_future_is_newer_and_an_impossible_one_damaged() {
    assert!(matches!(read_plan_with(0, |same| same), Ok(Link::Plan(_, TextsIn::LeftOut))));
    assert_eq!(read_plan_with(0, |_| 58), Err(ReadError::Damaged), "an id above 64 bits");
    assert_eq!(read_plan_with(11, |_| 4), Err(ReadError::Newer), "an unknown part");
    assert!(read_plan_with(14, |_| 0).is_ok(), "another day");
    assert_eq!(read_plan_with(12, |_| 58), Err(ReadError::Damaged), "a day after 2199");
    assert_eq!(read_plan_with(15, |_| 2), Err(ReadError::Newer), "a seventh step");
    // 17 the next action, 18 how many, 19 the number, 20 where it came from, 21.. its id.
    assert_eq!(read_plan_with(17, |_| 1), Err(ReadError::Damaged), "a number above the next");
    assert_eq!(read_plan_with(20, |_| 3), Err(ReadError::Newer), "another origin");
    assert_eq!(read_plan_with(20, |_| 8), Err(ReadError::Newer), "another state");
    assert!(matches!(read_plan_with(20, |origin| origin | 4), Ok(Link::Plan(..))), "done");
    assert_eq!(read_plan_with(21, |_| 27), Err(ReadError::Damaged), "an id with a full stop");
}

#[test]
fn an_address_with_a_link_is_told_from_another() {
    let check = |fragment: &str, expect: bool| assert_eq!(is_in_address(fragment), expect, "{fragment}");
    for link in
        ["#r1-0U7", "#R1-0U7", "##m1-", "%23b1-0", "#%2523p1-0", "#r1%2D0U7", "#r1%E2%80%910U7", "r2-0"]
    {
        check(link, true);
        assert!(is_link(link), "{link}");
    }
    for other in ["", "#", "#%", "#%23", "#/result/1", "#content", "#r1", "#r-1", "#s1-0", "#r1_0", "#é1-0"]
    {
        check(other, false);
    }
}
