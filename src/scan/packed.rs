//! Answers as one number: three bits for each statement of an order.

use super::{Answer, Answers, AskedStatement, Score};

/// How many bits an answer takes; 0 is no answer, 1 to 5 the scores, 6 'don't know', 7 'does not apply'.
pub(crate) const BITS: u32 = 3;

/// The number of one answer.
pub(crate) fn code(answer: Option<Answer>) -> u8 {
    match answer {
        None => 0,
        Some(Answer::Scored(score)) => score.get(),
        Some(Answer::DontKnow) => 6,
        Some(Answer::NotApplicable) => 7,
    }
}

/// The answer of a number; only the three lowest bits count.
pub(crate) fn answer(code: u8) -> Option<Answer> {
    match code & 7 {
        6 => Some(Answer::DontKnow),
        7 => Some(Answer::NotApplicable),
        score => Score::new(score).map(Answer::Scored),
    }
}

/// The answers to up to 42 statements, the first statement in the highest bits.
pub(crate) fn pack<'s>(statements: impl Iterator<Item = &'s AskedStatement>, answers: &Answers) -> u128 {
    statements.fold(0, |packed, statement| packed << BITS | u128::from(code(answers.get(statement.id))))
}

/// The answers in a number that [`pack`] made for `count` statements.
pub(crate) fn codes(packed: u128, count: usize) -> impl Iterator<Item = u8> {
    (0..count).rev().map(move |behind| {
        let shifted = u32::try_from(behind).ok().and_then(|behind| packed.checked_shr(behind * BITS));
        (shifted.unwrap_or(0) & 7) as u8
    })
}

/// The answers in a number that [`pack`] made for the same statements.
pub(crate) fn unpack<'s>(
    statements: impl Iterator<Item = &'s AskedStatement> + Clone,
    packed: u128,
) -> Answers {
    let count = statements.clone().count();
    statements
        .zip(codes(packed, count))
        .filter_map(|(statement, code)| Some((statement.id, answer(code)?)))
        .collect()
}
