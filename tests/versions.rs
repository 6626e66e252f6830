//! Scans of an earlier content version, once there is a later one: each way in, each screen, each way out.
//!
//! The second version is made here from the real content: one statement gone, one new, one reworded, two that changed
//! places, and one that the quick scan asks instead of another.

mod page;
mod real;
mod versioned;

use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

use page::Page;
use proptest::prelude::*;
use real::{FULL, QUICK, any_scan, day, id, scan, scored};
use samenscan::app::{
    Action, MirrorAction, Notice, Page as Around, Rest, Route, ShareAction, State, Storage, update,
};
use samenscan::content::authoring::{Authored, Files, read_files};
use samenscan::content::{Content, LaterContent, Text};
use samenscan::export::group_csv;
use samenscan::export::json::ImportProblem;
use samenscan::export::{csv, json, text};
use samenscan::gather::{Gathered, Gathering};
use samenscan::link::{self, Fragment, LabelIn, Link, ReadError, write_both, write_invitation, write_result};
use samenscan::record::{self, Partner, ScanId, Seen, Store};
use samenscan::scan::compare::{Again, Mirror, WhyNotCompared};
use samenscan::scan::group::Filter;
use samenscan::scan::{Answer, Pair, Role, Scan, StatementId, Variant};
use samenscan::ui::effects;
use samenscan::ui::prerender;
use samenscan::wording;
use versioned::first_version;

const ONE: ScanId = ScanId::new(1);
const TWO: ScanId = ScanId::new(2);
const LANGUAGES: [&str; 2] = ["nl", "en"];
/// Nothing is left open; S3 is `4` and S5 is `4`, S8 is asked by the second version only.
const WHOLE: &str = "4445454 2212323 3334343 5?4-333";

/// The part of scan.toml about one statement.
fn block(scan: &str, id: &str) -> String {
    let start = scan.find(&format!("[[statement]]\nid = \"{id}\"\n")).expect("the statement");
    let rest = &scan[start + 1..];
    let end = rest.find("[[statement]]").expect("a next statement");
    scan[start..=start + end].to_owned()
}

/// Another value for some keys of a statement, each of which stands in it once or first.
fn with(block: &str, values: &[(&str, &str)]) -> String {
    let mut lines: Vec<String> = block.lines().map(str::to_owned).collect();
    for (key, value) in values {
        let start = format!("{key} = ");
        let line = lines.iter_mut().find(|line| line.starts_with(&start)).expect("the key");
        *line = format!("{start}{value}");
    }
    lines.join("\n") + "\n"
}

/// The first version made into a second one; it is still to be frozen.
fn second_version(mut files: Files) -> Files {
    let scan = files.get_mut("scan.toml").expect("the scan");
    *scan = scan.replacen("\nversion = 1\n", "\nversion = 2\n", 1);
    let words = |nl: &'static str, en: &'static str| {
        [("school.nl", nl), ("school.en", en), ("company.nl", nl), ("company.en", en)]
    };
    let changes: [(&str, Vec<(&str, &str)>); 4] = [
        // S3 gives its place to a new statement.
        ("S3", {
            let names = [("label.nl", "\"Vaste uren\""), ("label.en", "\"Fixed hours\"")];
            let words = words("\"Er zijn vaste uren voor.\"", "\"There are fixed hours for it.\"");
            names.into_iter().chain(words).collect()
        }),
        ("S5", {
            let words = words("\"Er staat nu iets anders.\"", "\"It says something else now.\"");
            [("wording", "2")].into_iter().chain(words).collect()
        }),
        // The quick scan asks T5 instead of T4.
        ("T4", vec![("quick", "false")]),
        ("T5", vec![("quick", "true")]),
    ];
    for (id, values) in changes {
        let old = block(scan, id);
        let new = with(&old, &values);
        assert_ne!(old, new);
        *scan = scan.replace(&old, &if id == "S3" { new.replace("S3", "S8") } else { new });
    }
    // S1 and S2 change places.
    let (first, second) = (block(scan, "S1"), block(scan, "S2"));
    *scan = scan.replace(&format!("{first}{second}"), &format!("{second}{first}"));
    files
}

