//! What changes in the stepper and in plans.

use std::rc::Rc;

use super::moves::{go, tell};
use super::{Addition, Field, Notice, PlanChange, Refusal, Route, State, Step, TakenOut};
use crate::content::Audience;
use crate::date::Day;
use crate::export::json::ImportProblem;
use crate::export::plan_json::{self, PlanProblem};
use crate::plan::{
    Action, Choice, Goal, Line, ListFull, Note, OneOrMore, Plan, PlanId, Review, TargetGroup, TimeLevel,
    suggest,
};
use crate::record::{PlanNumber, Wish};
use crate::scan::Sector;
use crate::scan::compare::{TopicAdvice, topic_advice};
use crate::sort::arrange;

impl Wish {
    /// What was chosen, once all three steps have a choice.
    pub fn choice(&self) -> Option<Choice> {
        Some(Choice {
            goals: OneOrMore::from_values(self.goals.iter().copied())?,
            groups: OneOrMore::from_values(self.groups.iter().copied())?,
            time: self.time?,
        })
    }

    /// The first step without a choice.
    pub fn open_step(&self) -> Option<Step> {
        let steps = [
            (Step::Goals, self.goals.is_empty()),
            (Step::Groups, self.groups.is_empty()),
            (Step::Time, self.time.is_none()),
        ];
        steps.into_iter().find(|&(_, open)| open).map(|(step, _)| step)
    }
}

fn toggle<T: Copy + Ord>(values: &mut Vec<T>, value: T) {
    match values.iter().position(|&other| other == value) {
        Some(position) => {
            values.remove(position);
        }
        None => {
            values.push(value);
            arrange(values, |a, b| a < b);
        }
    }
}

pub(super) fn toggle_goal(state: &mut State, goal: Goal) {
    toggle(&mut Rc::make_mut(&mut state.store).wish.goals, goal);
    state.step_open = false;
}

pub(super) fn toggle_group(state: &mut State, group: TargetGroup) {
    toggle(&mut Rc::make_mut(&mut state.store).wish.groups, group);
    state.step_open = false;
}

pub(super) fn choose_time(state: &mut State, time: TimeLevel) {
    Rc::make_mut(&mut state.store).wish.time = Some(time);
    state.step_open = false;
}

/// On to the next step. A step without a choice cannot be left forwards: the answer would have nothing to go by.
pub(super) fn proceed(state: &mut State) {
    let Route::Step(step) = state.route else { return };
    let wish = &state.store.wish;
    let (open, next) = match step {
        Step::Goals => (wish.goals.is_empty(), Route::Step(Step::Groups)),
        Step::Groups => (wish.groups.is_empty(), Route::Step(Step::Time)),
        Step::Time => (wish.time.is_none(), Route::Answer),
    };
    if open {
        state.step_open = true;
    } else {
        let unmade = state.store.wish.open_step().filter(|_| next == Route::Answer);
        go(state, unmade.map_or(next, Route::Step));
    }
}

pub(super) fn choose(state: &mut State, choice: &Choice) {
    let Choice { goals, groups, time } = choice;
    Rc::make_mut(&mut state.store).wish =
        Wish { goals: goals.as_slice().to_vec(), groups: groups.as_slice().to_vec(), time: Some(*time) };
    go(state, Route::Answer);
}

pub(super) fn begin(state: &mut State, id: PlanId) {
    match new_plan(state, id) {
        Some(number) => go(state, Route::Plan(number)),
        None => tell(state, Notice::LibraryFull),
    }
}

/// A plan with the moments to look back that are suggested.
fn new_plan(state: &mut State, id: PlanId) -> Option<PlanNumber> {
    let mut plan = Plan::new(id, Day::nearest(state.today));
    plan.choice = state.store.wish.choice();
    for review in suggest::reviews(state.today) {
        // There is room for two in a new plan.
        let _ = plan.reviews.add(review);
    }
    Rc::make_mut(&mut state.store).plans.add(plan)
}

