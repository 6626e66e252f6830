//! The text in a link: round trips, what is forgiven, what is refused (docs/formats/link.md).

mod support;

use std::time::{Duration, Instant};

use proptest::prelude::*;
use samenscan::date;
use samenscan::export::plan_json;
use samenscan::link::{
    self, LabelIn, Link, MAX_INPUT, ReadError, TextsIn, WriteError, write_both, write_invitation, write_plan,
    write_result,
};
use samenscan::plan::{Action, Line, Origin, Plan};
use samenscan::scan::{
    Answer, AskedStatement, Label, Level, Pair, Role, Scan, Sector, StatementOrder, StatementOrders, Variant,
};
use support::{any_label, any_scan, date, orders, school, version_one};

const MIXED: &str = "1234567123?-..5432112345?-.5";

fn text_of(scan: &Scan) -> String {
    write_result(scan, LabelIn::LeftOut, orders()).unwrap().as_str().to_owned()
}

fn example() -> Scan {
    school(&MIXED.replace(['6', '7'], "4"))
}

fn read(text: &str) -> Result<Link, ReadError> {
    link::read(text, orders())
}

proptest! {
    #[test]
    fn every_scan_comes_back(scan in any_scan()) {
        let orders = orders();
        let result = write_result(&scan, LabelIn::LeftOut, orders).unwrap();
        prop_assert_eq!(result.as_str().len(), match scan.variant { Variant::Quick => 19, Variant::Full => 27 });
        prop_assert!(result.as_str().ends_with(|last: char| last.is_ascii_alphanumeric()));
        prop_assert_eq!(link::read(result.as_str(), orders), Ok(Link::Result(scan.clone())));
        let invitation = write_invitation(&scan, orders).unwrap();
        prop_assert_eq!(link::read(invitation.as_str(), orders), Ok(Link::Invitation(scan)));
    }

    #[test]
    fn every_label_comes_back_and_only_when_asked(scan in any_scan(), label in any_label()) {
        let orders = orders();
        let labelled = Scan { label, ..scan.clone() };
        let with = write_result(&labelled, LabelIn::Included, orders).unwrap();
        prop_assert!(!with.is_long());
        prop_assert!(with.as_str()[3..].bytes().all(|byte| byte.is_ascii_alphanumeric()));
        prop_assert_eq!(link::read(with.as_str(), orders), Ok(Link::Result(labelled.clone())));
        let without = write_result(&labelled, LabelIn::LeftOut, orders).unwrap();
        prop_assert_eq!(link::read(without.as_str(), orders), Ok(Link::Result(scan)));
    }

    #[test]
    fn both_sides_come_back(one in any_scan(), other in any_scan()) {
        let orders = orders();
        let Ok(pair) = Pair::of(one, other) else { return Ok(()) };
        let both = write_both(&pair, orders).unwrap();
        prop_assert!(both.as_str().len() <= 48);
        prop_assert_eq!(link::read(both.as_str(), orders), Ok(Link::Both(pair)));
    }

    #[test]
    fn every_plan_comes_back(seed in 1u64..) {
        let plan = support::plan(&mut support::Random(seed));
        let Ok(with) = write_plan(&plan, TextsIn::Included) else { return Ok(()) };
        let whole = Link::Plan(Box::new(plan.clone()), TextsIn::Included);
        prop_assert_eq!(read(with.as_str()), Ok(whole));
        let without = write_plan(&plan, TextsIn::LeftOut).unwrap();
        let Ok(Link::Plan(bare, TextsIn::LeftOut)) = read(without.as_str()) else { panic!() };
        prop_assert_eq!(*bare, support::without_texts(&plan));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,300}", marker in "(#|%23)?[rmbp]1-") {
        let _ = read(&text);
        let _ = read(&(marker + &text));
    }

    #[test]
    fn any_symbols_are_read_or_refused(text in "[0-9A-Za-z]{0,80}", kind in "[rmbp]1-") {
        let _ = read(&(kind + &text));
    }
}