/// Both parts of each version in each language, as JSON.
fn compiled() -> &'static [Vec<(String, String)>; 2] {
    static COMPILED: OnceLock<[Vec<(String, String)>; 2]> = OnceLock::new();
    COMPILED.get_or_init(|| {
        let files = read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("content");
        let first = first_version(files);
        let mut second = second_version(first.clone());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("second-version");
        let _ = std::fs::remove_dir_all(&folder);
        let authored = Authored::parse(second.clone()).expect("content that can be read");
        let frozen = authored.freeze(&folder).expect("content without problems").expect("a new version");
        second.insert("frozen/2.toml".to_owned(), std::fs::read_to_string(frozen).expect("what was frozen"));
        let json = |content: &Content| {
            let (first, later) = content.parted();
            (serde_json::to_string(&first).expect("JSON"), serde_json::to_string(&later).expect("JSON"))
        };
        [first, second].map(|files| {
            let contents = Authored::parse(files).expect("content").compile().expect("no problems");
            contents.iter().map(json).collect()
        })
    })
}

/// What a browser has of a version: the part for the first answer, and all of it.
fn parts(version: usize, language: &str) -> (Content, Content) {
    let place = LANGUAGES.iter().position(|one| *one == language).expect("a language");
    let (first, later) = &compiled()[version - 1][place];
    let first = Content::read(first).expect("content");
    let whole = first.completed(LaterContent::read(later).expect("the rest")).expect("they fit");
    (first, whole)
}

fn old() -> Rc<Content> {
    Rc::new(parts(1, "nl").1)
}

fn new() -> Rc<Content> {
    Rc::new(parts(2, "nl").1)
}

/// The name of the statement that is gone.
fn gone() -> Text {
    old().name(id("S3"))
}

fn scan_of(content: &Content, role: Role, given: &str) -> Scan {
    Scan { started_on: day("2026-11-22"), ..scan(content, role, Variant::Full, given) }
}

fn begin(content: Content, store: Store, route: Route) -> State {
    let rest = if content.is_whole() { Rest::Here } else { Rest::NotYet };
    let state = State::new(Rc::new(content), day("2028-01-10"), store, Storage::Works, route);
    let page = Around { address: Some("https://example.org/".into()), has_share_sheet: false };
    State { rest, page, ..state }
}

fn keeping(content: Content, scans: &[&Scan], route: Route) -> State {
    let mut store = Store::default();
    scans.iter().for_each(|scan| assert!(store.library.add(Scan::clone(scan)).is_some()));
    begin(content, store, route)
}

fn at(state: &State, route: Route) -> State {
    update(state, Action::Go(route))
}

fn open(state: &State, link: &Fragment) -> State {
    update(state, Action::Share(ShareAction::Open(link.as_str().to_owned())))
}

#[track_caller]
fn draw(state: &State) -> Page {
    let page = Page::read(&state.route.to_string(), prerender::html(state.clone()));
    page.check();
    page
}

fn in_link(scan: &Scan, content: &Content) -> Fragment {
    write_result(scan, LabelIn::LeftOut, &content.orders()).expect("a link")
}

/// What a result says with figures.
fn figures(page: &Page) -> Vec<String> {
    let rows = page.texts(".result tbody tr");
    assert_eq!(rows.len(), 4);
    rows
}

#[test]
fn the_later_part_knows_what_every_version_asked() {
    for language in LANGUAGES {
        let (first, whole) = parts(2, language);
        let (_, before) = parts(1, language);
        assert_eq!(first.earlier.orders, []);
        assert_eq!(first.orders().iter().map(|order| order.version()).collect::<Vec<_>>(), [2]);
        let known = whole.orders();
        assert_eq!(known.get(1), before.orders().get(1), "version 1 as it went out");
        assert_eq!(known.iter().count(), 2);
        let name = before.name(id("S3"));
        assert_eq!(whole.earlier.gone, [("S3".into(), name.clone())]);
        assert_eq!(whole.name(id("S3")), name);
        // With one version nothing is said twice.
        assert_eq!(before.earlier, Default::default());
    }
}

#[test]
fn orders_that_cannot_be_are_refused() {
    let later = &compiled()[1][0].1;
    assert!(LaterContent::read(later).is_ok());
    for (good, bad) in [
        ("\"version\":1,", "\"version\":16384,"),
        ("{\"id\":\"S3\",", "{\"id\":\"S2\","),
        ("{\"id\":\"S3\",", "{\"id\":\"s3\","),
    ] {
        assert!(later.contains(good), "{good}");
        assert!(LaterContent::read(&later.replacen(good, bad, 1)).is_err(), "{bad}");
    }
}