/// Puts something into the plan that was changed last. What is in it already is not put in twice.
pub(super) fn add(state: &mut State, id: PlanId, addition: &Addition) {
    for (source, action) in suggested(state, addition) {
        put_in(state, id, &source, action);
    }
}

fn put_in(state: &mut State, id: PlanId, source: &str, action: Action) {
    let latest = state.store.plans.latest().map(|kept| kept.id);
    let Some(number) = latest.or_else(|| new_plan(state, id)) else {
        return tell(state, Notice::LibraryFull);
    };
    if state.plan(number).is_some_and(|plan| plan.holds(source)) {
        return;
    }
    if changed(state, number, |plan| plan.actions.add(action).map(|_| ())) == Some(Err(ListFull)) {
        tell(state, Notice::PlanFull);
    }
}

/// The ids of what is added, and the actions that come of it.
fn suggested(state: &State, addition: &Addition) -> Vec<(String, Action)> {
    let from_item = |id: &str| {
        let stepper = state.stepper()?;
        let action = suggest::from_item(stepper, stepper.item(id)?, state.today).ok()?;
        Some((id.to_owned(), action))
    };
    let from_advice = |id: &str, sector| Some((id.to_owned(), state.advised(id, Some(sector))?));
    let of_topic = |one: &TopicAdvice, sector: Sector| {
        let (id, action) = from_advice(&one.advice, sector)?;
        let texts = &state.content.texts;
        let who = match one.audience {
            Audience::Both => Line::default(),
            Audience::School => Line::new(texts.side_school()).ok()?,
            Audience::Company => Line::new(texts.side_company()).ok()?,
        };
        Some((id, Action { who, ..action }))
    };
    match addition {
        Addition::Item(id) => from_item(id).into_iter().collect(),
        Addition::Advice(sector, id) => from_advice(id, *sector).into_iter().collect(),
        Addition::Topics(sector, topics) => {
            let statements = topics.iter().flatten().filter_map(|id| state.content.statement(*id));
            let advice = statements.flat_map(topic_advice);
            advice.filter_map(|one| of_topic(&one, *sector)).collect()
        }
    }
}

fn changed<R>(state: &mut State, number: PlanNumber, change: impl FnOnce(&mut Plan) -> R) -> Option<R> {
    state.plan(number)?;
    let mut outcome = None;
    Rc::make_mut(&mut state.store).plans.change(number, |plan| outcome = Some(change(plan)));
    outcome
}

pub(super) fn change(state: &mut State, number: PlanNumber, change: PlanChange) {
    let today = state.today;
    let mut taken_out = None;
    let outcome = changed(state, number, |plan| match change {
        PlanChange::AddAction => plan.actions.add(Action::default()).map(|_| ()),
        PlanChange::ToggleDone(action) => {
            if let Some(action) = plan.actions.get_mut(action) {
                action.done = !action.done;
            }
            Ok(())
        }
        PlanChange::MoveUp(action) => {
            plan.actions.move_up(action);
            Ok(())
        }
        PlanChange::MoveDown(action) => {
            plan.actions.move_down(action);
            Ok(())
        }
        PlanChange::TakeOutAction(action) => {
            taken_out = plan.actions.remove(action).map(|removed| TakenOut::Action(number, removed));
            Ok(())
        }
        PlanChange::AddReview => {
            let [soon, _] = suggest::reviews(today);
            let last = plan.reviews.iter().map(|(_, review)| review.on).max();
            let on = last.map_or(soon.on, |last| last.plus_months(3).or_next_workday());
            plan.reviews.add(Review { on, note: Note::default() }).map(|_| ())
        }
        PlanChange::TakeOutReview(review) => {
            taken_out = plan.reviews.remove(review).map(|removed| TakenOut::Review(number, removed));
            Ok(())
        }
        PlanChange::ToggleStep(step) => {
            if let Some(progress) = plan.steps.get(step).cloned() {
                plan.steps.set(step, crate::plan::StepProgress { done: !progress.done, ..progress });
            }
            Ok(())
        }
    });
    if taken_out.is_some() {
        state.taken_out = taken_out;
    }
    if outcome == Some(Err(ListFull)) {
        tell(state, Notice::PlanFull);
    }
}

