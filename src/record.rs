//! The stored format (`docs/formats/store.md`): everything this browser keeps, as one text.
//!
//! A record is a header line `samenscan.store VERSION REVISION CHECKSUM` and a JSON body. It is written to two
//! slots in turn, so that a write that fails half-way leaves the one before it. The checksum covers version,
//! revision and body.

mod library;
mod partners;
pub mod wire;

use std::rc::Rc;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

pub use library::{Kept, KeptId, Library, PlanNumber, PutBack, ScanId};
pub use partners::{Partner, Partners, Seen};

use crate::content::Content;
use crate::json::{Json, Writer};
use crate::plan::{Goal, Plan, TargetGroup, TimeLevel};
use crate::scan::{Role, Sector};
use crate::to_text::{ToText, number};
use crate::tree::{self, Fields, FromTree, ToJson, Trouble, both_ways, from_tree};
use wire::WireScan;

/// The version this code writes, and the newest it can read.
pub const VERSION: u32 = 1;
/// The largest record that is read, in bytes. Browsers keep about 5 MB for a site.
pub const MAX_BYTES: usize = 4_000_000;
/// How many slots a record is written to in turn.
pub const SLOTS: usize = 2;

const MARK: &str = "samenscan.store";

/// Everything that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Store {
    /// What somebody chose for the whole application.
    pub preferences: Preferences,
    /// The scans.
    pub library: Library,
    /// What the other side answered, for the scans of which that is known.
    pub partners: Partners,
    /// The plans.
    pub plans: Library<Plan>,
    /// What was chosen last in the stepper.
    pub wish: Wish,
}

/// What was chosen so far in the three steps of the stepper; any of them may still be open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The goals.
    pub goals: Vec<Goal>,
    /// The target groups.
    pub groups: Vec<TargetGroup>,
    /// The time.
    pub time: Option<TimeLevel>,
}

/// What somebody chose for the whole application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Which party they speak for.
    pub role: Option<Role>,
    /// The kind of school.
    pub sector: Option<Sector>,
}

/// Why a record cannot be used. It is set aside, never deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordProblem {
    /// It does not read as a record, or its checksum does not fit.
    Corrupt,
    /// It was written by a newer version.
    Newer,
}

/// What was found in the slots.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The newest usable store.
    pub store: Store,
    /// Its revision; 0 when nothing was kept.
    pub revision: u64,
    /// The slots whose text must be set aside, and why.
    pub unusable: Vec<(usize, RecordProblem)>,
}

/// Reads the slots and picks the newest usable record.
pub fn read(slots: &[Option<String>; SLOTS], content: &Content) -> Found {
    let mut found = Found { store: Store::default(), revision: 0, unusable: Vec::new() };
    for (slot, text) in slots.iter().enumerate() {
        let Some(text) = text else { continue };
        match decode(text, content) {
            Ok((revision, store)) if revision > found.revision => {
                found.revision = revision;
                found.store = store;
            }
            Ok(_) => {}
            Err(problem) => found.unusable.push((slot, problem)),
        }
    }
    found
}

/// The newest revision the slots claim, without reading their bodies.
pub fn newest_revision(slots: &[Option<String>; SLOTS]) -> u64 {
    slots.iter().flatten().filter_map(|text| header(text)).map(|header| header.revision).max().unwrap_or(0)
}

/// The slot that a revision is written to.
pub const fn slot_of(revision: u64) -> usize {
    (revision % SLOTS as u64) as usize
}

/// Writes a store as a record.
pub fn encode(store: &Store, revision: u64) -> String {
    let body = tree::write(store);
    let checksum = checksum(VERSION, revision, &body);
    let mut record = String::with_capacity(body.len() + 48);
    for part in
        [MARK, " ", &VERSION.to_text(), " ", &revision.to_text(), " ", &checksum.to_text(), "\n", &body]
    {
        record.push_str(part);
    }
    record
}

/// Reads a record.
///
/// # Errors
/// When it is damaged or newer than this code.
pub fn decode(text: &str, content: &Content) -> Result<(u64, Store), RecordProblem> {
    if text.len() > MAX_BYTES {
        return Err(RecordProblem::Corrupt);
    }
    let Header { version, revision, checksum: expected, body } =
        header(text).ok_or(RecordProblem::Corrupt)?;
    if version > VERSION {
        return Err(RecordProblem::Newer);
    }
    if version == 0 || checksum(version, revision, body) != expected {
        return Err(RecordProblem::Corrupt);
    }
    let body: Body = tree::read_text(body).map_err(|_| RecordProblem::Corrupt)?;
    let read_scan = |scan: WireScan| {
        scan.into_scan(content).map_err(|problem| match problem {
            wire::ScanProblem::NewerContent => RecordProblem::Newer,
            wire::ScanProblem::Impossible => RecordProblem::Corrupt,
        })
    };
    let mut scans = Vec::with_capacity(body.scans.len());
    let mut partners = Partners::default();
    let mut foreign = Vec::new();
    for kept in body.scans {
        let (id, scan) = (ScanId::new(kept.id), read_scan(kept.scan)?);
        if let Some(WirePartner { seen, scan: partner }) = kept.partner {
            let partner = Partner { scan: read_scan(partner)?, seen };
            if partner.scan.role == scan.role {
                return Err(RecordProblem::Corrupt);
            }
            partners.set(id, Rc::new(partner));
        }
        foreign.extend(kept.foreign.then_some(id));
        scans.push((id, scan));
    }
    let mut library = Library::restore(ScanId::new(body.next_id), scans).ok_or(RecordProblem::Corrupt)?;
    foreign.into_iter().for_each(|id| library.own(id, false));
    let mut plans = Vec::with_capacity(body.plans.len());
    for kept in body.plans {
        plans.push((PlanNumber::new(kept.id), kept.plan));
    }
    let plans = Library::restore(PlanNumber::new(body.next_plan), plans).ok_or(RecordProblem::Corrupt)?;
    let preferences = Preferences { role: body.role, sector: body.school_kind };
    Ok((revision, Store { preferences, library, partners, plans, wish: body.wish }))
}

