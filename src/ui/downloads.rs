//! Results that leave as files.

use std::rc::Rc;

use yew::Callback;

use super::browser::{clock, files, storage};
use super::view::{Format, PlanFormat};
use crate::app::{Action, Notice, State};
use crate::date;
use crate::export::{csv, ics, json, plan_json, svg};
use crate::record::{PlanNumber, ScanId};
use crate::wording;

/// Offers a result as a file; when the browser refuses, that is told.
pub fn offer(state: &State, id: ScanId, format: Format, act: &Callback<Rc<Action>>) {
    let Some(scan) = state.scan(id) else { return };
    let content = &state.content;
    let name =
        ["samenscan-", scan.role.as_str(), "-", &date::write(scan.changed_on), format.ending()].concat();
    let text = match format {
        Format::Json => json::encode(scan),
        Format::Spreadsheet => csv::spreadsheet(scan, content),
        Format::PlainCsv => csv::plain(scan, content),
        Format::Svg | Format::Png => svg::profile(scan, content),
    };
    let act = act.clone();
    let report = move |offered: bool| {
        if !offered {
            act.emit(Action::Tell(Notice::DownloadFailed).into());
        }
    };
    if format == Format::Png {
        files::download_png(name, &text, svg::WIDTH, svg::HEIGHT, report);
    } else {
        report(files::download(&name, format.media_type(), &text));
    }
}

/// Offers a plan as a file; when the browser refuses, that is told.
pub fn offer_plan(state: &State, id: PlanNumber, format: PlanFormat, act: &Callback<Rc<Action>>) {
    let Some(plan) = state.plan(id) else { return };
    let name = ["samenscan-plan-", &plan.created_on.write(), format.ending()].concat();
    let text = match format {
        PlanFormat::Json => Some(plan_json::encode(plan)),
        PlanFormat::Ics => ics::plan(plan, &state.content, clock::now()),
    };
    let notice = match text {
        None => Notice::NoDays,
        Some(text) if files::download(&name, format.media_type(), &text) => return,
        Some(_) => Notice::DownloadFailed,
    };
    act.emit(Action::Tell(notice).into());
}

/// Offers everything that was set aside as one file.
pub fn offer_set_aside(act: &Callback<Rc<Action>>) {
    let text = wording::join(&storage::aside(), "\n\n");
    if !files::download("samenscan-set-aside.txt", "text/plain;charset=utf-8", &text) {
        act.emit(Action::Tell(Notice::DownloadFailed).into());
    }
}
