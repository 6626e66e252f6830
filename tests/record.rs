//! What a browser keeps: round trips, damage of every kind, two slots, and records that must be read for ever.

mod frozen;
mod real;

use std::rc::Rc;

use frozen::stores;
use proptest::prelude::*;
use real::{QUICK, any_plan, any_scan, content, scan};
use samenscan::content::Content;
use samenscan::plan::{Goal, TargetGroup, TimeLevel};
use samenscan::record::{
    self, Library, MAX_BYTES, Partner, Partners, Preferences, RecordProblem, SLOTS, ScanId, Seen, Store,
    VERSION, Wish, decode, encode, newest_revision, slot_of,
};
use samenscan::scan::{Role, Scan, Sector, Variant};
use {RecordProblem::Corrupt, RecordProblem::Newer};

fn store() -> Store {
    let content = content("nl");
    let mut store = Store {
        preferences: Preferences { role: Some(Role::School), sector: Some(Sector::Primary) },
        ..Store::default()
    };
    store.plans.add(real::plan());
    store.wish.goals.push(Goal::Innovation);
    let mut one = scan(&content, Role::Company, Variant::Quick, QUICK);
    one.label = real::nasty_label();
    store.library.add(one);
    store.library.add(scan(&content, Role::School, Variant::Full, real::FULL));
    store.library.change(ScanId::new(1), |scan| scan.sector = Sector::HigherProfessional);
    store
}

/// A record of this body, sealed as the page in docs says, by other means than the program.
fn sealed(version: u32, revision: u64, body: &str) -> String {
    let mut checksum = u32::MAX;
    let bytes = version.to_le_bytes().into_iter().chain(revision.to_le_bytes()).chain(body.bytes());
    for byte in bytes {
        checksum ^= u32::from(byte);
        for _ in 0..8 {
            checksum = if checksum & 1 == 1 { (checksum >> 1) ^ 0xEDB8_8320 } else { checksum >> 1 };
        }
    }
    format!("samenscan.store {version} {revision} {}\n{body}", !checksum)
}

fn body(record: &str) -> &str {
    record.split_once('\n').expect("a header").1
}

#[test]
fn a_record_is_sealed_as_its_page_says() {
    let record = encode(&store(), 42);
    assert_eq!(record, sealed(VERSION, 42, body(&record)));
    assert_eq!(decode(&record, &content("nl")), Ok((42, store())));
    assert_eq!(decode(&record, &content("en")), Ok((42, store())), "no language is kept with it");
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/formats/store.md"));
    let empty = encode(&Store::default(), 1);
    assert!(
        text.expect("the page").contains("`samenscan.store`") && empty.starts_with("samenscan.store 1 1 ")
    );
}

#[test]
fn a_torn_or_changed_record_is_never_used() {
    let content = content("nl");
    let record = encode(&store(), 7);
    for (end, _) in record.char_indices() {
        assert_eq!(decode(&record[..end], &content), Err(Corrupt), "the first {end} bytes");
    }
    for (position, byte) in record.bytes().enumerate().filter(|(_, byte)| byte.is_ascii()) {
        for other in [byte ^ 1, byte ^ 2, byte ^ 4] {
            let mut changed = record.clone().into_bytes();
            changed[position] = other;
            let changed = String::from_utf8(changed).expect("text");
            assert!(decode(&changed, &content).is_err(), "byte {position} is {}", char::from(other));
        }
    }
    assert_eq!(decode(&format!("{record} "), &content), Err(Corrupt));
    assert_eq!(decode(&format!(" {record}"), &content), Err(Corrupt));
}

