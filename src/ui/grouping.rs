//! Reading, counting and writing a group, in turns that are short enough not to be felt.

use std::cell::Cell;
use std::rc::Rc;

use yew::Callback;

use super::browser::files::{File, Parts};
use super::browser::{page, task::Turns, task::begin};
use super::view::Command;
use crate::app::{Action, Contents, GroupAction, GroupProgress, Notice, State};
use crate::export::group_csv;
use crate::gather::{Gathered, Gathering};
use crate::link::LabelIn;
use crate::record::wire::iso_date;
use crate::scan::group::Filter;

/// The id of the field in which links are pasted.
pub const PASTED: &str = "group-pasted";
/// The id of what says how far the reading is.
pub const READING: &str = "group-reading";
/// The id of what says what came of it.
pub const OUTCOME: &str = "group-outcome";

/// How many bytes of a file are taken at once.
const PART: u64 = 256 * 1024;
/// How many results are counted between two looks at the clock.
const COUNTED: usize = 200;
/// How many rows are written between two looks at the clock.
const WRITTEN: usize = 500;
/// After how many turns it is said how far the reading is: about four times a second.
const TELL_EVERY: u32 = 16;

/// Something that only the browser can do with a group.
#[derive(Clone, Debug, PartialEq)]
pub enum GroupCommand {
    /// Read the links that were pasted in the field.
    ReadPasted,
    /// Read a text that was dropped.
    ReadText(String),
    /// Read these files.
    ReadFiles(Vec<File>),
    /// Read no further.
    Stop,
    /// Count other results.
    Choose(Filter),
    /// Offer the group as a table.
    Download,
}

/// What goes on now. Work that belongs to an earlier round stops by itself.
#[derive(Default)]
pub struct Desk {
    round: Rc<Cell<u32>>,
}

/// Texts to read.
enum Source {
    Text(Vec<u8>),
    Files(Vec<File>),
}

/// What work on a group needs.
struct Work {
    act: Callback<Action>,
    command: Callback<Command>,
    turns: Turns,
    round: Rc<Cell<u32>>,
    own_round: u32,
}

impl Desk {
    /// Does it.
    pub fn obey(
        &self,
        asked: GroupCommand,
        state: &State,
        act: &Callback<Action>,
        command: &Callback<Command>,
    ) {
        match asked {
            GroupCommand::Stop => self.round.set(self.round.get().wrapping_add(1)),
            GroupCommand::ReadPasted => {
                let text = page::take_text(PASTED);
                if !text.trim().is_empty() {
                    self.read(Source::Text(text.into_bytes()), state, act, command);
                }
            }
            GroupCommand::ReadText(text) => {
                self.read(Source::Text(text.into_bytes()), state, act, command);
            }
            GroupCommand::ReadFiles(files) if files.is_empty() => {}
            GroupCommand::ReadFiles(files) => self.read(Source::Files(files), state, act, command),
            GroupCommand::Choose(filter) => {
                act.emit(Action::Group(GroupAction::Choose(filter)));
                let Some(gathered) = state.group.gathered().cloned() else { return };
                let mut work = self.work(act, command);
                begin(async move { work.count(&gathered, filter).await });
            }
            GroupCommand::Download => {
                let Some(gathered) = state.group.gathered().cloned() else { return };
                let group = &state.group;
                let label = if group.with_labels { LabelIn::Included } else { LabelIn::LeftOut };
                let name = ["samenscan-group-", &iso_date(state.today), ".csv"].concat();
                let filter = group.filter;
                let mut turns = Turns::begin();
                let act = act.clone();
                begin(async move {
                    let parts = Parts::default();
                    for part in group_csv::parts(gathered.group.rows(filter), label, WRITTEN) {
                        parts.push(&part);
                        if turns.is_over() {
                            turns.next().await;
                        }
                    }
                    if !parts.download(&name, "text/csv;charset=utf-8") {
                        act.emit(Action::Tell(Notice::DownloadFailed));
                    }
                });
            }
        }
    }

