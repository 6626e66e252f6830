//! Many results together: what each action does, and what the screens say.

mod page;
mod real;

use std::rc::Rc;

use page::Page;
use real::{FULL, content, contents, day, scan};
use samenscan::app::{
    Action, Contents, Deletion, GroupAction, GroupProgress, Rest, Route, State, Storage, update,
};
use samenscan::content::Content;
use samenscan::export::group_csv::WhyRefused;
use samenscan::gather::{Gathered, Gathering, WhyNot};
use samenscan::link::ReadError;
use samenscan::record::Store;
use samenscan::scan::group::Filter;
use samenscan::scan::intake::LineProblem;
use samenscan::scan::{Role, Scan, Sector, Variant};
use samenscan::ui::effects::{self, Effect, Target};
use samenscan::ui::prerender;

fn first_visit(content: &Rc<Content>) -> State {
    let state =
        State::new(Rc::clone(content), day("2026-11-22"), Store::default(), Storage::Works, Route::Group);
    State { rest: Rest::Here, ..state }
}

/// These results as a group, with what was refused and what was there twice.
fn gathered(content: &Rc<Content>, scans: &[Scan]) -> Rc<Gathered> {
    let mut gathering = Gathering::new(Rc::new(Gathered::new(content)), Rc::clone(content));
    for (number, scan) in scans.iter().enumerate() {
        let text = samenscan::export::json::encode(scan);
        assert!(gathering.begin(Some(format!("{number}.json").into()), text.len() as u64));
        gathering.part(text.into_bytes());
        gathering.end();
    }
    gathering.begin(None, 4);
    gathering.part(b"<b>\n".to_vec());
    gathering.end();
    while gathering.step() {}
    gathering.finish()
}

fn act(state: &State, action: GroupAction) -> State {
    update(state, Action::Group(action))
}

fn read_and_counted(state: &State, gathered: &Rc<Gathered>) -> State {
    let filter = state.group.filter;
    let read = act(&act(state, GroupAction::Begin), GroupAction::Read(Rc::clone(gathered)));
    act(&read, GroupAction::Counted(filter, Rc::new(gathered.tally(filter))))
}

fn choose(state: &State, filter: Filter) -> State {
    let chosen = act(state, GroupAction::Choose(filter));
    let tally = chosen.group.gathered().expect("a group").tally(filter);
    act(&chosen, GroupAction::Counted(filter, Rc::new(tally)))
}

/// Two schools that agree on everything but S1, and three companies of which the last is there twice.
fn five(content: &Rc<Content>) -> State {
    let of = |role, given: &str| scan(content, role, Variant::Full, given);
    let scans = [
        of(Role::School, "1444444 3333333 3333333 333?3-."),
        of(Role::School, "5444444 3333333 3333333 333?3-."),
        of(Role::Company, FULL),
        Scan { sector: Sector::Primary, ..of(Role::Company, "2222222 2222222 2222222 2222222") },
        of(Role::Company, FULL),
    ];
    read_and_counted(&first_visit(content), &gathered(content, &scans))
}

fn draw(state: &State) -> Page {
    let page = Page::read("group", prerender::html(state.clone()));
    page.check();
    page
}

#[test]
fn a_group_is_read_counted_filtered_and_emptied() {
    let content = content("nl");
    let state = first_visit(&content);
    let group = gathered(&content, &[scan(&content, Role::School, Variant::Full, FULL)]);
    let reading = act(&state, GroupAction::Begin);
    assert_eq!(reading.group.contents, Contents::Reading(GroupProgress::default()));
    assert_eq!(effects::between(&state, &reading), [Effect::Focus(Target::GroupReading)]);
    let progress = GroupProgress { results: 3, percent: 40 };
    let further = act(&reading, GroupAction::Progress(progress));
    assert_eq!(further.group.contents, Contents::Reading(progress));
    assert_eq!(effects::between(&reading, &further), [], "progress moves no focus");
    let read = act(&further, GroupAction::Read(Rc::clone(&group)));
    assert_eq!(effects::between(&further, &read), [Effect::Focus(Target::GroupOutcome)]);
    assert!(read.group.gathered().is_some_and(|there| Rc::ptr_eq(there, &group)));
    assert!(read.group.tally().is_none() && read.group.is_counting());

    let tally = Rc::new(group.tally(Filter::default()));
    let counted = act(&read, GroupAction::Counted(Filter::default(), Rc::clone(&tally)));
    assert!(!counted.group.is_counting());
    assert_eq!(effects::between(&read, &counted), []);
    let companies = Filter { role: Some(Role::Company), ..Filter::default() };
    let chosen = act(&counted, GroupAction::Choose(companies));
    assert!(chosen.group.is_counting() && chosen.group.tally().is_some(), "the screen does not jump");
    let late = act(&chosen, GroupAction::Counted(Filter::default(), tally));
    assert!(late.group.is_counting(), "what was counted for another choice does not count");
    let done = act(&late, GroupAction::Counted(companies, Rc::new(group.tally(companies))));
    assert!(!done.group.is_counting());
    assert_eq!(done.group.tally().map(|tally| tally.results), Some(0));

    let asked = update(&done, Action::AskDelete(Deletion::Group));
    assert_eq!(effects::between(&done, &asked), [Effect::Focus(Target::DeleteQuestion)]);
    let kept = update(&asked, Action::KeepAfterAll);
    assert_eq!((&kept.group, kept.deleting), (&done.group, None));
    assert_eq!(effects::between(&asked, &kept), [Effect::Focus(Target::DeleteButton(Deletion::Group))]);
    let emptied = update(&asked, Action::Delete);
    assert_eq!((&emptied.group.contents, emptied.group.filter), (&Contents::Empty, Filter::default()));
    assert_eq!(effects::between(&asked, &emptied), [Effect::Focus(Target::SavedList)]);
    assert!(emptied.deleted.is_empty() && Rc::ptr_eq(&emptied.store, &state.store));
}