#[test]
fn what_is_no_record_is_corrupt_and_what_is_newer_is_newer() {
    let content = content("nl");
    let check = |text: &str, expect| assert_eq!(decode(text, &content), Err(expect), "{text:.60}");
    for junk in [
        "",
        "\n",
        "x",
        "{}",
        "null",
        "samenscan.store",
        "samenscan.store\n{}",
        "samenscan.store 1 1\n{}",
        "samenscan.store 1 1 0 0\n{}",
        "samenscan.store -1 1 0\n{}",
        "samenscan.store 1 x 0\n{}",
        "samenscan.link 1 1 0\n{}",
        "samenscan.store  1 1 0\n{}",
        "samenscan.store 99999999999 1 0\n{}",
        "\u{FEFF}samenscan.store 2 1 0\n{}",
        "\u{0}\u{0}\n\u{0}",
    ] {
        check(junk, Corrupt);
    }
    let empty = body(&encode(&Store::default(), 1)).to_owned();
    let empty = empty.as_str();
    assert_eq!(decode(&sealed(1, 1, empty), &content), Ok((1, Store::default())));
    check(&sealed(0, 1, empty), Corrupt);
    check(&sealed(1, u64::MAX, empty), Corrupt);
    check(&sealed(2, 1, "[\"a form that is not known yet\"]"), Newer);
    check("samenscan.store 2 1 0\nwith another kind of checksum", Newer);
    check(&sealed(1, 1, &"[".repeat(10_000)), Corrupt);
    // White space at the end of JSON means nothing, so only the length is wrong.
    let padded = |length: usize| format!("{empty}{}", " ".repeat(length - empty.len()));
    // Room for the header.
    let most = MAX_BYTES - 40;
    assert!(decode(&sealed(1, 1, &padded(most)), &content).is_ok(), "up to the limit it is read");
    check(&sealed(1, 1, &padded(MAX_BYTES)), Corrupt);
}

#[test]
fn a_body_with_an_impossible_value_is_corrupt() {
    let content = content("nl");
    let good = encode(&store(), 3);
    let check = |from: &str, to: &str, expect: Result<u64, RecordProblem>| {
        assert!(body(&good).contains(from), "{from} is not in {good}");
        let record = sealed(VERSION, 3, &body(&good).replacen(from, to, 1));
        assert_eq!(decode(&record, &content).map(|(revision, _)| revision), expect, "{from} → {to}");
    };
    check("\"next_id\":3", "\"next_id\":4", Ok(3));
    check("\"next_id\":3", "\"next_id\":2", Err(Corrupt));
    check("\"next_id\":3", "\"next_id\":-3", Err(Corrupt));
    check("\"next_id\":3", "\"more\":1,\"next_id\":3", Err(Corrupt));
    check("\"next_id\":3,", "", Err(Corrupt));
    check("\"id\":2", "\"id\":1", Err(Corrupt));
    check("\"role\":\"school\"", "\"role\":\"pupil\"", Err(Corrupt));
    check("\"S1\":4", "\"S1\":6", Err(Corrupt));
    check("\"S1\":4", "\"S1\":0", Err(Corrupt));
    check("\"S1\":4", "\"S1\":\"maybe\"", Err(Corrupt));
    check("\"S1\":4", "\"s1\":4", Err(Corrupt));
    check("\"S1\":4", "\"X9\":4", Err(Corrupt));
    check("2026-11-20", "2026-11-23", Err(Corrupt));
    check("2026-11-20", "2026-02-30", Err(Corrupt));
    check("\"content_version\":1", "\"content_version\":0", Err(Corrupt));
    check("\"content_version\":1", "\"content_version\":65535", Err(Newer));
    check("\"next_plan\":2", "\"next_plan\":1", Err(Corrupt));
    check("\"plans\":[{\"id\":1", "\"plans\":[{\"id\":1,\"more\":1", Err(Corrupt));
    check("0000000000000007", "7", Err(Corrupt));
    check("2027-02-01", "2027-02-30", Err(Corrupt));
    check("\"innovation\"", "\"profit\"", Err(Corrupt));
    check("zzz\",\"content", &format!("{}\",\"content", "z".repeat(90)), Err(Corrupt));
}

