//! Fields in which somebody types. What cannot be kept stays in the field, with the reason under it.

use yew::{AttrValue, Callback, InputEvent};

use crate::app::{Action, Field, Refusal};
use crate::content::Text;
use crate::to_text::ToText;
use crate::ui::browser::events;
use crate::ui::dom::{Node, html};
use crate::ui::view::View;

/// One line.
pub fn line(view: &View<'_>, id: String, label: &Text, field: Field, value: &str) -> Node {
    input(view, "text", id, label, field, value)
}

/// A day.
pub fn day(view: &View<'_>, id: String, label: &Text, field: Field, value: &str) -> Node {
    input(view, "date", id, label, field, value)
}

fn input(view: &View<'_>, kind: &'static str, id: String, label: &Text, field: Field, value: &str) -> Node {
    let id: AttrValue = id.into();
    let shown = shown(view, field, value);
    let act = view.act.clone();
    let typed =
        Callback::from(move |event: InputEvent| act.emit(Action::Type(field, events::value(&event)).into()));
    let why = why_id(&id);
    let refused = view.state.refused(field).is_some();
    html! {
        <div key={&*id} class="field">
            <label for={&id}>{ label }</label>
            <input id={&id} type={kind} autocomplete="off" value={shown} oninput={typed}
                aria-invalid={refused.then_some("true")} aria-describedby={refused.then(|| why.clone())} />
            { reason(view, field, why) }
        </div>
    }
}

/// Several lines.
pub fn note(view: &View<'_>, id: String, label: &Text, field: Field, value: &str) -> Node {
    let id: AttrValue = id.into();
    let shown = shown(view, field, value);
    let act = view.act.clone();
    let typed = Callback::from(move |event: InputEvent| {
        act.emit(Action::Type(field, events::long_value(&event)).into())
    });
    let why = why_id(&id);
    let refused = view.state.refused(field).is_some();
    html! {
        <div key={&*id} class="field">
            <label for={&id}>{ label }</label>
            <textarea id={&id} rows="3" value={shown} oninput={typed}
                aria-invalid={refused.then_some("true")} aria-describedby={refused.then(|| why.clone())} />
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
