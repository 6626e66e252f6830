//! How often each value on the scale was given, and what follows from it. Whole numbers only, so exact.

use std::cmp::Ordering;

/// How many fortieths a point of the scale has: a quarter of a tenth is the finest value there can be.
const FORTIETHS: u16 = 40;

/// A value on the scale from 1 to 5, or a difference of two, in fortieths of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(u16);

impl Points {
    /// The exact value, in fortieths of a point.
    pub const fn fortieths(self) -> u16 {
        self.0
    }

    /// The value in tenths of a point, halves rounded up.
    pub const fn tenths(self) -> u16 {
        (self.0 + 2) / 4
    }
}

/// The values below which a quarter, half and three quarters lie.
///
/// Method: linear between the neighbours at place (n − 1)·p, as in R's type 7, Excel's `QUARTILE.INC` and Python's
/// `statistics.quantiles(…, method='inclusive')`; the median is the usual one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quartiles {
    /// A quarter lies below.
    pub lower: Points,
    /// Half lies below.
    pub median: Points,
    /// Three quarters lie below.
    pub upper: Points,
}

impl Quartiles {
    /// The spread: between which bounds the middle half lies, as a difference (the interquartile range).
    pub fn spread(&self) -> Points {
        Points(self.upper.0.saturating_sub(self.lower.0))
    }
}

/// How many steps two people, taken at random, are apart on average: the measure of disagreement.
///
/// It is the mean of all absolute differences between two different people. Why this one: it keeps the order
/// of the five points and squares nothing, so a few extremes do not rule it as they do a standard deviation; it
/// is 0 when all agree and highest, 2 or a little more, when one half says 1 and the other 5; and it can be said in a
/// sentence, which van der Eijk's measure of agreement cannot. It is Berry and Mielke's index of ordinal variation
/// before that is scaled to 1.
#[derive(Clone, Copy, Debug)]
pub struct MeanDifference {
    /// The sum of all differences, in fortieths.
    sum: u64,
    /// How many pairs there are; never 0.
    pairs: u64,
}

impl MeanDifference {
    /// The difference in hundredths of a point, halves rounded up.
    pub fn hundredths(&self) -> u16 {
        let hundredths = (self.sum * 5 + self.pairs) / (self.pairs * 2).max(1);
        u16::try_from(hundredths).unwrap_or(u16::MAX)
    }

    fn times_pairs_of(&self, other: &MeanDifference) -> u128 {
        u128::from(self.sum) * u128::from(other.pairs)
    }
}

impl Ord for MeanDifference {
    fn cmp(&self, other: &Self) -> Ordering {
        self.times_pairs_of(other).cmp(&other.times_pairs_of(self))
    }
}

impl PartialOrd for MeanDifference {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for MeanDifference {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for MeanDifference {}

/// How often each of `N` values from 1 to 5 was given: `N` is 5 for answers and 41 for level scores in tenths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Histogram<const N: usize>([u32; N]);

impl<const N: usize> Default for Histogram<N> {
    fn default() -> Self {
        Histogram([0; N])
    }
}

impl<const N: usize> Histogram<N> {
    /// How many fortieths two neighbouring values are apart: 40 for answers, 4 for tenths.
    const STEP: u16 = 4 * FORTIETHS / (N as u16 - 1);

    /// Counts the value at a place, from 0 for the lowest.
    pub(super) fn add(&mut self, place: usize) {
        if let Some(count) = self.0.get_mut(place) {
            *count += 1;
        }
    }

    /// How often each value was given, the lowest value first.
    pub fn counts(&self) -> &[u32; N] {
        &self.0
    }

    /// How many values were given.
    pub fn count(&self) -> u32 {
        count(&self.0)
    }

    /// The quartiles, if there are values.
    pub fn quartiles(&self) -> Option<Quartiles> {
        let quartile = |quarter| quartile(&self.0, Self::STEP, quarter);
        Some(Quartiles { lower: quartile(1)?, median: quartile(2)?, upper: quartile(3)? })
    }

