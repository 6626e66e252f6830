//! One level of a scan.

use crate::app::{Action, Route};
use crate::content::Statement;
use crate::record::ScanId;
use crate::scan::{Level, Scan, StatementId};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::{answers, button};
use crate::ui::shell::{self, heading};
use crate::ui::view::{Command, View};
use crate::wording;

/// The screen. With `single`, one answer is being changed and the way leads back to the check screen.
pub fn view(view: &View<'_>, id: ScanId, scan: &Scan, level: Level, single: Option<StatementId>) -> Node {
    let texts = view.texts();
    let content = view.content();
    let about = content.level(level).map(|texts| content.fill(texts.about.get(scan.role), scan.sector));
    let statements: Vec<&Statement> =
        content.asked_by(scan).filter(|statement| statement.level == level).collect();
    let step = texts.step_of(&level.number().to_text(), &Level::ALL.len().to_text());
    html! {
        <>
            <p class="step">{ step }{ " · " }{ wording::scan_name(content, scan) }</p>
            { heading(wording::level(content, level).to_text()) }
            <p class="lead">{ about }</p>
            { shell::storage_warning(view, id) }
            <form class="statements" onchange={answers::listen(view, id)}>
                for (position, statement) in statements.iter().enumerate() {
                    {
                        answers::view(view, id, scan, statement, position + 1)
                    }
                }
            </form>
            { reminder(view, scan, &statements) }
            <div class="steps">
                if single.is_some() {
                    { shell::main_link(Route::Check(id), texts.back_to_check()) }
                } else {
                    { button::main(
                            if level.next().is_some() { texts.go_on() } else { texts.to_check() },
                            view.on(Action::Continue),
                    ) }
                    if let Some(previous) = level.previous() {
                        { shell::link(Route::Level(id, previous), texts.go_back()) }
                    } else {
                        { shell::link(Route::Start, texts.to_start()) }
                    }
                }
            </div>
        </>
    }
}

/// One friendly reminder of what was skipped; going on is always possible.
fn reminder(view: &View<'_>, scan: &Scan, statements: &[&Statement]) -> Node {
    let texts = view.texts();
    if !view.state.reminding {
        return html! { <div class="reminder" /> };
    }
    let skipped: Vec<&&Statement> =
        statements.iter().filter(|statement| scan.answers.get(statement.id).is_none()).collect();
    if skipped.is_empty() {
        return html! {
            <div class="reminder"><p class="note" id={shell::PROBLEM} tabindex="-1">{ texts.all_answered() }</p></div>
        };
    }
    let count = skipped.len().to_text();
    html! {
        <div class="reminder">
            <div class="note" id={shell::PROBLEM} tabindex="-1">
                <p>{ if skipped.len() == 1 { texts.reminder_one().to_text() } else { texts.reminder(&count) } }</p>
                <ul>
                    for statement in skipped.iter() {
                        <li key={statement.id.as_str()}>
                            { button::quiet(&statement.label, "",
                                    view.ask(Command::Focus(statement.id.to_text().into()))) }
                        </li>
                    }
                </ul>
                <p>{ texts.reminder_or_go_on() }</p>
            </div>
        </div>
    }
}
