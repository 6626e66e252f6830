//! Holds the state, takes what happens to `update`, and lets the browser do what follows.

use std::rc::Rc;

use yew::{AttrValue, Callback, Component, Context, Html, Properties};

use super::browser::storage::{self, Written};
use super::browser::{Listener, address, clock, copy, fetch, page};
use super::effects::{self, Effect, Target};
use super::{Command, downloads, grouping, shell, view::View};
use crate::app::{Action, Notice, SaveOutcome, State, update};
use crate::content::Content;
use crate::export;
use crate::plan::PlanId;
use crate::record;

/// Begins the application in an element.
pub fn mount(root: page::Root, content: Rc<Content>) {
    yew::Renderer::<App>::with_root_and_props(root, AppProps { content }).render();
}

#[derive(Clone, Properties)]
struct AppProps {
    content: Rc<Content>,
}

/// There is one set of properties in the life of the application. Comparing what is in it would bring the code to
/// compare every type of content.
impl PartialEq for AppProps {
    fn eq(&self, other: &AppProps) -> bool {
        Rc::ptr_eq(&self.content, &other.content)
    }
}

struct App {
    state: State,
    /// The revision of what is kept, as last read or written here.
    revision: u64,
    /// Whether writing could overwrite something that could not be set aside.
    may_write: bool,
    /// What gets the focus once the screen is drawn.
    pending: Vec<Effect>,
    /// The id of what gets the focus once the screen is drawn, if somebody asked for it.
    wanted: Option<AttrValue>,
    /// What had the focus before the screen is drawn.
    focused: Option<page::Focused>,
    act: Callback<Action>,
    command: Callback<Command>,
    group: grouping::Desk,
    _listeners: Vec<Listener>,
}

enum Message {
    Act(Action),
    Command(Command),
    StoreChanged,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(context: &Context<App>) -> App {
        let content = Rc::clone(&context.props().content);
        let storage = storage::probe();
        let found = record::read(&storage::slots(), &content);
        let route = address::read().unwrap_or_default();
        let mut state = State::new(content, clock::today(), found.store, storage, route);
        let mut may_write = true;
        for (slot, problem) in found.unusable {
            may_write &= storage::set_aside(slot);
            state = update(&state, Action::SetAside(problem));
        }
        if !may_write {
            state = update(&state, Action::Saved(SaveOutcome::Full));
        }
        let link = context.link();
        let act = link.callback(Message::Act);
        let (go, returned, changed) = (act.clone(), act.clone(), link.callback(|()| Message::StoreChanged));
        let listeners = [
            address::on_change(move |route| go.emit(Action::Go(route))),
            page::on_return(move || returned.emit(Action::DayChanged(clock::today()))),
            storage::on_change(move || changed.emit(())),
        ];
        page::set_language(&state.content.language.code);
        let first_effects = if effects::wants_stepper(&state) {
            vec![Effect::FetchStepper(state.content.language.code.clone())]
        } else {
            Vec::new()
        };
        let mut app = App {
            state,
            revision: found.revision,
            may_write,
            pending: Vec::new(),
            wanted: None,
            focused: None,
            act,
            command: link.callback(Message::Command),
            group: grouping::Desk::default(),
            _listeners: listeners.into_iter().flatten().collect(),
        };
        app.perform(first_effects);
        app
    }

    fn update(&mut self, _context: &Context<App>, message: Message) -> bool {
        match message {
            Message::Act(action) => self.act(action),
            Message::Command(Command::Focus(id)) => {
                self.wanted = Some(id);
                true
            }
            Message::Command(command) => {
                self.command(command);
                false
            }
            Message::StoreChanged => self.adopt(),
        }
    }

    fn view(&self, _context: &Context<App>) -> Html {
        shell::view(&View { state: &self.state, act: &self.act, command: &self.command })
    }

    fn rendered(&mut self, _context: &Context<App>, first: bool) {
        page::set_title(&shell::title(&self.state));
        if first {
            return;
        }
        for effect in std::mem::take(&mut self.pending) {
            match effect {
                Effect::NewScreen => {
                    page::scroll_to(page::ROOT);
                    page::focus(shell::HEADING);
                }
                Effect::Focus(target) => focus(target),
                Effect::Save(_) | Effect::Address(_) | Effect::Language(_) | Effect::FetchStepper(_) => {}
            }
        }
        if let Some(id) = self.wanted.take() {
            // A statement's id is also that of its fieldset, which takes no focus and does not say so.
            if !page::focus_choice(&id) {
                page::focus(&id);
            }
        }
        if let Some(focused) = self.focused.take() {
            focused.keep(shell::HEADING);
        }
    }
}