    /// The disagreement, if there are two values or more.
    pub fn disagreement(&self) -> Option<MeanDifference> {
        disagreement(&self.0, Self::STEP)
    }
}

// The same for every number of values, so that the module has it once.

fn count(counts: &[u32]) -> u32 {
    counts.iter().sum()
}

fn quartile(counts: &[u32], step: u16, quarter: u64) -> Option<Points> {
    let last = u64::from(count(counts)).checked_sub(1)?;
    let (place, part) = (last * quarter / 4, u16::try_from(last * quarter % 4).ok()?);
    let below = value(counts, place)?;
    let above = value(counts, (place + 1).min(last))?;
    // Four times the steps above 1, so that quarters between two values stay whole.
    let quarter_steps = below * (4 - part) + above * part;
    Some(Points(FORTIETHS + quarter_steps * step / 4))
}

/// The value at a place among all values in order, in steps above the lowest.
fn value(counts: &[u32], place: u64) -> Option<u16> {
    let mut passed = 0;
    let found = counts.iter().position(|&count| {
        passed += u64::from(count);
        place < passed
    });
    found.and_then(|steps| u16::try_from(steps).ok())
}

fn disagreement(counts: &[u32], step: u16) -> Option<MeanDifference> {
    let all = u64::from(count(counts));
    let pairs = all * all.checked_sub(1)? / 2;
    // Each pair is apart by the cuts between the values that separate it.
    let (mut below, mut steps) = (0, 0);
    for &count in counts {
        below += u64::from(count);
        steps += below * (all - below);
    }
    (pairs > 0).then(|| MeanDifference { sum: steps * u64::from(step), pairs })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(counts: [u32; 5]) -> Histogram<5> {
        Histogram(counts)
    }

    #[test]
    fn quartiles_lie_between_the_neighbours() {
        let check = |counts, lower, median, upper| {
            let quartiles = answers(counts).quartiles().unwrap();
            let found = [quartiles.lower, quartiles.median, quartiles.upper].map(Points::fortieths);
            assert_eq!(found, [lower, median, upper], "{counts:?}");
        };
        check([0, 0, 1, 0, 0], 120, 120, 120);
        check([1, 0, 0, 0, 1], 80, 120, 160);
        check([1, 1, 1, 1, 1], 80, 120, 160);
        check([1, 1, 1, 1, 0], 70, 100, 130);
        check([2, 0, 0, 0, 1], 40, 40, 120);
        assert_eq!(answers([0; 5]).quartiles(), None);
        assert_eq!(answers([1, 1, 1, 1, 0]).quartiles().unwrap().spread().fortieths(), 60);
        assert_eq!(Points(70).tenths(), 18);
    }

    #[test]
    fn level_scores_count_in_tenths() {
        let mut scores = Histogram::<41>::default();
        [23, 24].into_iter().for_each(|tenths| scores.add(tenths - 10));
        assert_eq!(scores.quartiles().unwrap().median.fortieths(), 94);
        assert_eq!(scores.disagreement().unwrap().hundredths(), 10);
    }

    #[test]
    fn disagreement_is_how_far_two_people_are_apart() {
        let hundredths = |counts| answers(counts).disagreement().map(|one| one.hundredths());
        assert_eq!(hundredths([0, 0, 1, 0, 0]), None);
        assert_eq!(hundredths([0, 0, 2, 0, 0]), Some(0));
        assert_eq!(hundredths([1, 0, 0, 0, 1]), Some(400));
        assert_eq!(hundredths([50, 0, 0, 0, 50]), Some(202));
        assert_eq!(hundredths([1, 1, 1, 0, 0]), Some(133));
        assert!(answers([9, 0, 0, 0, 9]).disagreement() > answers([1, 5, 9, 5, 1]).disagreement());
        assert!(answers([4, 4, 0, 0, 0]).disagreement() == answers([0, 0, 0, 4, 4]).disagreement());
    }
}
