//! What is kept, each under a number: scans and plans.

use std::rc::Rc;

use crate::scan::Scan;

/// The number of a scan in this browser.
pub type ScanId = KeptId;

/// The number of a plan in this browser.
pub type PlanNumber = KeptId;

/// The number of a scan or a plan in this browser; it means nothing elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeptId(u32);

impl KeptId {
    /// The id of that number.
    pub const fn new(number: u32) -> KeptId {
        KeptId(number)
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// Something with its number.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<T = Scan> {
    /// Its number.
    pub id: KeptId,
    /// What is kept.
    pub value: Rc<T>,
    /// Whether it is somebody else's, as far as is known: it came in a link, and nothing was answered in it here.
    pub foreign: bool,
}

/// What came of putting back what was taken out.
#[derive(Clone, Debug, PartialEq)]
pub struct PutBack<T> {
    /// That for which there is no room.
    pub left: Vec<Kept<T>>,
    /// The old and the new number of what is back; mostly the same.
    pub numbers: Vec<(KeptId, KeptId)>,
}

/// Scans or plans in the order in which they were last changed, oldest first. No number occurs twice or is given
/// again.
#[derive(Clone, Debug, PartialEq)]
pub struct Library<T = Scan> {
    next_id: u32,
    kept: Vec<Kept<T>>,
}

impl<T> Default for Library<T> {
    fn default() -> Library<T> {
        Library { next_id: 1, kept: Vec::new() }
    }
}

impl<T: Clone + PartialEq> Library<T> {
    /// The most that is kept, so that a record stays well below what a browser allows.
    pub const MAX: usize = 500;

    /// A library of one's own as it was kept; none when a number occurs twice, is not below `next_id`, or there are too many.
    pub fn restore(next_id: KeptId, values: Vec<(KeptId, T)>) -> Option<Library<T>> {
        let mut library = Library { next_id: next_id.0, kept: Vec::with_capacity(values.len()) };
        for (id, value) in values {
            if id >= next_id || library.get(id).is_some() || library.kept.len() >= Self::MAX {
                return None;
            }
            library.kept.push(Kept { id, value: Rc::new(value), foreign: false });
        }
        Some(library)
    }

    /// The number that the next one gets.
    pub const fn next_id(&self) -> KeptId {
        KeptId(self.next_id)
    }

    /// Whether no scan can be added.
    pub fn is_full(&self) -> bool {
        self.kept.len() >= Self::MAX || self.next_id == u32::MAX
    }

    /// Adds one; none when the library is full.
    pub fn add(&mut self, value: T) -> Option<KeptId> {
        if self.is_full() {
            return None;
        }
        let id = self.next_id();
        self.next_id += 1;
        self.kept.push(Kept { id, value: Rc::new(value), foreign: false });
        Some(id)
    }

    /// Adds one as what was changed longest ago.
    pub fn add_first(&mut self, value: T) -> Option<KeptId> {
        let id = self.add(value)?;
        let kept = self.take(id)?;
        self.kept.insert(0, kept);
        Some(id)
    }

    /// Adds one that is somebody else's: nobody should go on with it by accident.
    pub fn add_foreign(&mut self, value: T) -> Option<KeptId> {
        let id = self.add_first(value)?;
        self.own(id, false);
        Some(id)
    }

    /// Says whose one is.
    pub fn own(&mut self, id: KeptId, own: bool) {
        if let Some(kept) = self.kept.iter_mut().find(|kept| kept.id == id) {
            kept.foreign = !own;
        }
    }

    /// What has that number.
    pub fn get(&self, id: KeptId) -> Option<&Rc<T>> {
        self.kept.iter().find(|kept| kept.id == id).map(|kept| &kept.value)
    }

    /// Changes one and moves it to the end, as the one last changed.
    pub fn change(&mut self, id: KeptId, change: impl FnOnce(&mut T)) {
        if let Some(value) = self.last_changed(id) {
            change(value);
        }
    }

    /// Moves one to the end, to change it.
    #[inline(never)]
    fn last_changed(&mut self, id: KeptId) -> Option<&mut T> {
        let kept = self.take(id)?;
        self.kept.push(kept);
        self.kept.last_mut().map(|kept| Rc::make_mut(&mut kept.value))
    }

    fn take(&mut self, id: KeptId) -> Option<Kept<T>> {
        let position = self.kept.iter().position(|kept| kept.id == id)?;
        Some(self.kept.remove(position))
    }

    /// Takes one out.
    pub fn remove(&mut self, id: KeptId) {
        self.take(id);
    }

    /// Puts back what was taken out, before the others. What has a number that another one has by now gets a new
    /// number.
    pub fn put_back(&mut self, removed: Vec<Kept<T>>) -> PutBack<T> {
        let mut back = Vec::with_capacity(removed.len());
        let (mut left, mut numbers) = (Vec::new(), Vec::new());
        for Kept { id, value, foreign } in removed {
            if self.get(id) == Some(&value) {
                numbers.push((id, id));
                continue;
            }
            let is_free = id.0 < self.next_id && self.get(id).is_none();
            let id_now = if is_free { Some(id) } else { self.next_id.checked_add(1).map(|_| self.next_id()) };
            match id_now.filter(|_| self.kept.len() + back.len() < Self::MAX) {
                Some(now) => {
                    self.next_id = self.next_id.max(now.0.saturating_add(1));
                    numbers.push((id, now));
                    back.push(Kept { id: now, value, foreign });
                }
                None => left.push(Kept { id, value, foreign }),
            }
        }
        back.append(&mut self.kept);
        self.kept = back;
        PutBack { left, numbers }
    }

    /// All, the one last changed last.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Kept<T>> + ExactSizeIterator {
        self.kept.iter()
    }

    /// What was changed last.
    pub fn latest(&self) -> Option<&Kept<T>> {
        self.kept.last()
    }

    /// What was changed last of what is one's own.
    pub fn latest_own(&self) -> Option<&Kept<T>> {
        self.kept.iter().rfind(|kept| !kept.foreign)
    }

    /// One that is the same in everything but its number.
    pub fn find_same(&self, value: &T) -> Option<KeptId> {
        self.kept.iter().find(|kept| *kept.value == *value).map(|kept| kept.id)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.kept.len()
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }
}