/// Labelled or not, quick or full, of one side or both.
fn links() -> Vec<(String, Link)> {
    let orders = orders();
    let mut random = support::Random(4);
    let mut links = Vec::new();
    for number in 0..6 {
        let mut side = |role: Role| {
            let variant = if number % 2 == 0 { Variant::Full } else { Variant::Quick };
            let asked = version_one().asked_in(variant).count();
            let text: String = (0..asked).map(|_| char::from(b"12345?-."[random.below(8)])).collect();
            let day = date(2026, 1, 1) + time::Duration::days(random.below(4_000) as i64);
            support::scan(role, Sector::ALL[random.below(4)], variant, day, &text)
        };
        let (one, other) = (side(Role::School), side(Role::Company));
        let labelled = Scan { label: Label::new("Bakkerij 't Hoekje, Zuid").unwrap(), ..one.clone() };
        let mut add = |fragment: Result<link::Fragment, WriteError>, link| {
            links.push((fragment.unwrap().as_str().to_owned(), link));
        };
        add(write_result(&one, LabelIn::LeftOut, orders), Link::Result(one.clone()));
        add(write_result(&labelled, LabelIn::Included, orders), Link::Result(labelled));
        add(write_invitation(&other, orders), Link::Invitation(other.clone()));
        let pair = Pair::of(one, other).unwrap();
        add(write_both(&pair, orders), Link::Both(pair));
    }
    links
}

#[test]
fn every_single_changed_character_is_refused_or_still_means_the_same() {
    let mut tried = 0u32;
    for (text, link) in links() {
        for place in 0..text.len() {
            for other in ('\u{1}'..='\u{7F}').chain(['\u{2013}', '\u{200B}', '…']) {
                let mut changed = text.clone();
                changed.replace_range(place..=place, &String::from(other));
                tried += 1;
                if let Ok(read) = read(&changed) {
                    assert_eq!(read, link, "{text} as {changed}");
                }
            }
        }
    }
    assert!(tried > 100_000, "{tried}");
}

#[test]
fn every_swap_deletion_and_doubling_of_neighbours_is_refused() {
    for (text, link) in links() {
        let characters: Vec<char> = text.chars().collect();
        for place in 0..characters.len() {
            let mut edited = [characters.clone(), characters.clone(), characters.clone()];
            if place + 1 < characters.len() {
                edited[0].swap(place, place + 1);
            }
            edited[1].remove(place);
            edited[2].insert(place, characters[place]);
            for changed in edited {
                let changed: String = changed.into_iter().collect();
                assert!(read(&changed).is_err() || read(&changed) == Ok(link.clone()), "{text} as {changed}");
            }
        }
    }
}

#[test]
fn every_two_changed_symbols_of_a_result_are_refused() {
    let text = text_of(&example());
    let alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    for first in 3..text.len() {
        for second in first + 1..text.len() {
            for one in alphabet.chars().filter(|&one| !text[first..].starts_with(one)) {
                for two in alphabet.chars().step_by(13).filter(|&two| !text[second..].starts_with(two)) {
                    let mut changed = text.clone();
                    changed.replace_range(first..=first, one.encode_utf8(&mut [0; 4]));
                    changed.replace_range(second..=second, two.encode_utf8(&mut [0; 4]));
                    assert!(read(&changed).is_err(), "{text} as {changed}");
                }
            }
        }
    }
}

