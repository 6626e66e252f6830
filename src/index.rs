//! Which of many things equals a new one.

use std::cmp::Ordering;

/// The most places in one part of an [`Index`].
const PART: usize = 512;

/// The places of different things in a list, in an order of these things, so that the one that equals a new one is found
/// in some twenty comparisons among 200,000, whatever they are.
///
/// They stand in parts, so that a new one moves few of the others. A `BTreeMap` for each of the two kinds of thing was 2.5 kB
/// (brotli) more of the module, and keeps the things once more.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index(Vec<Vec<usize>>);

impl Index {
    /// The place of the thing that equals a new one. If there is none, the new one is taken in, at the place `new`.
    ///
    /// `compare` says how the thing at a place stands to the new one, always by the same order.
    pub(crate) fn find_or_insert(&mut self, new: usize, compare: &dyn Fn(usize) -> Ordering) -> usize {
        let begins_before = |part: &Vec<usize>| part.first().is_some_and(|&first| compare(first).is_le());
        let at = self.0.partition_point(begins_before).saturating_sub(1);
        let Some(part) = self.0.get_mut(at) else {
            self.0.push(vec![new]);
            return new;
        };
        match part.binary_search_by(|&place| compare(place)) {
            Ok(found) => part.get(found).copied().unwrap_or(new),
            Err(between) => {
                part.insert(between, new);
                if part.len() > PART {
                    let upper = part.split_off(PART / 2);
                    self.0.insert(at + 1, upper);
                }
                new
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn finds_what_a_map_finds() {
        // Upwards, downwards, and all over the place; each number twice.
        for step in [1, 9_999, 3_571] {
            let numbers: Vec<usize> = (0..20_000).map(|count| count * step % 10_000).collect();
            let mut index = Index::default();
            let mut map = BTreeMap::new();
            for (place, &number) in numbers.iter().enumerate() {
                let found = index.find_or_insert(place, &|other| numbers[other].cmp(&number));
                assert_eq!(found, *map.entry(number).or_insert(place), "{step} {place}");
            }
            assert!(index.0.iter().all(|part| (1..=PART).contains(&part.len())));
            assert_eq!(index.0.iter().map(Vec::len).sum::<usize>(), map.len());
        }
    }
}
