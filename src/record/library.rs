//! The scans that are kept.

use std::rc::Rc;

use crate::scan::Scan;

/// The number of a scan in this browser; it means nothing elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScanId(u32);

impl ScanId {
    /// The id of that number.
    pub const fn new(number: u32) -> ScanId {
        ScanId(number)
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// A scan with its number.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its number.
    pub id: ScanId,
    /// The scan.
    pub scan: Rc<Scan>,
}

/// Scans in the order in which they were last changed, oldest first. No number occurs twice or is given again.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    next_id: u32,
    scans: Vec<Kept>,
}

impl Default for Library {
    fn default() -> Library {
        Library { next_id: 1, scans: Vec::new() }
    }
}

impl Library {
    /// The most scans that are kept, so that a record stays well below what a browser allows.
    pub const MAX: usize = 500;

    /// A library as it was kept; none when a number occurs twice, is not below `next_id`, or there are too many.
    pub fn restore(next_id: ScanId, scans: Vec<(ScanId, Scan)>) -> Option<Library> {
        let mut library = Library { next_id: next_id.0, scans: Vec::with_capacity(scans.len()) };
        for (id, scan) in scans {
            if id >= next_id || library.get(id).is_some() || library.scans.len() >= Library::MAX {
                return None;
            }
            library.scans.push(Kept { id, scan: Rc::new(scan) });
        }
        Some(library)
    }

    /// The number that the next scan gets.
    pub const fn next_id(&self) -> ScanId {
        ScanId(self.next_id)
    }

    /// Whether no scan can be added.
    pub fn is_full(&self) -> bool {
        self.scans.len() >= Library::MAX || self.next_id == u32::MAX
    }

    /// Adds a scan; none when the library is full.
    pub fn add(&mut self, scan: Scan) -> Option<ScanId> {
        if self.is_full() {
            return None;
        }
        let id = self.next_id();
        self.next_id += 1;
        self.scans.push(Kept { id, scan: Rc::new(scan) });
        Some(id)
    }

    /// The scan of that number.
    pub fn get(&self, id: ScanId) -> Option<&Rc<Scan>> {
        self.scans.iter().find(|kept| kept.id == id).map(|kept| &kept.scan)
    }

    /// Changes a scan and moves it to the end, as the one last changed.
    pub fn change(&mut self, id: ScanId, change: impl FnOnce(&mut Scan)) {
        let Some(position) = self.scans.iter().position(|kept| kept.id == id) else { return };
        let mut kept = self.scans.remove(position);
        change(Rc::make_mut(&mut kept.scan));
        self.scans.push(kept);
    }

    /// Takes a scan out.
    pub fn remove(&mut self, id: ScanId) {
        self.scans.retain(|kept| kept.id != id);
    }

    /// Puts scans back that were taken out, before the others; returns those for which there is no room.
    pub fn put_back(&mut self, removed: Vec<Kept>) -> Vec<Kept> {
        let (mut back, left): (Vec<_>, Vec<_>) = removed
            .into_iter()
            .filter(|kept| self.get(kept.id).is_none())
            .partition(|kept| kept.id.0 < self.next_id);
        let room = Library::MAX.saturating_sub(self.scans.len()).min(back.len());
        let mut left: Vec<Kept> = left.into_iter().chain(back.split_off(room)).collect();
        left.sort_by_key(|kept| kept.id);
        self.scans.splice(0..0, back);
        left
    }

    /// The scans, the one last changed last.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Kept> + ExactSizeIterator {
        self.scans.iter()
    }

    /// The scan that was changed last.
    pub fn latest(&self) -> Option<&Kept> {
        self.scans.last()
    }

    /// A scan that is the same in everything but its number.
    pub fn find_same(&self, scan: &Scan) -> Option<ScanId> {
        self.scans.iter().find(|kept| *kept.scan == *scan).map(|kept| kept.id)
    }

    /// How many scans there are.
    pub fn len(&self) -> usize {
        self.scans.len()
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.scans.is_empty()
    }
}
