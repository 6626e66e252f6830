//! Whatever one does in whatever order, nothing is lost and nothing appears from nowhere.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::begun;
use super::steps::{action, any_step};
use proptest::prelude::*;
use samenscan::app::{
    Action, Deletion, GroupAction, MirrorAction, PlanChange, Route, ShareAction, State, update,
};
use samenscan::export::json;
use samenscan::link::Link;
use samenscan::record::{self, Partner, ScanId, Seen, Store};
use samenscan::scan::{Answers, Level};
use samenscan::ui::effects::{self, Effect};

type Kept = BTreeMap<ScanId, Answers>;

fn kept(state: &State) -> Kept {
    state.store.library.iter().map(|kept| (kept.id, kept.value.answers.clone())).collect()
}

/// The answers that must be there after an action; the numbers of new scans are not known yet.
fn expected(old: &State, action: &Action) -> Kept {
    let mut expect = kept(old);
    match action {
        Action::Answer(scan, statement, answer) if old.content.statement(*statement).is_some() => {
            expect.entry(*scan).and_modify(|answers| answers.set(*statement, *answer));
        }
        Action::ClearAnswer(scan, statement) => {
            expect.entry(*scan).and_modify(|answers| answers.clear(*statement));
        }
        Action::Delete => match old.deleting {
            Some(Deletion::One(id)) => drop(expect.remove(&id)),
            Some(Deletion::All) => expect.clear(),
            Some(Deletion::Plan(_) | Deletion::Group) | None => {}
        },
        Action::Adopt(store) => {
            expect = store.library.iter().map(|kept| (kept.id, kept.value.answers.clone())).collect();
        }
        _ => {}
    }
    expect
}