#[test]
fn a_link_of_an_earlier_version_shows_what_can_be_shown_and_names_the_rest() {
    let (old, new) = (old(), new());
    let sent = scan_of(&old, Role::Company, FULL);
    let link = in_link(&sent, &old);
    let then = draw(&open(&keeping(Content::clone(&old), &[], Route::Start), &link));
    let state = open(&keeping(Content::clone(&new), &[], Route::Start), &link);
    assert_eq!(state.opened.as_deref(), Some(&Ok(Link::Result(sent.clone()))), "all that was answered");
    let now = draw(&state);
    assert_eq!(figures(&now), figures(&then), "a result does not change with the content");
    assert_eq!(now.text_of("h1"), then.text_of("h1"));
    let names: Vec<_> = ["S3", "S5"].map(|one| new.name(id(one))).to_vec();
    let note = new.texts.no_longer_asked(&wording::list(&new, &names.iter().collect::<Vec<_>>()));
    assert!(now.texts(".note p").contains(&note), "{note}");
    assert!(!then.text().contains(&note));
    let shown = now.texts(".statements-with-advice h3");
    assert_eq!((shown.len(), then.texts(".statements-with-advice h3").len()), (26, 28));
    for hidden in ["Vaste uren", &gone(), &new.name(id("S5"))] {
        assert!(!shown.iter().any(|name| name == hidden), "{hidden} is not what was asked");
    }
    // Kept, it says the same, and is known again.
    let kept = update(&state, Action::Share(ShareAction::Keep));
    assert_eq!(kept.route, Route::Result(ONE));
    assert_eq!(figures(&draw(&kept)), figures(&then));
    assert_eq!(open(&kept, &link).kept_result(&sent), Some(ONE));
    let shared = draw(&at(&kept, Route::Share(ONE)));
    assert!(shared.text_of("#share-link").ends_with(link.as_str()), "the same link as it came in");
}

#[test]
fn priorities_of_an_earlier_version_are_about_what_is_still_asked() {
    let (old, new) = (old(), new());
    let mut given = scan_of(&old, Role::School, &"4".repeat(28));
    for low in ["S3", "S5", "T4", "O2"] {
        given.answers.set(id(low), scored(1));
    }
    let priorities = |content: &Content| -> Vec<StatementId> {
        given.result(content).priorities.iter().map(|one| one.statement).collect()
    };
    assert!(priorities(&old).contains(&id("S3")));
    let now = priorities(&new);
    assert!(now.contains(&id("T4")) && now.contains(&id("O2")), "{now:?}");
    assert!(!now.contains(&id("S3")) && !now.contains(&id("S5")), "{now:?}");
}

#[test]
fn a_version_that_is_not_known_still_shows_its_header_only() {
    let new = new();
    let third = Content { version: 3, ..Content::clone(&new) };
    let sent = scan_of(&third, Role::Company, FULL);
    let state = open(&keeping(Content::clone(&new), &[], Route::Start), &in_link(&sent, &third));
    assert!(matches!(state.opened.as_deref(), Some(Err(ReadError::OtherContentVersion(_)))));
    draw(&state);
}

#[test]
fn a_file_of_an_earlier_version_opens_and_leaves_as_it_was() {
    let (old, new) = (old(), new());
    let sent = Scan { label: real::nasty_label(), ..scan_of(&old, Role::School, FULL) };
    let state =
        update(&keeping(Content::clone(&new), &[], Route::Saved), Action::FileRead(Ok(json::encode(&sent))));
    assert_eq!(state.notices, [Notice::Imported(ONE)]);
    assert_eq!(state.scan(ONE).map(|scan| &**scan), Some(&sent));
    assert_eq!(json::encode(state.scan(ONE).expect("the scan")), json::encode(&sent));
    assert_eq!(csv::plain(&sent, &new), csv::plain(&sent, &old), "a table names no text");
    let page = draw(&at(&state, Route::Result(ONE)));
    assert_eq!(page.count(".statements-with-advice h3"), 26);
    let mut never = sent.clone();
    never.answers.set(id("S8"), scored(1));
    assert_eq!(json::decode(&json::encode(&never), &new), Err(ImportProblem::Broken), "S8 was not there yet");
    // What has no text any more goes by its name.
    for whole in [text::result(&sent, &new), csv::spreadsheet(&sent, &new)] {
        assert!(whole.contains(&*gone()) && !whole.contains("Vaste uren"), "{whole}");
    }
    let lines = |whole: &str| whole.lines().count();
    assert_eq!(lines(&csv::spreadsheet(&sent, &new)), lines(&csv::spreadsheet(&sent, &old)));
}

