//! The invariants of the house (ARCHITECTURE.md), as rules over its files.

mod literals;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use literals::{Literal, literals, without_comments};

/// The longest file in `src`, in lines.
const LONGEST_FILE: usize = 400;
/// Files that may be longer, and why.
const LONGER: [(&str, &str); 1] =
    [("src/content/texts.rs", "one list of the names of all texts, which a macro needs whole")];
/// One page.
const ONE_PAGE: usize = 90;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The files under these folders (or these files), where they are there, with their path from the root.
fn files(roots: &[&str]) -> Vec<(String, String)> {
    fn add(path: PathBuf, found: &mut Vec<(String, String)>) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() && name != "target" && name != "node_modules" {
            let entries = fs::read_dir(&path).expect("a folder");
            entries.for_each(|entry| add(entry.expect("an entry").path(), found));
        } else if let Ok(text) = fs::read_to_string(&path) {
            let path = path.strip_prefix(root()).expect("a path below the root");
            found.push((path.to_string_lossy().replace('\\', "/"), text));
        }
    }
    let mut found = Vec::new();
    roots.iter().for_each(|start| add(root().join(start), &mut found));
    found.sort();
    found
}

/// The Rust files of `src` that are so.
fn sources(is: impl Fn(&str) -> bool) -> Vec<(String, String)> {
    let found: Vec<_> =
        files(&["src"]).into_iter().filter(|(path, _)| path.ends_with(".rs") && is(path)).collect();
    assert!(!found.is_empty(), "no file is checked: did the folders move?");
    found
}

fn is_browser(path: &str) -> bool {
    path == "src/ui/browser.rs" || path.starts_with("src/ui/browser/")
}

fn is_pure(path: &str) -> bool {
    path != "src/lib.rs" && path != "src/ui.rs" && !path.starts_with("src/ui/")
}

/// Only the authoring of content touches the disk; no browser compiles it.
fn is_authoring(path: &str) -> bool {
    path.starts_with("src/content/authoring")
}

/// No code in these files (comments aside) may contain one of the words.
#[track_caller]
fn expect_none(files: &[(String, String)], words: &[&str], why: &str) {
    let mut offences = Vec::new();
    for (path, text) in files {
        for (line, number) in without_comments(text).lines().zip(1..) {
            for word in words.iter().filter(|word| line.contains(**word)) {
                offences.push(format!("{path}:{number} has '{word}'"));
            }
        }
    }
    assert!(offences.is_empty(), "{why}\n{}", offences.join("\n"));
}

#[test]
fn only_one_folder_touches_the_browser() {
    let words = ["web_sys", "js_sys", "gloo", "wasm_bindgen_futures"];
    let why = "Only src/ui/browser touches the browser: add what you need there, and use that.";
    expect_none(&sources(|path| !is_browser(path)), &words, why);
    let why =
        "Only src/ui.rs, where the page starts the application, and src/ui/browser speak to JavaScript.";
    expect_none(&sources(|path| !is_browser(path) && path != "src/ui.rs"), &["wasm_bindgen"], why);
}

#[test]
fn pure_code_knows_no_interface_no_clock_and_no_disk() {
    let why = "Everything but src/ui compiles without Yew: pure code takes and gives values.";
    expect_none(&sources(is_pure), &["crate::ui", "super::ui", "yew", "wasm_bindgen"], why);
    let why = "Pure code has no clock and no input or output: time comes in as a value.";
    let words = ["SystemTime", "Instant", "now_utc", "now_local", "std::env", "std::net", "println!"];
    expect_none(&sources(is_pure), &words, why);
    expect_none(&sources(|path| is_pure(path) && !is_authoring(path)), &["std::fs", "std::io", "fs::"], why);
    let map = read("src/lib.rs");
    assert!(map.contains("#[cfg(feature = \"ui\")]\npub mod ui;"), "the interface must be a feature");
    let content = read("src/content.rs");
    assert!(content.contains("#[cfg(feature = \"authoring\")]\npub mod authoring;"), "so must authoring");
}

