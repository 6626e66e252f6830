//! Each rule, broken.

use super::{check, expect_problem, real};

const LONG: &str = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien";

#[test]
fn each_of_the_seventeen_factors_is_measured() {
    let sources = &real()["sources.toml"];
    let factors: Vec<&str> =
        sources.lines().filter_map(|line| line.strip_prefix("[factors.\"")?.strip_suffix("\"]")).collect();
    assert_eq!(factors.len(), 17);
    for factor in factors {
        let mut files = real();
        let scan = files.get_mut("scan.toml").expect("the scan");
        *scan = scan
            .lines()
            .map(|line| match line.starts_with("measures = ") {
                true => line.replace(&format!("\"{factor}\""), "\"CF1\"") + "\n",
                false => format!("{line}\n"),
            })
            .collect();
        expect_problem(files, &format!("factor {factor}: no mandatory statement measures this factor"));
    }
    check(
        "scan.toml",
        "mandatory = true",
        "mandatory = false",
        "factor CH4-S+1: no mandatory statement measures",
    );
    check(
        "scan.toml",
        "mandatory = false",
        "mandatory = true",
        "`mandatory` is for the statements that measure",
    );
    check(
        "scan.toml",
        "source_factor = \"helps\"",
        "source_factor = \"hinders\"",
        "not those of the factor it measures",
    );
    check(
        "sources.toml",
        "source_factor = \"helps\"",
        "source_factor = \"hinders\"",
        "8 factors that help and 9",
    );
}

#[test]
fn every_text_is_there_in_every_language_and_no_other() {
    let missing = "the text in English is missing. Add `en = ";
    check("scan.toml", "label.en", "", "statement S1, label: the text in English is missing");
    check("scan.toml", "help.en", "", missing);
    check("scan.toml", "about.school.en", "", missing);
    check("scan.toml", "en = ", "", missing);
    check("scan.toml", "words.en", "", "the words in English are missing");
    check("scan.toml", "dont_know", "dont_know = { nl = \"Weet ik niet\" }", missing);
    check("sources.toml", "mind.en", "", missing);
    check("interface.toml", "en = ", "", missing);
    check("scan.toml", "label.en", "$\nlabel.fy = \"Fêst\"", "`fy` is not a language of languages.toml");
    check("scan.toml", "words.en", "$\nwords.fy = {}", "`fy` is not a language of languages.toml");
    check(
        "languages.toml",
        "code = \"en\"",
        "code = \"fy\"",
        "sources.toml, factor CH4-I+1, label: the text in English is missing",
    );
    check("languages.toml", "code = \"en\"", "code = \"nl\"", "this code is used twice");
    check("languages.toml", "name", "name = \"\"", "the name or a month is empty");
    check("scan.toml", "label.en", "label.en = \" \"", "the text is empty");
    check("scan.toml", "words.nl", "words.nl = { leerling = \"leerling\" }", "no word for `docenten`");
}

#[test]
fn nothing_can_be_misspelt() {
    check("scan.toml", "quick = ", "quik = true", "unknown field `quik`");
    check("scan.toml", "for = ", "four = \"both\"", "missing field `for`");
    check(
        "scan.toml",
        "sources = ",
        "$\nextra = \"iets\"",
        "`extra` is not a language of languages.toml, and not a field",
    );
    check("scan.toml", "level = ", "level = \"strategisch\"", "unknown variant `strategisch`");
    check("scan.toml", "id = \"S1\"", "id = \"s1\"", "a statement id is one to four capital letters");
    check("scan.toml", "version", "version = \"een\"", "content/scan.toml, line 2");
    let mut files = real();
    files.remove("sources.toml");
    expect_problem(files, "content/sources.toml: the file is missing");
}

#[test]
fn ids_are_used_once() {
    check("scan.toml", "id = \"S2\"", "id = \"S1\"", "statement S1: this id is used twice");
    check("scan.toml", "id = \"S1-b\"", "id = \"S1-a\"", "advice S1-a: this id is used twice");
    check("scan.toml", "id = \"S1-b\"", "id = \"S2-x\"", "its id does not say so. Name it S1-a");
    check("sources.toml", "CF1 = ", "$\nCF1 = []", "duplicate key");
    check("sources.toml", "CF1 = ", "$\n\"CH4-S+1\" = [\"GKC 4 L1\"]", "it is an item and a factor");
    check("sources.toml", "id = \"KPC\"", "id = \"GKC\"", "document GKC: this id is used twice");
    check(
        "sources.toml",
        "  { id = \"2\"",
        "  { id = \"1\", nl = \"a\", en = \"a\" },",
        "chapter 1: this id is used twice",
    );
}

