//! A result as plain text, to copy into a mail or a document.

use super::lines::Lines;
use crate::content::Content;
use crate::scan::{Scan, Standing};
use crate::to_text::ToText;
use crate::wording;

/// The result in plain text.
pub fn result(scan: &Scan, content: &Content) -> String {
    let texts = &content.texts;
    let result = scan.result(content);
    let mut lines = Lines::default();
    lines.push(texts.result_title());
    lines.push(&wording::scan_name(content, scan));
    lines.push(&texts.result_about(
        wording::role(content, scan.role),
        wording::sector(content, scan.sector),
        wording::variant(content, scan.variant),
        &wording::date(content, scan.changed_on),
    ));
    lines.begin(&wording::summary(content, &result));
    if result.on_paper_only {
        lines.push(&texts.text_advice(texts.pattern_on_paper_text(), texts.pattern_on_paper_source()));
    }
    if !result.priorities.is_empty() {
        lines.begin(if result.has_something_to_improve() {
            texts.priorities_heading()
        } else {
            texts.priorities_good_heading()
        });
    } else if result.levels.iter().any(|level| level.scored > 0) {
        lines.begin(texts.priorities_none());
    }
    for (position, priority) in result.priorities.iter().enumerate() {
        let Some(statement) = content.statement(priority.statement) else { continue };
        let standing = wording::standing(content, Standing::of(priority.score, statement.source_factor));
        lines.push(&texts.text_priority(&(position + 1).to_text(), &statement.label, standing));
        if let Some(advice) = statement.advice_for(scan.role).next() {
            lines.indent(&texts.text_advice(
                &wording::advice(content, advice, scan.sector),
                &wording::citations(content, &advice.sources),
            ));
        }
    }
    lines.begin(texts.profile_heading());
    for level in &result.levels {
        lines.push(
            &texts.text_level(wording::level(content, level.level), &wording::level_score(content, level)),
        );
    }
    lines.begin(texts.answers_heading());
    for (asked, answer) in content.answered_in(scan) {
        lines.push(&texts.text_answer(
            asked.id.as_str(),
            &wording::asked(content, &asked, scan),
            wording::answer(content, answer),
        ));
    }
    lines.begin(texts.bands_explained());
    lines.push(texts.no_norms());
    lines.finish()
}
