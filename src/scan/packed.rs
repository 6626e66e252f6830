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

/// The answers to up to 42 statements, the first statement in the highest bits.
pub(crate) fn pack<'s>(statements: impl Iterator<Item = &'s AskedStatement>, answers: &Answers) -> u128 {
    statements.fold(0, |packed, statement| packed << BITS | u128::from(code(answers.get(statement.id))))
}

/// Takes the answer to the last statement off a number that [`pack`] made.
pub(crate) fn pop(packed: &mut u128) -> Option<Answer> {
    let code = (*packed & 7) as u8;
    *packed >>= BITS;
    match code {
        6 => Some(Answer::DontKnow),
        7 => Some(Answer::NotApplicable),
        score => Score::new(score).map(Answer::Scored),
    }
}

/// The answers in a number that [`pack`] made for the same statements.
pub(crate) fn unpack<'s>(
    statements: impl DoubleEndedIterator<Item = &'s AskedStatement>,
    mut packed: u128,
) -> Answers {
    let mut answers = Answers::new();
    for statement in statements.rev() {
        if let Some(answer) = pop(&mut packed) {
            answers.set(statement.id, answer);
        }
    }
    answers
}