#[test]
fn what_mail_and_chat_do_is_forgiven() {
    let text = text_of(&example());
    let link = Ok(Link::Result(example()));
    let (head, tail) = text.split_at(12);
    let percent: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
    for sent in [
        text.clone(),
        format!("#{text}"),
        format!("%23{text}"),
        format!("%2523{text}"),
        format!("https://school.nl/scan/?lang=nl#{text}"),
        format!("https://school.nl/scan/%23{text}"),
        format!("https%3A%2F%2Fschool.nl%2Fscan%2F%23{text}&data=05%7C02"),
        format!("https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.nl%2F%23{text}&data=05"),
        format!("https://school.nl/#/saved#{text}"),
        // A `#` that became part of the path: no server finds that, but pasted it opens.
        format!("https://school.nl/scan/index.html%23{text}"),
        format!("https://school.nl/scan/index.html?x#{text}"),
        format!("https://school.nl/scan/index.html?x%23{text}"),
        format!("https://school.nl/scan/%2523{text}"),
        format!("https://school.nl/scan/%23{text}/"),
        format!("https://school.nl/scan/%23{text}?lang=nl"),
        format!("school.nl/%23{text}"),
        format!("/%23{text}"),
        format!("https%3A%2F%2Fschool.nl%2Findex.html%253Fx%2523{text}"),
        format!("404 Not Found: GET /scan/index.html%23{text} HTTP/1.1"),
        format!("#{text}&utm_source=mail"),
        format!("#{text}?utm_source=mail"),
        format!("#{text}?fbclid=IwAR0"),
        format!("#{text}."),
        format!("(#{text})."),
        format!("\u{201C}#{text}\u{201D}"),
        format!("<https://school.nl/#{text}>"),
        format!("[de scan](https://school.nl/#{text})"),
        format!("\"#{text}\","),
        format!("#{text}/"),
        format!("#{text}%20"),
        format!("  \t{text}\r\n"),
        format!("#{head} {tail}"),
        format!("#{head}\r\n{tail}"),
        format!("#{head}\n> {tail}"),
        format!("#{head}=\r\n{tail}"),
        format!("#{head}%0A{tail}"),
        format!("#{head}\u{200B}{tail}"),
        format!("#{head}\u{AD}{tail}\u{FEFF}"),
        format!("#{head}%C2%AD{tail}"),
        format!("#{head}\u{A0}{tail}"),
        format!("#{}", text.replace('-', "\u{2011}")),
        format!("#{}", text.replace('-', "\u{2013}")),
        format!("# {}", text.replace('-', " - ")),
        format!("#{}", text.chars().flat_map(|character| [character, ' ']).collect::<String>()),
        text.replacen('r', "R", 1),
        percent.clone(),
        percent.replace('%', "%25"),
        format!("Dag Jan, kijk eens: https://school.nl/#{text} Groet, Fatima"),
        format!("Vul #1 in!\nhttps://school.nl/#{text}\nGroeten van Fatima"),
        format!("#{head}\n{tail}\n\nFatima van der Berg"),
        text.replace('1', "l"),
        text.replace('1', "I"),
        text.replace('0', "O"),
    ] {
        assert_eq!(read(&sent), link, "{sent}");
        assert!(link::is_link(&sent), "{sent}");
    }
}

#[test]
fn what_is_no_link_or_not_whole_is_refused_with_the_reason() {
    let text = text_of(&example());
    let check = |sent: &str, expect: ReadError| assert_eq!(read(sent), Err(expect), "{sent}");
    for nothing in
        ["", "#", "#/", "#/scan/3/check", "#main", "#result", "r", "r1", "%", "%23", "#/b1-x", "####"]
    {
        check(nothing, ReadError::NotALink);
        assert!(!link::is_link(nothing), "{nothing}");
    }
    check("https://school.nl/#x1-abc", ReadError::NotALink);
    for length in 3..text.len() {
        check(&text[..length], ReadError::Incomplete);
    }
    check(&format!("{text}A"), ReadError::Damaged);
    check(&text.to_ascii_uppercase(), ReadError::Damaged);
    check(&text.replacen("r1", "r2", 1), ReadError::Damaged);
    check(&format!("{text}{}", "A".repeat(2_000)), ReadError::TooLong);
    check(&" ".repeat(MAX_INPUT + 1), ReadError::TooLong);
    check(&" ".repeat(MAX_INPUT), ReadError::NotALink);
}

#[test]
fn a_second_link_is_read_when_the_first_is_broken() {
    let text = text_of(&example());
    assert_eq!(read(&format!("#r1-abc #{text}")), Ok(Link::Result(example())));
    assert_eq!(
        read(&format!("{}#{text}", "#r1-a ".repeat(9))),
        Err(ReadError::Incomplete),
        "eight are tried"
    );
}

#[test]
fn links_of_other_content_say_what_they_are() {
    let statement = |id: &str| AskedStatement {
        id: id.parse().unwrap(),
        wording: 2,
        level: Level::Student,
        quick: false,
    };
    let later = StatementOrder::new(7, vec![statement("Z1"), statement("S1")]).unwrap();
    let known: StatementOrders = [version_one().clone(), later].into_iter().collect();
    let answered = [("Z1", Answer::DontKnow), ("S1", Answer::ALL[3])];
    let scan = Scan {
        content_version: 7,
        answers: answered.into_iter().map(|(id, answer)| (id.parse().unwrap(), answer)).collect(),
        ..example()
    };
    let text = write_result(&scan, LabelIn::LeftOut, &known).unwrap();
    assert_eq!(link::read(text.as_str(), &known), Ok(Link::Result(scan)));
    let Err(ReadError::OtherContentVersion(header)) = read(text.as_str()) else { panic!("{text:?}") };
    assert_eq!((header.content_version, header.role, header.date), (7, Role::School, date(2026, 11, 22)));
    assert_eq!((header.sector, header.variant), (Sector::Vocational, Variant::Full));
}