#[test]
fn a_partner_is_of_the_other_side() {
    let content = content("nl");
    let mut store = Store::default();
    let own = store.library.add(scan(&content, Role::Company, Variant::Quick, QUICK)).expect("room");
    let other = scan(&content, Role::School, Variant::Full, real::FULL);
    store.partners.set(own, Rc::new(Partner { scan: other, seen: Seen::NotYet }));
    let good = encode(&store, 3);
    let check = |from: &str, to: &str, expect: Result<u64, RecordProblem>| {
        assert!(body(&good).contains(from), "{from} is not in {good}");
        let record = sealed(VERSION, 3, &body(&good).replacen(from, to, 1));
        assert_eq!(decode(&record, &content).map(|(revision, _)| revision), expect, "{from} → {to}");
    };
    let partner = "\"partner\":{\"shown\":false,\"scan\":{\"role\":\"school\"";
    check(partner, partner, Ok(3));
    check(partner, &partner.replace("school", "company"), Err(Corrupt));
    check(partner, &partner.replace("false", "0"), Err(Corrupt));
    check(partner, &partner.replace("\"shown\":false,", ""), Err(Corrupt));
    check(partner, &partner.replace("partner", "friend"), Err(Corrupt));
    let too = partner.replace(",\"scan\"", ",\"there_too\":true,\"scan\"");
    check(partner, &too, Err(Corrupt));
    check(partner, &too.replace("false", "true"), Ok(3));
    check(partner, &too.replace("false", "true").replace("too\":true", "too\":1"), Err(Corrupt));
    check(partner, &format!("\"foreign\":true,{partner}"), Ok(3));
    check(partner, &format!("\"foreign\":1,{partner}"), Err(Corrupt));
    check(partner, &format!("\"foreign\":true,\"foreign\":true,{partner}"), Err(Corrupt));
    let version = "\"variant\":\"full\",\"content_version\":1";
    check(version, &version.replace('1', "65535"), Err(Newer));
    // A newer version may have made it by other rules.
    let label = format!("\"variant\":\"full\",\"label\":\"{}\",\"content_version\":1", "x".repeat(81));
    check(version, &label, Err(Corrupt));
    check(version, &label.replace(":1", ":65535"), Err(Newer));
}

#[test]
fn a_library_never_has_more_scans_than_it_may() {
    let content = content("nl");
    let one = scan(&content, Role::School, Variant::Full, real::FULL);
    let restore = |count: u32| {
        let scans = (1..=count).map(|id| (ScanId::new(id), one.clone())).collect();
        Library::restore(ScanId::new(count + 1), scans)
    };
    let most = u32::try_from(Library::<Scan>::MAX).expect("a small number");
    let full = restore(most).expect("as many as may be");
    assert_eq!(restore(most + 1), None);
    let full = Store { library: full, ..Store::default() };
    let record = encode(&full, 1);
    assert!(record.len() < MAX_BYTES / 4, "a full library stays well below the limit: {}", record.len());
    assert_eq!(decode(&record, &content), Ok((1, full.clone())));
    let mut library = full.library;
    assert_eq!(library.add(one.clone()), None);
    library.remove(ScanId::new(3));
    assert_eq!(library.add(one), Some(ScanId::new(most + 1)), "a number is never given twice");
}

#[test]
fn the_newest_usable_slot_is_read_and_the_others_are_told() {
    let content = content("nl");
    let (old, new) = (Store::default(), store());
    let (old_record, new_record) = (encode(&old, 8), encode(&new, 9));
    let torn = &new_record[..new_record.len() / 2];
    let check = |slots: [Option<&str>; SLOTS],
                 revision,
                 store: &Store,
                 unusable: &[(usize, RecordProblem)]| {
        let found = record::read(&slots.map(|slot| slot.map(str::to_owned)), &content);
        assert_eq!((found.revision, &found.store, found.unusable.as_slice()), (revision, store, unusable));
    };
    check([None, None], 0, &Store::default(), &[]);
    check([Some(&old_record), None], 8, &old, &[]);
    check([Some(&old_record), Some(&new_record)], 9, &new, &[]);
    check([Some(&new_record), Some(&old_record)], 9, &new, &[]);
    check([Some(&old_record), Some(torn)], 8, &old, &[(1, Corrupt)]);
    check([Some(torn), Some(&new_record)], 9, &new, &[(0, Corrupt)]);
    check([Some(torn), Some("x")], 0, &Store::default(), &[(0, Corrupt), (1, Corrupt)]);
    check([Some("samenscan.store 2 99 0\n"), Some(&new_record)], 9, &new, &[(0, Newer)]);
}

#[test]
fn the_slots_are_written_in_turn() {
    for revision in 1..100 {
        assert!(slot_of(revision) < SLOTS);
        assert_ne!(slot_of(revision), slot_of(revision + 1), "the last good record is not written over");
    }
}

#[test]
fn the_newest_revision_is_told_by_the_headers() {
    let check = |slots: [Option<&str>; SLOTS], expect| {
        assert_eq!(newest_revision(&slots.map(|slot| slot.map(str::to_owned))), expect, "{slots:?}");
    };
    check([None, None], 0);
    check([Some("x"), None], 0);
    check([Some("samenscan.store 1 8 1\n"), Some("samenscan.store 1 9 1\nx")], 9);
    check([Some("samenscan.store 2 10 1\n"), Some("samenscan.store 1 9 1\n")], 10);
    check([Some("samenscan.store 1 18446744073709551615 1\n"), Some("samenscan.store 1 9 1\n")], 9);
    check([Some("other 1 10 1\n"), Some("samenscan.store 1 9 1")], 0);
}

