//! Scores of levels. The sources give no norms: bands are a convention (those of the Wilder Collaboration
//! Factors Inventory) and the result says so.

use super::{Answer, AskedStatement, Level};

/// The lowest rounded score, in tenths, that is called strong.
pub const STRONG_FROM: u8 = 40;
/// The lowest rounded score, in tenths, that does not need attention.
pub const BETTER_FROM: u8 = 30;

/// The mean of the scored answers of a level. It exists only when enough statements were scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelScore {
    sum: u16,
    count: u16,
}

impl LevelScore {
    /// The score of `count` scored answers that add up to `sum`, out of `asked` statements.
    ///
    /// None unless more than half of the statements are scored: 4 of 7, 2 of 3.
    pub fn new(sum: u16, count: u16, asked: u16) -> Option<LevelScore> {
        let possible = count <= asked && sum >= count && sum <= count.saturating_mul(5);
        (possible && count >= needed(asked)).then_some(LevelScore { sum, count })
    }

    /// The mean in tenths, 10 to 50, halves rounded up.
    pub fn tenths(self) -> u8 {
        rounded_tenths(self.sum, self.count)
    }

    /// The band of the rounded score.
    pub fn band(self) -> Band {
        Band::of(self.tenths())
    }

    /// The band if one answer were one step lower, when that is another band.
    pub fn band_one_lower(self) -> Option<Band> {
        (self.sum > self.count).then(|| self.band_of_sum(self.sum - 1)).flatten()
    }

    /// The band if one answer were one step higher, when that is another band.
    pub fn band_one_higher(self) -> Option<Band> {
        (self.sum < self.count * 5).then(|| self.band_of_sum(self.sum + 1)).flatten()
    }

    fn band_of_sum(self, sum: u16) -> Option<Band> {
        let band = Band::of(rounded_tenths(sum, self.count));
        (band != self.band()).then_some(band)
    }
}

/// How many of `asked` statements must be scored before a level has a score: more than half.
pub const fn needed(asked: u16) -> u16 {
    asked / 2 + 1
}

/// `sum / count` in tenths, halves rounded up, kept within 10 to 50.
fn rounded_tenths(sum: u16, count: u16) -> u8 {
    let tenths = (u32::from(sum) * 20 + u32::from(count)) / (u32::from(count).max(1) * 2);
    u8::try_from(tenths).map_or(50, |tenths| tenths.clamp(10, 50))
}

/// What a score is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Below 3.0.
    NeedsAttention,
    /// 3.0 to 3.9.
    CanBeBetter,
    /// 4.0 and up.
    Strong,
}

impl Band {
    /// The three bands, lowest first.
    pub const ALL: [Band; 3] = [Band::NeedsAttention, Band::CanBeBetter, Band::Strong];

    /// The band of a rounded score in tenths.
    pub const fn of(tenths: u8) -> Band {
        if tenths >= STRONG_FROM {
            Band::Strong
        } else if tenths >= BETTER_FROM {
            Band::CanBeBetter
        } else {
            Band::NeedsAttention
        }
    }
}

/// How the answers of one level were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelResult {
    /// Which level.
    pub level: Level,
    /// Its score, when enough answers count.
    pub score: Option<LevelScore>,
    /// How many statements were asked.
    pub asked: u16,
    /// How many answers count.
    pub scored: u16,
    /// How many were answered 'don't know'.
    pub dont_know: u16,
    /// How many were answered 'does not apply'.
    pub not_applicable: u16,
    /// How many have no answer.
    pub blank: u16,
}

impl LevelResult {
    /// Counts the answers of one level; `answered` has all statements that were asked.
    pub fn count(level: Level, answered: &[(AskedStatement, Option<Answer>)]) -> LevelResult {
        let mut result = LevelResult {
            level,
            score: None,
            asked: 0,
            scored: 0,
            dont_know: 0,
            not_applicable: 0,
            blank: 0,
        };
        let mut sum = 0;
        for (_, answer) in answered.iter().filter(|(asked, _)| asked.level == level) {
            result.asked += 1;
            match answer {
                Some(Answer::Scored(score)) => {
                    result.scored += 1;
                    sum += u16::from(score.get());
                }
                Some(Answer::DontKnow) => result.dont_know += 1,
                Some(Answer::NotApplicable) => result.not_applicable += 1,
                None => result.blank += 1,
            }
        }
        result.score = LevelScore::new(sum, result.scored, result.asked);
        result
    }

    /// How many answers must count before there is a score.
    pub fn needed(&self) -> u16 {
        needed(self.asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_needs_more_than_half_of_the_statements() {
        assert_eq!(LevelScore::new(9, 3, 7), None);
        assert!(LevelScore::new(12, 4, 7).is_some());
        assert_eq!(LevelScore::new(3, 1, 3), None);
        assert!(LevelScore::new(6, 2, 3).is_some());
        assert_eq!(LevelScore::new(0, 0, 7), None);
        assert_eq!(LevelScore::new(0, 0, 0), None);
    }

    #[test]
    fn sums_that_no_answers_can_make_have_no_score() {
        assert_eq!(LevelScore::new(3, 4, 7), None);
        assert_eq!(LevelScore::new(21, 4, 7), None);
        assert_eq!(LevelScore::new(8, 8, 7), None);
    }

    #[test]
    fn rounding_and_bands() {
        let check = |sum, count, tenths, band| {
            let score = LevelScore::new(sum, count, count).unwrap();
            assert_eq!((score.tenths(), score.band()), (tenths, band), "{sum}/{count}");
        };
        check(59, 20, 30, Band::CanBeBetter); // 2.95
        check(294, 100, 29, Band::NeedsAttention); // 2.94
        check(79, 20, 40, Band::Strong); // 3.95
        check(394, 100, 39, Band::CanBeBetter); // 3.94
        check(4, 4, 10, Band::NeedsAttention);
        check(20, 4, 50, Band::Strong);
        check(20, 7, 29, Band::NeedsAttention); // 2.857
        check(21, 7, 30, Band::CanBeBetter);
        check(27, 7, 39, Band::CanBeBetter); // 3.857
        check(28, 7, 40, Band::Strong);
    }

    #[test]
    fn one_step_that_would_change_the_band_is_told() {
        let score = |sum, count| LevelScore::new(sum, count, 7).unwrap();
        assert_eq!(score(21, 7).band_one_lower(), Some(Band::NeedsAttention));
        assert_eq!(score(21, 7).band_one_higher(), None);
        assert_eq!(score(27, 7).band_one_higher(), Some(Band::Strong));
        assert_eq!(score(35, 7).band_one_higher(), None);
        assert_eq!(score(4, 4).band_one_lower(), None);
    }
}
