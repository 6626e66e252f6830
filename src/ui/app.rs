//! Holds the state, takes what happens to `update`, and lets the browser do what follows.

use std::rc::Rc;

use yew::{AttrValue, Callback, Component, Context, Html, Properties};

use super::browser::storage::{self, Written};
use super::browser::{Listener, address, clock, fetch, page};
use super::effects::{self, Effect};
use super::rest::{self, Rest};
use super::{Command, dom, focus::Focus, shell, view::View};
use crate::app::{Action, Route, SaveOutcome, State, update_first};
use crate::content::{Content, Text};
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
    /// The rest of the module, once it is here.
    rest: Option<Rest>,
    /// Whether it is on its way.
    fetching: bool,
    rest_came: Callback<Option<Arrival>>,
    spoken: Callback<(Option<String>, Option<String>, AttrValue)>,
    /// What happened that only the rest of the module can deal with, and waits for it.
    postponed: Vec<Message>,
    /// What becomes of the focus once the screen is drawn.
    focus: Focus,
    act: Callback<Rc<Action>>,
    command: Callback<Command>,
    _listeners: Vec<Listener>,
}

enum Message {
    Act(Rc<Action>),
    Command(Command),
    StoreChanged,
    Rest(Option<Arrival>),
    /// The first and the later part of the content in the language of a code, as far as they came.
    Spoken(Option<String>, Option<String>, AttrValue),
}

/// The rest of the module, and the later part of the content in one language as text.
#[derive(Clone)]
struct Arrival {
    rest: Rest,
    language: Text,
    later: String,
}

impl Arrival {
    async fn fetch(language: Text) -> Option<Arrival> {
        let later = fetch::later(&language);
        Some(Arrival { rest: rest::fetch().await.ok()?, language, later: later.await? })
    }
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(context: &Context<App>) -> App {
        let content = Rc::clone(&context.props().content);
        let storage = storage::probe();
        let found = record::read(&storage::slots(), &content);
        let state = State::new(content, clock::today(), found.store, storage, Route::default());
        let mut may_write = true;
        let mut problems = Vec::new();
        for (slot, problem) in found.unusable {
            may_write &= storage::set_aside(slot);
            problems.push(Action::SetAside(problem));
        }
        if !may_write {
            problems.push(Action::Saved(SaveOutcome::Full));
        }
        let arrival = address::read();
        let link = context.link();
        let act = link.callback(Message::Act);
        let (go, returned, changed) = (act.clone(), act.clone(), link.callback(|()| Message::StoreChanged));
        let listeners = [
            address::on_change(move |actions| actions.into_iter().for_each(|action| go.emit(action.into()))),
            page::on_return(move || returned.emit(Action::DayChanged(clock::today()).into())),
            storage::on_change(move || changed.emit(())),
        ];
        page::set_language(&state.content.language.code);
        let mut app = App {
            state,
            revision: found.revision,
            may_write,
            rest: None,
            fetching: false,
            rest_came: link.callback(Message::Rest),
            spoken: link.callback(|(first, later, code)| Message::Spoken(first, later, code)),
            postponed: Vec::new(),
            focus: Focus::default(),
            act,
            command: link.callback(Message::Command),
            _listeners: listeners.into_iter().flatten().collect(),
        };
        arrival.into_iter().chain(problems).for_each(|action| app.first(action));
        if effects::wants_rest(&app.state) {
            app.fetch_rest();
        }
        page::set_title(&shell::title(&app.state));
        app
    }

    fn update(&mut self, _context: &Context<App>, message: Message) -> bool {
        let changed = self.take(message);
        page::set_title(&shell::title(&self.state));
        std::mem::take(&mut self.focus).settle_once_drawn();
        changed
    }

    fn view(&self, _context: &Context<App>) -> Html {
        dom::draw(shell::view(&View {
            state: &self.state,
            rest: self.rest.as_ref(),
            act: &self.act,
            command: &self.command,
        }))
    }
}

impl App {
    /// Returns whether anything is to be drawn again.
    fn take(&mut self, message: Message) -> bool {
        match message {
            Message::Act(action) => self.act(action),
            Message::Command(Command::Focus(id)) => {
                self.focus.wanted = Some(id);
                false
            }
            Message::Command(command) => {
                self.command(command);
                false
            }
            Message::StoreChanged => self.adopt(),
            Message::Rest(arrival) => self.take_in(arrival),
            Message::Spoken(first, later, code) => self.heard(first, later, code),
        }
    }

