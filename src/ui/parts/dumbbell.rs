//! Two values per row on one scale from 1 to 5: a circle and a square on one bar, and the same as a table.
//!
//! The shape tells the side or the time, so that the picture reads without colour. Where a value is missing there is
//! no bar, and the words say why.

use yew::AttrValue;

use super::profile::{axis, place};
use crate::content::Text;
use crate::scan::Role;
use crate::ui::dom::{Node, html};
use crate::ui::view::View;

/// What the two values of a row are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// Of a school (a circle) and of a company (a square).
    Sides,
    /// Of one side, earlier (open) and later (filled).
    Times(Role),
}

/// A value with its place on the scale, if it has one.
pub struct Value {
    /// In tenths, 10 to 50.
    pub tenths: Option<u8>,
    /// As it reads: a number, or why there is none.
    pub words: String,
}

/// One row.
pub struct Row<'a> {
    /// Its name among the rows.
    pub key: AttrValue,
    /// What is compared.
    pub name: &'a Text,
    /// The value of the school, or the earlier one.
    pub first: Value,
    /// The value of the company, or the later one.
    pub second: Value,
    /// How far they are apart, in words.
    pub difference: String,
    /// Whether it asks for attention.
    pub stands_out: bool,
}

/// A picture and its table.
pub struct Comparison<'a> {
    /// The id of its caption.
    pub id: &'static str,
    /// What the picture shows.
    pub caption: &'a Text,
    /// What the table holds.
    pub table: &'a Text,
    /// The heads of the columns: what is compared, the two values, and the difference.
    pub heads: [&'a Text; 4],
    /// What the two values are.
    pub marks: Marks,
    /// The rows, in the order in which they are read.
    pub rows: Vec<Row<'a>>,
}

/// The picture with the table under it, which is folded: it has the same figures.
pub fn view(view: &View<'_>, comparison: &Comparison<'_>) -> Node {
    let Comparison { id, caption, table: _, heads: [_, first, second, _], marks, rows } = comparison;
    html! {
        <>
            <figure class="dumbbells" aria-labelledby={*id}>
                <figcaption id={*id}>{ *caption }</figcaption>
                <div class="rows" aria-hidden="true">
                    <p class="legend">
                        <span>{ sample(*marks, false) }{ *first }</span>
                        <span>{ sample(*marks, true) }{ *second }</span>
                    </p>
                    for row in rows.iter() {
                        { picture(comparison, row) }
                    }
                    { axis() }
                </div>
            </figure>
            <details>
                <summary>{ view.texts().folded_table(comparison.table) }</summary>
                { table(comparison) }
            </details>
        </>
    }
}

fn picture(comparison: &Comparison<'_>, row: &Row<'_>) -> Node {
    let [_, first, second, _] = &comparison.heads;
    let value = |head: &Text, value: &Value| {
        html! { <span class="value">{ head }{ " " }<b>{ &value.words }</b></span> }
    };
    html! {
        <div key={&row.key} class={if row.stands_out { "row stands-out" } else { "row" }}>
            <span class="name">{ row.name }</span>
            { scale(comparison.marks, row.first.tenths, row.second.tenths) }
            <span class="values">
                { value(first, &row.first) }
                { value(second, &row.second) }
                <span class="difference">{ &row.difference }</span>
            </span>
        </div>
    }
}

/// The line from 1 to 5 with both values, joined where both are there.
fn scale(marks: Marks, first: Option<u8>, second: Option<u8>) -> Node {
    let of = |is_second: bool| {
        let tenths = if is_second { second } else { first };
        tenths.map(|tenths| mark(marks, is_second, place(tenths)))
    };
    let second_lies_over = marks != Marks::Sides;
    let (under, over) = (of(!second_lies_over), of(second_lies_over));
    html! {
        <svg class="scale" width="100%" height="36" focusable="false">
            <line class="line" x1={place(10)} x2={place(50)} y1="18" y2="18" />
            if let (Some(first), Some(second)) = (first, second) {
                <line class="bar" x1={place(first)} x2={place(second)} y1="18" y2="18" />
            }
            { under }
            { over }
        </svg>
    }
}

/// Each side by itself: two marks that nothing joins.
pub fn apart(school: Option<u8>, company: Option<u8>) -> Node {
    html! {
        <svg class="scale" width="100%" height="36" aria-hidden="true" focusable="false">
            <line class="line" x1={place(10)} x2={place(50)} y1="18" y2="18" />
            { company.map(|tenths| mark(Marks::Sides, true, place(tenths))) }
            { school.map(|tenths| mark(Marks::Sides, false, place(tenths))) }
        </svg>
    }
}

fn sample(marks: Marks, second: bool) -> Node {
    html! {
        <svg class="scale" width="24" height="36" focusable="false">{ mark(marks, second, "50%".into()) }</svg>
    }
}

/// The mark of the first or the second value. Where they are equal both are seen: the smaller lies over the larger, which is
/// the circle of a school over the square of a company, and the later time in the open mark of the earlier.
fn mark(marks: Marks, second: bool, x: AttrValue) -> Node {
    match (marks, second) {
        (Marks::Sides, false) => html! { <circle class="side school" cx={x} cy="18" r="8" /> },
        (Marks::Sides, true) => {
            html! { <rect class="side company" {x} y="8" width="20" height="20" rx="2" transform="translate(-10)" /> }
        }
        (Marks::Times(Role::School), false) => html! { <circle class="time earlier" cx={x} cy="18" r="9" /> },
        (Marks::Times(Role::School), true) => html! { <circle class="time later" cx={x} cy="18" r="5" /> },
        (Marks::Times(Role::Company), false) => {
            html! { <rect class="time earlier" {x} y="9" width="18" height="18" transform="translate(-9)" /> }
        }
        (Marks::Times(Role::Company), true) => {
            html! { <rect class="time later" {x} y="13" width="10" height="10" transform="translate(-5)" /> }
        }
    }
}

fn table(comparison: &Comparison<'_>) -> Node {
    html! {
        <div class="wide" tabindex="0" role="region" aria-label={comparison.table}>
            <table>
                <caption>{ comparison.table }</caption>
                <thead>
                    <tr>
                        for head in comparison.heads.iter() {
                            <th scope="col">{ *head }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in comparison.rows.iter() {
                        <tr key={&row.key}>
                            <th scope="row">{ row.name }</th>
                            <td>{ &row.first.words }</td>
                            <td>{ &row.second.words }</td>
                            <td>{ &row.difference }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}