struct Header<'a> {
    version: u32,
    revision: u64,
    checksum: u32,
    body: &'a str,
}

fn header(text: &str) -> Option<Header<'_>> {
    let (line, body) = text.split_once('\n')?;
    let mut words = line.split(' ');
    if words.next()? != MARK {
        return None;
    }
    let header = Header {
        version: number(words.next()?)?,
        revision: number(words.next()?)?,
        checksum: number(words.next()?)?,
        body,
    };
    // There is always a next revision.
    (words.next().is_none() && header.revision < u64::MAX).then_some(header)
}

fn checksum(version: u32, revision: u64, body: &str) -> u32 {
    const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    let mut digest = CRC.digest();
    digest.update(&version.to_le_bytes());
    digest.update(&revision.to_le_bytes());
    digest.update(body.as_bytes());
    digest.finalize()
}

struct Body {
    role: Option<Role>,
    school_kind: Option<Sector>,
    next_id: u32,
    scans: Vec<WireKept>,
    next_plan: u32,
    plans: Vec<WireKeptPlan>,
    wish: Wish,
}

struct WireKeptPlan {
    id: u32,
    plan: Plan,
}

struct WireKept {
    id: u32,
    scan: WireScan,
    /// Left out when it is not so.
    foreign: bool,
    /// Left out when there is none.
    partner: Option<WirePartner>,
}

struct WirePartner {
    seen: Seen,
    scan: WireScan,
}

from_tree! {
    Body { role, school_kind, next_id, scans, next_plan, plans, wish }
    WireKeptPlan { id, plan }
}
both_ways! { Wish { goals, groups, time } }

impl FromTree for WireKept {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> WireKept {
        let (foreign, partner) = (tree.get("foreign"), tree.get("partner"));
        let more = usize::from(foreign.is_some()) + usize::from(partner.is_some());
        let fields = Fields::of(tree, 2 + more, trouble);
        WireKept {
            id: fields.get("id", trouble),
            scan: fields.get("scan", trouble),
            foreign: foreign.is_some_and(|foreign| bool::from_tree(foreign, trouble)),
            partner: partner.map(|partner| WirePartner::from_tree(partner, trouble)),
        }
    }
}

impl FromTree for WirePartner {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> WirePartner {
        let there_too = tree.get("there_too");
        let fields = Fields::of(tree, 2 + usize::from(there_too.is_some()), trouble);
        let mut seen = if fields.get("shown", trouble) { Seen::Here } else { Seen::NotYet };
        if let Some(too) = there_too {
            // Only after it was shown here.
            if seen == Seen::NotYet || !bool::from_tree(too, trouble) {
                trouble.note();
            }
            seen = Seen::ThereToo;
        }
        WirePartner { seen, scan: fields.get("scan", trouble) }
    }
}

impl ToJson for Store {
    fn write(&self, to: &mut Writer) {
        let Store { preferences: Preferences { role, sector }, library, partners, plans, wish } = self;
        let fields: [(&str, &dyn ToJson); 7] = [
            ("role", role),
            ("school_kind", sector),
            ("next_id", &library.next_id().get()),
            ("scans", &Scans { library, partners }),
            ("next_plan", &plans.next_id().get()),
            ("plans", plans),
            ("wish", wish),
        ];
        tree::write_fields(&fields, to);
    }
}

/// Scans, each with its partner.
struct Scans<'a> {
    library: &'a Library,
    partners: &'a Partners,
}

impl ToJson for Scans<'_> {
    fn write(&self, to: &mut Writer) {
        to.open('[');
        for Kept { id, value, foreign } in self.library.iter() {
            to.entry();
            to.open('{');
            tree::write_field("id", &id.get(), to);
            tree::write_field("scan", &**value, to);
            if *foreign {
                tree::write_field("foreign", foreign, to);
            }
            if let Some(partner) = self.partners.get(*id) {
                tree::write_field("partner", &**partner, to);
            }
            to.close('}');
        }
        to.close(']');
    }
}

impl ToJson for Partner {
    fn write(&self, to: &mut Writer) {
        let Partner { scan, seen } = self;
        to.open('{');
        tree::write_field("shown", &(*seen >= Seen::Here), to);
        tree::write_field("scan", scan, to);
        if *seen == Seen::ThereToo {
            tree::write_field("there_too", &true, to);
        }
        to.close('}');
    }
}

impl ToJson for Library<Plan> {
    fn write(&self, to: &mut Writer) {
        to.open('[');
        for Kept { id, value, .. } in self.iter() {
            to.entry();
            tree::write_fields(&[("id", &id.get()), ("plan", &**value)], to);
        }
        to.close(']');
    }
}
