//! The group for a meeting: one statement at a time, large enough for a screen in the room.

use yew::{Callback, KeyboardEvent};

use super::figures::{self, Figures};
use super::{picture, statements};
use crate::app::{Action, GroupAction, Route};
use crate::content::Text;
use crate::to_text::ToText;
use crate::ui::browser::events;
use crate::ui::dom::{Node, html};
use crate::ui::shell::{self, heading};
use crate::ui::view::View;
use crate::wording;

/// The screen.
pub fn view(view: &View<'_>) -> Node {
    let texts = view.texts();
    let tally = view.state.group.tally();
    let ordered = tally.map(|tally| tally.by_disagreement()).unwrap_or_default();
    let place = view.state.group.shown;
    let Some((one, _)) = ordered.get(place) else {
        return html! {
            <>
                { heading(texts.group_meeting_title()) }
                <p class="lead">{ texts.group_meeting_empty() }</p>
                <div class="steps">{ shell::main_link(Route::Group, texts.group_heading()) }</div>
            </>
        };
    };
    let last = ordered.len() - 1;
    let figures = Figures::of(view.content(), &one.answers.scores, &one.answers);
    let position = texts.group_position(&(place + 1).to_text(), &ordered.len().to_text());
    let name = statements::name(view, &one.statement);
    html! {
        <div class="meeting" tabindex="-1" onkeydown={keys(view, place)}>
            <div class="place">
                <p role="status">{ position }<span class="unseen">{ ": " }{ &name }</span></p>
                <a class="button" href={Route::Group}>{ texts.close() }</a>
            </div>
            <p class="of-level">{ wording::level(view.content(), one.statement.level) }</p>
            { heading(name) }
            <div class="words">{ statements::words(view, &one.statement) }</div>
            <div class="pair">
                { picture::view(&one.answers.scores) }
                { figures::list(view, one.answers.scores.counts(), figures) }
            </div>
            <div class="turn">
                { turn(view, texts.group_previous(), place.checked_sub(1)) }
                { turn(view, texts.group_next(), (place < last).then_some(place + 1)) }
            </div>
            <p class="hint">{ texts.group_meeting_keys() }</p>
        </div>
    }
}

/// A button to another statement. At the end it stays, so that it keeps the focus, and does nothing.
fn turn(view: &View<'_>, words: &Text, to: Option<usize>) -> Node {
    let onclick = match to {
        Some(place) => view.on(Action::Group(GroupAction::Show(place))),
        None => Callback::noop(),
    };
    html! {
        <button type="button" class="button" aria-disabled={to.is_none().then_some("true")} {onclick}>{ words }</button>
    }
}

/// Arrows, what a presenter in the hand sends, and the way back.
fn keys(view: &View<'_>, place: usize) -> Callback<KeyboardEvent> {
    let act = view.act.clone();
    Callback::from(move |event: KeyboardEvent| {
        let Some(key) = events::key(&event) else { return };
        let show = |place| Action::Group(GroupAction::Show(place));
        let action = match &*key {
            events::LEFT | events::PAGE_UP => show(place.saturating_sub(1)),
            events::RIGHT | events::PAGE_DOWN => show(place + 1),
            events::ESCAPE => Action::Go(Route::Group),
            _ => return,
        };
        events::handled(&event);
        act.emit(action.into());
    })
}
