//! Where the focus goes: the element of each target.

use super::browser::page;
use super::effects::Target;
use super::shell;

/// Puts the focus on a target.
pub fn on(target: Target) {
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
