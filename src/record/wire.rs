//! A scan as it stands in JSON, both in what is stored and in what is exported.

use crate::content::Content;
use crate::date;
use crate::json::{Json, Writer};
use crate::named::named;
use crate::scan::{Answer, Answers, Label, Role, Scan, Score, Sector, StatementId, Variant};
use crate::tree::{self, Fields, FromTree, ToJson, Trouble};

/// A scan in JSON. Every field is checked by [`WireScan::into_scan`].
pub struct WireScan {
    role: Role,
    school_kind: Sector,
    variant: Variant,
    /// Left out when it is empty.
    label: String,
    content_version: u16,
    started_on: String,
    changed_on: String,
    answers: WireAnswers,
}

/// The answers by the id of their statement.
struct WireAnswers(Vec<(String, WireAnswer)>);

/// An answer: a number from 1 to 5, or a word.
enum WireAnswer {
    Score(u8),
    Word(Word),
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
        let has_label = tree.get("label").is_some();
        let fields = Fields::of(tree, if has_label { 8 } else { 7 }, trouble);
        WireScan {
            role: fields.get("role", trouble),
            school_kind: fields.get("school_kind", trouble),
            variant: fields.get("variant", trouble),
            label: if has_label { fields.get("label", trouble) } else { String::new() },
            content_version: fields.get("content_version", trouble),
            started_on: fields.get("started_on", trouble),
            changed_on: fields.get("changed_on", trouble),
            answers: fields.get("answers", trouble),
        }
    }
}

impl ToJson for WireScan {
    fn write(&self, to: &mut Writer) {
        let WireScan { role, school_kind, variant, label, content_version, started_on, changed_on, answers } =
            self;
        let fields: [(&str, &dyn ToJson); 8] = [
            ("role", role),
            ("school_kind", school_kind),
            ("variant", variant),
            ("label", label),
            ("content_version", content_version),
            ("started_on", started_on),
            ("changed_on", changed_on),
            ("answers", answers),
        ];
        let is_written = |(name, _): &&(&str, &dyn ToJson)| *name != "label" || !label.is_empty();
        tree::write_fields(&fields.iter().filter(is_written).copied().collect::<Vec<_>>(), to);
    }
}

impl FromTree for WireAnswers {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> WireAnswers {
        let mut answers = Vec::new();
        if let Json::Object(fields) = tree {
            for (id, answer) in fields {
                answers.push((id.clone(), WireAnswer::from_tree(answer, trouble)));
            }
        } else {
            trouble.note();
        }
        WireAnswers(answers)
    }
}

impl ToJson for WireAnswers {
    fn write(&self, to: &mut Writer) {
        to.open('{');
        for (id, answer) in &self.0 {
            to.field(id);
            match answer {
                WireAnswer::Score(score) => score.write(to),
                WireAnswer::Word(word) => word.write(to),
            }
        }
        to.close('}');
    }
}

impl FromTree for WireAnswer {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> WireAnswer {
        if tree.as_number().is_some() {
            WireAnswer::Score(FromTree::from_tree(tree, trouble))
        } else {
            WireAnswer::Word(FromTree::from_tree(tree, trouble))
        }
    }
}

/// Why a scan in JSON is not one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScanProblem {
    /// Its statements are of a newer content version.
    NewerContent,
    /// The named field has a value that it cannot have.
    Invalid(&'static str),
}

impl WireScan {
    /// A scan as JSON.
    pub fn of(scan: &Scan) -> WireScan {
        let Scan { role, sector, variant, label, content_version, started_on, changed_on, answers } = scan;
        WireScan {
            role: *role,
            school_kind: *sector,
            variant: *variant,
            label: label.as_str().to_owned(),
            content_version: *content_version,
            started_on: date::write(*started_on),
            changed_on: date::write(*changed_on),
            answers: WireAnswers(
                answers
                    .iter()
                    .map(|(id, answer)| {
                        let answer = match answer {
                            Answer::Scored(score) => WireAnswer::Score(score.get()),
                            Answer::DontKnow => WireAnswer::Word(Word::DontKnow),
                            Answer::NotApplicable => WireAnswer::Word(Word::NotApplicable),
                        };
                        (id.to_string(), answer)
                    })
                    .collect(),
            ),
        }
    }

    /// The scan, when every value is one that a scan can have.
    ///
    /// # Errors
    /// When a value is impossible or the statements are unknown.
    pub fn into_scan(self, content: &Content) -> Result<Scan, ScanProblem> {
        let WireScan { role, school_kind, variant, label, content_version, started_on, changed_on, answers } =
            self;
        if content_version > content.version {
            return Err(ScanProblem::NewerContent);
        }
        if content_version == 0 {
            return Err(ScanProblem::Invalid("content_version"));
        }
        let date = |text: &str, name| date::read(text).map_err(|_| ScanProblem::Invalid(name));
        let (started_on, changed_on) = (date(&started_on, "started_on")?, date(&changed_on, "changed_on")?);
        if changed_on < started_on {
            return Err(ScanProblem::Invalid("changed_on"));
        }
        let given = answers.0.len();
        let answers = answers
            .0
            .into_iter()
            .map(|(id, answer)| {
                let id: StatementId = id.parse().map_err(|_| ScanProblem::Invalid("answers"))?;
                // A statement that an older version asked may be gone; what was answered stays.
                if content_version == content.version && content.statement(id).is_none() {
                    return Err(ScanProblem::Invalid("answers"));
                }
                let answer = match answer {
                    WireAnswer::Score(score) => {
                        Answer::Scored(Score::new(score).ok_or(ScanProblem::Invalid("answers"))?)
                    }
                    WireAnswer::Word(Word::DontKnow) => Answer::DontKnow,
                    WireAnswer::Word(Word::NotApplicable) => Answer::NotApplicable,
                };
                Ok((id, answer))
            })
            .collect::<Result<Answers, _>>()?;
        if answers.len() != given {
            // A statement is answered twice.
            return Err(ScanProblem::Invalid("answers"));
        }
        Ok(Scan {
            role,
            sector: school_kind,
            variant,
            label: Label::new(&label).map_err(|_| ScanProblem::Invalid("label"))?,
            content_version,
            started_on,
            changed_on,
            answers,
        })
    }
}