#[test]
fn a_scan_that_was_begun_goes_on_with_what_it_asked() {
    let (first, new) = parts(2, "nl");
    let old = old();
    // All but S3, which is gone, and T4, which the quick scan does not ask any more.
    let mut begun = scan(&old, Role::School, Variant::Quick, QUICK);
    begun.answers.clear(id("T4"));
    let record = record::encode(&keeping(Content::clone(&old), &[&begun], Route::Start).store, 1);
    let found = record::read(&[Some(record), None], &first);
    assert_eq!((found.unusable.len(), found.store.library.len()), (0, 1));
    // Before the rest is here, it is not known what was asked: nothing is offered, and the rest is fetched at once.
    let start = begin(first.clone(), found.store, Route::Start);
    assert_eq!(start.latest_own(), None);
    assert!(effects::wants_rest(&start));
    draw(&start);
    let level = at(&start, Route::Level(ONE, samenscan::scan::Level::Strategic));
    assert!(effects::wants_rest(&level));
    assert_eq!(draw(&level).count("fieldset"), 0, "not what another version asks");
    // Then it goes on.
    let arrived = |state: &State| {
        let state = update(state, Action::LanguageLoaded(Rc::new(new.clone())));
        update(&state, Action::RestArrived)
    };
    let start = arrived(&start);
    let (_, progress) = start.latest_own().expect("something to go on with");
    // S1, S5 and S7 were asked; S5 is another sentence by now.
    assert_eq!((progress.answered, progress.asked), (10, 11));
    let level = |level| draw(&at(&start, Route::Level(ONE, level))).texts("fieldset legend");
    assert_eq!(level(samenscan::scan::Level::Strategic).len(), 2);
    let tactical = level(samenscan::scan::Level::Tactical);
    assert_eq!(tactical.len(), 3);
    let t4 = wording::statement(&new, new.statement(id("T4")).expect("T4"), Role::School, begun.sector);
    assert!(tactical.iter().any(|legend| legend.contains(&t4)), "{tactical:?}");
    let done = update(&start, Action::Answer(ONE, id("T4"), scored(2)));
    assert_eq!(done.latest_own().map(|(_, progress)| progress.next), Some(None));
    assert_eq!(done.scan(ONE).expect("the scan").content_version, 1);
    assert_eq!(draw(&at(&done, Route::Check(ONE))).count(".given li"), 11);
    // All that it asks, and no more.
    let longer = update(&done, Action::Extend(ONE));
    let progress = longer.progress(longer.scan(ONE).expect("the scan"));
    assert_eq!(progress.asked, 26);
    // The partner's answers wait for what this scan asks.
    let mut store = Store::clone(&begin(first.clone(), Store::default(), Route::Start).store);
    // By what the quick scan asks now, nothing would be open.
    let mut given = begun.clone();
    given.answers.set(id("T5"), scored(1));
    let own = store.library.add(given).expect("room");
    let partner = Partner { scan: scan_of(&old, Role::Company, WHOLE), seen: Seen::NotYet };
    store.partners.set(own, Rc::new(partner));
    let early = begin(first, store, Route::Start);
    assert_eq!(early.partner_shown(own), None, "not before it is known what was asked");
    let asked = arrived(&early);
    assert_eq!(asked.partner_shown(own), None, "T4 is open");
    let stands = update(&asked, Action::Answer(own, id("T4"), scored(1)));
    assert!(stands.partner_shown(own).is_some());
}

