//! Reading, counting and writing a group, in turns that are short enough not to be felt.

use std::cell::Cell;
use std::rc::Rc;

use yew::Callback;

use super::browser::files::{File, Parts};
use super::browser::{page, task::Turns, task::begin};
use crate::app::{Action, Contents, GroupAction, GroupProgress, Notice, State};
use crate::date;
use crate::export::group_csv;
use crate::gather::{Gathered, Gathering};
use crate::link::LabelIn;
use crate::scan::group::Filter;

/// The id of the field in which links are pasted.
pub const PASTED: &str = "group-pasted";

/// How many bytes of a file are taken at once.
const PART: u64 = 256 * 1024;
/// How many results are counted between two looks at the clock.
const COUNTED: usize = 200;
/// How many rows are written between two looks at the clock.
const WRITTEN: usize = 500;
/// After how many turns it is said how far the reading is: some four times a second.
const TELL_EVERY: u32 = 24;

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

thread_local! {
    /// The number of the work that goes on now. Work with an earlier number stops by itself.
    static ROUND: Cell<u32> = const { Cell::new(0) };
}

/// Texts to read.
enum Source {
    Text(Vec<u8>),
    Files(Vec<File>),
}

/// Work on a group.
struct Work {
    act: Callback<Rc<Action>>,
    turns: Turns,
    round: u32,
}

/// Has the browser do it.
pub fn perform(state: &State, asked: GroupCommand, act: &Callback<Rc<Action>>) {
    let filter = state.group.filter;
    match asked {
        GroupCommand::Stop => {
            next_round();
        }
        GroupCommand::ReadPasted => {
            let text = page::take_text(PASTED);
            if text.trim().is_empty() {
                // There is nothing to read; this is where it goes.
                page::focus(PASTED);
            } else {
                read(Source::Text(text.into_bytes()), state, act);
            }
        }
        GroupCommand::ReadText(text) => read(Source::Text(text.into_bytes()), state, act),
        GroupCommand::ReadFiles(files) if files.is_empty() => {}
        GroupCommand::ReadFiles(files) => read(Source::Files(files), state, act),
        GroupCommand::Choose(filter) => {
            act.emit(Action::Group(GroupAction::Choose(filter)).into());
            let Some(gathered) = state.group.gathered().cloned() else { return };
            let mut work = Work::begin(act);
            begin(async move { work.count(&gathered, filter).await });
        }
        GroupCommand::Download => {
            let Some(gathered) = state.group.gathered().cloned() else { return };
            let label = if state.group.with_labels { LabelIn::Included } else { LabelIn::LeftOut };
            let name = ["samenscan-group-", &date::write(state.today), ".csv"].concat();
            let act = act.clone();
            begin(async move {
                if !write(&gathered, filter, label).await.download(&name, "text/csv;charset=utf-8") {
                    act.emit(Action::Tell(Notice::DownloadFailed).into());
                }
            });
        }
    }
}

fn next_round() -> u32 {
    ROUND.set(ROUND.get().wrapping_add(1));
    ROUND.get()
}

fn read(source: Source, state: &State, act: &Callback<Rc<Action>>) {
    let gathered = match &state.group.contents {
        Contents::Empty => Rc::new(Gathered::new(&state.content)),
        Contents::There(gathered, _) => Rc::clone(gathered),
        // One at a time; the screen offers no other.
        Contents::Reading(_) => return,
    };
    let (content, filter) = (Rc::clone(&state.content), state.group.filter);
    let mut work = Work::begin(act);
    act.emit(Action::Group(GroupAction::Begin).into());
    begin(async move {
        // By now the state has let go of the group, so that it grows in place.
        let gathering = Gathering::new(gathered, content);
        let gathered = work.gather(gathering, source).await;
        work.act.emit(Action::Group(GroupAction::Read(Rc::clone(&gathered))).into());
        // Counting is not what was stopped.
        work.round = next_round();
        work.count(&gathered, filter).await;
    });
}

async fn write(gathered: &Gathered, filter: Filter, label: LabelIn) -> Parts {
    let mut turns = Turns::begin();
    let parts = Parts::default();
    for part in group_csv::parts(gathered.group.rows(filter), label, WRITTEN) {
        parts.push(&part);
        if turns.is_over() {
            turns.next().await;
        }
    }
    parts
}

impl Work {
    fn begin(act: &Callback<Rc<Action>>) -> Work {
        Work { act: act.clone(), turns: Turns::begin(), round: next_round() }
    }

    fn is_stopped(&self) -> bool {
        ROUND.get() != self.round
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
                    self.act.emit(Action::Group(GroupAction::Progress(progress)).into());
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
        self.act.emit(Action::Group(GroupAction::Counted(filter, Rc::new(counting.into_tally()))).into());
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
