//! What leaves: the table, paper, and the group itself.

use yew::{Callback, Event};

use crate::app::{Action, Deletion, GroupAction};
use crate::gather::Gathered;
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::grouping::GroupCommand;
use crate::ui::parts::button;
use crate::ui::parts::choice::{self, Choice};
use crate::ui::screens::saved;
use crate::ui::shell;
use crate::ui::view::{Command, View};

const LABELS: &str = "group-labels";

/// The table as a file, and printing.
pub fn view(view: &View<'_>, gathered: &Gathered) -> Node {
    let texts = view.texts();
    let with_labels = view.state.group.with_labels;
    let act = view.act.clone();
    let toggle = Callback::from(move |_: Event| {
        act.emit(Action::Group(GroupAction::WithLabels(!with_labels)).into());
    });
    html! {
        <section class="on-screen" aria-labelledby="group-leave">
            <h2 id="group-leave">{ texts.group_leave_heading() }</h2>
            <p>{ texts.group_download_hint() }</p>
            if gathered.group.has_labels() {
                <div onchange={toggle}>
                    { choice::check(LABELS, Choice::new("yes", texts.group_with_labels(), with_labels)) }
                </div>
            }
            <div class="steps">
                { button::plain(texts.group_download(), view.ask(Command::Group(GroupCommand::Download))) }
                { button::plain(texts.group_print(), view.ask(Command::Print)) }
            </div>
        </section>
    }
}

/// Emptying the group, asked once.
pub fn clear(view: &View<'_>, gathered: &Gathered) -> Node {
    let texts = view.texts();
    let deletion = Deletion::Group;
    if view.state.deleting == Some(deletion) {
        return saved::question(view, &texts.group_clear_question(&gathered.group.len().to_text()));
    }
    html! {
        <button type="button" class="quiet" id={shell::delete_button(deletion)}
            onclick={view.on(Action::AskDelete(deletion))}>
            { texts.group_clear() }
        </button>
    }
}
