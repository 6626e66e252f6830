//! What a school and a company say about one statement, each in its own wording.

use crate::content::{Content, Statement, Text};
use crate::scan::{Answer, Pair, Role, Scan, StatementId};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::choice;
use crate::ui::view::View;
use crate::wording;

/// Both sides: the wording and the answer.
pub fn view(view: &View<'_>, pair: &Pair, statement: &Statement) -> Node {
    html! {
        <dl class="two-sides">
            for &role in Role::ALL {
                { side(view, pair.get(role), statement) }
            }
        </dl>
    }
}

fn side(view: &View<'_>, scan: &Scan, statement: &Statement) -> Node {
    let content = view.content();
    let answer = scan.answers.get(statement.id);
    html! {
        <div key={scan.role.as_str()}>
            <dt>{ choice::shape(scan.role) }{ " " }{ name(content, scan.role) }</dt>
            <dd class="asked">{ wording::statement(content, statement, scan.role, scan.sector) }</dd>
            <dd class="given">
                if let Some(score) = answer.and_then(Answer::score) {
                    <b>{ score.get() }</b>{ " · " }
                }
                { wording::answer(content, answer) }
            </dd>
        </div>
    }
}

/// What a side is called next to the other.
pub fn name(content: &Content, role: Role) -> &Text {
    match role {
        Role::School => content.texts.side_school(),
        Role::Company => content.texts.side_company(),
    }
}

/// An answer as it stands in a table: its number, or its words.
pub fn short(content: &Content, scan: &Scan, statement: StatementId) -> super::dumbbell::Value {
    let answer = scan.answers.get(statement);
    match answer.and_then(Answer::score) {
        Some(score) => {
            super::dumbbell::Value { tenths: Some(score.get() * 10), words: score.get().to_text() }
        }
        None => super::dumbbell::Value { tenths: None, words: wording::answer(content, answer).to_text() },
    }
}