#[test]
fn again_compares_what_both_versions_asked() {
    let (old, new) = (old(), new());
    let earlier = scan_of(&old, Role::School, WHOLE);
    let later = Scan {
        started_on: day("2028-01-02"),
        changed_on: day("2028-01-02"),
        ..scan_of(&new, Role::School, &"5".repeat(28))
    };
    let again = Again::between(&earlier, &later, &new.orders(), &new).expect("a comparison");
    let why: Vec<_> = again.not_compared.iter().map(|one| (one.statement, one.why)).collect();
    assert_eq!(
        why,
        [
            (id("S3"), WhyNotCompared::OnlyFirst),
            (id("S5"), WhyNotCompared::OtherWording),
            (id("S8"), WhyNotCompared::OnlySecond),
        ]
    );
    assert_eq!(again.statements.len(), 26);
    assert_eq!(again.levels.iter().map(|level| level.comparable).collect::<Vec<_>>(), [5, 7, 7, 7]);
    // The earlier one came in a link.
    let state = keeping(Content::clone(&new), &[&later], Route::Start);
    let state = update(&open(&state, &in_link(&earlier, &old)), Action::Share(ShareAction::Keep));
    let page = draw(&at(&state, Route::Again(ONE, TWO)));
    let texts = &new.texts;
    assert!(page.texts(".note").contains(&texts.mirror_other_version().to_string()));
    let left_out = page.text_of(".not-compared dl");
    for (words, name) in [
        (texts.not_compared_earlier(), gone()),
        (texts.not_compared_later(), "Vaste uren".into()),
        (texts.not_compared_wording(), new.name(id("S5"))),
    ] {
        assert!(left_out.contains(&format!("{words}{name}")), "{words}: {left_out}");
    }
    // Two of the earlier version: what both asked but cannot be shown is named too.
    let same = Scan { changed_on: day("2027-01-01"), ..earlier.clone() };
    let state = keeping(Content::clone(&new), &[&earlier, &same], Route::Again(ONE, TWO));
    let left_out = draw(&state).text_of(".not-compared dl");
    assert!(left_out.contains(&**texts.not_compared_gone()) && left_out.contains(&*gone()), "{left_out}");
}

#[test]
fn the_mirror_compares_what_both_versions_asked() {
    let (old, new) = (old(), new());
    let school = scan_of(&old, Role::School, &"1".repeat(28));
    let company = scan_of(&new, Role::Company, &"5".repeat(28));
    let pair = Pair::of(school.clone(), company.clone()).expect("two sides");
    let mirror = Mirror::of(&pair, &new.orders(), &new).expect("a mirror");
    let compared: Vec<StatementId> = mirror
        .gaps
        .iter()
        .map(|gap| gap.statement)
        .chain(mirror.side_by_side.iter().map(|sides| sides.statement))
        .collect();
    assert_eq!(compared.len(), 26);
    assert!(!["S3", "S5", "S8"].iter().any(|one| compared.contains(&id(one))));
    for topic in mirror.agenda(&new) {
        assert!(compared.contains(&topic.statement));
    }
    // Both sides in one link, each with its own version.
    let both = write_both(&pair, &new.orders()).expect("a link");
    let state = open(&keeping(Content::clone(&new), &[], Route::Start), &both);
    assert_eq!(state.opened.as_deref(), Some(&Ok(Link::Both(pair))));
    let page = draw(&state);
    assert!(page.texts(".note").contains(&new.texts.mirror_other_version().to_string()));
    let left_out = page.text_of(".not-compared dl");
    assert!(left_out.contains(&*gone()) && left_out.contains("Vaste uren"), "{left_out}");
    // An invitation of the earlier version is answered in the new one.
    let invitation = write_invitation(&school, &old.orders()).expect("a link");
    let state = open(&keeping(Content::clone(&new), &[&company], Route::Start), &invitation);
    draw(&state);
    let state = update(&state, Action::Mirror(MirrorAction::AnswerWith(ONE)));
    assert_eq!(state.route, Route::Mirror(ONE));
    assert!(draw(&state).text_of(".not-compared dl").contains("Vaste uren"));
}

/// What came of texts that were read into a group.
fn gathered(content: &Rc<Content>, texts: &[String]) -> Rc<Gathered> {
    let mut gathering = Gathering::new(Rc::new(Gathered::new(content)), Rc::clone(content));
    for text in texts {
        assert!(gathering.begin(None, text.len() as u64));
        gathering.part(text.clone().into_bytes());
        while gathering.step() {}
        gathering.end();
        while gathering.step() {}
    }
    gathering.finish()
}

