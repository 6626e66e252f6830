//! The self-scan: who answers, what is asked, what was answered.

mod answer;
mod party;
mod statement_id;

pub use answer::{Answer, Answers, Score};
pub use party::{Level, Role, Sector, Variant};
pub use statement_id::StatementId;
