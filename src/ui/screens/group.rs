//! Many results together: adding them, what they say, and taking them along.

mod adding;
mod choosing;
mod figures;
mod leaving;
mod meeting;
mod outcome;
mod picture;
mod statements;

use yew::{Callback, DragEvent};

use crate::app::{Contents, Route};
use crate::gather::Gathered;
use crate::scan::group::Tally;
use crate::to_text::ToText;
use crate::ui::browser::events::{self, Dropped};
use crate::ui::dom::{Node, html};
use crate::ui::grouping::GroupCommand;
use crate::ui::shell::heading;
use crate::ui::view::{Command, View};
use crate::wording;

pub use meeting::view as meeting;

/// With fewer results than this, people may be recognised by their answers. A convention: many institutes publish no
/// figures of fewer than five people.
const FEW: u32 = 5;

/// The screen.
pub fn view(view: &View<'_>) -> Node {
    let texts = view.texts();
    let group = &view.state.group;
    html! {
        <div class="group" ondragover={Callback::from(|event: DragEvent| events::allow_drop(&event))} ondrop={drop(view)}>
            { heading(texts.group_heading()) }
            <p class="lead">{ texts.group_lead() }</p>
            <p class="on-screen">{ texts.group_private() }</p>
            { match &group.contents {
                    Contents::Reading(progress) => adding::progress(view, *progress),
                    Contents::Empty | Contents::There(..) => there(view),
            } }
        </div>
    }
}

/// What was read, how to add to it, and what it says.
fn there(view: &View<'_>) -> Node {
    let gathered = view.state.group.gathered();
    let some = gathered.filter(|gathered| !gathered.group.is_empty());
    html! {
        <>
            if let Some(gathered) = gathered {
                { outcome::view(view, gathered) }
            }
            { adding::view(view, some.is_none()) }
            if let Some(gathered) = some {
                { results(view, gathered) }
            }
        </>
    }
}

fn results(view: &View<'_>, gathered: &Gathered) -> Node {
    let texts = view.texts();
    let tally = view.state.group.tally().map(|tally| &**tally);
    let some = tally.filter(|tally| tally.results > 0);
    html! {
        <>
            <section aria-labelledby="group-results">
                <h2 id="group-results">{ texts.group_results_heading() }</h2>
                { choosing::view(view, gathered) }
                <p class="counted" role="status">{ counted(view, tally) }</p>
                <p class="on-paper">{ wording::date(view.content(), view.state.today) }</p>
                if let Some(tally) = tally {
                    { caution(view, tally.results) }
                }
                if some.is_some() {
                    <div class="steps">
                        <a class="button main" href={Route::Meeting}>{ texts.group_meeting_button() }</a>
                    </div>
                    <p class="hint on-screen">{ texts.group_meeting_hint() }</p>
                }
            </section>
            if let Some(tally) = some {
                { figures::levels(view, tally) }
                { statements::view(view, tally) }
                { leaving::view(view, gathered) }
            }
            { leaving::clear(view, gathered) }
        </>
    }
}

/// How many results count, or that they are being counted.
fn counted(view: &View<'_>, tally: Option<&Tally>) -> String {
    let texts = view.texts();
    match tally.filter(|_| !view.state.group.is_counting()) {
        None => texts.group_counting().to_text(),
        Some(tally) => {
            let schools = tally.results.saturating_sub(tally.companies);
            let [count, schools, companies] =
                [tally.results, schools, tally.companies].map(|count| count.to_text());
            texts.group_counted(&count, &schools, &companies)
        }
    }
}

/// What so few results cannot say, and what they may give away.
fn caution(view: &View<'_>, results: u32) -> Node {
    let texts = view.texts();
    let says_little = match results {
        0 => return html! { <p class="note">{ texts.group_none() }</p> },
        1 => Some(texts.group_one()),
        2 => Some(texts.group_two()),
        _ => None,
    };
    if results >= FEW {
        return Node::default();
    }
    html! {
        <div class="note">
            if let Some(says_little) = says_little {
                <p>{ says_little }</p>
            }
            <p>{ texts.group_few(&FEW.to_text()) }</p>
        </div>
    }
}

fn drop(view: &View<'_>) -> Callback<DragEvent> {
    let command = view.command.clone();
    Callback::from(move |event: DragEvent| {
        command.emit(Command::Group(match events::dropped(&event) {
            Dropped::Files(files) => GroupCommand::ReadFiles(files),
            Dropped::Text(text) => GroupCommand::ReadText(text),
        }));
    })
}
