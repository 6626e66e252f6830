//! Everything that is kept in this browser, and opening a file.

use yew::{Callback, Event};

use super::plan;
use crate::app::{Action, Deletion, Field, Route};
use crate::plan::Plan;
use crate::record::{Kept, Library};
use crate::sort::arrange;
use crate::to_text::ToText;
use crate::ui::browser::events;
use crate::ui::dom::{Node, html};
use crate::ui::parts::{button, choice, field};
use crate::ui::shell::{self, heading};
use crate::ui::view::{Command, View};
use crate::wording;

/// The screen.
pub fn view(view: &View<'_>) -> Node {
    let texts = view.texts();
    let (library, plans) = (&view.state.store.library, &view.state.store.plans);
    let nothing = library.is_empty() && plans.is_empty();
    html! {
        <>
            { heading(shell::saved_heading(view.state)) }
            { undo(view) }
            if nothing {
                <p class="lead">{ texts.saved_empty() }</p>
                <div class="steps">{ shell::main_link(Route::Setup, texts.start_yes()) }</div>
            } else {
                <p class="lead">
                    { if view.state.storage.keeps() { texts.saved_lead() } else { shell::not_kept(view) } }
                </p>
                if !library.is_empty() {
                    <section aria-labelledby="scans-heading">
                        <h2 id="scans-heading">{ texts.saved_scans() }</h2>
                        <ul class="kept">
                            for kept in newest_first(library) {
                                { entry(view, kept) }
                            }
                        </ul>
                    </section>
                }
                if !plans.is_empty() {
                    <section aria-labelledby="plans-heading">
                        <h2 id="plans-heading">{ texts.saved_plans() }</h2>
                        <ul class="kept">
                            for kept in newest_first(plans) {
                                { plan_entry(view, kept) }
                            }
                        </ul>
                    </section>
                }
            }
            <section class="card" aria-labelledby="open-heading">
                <h2 id="open-heading">{ texts.open_heading() }</h2>
                <p>{ texts.open_hint() }</p>
                <label class="button file">
                    { texts.open_choose() }
                    <input type="file" accept=".json,application/json" onchange={read_file(view)} />
                </label>
                <div class="steps">{ shell::link(Route::Link, texts.link_heading()) }</div>
            </section>
            <p class="on-screen"><a href={Route::Group}>{ texts.group_link() }</a></p>
            if !nothing {
                { delete_all(view) }
            }
        </>
    }
}

/// In the order in which they were begun here. That order stays when one changes: a field in which somebody types
/// must not move, because it would lose the focus.
fn newest_first<T: Clone + PartialEq>(library: &Library<T>) -> Vec<&Kept<T>> {
    let mut entries: Vec<&Kept<T>> = library.iter().collect();
    arrange(&mut entries, |a, b| a.id > b.id);
    entries
}

fn entry(view: &View<'_>, kept: &Kept) -> Node {
    let texts = view.texts();
    let content = view.content();
    let Kept { id, value: scan, .. } = kept;
    let progress = view.state.progress(scan);
    let name = wording::scan_name(content, scan);
    html! {
        <li key={id.get()} class="card">
            <h3>{ choice::shape(scan.role) }{ " " }{ &name }</h3>
            <p>
                { texts.result_about(
                        wording::role(content, scan.role),
                        wording::sector(content, scan.sector),
                        wording::variant(content, scan.variant),
                        &wording::date(content, scan.changed_on),
                ) }
            </p>
            <p>{ texts.progress(&progress.answered.to_text(), &progress.asked.to_text()) }</p>
            <div class="steps">
                <a class="button" href={Route::Result(*id)}>
                    { texts.show_result() }<span class="unseen">{ ": " }{ &name }</span>
                </a>
                if view.state.store.partners.get(*id).is_some() {
                    <a class="button" href={Route::Mirror(*id)}>
                        { texts.show_mirror() }<span class="unseen">{ ": " }{ &name }</span>
                    </a>
                }
                if let Some(level) = progress.next {
                    <a class="button" href={Route::Level(*id, level)}>
                        { texts.resume_go_on() }<span class="unseen">{ ": " }{ &name }</span>
                    </a>
                }
            </div>
            { rename(view, kept) }
            { delete_one(view, kept, &name) }
        </li>
    }
}

fn rename(view: &View<'_>, kept: &Kept) -> Node {
    let texts = view.texts();
    let name = ["name-", &kept.id.get().to_text()].concat();
    let label = Field::ScanLabel(kept.id);
    html! {
        <details class="rename">
            <summary>
                { texts.rename() }
                <span class="unseen">{ ": " }{ wording::scan_name(view.content(), &kept.value) }</span>
            </summary>
            { field::line(view, name, texts.rename_label(), label, kept.value.label.as_str()) }
            <p class="hint">{ texts.rename_hint() }</p>
        </details>
    }
}

fn plan_entry(view: &View<'_>, kept: &Kept<Plan>) -> Node {
    let texts = view.texts();
    let name = plan::title(view, &kept.value);
    let count = kept.value.actions.len().to_text();
    let next = kept.value.next_day(view.state.today);
    html! {
        <li key={kept.id.get()} class="card">
            <h3>{ &name }</h3>
            <p>
                { texts.plan_begun(&wording::date(view.content(), kept.value.created_on.date())) }{ " " }
                { texts.plan_count(&count) }
            </p>
            if let Some(day) = next {
                <p>{ texts.plan_next(&wording::date(view.content(), day.date())) }</p>
            }
            <div class="steps">
                <a class="button" href={Route::Plan(kept.id)}>
                    { texts.show_plan() }<span class="unseen">{ ": " }{ &name }</span>
                </a>
            </div>
            if view.state.deleting == Some(Deletion::Plan(kept.id)) {
                { question(view, &texts.delete_question(&name)) }
            } else {
                <button type="button" class="quiet" id={shell::delete_button(Deletion::Plan(kept.id))}
                    onclick={view.on(Action::AskDelete(Deletion::Plan(kept.id)))}>
                    { texts.delete() }<span class="unseen">{ ": " }{ &name }</span>
                </button>
            }
        </li>
    }
}

fn delete_one(view: &View<'_>, kept: &Kept, name: &str) -> Node {
    let texts = view.texts();
    if view.state.deleting == Some(Deletion::One(kept.id)) {
        return question(view, &texts.delete_question(name));
    }
    html! {
        <button type="button" class="quiet" id={shell::delete_button(Deletion::One(kept.id))}
            onclick={view.on(Action::AskDelete(Deletion::One(kept.id)))}>
            { texts.delete() }<span class="unseen">{ ": " }{ name }</span>
        </button>
    }
}

fn delete_all(view: &View<'_>) -> Node {
    let texts = view.texts();
    let count = (view.state.store.library.len() + view.state.store.plans.len()).to_text();
    if view.state.deleting == Some(Deletion::All) {
        return question(view, &texts.delete_all_question(&count));
    }
    button::quiet(texts.delete_all(), "", view.on(Action::AskDelete(Deletion::All)))
}

/// The second question before something is deleted.
pub fn question(view: &View<'_>, words: &str) -> Node {
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

fn undo(view: &View<'_>) -> Node {
    let texts = view.texts();
    let count = view.state.deleted.len() + view.state.deleted_plans.len();
    if count == 0 {
        return Node::default();
    }
    html! {
        <div class="note" id={shell::UNDO} tabindex="-1">
            <p>{ texts.deleted(&count.to_text()) }</p>
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
