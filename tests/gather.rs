//! Many texts and files read into a group, in small steps.

mod real;

use std::rc::Rc;

use proptest::prelude::*;
use real::{FULL, any_scan, content, scan};
use samenscan::content::Content;
use samenscan::export::group_csv::{WhyRefused, parts};
use samenscan::export::json::ImportProblem;
use samenscan::export::{json, plan_json};
use samenscan::gather::{
    Gathered, Gathering, Listed, MAX_BYTES, MAX_BYTES_IN_ALL, MAX_FILES, Refused, Twice, WhyNot,
};
use samenscan::link::{LabelIn, ReadError, write_result};
use samenscan::scan::group::Filter;
use samenscan::scan::intake::LineProblem;
use samenscan::scan::{Label, Role, Scan, StatementOrder, StatementOrders, Variant};

const ALL: Filter = Filter { role: None, sector: None, with_duplicates: true };

/// So many full results that all differ.
fn scans(content: &Content, count: usize) -> Vec<Scan> {
    let one = |number: usize| {
        let answers: String =
            (0..28).map(|place| char::from(b"12345?-."[(number >> (3 * (place % 7))) % 8])).collect();
        Scan {
            started_on: real::day("2026-11-22"),
            ..scan(content, Role::ALL[number % 2], Variant::Full, &answers)
        }
    };
    (0..count).map(one).collect()
}

fn link(content: &Content, scan: &Scan) -> String {
    let orders = StatementOrders::from(StatementOrder::of(content).unwrap());
    format!("https://school.nl/#{}", write_result(scan, LabelIn::LeftOut, &orders).unwrap().as_str())
}

fn links(content: &Content, scans: &[Scan]) -> String {
    scans.iter().map(|scan| link(content, scan) + "\n").collect()
}

fn table(content: &Content, scans: &[Scan]) -> String {
    let gathered = gathered(content, &[("x", links(content, scans).into_bytes())]);
    parts(gathered.group.rows(ALL), LabelIn::Included, 1_000).collect()
}

fn begin(content: &Content) -> Gathering {
    Gathering::new(Rc::new(Gathered::new(content)), Rc::new(content.clone()))
}

fn read(gathering: &mut Gathering, name: Option<&str>, bytes: &[u8], part: usize) {
    if gathering.begin(name.map(Rc::from), bytes.len() as u64) {
        for bytes in bytes.chunks(part) {
            gathering.part(bytes.to_vec());
            while gathering.step() {}
        }
        gathering.end();
        while gathering.step() {}
    }
}

fn gathered(content: &Content, files: &[(&str, Vec<u8>)]) -> Rc<Gathered> {
    let mut gathering = begin(content);
    for (name, bytes) in files {
        read(&mut gathering, Some(name), bytes, usize::MAX);
    }
    gathering.finish()
}

fn refused(source: Option<&str>, line: Option<usize>, why: WhyNot) -> Refused {
    Refused { source: source.map(Rc::from), line, why }
}

#[test]
fn pasted_links_give_results_reasons_and_duplicates() {
    let content = content("nl");
    let all = scans(&content, 3);
    let [one, two, three] = [0, 1, 2].map(|place| link(&content, &all[place]));
    let broken = two.replace(&two[30..33], "zzz");
    let mut gathering = begin(&content);
    read(
        &mut gathering,
        None,
        format!("{one}\n\nBeste allen\n{two}\n{broken}\n{one}\n{three}").as_bytes(),
        1 << 20,
    );
    assert_eq!(gathering.results(), 4);
    let gathered = gathering.finish();
    assert_eq!((gathered.added, gathered.group.len(), gathered.group.duplicates()), (4, 4, 1));
    let line = |line, problem| refused(None, Some(line), WhyNot::Line(LineProblem::Link(problem)));
    assert_eq!(gathered.refused.first(), [line(3, ReadError::NotALink), line(5, ReadError::Damaged)]);
    assert_eq!(gathered.duplicates.first(), [Twice { source: None, line: Some(6), number: 3, of: 1 }]);
    assert_eq!(gathered.tally(Filter::default()).results, 3);
    assert_eq!(gathered.tally(Filter::default()).companies, 1);
    // More comes: what is said of the first text is forgotten, its results are not.
    let mut gathering = Gathering::new(gathered, content);
    read(&mut gathering, None, two.as_bytes(), 1 << 20);
    let gathered = gathering.finish();
    assert_eq!((gathered.added, gathered.group.len(), gathered.refused.count()), (1, 5, 0));
    assert_eq!(gathered.duplicates.first(), [Twice { source: None, line: Some(1), number: 5, of: 2 }]);
}

