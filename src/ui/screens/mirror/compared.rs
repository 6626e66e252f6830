//! The picture and the table of what both sides say, and what each says about itself.

use crate::content::{Compare, Content, Statement};
use crate::scan::compare::Mirror;
use crate::scan::{LevelResult, Pair, StatementId};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::dumbbell::{self, Comparison, Marks, Row, Value};
use crate::ui::parts::{not_compared, two_sides};
use crate::ui::view::View;
use crate::wording;

/// The levels of both sides, each over the statements that side was asked.
pub fn levels(view: &View<'_>, pair: &Pair) -> Node {
    let (texts, content) = (view.texts(), view.content());
    let value = |level: &LevelResult| match level.score {
        Some(score) => Value { tenths: Some(score.tenths()), words: wording::score(content, score.tenths()) },
        None => Value { tenths: None, words: texts.too_few_answers().to_text() },
    };
    let (school, company) = (pair.school().result(content), pair.company().result(content));
    let rows = school.levels.iter().zip(&company.levels).map(|(one, other)| {
        let (first, second) = (value(one), value(other));
        let difference = first.tenths.zip(second.tenths).map(|(one, other)| one.abs_diff(other));
        Row {
            key: one.level.as_str().into(),
            name: wording::level(content, one.level),
            difference: match difference {
                None => dash(),
                Some(0) => texts.steps_none().to_text(),
                Some(tenths) => texts.levels_apart(&wording::score(content, tenths)),
            },
            first,
            second,
            stands_out: false,
        }
    });
    let comparison = Comparison {
        id: "levels-caption",
        caption: texts.mirror_levels_caption(),
        table: texts.table_label(),
        heads: [texts.column_level(), texts.side_school(), texts.side_company(), texts.column_difference()],
        marks: Marks::Sides,
        rows: rows.collect(),
    };
    html! {
        <section class="compared" aria-labelledby="levels-heading">
            <h2 id="levels-heading">{ texts.mirror_levels_heading() }</h2>
            { dumbbell::view(view, &comparison) }
        </section>
    }
}

/// What stands where there is no difference.
pub fn dash() -> String {
    "–".to_owned()
}

/// The statements in which both judge the same thing: the largest difference first, last those that not both scored.
pub fn shared(view: &View<'_>, pair: &Pair, mirror: &Mirror) -> Node {
    let (texts, content) = (view.texts(), view.content());
    let mut rows = Vec::new();
    for gap in &mirror.gaps {
        let steps = gap.difference().to_text();
        let difference = match gap.difference() {
            0 => texts.steps_none().to_text(),
            1 => texts.steps_one().to_text(),
            _ => texts.steps_talk(&steps),
        };
        rows.extend(row(content, pair, gap.statement, difference, gap.is_to_talk_about()));
    }
    for open in mirror.unscored.iter().filter(|one| one.compare == Compare::Shared) {
        rows.extend(row(content, pair, open.statement, dash(), false));
    }
    if rows.is_empty() {
        return Node::default();
    }
    let comparison = Comparison {
        id: "shared-caption",
        caption: texts.shared_caption(),
        table: texts.shared_table(),
        heads: [
            texts.column_statement(),
            texts.side_school(),
            texts.side_company(),
            texts.column_difference(),
        ],
        marks: Marks::Sides,
        rows,
    };
    html! {
        <section class="compared" aria-labelledby="shared-heading">
            <h2 id="shared-heading">{ texts.shared_heading() }</h2>
            <p>{ texts.shared_lead() }</p>
            { dumbbell::view(view, &comparison) }
        </section>
    }
}

fn row<'a>(
    content: &'a Content,
    pair: &Pair,
    id: StatementId,
    difference: String,
    stands_out: bool,
) -> Option<Row<'a>> {
    let statement = content.statement(id)?;
    Some(Row {
        key: id.to_text().into(),
        name: &statement.label,
        first: two_sides::short(content, pair.school(), id),
        second: two_sides::short(content, pair.company(), id),
        difference,
        stands_out,
    })
}

/// The statements in which each judges itself, in each side's own wording: the lowest first.
pub fn itself(view: &View<'_>, pair: &Pair, mirror: &Mirror) -> Node {
    let texts = view.texts();
    let open = mirror.unscored.iter().filter(|one| one.compare == Compare::Mirror);
    let ids = mirror.side_by_side.iter().map(|one| one.statement).chain(open.map(|one| one.statement));
    let statements: Vec<&Statement> = ids.filter_map(|id| view.content().statement(id)).collect();
    if statements.is_empty() {
        return Node::default();
    }
    html! {
        <section class="itself" aria-labelledby="itself-heading">
            <h2 id="itself-heading">{ texts.itself_heading() }</h2>
            <p>{ texts.itself_lead() }</p>
            <details>
                <summary>{ texts.itself_show() }</summary>
                <ul>
                    for statement in statements {
                        {
                            let tenths = |scan| two_sides::short(view.content(), scan, statement.id).tenths;
                            html! {
                                <li key={statement.id.as_str()}>
                                    <h3>{ &statement.label }</h3>
                                    { dumbbell::apart(tenths(pair.school()), tenths(pair.company())) }
                                    { two_sides::view(view, pair, statement) }
                                </li>
                            }
                        }
                    }
                </ul>
            </details>
        </section>
    }
}

/// What is not compared, with the reason.
pub fn left_out(view: &View<'_>, mirror: &Mirror) -> Node {
    let texts = view.texts();
    let (school, company) = (texts.not_compared_school(), texts.not_compared_company());
    not_compared::view(view, &mirror.not_compared, school, company)
}
