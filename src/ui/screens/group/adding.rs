//! Where results are added, and how far that is.

use yew::{Callback, Event};

use crate::app::GroupProgress;
use crate::gather::{MAX_BYTES, MAX_FILES};
use crate::to_text::ToText;
use crate::ui::browser::events;
use crate::ui::dom::{Node, html};
use crate::ui::grouping::{GroupCommand, PASTED};
use crate::ui::parts::button;
use crate::ui::shell;
use crate::ui::view::{Command, View};

/// The field and the button for files; `first`: nothing was added yet, so adding is what this screen is for. Else it is
/// folded, so that it is within reach above what is there.
pub fn view(view: &View<'_>, first: bool) -> Node {
    let texts = view.texts();
    let read_pasted = view.ask(Command::Group(GroupCommand::ReadPasted));
    let command = view.command.clone();
    let read_files = Callback::from(move |event: Event| {
        command.emit(Command::Group(GroupCommand::ReadFiles(events::files(&event))));
    });
    let limits = texts.group_limits(&MAX_FILES.to_text(), &(MAX_BYTES / 1_000_000).to_text());
    html! {
        <details class={if first { "card add on-screen" } else { "add on-screen" }} open={first}>
            <summary>{ texts.group_add_heading() }</summary>
            <label for={PASTED}>{ texts.group_paste_label() }</label>
            <textarea id={PASTED} rows="5" autocomplete="off" autocapitalize="none" spellcheck="false" />
            <div class="steps">
                if first {
                    { button::main(texts.group_paste_button(), read_pasted) }
                } else {
                    { button::plain(texts.group_paste_button(), read_pasted) }
                }
            </div>
            <p>{ texts.group_files_hint() }</p>
            <label class="button file">
                { texts.group_files_button() }
                <input type="file" multiple={true} accept=".json,.csv,.txt,application/json,text/csv,text/plain"
                    onchange={read_files} />
            </label>
            <p class="hint">{ limits }</p>
        </details>
    }
}

/// How far the reading is, in words.
pub fn progress(view: &View<'_>, progress: GroupProgress) -> Node {
    let texts = view.texts();
    let GroupProgress { results, percent } = progress;
    html! {
        <section class="card on-screen" id={shell::GROUP_READING} tabindex="-1">
            <p>{ texts.group_reading() }</p>
            <p class="progress">{ texts.group_progress(&results.to_text(), &percent.to_text()) }</p>
            { button::plain(texts.group_stop(), view.ask(Command::Group(GroupCommand::Stop))) }
        </section>
    }
}
