//! What every screen and part is given.

use std::rc::Rc;

use yew::{AttrValue, Callback};

use super::browser::files::File;
use super::rest::Rest;
use super::sharing::ShareCommand;
use crate::app::{Action, Addition, State};
use crate::content::{Content, Texts};
use crate::record::{PlanNumber, ScanId};

/// What a screen is made from.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// What the application knows.
    pub state: &'a State,
    /// The rest of the module, once it is here.
    pub rest: Option<&'a Rest>,
    /// Where actions go.
    pub act: &'a Callback<Rc<Action>>,
    /// Where commands to the browser go.
    pub command: &'a Callback<Command>,
}

/// Something that only the browser can do and that changes no state by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Offer a result as a file.
    Download(ScanId, Format),
    /// Copy a result as text.
    CopyText(ScanId),
    /// Offer a plan as a file.
    DownloadPlan(PlanNumber, PlanFormat),
    /// Copy a plan as text.
    CopyPlan(PlanNumber),
    /// Put something into a plan.
    Add(Addition),
    /// Begin a plan with nothing in it.
    BeginPlan,
    /// Do something with the group of results.
    Group(super::grouping::GroupCommand),
    /// Print this screen.
    Print,
    /// Show everything in the language of this code.
    Speak(AttrValue),
    /// Read the file that was chosen in an input.
    ReadFile(File),
    /// Offer what was set aside as files.
    DownloadSetAside,
    /// Pass something on, or open what somebody pasted.
    Share(ShareCommand),
    /// Put the focus on the element of this id.
    Focus(AttrValue),
}

/// A form in which a result leaves as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON that can be opened again.
    Json,
    /// CSV for Dutch Excel.
    Spreadsheet,
    /// CSV for other programs.
    PlainCsv,
    /// The profile as a drawing.
    Svg,
    /// The profile as a picture.
    Png,
}

/// A form in which a plan leaves as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanFormat {
    /// JSON that can be opened again.
    Json,
    /// A calendar with the days in it.
    Ics,
}

impl PlanFormat {
    /// The ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            PlanFormat::Json => ".json",
            PlanFormat::Ics => ".ics",
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            PlanFormat::Json => "application/json",
            PlanFormat::Ics => "text/calendar;charset=utf-8",
        }
    }
}

impl Format {
    /// The ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Json => ".json",
            Format::Spreadsheet => ".csv",
            Format::PlainCsv => "-plain.csv",
            Format::Svg => ".svg",
            Format::Png => ".png",
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Json => "application/json",
            Format::Spreadsheet | Format::PlainCsv => "text/csv;charset=utf-8",
            Format::Svg => "image/svg+xml",
            Format::Png => "image/png",
        }
    }
}

impl<'a> View<'a> {
    /// Everything people read.
    pub fn content(&self) -> &'a Content {
        &self.state.content
    }

    /// The texts of the interface.
    pub fn texts(&self) -> &'a Texts {
        &self.state.content.texts
    }

    /// A callback that sends an action, whatever the event.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let (act, action) = (self.act.clone(), Rc::new(action));
        Callback::from(move |_: E| act.emit(Rc::clone(&action)))
    }

    /// A callback that sends a command, whatever the event.
    pub fn ask<E: 'static>(&self, command: Command) -> Callback<E> {
        let send = self.command.clone();
        Callback::from(move |_: E| send.emit(command.clone()))
    }
}
