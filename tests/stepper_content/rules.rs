//! Each rule, broken.

use samenscan::content::authoring::Authored;

use super::real;

/// One changed line must give a problem with these words. `$` stands for the line itself.
#[track_caller]
fn check(file: &str, start: &str, by: &str, expect: &str) {
    let mut files = real();
    let text = files.get_mut(&format!("stepper/{file}")).expect("the file");
    let line = text.lines().find(|line| line.starts_with(start)).expect("the line").to_owned();
    *text = text.replacen(&line, &by.replace('$', &line), 1);
    let problems = match Authored::parse(files) {
        Ok(authored) => authored.check(),
        Err(problems) => problems,
    };
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(problems.iter().any(|problem| problem.contains(expect)), "no '{expect}' in {problems:#?}");
}

#[test]
fn texts_follow_the_rules_for_all_texts() {
    let long = "about.nl = \"Een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien.\"";
    check("choices.toml", "about.nl", long, "has 17 words");
    check("choices.toml", "about.en", "", "goal young_talent, about: the text in English is missing");
    check(
        "activities.toml",
        "first_step",
        "first_step = { nl = \"Bel.\" }",
        "AC-L1, first_step: the text in English",
    );
    check(
        "explainer.toml",
        "text = { nl",
        "text = { nl = \"Naar {x}.\", en = \"To.\" }",
        "`{x}` would be shown as it stands",
    );
    check(
        "ways.toml",
        "button",
        "button = { nl = \"Kies {tijd}\", en = \"Choose\" }",
        "`{tijd}` is not one of",
    );
    check(
        "contacts.toml",
        "text = { nl",
        "text = { nl = \"Bel 06-12345678.\", en = \"Call.\" }",
        "looks like a telephone number",
    );
    check(
        "contacts.toml",
        "text = { nl",
        "text = { nl = \"Mail a@b.nl\", en = \"Mail.\" }",
        "looks like an e-mail address",
    );
}

#[test]
fn nothing_can_be_misspelt() {
    check("activities.toml", "hands_on", "hands_of = true", "unknown field `hands_of`");
    check("activities.toml", "groups", "groups = { po = \"namd\" }", "unknown variant `namd`");
    check("activities.toml", "from", "from = \"lower\"", "unknown variant `lower`");
    check("funding.toml", "valid_until", "valid_until = \"2025-06-31\"", "not a day written as");
    check("notes.toml", "scope", "scope = { group = [\"po\"] }", "unknown field `group`");
    check("funding.toml", "checked_on", "checked_on = \"22-11-2026\"", "not a day written as");
}

#[test]
fn everything_has_a_source_that_exists() {
    check("activities.toml", "sources", "sources = []", "AC-L1: it has no source");
    check(
        "activities.toml",
        "sources",
        "sources = [\"FME 12 L335\"]",
        "the source 'FME 12 L335' does not exist",
    );
    check("explainer.toml", "sources", "sources = []", "ED-PO: it has no source");
    check(
        "activities.toml",
        "group_sources",
        "group_sources = { po = [\"XYZ 1 L1\"] }",
        "AC-L1, group po: the source",
    );
}

#[test]
fn ids_are_ids_and_lead_somewhere() {
    check("contacts.toml", "id = ", "id = \"AC-L1\"", "this id is used twice");
    check("contacts.toml", "id = ", "id = \"cr 1\"", "this is not an id");
    check("programmes.toml", "helps_with", "helps_with = [\"AC-X1\"]", "there is no 'AC-X1'");
    check("notes.toml", "examples", "examples = [\"AC-L1\"]", "there is no 'AC-L1'");
    check("notes.toml", "months", "months = [13]", "a month is not from 1 to 12");
    check("explainer.toml", "contact", "contact = \"CR-99\"", "there is no 'CR-99'");
    check("explainer.toml", "within", "within = \"ED-HBO\"", "there is no 'ED-HBO'");
    check("explainer.toml", "to = ", "to = [\"ED-XX\"]", "there is no 'ED-XX'");
    check("explainer.toml", "not_to_confuse_with", "", "does not point back");
    check("choices.toml", "id = \"visibility\"", "id = \"innovation\"", "not every one stands there once");
    check("ways.toml", "rule", "rule = \"start_small\"", "a rule is missing, or stands there twice");
}

#[test]
fn bases_and_links_are_what_they_can_be() {
    check("activities.toml", "chapter", "chapter = \"high\"", "`chapter` is another level than `from`");
    check(
        "examples.toml",
        "from",
        "$\nchapter = \"low\"",
        "only activities and programmes stand in a chapter",
    );
    check(
        "examples.toml",
        "text",
        "$\nfirst_step = { nl = \"Bel.\", en = \"Call.\" }",
        "an example has no first step",
    );
    check("activities.toml", "first_step", "", "an example has no first step, everything else has one");
    check(
        "examples.toml",
        "goals",
        "goals = [{ goal = \"visibility\", basis = \"own_text\" }]",
        "`interview` is the one basis of examples",
    );
    check(
        "activities.toml",
        "group_sources",
        "group_sources = { po = [\"FME 1 L1\"] }\nlink = { url = \"javascript:x\" }",
        "is not an address",
    );
    check(
        "funding.toml",
        "link",
        "link = { url = \"https://www.ao-metalektro.nl/\" }",
        "needs `ended = true`",
    );
    check("ways.toml", "classes", "classes = [\"listed\"]", "nothing is missing in class listed");
    check("ways.toml", "button", "", "a change needs a button");
    check("ways.toml", "goals", "", "`goals` belongs to `goal_added` only");
}

#[test]
fn what_goes_into_a_plan_fits_into_a_plan() {
    let long = format!("name = {{ nl = \"{}\", en = \"x\" }}", "x".repeat(201));
    check("activities.toml", "name", &long, "AC-L1: its name or first step does not fit into a plan");
}