#[test]
fn a_plan_without_texts_gets_those_of_the_content() {
    let mut random = support::Random(3);
    let plan = support::plan(&mut random);
    let bare = support::without_texts(&plan);
    let line = |text: &str| Line::new(text).unwrap();
    let look_up = |origin: &Origin| match origin {
        Origin::Own => None,
        Origin::Item { id, .. } => Some(Action {
            what: line("from the content"),
            first_step: line("first"),
            origin: Origin::Item { id: id.clone(), source: line("FME") },
            ..Action::default()
        }),
        Origin::Advice { .. } => None,
    };
    let filled = link::with_content(bare.clone(), look_up);
    for ((number, before), (same, after)) in bare.actions.iter().zip(filled.actions.iter()) {
        assert_eq!(number, same);
        assert_eq!((before.when, before.done), (after.when, after.done));
        match &after.origin {
            Origin::Item { source, .. } => {
                assert_eq!((after.what.as_str(), source.as_str()), ("from the content", "FME"));
            }
            _ => assert_eq!(before, after),
        }
    }
    assert_eq!(link::with_content(filled.clone(), |_| None), filled);
}

#[test]
fn long_plans_are_warned_of_and_too_long_ones_refused() {
    let text = "we bellen de school en plannen een gesprek over wat we van elkaar verwachten in het voorjaar";
    let plan = |actions: usize| {
        let mut plan =
            Plan::new(samenscan::plan::PlanId::new(7), samenscan::date::Day::nearest(date(2026, 11, 22)));
        for _ in 0..actions {
            plan.actions.add(Action { what: Line::new(text).unwrap(), ..Action::default() }).unwrap();
        }
        write_plan(&plan, TextsIn::Included)
    };
    let lengths: Vec<_> = (1..=30).map(plan).collect();
    let (mut warned, mut refused) = (0, 0);
    for length in lengths {
        match length {
            Ok(fragment) => {
                let length = fragment.as_str().len();
                assert!(length <= link::MAX_LENGTH && fragment.is_long() == (length > link::WARN_ABOVE));
                warned += usize::from(fragment.is_long());
                assert!(read(fragment.as_str()).is_ok());
            }
            Err(problem) => {
                assert!(matches!(problem, WriteError::TooLong(length) if length > link::MAX_LENGTH));
                refused += 1;
            }
        }
    }
    assert!(warned > 5 && refused >= 3, "{warned} {refused}");
}

#[test]
fn what_does_not_fit_in_a_link_is_refused() {
    let refused = |scan: &Scan| write_result(scan, LabelIn::Included, orders());
    let unknown = Scan { content_version: 2, ..example() };
    assert_eq!(refused(&unknown), Err(WriteError::UnknownContentVersion(2)));
    let clock_at_zero = Scan { changed_on: date(1970, 1, 1), ..example() };
    assert_eq!(refused(&clock_at_zero), Err(WriteError::DateOutOfRange));
}

/// `tests/frozen/link/1-all.toml`.
#[derive(serde::Deserialize)]
struct FrozenLinks {
    link: Vec<FrozenLink>,
    plan: Vec<FrozenPlan>,
}

#[derive(serde::Deserialize)]
struct FrozenPlan {
    what: String,
    text: String,
    texts: bool,
    json: String,
}

#[derive(serde::Deserialize, serde::Serialize)]
struct FrozenLink {
    what: String,
    text: String,
    kind: String,
    #[serde(default)]
    label: String,
    scans: Vec<FrozenScan>,
}

#[derive(serde::Deserialize, serde::Serialize)]
struct FrozenScan {
    role: Role,
    sector: Sector,
    variant: Variant,
    content_version: u16,
    date: String,
    answers: String,
}

fn all_frozen() -> FrozenLinks {
    toml::from_str(include_str!("frozen/link/1-all.toml")).unwrap()
}

fn frozen() -> Vec<FrozenLink> {
    all_frozen().link
}