#[test]
fn nothing_that_is_read_is_written_in_a_component() {
    let mut offences = Vec::new();
    for (path, text) in sources(|path| path.starts_with("src/ui") && !is_browser(path)) {
        for literal in literals(&text) {
            if !is_for_machines(&path, &literal) {
                offences.push(format!("{path}:{} \"{}\"", literal.line, literal.text));
            }
        }
    }
    let why = "Text that people read comes from content/interface.toml, in every language. \
               When a machine reads it, say so in `EXCEPTIONS`.";
    assert!(offences.is_empty(), "{why}\n{}", offences.join("\n"));
}

/// Attributes whose value people read or hear.
const READ_ALOUD: [&str; 7] =
    ["alt", "aria-label", "aria-description", "aria-roledescription", "label", "placeholder", "title"];

/// File, literal, and who reads it.
const EXCEPTIONS: [(&str, &str, &str); 2] = [
    ("src/ui/parts/notices.rs", "note attention", "the names of two styles"),
    ("src/ui/downloads.rs", "samenscan-set-aside.txt", "the name of a file"),
];

fn is_for_machines(path: &str, literal: &Literal) -> bool {
    let text = literal.text.as_str();
    if !text.replace("\\n", "").chars().any(char::is_alphabetic) {
        return true;
    }
    if let Some(attribute) = &literal.attribute {
        return !READ_ALOUD.contains(&attribute.as_str());
    }
    let of = |characters: &str| text.chars().all(|one| characters.contains(one));
    let is_drawing = text.starts_with('M') && of("MHVLZ0123456789 .");
    let is_media_type = text.contains('/') && !text.contains(' ');
    let is_name =
        text.chars().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || "-.".contains(one));
    let excepted = EXCEPTIONS.iter().any(|(file, excepted, _)| *file == path && *excepted == text);
    is_drawing || is_media_type || (is_name && !literal.is_child) || excepted
}

#[test]
fn words_are_told_from_names() {
    let check = |code: &str, expect: bool| {
        let found = literals(code).iter().all(|literal| is_for_machines("src/ui/screens/start.rs", literal));
        assert_eq!(found, expect, "{code}");
    };
    for words in [
        r#"html! { <p>{ "sterk" }</p> }"#,
        r#"html! { <p>{ texts.here() }{ "sterk" }</p> }"#,
        r#"html! { <p>{ "Alles is goed" }</p> }"#,
        r#"html! { <nav aria-label="menu" /> }"#,
        r#"html! { <p class={name}>{ "Alles is goed" }</p> }"#,
        r#"let words = "Sterk";"#,
        r#"let words = "is sterk";"#,
        r#"let quote = '"'; let words = "é";"#,
        "html! {\n    <p>\n        { \"sterk\" }\n    </p>\n}",
    ] {
        check(words, false);
    }
    for names in [
        r#"html! { <p class="two names">{ " · " }</p> }"#,
        r#"html! { <p class={if wide { "two names" } else { "name" }} /> }"#,
        r#"html! { <path d={"M3 10H17"} /> }"#,
        r#"let id = ["check-", level].concat();"#,
        r#"// A comment with "Words in quotes"."#,
        r##"#[allow(clippy::x, reason = "It is so")]"##,
    ] {
        check(names, true);
    }
}

#[test]
fn every_exception_is_needed() {
    for (file, text, _) in EXCEPTIONS {
        let found = literals(&read(file)).iter().any(|literal| literal.text == text);
        assert!(found, "{file} has no \"{text}\" any more: remove the exception");
    }
}

#[test]
fn every_file_says_what_it_is_and_is_not_too_long() {
    for (path, text) in sources(|_| true) {
        assert!(text.starts_with("//! "), "{path}: the first line says in one sentence what the file is");
        let lines = text.lines().count();
        let may_be_longer = LONGER.iter().any(|(longer, _)| *longer == path);
        assert!(
            lines <= LONGEST_FILE || may_be_longer,
            "{path} has {lines} lines, more than {LONGEST_FILE}: split it"
        );
    }
}

#[test]
fn the_architecture_fits_one_page() {
    let lines = read("ARCHITECTURE.md").lines().count();
    assert!(lines <= ONE_PAGE, "ARCHITECTURE.md has {lines} lines, more than {ONE_PAGE}");
}

