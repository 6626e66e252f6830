//! The frame around every screen: name, language, messages, and exactly one screen.

use super::browser::events;
use super::parts::{button, notices};
use super::screens::{level, missing, setup, start};
use super::{Command, view::View};
use crate::app::{Action, Deletion, Rest, Route, State, Step, Storage};
use crate::content::Text;
use crate::plan::Number;
use crate::record::{PlanNumber, ScanId};
use crate::scan::StatementId;
use crate::to_text::ToText;
use crate::ui::dom::{Attribute, Child, Node, html};
use crate::wording;

/// The id of the heading of the screen; it gets the focus on a new screen.
pub const HEADING: &str = "heading";
/// The id of what explains why nothing went on.
pub const PROBLEM: &str = "problem";
/// The id of the second question before deleting.
pub const DELETE_QUESTION: &str = "delete-question";
/// The id of the message with which deleting is undone.
pub const UNDO: &str = "undo";
/// The id of the newest message.
pub const NEWEST_NOTICE: &str = "newest-notice";
/// The id of what says how far the reading of a group is.
pub const GROUP_READING: &str = "group-reading";
/// The id of what says what came of it.
pub const GROUP_OUTCOME: &str = "group-outcome";
/// The id of the result as text.
pub const RESULT_TEXT: &str = "result-text";

/// The id of the button that deletes something. A scan and a plan may have the same number.
pub fn delete_button(deletion: Deletion) -> String {
    match deletion {
        Deletion::One(id) => ["delete-", &id.get().to_text()].concat(),
        Deletion::Plan(id) => ["delete-plan-", &id.get().to_text()].concat(),
        Deletion::All => "delete-all".to_owned(),
        Deletion::Group => "delete-group".to_owned(),
    }
}

/// The id of a field of an action in a plan.
pub fn action_field(action: Number, name: &str) -> String {
    ["action-", &action.get().to_text(), "-", name].concat()
}

/// The id of the field with the day of a moment to look back.
pub fn review_day(review: Number) -> String {
    ["review-", &review.get().to_text()].concat()
}

/// The id of the link that leads to a statement from the list of all answers.
pub fn answer_link(statement: StatementId) -> String {
    ["change-", statement.as_str()].concat()
}

/// The whole application.
pub fn view(view: &View<'_>) -> Node {
    let texts = view.texts();
    html! {
        <>
            <a class="skip" href="#content" onclick={skip(view)}>{ texts.skip_to_content() }</a>
            { header(view) }
            <main id="content" tabindex="-1" onclick={yew::Callback::from(events::only_once)}>
                { notices::view(view) }
                <div key={view.state.route.to_text()} class="screen">{ screen(view) }</div>
            </main>
            { footer(view) }
        </>
    }
}

fn skip(view: &View<'_>) -> yew::Callback<yew::MouseEvent> {
    let command = view.command.clone();
    yew::Callback::from(move |event: yew::MouseEvent| {
        event.prevent_default();
        command.emit(Command::Focus("content".into()));
    })
}

fn header(view: &View<'_>) -> Node {
    let texts = view.texts();
    let content = view.content();
    let kept = view.state.store.library.len() + view.state.store.plans.len();
    html! {
        <header class="top">
            <a class="brand" href={Route::Start}>
                { mark() }
                <span>{ texts.app_name() }</span>
            </a>
            <nav aria-label={texts.menu_label()}>
                if kept > 0 {
                    <a href={Route::Saved} aria-current={(view.state.route == Route::Saved).then_some("page")}>
                        { texts.menu_saved() }
                    </a>
                }
                for other in content.languages.iter().filter(|other| other.code != content.language.code) {
                    <button key={&other.code} type="button" class="quiet" lang={&other.code}
                        onclick={view.ask(Command::Speak(other.code.clone().into()))}>
                        { &*other.name }
                    </button>
                }
            </nav>
        </header>
    }
}

/// Two parties and what joins them: a circle, a bar and a square.
pub fn mark() -> Node {
    html! {
        <svg class="mark" viewBox="0 0 48 24" width="48" height="24" aria-hidden="true" focusable="false">
            <path class="bar" d="M12 12H36" />
            <circle class="school" cx="12" cy="12" r="9" />
            <rect class="company" x="28" y="4" width="16" height="16" rx="2" />
        </svg>
    }
}

fn screen(view: &View<'_>) -> Node {
    let state = view.state;
    let scan = state.route.scan().map(|id| (id, state.scan(id)));
    match (state.route, scan) {
        (_, Some((_, None))) => missing::view(view),
        _ if state.lacks_earlier() && state.route != Route::Start => waiting(view),
        (Route::Level(_, level), Some((id, Some(scan)))) => level::view(view, id, scan, level, None),
        (Route::Statement(_, statement), Some((id, Some(scan)))) => match view.content().statement(statement)
        {
            Some(found) => level::view(view, id, scan, found.level, Some(statement)),
            None => missing::view(view),
        },
        (Route::Setup, _) => setup::view(view),
        (Route::Start, _) => start::view(view),
        _ => match view.rest {
            Some(rest) => (rest.screen)(view),
            None => waiting(view),
        },
    }
}

