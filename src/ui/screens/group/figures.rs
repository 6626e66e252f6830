//! The figures of a group: how they read, and the tables with them.

use crate::content::{Content, Text};
use crate::scan::group::{AnswerCounts, Histogram, Tally};
use crate::to_text::ToText;
use crate::ui::dom::{Node, html};
use crate::ui::view::View;
use crate::wording;

/// What a group says of one statement or level, as it reads; '–' where too few answered.
pub struct Figures {
    /// How many values there are.
    pub count: String,
    /// The median.
    pub median: String,
    /// The lower and the upper quartile.
    pub quartiles: String,
    /// The spread.
    pub spread: String,
    /// The share of don't know.
    pub dont_know: String,
    /// The disagreement.
    pub difference: String,
}

impl Figures {
    /// Those of some values, and of all answers of which they are made.
    pub fn of<const N: usize>(content: &Content, values: &Histogram<N>, answers: &AnswerCounts) -> Figures {
        let texts = &content.texts;
        let none = || "–".to_owned();
        let quartiles = values.quartiles();
        let points = |points: crate::scan::group::Points| decimal(content, points.tenths());
        Figures {
            count: values.count().to_text(),
            median: quartiles.map_or_else(none, |all| points(all.median)),
            quartiles: quartiles
                .map_or_else(none, |all| texts.group_range(&points(all.lower), &points(all.upper))),
            spread: quartiles.map_or_else(none, |all| points(all.spread())),
            dont_know: answers
                .dont_know_share()
                .map_or_else(none, |share| texts.group_percent(&decimal(content, share))),
            difference: values
                .disagreement()
                .map_or_else(none, |one| decimal(content, one.hundredths().saturating_add(5) / 10)),
        }
    }

    /// All of them, each with what it is called.
    fn named<'a>(self, view: &View<'a>) -> [(&'a Text, String); 6] {
        let [count, median, quartiles, spread, dont_know, difference] = columns(view);
        [
            (count, self.count),
            (median, self.median),
            (quartiles, self.quartiles),
            (spread, self.spread),
            (dont_know, self.dont_know),
            (difference, self.difference),
        ]
    }
}

/// What was answered to a statement and all its figures, each with what it is called.
pub fn list(view: &View<'_>, counts: &[u32; 5], figures: Figures) -> Node {
    let counts = wording::join(&counts.map(|count| count.to_text()), ", ");
    html! {
        <dl class="figures">
            <div><dt>{ view.texts().group_column_answers() }</dt><dd>{ counts }</dd></div>
            for (term, value) in figures.named(view) {
                <div><dt>{ term }</dt><dd>{ value }</dd></div>
            }
        </dl>
    }
}

/// Tenths, such as '2,5'; '100' rather than '100,0'.
fn decimal(content: &Content, tenths: u16) -> String {
    match u8::try_from(tenths) {
        Ok(tenths) => wording::score(content, tenths),
        Err(_) => {
            let mut text = (tenths / 10).to_text();
            if !tenths.is_multiple_of(10) {
                text.push(content.language.decimal_mark);
                text.push_str(&(tenths % 10).to_text());
            }
            text
        }
    }
}

fn columns<'a>(view: &View<'a>) -> [&'a Text; 6] {
    let texts = view.texts();
    [
        texts.group_column_count(),
        texts.group_column_median(),
        texts.group_column_quartiles(),
        texts.group_column_spread(),
        texts.group_column_dont_know(),
        texts.column_difference(),
    ]
}

/// The table of the four levels.
pub fn levels(view: &View<'_>, tally: &Tally) -> Node {
    let texts = view.texts();
    let content = view.content();
    let rows = tally.levels.iter().map(|one| {
        let figures = Figures::of(content, &one.scores, &one.answers);
        row(wording::level(content, one.level).to_text(), one.level.as_str(), None, figures, view)
    });
    html! {
        <section aria-labelledby="group-levels">
            <h2 id="group-levels">{ texts.group_levels_heading() }</h2>
            <p class="hint">{ texts.group_levels_hint() }</p>
            { table(view, texts.group_levels_label(), texts.column_level(), false, rows) }
        </section>
    }
}

/// The table of all statements in this order.
pub fn statements<'t>(
    view: &View<'_>,
    names: impl Iterator<Item = (String, &'t crate::scan::group::StatementTally)>,
) -> Node {
    let texts = view.texts();
    let content = view.content();
    let rows = names.map(|(name, one)| {
        let figures = Figures::of(content, &one.answers.scores, &one.answers);
        let key = [one.statement.id.as_str(), "-", &one.statement.wording.to_text()].concat();
        row(name, &key, Some(one.answers.scores.counts()), figures, view)
    });
    table(view, texts.group_table_label(), texts.column_statement(), true, rows)
}

fn row(name: String, key: &str, counts: Option<&[u32; 5]>, figures: Figures, view: &View<'_>) -> Node {
    html! {
        <tr key={key.to_owned()}>
            <th scope="row">{ name }</th>
            for count in counts.into_iter().flatten() {
                <td>{ *count }</td>
            }
            for (_, value) in figures.named(view) {
                <td>{ value }</td>
            }
        </tr>
    }
}

fn table(
    view: &View<'_>,
    caption: &Text,
    first: &Text,
    with_counts: bool,
    rows: impl Iterator<Item = Node>,
) -> Node {
    let scale = with_counts.then_some(1..=5_u8).into_iter().flatten();
    html! {
        <div class="wide" tabindex="0" role="region" aria-label={caption}>
            <table>
                <caption class={with_counts.then_some("unseen")}>{ caption }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ first }</th>
                        for score in scale {
                            <th scope="col">{ score }</th>
                        }
                        for name in columns(view) {
                            <th scope="col">{ name }</th>
                        }
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}