/// What may be there besides: what an action adds.
fn added(old: &State, action: &Action) -> Vec<Answers> {
    match action {
        Action::Begin | Action::Mirror(MirrorAction::Accept) => vec![Answers::new()],
        Action::FileRead(Ok(text)) => {
            json::decode(text, &old.content).into_iter().map(|scan| scan.answers).collect()
        }
        Action::Share(ShareAction::Keep) => match old.opened.as_deref() {
            Some(Ok(Link::Result(scan))) => vec![scan.answers.clone()],
            _ => Vec::new(),
        },
        Action::Undelete => old.deleted.iter().map(|kept| kept.value.answers.clone()).collect(),
        Action::Mirror(MirrorAction::AnswerWith(id)) => {
            old.scan(*id).into_iter().map(|scan| scan.answers.clone()).collect()
        }
        // The side that is one's own, or once more the scan of which that side is what a link carries.
        Action::Mirror(MirrorAction::KeepBoth(own)) => match old.opened.as_deref() {
            Some(Ok(Link::Both(pair))) => {
                let kept = old.store.library.iter().filter(|kept| kept.value.role == *own);
                let kept = kept.map(|kept| kept.value.answers.clone());
                std::iter::once(pair.get(*own).answers.clone()).chain(kept).collect()
            }
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// No plan goes unless it is deleted, and then it can come back; no action goes unless it is taken out.
fn check_plans(old: &State, action: &Action, new: &State) -> Result<(), TestCaseError> {
    if let Action::Adopt(store) = action {
        prop_assert_eq!(&new.store.plans, &store.plans);
        return Ok(());
    }
    for before in old.store.plans.iter() {
        let Some(plan) = new.plan(before.id) else {
            let asked = matches!(old.deleting, Some(Deletion::All))
                || old.deleting == Some(Deletion::Plan(before.id));
            prop_assert!(*action == Action::Delete && asked, "{:?} is lost", before.id);
            prop_assert!(new.deleted_plans.contains(before), "what is deleted can come back");
            continue;
        };
        for (number, one) in
            before.value.actions.iter().filter(|(number, _)| plan.actions.get(*number).is_none())
        {
            let taken_out = Action::Plan(before.id, PlanChange::TakeOutAction(number));
            prop_assert_eq!(action, &taken_out, "{:?} is lost", one);
            let back = update(new, Action::PutBack);
            prop_assert_eq!(&back.plan(before.id).expect("the plan").actions, &before.value.actions);
        }
    }
    if *action == Action::Undelete {
        for kept in &old.deleted_plans {
            let is_back = new.store.plans.find_same(&kept.value).is_some();
            prop_assert!(is_back || new.deleted_plans.contains(kept), "a deleted plan is lost");
        }
    }
    Ok(())
}

/// A group goes only when somebody said yes or while it is being read, and its figures are its own.
fn check_group(old: &State, action: &Action, new: &State) -> Result<(), TestCaseError> {
    if old.group.gathered().is_some() && new.group.gathered().is_none() {
        let emptied = *action == Action::Delete && old.deleting == Some(Deletion::Group);
        prop_assert!(emptied || *action == Action::Group(GroupAction::Begin), "the group is lost");
    }
    if !matches!(action, Action::Group(_) | Action::Delete) {
        prop_assert_eq!(&new.group, &old.group);
    }
    if let (Some(gathered), Some(tally), false) =
        (new.group.gathered(), new.group.tally(), new.group.is_counting())
    {
        prop_assert_eq!(&**tally, &gathered.tally(new.group.filter));
    }
    let statements = new.group.tally().map_or(0, |tally| tally.asked().count());
    prop_assert!(new.group.shown == 0 || new.group.shown < statements);
    Ok(())
}

/// A partner is never without its scan, of the other role, and goes only with it or when it is declined before the first
/// answer; it is shown only to whose answers stand.
fn check_partners(old: &State, action: &Action, new: &State) -> Result<(), TestCaseError> {
    for (id, partner) in new.store.partners.iter() {
        let scan = new.scan(id).map(|scan| scan.role.partner());
        prop_assert_eq!(scan, Some(partner.scan.role), "the partner of {:?}", id);
        let was_shown = old.store.partners.get(id).is_some_and(|before| before.seen >= Seen::Here);
        let all_answered = new.scan(id).is_some_and(|scan| new.progress(scan).next.is_none());
        let stands = matches!(action, Action::Mirror(MirrorAction::Stand(one)) if *one == id);
        let came_along =
            matches!(action, Action::Mirror(MirrorAction::KeepBoth(_)) | Action::Undelete | Action::Adopt(_));
        let looked = all_answered && new.route == Route::Mirror(id);
        let is_shown = partner.seen >= Seen::Here;
        prop_assert!(!is_shown || was_shown || stands || came_along || looked, "shown by {action:?}");
        let knew = old.store.partners.get(id).is_some_and(|before| before.seen == Seen::ThereToo);
        prop_assert!(partner.seen != Seen::ThereToo || knew || came_along, "seen there by {action:?}");
        let own =
            |state: &State| state.scan(id).map(|scan| (scan.sector, scan.variant, scan.answers.clone()));
        let knows = partner.seen == Seen::ThereToo && !came_along;
        prop_assert!(!knows || own(old) == own(new), "changed unseen by {action:?}");
    }
    if matches!(action, Action::Adopt(_)) {
        return Ok(());
    }
    let same =
        |one: &Partner, other: &Partner| one.scan == other.scan && other.seen >= one.seen.min(Seen::Here);
    for (id, before) in old.store.partners.iter() {
        match new.store.partners.get(id) {
            Some(now) => prop_assert!(same(before, now), "another partner for {id:?}"),
            None if *action == Action::Mirror(MirrorAction::Decline) => {
                let untouched = old.store.library.latest().filter(|kept| kept.value.answers.is_empty());
                prop_assert_eq!(untouched.map(|kept| kept.id), Some(id), "another one is declined");
            }
            None => {
                prop_assert_eq!(action, &Action::Delete);
                prop_assert!(new.deleted_partners.get(id) == Some(before), "{id:?} is lost");
            }
        }
    }
    if *action == Action::Undelete {
        for (id, partner) in old.deleted_partners.iter() {
            let is_back = new.store.partners.iter().any(|(_, now)| now == partner);
            prop_assert!(is_back || new.deleted_partners.get(id) == Some(partner), "{id:?} is lost");
        }
    }
    Ok(())
}

/// A state that equals this one without sharing its store.
fn copy(state: &State) -> State {
    State { store: Rc::new(Store::clone(&state.store)), ..state.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_actions_loses_an_answer(steps in prop::collection::vec(any_step(), 1..60)) {
        let mut old = begun();
        let mut reminders: BTreeMap<(ScanId, Level), u32> = BTreeMap::new();
        for step in &steps {
            let action = action(step, &old);
            let new = update(&old, action.clone());
            prop_assert_eq!(&update(&copy(&old), action.clone()), &new, "the same again");

            let (expect, mut added, now) = (expected(&old, &action), added(&old, &action), kept(&new));
            for (id, answers) in &now {
                match expect.get(id) {
                    Some(before) => prop_assert_eq!(answers, before, "the answers of {:?}", id),
                    None => {
                        let place = added.iter().position(|one| one == answers);
                        prop_assert!(place.is_some(), "{:?} comes from nowhere", id);
                        place.map(|place| added.swap_remove(place));
                    }
                }
            }
            prop_assert!(expect.keys().all(|id| now.contains_key(id)), "a scan is lost");
            match &action {
                Action::Delete => {
                    let gone = old.store.library.iter().filter(|kept| new.scan(kept.id).is_none());
                    for kept in gone {
                        prop_assert!(new.deleted.contains(kept), "what is deleted can come back");
                    }
                }
                Action::Undelete => for kept in &old.deleted {
                    let is_back = new.store.library.find_same(&kept.value).is_some();
                    prop_assert!(is_back || new.deleted.contains(kept), "what was deleted is lost");
                },
                Action::Go(route) if *route != old.route => prop_assert!(new.deleted.is_empty()),
                Action::LanguageLoaded(_) => prop_assert_eq!(&new.store, &old.store),
                Action::Group(_) => prop_assert!(Rc::ptr_eq(&new.store, &old.store), "a group is not kept"),
                Action::Share(ShareAction::Keep) => {
                    let more = new.store.library.len() + new.store.plans.len();
                    let before = old.store.library.len() + old.store.plans.len();
                    prop_assert!(more <= before + 1, "one is kept at most");
                }
                Action::Share(_) => prop_assert!(Rc::ptr_eq(&new.store, &old.store), "looking changes nothing"),
                _ => {}
            }

            check_plans(&old, &action, &new)?;
            check_group(&old, &action, &new)?;
            check_partners(&old, &action, &new)?;

            let record = record::encode(&new.store, 7);
            prop_assert_eq!(record::decode(&record, &new.content), Ok((7, Store::clone(&new.store))));

            if let (Action::Continue, true, Route::Level(id, level)) = (&action, new.reminding, new.route) {
                prop_assert_eq!(new.route, old.route);
                *reminders.entry((id, level)).or_default() += 1;
            }
            prop_assert!(reminders.values().all(|count| *count <= 1), "reminded twice: {:?}", reminders);
            // Other statements are asked, or the same number stands for a scan that begins anew.
            let anew = match (&action, new.route) {
                (Action::Extend(id), _) => Some(*id),
                (Action::Begin, Route::Level(id, _)) => Some(id),
                (Action::Mirror(MirrorAction::Accept), _) => new.store.library.latest().map(|kept| kept.id),
                _ => None,
            };
            reminders.retain(|(reminded, _), _| Some(*reminded) != anew);
            prop_assert!(new.reminding <= matches!(new.route, Route::Level(..)));

            prop_assert_eq!(effects::between(&new, &copy(&new)), []);
            let effects = effects::between(&old, &new);
            let count = |is: fn(&Effect) -> bool| effects.iter().filter(|effect| is(effect)).count();
            prop_assert_eq!(count(|one| matches!(one, Effect::Save(_))), usize::from(old.store != new.store));
            let moved = usize::from(old.route != new.route);
            prop_assert_eq!(count(|one| matches!(one, Effect::Address(_))), moved);
            // A way out shows another answer on the same screen, which is as good as a new one.
            let other_answer = new.route == Route::Answer && old.store.wish != new.store.wish;
            let in_view = |state: &State| match new.route {
                Route::Mirror(id) => state.partner_shown(id).is_some(),
                _ => false,
            };
            let came_in_view = in_view(&new) && !in_view(&old);
            let other_link = new.route == Route::Link && matches!(action, Action::Share(ShareAction::Open(_)));
            let announced = usize::from(old.route != new.route || other_answer || came_in_view || other_link);
            prop_assert_eq!(count(|one| matches!(one, Effect::NewScreen)), announced);
            let asked_for_rest = effects::wants_rest(&new) && !effects::wants_rest(&old);
            prop_assert_eq!(count(|one| matches!(one, Effect::FetchRest)), usize::from(asked_for_rest));
            let fetched = count(|one| matches!(one, Effect::FetchStepper(_)));
            prop_assert!(fetched <= usize::from(effects::wants_stepper(&new)));
            if effects::wants_stepper(&new) && !effects::wants_stepper(&old) {
                prop_assert_eq!(fetched, 1, "the stepper is never fetched");
            }
            let translated = usize::from(old.content.language != new.content.language);
            prop_assert_eq!(count(|one| matches!(one, Effect::Language(_))), translated);
            prop_assert!(count(|one| matches!(one, Effect::Focus(_))) <= 1);
            old = new;
        }
    }
}
