//! Where the focus goes: the element of each target.

use super::browser::page;
use super::effects::Target;
use super::shell;

/// Puts the focus on a target.
pub fn on(target: Target) {
    match target {
        Target::Statement(id) => {
            page::scroll_to(id.as_str());
            page::focus_choice(id.as_str());
        }
        Target::Problem => {
            page::focus(shell::PROBLEM);
        }
        Target::DeleteQuestion => {
            page::focus(shell::DELETE_QUESTION);
        }
        Target::Undo => {
            page::focus(shell::UNDO);
        }
        Target::SavedList => {
            page::focus(shell::HEADING);
        }
        Target::DeleteButton(deletion) => {
            page::focus(&shell::delete_button(deletion));
        }
        Target::GroupReading => {
            page::focus(shell::GROUP_READING);
        }
        Target::GroupOutcome => {
            page::focus(shell::GROUP_OUTCOME);
        }
        Target::Notice => {
            page::focus(shell::NEWEST_NOTICE);
        }
        Target::NewAction(number) => {
            page::focus(&shell::action_field(number, "what"));
        }
        Target::NewReview(number) => {
            page::focus(&shell::review_day(number));
        }
        Target::GivenAnswer(id) => {
            page::focus(&shell::answer_link(id));
        }
    }
}
