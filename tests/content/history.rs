//! What went out stays what it was: versions, wordings, and languages that come later.

use std::fs;
use std::path::{Path, PathBuf};

use samenscan::content::authoring::{Authored, Files};

use super::versioned::{self, FIRST};
use super::{expect_problem, problems, real, replace};

fn first_version() -> Files {
    versioned::first_version(real())
}

/// The first version, and `frozen/2.toml` made from it, with `version` raised to match.
fn with_second_version(change: impl Fn(&str) -> String) -> Files {
    let mut files = first_version();
    let second = change(&files[FIRST].replace("version = 1", "version = 2"));
    files.insert("frozen/2.toml".to_owned(), second);
    replace(&mut files, "scan.toml", "version", "version = 2");
    files
}

#[track_caller]
fn check(file: &str, start: &str, by: &str, expect: &str) {
    let mut files = first_version();
    replace(&mut files, file, start, by);
    expect_problem(files, expect);
}

/// An empty folder of this test alone.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn parse(files: Files) -> Authored {
    Authored::parse(files).expect("content that can be read")
}

#[test]
fn a_version_that_went_out_does_not_change() {
    let raise = "Raise `version` and run `cargo xtask freeze`";
    for (start, by) in [
        ("label.nl", "label.nl = \"Iets anders\""),
        ("quick = true", "quick = false"),
        ("compare = \"mirror\"", "compare = \"shared\""),
        ("wording", "wording = 2"),
        ("id = \"S1\"", "id = \"S9\""),
    ] {
        check("scan.toml", start, by, raise);
    }
    check("scan.toml", "school.en", "school.en = \"Something else.\"", "Raise `wording` of S1 and `version`");
    check("scan.toml", "company.nl", "company.nl = \"Iets anders.\"", "Raise `wording` of S1 and `version`");
    check("scan.toml", "version", "version = 2", "version 2 is not frozen yet. Run `cargo xtask freeze`.");
    check("scan.toml", "version", "version = 0", "the version is 0, and 1 already went out");
    check(FIRST, "version", "version = 3", "content/frozen/1.toml, version: it holds version 3");
    check(FIRST, "quick", "", "missing field `quick`");
    check(
        FIRST,
        "id = \"S2\"",
        "id = \"S1\"",
        "statement S1 is asked twice. Put the file back as it was frozen.",
    );
}

#[test]
fn a_new_wording_with_a_new_version_is_fine() {
    let mut files = first_version();
    replace(&mut files, "scan.toml", "version", "version = 2");
    replace(&mut files, "scan.toml", "wording", "wording = 2");
    replace(&mut files, "scan.toml", "school.en", "school.en = \"Something else.\"");
    assert_eq!(
        problems(files),
        ["content/scan.toml, version: version 2 is not frozen yet. Run `cargo xtask freeze`."]
    );
}

#[test]
fn an_old_wording_does_not_come_back_with_other_texts() {
    let mut files = with_second_version(|first| first.replacen("wording = 1", "wording = 3", 1));
    replace(&mut files, "scan.toml", "wording", "wording = 2");
    expect_problem(files, "the wording is 2, and 3 already went out. A wording only goes up.");
}

#[test]
fn an_id_that_was_removed_is_not_used_for_something_else() {
    let without_s1 = |first: &str| first.replacen("id = \"S1\"", "id = \"S9\"", 1);
    let anew = "statement S1: the id was that of another statement, up to version 1. Choose an id that was never used.";

    let mut same = with_second_version(without_s1);
    replace(&mut same, "scan.toml", "version", "version = 3");
    assert_eq!(problems(same.clone()).len(), 1, "the same statement may come back: {:?}", problems(same));

    let mut other = with_second_version(without_s1);
    replace(&mut other, "scan.toml", "version", "version = 3");
    replace(&mut other, "scan.toml", "school.nl", "school.nl = \"Iets anders.\"");
    expect_problem(other.clone(), anew);
    replace(&mut other, "scan.toml", "wording", "wording = 2");
    expect_problem(other, anew);
}

#[test]
fn freezing_writes_once_and_never_over_something_else() {
    let dir = folder("freeze");
    let path = dir.join(FIRST);
    let mut files = first_version();
    let frozen = files.remove(FIRST).expect("the first version");

    let first = parse(files.clone());
    assert_eq!(first.freeze(&dir).expect("frozen"), Some(path.clone()));
    assert_eq!(
        fs::read_to_string(&path).expect("the file"),
        frozen,
        "freezing gives what is in the repository"
    );
    assert!(first.freeze(&dir).is_err(), "a file that was not read is not overwritten");
    assert_eq!(parse(first_version()).freeze(&dir).expect("nothing to do"), None);

    let mut changed = first_version();
    replace(&mut changed, "scan.toml", "label.nl", "label.nl = \"Iets anders\"");
    assert!(parse(changed).freeze(&dir).is_err());
    assert_eq!(fs::read_to_string(&path).expect("the file"), frozen);
}

#[test]
fn a_new_language_changes_content_only() {
    let dir = folder("language");
    let mut files: Files = first_version()
        .into_iter()
        .map(|(name, text)| match name.starts_with("frozen/") {
            true => (name, text),
            false => (name, text.lines().map(|line| with_frisian(line) + "\n").collect()),
        })
        .collect();
    let languages = files.get_mut("languages.toml").expect("the languages");
    let (_, english) = languages.rsplit_once("[[language]]").expect("the last language");
    let frisian = english.replace("code = \"en\"", "code = \"fy\"");
    languages.push_str(&format!("[[language]]{frisian}"));

    let lacks = "content/frozen/1.toml: it lacks a language that was added since. Run `cargo xtask freeze`.";
    assert_eq!(problems(files.clone()), [lacks]);

    fs::create_dir_all(dir.join("frozen")).expect("a folder");
    fs::write(dir.join(FIRST), &files[FIRST]).expect("the frozen version");
    assert!(parse(files.clone()).freeze(&dir).expect("frozen").is_some());
    files.insert(FIRST.to_owned(), fs::read_to_string(dir.join(FIRST)).expect("the file"));
    let contents = parse(files).compile().expect("content in three languages");
    let codes: Vec<_> = contents.iter().map(|content| &*content.language.code).collect();
    assert_eq!(codes, ["nl", "en", "fy"]);
}

/// A line of TOML, with the English text once more as Frisian.
fn with_frisian(line: &str) -> String {
    let Some((before, text)) = line.split_once("en = ") else { return line.to_owned() };
    match before {
        // { nl = "…", en = "…" }
        inline if inline.contains('{') => {
            let english = text.split('"').nth(1).expect("a text");
            line.replacen(
                &format!("en = \"{english}\""),
                &format!("en = \"{english}\", fy = \"{english}\""),
                1,
            )
        }
        // en = "…" or label.en = "…", but no comment and no other name that ends so
        key if key.is_empty() || key.ends_with('.') => format!("{line}\n{key}fy = {text}"),
        _ => line.to_owned(),
    }
}
