//! What came of the last reading: how much was added, what was refused and why, and what was there already.

use std::rc::Rc;

use crate::content::Texts;
use crate::export::group_csv::{CsvProblem, WhyRefused};
use crate::export::json::ImportProblem;
use crate::gather::{Gathered, Listed, WhyNot};
use crate::link::ReadError;
use crate::scan::intake::LineProblem;
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::shell;
use crate::ui::view::View;

/// A note with the numbers, and the reasons folded under it.
pub fn view(view: &View<'_>, gathered: &Gathered) -> Node {
    let texts = view.texts();
    let Gathered { group: _, added, refused, duplicates } = gathered;
    let reasons = refused
        .first()
        .iter()
        .map(|one| [&place(texts, &one.source, one.line), &*why(texts, one.why)].concat());
    let twice = duplicates.first().iter().map(|one| {
        let sentence = texts.group_twice(&one.number.to_text(), &one.of.to_text());
        [&*place(texts, &one.source, one.line), &sentence].concat()
    });
    html! {
        <div id={shell::GROUP_OUTCOME} class={if refused.count() > 0 { "note attention on-screen" } else { "note on-screen" }} tabindex="-1">
            <p>{ texts.group_added(&added.to_text()) }</p>
            if refused.count() > 0 {
                <p>{ texts.group_refused(&refused.count().to_text()) }</p>
                { folded(view, texts.group_refused_heading().to_text(), refused, reasons) }
            }
            if duplicates.count() > 0 {
                <p>{ texts.group_duplicates(&duplicates.count().to_text()) }</p>
                { folded(view, texts.group_duplicates_heading().to_text(), duplicates, twice) }
            }
        </div>
    }
}

fn folded<T>(
    view: &View<'_>,
    heading: String,
    listed: &Listed<T>,
    sentences: impl Iterator<Item = String>,
) -> Node {
    html! {
        <details>
            <summary>{ heading }</summary>
            <ul class="reasons">
                for sentence in sentences {
                    <li>{ sentence }</li>
                }
                if listed.more() > 0 {
                    <li>{ view.texts().group_more(&listed.more().to_text()) }</li>
                }
            </ul>
        </details>
    }
}

/// 'links.txt, regel 3: ', 'Regel 3: ', 'links.txt: ' or nothing.
fn place(texts: &Texts, source: &Option<Rc<str>>, line: Option<usize>) -> String {
    let mut place = String::new();
    if let Some(source) = source {
        place.push_str(source);
    }
    if let Some(line) = line {
        if !place.is_empty() {
            place.push_str(", ");
        }
        place.push_str(&texts.group_line(&line.to_text()));
    }
    if !place.is_empty() {
        place.push_str(": ");
    }
    place
}

/// Why something gave no result, as a sentence.
pub fn why(texts: &Texts, why: WhyNot) -> String {
    let sentence = match why {
        WhyNot::Line(LineProblem::Link(ReadError::NotALink)) => texts.group_why_no_link(),
        WhyNot::Line(LineProblem::Link(ReadError::TooLong)) => texts.group_why_long_line(),
        WhyNot::Line(LineProblem::Link(ReadError::Incomplete)) => texts.group_why_cut_off(),
        WhyNot::Line(LineProblem::Link(ReadError::Damaged)) => texts.group_why_damaged(),
        WhyNot::Line(LineProblem::Link(ReadError::Newer)) | WhyNot::File(ImportProblem::Newer) => {
            texts.group_why_newer()
        }
        WhyNot::Line(LineProblem::Link(ReadError::OtherContentVersion(_)))
        | WhyNot::Row(WhyRefused::UnknownContentVersion(_))
        | WhyNot::OtherContentVersion => texts.group_why_other_content(),
        WhyNot::Line(LineProblem::Plan) => texts.group_why_plan(),
        WhyNot::File(ImportProblem::NotOurs) | WhyNot::Table(CsvProblem::NotOurs) => {
            texts.group_why_not_ours()
        }
        WhyNot::File(ImportProblem::Broken) => texts.group_why_broken(),
        WhyNot::TooLarge | WhyNot::File(ImportProblem::TooLarge) | WhyNot::Table(CsvProblem::TooLarge) => {
            texts.group_why_too_large()
        }
        WhyNot::TooMuch => texts.group_why_too_much(),
        WhyNot::TooManyFiles => texts.group_why_too_many(),
        WhyNot::Unreadable => texts.import_unreadable(),
        WhyNot::Row(WhyRefused::Cells) => texts.group_why_cells(),
        WhyNot::Row(WhyRefused::Value(column)) => return texts.group_why_value(column),
        WhyNot::Row(WhyRefused::OtherResult) => texts.group_why_other_result(),
        WhyNot::Row(WhyRefused::Incomplete) => texts.group_why_rows_missing(),
        WhyNot::Full => texts.group_why_full(),
    };
    sentence.to_text()
}