    fn work(&self, act: &Callback<Action>, command: &Callback<Command>) -> Work {
        let own_round = self.round.get().wrapping_add(1);
        self.round.set(own_round);
        let round = Rc::clone(&self.round);
        Work { act: act.clone(), command: command.clone(), turns: Turns::begin(), round, own_round }
    }

    fn read(&self, source: Source, state: &State, act: &Callback<Action>, command: &Callback<Command>) {
        let gathered = match &state.group.contents {
            Contents::Empty => Rc::new(Gathered::new(&state.content)),
            Contents::There(gathered, _) => Rc::clone(gathered),
            // One at a time; the screen offers no other.
            Contents::Reading(_) => return,
        };
        let (content, filter) = (Rc::clone(&state.content), state.group.filter);
        let mut work = self.work(act, command);
        act.emit(Action::Group(GroupAction::Begin));
        command.emit(Command::Focus(READING.into()));
        begin(async move {
            // By now the state has let go of the group, so that it grows in place.
            let gathering = Gathering::new(gathered, content);
            let gathered = work.gather(gathering, source).await;
            work.act.emit(Action::Group(GroupAction::Read(Rc::clone(&gathered))));
            work.own_round = work.round.get();
            work.count(&gathered, filter).await;
            work.command.emit(Command::Focus(OUTCOME.into()));
        });
    }
}

impl Work {
    fn is_stopped(&self) -> bool {
        self.round.get() != self.own_round
    }

    async fn gather(&mut self, mut gathering: Gathering, source: Source) -> Rc<Gathered> {
        let mut told = Told { turns: 0, total: 0 };
        match source {
            Source::Text(text) => {
                told.total = text.len() as u64;
                if gathering.begin(None, told.total) {
                    gathering.part(text);
                    self.steps(&mut gathering, &mut told).await;
                    gathering.end();
                    self.steps(&mut gathering, &mut told).await;
                }
            }
            Source::Files(files) => {
                told.total = files.iter().map(File::size).sum();
                for file in files {
                    if self.is_stopped() {
                        break;
                    }
                    let size = file.size();
                    if gathering.begin(Some(file.name().into()), size) {
                        self.file(&mut gathering, &mut told, &file).await;
                    }
                }
            }
        }
        gathering.finish()
    }

    async fn file(&mut self, gathering: &mut Gathering, told: &mut Told, file: &File) {
        let mut place = 0;
        while place < file.size() && !self.is_stopped() {
            let Some(bytes) = file.part(place, PART).await else { return gathering.fail() };
            if bytes.is_empty() {
                return gathering.fail();
            }
            place += bytes.len() as u64;
            gathering.part(bytes);
            self.steps(gathering, told).await;
        }
        gathering.end();
        self.steps(gathering, told).await;
    }

    /// Reads on until nothing is left of what came.
    async fn steps(&mut self, gathering: &mut Gathering, told: &mut Told) {
        while !self.is_stopped() {
            if self.turns.is_over() {
                told.turns += 1;
                if told.turns.is_multiple_of(TELL_EVERY) {
                    let progress = GroupProgress {
                        results: gathering.results(),
                        percent: told.percent(gathering.done()),
                    };
                    self.act.emit(Action::Group(GroupAction::Progress(progress)));
                }
                self.turns.next().await;
            } else if !gathering.step() {
                return;
            }
        }
    }

    async fn count(&mut self, gathered: &Gathered, filter: Filter) {
        self.turns.next().await;
        let mut counting = gathered.counting(filter);
        while counting.step(&gathered.group, COUNTED) > 0 {
            if self.turns.is_over() {
                self.turns.next().await;
            }
            if self.is_stopped() {
                return;
            }
        }
        // Drawing the figures is a turn of its own.
        self.turns.next().await;
        self.act.emit(Action::Group(GroupAction::Counted(filter, Rc::new(counting.into_tally()))));
    }
}

/// How far the reading is.
struct Told {
    turns: u32,
    total: u64,
}

impl Told {
    fn percent(&self, done: u64) -> u32 {
        let percent = (done * 100).checked_div(self.total).unwrap_or(100);
        u32::try_from(percent).unwrap_or(100).min(100)
    }
}
