//! A plan as it stands in JSON, both in what is stored and in what is exported (`docs/formats/plan.md`).

use super::{
    Action, Choice, Goal, GuideStep, Line, List, Note, Number, OneOrMore, Origin, Plan, Review, StepProgress,
    Steps, TargetGroup, TimeLevel,
};
use crate::date::Day;
use crate::json::{Json, Writer};
use crate::tree::{self, Fields, FromTree, ToJson, Trouble, both_ways};

/// A plan in JSON. Every field is checked by [`WirePlan::into_plan`].
pub struct WirePlan {
    id: String,
    title: String,
    created_on: Day,
    choice: Option<WireChoice>,
    next_action: u32,
    actions: Vec<WireAction>,
    next_review: u32,
    reviews: Vec<WireReview>,
    steps: Vec<WireStep>,
}

struct WireChoice {
    goals: Vec<Goal>,
    groups: Vec<TargetGroup>,
    time: TimeLevel,
}

struct WireAction {
    number: u32,
    what: String,
    when: Option<Day>,
    who: String,
    cue: String,
    first_step: String,
    done: bool,
    origin: WireOrigin,
}

enum WireOrigin {
    Own,
    Item { id: String, source: String },
    Advice { id: String, source: String },
}

struct WireReview {
    number: u32,
    on: Day,
    note: String,
}

struct WireStep {
    step: GuideStep,
    done: bool,
    note: String,
}

both_ways! {
    WirePlan { id, title, created_on, choice, next_action, actions, next_review, reviews, steps }
    WireChoice { goals, groups, time }
    WireAction { number, what, when, who, cue, first_step, done, origin }
    WireReview { number, on, note }
    WireStep { step, done, note }
}

impl FromTree for WireOrigin {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> WireOrigin {
        let kind = tree.get("kind").and_then(Json::as_str);
        let fields = Fields::of(tree, if kind == Some("own") { 1 } else { 3 }, trouble);
        match kind {
            Some("own") => WireOrigin::Own,
            Some("item") => {
                WireOrigin::Item { id: fields.get("id", trouble), source: fields.get("source", trouble) }
            }
            Some("advice") => {
                WireOrigin::Advice { id: fields.get("id", trouble), source: fields.get("source", trouble) }
            }
            _ => {
                trouble.note();
                WireOrigin::Own
            }
        }
    }
}

impl ToJson for WireOrigin {
    fn write(&self, to: &mut Writer) {
        match self {
            WireOrigin::Own => tree::write_fields(&[("kind", &"own")], to),
            WireOrigin::Item { id, source } => {
                tree::write_fields(&[("kind", &"item"), ("id", id), ("source", source)], to);
            }
            WireOrigin::Advice { id, source } => {
                tree::write_fields(&[("kind", &"advice"), ("id", id), ("source", source)], to);
            }
        }
    }
}

/// The field whose value a plan cannot have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invalid(pub &'static str);

impl WirePlan {
    /// A plan as JSON.
    pub fn of(plan: &Plan) -> WirePlan {
        let Plan { id, title, created_on, choice, actions, reviews, steps } = plan;
        WirePlan {
            id: id.to_string(),
            title: text(title),
            created_on: *created_on,
            choice: choice.as_ref().map(|Choice { goals, groups, time }| WireChoice {
                goals: goals.iter().collect(),
                groups: groups.iter().collect(),
                time: *time,
            }),
            next_action: actions.next(),
            actions: actions.iter().map(|(number, action)| WireAction::of(number, action)).collect(),
            next_review: reviews.next(),
            reviews: reviews
                .iter()
                .map(|(number, Review { on, note })| WireReview {
                    number: number.get(),
                    on: *on,
                    note: note.as_str().to_owned(),
                })
                .collect(),
            steps: steps
                .iter()
                .map(|(step, StepProgress { done, note })| WireStep {
                    step,
                    done: *done,
                    note: note.as_str().to_owned(),
                })
                .collect(),
        }
    }