/// Puts back what was taken out; where there is no room for it now, it still can come back later.
pub(super) fn put_back(state: &mut State) {
    let Some(taken_out) = state.taken_out.take() else { return };
    let outcome = match taken_out.clone() {
        TakenOut::Action(number, action) => changed(state, number, |plan| plan.actions.put_back(action)),
        TakenOut::Review(number, review) => changed(state, number, |plan| plan.reviews.put_back(review)),
    };
    if outcome == Some(Err(ListFull)) {
        state.taken_out = Some(taken_out);
        tell(state, Notice::PlanFull);
    }
}

/// Keeps what was typed in a field of a plan, or says why it cannot be kept.
pub(super) fn type_in(state: &mut State, field: Field, typed: &str) -> Option<Refusal> {
    let line = || Line::new(typed).map_err(|problem| Refusal::TooLong(problem.most));
    let note = || Note::new(typed).map_err(|problem| Refusal::TooLong(problem.most));
    let day = || Day::read(typed).map_err(|_| Refusal::NoSuchDay);
    let outcome = match field {
        Field::ScanLabel(_) => Ok(()),
        Field::Title(plan) => line().map(|line| edit(state, plan, |plan| plan.title = line)),
        Field::What(plan, action) => {
            line().map(|line| edit_action(state, plan, action, |action| action.what = line))
        }
        Field::Who(plan, action) => {
            line().map(|line| edit_action(state, plan, action, |action| action.who = line))
        }
        Field::Cue(plan, action) => {
            line().map(|line| edit_action(state, plan, action, |action| action.cue = line))
        }
        Field::FirstStep(plan, action) => {
            line().map(|line| edit_action(state, plan, action, |action| action.first_step = line))
        }
        Field::When(plan, action) if typed.is_empty() => {
            edit_action(state, plan, action, |action| action.when = None);
            Ok(())
        }
        Field::When(plan, action) => {
            day().map(|day| edit_action(state, plan, action, |action| action.when = Some(day)))
        }
        Field::ReviewDay(plan, review) => {
            day().map(|day| edit_review(state, plan, review, |review| review.on = day))
        }
        Field::ReviewNote(plan, review) => {
            note().map(|note| edit_review(state, plan, review, |review| review.note = note))
        }
        Field::StepNote(plan, step) => note().map(|note| {
            edit(state, plan, |plan| {
                if let Some(progress) = plan.steps.get(step).cloned() {
                    plan.steps.set(step, crate::plan::StepProgress { note, ..progress });
                }
            });
        }),
    };
    outcome.err()
}

fn edit(state: &mut State, number: PlanNumber, edit: impl FnOnce(&mut Plan)) {
    changed(state, number, edit);
}

fn edit_action(
    state: &mut State,
    plan: PlanNumber,
    action: crate::plan::Number,
    edit: impl FnOnce(&mut Action),
) {
    changed(state, plan, |plan| plan.actions.get_mut(action).map(edit));
}

fn edit_review(
    state: &mut State,
    plan: PlanNumber,
    review: crate::plan::Number,
    edit: impl FnOnce(&mut Review),
) {
    changed(state, plan, |plan| plan.reviews.get_mut(review).map(edit));
}

/// A file that is no result may be a plan.
pub(super) fn import(state: &mut State, text: &str) -> Notice {
    let plan = match plan_json::decode(text) {
        Ok(plan) => plan,
        Err(PlanProblem::NotOurs) => return Notice::Import(ImportProblem::NotOurs),
        Err(problem) => return Notice::PlanImport(problem),
    };
    if let Some(number) = state.store.plans.find_same(&plan) {
        return Notice::PlanAlreadyHere(number);
    }
    match Rc::make_mut(&mut state.store).plans.add(plan) {
        Some(number) => Notice::PlanImported(number),
        None => Notice::LibraryFull,
    }
}