/// What stands there until the rest of the module has come.
fn waiting(view: &View<'_>) -> Node {
    let texts = view.texts();
    html! {
        <>
            { heading(here(view.state)) }
            if view.state.rest == Rest::Failed {
                <p class="lead" role="alert">{ texts.rest_failed() }</p>
                <div class="steps">
                    { button::main(texts.try_again(), view.on(Action::RetryRest)) }
                    { link(Route::Start, texts.to_start()) }
                </div>
            } else {
                <p class="lead part-waiting" role="status">{ texts.rest_waiting() }</p>
            }
        </>
    }
}

fn footer(view: &View<'_>) -> Node {
    let texts = view.texts();
    let state = view.state;
    let (class, sentence): (&str, &Text) = match state.storage {
        Storage::Works => ("kept", texts.storage_works()),
        Storage::Partitioned => ("kept", texts.storage_partitioned()),
        Storage::Blocked => ("not-kept", texts.storage_blocked_short()),
        Storage::Full => ("not-kept", texts.storage_full_short()),
    };
    html! {
        <footer class="bottom">
            <p class={class}>{ sentence }</p>
            <p>{ texts.privacy_short() }</p>
            <ul>
                <li><a href={Route::About}>{ texts.about_heading() }</a></li>
                <li><a href={Route::Saved}>{ texts.menu_open_file() }</a></li>
                <li><a href={Route::Group}>{ texts.group_heading() }</a></li>
            </ul>
        </footer>
    }
}

/// The title of the page on this screen.
pub fn title(state: &State) -> String {
    let texts = &state.content.texts;
    texts.page_title(here(state), texts.app_name())
}

/// What this screen is about, in a few words.
fn here(state: &State) -> &Text {
    let texts = &state.content.texts;
    match state.route {
        Route::Start => texts.app_tagline(),
        Route::Setup => texts.setup_heading(),
        Route::Level(_, level) => wording::level(&state.content, level),
        Route::Statement(_, id) => match state.content.statement(id) {
            Some(statement) => wording::level(&state.content, statement.level),
            None => texts.missing_heading(),
        },
        Route::Check(_) => texts.check_heading(),
        Route::Result(_) => texts.result_title(),
        Route::Invite(_) => texts.invite_heading(),
        Route::Mirror(_) => texts.mirror_title(),
        Route::Again(..) => texts.again_title(),
        Route::Saved => saved_heading(state),
        Route::Step(Step::Goals) => texts.goals_heading(),
        Route::Step(Step::Groups) => texts.groups_heading(),
        Route::Step(Step::Time) => texts.time_heading(),
        Route::Answer => texts.around_title(),
        Route::Asks => texts.asks_title(),
        Route::Education => texts.education_heading(),
        Route::Plan(_) => texts.plan_untitled(),
        Route::Group | Route::Meeting => texts.group_heading(),
        Route::Link => texts.link_heading(),
        Route::Share(_) => texts.share_heading(),
        Route::SharePlan(_) => texts.share_plan_heading(),
        Route::About => texts.about_heading(),
    }
}

/// A link leads to a route by its address.
impl Attribute for Route {
    fn value(self) -> Option<yew::AttrValue> {
        self.to_text().value()
    }
}

/// What the list of results is called: nothing is saved where the browser keeps nothing.
pub fn saved_heading(state: &State) -> &Text {
    let texts = &state.content.texts;
    if state.storage.keeps() { texts.saved_heading() } else { texts.menu_saved() }
}

/// The heading of a screen.
pub fn heading(words: impl Child) -> Node {
    html! { <h1 id={HEADING} tabindex="-1">{ words }</h1> }
}

/// A link that looks like the main action of a screen.
pub fn main_link(route: Route, words: &Text) -> Node {
    html! { <a class="button main" href={route}>{ words }</a> }
}

/// A link that looks like a lesser action.
pub fn link(route: Route, words: &Text) -> Node {
    html! { <a class="button" href={route}>{ words }</a> }
}

/// The warning that nothing is kept, with the file as a way out.
pub fn storage_warning(view: &View<'_>, id: ScanId) -> Node {
    warning(view, Command::Download(id, super::Format::Json))
}

/// The same for a plan.
pub fn plan_storage_warning(view: &View<'_>, id: PlanNumber) -> Node {
    warning(view, Command::DownloadPlan(id, super::PlanFormat::Json))
}

/// Why nothing that is filled in now is kept, and what to do.
pub fn not_kept<'a>(view: &View<'a>) -> &'a Text {
    match view.state.storage {
        Storage::Full => view.texts().storage_full(),
        _ => view.texts().storage_blocked(),
    }
}

fn warning(view: &View<'_>, save: Command) -> Node {
    let texts = view.texts();
    if view.state.storage.keeps() {
        return Node::default();
    }
    html! {
        <section class="note attention" aria-label={texts.storage_warning_label()}>
            <p>{ not_kept(view) }</p>
            { button::plain(texts.save_as_file(), view.ask(save)) }
        </section>
    }
}
