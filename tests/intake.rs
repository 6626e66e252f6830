//! What people paste or drop: links on lines, and tables of ours.

mod support;

use std::time::{Duration, Instant};

use proptest::prelude::*;
use samenscan::export::csv::PLAIN_COLUMNS;
use samenscan::export::group_csv::{self, CsvProblem, RESULT_COLUMN, RefusedResult, WhyRefused, parts};
use samenscan::link::{LabelIn, ReadError, TextsIn, write_both, write_plan, write_result};
use samenscan::scan::group::{Filter, Group};
use samenscan::scan::intake::{Found, InputKind, LineProblem, Separator, lines};
use samenscan::scan::{Label, Pair, Role, Scan, Sector, Variant};
use support::{any_label, any_scan, company, date, orders, school};

const ANSWERS: &str = "3454212?34-1554.5342231?4554";
const ALL: Filter = Filter { role: None, sector: None, with_duplicates: true };

fn link_of(scan: &Scan) -> String {
    write_result(scan, LabelIn::Included, orders()).unwrap().as_str().to_owned()
}

fn found(text: &str) -> Vec<(usize, Result<Vec<Scan>, LineProblem>)> {
    let scans = |found: Found| found.scans().cloned().collect();
    lines(text, orders()).map(|line| (line.number, line.found.map(scans))).collect()
}

fn csv_of(group: &Group, label: LabelIn) -> String {
    parts(group.rows(ALL), label, 7).collect()
}

fn group_of(scans: &[Scan]) -> Group {
    let mut group = Group::new(orders());
    scans.iter().for_each(|scan| {
        group.add(scan).unwrap();
    });
    group
}

#[test]
fn every_line_gives_a_result_or_a_reason() {
    let (one, other) = (school(ANSWERS), company(ANSWERS));
    let both = write_both(&Pair::of(one.clone(), other.clone()).unwrap(), orders()).unwrap();
    let (link, other_link) = (link_of(&one), link_of(&other));
    let (head, tail) = link.split_at(15);
    let text = format!(
        "https://school.nl/#{link}\r\n\r\nResultaten van maandag:\n  \"#{other_link}\",\n#{head}\n{tail}\n#{}\n> #{head}\n> {tail}\nklaar\n#{}\n#{head}",
        both.as_str(),
        link.replace('b', "c"),
    );
    assert_eq!(
        found(&text),
        [
            (1, Ok(vec![one.clone()])),
            (3, Err(LineProblem::Link(ReadError::NotALink))),
            (4, Ok(vec![other.clone()])),
            (5, Ok(vec![one.clone()])),
            (7, Ok(vec![one.clone(), other])),
            (8, Ok(vec![one])),
            (10, Err(LineProblem::Link(ReadError::NotALink))),
            (11, Err(LineProblem::Link(ReadError::Damaged))),
            (12, Err(LineProblem::Link(ReadError::Incomplete))),
        ]
    );
    let plan = write_plan(&support::plan(&mut support::Random(1)), TextsIn::LeftOut).unwrap();
    assert_eq!(found(plan.as_str()), [(1, Err(LineProblem::Plan))]);
    assert_eq!(found(""), []);
    assert_eq!(found("\n\r\n  \n"), []);
}