    /// The plan, when every value is one that a plan can have.
    ///
    /// # Errors
    /// When a value is impossible.
    pub fn into_plan(self) -> Result<Plan, Invalid> {
        let WirePlan { id, title, created_on, choice, next_action, actions, next_review, reviews, steps } =
            self;
        let actions = actions.into_iter().map(WireAction::into_action).collect::<Result<_, _>>()?;
        let reviews = reviews.into_iter().map(WireReview::into_review).collect::<Result<_, _>>()?;
        Ok(Plan {
            id: id.parse().map_err(|_| Invalid("id"))?,
            title: line(&title, "title")?,
            created_on,
            choice: choice.map(WireChoice::into_choice).transpose()?,
            actions: List::restore(next_action, actions).ok_or(Invalid("actions"))?,
            reviews: List::restore(next_review, reviews).ok_or(Invalid("reviews"))?,
            steps: read_steps(steps)?,
        })
    }
}

impl WireChoice {
    fn into_choice(self) -> Result<Choice, Invalid> {
        let WireChoice { goals, groups, time } = self;
        let goals = OneOrMore::from_values(goals).ok_or(Invalid("choice.goals"))?;
        let groups = OneOrMore::from_values(groups).ok_or(Invalid("choice.groups"))?;
        Ok(Choice { goals, groups, time })
    }
}

impl WireAction {
    fn of(number: Number, action: &Action) -> WireAction {
        let Action { what, when, who, cue, first_step, done, origin } = action;
        WireAction {
            number: number.get(),
            what: text(what),
            when: *when,
            who: text(who),
            cue: text(cue),
            first_step: text(first_step),
            done: *done,
            origin: match origin {
                Origin::Own => WireOrigin::Own,
                Origin::Item { id, source } => {
                    WireOrigin::Item { id: id.as_str().to_owned(), source: text(source) }
                }
                Origin::Advice { id, source } => {
                    WireOrigin::Advice { id: id.as_str().to_owned(), source: text(source) }
                }
            },
        }
    }

    fn into_action(self) -> Result<(Number, Action), Invalid> {
        let WireAction { number, what, when, who, cue, first_step, done, origin } = self;
        let id = |id: &str| id.parse().map_err(|_| Invalid("origin.id"));
        let origin = match origin {
            WireOrigin::Own => Origin::Own,
            WireOrigin::Item { id: item, source } => {
                Origin::Item { id: id(&item)?, source: line(&source, "origin.source")? }
            }
            WireOrigin::Advice { id: advice, source } => {
                Origin::Advice { id: id(&advice)?, source: line(&source, "origin.source")? }
            }
        };
        let action = Action {
            what: line(&what, "what")?,
            when,
            who: line(&who, "who")?,
            cue: line(&cue, "cue")?,
            first_step: line(&first_step, "first_step")?,
            done,
            origin,
        };
        Ok((Number::new(number), action))
    }
}

impl WireReview {
    fn into_review(self) -> Result<(Number, Review), Invalid> {
        let WireReview { number, on, note } = self;
        Ok((Number::new(number), Review { on, note: read_note(&note)? }))
    }
}

/// Each of the six steps once, in any order.
fn read_steps(wire: Vec<WireStep>) -> Result<Steps, Invalid> {
    let once = |&step: &GuideStep| wire.iter().filter(|entry| entry.step == step).count() == 1;
    if wire.len() != GuideStep::ALL.len() || !GuideStep::ALL.iter().all(once) {
        return Err(Invalid("steps"));
    }
    let mut steps = Steps::default();
    for WireStep { step, done, note } in wire {
        steps.set(step, StepProgress { done, note: read_note(&note)? });
    }
    Ok(steps)
}

fn text(line: &Line) -> String {
    line.as_str().to_owned()
}

fn line(text: &str, field: &'static str) -> Result<Line, Invalid> {
    Line::new(text).map_err(|_| Invalid(field))
}

fn read_note(text: &str) -> Result<Note, Invalid> {
    Note::new(text).map_err(|_| Invalid("note"))
}
