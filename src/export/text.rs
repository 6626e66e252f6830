//! A result as plain text, to copy into a mail or a document.

use crate::content::Content;
use crate::scan::{Scan, Standing};
use crate::wording;

/// The result in plain text.
pub fn result(scan: &Scan, content: &Content) -> String {
    let texts = &content.texts;
    let result = scan.result(content);
    let mut lines = vec![
        texts.result_title().to_string(),
        wording::scan_name(content, scan),
        texts.result_about(
            wording::role(content, scan.role),
            wording::sector(content, scan.sector),
            wording::variant(content, scan.variant),
            &wording::date(content, scan.changed_on),
        ),
        String::new(),
        wording::summary(content, &result),
    ];
    if result.on_paper_only {
        lines.push(texts.text_advice(texts.pattern_on_paper_text(), texts.pattern_on_paper_source()));
    }
    if !result.priorities.is_empty() {
        let heading = if result.has_something_to_improve() {
            texts.priorities_heading()
        } else {
            texts.priorities_good_heading()
        };
        lines.extend([String::new(), heading.to_string()]);
    } else if result.levels.iter().any(|level| level.scored > 0) {
        lines.extend([String::new(), texts.priorities_none().to_string()]);
    }
    for (position, priority) in result.priorities.iter().enumerate() {
        let Some(statement) = content.statement(priority.statement) else { continue };
        let standing = wording::standing(content, Standing::of(priority.score, statement.source_factor));
        lines.push(texts.text_priority(&(position + 1).to_string(), &statement.label, standing));
        if let Some(advice) = statement.advice_for(scan.role).next() {
            let action = texts.text_advice(
                &wording::advice(content, advice, scan.sector),
                &wording::citations(content, &advice.sources),
            );
            lines.push(["   ", &action].concat());
        }
    }
    lines.push(String::new());
    lines.push(texts.profile_heading().to_string());
    for level in &result.levels {
        lines.push(
            texts.text_level(wording::level(content, level.level), &wording::level_score(content, level)),
        );
    }
    lines.push(String::new());
    lines.push(texts.answers_heading().to_string());
    for (asked, answer) in content.answered_in(scan) {
        lines.push(texts.text_answer(
            asked.id.as_str(),
            &wording::asked(content, &asked, scan),
            wording::answer(content, answer),
        ));
    }
    lines.push(String::new());
    lines.push(texts.bands_explained().to_string());
    lines.push(texts.no_norms().to_string());
    lines.push(String::new());
    lines.join("\n")
}