#[test]
fn a_long_paste_is_read_in_time() {
    let link = link_of(&school(ANSWERS));
    let mut texts = vec![format!("{link}\n").repeat(20_000)];
    texts.extend(["#r1-\n", "#r1-a\nb\n", "a\n", "\n", "#"].map(|line| line.repeat(1_000_000 / line.len())));
    texts.push("#r1-".repeat(250_000));
    let start = Instant::now();
    let counts: Vec<usize> = texts.iter().map(|text| lines(text, orders()).count()).collect();
    assert_eq!(counts[0], 20_000);
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn files_are_told_apart() {
    let group = group_of(&[school(ANSWERS)]);
    assert_eq!(InputKind::of(&csv_of(&group, LabelIn::LeftOut)), InputKind::Csv(Separator::Comma));
    assert_eq!(InputKind::of("\u{FEFF} {\"format\":"), InputKind::Json);
    assert_eq!(InputKind::of(&link_of(&school(ANSWERS))), InputKind::Links);
    assert_eq!(InputKind::of("Beste allen, hierbij"), InputKind::Links);
    assert_eq!(InputKind::of(""), InputKind::Links);
}

proptest! {
    #[test]
    fn a_group_comes_back_from_its_table(
        scans in proptest::collection::vec((any_scan(), any_label()), 0..12),
        rows_per_part in 1usize..100,
    ) {
        let scans: Vec<Scan> = scans.into_iter().map(|(scan, label)| Scan { label, ..scan }).collect();
        let group = group_of(&scans);
        let text: String = parts(group.rows(ALL), LabelIn::Included, rows_per_part).collect();
        let read = group_csv::read(&text, orders()).unwrap();
        prop_assert_eq!(read, scans.iter().cloned().map(Ok).collect::<Vec<_>>());
        let without = csv_of(&group, LabelIn::LeftOut);
        for scan in &scans {
            let named = scan.label.as_str().len() > 14 && without.contains(scan.label.as_str());
            prop_assert!(!named);
        }
    }

    #[test]
    fn a_table_of_which_a_spreadsheet_rewrote_the_days_is_the_same_table(
        scans in proptest::collection::vec(any_scan(), 1..6),
        between in proptest::sample::select(&["-", "/"][..]),
        zeros in proptest::array::uniform2(any::<bool>()),
    ) {
        let number = |zero: bool, number: u8| if zero { format!("{number:02}") } else { number.to_string() };
        let table = csv_of(&group_of(&scans), LabelIn::LeftOut);
        let saved_again = scans.iter().fold(table.replace(',', ";"), |text, scan| {
            let (year, month, day) = scan.changed_on.to_calendar_date();
            let [day, month] = [number(zeros[0], day), number(zeros[1], month.into())];
            let written = samenscan::date::write(scan.changed_on);
            text.replace(&written, &[day, month, year.to_string()].join(between))
        });
        let read = group_csv::read(&saved_again, orders()).unwrap();
        prop_assert_eq!(read, scans.into_iter().map(Ok).collect::<Vec<_>>());
    }

    #[test]
    fn a_table_in_parts_is_the_same_table(
        scans in proptest::collection::vec((any_scan(), any_label()), 0..6),
        junk in "[a-z0-9,\"\n?-]{0,60}",
        cuts in proptest::collection::vec(1usize..400, 1..20),
        rows in 1usize..40,
    ) {
        let scans: Vec<Scan> = scans.into_iter().map(|(scan, label)| Scan { label, ..scan }).collect();
        let text = csv_of(&group_of(&scans), LabelIn::Included) + &junk;
        let mut reader = group_csv::Reader::new(Separator::Comma);
        let (mut rest, mut cuts) = (text.as_bytes(), cuts.into_iter().cycle());
        while !rest.is_empty() {
            let part;
            (part, rest) = rest.split_at(cuts.next().unwrap().min(rest.len()));
            let mut used = 0;
            while used < part.len() {
                used += reader.read(&part[used..], rows, orders());
            }
        }
        let read: Vec<_> = reader.end(orders()).unwrap().collect();
        prop_assert_eq!(Ok(read), group_csv::read(&text, orders()));
    }

    #[test]
    fn any_table_is_read_or_refused(text in "\\PC{0,200}", rows in "[a-z0-9,\"\n?-]{0,300}") {
        let _ = group_csv::read(&text, orders());
        let header = [&[RESULT_COLUMN][..], &PLAIN_COLUMNS].concat().join(",");
        let _ = group_csv::read(&format!("{header}\n{rows}"), orders());
    }
}

#[test]
fn no_cell_is_a_formula() {
    let labels = ["=1+1", "+31 6", "-x", "@SUM(A1)", "'quoted'", "=HYPERLINK(\"x\",\"y\")"];
    let scans: Vec<Scan> =
        labels.iter().map(|label| Scan { label: Label::new(label).unwrap(), ..school(ANSWERS) }).collect();
    let text = csv_of(&group_of(&scans), LabelIn::Included);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    for record in reader.records() {
        for cell in &record.unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
    let read = group_csv::read(&text, orders()).unwrap();
    assert_eq!(read, scans.into_iter().map(Ok).collect::<Vec<_>>());
}

#[test]
fn a_single_result_is_read_too() {
    let group = csv_of(&group_of(&[school(ANSWERS)]), LabelIn::LeftOut);
    let without_numbers: String =
        group.lines().filter_map(|line| Some(line.split_once(',')?.1.to_owned() + "\r\n")).collect();
    assert!(without_numbers.starts_with(&PLAIN_COLUMNS.join(",")));
    assert_eq!(group_csv::read(&without_numbers, orders()), Ok(vec![Ok(school(ANSWERS))]));
    assert_eq!(InputKind::of(&without_numbers), InputKind::Csv(Separator::Comma));
}

#[test]
fn impossible_tables_are_refused_with_the_row() {
    let table = csv_of(&group_of(&[school(ANSWERS), company(ANSWERS)]), LabelIn::LeftOut);
    let read = |text: &str| group_csv::read(text, orders());
    assert_eq!(read("a,b\n1,2"), Err(CsvProblem::NotOurs));
    assert_eq!(read(""), Err(CsvProblem::NotOurs));
    // Row 2 is the first answer of the first result.
    let changed = |from: &str, to: &str, why: WhyRefused| {
        let text = table.replacen(from, to, 1);
        assert_ne!(text, table, "{from}");
        let results = read(&text).unwrap();
        assert!(results.contains(&Err(RefusedResult { row: 2, why })), "{from}: {results:?}");
        assert!(results.contains(&Ok(company(ANSWERS))), "{from}");
    };
    changed("1,school,", "1,pupil,", WhyRefused::Value("role"));
    changed(",mbo,", ",mba,", WhyRefused::Value("school_kind"));
    changed(",full,", ",whole,", WhyRefused::Value("variant"));
    changed(",full,1,", ",full,9,", WhyRefused::UnknownContentVersion(9));
    changed(",full,1,", ",full,x,", WhyRefused::Value("content_version"));
    for day in ["2026-02-30", "30-2-2026", "11/24/2026", "22-11-26", "22.11.2026", "22-11/2026"] {
        changed("2026-11-22", day, WhyRefused::Value("changed_on"));
    }
    changed(",S1,1,scored,3", ",S9,1,scored,3", WhyRefused::Value("statement"));
    changed(",S1,1,scored,3", ",S1,2,scored,3", WhyRefused::Value("wording"));
    changed(",S1,1,scored,3", ",S1,1,scored,6", WhyRefused::Value("score"));
    changed(",S1,1,scored,3", ",S1,1,scored,", WhyRefused::Value("score"));
    changed(",S1,1,scored,3", ",S1,1,yes,", WhyRefused::Value("answer"));
    changed(",S1,1,scored,3", ",S1,1,scored", WhyRefused::Cells);
    let (head, _) = table.rsplit_once(",I7,").unwrap();
    let (cut, _) = head.rsplit_once("\r\n").unwrap();
    let refused = Err(RefusedResult { row: 30, why: WhyRefused::Incomplete });
    assert_eq!(read(cut), Ok(vec![Ok(school(ANSWERS)), refused]));
    let other = table.replacen("2,company", "1,company", 1);
    let refused = Err(RefusedResult { row: 30, why: WhyRefused::OtherResult });
    assert!(read(&other).unwrap().contains(&refused));
    let twice = table.replacen(",S2,1,", ",S1,1,", 1);
    let refused = Err(RefusedResult { row: 3, why: WhyRefused::Value("statement") });
    assert!(read(&twice).unwrap().contains(&refused));
}

#[test]
fn rows_that_are_no_rows_of_ours_are_refused_alone() {
    let table = csv_of(&group_of(&[school(ANSWERS), company(ANSWERS)]), LabelIn::LeftOut);
    let header = table.lines().next().unwrap().len() + 2;
    let with = |row: &[u8]| {
        let mut reader = group_csv::Reader::new(Separator::Comma);
        for part in [&table.as_bytes()[..header], row, &table.as_bytes()[header..]] {
            reader.read(part, usize::MAX, orders());
        }
        reader.end(orders()).unwrap().collect::<Vec<_>>()
    };
    let refused = Err(RefusedResult { row: 2, why: WhyRefused::Cells });
    let expect = [refused, Ok(school(ANSWERS)), Ok(company(ANSWERS))];
    // Too long a cell, too many cells, and bytes that are no text.
    assert_eq!(with(&[&[b'x'; 10_000][..], b"\n"].concat()), expect);
    assert_eq!(with(&[&b"x,".repeat(300)[..], b"\n"].concat()), expect);
    assert_eq!(with(b"1,\xff\xfe,,,,,,,,,,\n"), expect);
    assert_eq!(with(b"\n\r\n"), expect[1..], "an empty line is no row");
}

#[test]
fn the_schema_describes_the_table() {
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../docs/formats/group.schema.json")).unwrap();
    let fields = schema["fields"].as_array().unwrap();
    let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    let table = csv_of(&group_of(&[school(ANSWERS), company(&"?".repeat(28))]), LabelIn::LeftOut);
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    assert_eq!(names, reader.headers().unwrap().iter().collect::<Vec<_>>());
    for record in reader.records() {
        for (field, cell) in fields.iter().zip(&record.unwrap()) {
            let constraints = &field["constraints"];
            let name = &field["name"];
            if cell.is_empty() {
                assert_ne!(constraints["required"], true, "{name}");
                continue;
            }
            match field["type"].as_str().unwrap() {
                "integer" => {
                    let value: i64 = cell.parse().unwrap();
                    assert!(constraints["minimum"].as_i64().is_none_or(|least| value >= least), "{name}");
                    assert!(constraints["maximum"].as_i64().is_none_or(|most| value <= most), "{name}");
                }
                "date" => assert_eq!(cell.len(), 10, "{name}"),
                "string" => {}
                other => panic!("{other}"),
            }
            if let Some(allowed) = constraints["enum"].as_array() {
                assert!(allowed.iter().any(|one| one == cell), "{name}: {cell}");
            }
        }
    }
}

#[test]
fn tables_that_went_out_are_read_for_ever() {
    let quick =
        support::scan(Role::School, Sector::Primary, Variant::Quick, date(2027, 2, 28), "345421?34-1.");
    let labelled = Scan { label: Label::new("=Bakkerij \"Jansen\", Zuid").unwrap(), ..quick };
    let scans = [school(ANSWERS), company(&ANSWERS.replace('5', "-")), labelled];
    let table = include_str!("frozen/group/1-three.csv");
    assert_eq!(group_csv::read(table, orders()).unwrap(), scans.clone().map(Ok));
    assert_eq!(csv_of(&group_of(&scans), LabelIn::Included), table);
}
