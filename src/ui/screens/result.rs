//! The result: text first, then the picture, the table, all advice, and what next.

mod details;
mod next;

use super::link;
use crate::app::{Route, orders};
use crate::content::Statement;
use crate::link::{LabelIn, write_result};
use crate::record::ScanId;
use crate::scan::{Level, Priority, Scan, ScanResult, Standing, Summary};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::{advice, paper_link, profile};
use crate::ui::shell::{self, heading};
use crate::ui::view::View;
use crate::wording;

/// The screen. A scan without a number is somebody else's: it is read, not changed.
pub fn view(view: &View<'_>, id: Option<ScanId>, scan: &Scan) -> Node {
    let texts = view.texts();
    let content = view.content();
    let result = scan.result(content);
    html! {
        <article class="result">
            <p class="step">
                { texts.result_about(
                        wording::role(content, scan.role),
                        wording::sector(content, scan.sector),
                        wording::variant(content, scan.variant),
                        &wording::date(content, scan.changed_on),
                ) }
            </p>
            if !scan.label.is_empty() {
                <p class="name">{ scan.label.as_str() }</p>
            }
            { heading(wording::summary(content, &result)) }
            if id.is_none() {
                { link::note(view, scan) }
            }
            { too_few(view, id, scan, &result) }
            { no_longer_asked(view, scan) }
            if result.on_paper_only {
                <section class="note pattern" aria-labelledby="pattern-heading">
                    <h2 id="pattern-heading">{ texts.pattern_on_paper_heading() }</h2>
                    <p>{ texts.pattern_on_paper_text() }</p>
                    <p class="source">{ texts.source_label(texts.pattern_on_paper_source()) }</p>
                </section>
            }
            { id.map(|id| shell::storage_warning(view, id)) }
            { priorities(view, id, scan, &result) }
            <section aria-labelledby="profile-heading">
                <h2 id="profile-heading">{ texts.profile_heading() }</h2>
                { profile::view(view, &result.levels) }
                { table(view, &result) }
                { details::why(view, &result) }
            </section>
            { details::all_advice(view, id, scan, &result) }
            <section class="ending" aria-labelledby="closing-heading">
                <div class="note">
                    <h2 id="closing-heading">{ texts.closing_heading() }</h2>
                    <p>{ texts.closing_question() }</p>
                    <p class="source">{ texts.source_label(texts.closing_source()) }</p>
                </div>
                { paper_link::view(view, write_result(scan, LabelIn::LeftOut, &orders(content)), texts.paper_link()) }
            </section>
            { match id {
                    Some(id) => next::view(view, id, scan),
                    None => link::next(view, texts.print()),
            } }
        </article>
    }
}

fn too_few(view: &View<'_>, id: Option<ScanId>, scan: &Scan, result: &ScanResult) -> Node {
    let missing = result.levels.iter().filter(|level| level.score.is_none()).count();
    if missing == 0 {
        return Node::default();
    }
    let texts = view.texts();
    let words = match result.summary {
        Summary::TooFewAnswers => texts.too_few_all(),
        _ => texts.too_few_some(),
    };
    let next = view.state.progress(scan).next.unwrap_or(Level::Strategic);
    html! {
        <div class="note">
            <p>{ words }</p>
            if let Some(id) = id {
                <div class="steps">{ shell::link(Route::Level(id, next), texts.answer_more()) }</div>
            }
        </div>
    }
}

/// What an earlier content version asked and this one cannot show.
fn no_longer_asked(view: &View<'_>, scan: &Scan) -> Node {
    let names = view.content().no_longer_asked(scan);
    if names.is_empty() {
        return Node::default();
    }
    let names = wording::list(view.content(), &names.iter().collect::<Vec<_>>());
    html! { <div class="note"><p>{ view.texts().no_longer_asked(&names) }</p></div> }
}

fn priorities(view: &View<'_>, id: Option<ScanId>, scan: &Scan, result: &ScanResult) -> Node {
    let texts = view.texts();
    if result.priorities.is_empty() {
        let all_good = result.levels.iter().any(|level| level.scored > 0);
        return if all_good {
            html! { <p class="lead">{ texts.priorities_none() }</p> }
        } else {
            Node::default()
        };
    }
    let (words, lead) = if result.has_something_to_improve() {
        (texts.priorities_heading(), texts.priorities_lead())
    } else {
        (texts.priorities_good_heading(), texts.priorities_good_lead())
    };
    html! {
        <section aria-labelledby="priorities-heading">
            <h2 id="priorities-heading">{ words }</h2>
            <p>{ lead }</p>
            <ol class="priorities">
                { for result.priorities.iter().filter_map(|priority| {
                            Some(card(view, id, scan, view.content().statement(priority.statement)?, *priority))
                }) }
            </ol>
        </section>
    }
}

fn card(view: &View<'_>, id: Option<ScanId>, scan: &Scan, statement: &Statement, priority: Priority) -> Node {
    let content = view.content();
    let standing = Standing::of(priority.score, statement.source_factor);
    html! {
        <li key={statement.id.as_str()} class="card">
            <p class="of-level">{ wording::level(content, statement.level) }</p>
            <h3>{ &statement.label }</h3>
            <p class="standing">{ standing_mark(standing) }{ wording::standing(content, standing) }</p>
            <p class="asked">{ wording::statement(content, statement, scan.role, scan.sector) }</p>
            <p class="answer">
                { answer(view, id, scan, statement) }
            </p>
            <h4>{ view.texts().first_step() }</h4>
            for one in statement.advice_for(scan.role).take(1) {
                { advice::view(view, id, scan, one) }
            }
        </li>
    }
}

/// What was answered, by us or by somebody else.
pub(super) fn answer(view: &View<'_>, id: Option<ScanId>, scan: &Scan, statement: &Statement) -> String {
    let answer = wording::answer(view.content(), scan.answers.get(statement.id));
    match id {
        Some(_) => view.texts().your_answer(answer),
        None => view.texts().their_answer(answer),
    }
}

/// A shape that tells the standing without colour.
pub(super) fn standing_mark(standing: Standing) -> Node {
    let path = match standing {
        // A bar across the way.
        Standing::Obstacle => "M3 10H17M10 3V6M10 14V17",
        // A gap where something should be.
        Standing::MissingSupport => "M3 16V10H7M13 10H17V16",
        Standing::Weak => "M4 7L10 14L16 7",
        Standing::CanBeBetter => "M4 10H16",
        Standing::Good => "M4 11L8 15L16 5",
    };
    html! {
        <svg class="standing-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d={path} />
        </svg>
    }
}

fn table(view: &View<'_>, result: &ScanResult) -> Node {
    let texts = view.texts();
    let content = view.content();
    html! {
        <div class="wide" tabindex="0" role="region" aria-label={texts.table_label()}>
            <table>
                <caption>{ texts.table_label() }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ texts.column_level() }</th>
                        <th scope="col">{ texts.column_score() }</th>
                        <th scope="col">{ texts.column_band() }</th>
                        <th scope="col">{ texts.column_counted() }</th>
                    </tr>
                </thead>
                <tbody>
                    for one in result.levels.iter() {
                        <tr key={one.level.as_str()}>
                            <th scope="row">{ wording::level(content, one.level) }</th>
                            <td>{ one.score.map_or_else(|| "–".to_owned(), |score| wording::score(content, score.tenths())) }</td>
                            <td>{ one.score.map_or_else(|| texts.too_few_answers(), |score| wording::band(content, score.band())) }</td>
                            <td>{ texts.counted_of(&one.scored.to_text(), &one.asked.to_text()) }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