#[test]
fn a_group_takes_links_files_and_tables_of_every_version() {
    let (old, new) = (old(), new());
    let one = scan_of(&old, Role::School, &"1".repeat(28));
    let two = scan_of(&old, Role::Company, &"2".repeat(28));
    let three = Scan { variant: Variant::Quick, ..scan_of(&old, Role::School, &"3".repeat(28)) };
    let four = scan_of(&new, Role::School, &"4".repeat(28));
    let group = gathered(
        &new,
        &[
            format!("{}\n{}\n", in_link(&one, &old).as_str(), in_link(&four, &new).as_str()),
            json::encode(&two),
            csv::plain(&three, &old),
        ],
    );
    assert_eq!((group.added, group.refused.count()), (4, 0), "{:?}", group.refused);
    let tally = group.tally(Filter::default());
    let count = |statement: &str, wording: u8| {
        let of = |one: &&samenscan::scan::group::StatementTally| {
            (one.statement.id, one.statement.wording) == (id(statement), wording)
        };
        tally.statements.iter().find(of).map(|one| *one.answers.scores.counts())
    };
    assert_eq!(count("S1", 1), Some([1, 1, 1, 1, 0]));
    assert_eq!(count("S2", 1), Some([1, 1, 0, 1, 0]), "the quick scan did not ask it");
    assert_eq!(count("S3", 1), Some([1, 1, 0, 0, 0]), "only the first version");
    assert_eq!(count("S8", 1), Some([0, 0, 0, 1, 0]), "only the second");
    assert_eq!((count("S5", 1), count("S5", 2)), (Some([1, 1, 1, 0, 0]), Some([0, 0, 0, 1, 0])));
    assert_eq!(count("T4", 1), Some([1, 1, 1, 1, 0]), "the quick scan of the first version asked it");
    // The same four come out of the table of the group.
    let rows = group_csv::parts(group.group.rows(Filter::default()), LabelIn::LeftOut, 1_000);
    let again = gathered(&new, &[rows.collect()]);
    assert_eq!((again.added, again.refused.count()), (4, 0), "{:?}", again.refused);
    assert_eq!(again.tally(Filter::default()), tally);
    // On the screen each has a name.
    use samenscan::app::GroupAction;
    let mut state = keeping(Content::clone(&new), &[], Route::Group);
    for action in [
        GroupAction::Begin,
        GroupAction::Read(Rc::clone(&group)),
        GroupAction::Counted(Filter::default(), Rc::new(tally)),
    ] {
        state = update(&state, Action::Group(action));
    }
    let names = draw(&state).texts(".spread h3");
    assert_eq!(names.len(), 30);
    let reworded = format!("{} ({})", new.name(id("S5")), new.texts.group_old_wording());
    for name in [&gone(), "Vaste uren", &reworded] {
        assert!(names.iter().any(|one| one == name), "{name} in {names:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_scan_of_an_earlier_version_reads_and_says_the_same(scan in any_scan(&old())) {
        let (old, new) = (old(), new());
        let scan = Scan { changed_on: day("2026-11-22"), started_on: day("2026-11-22"), ..scan };
        let link = write_result(&scan, LabelIn::Included, &old.orders()).expect("a link");
        prop_assert_eq!(
            link::read(link.as_str(), &new.orders()),
            link::read(link.as_str(), &old.orders())
        );
        prop_assert_eq!(write_result(&scan, LabelIn::Included, &new.orders()), Ok(link));
        let (then, now) = (scan.result(&old), scan.result(&new));
        prop_assert_eq!((&then.levels, &then.summary), (&now.levels, &now.summary));
        for priority in now.priorities {
            prop_assert_eq!(scan.answers.get(priority.statement).and_then(Answer::score), Some(priority.score));
            prop_assert!(new.asked_by(&scan).any(|asked| asked.id == priority.statement));
        }
        prop_assert_eq!(csv::plain(&scan, &new), csv::plain(&scan, &old));
        let read = json::decode(&json::encode(&scan), &new).expect("a result");
        prop_assert_eq!(&read, &scan);
        let asked: Vec<StatementId> = new.asked_by(&scan).map(|one| one.id).collect();
        let was_asked: Vec<StatementId> = old.statements_in(scan.variant).map(|one| one.id).collect();
        let kept = was_asked.iter().filter(|one| !["S3", "S5"].contains(&one.as_str())).count();
        prop_assert_eq!(asked.len(), kept);
        prop_assert!(asked.iter().all(|one| was_asked.contains(one)));
        prop_assert_eq!(new.no_longer_asked(&scan).len(), was_asked.len() - kept);
    }
}