/// A module with a version number owns a format: its own page and a folder of examples that must be read for ever.
#[test]
fn every_format_has_a_page_and_frozen_examples() {
    let mut formats = BTreeSet::new();
    for (path, text) in sources(|_| true) {
        let Some(version) = text.lines().find_map(|line| line.strip_prefix("pub const VERSION: u32 = "))
        else {
            assert!(!text.contains("const VERSION"), "{path}: write `pub const VERSION: u32 = …;`");
            continue;
        };
        let version: u32 = version.trim_end_matches(';').parse().expect("a number");
        let page = text
            .split('`')
            .find(|word| word.starts_with("docs/formats/") && word.ends_with(".md"))
            .unwrap_or_else(|| panic!("{path}: its first lines name its page in docs/formats"));
        let format = Path::new(page).file_stem().expect("a name").to_string_lossy().into_owned();
        let words = read(page);
        assert!(
            words.to_lowercase().contains(&format!("version {version}")),
            "{page} does not tell of version {version}"
        );
        let examples = files(&[&format!("tests/frozen/{format}")]);
        for version in 1..=version {
            let start = format!("tests/frozen/{format}/{version}-");
            assert!(examples.iter().any(|(path, _)| path.starts_with(&start)), "no frozen example {start}…");
        }
        formats.insert(format);
    }
    let formats: Vec<&str> = formats.iter().map(String::as_str).collect();
    assert_eq!(formats, ["csv", "group", "link", "plan", "result", "store"]);
}

#[test]
fn no_request_leaves_the_own_folder() {
    let places = ["src", "styles", "loader", "embed", "index.html"];
    let mut offences = Vec::new();
    for (path, text) in files(&places).into_iter().filter(|(path, _)| !is_authoring(path)) {
        for (line, number) in text.lines().zip(1..) {
            let line = line.replace("http://www.w3.org/", "");
            let outside =
                ["http://", "https://", "ws://", "wss://", "src=\"/", "href=\"/", "url(/", "url(\"/"];
            if outside.iter().any(|start| line.contains(start)) {
                offences.push(format!("{path}:{number} {line}"));
            }
        }
    }
    let why =
        "All addresses are relative, and nothing comes from elsewhere; only names of XML are addresses.";
    assert!(offences.is_empty(), "{why}\n{}", offences.join("\n"));
}

/// Everything that people of the project wrote.
const WRITTEN: [&str; 16] = [
    ".cargo",
    ".ci",
    "Cargo.toml",
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "content",
    "docs",
    "embed",
    "html",
    "index.html",
    "loader",
    "panic-hook",
    "src",
    "styles",
    "xtask",
];

#[test]
fn nothing_belongs_to_one_machine() {
    // Folders in which people and build machines keep their own things.
    let own = ["home", "root", "Users", "work", "workspace", "builds", "mnt"];
    let written: Vec<&str> = WRITTEN.into_iter().chain(["tests"]).collect();
    for (path, text) in files(&written) {
        for (line, number) in text.lines().zip(1..) {
            let found = own.iter().find(|folder| has_path(line, folder));
            assert!(found.is_none(), "{path}:{number} names a folder of one machine: {line}");
        }
    }
}

/// Whether an absolute path into this folder stands in a line.
fn has_path(line: &str, folder: &str) -> bool {
    let path = ["/", folder, "/"].concat();
    line.match_indices(&path).any(|(position, _)| {
        !line[..position].ends_with(|before: char| before.is_alphanumeric() || "/._-#})~".contains(before))
    })
}

#[test]
fn documents_that_are_referred_to_are_there() {
    for (path, text) in
        files(&["src", "xtask/src", "tests", "content", "styles", "loader", "docs", "ARCHITECTURE.md"])
    {
        if path == "tests/house.rs" {
            continue;
        }
        for word in text.split(|one: char| !(one.is_ascii_alphanumeric() || "/._-".contains(one))) {
            let name = word.trim_end_matches('.').trim_start_matches(['.', '/']);
            if !name.ends_with(".md") || name == ".md" {
                continue;
            }
            let beside = Path::new(&path).parent().expect("a folder").join(name);
            let there = root().join(name).exists() || root().join(beside).exists();
            assert!(there, "{path} refers to {name}, which is not in the repository");
        }
    }
}
