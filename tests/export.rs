//! The forms in which a result leaves, each read back with somebody else's reader.

mod frozen;
mod real;

use std::path::Path;

use ImportProblem::{Broken, Newer, NotOurs, TooLarge};
use frozen::{results, tables};
use jsonschema::Validator;
use proptest::prelude::*;
use real::{FULL, QUICK, any_scan, content, contents, scan};
use samenscan::content::Content;
use samenscan::export::json::{ImportProblem, MAX_BYTES, VERSION, decode, encode};
use samenscan::export::{csv, svg, text};
use samenscan::scan::{Answer, Label, Level, Role, Scan, Standing, Variant};
use samenscan::wording;
use serde_json::{Value, json};

fn document(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/formats").join(path);
    serde_json::from_str(&std::fs::read_to_string(path).expect("the file")).expect("JSON")
}

fn schema() -> Validator {
    let options = jsonschema::draft202012::options().should_validate_formats(true);
    options.build(&document("result.schema.json")).expect("a schema")
}

fn value(scan: &Scan) -> Value {
    serde_json::from_str(&encode(scan)).expect("JSON")
}

fn example() -> Scan {
    let mut scan = scan(&content("nl"), Role::Company, Variant::Quick, QUICK);
    scan.label = Label::new("Bakkerij Jansen").expect("a label");
    scan
}

#[test]
fn the_schema_is_one() {
    let schema = document("result.schema.json");
    assert!(jsonschema::draft202012::meta::is_valid(&schema));
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/formats/result.md"));
    let page = page.expect("the page");
    let example =
        page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    assert!(schema_accepts(&serde_json::from_str(example).expect("JSON")));
    assert!(decode(example, &content("nl")).is_ok(), "the example of the page is a file");
}

fn schema_accepts(value: &Value) -> bool {
    schema().is_valid(value)
}

/// Each a small change to a good file: what reading says of it, and whether the schema accepts it.
#[test]
fn a_file_is_read_or_refused_with_the_right_reason() {
    let (content, schema) = (content("nl"), schema());
    let check = |name: &str, change: &dyn Fn(&mut Value), expect: Result<(), ImportProblem>, valid: bool| {
        let mut file = value(&example());
        change(&mut file);
        let found = decode(&file.to_string(), &content).map(|_| ());
        assert_eq!(found, expect, "{name}: {file}");
        assert_eq!(schema.is_valid(&file), valid, "{name} by the schema: {file}");
    };
    let set = |name: &str, path: &str, to: Value, expect, valid| {
        check(
            &format!("{name} {path} = {to}"),
            &|file| *file.pointer_mut(path).expect(path) = to.clone(),
            expect,
            valid,
        );
    };
    let add = |path: &str, key: &str, to: Value, expect, valid| {
        let change = |file: &mut Value| {
            let object = file.pointer_mut(path).and_then(Value::as_object_mut).expect(path);
            object.insert(key.to_owned(), to.clone());
        };
        check(&format!("{path}/{key} added"), &change, expect, valid);
    };
    let remove = |path: &str, key: &str, expect, valid| {
        let change = |file: &mut Value| {
            let object = file.pointer_mut(path).and_then(Value::as_object_mut).expect(path);
            object.remove(key).expect(key);
        };
        check(&format!("{path}/{key} removed"), &change, expect, valid);
    };
    check("as it is", &|_| (), Ok(()), true);

    set("another format", "/format", json!("other.result"), Err(NotOurs), false);
    set("no format", "/format", json!(1), Err(NotOurs), false);
    remove("", "format", Err(NotOurs), false);
    set("newer", "/version", json!(2), Err(Newer), false);
    set("newer", "/version", json!(4_294_967_297_u64), Err(Newer), false);
    set("no version", "/version", json!(0), Err(Broken), false);
    set("no version", "/version", json!(-1), Err(Broken), false);
    set("no version", "/version", json!("1"), Err(Broken), false);
    remove("", "version", Err(Broken), false);
    add("", "more", json!(1), Err(Broken), false);
    add("/scan", "more", json!(1), Err(Broken), false);
    remove("", "scan", Err(Broken), false);

    for field in ["role", "school_kind", "variant", "content_version", "started_on", "changed_on", "answers"]
    {
        remove("/scan", field, Err(Broken), false);
        set("null", &format!("/scan/{field}"), Value::Null, Err(Broken), false);
        set("a word", &format!("/scan/{field}"), json!("word"), Err(Broken), false);
    }
    remove("/scan", "label", Ok(()), true);
    set("long label", "/scan/label", json!("é".repeat(80)), Ok(()), true);
    set("too long label", "/scan/label", json!("é".repeat(81)), Err(Broken), false);
    set("a label that is none", "/scan/label", json!(1), Err(Broken), false);
    set("school", "/scan/role", json!("school"), Ok(()), true);
    set("capital", "/scan/role", json!("School"), Err(Broken), false);

    set("no content version", "/scan/content_version", json!(0), Err(Broken), false);
    set("too high", "/scan/content_version", json!(65_536), Err(Broken), false);
    // The schema cannot know how new the statements are.
    set("newer statements", "/scan/content_version", json!(content.version + 1), Err(Newer), true);

    for wrong in [
        "2026-02-30",
        "2026-13-01",
        "2026-11-1",
        "22-11-2026",
        "2026/11/22",
        "",
        "0000-01-01",
        "2026-11-22T10:00",
    ] {
        set("wrong day", "/scan/changed_on", json!(wrong), Err(Broken), false);
        set("wrong day", "/scan/started_on", json!(wrong), Err(Broken), false);
    }
    set("leap day", "/scan/changed_on", json!("2028-02-29"), Ok(()), true);
    // A schema cannot compare two days.
    set("before it began", "/scan/changed_on", json!("2026-11-19"), Err(Broken), true);

    for good in [json!(1), json!(5), json!("dont_know"), json!("not_applicable")] {
        set("answer", "/scan/answers/S1", good, Ok(()), true);
    }
    for bad in [
        json!(0),
        json!(6),
        json!(-1),
        json!(256),
        json!(3.5),
        json!("3"),
        json!("maybe"),
        json!(null),
        json!([3]),
        json!(true),
    ] {
        set("answer", "/scan/answers/S1", bad, Err(Broken), false);
    }
    set("no answers", "/scan/answers", json!({}), Ok(()), true);
    set("answers as a row", "/scan/answers", json!([]), Err(Broken), false);
    for bad in ["s1", "1S", "S1234", "", "S 1", "É1", "__proto__"] {
        add("/scan/answers", bad, json!(3), Err(Broken), false);
    }
    // Only the content knows which statements there are.
    add("/scan/answers", "X9", json!(3), Err(Broken), true);
}

