//! Sorting short lists. The sort of the standard library is a kilobyte of code and more for each type that is sorted.

/// Sorts a short list, by insertion; what is equal stays in order.
pub fn arrange<T>(list: &mut [T], mut is_before: impl FnMut(&T, &T) -> bool) {
    insert_each(list.len(), &mut |place| match list.get_mut(place - 1..=place) {
        Some([a, b]) if is_before(b, a) => {
            std::mem::swap(a, b);
            true
        }
        _ => false,
    });
}

/// Moves each entry to the front until it stays where it is, by swapping what is at a place with what is before it.
fn insert_each(count: usize, swaps_at: &mut dyn FnMut(usize) -> bool) {
    for end in 1..count {
        let mut place = end;
        while place > 0 && swaps_at(place) {
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arranges_and_keeps_the_order_of_equals() {
        let mut words = ["bb", "a", "cc", "", "d", "eee"];
        arrange(&mut words, |a, b| a.len() < b.len());
        assert_eq!(words, ["", "a", "d", "bb", "cc", "eee"]);
        arrange::<u8>(&mut [], |a, b| a < b);
    }
}
