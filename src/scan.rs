//! The self-scan: who answers, what is asked, what was answered, and what that says.

mod answer;
pub mod compare;
pub mod group;
pub mod intake;
mod order;
pub(crate) mod packed;
mod pair;
mod party;
mod record;
mod result;
mod score;
mod statement_id;

pub use answer::{Answer, Answers, Score};
pub use order::{AskedStatement, NotAnOrder, StatementOrder, StatementOrders};
pub use pair::{Pair, SameRole};
pub use party::{Level, Role, Sector, Variant};
pub use record::{Label, LabelTooLong, Scan};
pub use result::{PRIORITY_COUNT, Priority, ScanResult, Standing, Summary};
pub use score::{BETTER_FROM, Band, LevelResult, LevelScore, STRONG_FROM, needed};
pub use statement_id::{NotAStatementId, StatementId};