#[test]
fn what_is_no_file_of_ours_is_refused() {
    let content = content("nl");
    let check = |text: &str, expect| assert_eq!(decode(text, &content).map(|_| ()), expect, "{text:.60}");
    let good = encode(&example());
    for other in [
        "",
        " ",
        "{}",
        "[]",
        "null",
        "42",
        "role;answer",
        "{\"format\":null}",
        "\u{0}",
        "<svg/>",
        "{",
        "\u{FEFF}",
    ] {
        check(other, Err(NotOurs));
    }
    check(&"[".repeat(50_000), Err(NotOurs));
    check(&"{\"a\":".repeat(20_000), Err(NotOurs));
    check(&good, Ok(()));
    check(&format!("\u{FEFF}{good}"), Ok(()));
    check(&good.replace('\n', "\r\n"), Ok(()));
    check(&good[..good.len() / 2], Err(Broken));
    check(&good[..good.len() - 3], Err(Broken));
    check(&format!("{good}{good}"), Err(Broken));
    check(&good.replacen("\"role\"", "\"role\": \"school\", \"role\"", 1), Err(Broken));
    check(&good.replacen("\"version\"", "\"version\": 1, \"version\"", 1), Err(Broken));
    check(&format!("{good}{}", " ".repeat(MAX_BYTES - good.len())), Ok(()));
    check(&format!("{good}{}", " ".repeat(MAX_BYTES - good.len() + 1)), Err(TooLarge));
    check(&"x".repeat(MAX_BYTES + 1), Err(TooLarge));
    let newer = r#"{"format":"samenscan.result","version":3,"something":{"quite":["different"]}}"#;
    check(newer, Err(Newer));
}

#[test]
fn answers_to_statements_that_are_gone_are_kept() {
    let mut later = Content::clone(&content("nl"));
    later.version += 1;
    let gone = later.statements.remove(0).id;
    let old = example();
    assert!(old.answers.get(gone).is_some());
    assert_eq!(decode(&encode(&old), &later), Ok(old.clone()));
    let new = Scan { content_version: later.version, ..old };
    assert_eq!(decode(&encode(&new), &later), Err(Broken));
}

