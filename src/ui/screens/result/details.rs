//! Why this score, and all statements with their advice and sources.

use super::standing_mark;
use crate::content::Statement;
use crate::record::ScanId;
use crate::scan::{Answer, LevelResult, Scan, ScanResult, Standing};
use crate::ui::dom::{Node, html};
use crate::ui::parts::advice;
use crate::ui::view::View;
use crate::wording;

/// Per level what counts, what was left out, and how close another band is.
pub fn why(view: &View<'_>, result: &ScanResult) -> Node {
    let texts = view.texts();
    html! {
        <details class="why">
            <summary>{ texts.why_heading() }</summary>
            <p>{ texts.bands_explained() }</p>
            <p>{ texts.no_norms() }</p>
            <dl>
                for one in result.levels.iter() {
                    <div key={one.level.as_str()}>
                        <dt>{ wording::level(view.content(), one.level) }{ ": " }{ wording::level_score(view.content(), one) }</dt>
                        for line in wording::why(view.content(), one) {
                            <dd>{ line }</dd>
                        }
                    </div>
                }
            </dl>
        </details>
    }
}

/// Every statement with what was answered and what one can do, folded per level.
pub fn all_advice(view: &View<'_>, id: Option<ScanId>, scan: &Scan, result: &ScanResult) -> Node {
    let texts = view.texts();
    html! {
        <section class="all-advice" aria-labelledby="advice-heading">
            <h2 id="advice-heading">{ texts.advice_heading() }</h2>
            <p>{ texts.advice_lead() }</p>
            for one in result.levels.iter() {
                { level(view, id, scan, one) }
            }
        </section>
    }
}

fn level(view: &View<'_>, id: Option<ScanId>, scan: &Scan, result: &LevelResult) -> Node {
    let content = view.content();
    let statements = content.asked_by(scan).filter(|statement| statement.level == result.level);
    html! {
        <details key={result.level.as_str()}>
            <summary>
                { wording::level(content, result.level) }{ ": " }{ wording::level_score(content, result) }
            </summary>
            <ul class="statements-with-advice">
                for one in statements {
                    { statement(view, id, scan, one) }
                }
            </ul>
        </details>
    }
}

fn statement(view: &View<'_>, id: Option<ScanId>, scan: &Scan, statement: &Statement) -> Node {
    let content = view.content();
    let texts = view.texts();
    let answer = scan.answers.get(statement.id);
    let standing = answer.and_then(Answer::score).map(|score| Standing::of(score, statement.source_factor));
    html! {
        <li key={statement.id.as_str()}>
            <h3>{ &statement.label }</h3>
            <p class="asked">{ wording::statement(content, statement, scan.role, scan.sector) }</p>
            <p class="answer">
                { super::answer(view, id, scan, statement) }
                if let Some(standing) = standing {
                    <span class="standing">{ standing_mark(standing) }{ wording::standing(content, standing) }</span>
                }
            </p>
            for one in statement.advice_for(scan.role) {
                { advice::view(view, id, scan, one) }
            }
            <p class="source">
                { texts.statement_from(&wording::citations(content, &statement.sources)) }
            </p>
        </li>
    }
}
