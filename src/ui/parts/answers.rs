//! A statement with its answers.

use yew::{AttrValue, Callback, Event, MouseEvent};

use crate::app::Action;
use crate::content::Statement;
use crate::record::ScanId;
use crate::scan::{Answer, Role, Scan, Score};
use crate::to_text::{ToText, number};
use crate::ui::browser::events;
use crate::ui::dom::{Node, html};
use crate::ui::view::{Command, View};
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
        digit => number(digit).and_then(Score::new).map(Answer::Scored),
    }
}

/// One listener for all statements of a screen: the radio button's name is the statement.
pub fn listen(view: &View<'_>, scan: ScanId) -> Callback<Event> {
    let act = view.act.clone();
    Callback::from(move |event: Event| {
        let Some((name, value)) = events::name_and_value(&event) else { return };
        if let (Ok(statement), Some(answer)) = (name.parse(), answer(&value)) {
            act.emit(Action::Answer(scan, statement, answer).into());
        }
    })
}

/// A statement as a card.
pub fn view(view: &View<'_>, id: ScanId, scan: &Scan, statement: &Statement, number: usize) -> Node {
    let given = scan.answers.get(statement.id);
    let role: Role = scan.role;
    let name: AttrValue = statement.id.to_text().into();
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
    // The button goes away, so the focus goes to the answers.
    let clear = {
        let (clear, focus) =
            (view.on(Action::ClearAnswer(id, statement.id)), view.ask(Command::Focus(name.clone())));
        Callback::from(move |event: MouseEvent| {
            clear.emit(event.clone());
            focus.emit(event);
        })
    };
    html! {
        <fieldset key={&*name} id={&name} class="statement card">
            <legend>
                <span class="number" aria-hidden="true">{ number }</span>
                <span class="words">
                    { wording::statement(view.content(), statement, role, scan.sector) }
                    if let Some(help) = &statement.help {
                        <span class="hint">{ help }</span>
                    }
                </span>
            </legend>
            <div class="answers">
                for score in Score::ALL {
                    { option(Answer::Scored(score)) }
                }
                <div class="unscored">{ for unscored.into_iter().map(option) }</div>
                <button type="button" class="quiet clear" hidden={given.is_none()} onclick={clear}>
                    { view.texts().clear_answer() }
                    <span class="unseen">{ ": " }{ &statement.label }</span>
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
