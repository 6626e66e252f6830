//! `cargo +nightly fuzz run link -- -max_total_time=60`: any text is read or refused, and what is read
//! can be written and read again. Without cargo-fuzz: `cargo run --release --no-default-features --example fuzz_link`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use samenscan::link::{self, LabelIn, Link, write_both, write_invitation, write_plan, write_result};
use samenscan::scan::{AskedStatement, Level, StatementOrder, StatementOrders};

fuzz_target!(|text: &str| {
    let statement = |number: usize| AskedStatement {
        id: format!("S{number}").parse().expect("an id"),
        wording: 1,
        level: Level::ALL[number % Level::ALL.len()],
        quick: number % 7 < 3,
    };
    let order = StatementOrder::new(1, (0..28).map(statement).collect()).expect("an order");
    let orders = StatementOrders::from(order);
    if let Ok(link) = link::read(text, &orders) {
        let written = match &link {
            Link::Result(scan) => write_result(scan, LabelIn::Included, &orders),
            Link::Invitation(scan) => write_invitation(scan, &orders),
            Link::Both(pair) => write_both(pair, &orders),
            Link::Plan(plan, texts) => write_plan(plan, *texts),
        };
        // A writer may choose longer symbols for a text than ours does, never shorter ones.
        let written = written.expect("what was read can be written");
        assert_eq!(link::read(written.as_str(), &orders), Ok(link));
    }
});