impl App {
    /// Returns whether anything is to be drawn again.
    fn act(&mut self, action: Action) -> bool {
        let next = update(&self.state, action.clone());
        if self.state.is_unchanged(&next) {
            return false;
        }
        self.focused = self.focused.take().or_else(page::focused);
        let effects = effects::between(&self.state, &next);
        if effects.iter().any(|effect| matches!(effect, Effect::Save(_))) && self.is_behind() {
            // Another tab was first: what it kept comes in, and this action is done on top of it.
            self.adopt();
            let next = update(&self.state, action);
            let effects = effects::between(&self.state, &next);
            self.state = next;
            self.perform(effects);
        } else {
            self.state = next;
            self.perform(effects);
        }
        true
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Save(store) => {
                    let outcome = self.save(&store);
                    self.state = update(&self.state, Action::Saved(outcome));
                }
                Effect::Address(route) => address::push(route),
                Effect::Language(code) => {
                    page::set_language(&code);
                    storage::keep_language(&code);
                }
                Effect::FetchStepper(code) => {
                    let act = self.act.clone();
                    fetch::stepper(&code, move |content| {
                        act.emit(content.map_or(Action::StepperFailed, Action::StepperLoaded));
                    });
                }
                later @ (Effect::NewScreen | Effect::Focus(_)) => self.pending.push(later),
            }
        }
    }

    fn save(&mut self, store: &record::Store) -> SaveOutcome {
        if !self.may_write {
            return SaveOutcome::Full;
        }
        match storage::write(store, self.revision) {
            Written::Kept(revision) => {
                self.revision = revision;
                SaveOutcome::Kept
            }
            Written::Elsewhere | Written::Blocked => SaveOutcome::Blocked,
            Written::Full => SaveOutcome::Full,
        }
    }

    fn is_behind(&self) -> bool {
        record::newest_revision(&storage::slots()) > self.revision
    }

    /// Takes over what another tab kept. Returns whether there was anything.
    fn adopt(&mut self) -> bool {
        let found = record::read(&storage::slots(), &self.state.content);
        if found.revision <= self.revision {
            return false;
        }
        self.revision = found.revision;
        self.state = update(&self.state, Action::Adopt(Rc::new(found.store)));
        true
    }

    fn command(&mut self, command: Command) {
        match command {
            Command::Download(id, format) => downloads::offer(&self.state, id, format, &self.act),
            Command::DownloadSetAside => downloads::offer_set_aside(&self.act),
            Command::CopyText(id) => {
                let Some(scan) = self.state.scan(id) else { return };
                self.copy(export::text::result(scan, &self.state.content));
            }
            Command::CopyPlan(id) => {
                let (Some(plan), Some(stepper)) = (self.state.plan(id), self.state.stepper()) else { return };
                self.copy(export::plan_text::plan(plan, &self.state.content, stepper));
            }
            Command::DownloadPlan(id, format) => downloads::offer_plan(&self.state, id, format, &self.act),
            Command::Add(addition) => self.act.emit(Action::Add(random_plan_id(), addition)),
            Command::BeginPlan => self.act.emit(Action::BeginPlan(random_plan_id())),
            Command::Group(asked) => self.group.obey(asked, &self.state, &self.act, &self.command),
            Command::Print => page::print(),
            Command::Speak(code) => self.speak(code),
            Command::ReadFile(file) => {
                let act = self.act.clone();
                file.read(export::plan_json::MAX_BYTES, move |text| act.emit(Action::FileRead(text)));
            }
            Command::Focus(_) => {}
        }
    }

    fn copy(&self, text: String) {
        let act = self.act.clone();
        copy::text(text, move |copied| {
            if copied {
                act.emit(Action::Tell(Notice::Copied));
            } else {
                page::select_text(shell::RESULT_TEXT);
                act.emit(Action::Tell(Notice::CopyFailed));
            }
        });
    }

    fn speak(&self, code: AttrValue) {
        let act = self.act.clone();
        fetch::content(&code.clone(), move |content| {
            act.emit(match content {
                Some(content) => Action::LanguageLoaded(content),
                None => Action::LanguageFailed(code.to_string().into()),
            });
        });
    }
}

fn random_plan_id() -> PlanId {
    PlanId::new(clock::random_bits())
}

fn focus(target: Target) {
    match target {
        Target::Statement(id) => {
            page::scroll_to(id.as_str());
            page::focus_choice(id.as_str());
        }
        Target::Problem => {
            page::focus(shell::PROBLEM);
        }
        Target::DeleteQuestion => {
            page::focus(shell::DELETE_QUESTION);
        }
        Target::Undo => {
            page::focus(shell::UNDO);
        }
        Target::SavedList => {
            page::focus(shell::HEADING);
        }
        Target::DeleteButton(deletion) => {
            page::focus(&shell::delete_button(deletion));
        }
        Target::Notice => {
            page::focus(shell::NEWEST_NOTICE);
        }
    }
}