#[test]
fn files_of_every_kind_are_read_or_refused_by_name() {
    let content = content("nl");
    let all = scans(&content, 5);
    let csv = table(&content, &all[1..3]);
    let cut = csv.trim_end().rsplit_once("\r\n").unwrap().0;
    let files = [
        ("een.json", json::encode(&all[0])),
        ("groep.csv", csv.clone()),
        ("links.txt", links(&content, &all[3..])),
        ("half.csv", cut.to_owned()),
        ("half.json", json::encode(&all[0])[..100].to_owned()),
        ("plan.json", plan_json::encode(&real::plan())),
        ("leeg.txt", String::new()),
    ];
    let mut files: Vec<(&str, Vec<u8>)> = files.map(|(name, text)| (name, text.into_bytes())).into();
    files.push(("foto.png", vec![0x89, b'P', 0xff, 0xfe, 0]));
    let gathered = gathered(&content, &files);
    // Of the table that was cut off, the first result is whole, and there already.
    assert_eq!((gathered.added, gathered.group.len()), (6, 6));
    let twice = Twice { source: Some("half.csv".into()), line: None, number: 6, of: 2 };
    assert_eq!(gathered.duplicates.first(), [twice]);
    assert_eq!(
        gathered.refused.first(),
        [
            refused(Some("half.csv"), Some(30), WhyNot::Row(WhyRefused::Incomplete)),
            refused(Some("half.json"), None, WhyNot::File(ImportProblem::Broken)),
            refused(Some("plan.json"), None, WhyNot::File(ImportProblem::NotOurs)),
            refused(Some("leeg.txt"), None, WhyNot::File(ImportProblem::NotOurs)),
            refused(Some("foto.png"), None, WhyNot::Unreadable),
        ]
    );
}

#[test]
fn labels_come_along_from_files() {
    let content = content("nl");
    let labelled =
        Scan { label: Label::new("Bakkerij").unwrap(), ..scan(&content, Role::School, Variant::Full, FULL) };
    let one = gathered(&content, &[("een.json", json::encode(&labelled).into_bytes())]);
    assert!(one.group.has_labels());
    assert_eq!(one.group.rows(ALL).next().unwrap().label, Some(&labelled.label));
    assert!(!gathered(&content, &[("een.txt", link(&content, &labelled).into_bytes())]).group.has_labels());
}

#[test]
fn size_comes_first() {
    let content = content("nl");
    let mut gathering = begin(&content);
    assert!(!gathering.begin(Some("groot.csv".into()), MAX_BYTES + 1));
    for _ in 0..MAX_BYTES_IN_ALL / MAX_BYTES {
        assert!(gathering.begin(Some("net.csv".into()), MAX_BYTES));
    }
    assert!(!gathering.begin(Some("meer.csv".into()), 1));
    assert_eq!(gathering.done(), MAX_BYTES + 2, "what is refused is done with");
    let gathered = gathering.finish();
    let expect = [("groot.csv", WhyNot::TooLarge), ("meer.csv", WhyNot::TooMuch)];
    assert_eq!(gathered.refused.first(), expect.map(|(name, why)| refused(Some(name), None, why)));

    let mut gathering = begin(&content);
    for _ in 0..MAX_FILES {
        assert!(gathering.begin(None, 0));
    }
    assert!(!gathering.begin(None, 0));
    assert_eq!(gathering.finish().refused.first(), [refused(None, None, WhyNot::TooManyFiles)]);
}

#[test]
fn a_long_list_of_reasons_is_cut_off_and_counted() {
    let content = content("nl");
    let most = Listed::<Refused>::MOST;
    let mut gathering = begin(&content);
    read(&mut gathering, None, "Beste allen\n".repeat(most + 7).as_bytes(), usize::MAX);
    let gathered = gathering.finish();
    let refused = &gathered.refused;
    assert_eq!((refused.first().len(), refused.count(), refused.more()), (most, most as u32 + 7, 7));
}