#[test]
fn frozen_results_are_read_for_ever() {
    let (content, schema) = (content("nl"), schema());
    frozen::each("result", &results(), |text, scan| {
        assert_eq!(decode(text, &content).as_ref(), Ok(scan));
        assert!(schema.is_valid(&serde_json::from_str(text).expect("JSON")));
        if VERSION == 1 {
            assert_eq!(encode(scan), text, "another form is another version");
        }
    });
}

/// Four statements, so that no editor of the content changes the frozen tables.
fn four_statements() -> Content {
    let mut content = Content::clone(&content("nl"));
    content.statements.retain(|statement| ["S1", "S5", "T1", "I7"].contains(&statement.id.as_str()));
    for (statement, wording) in content.statements.iter_mut().zip(1..) {
        statement.wording = wording;
        statement.quick = true;
    }
    content
}

#[test]
fn frozen_tables_stay_the_same() {
    let content = four_statements();
    frozen::each("csv", &tables(), |text, scan| assert_eq!(csv::plain(scan, &content), text));
}

#[test]
#[ignore = "writes the examples of a new version, once"]
fn freeze() {
    frozen::write("result", &results(), encode);
    frozen::write("csv", &tables(), |scan| csv::plain(scan, &four_statements()));
}

/// The rows of a table, header first.
fn rows(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(false)
        .from_reader(text.as_bytes());
    let row = |row: ::csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|record| row(record.expect("a row as long as the first"))).collect()
}

/// Every line ends in CRLF, and nothing else does.
#[track_caller]
fn expect_crlf(text: &str) {
    assert!(text.ends_with("\r\n"));
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
}

#[test]
fn plain_csv_reads_as_its_table_schema_says() {
    let schema = document("csv.schema.json");
    let fields = schema["fields"].as_array().expect("fields");
    let names: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
    assert_eq!(names, csv::PLAIN_COLUMNS);
    let mut scan = scan(&content("nl"), Role::School, Variant::Full, FULL);
    scan.label = Label::new("Jansen, \"de bakker\"; & zonen").expect("a label");
    let text = csv::plain(&scan, &content("nl"));
    assert_eq!(text, csv::plain(&scan, &content("en")), "no language changes it");
    expect_crlf(&text);
    let rows = rows(&text, b',');
    assert_eq!(rows[0], csv::PLAIN_COLUMNS);
    assert_eq!(rows.len(), 29);
    for (row, statement) in rows[1..].iter().zip(&content("nl").statements) {
        let answer = scan.answers.get(statement.id);
        let (word, score) = match answer {
            Some(Answer::Scored(score)) => ("scored", score.get().to_string()),
            Some(Answer::DontKnow) => ("dont_know", String::new()),
            Some(Answer::NotApplicable) => ("not_applicable", String::new()),
            None => ("", String::new()),
        };
        let same = ["school", "mbo", "full", "1", "2026-11-22", scan.label.as_str()];
        assert_eq!(row[..6], same);
        let of_statement =
            [statement.level.as_str(), statement.id.as_str(), &statement.wording.to_string(), word, &score];
        assert_eq!(row[6..], of_statement);
        for (cell, field) in row.iter().zip(fields) {
            let constraints = &field["constraints"];
            let is_required = constraints["required"] == true;
            assert!(!(is_required && cell.is_empty()), "{} is empty", field["name"]);
            if let Some(values) = constraints["enum"].as_array().filter(|_| !cell.is_empty()) {
                assert!(values.contains(&json!(cell)), "{cell} is no {}", field["name"]);
            }
        }
    }
    let quick = csv::plain(&Scan { variant: Variant::Quick, ..scan }, &content("nl"));
    assert_eq!(quick.lines().count(), 13, "only what is asked");
    assert!(!quick.starts_with('\u{FEFF}'));
}

