//! Fields in which somebody types. What cannot be kept stays in the field, with the reason under it.

use yew::{AttrValue, Callback, InputEvent, KeyboardEvent};

use crate::app::{Action, Field, Refusal};
use crate::content::Text;
use crate::to_text::ToText;
use crate::ui::browser::events;
use crate::ui::dom::{Node, html};
use crate::ui::view::View;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Line,
    Note,
    Day,
}

/// One line of text, in a field that is as high as what is in it.
pub fn line(view: &View<'_>, id: String, label: &Text, field: Field, value: &str) -> Node {
    any(view, Kind::Line, id, label, field, value)
}

/// Several lines.
pub fn note(view: &View<'_>, id: String, label: &Text, field: Field, value: &str) -> Node {
    any(view, Kind::Note, id, label, field, value)
}

/// A day.
pub fn day(view: &View<'_>, id: String, label: &Text, field: Field, value: &str) -> Node {
    any(view, Kind::Day, id, label, field, value)
}

fn any(view: &View<'_>, kind: Kind, id: String, label: &Text, field: Field, value: &str) -> Node {
    let id: AttrValue = id.into();
    let shown = shown(view, field, value);
    let act = view.act.clone();
    let typed = Callback::from(move |event: InputEvent| {
        let typed = if kind == Kind::Day { events::value(&event) } else { events::long_value(&event) };
        act.emit(Action::Type(field, typed).into());
    });
    let pressed = Callback::from(move |event: KeyboardEvent| {
        if kind == Kind::Line {
            events::no_line_break(&event);
        }
    });
    let why = why_id(&id);
    let refused = view.state.refused(field).is_some();
    let invalid = refused.then_some("true");
    let described = refused.then(|| why.clone());
    html! {
        <div key={&*id} class="field">
            <label for={&id}>{ label }</label>
            if kind == Kind::Day {
                <input id={&id} type="date" autocomplete="off" value={shown} oninput={typed}
                    aria-invalid={invalid} aria-describedby={described} />
            } else {
                <textarea id={&id} rows={if kind == Kind::Line { "2" } else { "3" }} autocomplete="off" value={shown}
                    oninput={typed} onkeydown={pressed} aria-invalid={invalid} aria-describedby={described} />
            }
            { reason(view, field, why) }
        </div>
    }
}

/// Why what was typed in a field is not kept.
pub fn reason(view: &View<'_>, field: Field, id: AttrValue) -> Node {
    let texts = view.texts();
    let sentence = view.state.refused(field).map(|refused| match refused.why {
        Refusal::TooLong(most) => texts.text_too_long(&most.to_text()),
        Refusal::NoSuchDay => texts.no_such_day().to_text(),
    });
    html! { <p {id} class="why-refused" role="status">{ sentence }</p> }
}

/// What the field shows: what was typed, even if it cannot be kept.
pub fn shown(view: &View<'_>, field: Field, value: &str) -> String {
    view.state.refused(field).map_or_else(|| value.to_owned(), |refused| refused.typed.clone())
}

fn why_id(id: &str) -> AttrValue {
    [id, "-why"].concat().into()
}
