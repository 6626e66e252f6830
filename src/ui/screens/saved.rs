//! Everything that is kept in this browser, and opening a file.

use yew::{Callback, Event, Html, InputEvent, KeyboardEvent, html};

use crate::app::{Action, Deletion, Route};
use crate::record::Kept;
use crate::scan::Label;
use crate::ui::browser::events;
use crate::ui::parts::{button, choice};
use crate::ui::shell::{self, heading};
use crate::ui::view::{Command, View};
use crate::wording;

/// The screen.
pub fn view(view: &View<'_>) -> Html {
    let texts = view.texts();
    let library = &view.state.store.library;
    html! {
        <>
            { heading(texts.saved_heading().to_string()) }
            { undo(view) }
            if library.is_empty() {
                <p class="lead">{ texts.saved_empty() }</p>
                <div class="steps">{ shell::main_link(Route::Setup, texts.start_yes()) }</div>
            } else {
                <p class="lead">{ texts.saved_lead() }</p>
                <ul class="kept">{ for library.iter().rev().map(|kept| entry(view, kept)) }</ul>
            }
            <section class="card" aria-labelledby="open-heading">
                <h2 id="open-heading">{ texts.open_heading() }</h2>
                <p>{ texts.open_hint() }</p>
                <label class="button file">
                    { texts.open_choose() }
                    <input type="file" accept=".json,application/json" onchange={read_file(view)} />
                </label>
            </section>
            if !library.is_empty() {
                { delete_all(view) }
            }
        </>
    }
}

fn entry(view: &View<'_>, kept: &Kept) -> Html {
    let texts = view.texts();
    let content = view.content();
    let Kept { id, scan } = kept;
    let progress = view.state.progress(scan);
    let name = wording::scan_name(content, scan);
    html! {
        <li key={id.get()} class="card">
            <h2>{ choice::shape(scan.role) }{ " " }{ &name }</h2>
            <p>
                { texts.result_about(
                    &wording::role(content, scan.role),
                    &wording::sector(content, scan.sector),
                    &wording::variant(content, scan.variant),
                    &wording::date(content, scan.changed_on),
                ) }
            </p>
            <p>{ texts.progress(&progress.answered.to_string(), &progress.asked.to_string()) }</p>
            <div class="steps">
                <a class="button" href={Route::Result(*id).to_string()}>
                    { texts.show_result() }<span class="unseen">{ ": " }{ &name }</span>
                </a>
                if let Some(level) = progress.next {
                    <a class="button" href={Route::Level(*id, level).to_string()}>
                        { texts.resume_go_on() }<span class="unseen">{ ": " }{ &name }</span>
                    </a>
                }
            </div>
            { rename(view, kept) }
            { delete_one(view, kept, &name) }
        </li>
    }
}

fn rename(view: &View<'_>, kept: &Kept) -> Html {
    let texts = view.texts();
    let id = kept.id;
    let field = ["name-", &id.get().to_string()].concat();
    let hint = [&*field, "-hint"].concat();
    let act = view.act.clone();
    let typed = Callback::from(move |event: InputEvent| act.emit(Action::Rename(id, events::value(&event))));
    let stay = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
        }
    });
    let too_long = view.state.rename_too_long == Some(id);
    html! {
        <details class="rename">
            <summary>{ texts.rename() }</summary>
            <label for={field.clone()}>{ texts.rename_label() }</label>
            <input id={field} type="text" autocomplete="off" value={kept.scan.label.to_string()}
                aria-describedby={hint.clone()} aria-invalid={too_long.then_some("true")}
                oninput={typed} onkeydown={stay} />
            <p id={hint} class="hint" role="status">
                if too_long {
                    { texts.label_too_long(&Label::MAX.to_string()) }
                } else {
                    { texts.rename_hint() }
                }
            </p>
        </details>
    }
}

fn delete_one(view: &View<'_>, kept: &Kept, name: &str) -> Html {
    let texts = view.texts();
    if view.state.deleting == Some(Deletion::One(kept.id)) {
        return question(view, &texts.delete_question(name));
    }
    html! {
        <button type="button" class="quiet" id={shell::delete_button(kept.id)}
            onclick={view.on(Action::AskDelete(Deletion::One(kept.id)))}>
            { texts.delete() }<span class="unseen">{ ": " }{ name }</span>
        </button>
    }
}

fn delete_all(view: &View<'_>) -> Html {
    let texts = view.texts();
    let count = view.state.store.library.len().to_string();
    if view.state.deleting == Some(Deletion::All) {
        return question(view, &texts.delete_all_question(&count));
    }
    button::quiet(texts.delete_all(), "", view.on(Action::AskDelete(Deletion::All)))
}

fn question(view: &View<'_>, words: &str) -> Html {
    let texts = view.texts();
    html! {
        <div class="note attention" id={shell::DELETE_QUESTION} tabindex="-1">
            <p>{ words }</p>
            <div class="steps">
                { button::plain(texts.delete_yes(), view.on(Action::Delete)) }
                { button::plain(texts.delete_no(), view.on(Action::KeepAfterAll)) }
            </div>
        </div>
    }
}

fn undo(view: &View<'_>) -> Html {
    let texts = view.texts();
    if view.state.deleted.is_empty() {
        return Html::default();
    }
    html! {
        <div class="note" id={shell::UNDO} tabindex="-1">
            <p>{ texts.deleted(&view.state.deleted.len().to_string()) }</p>
            { button::plain(texts.undo(), view.on(Action::Undelete)) }
        </div>
    }
}

fn read_file(view: &View<'_>) -> Callback<Event> {
    let command = view.command.clone();
    Callback::from(move |event: Event| {
        if let Some(file) = events::file(&event) {
            command.emit(Command::ReadFile(file));
        }
    })
}