#[test]
fn what_does_not_fit_the_moment_changes_nothing() {
    let content = content("nl");
    let state = first_visit(&content);
    let filter = Filter { with_duplicates: true, ..Filter::default() };
    let tally = Rc::new(Gathered::new(&content).tally(filter));
    for action in [
        GroupAction::Progress(GroupProgress { results: 1, percent: 1 }),
        GroupAction::Choose(filter),
        GroupAction::Counted(Filter::default(), tally),
        GroupAction::Show(3),
    ] {
        assert!(state.is_unchanged(&act(&state, action.clone())), "{action:?}");
    }
    let reading = act(&state, GroupAction::Begin);
    let asked = update(&reading, Action::AskDelete(Deletion::Group));
    let deleted = update(&asked, Action::Delete);
    assert_eq!(deleted.group, reading.group, "a group that is being read is not emptied under its reader");
}

#[test]
fn an_action_that_changes_nothing_draws_nothing_and_a_copy_is_another_group() {
    let state = five(&content("nl"));
    let same = act(&state, GroupAction::Show(0));
    assert!(state.is_unchanged(&same));
    let group = state.group.gathered().expect("a group");
    let copy = act(&state, GroupAction::Read(Rc::new(Gathered::clone(group))));
    assert!(!state.is_unchanged(&copy));
    assert_ne!(state.group, copy.group);
}

#[test]
fn an_empty_group_explains_itself_and_asks_for_results() {
    for content in contents() {
        let texts = &content.texts;
        let page = draw(&first_visit(&content));
        assert_eq!(page.text_of("h1"), **texts.group_heading());
        for words in [texts.group_lead(), texts.group_private(), texts.group_files_hint()] {
            assert!(page.text().contains(&**words), "{words}");
        }
        assert_eq!(page.count("textarea#group-pasted"), 1);
        assert_eq!(page.text_of("label[for='group-pasted']"), **texts.group_paste_label());
        assert_eq!(page.count("input[type=file][multiple]"), 1);
        assert_eq!(page.count("table, .choosing, #group-outcome"), 0);
        let meeting = State { route: Route::Meeting, ..first_visit(&content) };
        let page = draw(&meeting);
        assert!(page.text().contains(&**texts.group_meeting_empty()));
        assert_eq!(page.attributes("main a.main", "href"), ["#/group"]);
        for route in [Route::Saved, Route::Start] {
            let page = draw(&State { route, ..first_visit(&content) });
            assert!(page.count("a[href='#/group']") >= 1, "there is a way to it");
        }
    }
}

#[test]
fn reading_is_told_in_words_and_can_be_stopped() {
    for content in contents() {
        let texts = &content.texts;
        let reading = act(&first_visit(&content), GroupAction::Begin);
        let reading = act(&reading, GroupAction::Progress(GroupProgress { results: 1234, percent: 56 }));
        let page = draw(&reading);
        let said = page.text_of("#group-reading[tabindex='-1']");
        for words in [&**texts.group_reading(), &texts.group_progress("1234", "56"), &**texts.group_stop()] {
            assert!(said.contains(words), "{said}");
        }
        assert_eq!(page.count("textarea, input, table"), 0, "one reading at a time");
        let seen = act(&five(&content), GroupAction::Show(3));
        assert_eq!((seen.group.shown, act(&seen, GroupAction::Begin).group.shown), (3, 0));
    }
}

