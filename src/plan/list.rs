//! A short list whose entries keep their number when others move or go.

/// The number of an entry in its list; it is never given to another entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(u32);

impl Number {
    /// The entry of that number, as it stands in a file.
    pub const fn new(number: u32) -> Number {
        Number(number)
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// The list has as many entries as it may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListFull;

/// At most `MOST` entries in an order of their own, each with a number that no other entry has had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T, const MOST: usize> {
    next: u32,
    entries: Vec<(Number, T)>,
}

/// An entry that was taken out, and where it stood, so that it can be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed<T> {
    number: Number,
    position: usize,
    value: T,
}

impl<T, const MOST: usize> Default for List<T, MOST> {
    fn default() -> List<T, MOST> {
        List { next: 1, entries: Vec::new() }
    }
}

impl<T, const MOST: usize> List<T, MOST> {
    /// The most entries it can have.
    pub const MOST: usize = MOST;

    /// A list as it was kept; none when a number occurs twice, is not below `next`, or there are too many.
    pub fn restore(next: u32, entries: Vec<(Number, T)>) -> Option<List<T, MOST>> {
        let mut numbers = Vec::new();
        for &(number, _) in &entries {
            if number.0 >= next || numbers.contains(&number) || numbers.len() >= MOST {
                return None;
            }
            numbers.push(number);
        }
        Some(List { next, entries })
    }

    /// The entries with their numbers, in their order.
    pub(super) const fn entries(&self) -> &Vec<(Number, T)> {
        &self.entries
    }

    /// The number that the next entry gets.
    pub const fn next(&self) -> u32 {
        self.next
    }

    /// Adds an entry at the end.
    ///
    /// # Errors
    /// When the list is full.
    pub fn add(&mut self, value: T) -> Result<Number, ListFull> {
        let next = self.next.checked_add(1).ok_or(ListFull)?;
        if self.entries.len() >= MOST {
            return Err(ListFull);
        }
        let number = Number(self.next);
        self.next = next;
        self.entries.push((number, value));
        Ok(number)
    }

    /// The entries in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Number, &T)> {
        self.entries.iter().map(|(number, value)| (*number, value))
    }

    /// The entry of that number.
    pub fn get(&self, number: Number) -> Option<&T> {
        self.iter().find(|&(other, _)| other == number).map(|(_, value)| value)
    }

    /// The entry of that number, to change it.
    pub fn get_mut(&mut self, number: Number) -> Option<&mut T> {
        self.entries.iter_mut().find(|(other, _)| *other == number).map(|(_, value)| value)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Moves an entry one place up. Whether it moved.
    pub fn move_up(&mut self, number: Number) -> bool {
        match self.position(number) {
            Some(position) if position > 0 => {
                self.entries.swap(position, position - 1);
                true
            }
            _ => false,
        }
    }

    /// Moves an entry one place down. Whether it moved.
    pub fn move_down(&mut self, number: Number) -> bool {
        match self.position(number) {
            Some(position) if position + 1 < self.entries.len() => {
                self.entries.swap(position, position + 1);
                true
            }
            _ => false,
        }
    }

    /// Takes an entry out.
    pub fn remove(&mut self, number: Number) -> Option<Removed<T>> {
        let position = self.position(number)?;
        let (number, value) = self.entries.remove(position);
        Some(Removed { number, position, value })
    }

    /// Puts an entry back that was taken out of this list, with its number, as near to its place as there is.
    ///
    /// # Errors
    /// When the list is full by now, or the entry is not one of this list.
    pub fn put_back(&mut self, removed: Removed<T>) -> Result<(), ListFull> {
        let Removed { number, position, value } = removed;
        if self.entries.len() >= MOST || number.0 >= self.next || self.get(number).is_some() {
            return Err(ListFull);
        }
        self.entries.insert(position.min(self.entries.len()), (number, value));
        Ok(())
    }

    fn position(&self, number: Number) -> Option<usize> {
        self.entries.iter().position(|&(other, _)| other == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(list: &List<char, 3>) -> String {
        list.iter().map(|(_, &letter)| letter).collect()
    }

    #[test]
    fn entries_move_go_and_come_back_under_their_number() {
        let mut list: List<char, 3> = List::default();
        let [a, b, c] = ['a', 'b', 'c'].map(|letter| list.add(letter).unwrap());
        assert_eq!(list.add('d'), Err(ListFull));
        assert!(list.move_up(c) && !list.move_up(a) && !list.move_down(b));
        assert_eq!(letters(&list), "acb");
        let removed = list.remove(a).unwrap();
        assert_eq!((letters(&list), list.get(a)), ("cb".to_owned(), None));
        let d = list.add('d').unwrap();
        assert_ne!(d, a, "a number is not given again");
        assert_eq!(list.put_back(removed.clone()), Err(ListFull));
        list.remove(d);
        list.put_back(removed.clone()).unwrap();
        assert_eq!(letters(&list), "acb");
        assert_eq!(list.put_back(removed), Err(ListFull), "an entry comes back once");
        *list.get_mut(b).unwrap() = 'B';
        assert_eq!((list.get(b), list.len()), (Some(&'B'), 3));
    }

    #[test]
    fn a_list_is_restored_only_if_it_could_have_been_made() {
        let restore = |next, numbers: &[u32]| {
            List::<char, 3>::restore(next, numbers.iter().map(|&number| (Number(number), 'x')).collect())
        };
        assert!(restore(1, &[]).is_some() && restore(9, &[8, 2]).is_some());
        for (next, numbers) in [(2, [2].as_slice()), (9, &[1, 1]), (9, &[1, 2, 3, 4])] {
            assert_eq!(restore(next, numbers), None, "{next} {numbers:?}");
        }
        let mut full = restore(u32::MAX, &[]).unwrap();
        assert_eq!(full.add('x'), Err(ListFull));
    }
}