#[test]
fn the_spreadsheet_is_as_dutch_excel_reads_it() {
    for (content, mean) in [(content("nl"), "4,4"), (content("en"), "4.4")] {
        let scan = scan(&content, Role::Company, Variant::Full, "5454??4 3333333 ....... 111----");
        let text = csv::spreadsheet(&scan, &content);
        let table = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
        expect_crlf(table);
        let rows = rows(table, b';');
        let texts = &content.texts;
        let header = [
            texts.column_level(),
            texts.column_statement(),
            texts.column_text(),
            texts.column_answer(),
            texts.column_score(),
            texts.column_level_score(),
        ];
        assert_eq!(rows[0], header.map(|text| text.to_string()));
        assert_eq!(rows.len(), 29);
        let mut seen = Vec::new();
        for (row, statement) in rows[1..].iter().zip(&content.statements) {
            let answer = scan.answers.get(statement.id);
            assert_eq!(row[0], **wording::level(&content, statement.level));
            assert_eq!(row[1], statement.id.as_str());
            assert_eq!(row[2], wording::statement(&content, statement, scan.role, scan.sector));
            assert_eq!(row[3], **wording::answer(&content, answer));
            let score = answer.and_then(Answer::score).map(|score| score.get().to_string());
            assert_eq!(row[4], score.unwrap_or_default());
            seen.push(row[5].clone());
        }
        let mark = content.language.decimal_mark;
        let expect = [mean.to_owned(), format!("3{mark}0"), String::new(), String::new()];
        let expect: Vec<String> = expect.into_iter().flat_map(|one| vec![one; 7]).collect();
        assert_eq!(seen, expect.as_slice(), "4.4 is the mean of 5, 4, 5, 4 and 4");
    }
}

#[test]
fn no_label_becomes_a_formula() {
    let content = content("nl");
    let check = |label: &str, expect: &str| {
        let mut scan = example();
        scan.label = Label::new(label).expect("a label");
        let rows = rows(&csv::plain(&scan, &content), b',');
        assert!(rows[1..].iter().all(|row| row[5] == expect), "{label} became {}", rows[1][5]);
    };
    check("=1+1", "'=1+1");
    check("=HYPERLINK(\"#x\";\"y\")", "'=HYPERLINK(\"#x\";\"y\")");
    check("+31", "'+31");
    check("-1", "'-1");
    check("@SUM(A1)", "'@SUM(A1)");
    check("\t=1", "'=1");
    check("＝1", "'＝1");
    check("Jansen = goed", "Jansen = goed");
    check("'t Hoekje", "'t Hoekje");
    check("", "");
    for (text, expect) in [("\tx", "'\tx"), ("\rx", "'\rx"), ("\nx", "'\nx"), ("x", "x"), ("", "")] {
        assert_eq!(csv::harmless(text), expect, "{text:?}");
    }
}

#[test]
fn the_drawing_is_well_formed_and_holds_the_values() {
    for content in contents() {
        let mut scan = scan(&content, Role::School, Variant::Full, "4445454 2222233 333???? 55-----");
        scan.label = real::nasty_label();
        let drawing = svg::profile(&scan, &content);
        let document = roxmltree::Document::parse(&drawing).expect("well-formed XML");
        let root = document.root_element();
        assert_eq!(
            (root.tag_name().name(), root.tag_name().namespace()),
            ("svg", Some("http://www.w3.org/2000/svg"))
        );
        assert_eq!(root.attribute("role"), Some("img"));
        let texts: Vec<&str> =
            document.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
        let title = content.texts.profile_title(scan.label.as_str());
        assert!(texts.contains(&title.as_str()), "{title} is the title of {texts:?}");
        let result = scan.result(&content);
        for level in &result.levels {
            assert!(texts.contains(&&**wording::level(&content, level.level)));
            if let Some(score) = level.score {
                assert!(texts.contains(&wording::score(&content, score.tenths()).as_str()));
            }
        }
        assert_eq!(texts.iter().filter(|text| **text == "–").count(), 2, "two levels have too few answers");
        let too_few = content.texts.too_few_answers();
        assert_eq!(texts.iter().filter(|text| ***text == **too_few).count(), 2);
        assert!(texts.contains(&&**content.texts.no_norms()));
        assert!(document.descendants().all(|node| node.tag_name().name() != "script"));
        // Every circle stands where its score says.
        let dots: Vec<f64> = document
            .descendants()
            .filter(|node| node.attribute("r") == Some("10"))
            .filter_map(|node| node.attribute("cx")?.parse().ok())
            .collect();
        let places: Vec<f64> =
            result.levels.iter().filter_map(|level| Some(f64::from(level.score?.tenths()))).collect();
        let places: Vec<f64> =
            places.iter().map(|tenths| 260.0 + (tenths / 10.0 - 1.0) / 4.0 * 380.0).collect();
        assert_eq!(dots.len(), places.len());
        assert!(
            dots.iter().zip(&places).all(|(dot, place)| (dot - place).abs() <= 1.0),
            "{dots:?} {places:?}"
        );
        let inside = |value: f64, size: u32| (0.0..=f64::from(size)).contains(&value);
        for node in document.descendants() {
            for (name, size) in
                [("x", svg::WIDTH), ("cx", svg::WIDTH), ("y", svg::HEIGHT), ("cy", svg::HEIGHT)]
            {
                let value = node.attribute(name).and_then(|value| value.parse().ok());
                assert!(value.is_none_or(|value| inside(value, size)), "{node:?} is outside");
            }
        }
    }
}

