//! What the state knows of the other side and of other times, and what of the other side may be seen.

use super::{State, orders};
use crate::link::{LabelIn, write_result};
use crate::record::{Kept, Partner, ScanId, Seen, Store};
use crate::scan::{Pair, Role, Scan};

/// What this browser knows of both sides out of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BothHere {
    /// Both are kept, with this scan as one's own side.
    Kept(ScanId),
    /// The side of this role is kept here, the other is not: that one is one's own.
    Own(Role),
    /// Neither side is kept here, or both are but apart: which is one's own must be asked.
    NeitherOrEither,
}

/// The scan that was begun last, while nothing in it is answered.
pub(super) fn untouched(store: &Store) -> Option<&Kept> {
    store.library.latest_own().filter(|kept| kept.value.answers.is_empty())
}

/// That scan and its partner, when it is to answer an invitation.
pub(super) fn invited(store: &Store) -> Option<(&Kept, &Partner)> {
    let kept = untouched(store)?;
    Some((kept, store.partners.get(kept.id)?))
}

impl State {
    /// The other side's answers, once one's own stand: all statements have an answer, or somebody said so.
    pub fn partner_shown(&self, id: ScanId) -> Option<&Scan> {
        let (scan, partner) = (self.scan(id)?, self.store.partners.get(id)?);
        let stands = || self.content.knows(scan) && self.progress(scan).next.is_none();
        (partner.seen >= Seen::Here || stands()).then_some(&partner.scan)
    }

    /// Whether the other side has the very answers of both that are shown here, because they came from there.
    pub fn partner_has_both(&self, id: ScanId) -> bool {
        self.store.partners.get(id).is_some_and(|partner| partner.seen == Seen::ThereToo)
    }

    /// Both sides, as soon as they may be seen.
    pub fn both_sides(&self, id: ScanId) -> Option<Pair> {
        let other = self.partner_shown(id)?;
        Pair::of(Scan::clone(self.scan(id)?), other.clone()).ok()
    }

    /// The invitation that the scan which is being prepared will answer.
    pub fn invitation(&self) -> Option<&Scan> {
        invited(&self.store).map(|(_, partner)| &partner.scan)
    }

    /// The scan kept here that answers this invitation already.
    pub fn answers_invitation(&self, invitation: &Scan) -> Option<ScanId> {
        self.store.partners.iter().find(|(_, partner)| partner.scan == *invitation).map(|(id, _)| id)
    }

    /// Whether both sides out of a link are kept here, and if not, whether anything tells which side is one's own.
    pub fn both_here(&self, pair: &Pair) -> BothHere {
        let mut here = BothHere::NeitherOrEither;
        for &role in Role::ALL {
            let other = pair.get(role.partner());
            let Some(own) = self.own_side(pair.get(role), other) else { continue };
            if self.partner_shown(own.id) == Some(other) {
                return BothHere::Kept(own.id);
            }
            if own.foreign {
                // It came in a link of its own, so it tells nothing.
                continue;
            }
            here = match here {
                BothHere::NeitherOrEither => BothHere::Own(role),
                _ => BothHere::NeitherOrEither,
            };
        }
        here
    }

    /// The scan kept here of which this is what a link carries: the one with that partner, or else one without; and rather one
    /// of one's own.
    pub(super) fn own_side(&self, sent: &Scan, other: &Scan) -> Option<&Kept> {
        let orders = orders(&self.content);
        let text = |scan: &Scan| write_result(scan, LabelIn::LeftOut, &orders).ok();
        let wanted = text(sent)?;
        let kept = self.store.library.iter().filter(|kept| text(&kept.value).as_ref() == Some(&wanted));
        kept.min_by_key(|kept| match self.store.partners.get(kept.id) {
            Some(partner) if partner.scan == *other => 0_u8,
            None => 1 + u8::from(kept.foreign),
            Some(_) => 3,
        })
    }

    /// Other scans of the same side, the one to compare with first: the last before it, then the others, newest first.
    pub fn other_times(&self, id: ScanId) -> Vec<&Kept> {
        let Some(scan) = self.scan(id) else { return Vec::new() };
        let day = |scan: &Scan| (scan.changed_on, scan.started_on);
        let mut others: Vec<&Kept> = self.store.library.iter().collect();
        others.retain(|kept| kept.id != id && kept.value.role == scan.role && !kept.value.answers.is_empty());
        let key = |kept: &Kept| (day(&kept.value) <= day(scan), day(&kept.value), kept.id);
        crate::sort::arrange(&mut others, |a, b| key(a) > key(b));
        others
    }
}
