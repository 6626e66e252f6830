//! What a group says of each statement.

use super::figures::{self, Figures};
use super::picture;
use crate::scan::group::{StatementTally, Tally};
use crate::scan::{AskedStatement, Role, Sector};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::parts::choice;
use crate::ui::view::View;
use crate::wording;

/// Each statement with its picture, the largest disagreement first, and all figures in a table.
pub fn view(view: &View<'_>, tally: &Tally) -> Node {
    let texts = view.texts();
    let ordered: Vec<&StatementTally> = tally.by_disagreement().into_iter().map(|(one, _)| one).collect();
    html! {
        <section aria-labelledby="group-statements">
            <h2 id="group-statements">{ texts.group_statements_heading() }</h2>
            <p>{ texts.group_order() }{ " " }{ texts.group_difference_explained() }</p>
            <p class="hint">{ texts.group_difference_range() }</p>
            <p class="hint on-screen">{ texts.group_picture_explained() }</p>
            <ol class="spread on-screen">
                for one in ordered.iter() {
                    { row(view, one) }
                }
            </ol>
            <details>
                <summary>{ texts.group_table_label() }</summary>
                { figures::statements(view, ordered.iter().map(|one| (name(view, &one.statement), *one))) }
            </details>
        </section>
    }
}

/// A statement as one row, with its figures folded under it.
fn row(view: &View<'_>, one: &StatementTally) -> Node {
    let texts = view.texts();
    let figures = Figures::of(view.content(), &one.answers.scores, &one.answers);
    let key = [one.statement.id.as_str(), "-", &one.statement.wording.to_text()].concat();
    html! {
        <li key={key}>
            <details>
                <summary>
                    <h3>{ name(view, &one.statement) }</h3>
                    { picture::view(&one.answers.scores) }
                    <span class="of-level">
                        { wording::level(view.content(), one.statement.level) }{ " · " }
                        { texts.column_difference() }{ " " }{ &figures.difference }
                    </span>
                </summary>
                { figures::list(view, one.answers.scores.counts(), figures) }
            </details>
        </li>
    }
}

/// What a statement is called; an earlier wording is marked, because it is counted by itself.
pub fn name(view: &View<'_>, asked: &AskedStatement) -> String {
    let Some(statement) = view.content().statement(asked.id) else {
        return view.content().name(asked.id).to_text();
    };
    if statement.wording == asked.wording {
        return statement.label.to_text();
    }
    [&*statement.label, " (", view.texts().group_old_wording(), ")"].concat()
}

/// A statement as those read it who count: once if all read the same, else the words of each side.
pub fn words(view: &View<'_>, asked: &AskedStatement) -> Node {
    let content = view.content();
    let Some(statement) = content.still_asked(asked) else { return Node::default() };
    let filter = view.state.group.filter;
    let sector = filter.sector.or(view.state.draft.sector).unwrap_or(Sector::Vocational);
    let of = |role: Role| wording::statement(content, statement, role, sector);
    match filter.role {
        Some(role) => html! { <p>{ of(role) }</p> },
        None if of(Role::School) == of(Role::Company) => html! { <p>{ of(Role::School) }</p> },
        None => html! {
            <>
                for &role in Role::ALL {
                    <p>
                        { choice::shape(role) }{ " " }
                        <span class="unseen">{ wording::role(content, role) }{ ": " }</span>
                        { of(role) }
                    </p>
                }
            </>
        },
    }
}
