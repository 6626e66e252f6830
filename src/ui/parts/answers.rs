//! A statement with its answers.

use yew::{AttrValue, Callback, Event, Html};

use crate::app::Action;
use crate::content::Statement;
use crate::record::ScanId;
use crate::scan::{Answer, Role, Scan, Score};
use crate::ui::browser::events;
use crate::ui::dom::html;
use crate::ui::view::View;
use crate::wording;

/// What an answer is called in the value of its radio button.
fn value(answer: Answer) -> &'static str {
    match answer {
        Answer::Scored(score) => match score.get() {
            1 => "1",
            2 => "2",
            3 => "3",
            4 => "4",
            _ => "5",
        },
        Answer::DontKnow => "dont-know",
        Answer::NotApplicable => "not-applicable",
    }
}

fn answer(value: &str) -> Option<Answer> {
    match value {
        "dont-know" => Some(Answer::DontKnow),
        "not-applicable" => Some(Answer::NotApplicable),
        digit => digit.parse().ok().and_then(Score::new).map(Answer::Scored),
    }
}

/// One listener for all statements of a screen: the radio button's name is the statement.
pub fn listen(view: &View<'_>, scan: ScanId) -> Callback<Event> {
    let act = view.act.clone();
    Callback::from(move |event: Event| {
        let Some((name, value)) = events::name_and_value(&event) else { return };
        if let (Ok(statement), Some(answer)) = (name.parse(), answer(&value)) {
            act.emit(Action::Answer(scan, statement, answer));
        }
    })
}

/// A statement as a card.
pub fn view(view: &View<'_>, id: ScanId, scan: &Scan, statement: &Statement, number: usize) -> Html {
    let given = scan.answers.get(statement.id);
    let role: Role = scan.role;
    let name: AttrValue = statement.id.to_string().into();
    let option = |one: Answer| {
        let option_id: AttrValue = [&*name, "-", value(one)].concat().into();
        html! {
            <label key={value(one)} class="choice" for={&option_id}>
                <input id={&option_id} type="radio" name={&name} value={value(one)} checked={given == Some(one)} />
                <span class="words">{ wording::answer(view.content(), Some(one)) }</span>
            </label>
        }
    };
    let unscored = [Answer::DontKnow, Answer::NotApplicable];
    let clear = Action::ClearAnswer(id, statement.id);
    html! {
        <fieldset key={&*name} id={&name} class="statement card">
            <legend>
                <span class="number" aria-hidden="true">{ number }</span>
                <span class="words">
                    { wording::statement(view.content(), statement, role, scan.sector) }
                    if let Some(help) = &statement.help {
                        <span class="hint">{ help.clone() }</span>
                    }
                </span>
            </legend>
            <div class="answers">
                { for Score::ALL.into_iter().map(|score| option(Answer::Scored(score))) }
                <div class="unscored">{ for unscored.into_iter().map(option) }</div>
                <button type="button" class="quiet clear" hidden={given.is_none()} onclick={view.on(clear)}>
                    { view.texts().clear_answer() }
                    <span class="unseen">{ ": " }{ statement.label.clone() }</span>
                </button>
            </div>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_has_a_value_of_its_own() {
        for one in Answer::ALL {
            assert_eq!(answer(value(one)), Some(one));
        }
        for foreign in ["", "0", "6", "dont_know", "1.5"] {
            assert_eq!(answer(foreign), None);
        }
    }
}
