//! What changed between two scans of one side.

use super::missing;
use crate::app::{Route, orders};
use crate::content::{Content, Text};
use crate::record::ScanId;
use crate::scan::compare::{Again, CannotCompare, Change, LevelChange};
use crate::scan::{Role, Scan};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::dumbbell::{self, Comparison, Marks, Row, Value};
use crate::ui::parts::{not_compared, two_sides};
use crate::ui::shell::{self, heading};
use crate::ui::view::View;
use crate::wording;

/// The screen.
pub fn view(view: &View<'_>, one: ScanId, other: ScanId) -> Node {
    let state = view.state;
    let (Some(first), Some(second)) = (state.scan(one), state.scan(other)) else {
        return missing::view(view);
    };
    let (texts, content) = (view.texts(), view.content());
    let again = Again::between(first, second, &orders(content), content);
    // The address may name them in either order.
    let day = |scan: &Scan| (scan.changed_on, scan.started_on);
    let (earlier, later, shown) =
        if day(first) <= day(second) { (first, second, other) } else { (second, first, one) };
    let again = match again {
        Err(problem) => {
            let why = match problem {
                CannotCompare::OtherRole => texts.again_other_role(),
                CannotCompare::UnknownContentVersion(_) => texts.mirror_unknown_version(),
            };
            return html! {
                <>
                    { heading(texts.again_title()) }
                    <p class="lead">{ why }</p>
                    { others(view, one, other, shown) }
                </>
            };
        }
        Ok(again) => again,
    };
    let on = |date| wording::date(content, date);
    html! {
        <article class="again">
            <p class="step">
                { wording::scan_name(content, later) }{ " · " }
                { texts.again_between(&on(again.earlier_on), &on(again.later_on)) }
            </p>
            { heading(headline(view, &again)) }
            if again.other_sector {
                <p class="note">{ texts.again_other_sector() }</p>
            }
            if earlier.content_version != later.content_version {
                <p class="note">{ texts.mirror_other_version() }</p>
            }
            <section class="compared" aria-labelledby="levels-heading">
                <h2 id="levels-heading">{ texts.mirror_levels_heading() }</h2>
                <p>{ texts.again_lead() }</p>
                { dumbbell::view(view, &levels(view, later.role, &again)) }
            </section>
            <section class="compared" aria-labelledby="statements-heading">
                <h2 id="statements-heading">{ texts.group_statements_heading() }</h2>
                { dumbbell::view(view, &statements(view, earlier, later, &again)) }
            </section>
            { not_compared::view(view, &again.not_compared, texts.not_compared_earlier(), texts.not_compared_later()) }
            { others(view, one, other, shown) }
        </article>
    }
}

/// Which levels became higher and which lower.
fn headline(view: &View<'_>, again: &Again) -> String {
    let (texts, content) = (view.texts(), view.content());
    let names = |is: fn(i8) -> bool| {
        let changed = again.levels.iter().filter(|level| level.tenths().is_some_and(is));
        let names: Vec<&Text> = changed.map(|level| wording::level(content, level.level)).collect();
        (!names.is_empty()).then(|| wording::list(content, &names))
    };
    let higher = names(|tenths| tenths > 0).map(|names| texts.again_higher(&names));
    let lower = names(|tenths| tenths < 0).map(|names| texts.again_lower(&names));
    let sentences: Vec<String> = higher.into_iter().chain(lower).collect();
    if !sentences.is_empty() {
        wording::join(&sentences, " ")
    } else if names(|_| true).is_some() {
        texts.again_same().to_text()
    } else {
        texts.again_nothing().to_text()
    }
}

fn heads<'a>(view: &View<'a>, what: &'a Text) -> [&'a Text; 4] {
    let texts = view.texts();
    [what, texts.column_earlier(), texts.column_later(), texts.column_change()]
}

fn levels<'a>(view: &View<'a>, role: Role, again: &Again) -> Comparison<'a> {
    let (texts, content) = (view.texts(), view.content());
    let value = |tenths: Option<u8>| Value {
        tenths,
        words: tenths.map_or_else(dash, |tenths| wording::score(content, tenths)),
    };
    let row = |level: &LevelChange| Row {
        key: level.level.as_str().into(),
        name: wording::level(content, level.level),
        first: value(level.scores.map(|(earlier, _)| earlier.tenths())),
        second: value(level.scores.map(|(_, later)| later.tenths())),
        difference: match level.tenths() {
            None => texts.too_few_answers().to_text(),
            Some(0) => texts.steps_none().to_text(),
            Some(tenths) => signed(tenths, wording::score(content, tenths.unsigned_abs())),
        },
        stands_out: false,
    };
    Comparison {
        id: "levels-caption",
        caption: texts.again_levels_caption(),
        table: texts.again_levels_table(),
        heads: heads(view, texts.column_level()),
        marks: Marks::Times(role),
        rows: again.levels.iter().map(row).collect(),
    }
}

fn statements<'a>(view: &View<'a>, earlier: &Scan, later: &Scan, again: &Again) -> Comparison<'a> {
    let (texts, content) = (view.texts(), view.content());
    let rows = again.statements.iter().filter_map(|one| {
        let steps = match one.change {
            Change::Scored { earlier, later } => {
                Some(i8::try_from(later.get()).ok()? - i8::try_from(earlier.get()).ok()?)
            }
            Change::Unscored(_) => None,
        };
        Some(Row {
            key: one.statement.to_text().into(),
            name: &content.statement(one.statement)?.label,
            first: two_sides::short(content, earlier, one.statement),
            second: two_sides::short(content, later, one.statement),
            difference: match steps {
                None => dash(),
                Some(0) => texts.steps_none().to_text(),
                Some(steps) => signed(steps, steps.unsigned_abs().to_text()),
            },
            stands_out: steps.is_some_and(|steps| steps.unsigned_abs() > 1),
        })
    });
    Comparison {
        id: "statements-caption",
        caption: texts.again_statements_caption(),
        table: texts.again_statements_table(),
        heads: heads(view, texts.column_statement()),
        marks: Marks::Times(later.role),
        rows: rows.collect(),
    }
}

fn dash() -> String {
    "–".to_owned()
}

/// With a plus or a minus before it.
fn signed(change: i8, size: String) -> String {
    [if change < 0 { "−" } else { "+" }, &size].concat()
}

/// Other scans of the same side to compare with, and the way back.
fn others(view: &View<'_>, one: ScanId, other: ScanId, shown: ScanId) -> Node {
    let texts = view.texts();
    let content = view.content();
    let mut others = view.state.other_times(shown);
    others.retain(|kept| kept.id != one && kept.id != other);
    html! {
        <section class="next" aria-labelledby="next-heading">
            if others.is_empty() {
                <h2 id="next-heading">{ texts.next_heading() }</h2>
            } else {
                <h2 id="next-heading">{ texts.again_with_heading() }</h2>
                <ul class="times">
                    for kept in others.iter() {
                        <li key={kept.id.get()}>
                            <a href={Route::Again(kept.id, shown)}>{ time(content, &kept.value) }</a>
                        </li>
                    }
                </ul>
            }
            <div class="steps">{ shell::link(Route::Result(shown), texts.back_to_result()) }</div>
        </section>
    }
}

/// A scan by its name and its day.
fn time(content: &Content, scan: &Scan) -> String {
    let name = wording::scan_name(content, scan);
    content.texts.again_with(&name, &wording::date(content, scan.changed_on))
}