#[test]
fn answers_to_statements_that_are_gone_are_kept() {
    let now = content("nl");
    let mut later = Content::clone(&now);
    later.version += 1;
    later.statements.retain(|statement| statement.id != real::id("S1"));
    let record = encode(&store(), 5);
    assert!(record.contains("\"S1\":4"));
    assert_eq!(decode(&record, &later), Ok((5, store())));
    let of_later = record.replace("\"content_version\":1", "\"content_version\":2");
    let of_later = sealed(1, 5, body(&of_later));
    assert_eq!(decode(&of_later, &later), Err(Corrupt), "it was gone by then");
    assert_eq!(decode(&of_later, &now), Err(Newer));
}

/// The frozen records, with what they mean.
#[test]
fn frozen_records_are_read_for_ever() {
    let content = content("nl");
    let examples = stores();
    frozen::each("store", &examples, |text, (revision, store)| {
        assert_eq!(decode(text, &content).as_ref(), Ok(&(*revision, store.clone())));
    });
    if VERSION == 1 {
        frozen::each("store", &examples, |text, (revision, store)| {
            assert_eq!(encode(store, *revision), text, "another form is another version");
        });
    }
}

#[test]
#[ignore = "writes the examples of a new version, once"]
fn freeze() {
    frozen::write("store", &stores(), |(revision, store)| encode(store, *revision));
}

const SEEN: [Seen; 3] = [Seen::NotYet, Seen::Here, Seen::ThereToo];

fn any_store(content: &Rc<Content>) -> impl Strategy<Value = Store> + use<> {
    let role = prop::option::of(prop::sample::select(Role::ALL));
    let sector = prop::option::of(prop::sample::select(Sector::ALL));
    let partner = prop::option::of((any_scan(content), prop::sample::select(&SEEN[..])));
    let scans = prop::collection::vec((any_scan(content), 1..4_u32, partner), 0..5);
    let plans = prop::collection::vec(any_plan(), 0..3);
    let goals = prop::sample::subsequence(Goal::ALL, 0..=Goal::ALL.len());
    let groups = prop::sample::subsequence(TargetGroup::ALL, 0..=TargetGroup::ALL.len());
    let time = prop::option::of(prop::sample::select(TimeLevel::ALL));
    let wish = (goals, groups, time).prop_map(|(goals, groups, time)| Wish { goals, groups, time });
    (role, sector, scans, plans, wish).prop_map(|(role, sector, scans, plans, wish)| {
        let mut id = 0;
        let mut partners = Partners::default();
        let scans: Vec<(ScanId, Scan)> = scans
            .into_iter()
            .map(|(scan, step, partner)| {
                id += step;
                if let Some((other, seen)) = partner {
                    let other = Scan { role: scan.role.partner(), ..other };
                    partners.set(ScanId::new(id), Rc::new(Partner { scan: other, seen }));
                }
                (ScanId::new(id), scan)
            })
            .collect();
        let foreign: Vec<ScanId> = scans.iter().map(|(id, _)| *id).filter(|id| id.get() % 3 == 0).collect();
        let mut library = Library::restore(ScanId::new(id + 1), scans).expect("a library");
        foreign.into_iter().for_each(|id| library.own(id, false));
        let mut store =
            Store { preferences: Preferences { role, sector }, library, partners, wish, ..Store::default() };
        for plan in plans {
            store.plans.add(plan).expect("room");
        }
        store
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_store_is_read_back(store in any_store(&content("nl")), revision in 0..u64::MAX) {
        let record = encode(&store, revision);
        prop_assert_eq!(&record, &sealed(VERSION, revision, body(&record)));
        prop_assert_eq!(decode(&record, &content("nl")), Ok((revision, store)));
    }

    #[test]
    fn no_text_panics(header in "(samenscan.store [0-2] [0-9]{1,20} [0-9]{1,10}\n)?", text in "[ -~\u{0}-\u{ff}]{0,80}") {
        let text = header + &text;
        let _ = (decode(&text, &content("nl")), newest_revision(&[Some(text.clone()), None]));
        let _ = decode(&sealed(1, 1, &text), &content("nl"));
    }
}