#[test]
fn what_came_of_reading_is_told_with_reasons() {
    for content in contents() {
        let texts = &content.texts;
        let page = draw(&five(&content));
        let said = page.texts("#group-outcome > p");
        let expect = [texts.group_added("5"), texts.group_refused("1"), texts.group_duplicates("1")];
        assert_eq!(said, expect);
        let reasons = page.texts("#group-outcome li");
        let line = format!("{}: {}", texts.group_line("1"), texts.group_why_no_link());
        assert_eq!(reasons, [line, format!("4.json: {}", texts.group_twice("5", "3"))]);
    }
}

#[test]
fn every_reason_is_a_sentence_of_its_own() {
    let content = content("nl");
    let link = |problem| WhyNot::Line(LineProblem::Link(problem));
    let reasons = [
        link(ReadError::NotALink),
        link(ReadError::TooLong),
        link(ReadError::Incomplete),
        link(ReadError::Damaged),
        link(ReadError::Newer),
        WhyNot::Line(LineProblem::Plan),
        WhyNot::TooManyFiles,
        WhyNot::TooLarge,
        WhyNot::TooMuch,
        WhyNot::Unreadable,
        WhyNot::Row(WhyRefused::Cells),
        WhyNot::Row(WhyRefused::Value("school_kind")),
        WhyNot::Row(WhyRefused::OtherResult),
        WhyNot::Row(WhyRefused::Incomplete),
        WhyNot::OtherContentVersion,
        WhyNot::Full,
    ];
    let mut sentences: Vec<String> = Vec::new();
    for why in reasons {
        let mut group = Gathered::new(&content);
        group.refused.push(samenscan::gather::Refused { source: Some("<i>.csv".into()), line: Some(7), why });
        let state = act(&first_visit(&content), GroupAction::Read(Rc::new(group)));
        let sentence = draw(&state).text_of("#group-outcome li");
        assert!(sentence.starts_with("<i>.csv, Regel 7: ") && sentence.ends_with('.'), "{sentence}");
        sentences.push(sentence);
    }
    let count = sentences.len();
    sentences.sort();
    sentences.dedup();
    assert_eq!(sentences.len(), count);
}

#[test]
fn the_figures_are_in_the_picture_in_words_and_in_the_table() {
    for content in contents() {
        let texts = &content.texts;
        let state = five(&content);
        let page = draw(&state);
        assert_eq!(page.text_of(".counted"), texts.group_counted("4", "2", "2"));
        let tally = state.group.tally().expect("a tally");
        let ordered = tally.by_disagreement();
        let names: Vec<String> = ordered
            .iter()
            .map(|(one, _)| content.statement(one.statement.id).expect("a statement").label.to_string())
            .collect();
        assert_eq!(page.texts(".spread h3"), names, "the largest difference first");
        assert_eq!(page.texts("table tbody th")[4..], names);
        // S1: 1, 5, 4 and 2. Two of six pairs differ by one step, two by three, one by two, one by four.
        assert_eq!(ordered[0].0.statement.id.to_string(), "S1");
        let mark = content.language.decimal_mark;
        let with_mark = |text: &str| text.replace('.', &mark.to_string());
        let first = page.texts(".spread > li:first-child dd");
        let range = texts.group_range(&with_mark("1.8"), &with_mark("4.3"));
        let expect = ["1, 1, 0, 1, 1", "4", "3.0", &range, "2.5", "0.0%", "2.3"].map(with_mark);
        assert_eq!(first, expect);
        let row = page.texts("table:last-of-type tbody tr:first-child td");
        assert!(row.ends_with(&expect[1..]), "{row:?}");
        let table = page.texts("section[aria-labelledby=group-statements] tbody tr:first-child td");
        assert_eq!(table[..5], ["1", "1", "0", "1", "1"]);
        assert_eq!(
            page.texts(".spread > li:first-child svg text"),
            ["1", "1", "1", "2", "0", "3", "1", "4", "1", "5"]
        );
        assert_eq!(page.count(".spread svg[aria-hidden=true]"), 28);
        assert_eq!(page.count(".spread .median"), 28);
        for words in [texts.group_order(), texts.group_difference_explained(), texts.group_difference_range()]
        {
            assert!(page.text().contains(&**words), "{words}");
        }
    }
}

#[test]
fn a_group_that_is_there_is_short_and_adding_to_it_stands_on_top() {
    for content in contents() {
        let texts = &content.texts;
        let page = draw(&five(&content));
        let folded = page.texts(".group details:not([open]) > summary");
        assert_eq!(folded[2], **texts.group_add_heading());
        assert!(folded[3].starts_with(&**texts.group_filter()), "{}", folded[3]);
        assert_eq!(folded.last(), Some(&texts.group_table_label().to_string()));
        // What came of the reading has two, and each statement one.
        assert_eq!(folded.len(), 2 + 2 + 28 + 1);
        assert_eq!(page.count(".spread details:not([open]) dd"), 28 * 7);
        assert!(folded[4].contains(&**texts.column_difference()), "{}", folded[4]);
        // Where nothing was read, adding is what one is there for.
        for nothing in
            [first_visit(&content), read_and_counted(&first_visit(&content), &gathered(&content, &[]))]
        {
            assert_eq!(draw(&nothing).texts(".add[open] button.main"), [&**texts.group_paste_button()]);
        }
    }
}

