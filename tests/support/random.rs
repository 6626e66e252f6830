//! Random numbers that are the same in every run, and plans made with them.

#![allow(dead_code, reason = "every test is a crate of its own and uses only a part")]

use samenscan::date::Day;
use samenscan::plan::{
    Action, Choice, Goal, GuideStep, Line, List, Note, Number, OneOrMore, Origin, Plan, PlanId, Review,
    StepProgress, Steps, TargetGroup, TimeLevel,
};
use time::{Date, Month};

/// A day.
pub fn date(year: i32, month: u8, day: u8) -> Date {
    Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap()
}

/// Pseudo-random numbers (xorshift64*), the same in every run.
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 33) as usize % limit
    }
}

/// Any plan of a few actions.
pub fn plan(random: &mut Random) -> Plan {
    let day = |random: &mut Random| {
        Day::nearest(date(2000, 1, 1) + time::Duration::days(random.below(73_049) as i64))
    };
    let words =
        ["", "een", "Bakkerij 't Hoekje", "vóór 1 maart", "we bellen de school", "ok 🎓", " spaties  "];
    let text = |random: &mut Random| words[random.below(words.len())];
    let line = |random: &mut Random| Line::new(text(random)).unwrap();
    let note = |random: &mut Random| Note::new(&[text(random), text(random)].join("\n")).unwrap();
    fn numbered<T, const MOST: usize>(
        random: &mut Random,
        mut value: impl FnMut(&mut Random) -> T,
    ) -> List<T, MOST> {
        let mut next = 1;
        let mut entries = Vec::new();
        for _ in 0..random.below(5) {
            next += [1, 1, 2, 40, 900, 100_000_000][random.below(6)];
            entries.push((Number::new(next - 1), value(random)));
        }
        List::restore(next, entries).unwrap()
    }
    let set = |random: &mut Random| Choice {
        goals: OneOrMore::from_values((0..3).map(|_| Goal::ALL[random.below(7)])).unwrap(),
        groups: OneOrMore::from_values((0..2).map(|_| TargetGroup::ALL[random.below(4)])).unwrap(),
        time: TimeLevel::ALL[random.below(3)],
    };
    let mut steps = Steps::default();
    for &step in GuideStep::ALL {
        steps.set(step, StepProgress { done: random.below(2) == 0, note: note(random) });
    }
    Plan {
        id: PlanId::new(random.next()),
        title: line(random),
        created_on: day(random),
        choice: (random.below(2) == 0).then(|| set(random)),
        actions: numbered(random, |random| Action {
            what: Line::new(&format!("doe {}", text(random))).unwrap(),
            when: (random.below(3) > 0).then(|| day(random)),
            who: line(random),
            cue: line(random),
            first_step: line(random),
            done: random.below(2) == 0,
            origin: match random.below(3) {
                0 => Origin::Own,
                1 => Origin::Item { id: "AC-L1".parse().unwrap(), source: line(random) },
                _ => Origin::Advice { id: "S7-b".parse().unwrap(), source: line(random) },
            },
        }),
        reviews: numbered(random, |random| Review { on: day(random), note: note(random) }),
        steps,
    }
}

/// What a link without texts should leave of a plan.
pub fn without_texts(plan: &Plan) -> Plan {
    let Plan { id, title: _, created_on, choice, actions, reviews, steps } = plan;
    let bare = |action: &Action| Action {
        when: action.when,
        done: action.done,
        origin: match &action.origin {
            Origin::Own => Origin::Own,
            Origin::Item { id, .. } => Origin::Item { id: id.clone(), source: Line::default() },
            Origin::Advice { id, .. } => Origin::Advice { id: id.clone(), source: Line::default() },
        },
        ..Action::default()
    };
    let kept = actions.iter().filter(|(_, action)| action.origin != Origin::Own);
    let mut done = Steps::default();
    for (step, progress) in steps.iter() {
        done.set(step, StepProgress { done: progress.done, note: Note::default() });
    }
    let looked_back =
        reviews.iter().map(|(number, review)| (number, Review { on: review.on, note: Note::default() }));
    Plan {
        id: *id,
        title: Line::default(),
        created_on: *created_on,
        choice: choice.clone(),
        actions: List::restore(actions.next(), kept.map(|(number, action)| (number, bare(action))).collect())
            .unwrap(),
        reviews: List::restore(reviews.next(), looked_back.collect()).unwrap(),
        steps: done,
    }
}
