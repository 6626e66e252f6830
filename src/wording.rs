//! How values read: numbers, dates, answers, sources, the sentences of a result.

use time::Date;

use crate::content::{Advice, CitationIndex, Content, Statement, Text};
use crate::scan::{
    Answer, AskedStatement, Band, Level, LevelResult, Role, Scan, ScanResult, Sector, Standing, Summary,
    Variant,
};
use crate::sort::arrange;
use crate::to_text::ToText;

/// A score in tenths, such as '3,4'.
pub fn score(content: &Content, tenths: u8) -> String {
    let mut text = (tenths / 10).to_text();
    text.push(content.language.decimal_mark);
    text.push_str(&(tenths % 10).to_text());
    text
}

/// A date, such as '22 november 2026'.
pub fn date(content: &Content, date: Date) -> String {
    let month = content.language.months.get(usize::from(u8::from(date.month())) - 1);
    let month: &str = month.map_or("", |name| name);
    [&*date.day().to_text(), month, &date.year().to_text()].join(" ")
}

/// Names in a row: 'a', 'a en b', 'a, b en c'.
pub fn list(content: &Content, names: &[&Text]) -> String {
    match names {
        [] => String::new(),
        [one] => one.to_text(),
        [first @ .., last] => content.texts.list_last(&join(first, ", "), last),
    }
}

/// Texts with something between them. The `join` of the standard library is six times as much code.
pub fn join<T: AsRef<str>>(texts: &[T], between: &str) -> String {
    let mut joined = String::new();
    let mut separator = "";
    for text in texts {
        joined.push_str(separator);
        joined.push_str(text.as_ref());
        separator = between;
    }
    joined
}

/// The name of a level.
pub fn level(content: &Content, level: Level) -> &Text {
    content.level(level).map_or(content.texts.empty(), |texts| &texts.name)
}

/// What a party is called.
pub fn role(content: &Content, role: Role) -> &Text {
    match role {
        Role::School => content.texts.role_school(),
        Role::Company => content.texts.role_company(),
    }
}

/// The name of a kind of school.
pub fn sector(content: &Content, sector: Sector) -> &Text {
    content.sector(sector).map_or(content.texts.empty(), |texts| &texts.name)
}

/// What the quick and the full scan are called.
pub fn variant(content: &Content, variant: Variant) -> &Text {
    match variant {
        Variant::Quick => content.texts.variant_quick(),
        Variant::Full => content.texts.variant_full(),
    }
}

/// What an answer, or none, is called.
pub fn answer(content: &Content, answer: Option<Answer>) -> &Text {
    match answer {
        Some(Answer::Scored(score)) => {
            content.scale.get(usize::from(score.get()) - 1).unwrap_or(content.texts.empty())
        }
        Some(Answer::DontKnow) => &content.dont_know,
        Some(Answer::NotApplicable) => &content.not_applicable,
        None => content.texts.no_answer(),
    }
}

/// A statement as somebody of this role reads it.
pub fn statement(content: &Content, statement: &Statement, role: Role, sector: Sector) -> String {
    content.fill(statement.text.get(role), sector)
}

/// What a scan asked, as its reader read it; what cannot be shown any more by its name.
pub fn asked(content: &Content, asked: &AskedStatement, scan: &Scan) -> String {
    match content.still_asked(asked) {
        Some(found) => statement(content, found, scan.role, scan.sector),
        None => content.name(asked.id).to_text(),
    }
}

/// An advice in the words of a kind of school.
pub fn advice(content: &Content, advice: &Advice, sector: Sector) -> String {
    content.fill(&advice.text, sector)
}

/// Several places, each document named once: 'GKC, hoofdstuk 4, hoofdstuk 5; VOR, hoofdstuk 3'.
pub fn citations(content: &Content, indexes: &[CitationIndex]) -> String {
    let mut text = String::new();
    let mut document = "";
    // They stand in the order of documents and chapters, so equal documents come together.
    let mut indexes = indexes.to_vec();
    arrange(&mut indexes, |a, b| a < b);
    for index in indexes {
        let Some(citation) = content.citations.get(usize::from(index)) else { continue };
        if document != &*citation.document {
            text.push_str(if text.is_empty() { "" } else { "; " });
            text.push_str(&citation.document);
            document = &citation.document;
        }
        text.push_str(", ");
        text.push_str(&citation.chapter);
    }
    text
}

/// What a band is called.
pub fn band(content: &Content, band: Band) -> &Text {
    match band {
        Band::Strong => content.texts.band_strong(),
        Band::CanBeBetter => content.texts.band_can_be_better(),
        Band::NeedsAttention => content.texts.band_needs_attention(),
    }
}

/// What a statement with this score is called.
pub fn standing(content: &Content, standing: Standing) -> &Text {
    match standing {
        Standing::Obstacle => content.texts.standing_obstacle(),
        Standing::MissingSupport => content.texts.standing_missing_support(),
        Standing::Weak => content.texts.standing_weak(),
        Standing::CanBeBetter => content.texts.standing_can_be_better(),
        Standing::Good => content.texts.standing_good(),
    }
}

/// The first sentence of a result.
pub fn summary(content: &Content, result: &ScanResult) -> String {
    let texts = &content.texts;
    let names = |levels: &[Level]| {
        let mut names = Vec::new();
        for &one in levels {
            names.push(level(content, one));
        }
        list(content, &names)
    };
    match &result.summary {
        Summary::TooFewAnswers => texts.summary_too_few().to_text(),
        Summary::OneLevel(level) => texts.summary_one_level(&names(&[*level])),
        Summary::AllEqual => texts.summary_all_equal().to_text(),
        Summary::Between { strongest, weakest } => texts.summary_between(&names(strongest), &names(weakest)),
    }
}

/// A level's score with its band, or that there are too few answers.
pub fn level_score(content: &Content, result: &LevelResult) -> String {
    match result.score {
        Some(level_score) => {
            let tenths = level_score.tenths();
            content.texts.score_with_band(&score(content, tenths), band(content, level_score.band()))
        }
        None => content.texts.too_few_answers().to_text(),
    }
}

/// Why a level has its score: what counts, what was left out, and how close another band is.
pub fn why(content: &Content, result: &LevelResult) -> Vec<String> {
    let texts = &content.texts;
    let number = |count: u16| count.to_text();
    let mut lines = vec![texts.why_counted(&number(result.scored), &number(result.asked))];
    let mut left_out = String::new();
    for (count, name) in [
        (result.dont_know, &*content.dont_know),
        (result.not_applicable, &*content.not_applicable),
        (result.blank, texts.no_answer()),
    ] {
        if count > 0 {
            left_out.push_str(if left_out.is_empty() { "" } else { ", " });
            left_out.push_str(&texts.why_left_out_part(&number(count), name));
        }
    }
    if !left_out.is_empty() {
        lines.push(texts.why_left_out(&left_out));
    }
    match result.score {
        None => lines.push(texts.why_too_few(&number(result.needed()))),
        Some(score) => {
            let lower = score.band_one_lower().map(|other| texts.why_one_lower(band(content, other)));
            let higher = score.band_one_higher().map(|other| texts.why_one_higher(band(content, other)));
            if lower.is_none() && higher.is_none() {
                lines.push(texts.why_stable().to_text());
            }
            lines.extend(lower);
            lines.extend(higher);
        }
    }
    lines
}

/// What a scan is called in lists and titles: its label, or the party and the kind of school.
pub fn scan_name(content: &Content, scan: &Scan) -> String {
    if scan.label.is_empty() {
        content.texts.scan_name(role(content, scan.role), scan.sector.as_str())
    } else {
        scan.label.to_text()
    }
}
