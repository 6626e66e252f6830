//! Where the focus goes: the element of each target.

use yew::AttrValue;

use super::browser::{page, task};
use super::effects::Target;
use super::shell;

/// What becomes of the focus once the screen is drawn.
#[derive(Default)]
pub struct Focus {
    /// It begins on the heading of another screen.
    screen: bool,
    /// Where it goes then.
    pub target: Option<Target>,
    /// The id of what somebody asked it for.
    pub wanted: Option<AttrValue>,
    /// What had it before.
    held: Option<page::Focused>,
}

impl Focus {
    /// Remembers what has the focus, before what is drawn takes it away.
    pub fn hold(&mut self) {
        self.held = self.held.take().or_else(page::focused);
    }

    /// Begins at the top of another screen.
    pub fn begin_screen(&mut self) {
        self.screen = true;
        self.target = None;
    }

    /// Lets all of this happen as soon as what changed is drawn, and before anybody sees that or presses a key.
    ///
    /// Yew's own hook may come later: after 16 ms, which slow phones often need, the browser has a turn before it.
    pub fn settle_once_drawn(self) {
        task::begin(async move { self.settle() });
    }

    fn settle(self) {
        if self.screen {
            page::scroll_to(page::ROOT);
            page::focus(shell::HEADING);
        }
        if let Some(target) = self.target {
            on(target);
        }
        if let Some(id) = self.wanted {
            // A statement's id is also that of its fieldset, which takes no focus and does not say so.
            if !page::focus_choice(&id) {
                page::focus(&id);
            }
        }
        if let Some(held) = self.held {
            held.keep(shell::HEADING);
        }
    }
}

fn on(target: Target) {
    if let Target::Statement(id) = target {
        page::scroll_to(id.as_str());
        page::focus_choice(id.as_str());
    } else {
        page::focus(&id(&target));
    }
}

fn id(target: &Target) -> String {
    let fixed = match target {
        Target::Statement(id) => id.as_str(),
        Target::Problem => shell::PROBLEM,
        Target::DeleteQuestion => shell::DELETE_QUESTION,
        Target::Undo => shell::UNDO,
        Target::SavedList => shell::HEADING,
        Target::GroupReading => shell::GROUP_READING,
        Target::GroupOutcome => shell::GROUP_OUTCOME,
        Target::Notice => shell::NEWEST_NOTICE,
        Target::DeleteButton(deletion) => return shell::delete_button(*deletion),
        Target::NewAction(number) => return shell::action_field(*number, "what"),
        Target::NewReview(number) => return shell::review_day(*number),
        Target::GivenAnswer(id) => return shell::answer_link(*id),
    };
    fixed.to_owned()
}
