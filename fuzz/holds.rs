// What must hold for any text that is taken for a link; the guided fuzzing and `fuzz-link` both check it.

use samenscan::link::{
    self, LabelIn, Link, MAX_INPUT, ReadError, write_both, write_invitation, write_plan, write_result,
};
use samenscan::scan::{AskedStatement, Level, StatementOrder, StatementOrders};

/// Reads a text.
///
/// # Panics
/// When what is read cannot be written and read again, or when `is_link` and `read` do not agree.
pub fn check(text: &str, orders: &StatementOrders) -> Result<Link, ReadError> {
    let read = link::read(text, orders);
    let is_link = link::is_link(text);
    assert_eq!(is_link, text.len() <= MAX_INPUT && read != Err(ReadError::NotALink), "is_link");
    link::is_in_address(text);
    if let Ok(link) = &read {
        // A writer may choose longer symbols for a text than ours does, never shorter ones.
        assert_eq!(link::read(&write(link, orders), orders).as_ref(), Ok(link), "read again");
    }
    read
}

/// The text of a link, with everything in it.
///
/// # Panics
/// When it cannot be written, as nothing that was read may be.
pub fn write(link: &Link, orders: &StatementOrders) -> String {
    let written = match link {
        Link::Result(scan) => write_result(scan, LabelIn::Included, orders),
        Link::Invitation(scan) => write_invitation(scan, orders),
        Link::Both(pair) => write_both(pair, orders),
        Link::Plan(plan, texts) => write_plan(plan, *texts),
    };
    written.expect("what was read can be written").as_str().to_owned()
}

/// Two content versions: one as large as ours, and the largest there can be.
///
/// # Panics
/// Never.
pub fn orders() -> StatementOrders {
    let order = |version: u16, count: usize| {
        let statement = |number: usize| AskedStatement {
            id: format!("S{number}").parse().expect("an id"),
            wording: 1,
            level: Level::ALL[number % Level::ALL.len()],
            quick: number % 7 < 3,
        };
        StatementOrder::new(version, (0..count).map(statement).collect()).expect("an order")
    };
    [order(1, 28), order(2, StatementOrder::MAX_STATEMENTS)].into_iter().collect()
}
