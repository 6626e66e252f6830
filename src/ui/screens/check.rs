//! All answers of a scan, to check and to change.

use crate::app::{Action, Route};
use crate::record::ScanId;
use crate::scan::{Level, Scan, Variant};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::button;
use crate::ui::shell::{self, heading};
use crate::ui::view::View;
use crate::wording;

/// The screen.
pub fn view(view: &View<'_>, id: ScanId, scan: &Scan) -> Node {
    let texts = view.texts();
    let progress = view.state.progress(scan);
    html! {
        <>
            <p class="step">{ wording::scan_name(view.content(), scan) }</p>
            { heading(texts.check_heading()) }
            <p class="lead">
                { texts.progress(&progress.answered.to_text(), &progress.asked.to_text()) }{ " " }
                { texts.check_lead() }
            </p>
            { shell::storage_warning(view, id) }
            for &level in Level::ALL {
                { answers_of(view, id, scan, level) }
            }
            <div class="steps">
                if view.state.store.partners.get(id).is_some() {
                    { shell::main_link(Route::Mirror(id), texts.show_mirror()) }
                    { shell::link(Route::Result(id), texts.show_result()) }
                } else {
                    { shell::main_link(Route::Result(id), texts.show_result()) }
                }
                if scan.variant == Variant::Quick {
                    { button::plain(texts.extend(), view.on(Action::Extend(id))) }
                }
                { shell::link(Route::Level(id, Level::Student), texts.go_back()) }
            </div>
            if scan.variant == Variant::Quick {
                <p class="hint">{ texts.extend_hint() }</p>
            }
        </>
    }
}

fn answers_of(view: &View<'_>, id: ScanId, scan: &Scan, level: Level) -> Node {
    let content = view.content();
    let heading_id = ["check-", level.as_str()].concat();
    html! {
        <section key={level.as_str()} class="card" aria-labelledby={heading_id.clone()}>
            <h2 id={heading_id}>{ wording::level(content, level) }</h2>
            <ul class="given">
                for statement in content.asked_by(scan).filter(|statement| statement.level == level) {
                    {
                        let answer = scan.answers.get(statement.id);
                        html! {
                            <li key={statement.id.as_str()}>
                                <span class="asked">
                                    { wording::statement(content, statement, scan.role, scan.sector) }
                                </span>
                                <span class={if answer.is_some() { "answer" } else { "answer none" }}>
                                    { wording::answer(content, answer) }
                                </span>
                                <a id={shell::answer_link(statement.id)} href={Route::Statement(id, statement.id)}>
                                    { if answer.is_some() { view.texts().change() } else { view.texts().answer_now() } }
                                    <span class="unseen">{ ": " }{ &statement.label }</span>
                                </a>
                            </li>
                        }
                    }
                }
            </ul>
        </section>
    }
}