#[test]
fn no_step_does_much() {
    let content = content("nl");
    let all = scans(&content, 3_000);
    let texts = [links(&content, &all), table(&content, &all), "\n".repeat(100_000), "a\n".repeat(50_000)];
    for text in texts {
        let mut gathering = begin(&content);
        assert!(gathering.begin(None, text.len() as u64));
        let (mut results, mut done, mut steps) = (0, 0, 0);
        gathering.part(text.clone().into_bytes());
        for end in [false, true] {
            if end {
                gathering.end();
            }
            while gathering.step() {
                assert!(gathering.results() - results <= 64, "{results}");
                assert!(gathering.done() - done <= 5_000, "{done}");
                (results, done, steps) = (gathering.results(), gathering.done(), steps + 1);
            }
        }
        assert!(steps >= 90, "{steps}");
        assert_eq!(gathering.done(), text.len() as u64);
    }
}

#[test]
fn a_group_grows_in_place() {
    let content = content("nl");
    let text = links(&content, &scans(&content, 100));
    let first = gathered(&content, &[("x", text.clone().into_bytes())]);
    let place = Rc::as_ptr(&first);
    let mut gathering = Gathering::new(first, Rc::clone(&content));
    read(&mut gathering, None, text.as_bytes(), usize::MAX);
    let grown = gathering.finish();
    assert_eq!((Rc::as_ptr(&grown), grown.group.len()), (place, 200), "nothing is copied");
    // Who still looks at it sees it as it was.
    let mut gathering = Gathering::new(Rc::clone(&grown), content);
    read(&mut gathering, None, text.as_bytes(), usize::MAX);
    assert_eq!((gathering.finish().group.len(), grown.group.len()), (300, 200));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn however_the_bytes_come_the_group_is_the_same(
        scans in prop::collection::vec(any_scan(&content("nl")), 1..6),
        part in 200usize..3_000,
    ) {
        let content = content("nl");
        let files: Vec<(String, Vec<u8>)> = scans.iter().map(|one| ("a.json".to_owned(), json::encode(one).into_bytes())).collect();
        let mut whole = begin(&content);
        let mut in_parts = begin(&content);
        for (name, bytes) in &files {
            read(&mut whole, Some(name), bytes, usize::MAX);
            read(&mut in_parts, Some(name), bytes, part);
        }
        let csv: String = parts(whole.finish().group.rows(ALL), LabelIn::Included, 100).collect();
        let mut again = begin(&content);
        read(&mut again, Some("a.csv"), csv.as_bytes(), part);
        for gathered in [in_parts.finish(), again.finish()] {
            prop_assert_eq!(gathered.refused.first(), []);
            let text: String = parts(gathered.group.rows(ALL), LabelIn::Included, 100).collect();
            prop_assert_eq!(&text, &csv);
        }
    }
}

#[test]
fn a_table_that_a_spreadsheet_saved_with_semicolons_is_read() {
    let content = content("nl");
    let all = scans(&content, 3);
    let commas = table(&content, &all);
    // No cell of it holds either.
    let semicolons = commas.replace(',', ";");
    let read = gathered(&content, &[("excel.csv", format!("\u{FEFF}{semicolons}").into_bytes())]);
    assert_eq!((read.added, read.refused.count()), (3, 0), "{:?}", read.refused.first());
    let rows: String = parts(read.group.rows(ALL), LabelIn::Included, 1_000).collect();
    assert_eq!(rows, commas);
}

#[test]
fn a_file_without_any_link_is_refused_once_and_not_line_by_line() {
    let content = content("nl");
    let letter = "Beste allen,\n\nhierbij\nonze cijfers;1;2;3\n";
    let wrong = gathered(&content, &[("brief.csv", letter.repeat(50).into_bytes())]);
    assert_eq!(
        wrong.refused.first(),
        [refused(Some("brief.csv"), None, WhyNot::File(ImportProblem::NotOurs))]
    );
    // In a file with a link every other line counts, and so it does in what was pasted.
    let no_link = WhyNot::Line(LineProblem::Link(ReadError::NotALink));
    let with_link = format!("{letter}{}tot ziens\n", links(&content, &scans(&content, 1)));
    let mixed = gathered(&content, &[("brief.txt", with_link.into_bytes())]);
    assert_eq!(mixed.added, 1);
    let lines: Vec<_> = [1, 3, 4, 6].map(|line| refused(Some("brief.txt"), Some(line), no_link)).into();
    assert_eq!(mixed.refused.first(), lines);
    let mut pasted = begin(&content);
    read(&mut pasted, None, letter.as_bytes(), usize::MAX);
    assert_eq!(pasted.finish().refused.count(), 3);
}
