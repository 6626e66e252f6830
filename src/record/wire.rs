//! A scan as it stands in JSON, both in what is stored and in what is exported.

use time::Date;

use crate::content::Content;
use crate::date;
use crate::json::{Json, Writer};
use crate::named::named;
use crate::scan::{Answer, Answers, Label, Scan, Score};
use crate::tree::{Fields, FromTree, ToJson, Trouble, or, or_note, write_field};

/// A scan that was read from JSON. [`WireScan::into_scan`] says whether it is one.
pub struct WireScan {
    scan: Scan,
    /// Whether a value is one that a scan of any version cannot have; what stands in the scan then means nothing.
    impossible: Trouble,
}

named! {
    /// An answer without a score.
    Word {
        /// 'Weet ik niet'.
        DontKnow = "dont_know",
        /// 'Past niet bij ons'.
        NotApplicable = "not_applicable",
    }
}

impl FromTree for WireScan {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> WireScan {
        // It is left out when it is empty.
        let label = tree.get("label");
        let fields = Fields::of(tree, if label.is_some() { 8 } else { 7 }, trouble);
        let label = label.map_or(String::new(), |label| FromTree::from_tree(label, trouble));
        let started_on: String = fields.get("started_on", trouble);
        let changed_on: String = fields.get("changed_on", trouble);
        let mut impossible = Trouble::default();
        let scan = Scan {
            role: fields.get("role", trouble),
            sector: fields.get("school_kind", trouble),
            variant: fields.get("variant", trouble),
            label: or_note(Label::new(&label).ok(), &mut impossible),
            content_version: fields.get("content_version", trouble),
            started_on: or(date::read(&started_on).ok(), Date::MIN, &mut impossible),
            changed_on: or(date::read(&changed_on).ok(), Date::MIN, &mut impossible),
            answers: read_answers(tree.get("answers"), trouble, &mut impossible),
        };
        if scan.content_version == 0 || scan.changed_on < scan.started_on {
            impossible.note();
        }
        WireScan { scan, impossible }
    }
}

/// Answers by the id of their statement.
fn read_answers(tree: Option<&Json>, trouble: &mut Trouble, impossible: &mut Trouble) -> Answers {
    let mut answers = Answers::new();
    let Some(Json::Object(fields)) = tree else {
        trouble.note();
        return answers;
    };
    for (id, answer) in fields {
        match (id.parse(), read_answer(answer, trouble)) {
            (Ok(id), Some(answer)) if answers.get(id).is_none() => answers.set(id, answer),
            _ => impossible.note(),
        }
    }
    answers
}

/// An answer: a number from 1 to 5, or a word. None for another number.
fn read_answer(tree: &Json, trouble: &mut Trouble) -> Option<Answer> {
    if tree.as_number().is_some() {
        return Score::new(u8::from_tree(tree, trouble)).map(Answer::Scored);
    }
    Some(match Word::from_tree(tree, trouble) {
        Word::DontKnow => Answer::DontKnow,
        Word::NotApplicable => Answer::NotApplicable,
    })
}

impl ToJson for Scan {
    fn write(&self, to: &mut Writer) {
        let Scan { role, sector, variant, label, content_version, started_on, changed_on, answers } = self;
        to.open('{');
        write_field("role", role, to);
        write_field("school_kind", sector, to);
        write_field("variant", variant, to);
        if !label.is_empty() {
            write_field("label", &label.as_str(), to);
        }
        write_field("content_version", content_version, to);
        write_field("started_on", &date::write(*started_on), to);
        write_field("changed_on", &date::write(*changed_on), to);
        write_field("answers", answers, to);
        to.close('}');
    }
}

impl ToJson for Answers {
    fn write(&self, to: &mut Writer) {
        to.open('{');
        for (id, answer) in self.iter() {
            to.field(id.as_str());
            match answer {
                Answer::Scored(score) => score.get().write(to),
                Answer::DontKnow => Word::DontKnow.write(to),
                Answer::NotApplicable => Word::NotApplicable.write(to),
            }
        }
        to.close('}');
    }
}

/// Why a scan in JSON is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanProblem {
    /// Its statements are of a newer content version.
    NewerContent,
    /// A value is one that it cannot have.
    Impossible,
}

impl WireScan {
    /// The scan, when every value is one that a scan can have.
    ///
    /// # Errors
    /// When a value is impossible or the statements are unknown.
    pub fn into_scan(self, content: &Content) -> Result<Scan, ScanProblem> {
        let WireScan { scan, impossible } = self;
        if scan.content_version > content.version {
            return Err(ScanProblem::NewerContent);
        }
        // A statement that an older version asked may be gone; what was answered stays.
        let is_known = scan.content_version < content.version
            || scan.answers.iter().all(|(id, _)| content.statement(id).is_some());
        if is_known && !impossible.is_noted() { Ok(scan) } else { Err(ScanProblem::Impossible) }
    }
}
