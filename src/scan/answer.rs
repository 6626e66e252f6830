//! Answers to statements.

use super::StatementId;

/// A scored answer: 1 ('not true at all') to 5 ('completely true').
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// The five scores, lowest first.
    pub const ALL: [Score; 5] = [Score(1), Score(2), Score(3), Score(4), Score(5)];

    /// The score for a number from 1 to 5; any other number has none.
    pub const fn new(value: u8) -> Option<Score> {
        match value {
            1..=5 => Some(Score(value)),
            _ => None,
        }
    }

    /// The number, 1 to 5.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// 'Low' is 1 or 2.
    pub const fn is_low(self) -> bool {
        self.0 <= 2
    }
}

/// What a person said about one statement. No answer at all is the absence of this value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// One of the five labelled points of the scale.
    Scored(Score),
    /// 'Weet ik niet': never counts as a score.
    DontKnow,
    /// 'Past niet bij ons': never counts as a score.
    NotApplicable,
}

impl Answer {
    /// Every possible answer in the order in which they are offered.
    pub const ALL: [Answer; 7] = [
        Answer::Scored(Score(1)),
        Answer::Scored(Score(2)),
        Answer::Scored(Score(3)),
        Answer::Scored(Score(4)),
        Answer::Scored(Score(5)),
        Answer::DontKnow,
        Answer::NotApplicable,
    ];

    /// The score, if this answer counts as one.
    pub const fn score(self) -> Option<Score> {
        match self {
            Answer::Scored(score) => Some(score),
            Answer::DontKnow | Answer::NotApplicable => None,
        }
    }
}

/// The answers given so far, at most one per statement, ordered by statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers(Vec<(StatementId, Answer)>);

impl Answers {
    /// No answers yet.
    pub const fn new() -> Answers {
        Answers(Vec::new())
    }

    /// The answer to one statement.
    pub fn get(&self, id: StatementId) -> Option<Answer> {
        let position = self.position(id).ok()?;
        self.0.get(position).map(|&(_, answer)| answer)
    }

    /// Gives or changes an answer.
    pub fn set(&mut self, id: StatementId, answer: Answer) {
        match self.position(id) {
            Ok(position) => {
                if let Some(entry) = self.0.get_mut(position) {
                    entry.1 = answer;
                }
            }
            Err(position) => self.0.insert(position, (id, answer)),
        }
    }

    /// Takes an answer back.
    pub fn clear(&mut self, id: StatementId) {
        if let Ok(position) = self.position(id) {
            self.0.remove(position);
        }
    }

    /// All answers, ordered by statement id.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (StatementId, Answer)> + '_ {
        self.0.iter().copied()
    }

    /// How many statements have an answer.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is answered yet.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn position(&self, id: StatementId) -> Result<usize, usize> {
        self.0.binary_search_by_key(&id, |&(id, _)| id)
    }
}

impl FromIterator<(StatementId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (StatementId, Answer)>>(answers: I) -> Self {
        let mut collected = Answers::new();
        for (id, answer) in answers {
            collected.set(id, answer);
        }
        collected
    }
}