impl FrozenLink {
    fn meant(&self) -> Link {
        let mut scans = self.scans.iter().map(|one| {
            assert_eq!(one.content_version, 1);
            let day = date::read(&one.date).unwrap();
            let scan = support::scan(one.role, one.sector, one.variant, day, &one.answers);
            Scan { label: Label::new(&self.label).unwrap(), ..scan }
        });
        let one = scans.next().unwrap();
        match (&*self.kind, scans.next()) {
            ("result", None) => Link::Result(one),
            ("invitation", None) => Link::Invitation(one),
            ("both", Some(other)) => Link::Both(Pair::of(one, other).unwrap()),
            _ => panic!("{}", self.what),
        }
    }
}

#[test]
fn links_that_went_out_are_read_for_ever() {
    let frozen = frozen();
    assert!(frozen.len() >= 12);
    for one in frozen {
        let link = read(&one.text);
        assert_eq!(link.as_ref(), Ok(&one.meant()), "{}", one.what);
        assert_eq!(support::write(&link.unwrap()), one.text, "{}", one.what);
    }
}

#[test]
fn plans_that_went_out_are_read_for_ever() {
    let frozen = all_frozen().plan;
    assert!(frozen.len() >= 4);
    for one in frozen {
        let Ok(Link::Plan(plan, texts)) = read(&one.text) else { panic!("{}", one.what) };
        assert_eq!(texts == TextsIn::Included, one.texts, "{}", one.what);
        let expect: serde_json::Value = serde_json::from_str(&one.json).unwrap();
        let file: serde_json::Value = serde_json::from_str(&plan_json::encode(&plan)).unwrap();
        assert_eq!(file["plan"], expect, "{}", one.what);
        assert_eq!(write_plan(&plan, texts).unwrap().as_str(), one.text, "{}", one.what);
    }
}

#[test]
fn an_implementation_from_the_page_alone_writes_the_same_links() {
    let lines = frozen().iter().map(|link| serde_json::to_string(link).unwrap() + "\n").collect::<String>();
    let written = support::python("tests/independent/link.py", &lines);
    for (link, line) in frozen().iter().zip(written.lines()) {
        assert_eq!(line, link.text, "{}", link.what);
    }
    assert_eq!(written.lines().count(), frozen().len());
}

#[test]
fn answers_that_are_not_asked_stay_behind() {
    let quick = Scan { variant: Variant::Quick, ..example() };
    let Ok(Link::Result(read)) = read(&text_of(&quick)) else { panic!() };
    assert_eq!(read.answers.len(), 12);
    assert!(read.answers.iter().all(|(id, _)| version_one().asked(Variant::Quick, id).is_some()));
}

#[test]
fn big_inputs_are_refused_at_once() {
    let mut random = support::Random(1);
    let bytes: Vec<u8> = (0..1_000_000).map(|_| random.next() as u8).collect();
    let mut inputs = vec![String::from_utf8_lossy(&bytes).into_owned()];
    for pattern in ["#r1-", "%23", "%25", "r1-0 ", "#b1-\n> ", "\u{AD}", "a", "%2"] {
        inputs.push(pattern.repeat(1_000_000 / pattern.len()));
        inputs.push(pattern.repeat(MAX_INPUT / pattern.len()));
    }
    let start = Instant::now();
    for input in &inputs {
        assert!(read(input).is_err());
    }
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
fn plans_are_as_long_as_the_page_says() {
    use samenscan::date::Day;
    use samenscan::plan::{Choice, Goal, PlanId, Review, TargetGroup, TimeLevel};
    let today = Day::nearest(date(2026, 11, 22));
    let line = |text: &str| Line::new(text).unwrap();
    let mut plan = Plan::new(PlanId::new(u64::MAX), today);
    plan.choice = Some(Choice::single(Goal::YoungTalent, TargetGroup::Vocational, TimeLevel::High));
    for _ in 0..5 {
        let action = Action {
            what: line("Geef een gastles over je werk en laat zien wat je maakt"),
            when: Some(today),
            who: line("Fatima en Jan"),
            first_step: line("bel de school voor een afspraak"),
            origin: Origin::Item { id: "AC-L1".parse().unwrap(), source: line("FME, hoofdstuk 2") },
            ..Action::default()
        };
        plan.actions.add(action).unwrap();
    }
    for months in [3, 12] {
        let on = today.plus_months(months);
        plan.reviews.add(Review { on, note: samenscan::plan::Note::default() }).unwrap();
    }
    let length = |texts| write_plan(&plan, texts).unwrap().as_str().len();
    assert_eq!((length(TextsIn::LeftOut), length(TextsIn::Included)), (114, 583));
}
