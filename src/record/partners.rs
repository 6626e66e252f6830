//! What the other side answered, kept with one's own scan.

use std::rc::Rc;

use super::ScanId;
use crate::scan::Scan;

/// The scan of the other side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    /// What the other side answered; always of the other role.
    pub scan: Scan,
    /// Who has seen both sides.
    pub seen: Seen,
}

/// Who has seen one's own answers and those of the other side together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    /// Nobody, as far as is known here: one's own answers do not stand yet. Until then no screen shows the other's.
    NotYet,
    /// Who looks here: one's own answers stood before.
    Here,
    /// The other side too: both came in a link back, and nothing of one's own was changed since.
    ThereToo,
}

/// At most one partner for each scan, in the order of their numbers. There is none without its scan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Partners(Vec<(ScanId, Rc<Partner>)>);

impl Partners {
    /// The partner of a scan.
    pub fn get(&self, id: ScanId) -> Option<&Rc<Partner>> {
        self.0.iter().find(|(of, _)| *of == id).map(|(_, partner)| partner)
    }

    /// Keeps a partner with a scan, in place of one that is there.
    pub fn set(&mut self, id: ScanId, partner: Rc<Partner>) {
        self.take(id);
        let place = self.0.partition_point(|(of, _)| *of < id);
        self.0.insert(place, (id, partner));
    }

    /// Takes the partner of a scan out.
    pub fn take(&mut self, id: ScanId) -> Option<Rc<Partner>> {
        let place = self.0.iter().position(|(of, _)| *of == id)?;
        Some(self.0.remove(place).1)
    }

    /// From now on the answers of this partner may be seen.
    pub fn show(&mut self, id: ScanId) {
        self.see(id, |seen| seen.max(Seen::Here));
    }

    /// One's own side is no longer as this partner has it.
    pub fn outdate(&mut self, id: ScanId) {
        self.see(id, |seen| seen.min(Seen::Here));
    }

    fn see(&mut self, id: ScanId, now: fn(Seen) -> Seen) {
        if let Some((_, partner)) = self.0.iter_mut().find(|(of, _)| *of == id) {
            let partner = Rc::make_mut(partner);
            partner.seen = now(partner.seen);
        }
    }

    /// All partners with the number of the scan they belong to.
    pub fn iter(&self) -> impl Iterator<Item = (ScanId, &Rc<Partner>)> {
        self.0.iter().map(|(id, partner)| (*id, partner))
    }
}
