//! The content that goes out, and every rule of its checker, each shown by the smallest change that breaks it.

mod history;
mod rules;
#[path = "../versioned/mod.rs"]
mod versioned;

use std::path::{Path, PathBuf};

use samenscan::content::Content;
use samenscan::content::authoring::{Authored, Files, read_files};
use samenscan::scan::Sector;

fn content_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("content")
}

fn real() -> Files {
    read_files(&content_dir()).expect("the content files")
}

fn compiled() -> Vec<Content> {
    Authored::parse(real()).expect("content that can be read").compile().expect("content without problems")
}

fn problems(files: Files) -> Vec<String> {
    let problems = match Authored::parse(files) {
        Ok(authored) => authored.check(),
        Err(problems) => problems,
    };
    problems.iter().map(ToString::to_string).collect()
}

/// Replaces the first line that starts so; `$` stands for the line itself.
fn replace(files: &mut Files, file: &str, start: &str, by: &str) {
    let text = files.get_mut(file).expect("the file");
    let line = text.lines().find(|line| line.starts_with(start)).expect("the line").to_owned();
    *text = text.replacen(&line, &by.replace('$', &line), 1);
}

/// One changed line must give a problem with these words.
#[track_caller]
fn check(file: &str, start: &str, by: &str, expect: &str) {
    let mut files = real();
    replace(&mut files, file, start, by);
    expect_problem(files, expect);
}

#[track_caller]
fn expect_problem(files: Files, expect: &str) {
    let problems = problems(files);
    assert!(problems.iter().any(|problem| problem.contains(expect)), "no '{expect}' in {problems:#?}");
}

#[test]
fn the_real_content_has_no_problems() {
    assert_eq!(problems(real()), [] as [&str; 0]);
    let languages: Vec<_> = compiled().iter().map(|content| content.language.code.to_string()).collect();
    assert_eq!(languages, ["nl", "en"]);
}

#[test]
fn every_statement_and_advice_shows_a_source() {
    for content in compiled() {
        for statement in &content.statements {
            let advice = statement.advice.iter().map(|advice| (&*advice.id, &advice.sources));
            for (id, sources) in advice.chain([(statement.id.as_str(), &statement.sources)]) {
                assert!(!sources.is_empty(), "{id}");
                for index in sources {
                    let citation = content.citations.get(usize::from(*index)).expect("a citation");
                    assert!(
                        content.documents.iter().any(|document| document.id == citation.document),
                        "{id}"
                    );
                    assert!(!citation.chapter.is_empty(), "{id}");
                }
                let mut once = sources.clone();
                once.sort_unstable();
                once.dedup();
                assert_eq!(once.len(), sources.len(), "{id} names a chapter twice");
            }
        }
    }
}

#[test]
fn tokens_become_words_for_every_kind_of_school() {
    for content in compiled() {
        for sector in Sector::ALL {
            for statement in &content.statements {
                let advice = statement.advice.iter().map(|advice| &advice.text);
                for text in advice.chain([&statement.text.school, &statement.text.company]) {
                    let filled = content.fill(text, *sector);
                    assert!(!filled.contains(['{', '}']), "{filled}");
                }
            }
        }
    }
}