#[test]
fn the_text_holds_the_sentence_the_priorities_and_their_sources() {
    for content in contents() {
        for role in [Role::School, Role::Company] {
            let mut scan = scan(&content, role, Variant::Full, FULL);
            scan.label = real::nasty_label();
            let text = text::result(&scan, &content);
            let expect = |words: &str| assert!(text.contains(words), "no '{words}' in {text}");
            let result = scan.result(&content);
            expect(scan.label.as_str());
            expect(&wording::summary(&content, &result));
            expect(content.texts.priorities_heading());
            assert_eq!(result.priorities.len(), 3);
            for (priority, number) in result.priorities.iter().zip(1..) {
                let statement = content.statement(priority.statement).expect("a statement");
                let standing = Standing::of(priority.score, statement.source_factor);
                let standing = wording::standing(&content, standing);
                expect(&content.texts.text_priority(&number.to_string(), &statement.label, standing));
                let advice = statement.advice_for(role).next().expect("an advice");
                expect(&wording::advice(&content, advice, scan.sector));
                expect(&wording::citations(&content, &advice.sources));
                assert!(!advice.sources.is_empty());
            }
            for level in &result.levels {
                expect(&wording::level_score(&content, level));
            }
            for statement in &content.statements {
                expect(&wording::statement(&content, statement, role, scan.sector));
            }
            expect(content.texts.no_norms());
            assert!(!text.contains("{leerling") && !text.contains("{docent"), "{text}");
        }
    }
}

#[test]
fn the_text_says_what_the_page_says() {
    let content = content("nl");
    let texts = &content.texts;
    let check = |given: &str, expect: &[&str], not: &[&str]| {
        let text = text::result(&scan(&content, Role::School, Variant::Quick, given), &content);
        expect.iter().for_each(|words| assert!(text.contains(words), "{given}: no '{words}' in {text}"));
        not.iter().for_each(|words| assert!(!text.contains(words), "{given}: '{words}' in {text}"));
    };
    let (begin, keep, none) =
        (texts.priorities_heading(), texts.priorities_good_heading(), texts.priorities_none());
    let (pattern, source) = (texts.pattern_on_paper_text(), texts.pattern_on_paper_source());
    check("444 222 333 333", &[begin, pattern, source], &[keep, none]);
    check("444 444 455 555", &[keep], &[begin, none, pattern]);
    check("555 555 555 555", &[none], &[begin, keep, pattern]);
    check("... ... ... ...", &[texts.summary_too_few()], &[begin, keep, none]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_scan_leaves_in_every_form(scan in any_scan(&content("nl"))) {
        let (nl, en) = (content("nl"), content("en"));
        let file = encode(&scan);
        prop_assert!(file.len() < MAX_BYTES / 10, "{}", file.len());
        for content in [&nl, &en] {
            let back = decode(&file, content);
            prop_assert_eq!(back.as_ref().map(|back| back.result(content)), Ok(scan.result(content)));
            prop_assert_eq!(back, Ok(scan.clone()));
        }
        prop_assert!(schema().is_valid(&serde_json::from_str(&file).expect("JSON")));

        let asked = nl.statements_in(scan.variant).count() + 1;
        let plain = csv::plain(&scan, &nl);
        let table = rows(&plain, b',');
        prop_assert_eq!(table.len(), asked);
        prop_assert_eq!(&table[1][5], &csv::harmless(scan.label.as_str()));
        let sheet = csv::spreadsheet(&scan, &nl);
        prop_assert_eq!(rows(sheet.trim_start_matches('\u{FEFF}'), b';').len(), asked);

        let drawing = svg::profile(&scan, &nl);
        let document = roxmltree::Document::parse(&drawing);
        prop_assert!(document.is_ok(), "{:?}", document);
        prop_assert!(text::result(&scan, &nl).contains(&**wording::level(&nl, Level::Student)));
    }

    #[test]
    fn no_file_panics(start in "(\\{\"format\":\"samenscan.result\",\"version\":1,)?", text in "\\PC{0,200}") {
        let _ = decode(&(start + &text), &content("nl"));
    }
}