#[test]
fn few_results_say_what_they_cannot_say() {
    let content = content("nl");
    let texts = &content.texts;
    let check =
        |state: &State, expect: &[&str]| assert_eq!(draw(state).texts("#group-results ~ .note p"), expect);
    let state = five(&content);
    let few = texts.group_few("5");
    check(&state, &[&few]);
    let schools = choose(&state, Filter { role: Some(Role::School), ..Filter::default() });
    check(&schools, &[texts.group_two(), &few]);
    let one = Filter { role: Some(Role::Company), sector: Some(Sector::Primary), ..Filter::default() };
    let one = choose(&state, one);
    check(&one, &[texts.group_one(), &few]);
    let page = draw(&one);
    assert!(page.texts(".spread > li:first-child dd").ends_with(&["–".to_owned()]), "one does not differ");
    let none = choose(&state, Filter { sector: Some(Sector::HigherProfessional), ..Filter::default() });
    assert_eq!(draw(&none).texts("#group-results ~ .note"), [&**texts.group_none()]);
    assert_eq!(draw(&none).count("table, a[href='#/group/meeting']"), 0);
    assert_eq!(draw(&none).count("#delete-group"), 1, "it can still be emptied");
    let all = choose(&state, Filter { with_duplicates: true, ..Filter::default() });
    check(&all, &[]);
    assert_eq!(draw(&all).text_of(".counted"), texts.group_counted("5", "2", "3"));
}

#[test]
fn what_is_chosen_is_marked_and_named_on_paper() {
    let content = content("nl");
    let state = five(&content);
    let filter =
        Filter { role: Some(Role::Company), sector: Some(Sector::Vocational), with_duplicates: true };
    let page = draw(&choose(&state, filter));
    let checked = page.attributes("input[checked]", "id");
    assert_eq!(checked, ["group-role-company", "group-school-kind-mbo", "group-duplicates-all"]);
    assert_eq!(page.text_of(".on-paper"), "22 november 2026");
    assert_eq!(
        page.text_of("summary:not(.on-screen *) .hint"),
        "Bedrijven · middelbaar beroepsonderwijs (mbo)"
    );
    assert_eq!(draw(&state).text_of("summary:not(.on-screen *) .hint"), **content.texts.group_filter_all());
    assert_eq!(draw(&state).count("#group-labels-yes"), 0, "no result has a name");
    let named = Scan { label: real::nasty_label(), ..scan(&content, Role::School, Variant::Full, FULL) };
    let named = read_and_counted(&first_visit(&content), &gathered(&content, &[named]));
    assert_eq!(draw(&named).count("#group-labels-yes:not([checked])"), 1);
    let ticked = act(&named, GroupAction::WithLabels(true));
    assert_eq!(draw(&ticked).count("#group-labels-yes[checked]"), 1);
    assert!(!draw(&ticked).text().contains("script"), "names are not on the screen");
}

#[test]
fn a_meeting_sees_one_statement_at_a_time() {
    for content in contents() {
        let texts = &content.texts;
        let state = State { route: Route::Meeting, ..five(&content) };
        let tally = Rc::clone(state.group.tally().expect("a tally"));
        for (place, (one, _)) in tally.by_disagreement().into_iter().enumerate() {
            let shown = act(&state, GroupAction::Show(place));
            let page = draw(&shown);
            let statement = content.statement(one.statement.id).expect("a statement");
            assert_eq!(page.text_of("h1"), *statement.label);
            let position = texts.group_position(&(place + 1).to_string(), "28");
            assert!(page.text_of(".place [role=status]").starts_with(&position));
            let off = page.texts("button[aria-disabled=true]");
            let expect = match place {
                0 => vec![texts.group_previous().to_string()],
                27 => vec![texts.group_next().to_string()],
                _ => vec![],
            };
            assert_eq!(off, expect);
            let words = page.texts(".words p").len();
            let one_text = statement.text.get(Role::School) == statement.text.get(Role::Company);
            assert!(words == 2 || one_text, "{:?}", page.texts(".words p"));
        }
        let beyond = act(&state, GroupAction::Show(99));
        assert_eq!(beyond.group.shown, 27);
        let companies = Filter { role: Some(Role::Company), ..Filter::default() };
        let chosen = choose(&beyond, companies);
        assert_eq!(chosen.group.shown, 0, "another order begins at its beginning");
        assert_eq!(draw(&chosen).count(".words p"), 1);
    }
}