#[test]
fn everything_has_a_source_that_exists() {
    check("scan.toml", "measures = ", "measures = []", "statement S1: it has no source");
    check("scan.toml", "sources = ", "sources = []", "advice S1-a: it has no source");
    check("scan.toml", "supported_by = ", "supported_by = [\"XX9\"]", "the source 'XX9' does not exist");
    check("scan.toml", "sources = ", "sources = [\"FME 99 L1\"]", "the source 'FME 99 L1' does not exist");
    check("sources.toml", "CF1 = ", "CF1 = [\"GKC 4 L20-10\"]", "'GKC 4 L20-10' is not a place");
    check("sources.toml", "CF1 = ", "CF1 = []", "CF1: it has no place");
}

#[test]
fn the_scan_keeps_its_shape() {
    check("scan.toml", "importance = ", "importance = 4", "the importance is 4");
    check("scan.toml", "importance = ", "importance = 0", "the importance is 0");
    check("scan.toml", "wording = ", "wording = 0", "the wording is 0");
    check(
        "scan.toml",
        "quick = true",
        "quick = false",
        "there are 7 statements, 2 of them in the quick scan",
    );
    check("scan.toml", "level = ", "level = \"tactical\"", "level strategic: there are 6 statements");
    check(
        "scan.toml",
        "level = \"student\"",
        "level = \"tactical\"",
        "which is of a later level. Put the statements of a level together",
    );
    check("scan.toml", "id = \"po\"", "id = \"vo\"", "sector vo: it stands here 2 times");
    let mut files = real();
    let scan = files.get_mut("scan.toml").expect("the scan");
    *scan = scan.replace("for = \"both\"", "for = \"company\"");
    expect_problem(files, "a school finds no advice here");
}

#[test]
fn dutch_sentences_are_short_in_every_file() {
    let expect = "has 17 words. Split it, or shorten it to 16 words.";
    check("scan.toml", "school.nl", &format!("school.nl = \"{LONG}\""), expect);
    check("scan.toml", "about.school.nl", &format!("about.school.nl = \"Kort. {LONG}?\""), expect);
    check("scan.toml", "nl = ", &format!("nl = \"{LONG}\""), expect);
    check("sources.toml", "mind.nl", &format!("mind.nl = \"{LONG}\""), expect);
    check("interface.toml", "nl = ", &format!("nl = \"{LONG}\""), expect);
}

#[test]
fn nobody_can_be_reached_through_the_content() {
    for file in real().keys() {
        for (contact, kind) in
            [("iemand@voorbeeld.nl", "an e-mail address"), ("06 - 12 34 56 78", "a telephone number")]
        {
            let mut files = real();
            files.entry(file.clone()).or_default().push_str(&format!("\n# Vraag {contact}\n"));
            expect_problem(files, &format!("looks like {kind}"));
        }
    }
}

#[test]
fn braces_hold_what_is_filled_in() {
    check(
        "scan.toml",
        "school.nl",
        "school.nl = \"De {leraar} leert.\"",
        "`{leraar}` is not one of the words `{docent}`",
    );
    check(
        "scan.toml",
        "school.en",
        "school.en = \"The {leerling} learns.\"",
        "`{leerling}` is not one of the words",
    );
    check("scan.toml", "nl = ", "nl = \"De {leraar} leert.\"", "`{leraar}` is not one of the words");
    check("scan.toml", "label.nl", "label.nl = \"De {leerling}\"", "nothing is filled in here");
    check("scan.toml", "school.nl", "school.nl = \"De {leerling leert.\"", "a brace in");
    check("interface.toml", "nl = \"Stap", "nl = \"Stap {step}\"", "must have exactly `{step}`, `{total}`");
    check(
        "interface.toml",
        "en = \"Step",
        "en = \"Step {step} of {total} {x}\"",
        "must have exactly `{step}`, `{total}`",
    );
}

#[test]
fn the_interface_has_its_texts_and_no_others() {
    check("interface.toml", "[app_name]", "[ap_name]", "app_name: the text is missing");
    check("interface.toml", "[app_name]", "[ap_name]", "ap_name: the interface knows no such text");
}