    /// Returns whether anything is to be drawn again.
    fn act(&mut self, action: Rc<Action>) -> bool {
        let Some(next) = self.after(&action) else { return false };
        if self.state.is_unchanged(&next) {
            return false;
        }
        self.focus.hold();
        let effects = effects::between(&self.state, &next);
        if effects.iter().any(|effect| matches!(effect, Effect::Save(_))) && self.is_behind() {
            // Another tab was first: what it kept comes in, and this action is done on top of it.
            self.adopt();
            let next = self.after(&action).unwrap_or(next);
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
                    self.first(Action::Saved(outcome));
                }
                Effect::Address(route) => address::push(route),
                Effect::Language(code) => {
                    page::set_language(&code);
                    storage::keep_language(&code);
                    address::keep_language(&code);
                    if let Some(rest) = self.rest {
                        // Links carry the language of the page.
                        self.first((rest.arrived)());
                    }
                }
                Effect::FetchStepper(code) => {
                    if let Some(rest) = self.rest {
                        (rest.fetch_stepper)(&code, &self.act);
                    }
                }
                Effect::FetchRest => self.fetch_rest(),
                Effect::NewScreen => self.focus.begin_screen(),
                Effect::Focus(target) => self.focus.target = Some(target),
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
        self.first(Action::Adopt(Rc::new(found.store)));
        true
    }

    fn command(&mut self, command: Command) {
        match (command, self.rest) {
            (Command::Speak(code), _) => self.speak(code),
            (command, Some(rest)) => (rest.command)(&self.state, command, &self.act),
            (command, None) => self.postpone(Message::Command(command)),
        }
    }

    /// The state after an action, unless the rest of the module must come first.
    fn after(&mut self, action: &Rc<Action>) -> Option<State> {
        let first = update_first(&self.state, action);
        match self.rest {
            Some(rest) => first.or_else(|| Some((rest.update)(&self.state, action))),
            None => {
                if first.is_none() {
                    self.postpone(Message::Act(Rc::clone(action)));
                }
                first
            }
        }
    }

    fn first(&mut self, action: Action) {
        if let Some(next) = self.after(&Rc::new(action)) {
            self.state = next;
        }
    }

    fn postpone(&mut self, message: Message) {
        self.postponed.push(message);
        self.fetch_rest();
    }

    fn fetch_rest(&mut self) {
        if !std::mem::replace(&mut self.fetching, true) {
            let done = self.rest_came.clone();
            let language = self.state.content.language.code.clone();
            fetch::once(Arrival::fetch(language), move |arrival| done.emit(arrival));
        }
    }

    /// Takes the rest of the module in, and does what waited for it.
    fn take_in(&mut self, arrival: Option<Arrival>) -> bool {
        self.fetching = false;
        let Some(Arrival { rest, language, later }) = arrival else {
            return self.act(Action::RestFailed.into());
        };
        if language != self.state.content.language.code {
            // The reader chose another language meanwhile.
            self.fetch_rest();
            return false;
        }
        let Some(content) = (rest.complete)(&self.state.content, &later) else {
            return self.act(Action::RestFailed.into());
        };
        self.rest = Some(rest);
        let mut changed = self.act(Action::LanguageLoaded(Rc::new(content)).into());
        changed |= self.act(Action::RestArrived.into());
        changed |= self.act((rest.arrived)().into());
        for message in std::mem::take(&mut self.postponed) {
            changed |= self.take(message);
        }
        changed
    }

    /// Shows everything in another language: all of it, once the rest of the module is here.
    fn heard(&mut self, first: Option<String>, later: Option<String>, code: AttrValue) -> bool {
        let first = first.and_then(|text| Content::read(&text).ok());
        let content = match (first, self.rest, later) {
            (Some(first), None, _) => Some(first),
            (Some(first), Some(rest), Some(later)) => (rest.complete)(&first, &later),
            (Some(_), Some(_), None) | (None, _, _) => None,
        };
        let action = match content {
            Some(content) => Action::LanguageLoaded(Rc::new(content)),
            None => Action::LanguageFailed((*code).into()),
        };
        self.act(action.into())
    }

    fn speak(&self, code: AttrValue) {
        let done = self.spoken.clone();
        let both = async move {
            let (first, later) = (fetch::content(&code), fetch::later(&code));
            (first.await, later.await, code)
        };
        fetch::once(both, move |spoken| done.emit(spoken));
    }
}
