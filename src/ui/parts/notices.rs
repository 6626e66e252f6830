//! What must be told now.

use crate::app::{Action, Notice, Route};
use crate::export::json::ImportProblem;
use crate::export::plan_json::PlanProblem;
use crate::record::RecordProblem;
use crate::ui::dom::{Node, html};
use crate::ui::view::{Command, View};
use crate::ui::{parts::button, shell};

/// All messages, newest last, apart from those that stand somewhere else on this screen.
pub fn view(view: &View<'_>) -> Node {
    let last = view.state.notices.len().saturating_sub(1);
    let elsewhere = copies(view.state.route);
    html! {
        <div class="notices" role="status">
            for (position, notice) in view.state.notices.iter().enumerate().filter(|(_, notice)| !(elsewhere && is_of_copying(notice))) {
                {
                    let id = (position == last).then_some(shell::NEWEST_NOTICE);
                    let class = if is_problem(notice) { "note attention" } else { "note" };
                    html! {
                        <div key={position} {class} {id} tabindex="-1">
                            { words(view, notice) }
                            { button::quiet(view.texts().close(), "", view.on(Action::Dismiss(position))) }
                        </div>
                    }
                }
            }
        </div>
    }
}

/// Whether something was copied, beside the button for it: on a long screen the top is out of sight.
pub fn of_copying(view: &View<'_>) -> Node {
    let told = view.state.notices.last().filter(|notice| is_of_copying(notice));
    html! {
        <div class="told" role="status">
            if let Some(notice) = told {
                <div id={shell::NEWEST_NOTICE} tabindex="-1">{ words(view, notice) }</div>
            }
        </div>
    }
}

fn is_of_copying(notice: &Notice) -> bool {
    matches!(notice, Notice::Copied | Notice::LinkCopied | Notice::CopyFailed)
}

/// Whether a screen has a button that copies, with [`of_copying`] beside it.
fn copies(route: Route) -> bool {
    matches!(
        route,
        Route::Result(_)
            | Route::Plan(_)
            | Route::Share(_)
            | Route::SharePlan(_)
            | Route::Invite(_)
            | Route::Mirror(_)
    )
}

fn is_problem(notice: &Notice) -> bool {
    !matches!(
        notice,
        Notice::Imported(_)
            | Notice::AlreadyHere(_)
            | Notice::BothKept(_)
            | Notice::BothKeptApart(_)
            | Notice::PlanImported(_)
            | Notice::PlanAlreadyHere(_)
            | Notice::OtherTab
            | Notice::Copied
            | Notice::LinkCopied
            | Notice::Kept
    )
}

fn words(view: &View<'_>, notice: &Notice) -> Node {
    let texts = view.texts();
    let sentence = match notice {
        Notice::Import(ImportProblem::TooLarge) => texts.import_too_large(),
        Notice::Import(ImportProblem::NotOurs) => texts.import_not_ours(),
        Notice::Import(ImportProblem::Broken) => texts.import_broken(),
        Notice::Import(ImportProblem::Newer) => texts.import_newer(),
        Notice::FileUnreadable => texts.import_unreadable(),
        Notice::Imported(_) => texts.import_done(),
        Notice::AlreadyHere(_) => texts.import_already_here(),
        Notice::BothKept(_) => texts.both_kept(),
        Notice::BothKeptApart(_) => texts.both_kept_apart(),
        Notice::PlanImport(PlanProblem::TooLarge) => texts.import_too_large(),
        Notice::PlanImport(PlanProblem::NotOurs) => texts.import_not_ours(),
        Notice::PlanImport(PlanProblem::Broken) => texts.import_plan_broken(),
        Notice::PlanImport(PlanProblem::NewerVersion(_)) => texts.import_newer(),
        Notice::PlanImported(_) => texts.import_done(),
        Notice::PlanAlreadyHere(_) => texts.import_plan_already_here(),
        Notice::PlanFull => texts.plan_full(),
        Notice::NoDays => texts.plan_no_days(),
        Notice::LibraryFull => texts.library_full(),
        Notice::SetAside(RecordProblem::Corrupt) => texts.set_aside_corrupt(),
        Notice::SetAside(RecordProblem::Newer) => texts.set_aside_newer(),
        Notice::OtherTab => texts.other_tab(),
        Notice::LanguageUnavailable(_) => texts.language_unavailable(),
        Notice::Copied => texts.copied(),
        Notice::Kept => texts.preview_kept(),
        Notice::LinkCopied => texts.share_copied(),
        Notice::CopyFailed => texts.copy_failed(),
        Notice::DownloadFailed => texts.download_failed(),
    };
    let more = match notice {
        Notice::Imported(id) | Notice::AlreadyHere(id) => {
            html! { <a href={Route::Result(*id)}>{ texts.show_result() }</a> }
        }
        Notice::PlanImported(id) | Notice::PlanAlreadyHere(id) => {
            html! { <a href={Route::Plan(*id)}>{ texts.show_plan() }</a> }
        }
        Notice::SetAside(_) => {
            button::quiet(texts.set_aside_download(), "", view.ask(Command::DownloadSetAside))
        }
        _ => Node::default(),
    };
    html! { <p>{ sentence }{ " " }{ more }</p> }
}
