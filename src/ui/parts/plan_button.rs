//! The button that puts something into the plan.

use crate::app::{Addition, Route};
use crate::content::Text;
use crate::ui::dom::{Node, html};
use crate::ui::view::{Command, View};

/// A button while `id` is not in the plan that was changed last, then the way to that plan.
pub fn view(view: &View<'_>, id: &str, about: &str, addition: Addition) -> Node {
    several(view, &[id], view.texts().add_to_plan(), about, addition)
}

/// The same for several things at once: a button that says `words` until all of them are in the plan.
pub fn several(view: &View<'_>, ids: &[&str], words: &Text, about: &str, addition: Addition) -> Node {
    let texts = view.texts();
    let latest = view.state.store.plans.latest();
    match latest.filter(|kept| ids.iter().all(|id| kept.value.holds(id))) {
        Some(kept) => html! {
            <p class="in-plan on-screen">
                <a href={Route::Plan(kept.id)}>
                    { texts.in_plan() }<span class="unseen">{ ": " }{ about.to_owned() }</span>
                </a>
            </p>
        },
        None => html! {
            <button type="button" class="button small on-screen" onclick={view.ask(Command::Add(addition))}>
                { words }<span class="unseen">{ ": " }{ about.to_owned() }</span>
            </button>
        },
    }
}
