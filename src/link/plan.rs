//! The symbols of a plan.

use time::Date;

use super::frame::finish;
use super::symbols::{CHECK_SYMBOLS, Reader, Symbol, Writer};
use super::{Fragment, Kind, Link, ReadError, WriteError, text};
use crate::date::Day;
use crate::plan::{
    Action, Choice, Goal, GuideStep, Line, List, Note, Number, OneOrMore, Origin, Plan, PlanId, Review,
    StepProgress, Steps, TargetGroup, TimeLevel,
};

/// Whether what somebody wrote goes along; only if the sender ticks so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextsIn {
    /// Only what comes from the content, by its id, and the days; own actions stay behind, for nothing of them would
    /// be left.
    LeftOut,
    /// Everything: titles, actions, names, notes.
    Included,
}

/// 2000-01-01 as a Julian day, the first that a plan in a link can have.
const FIRST_DAY: i32 = 2_451_545;
/// How many symbols a plan's id takes.
const ID_SYMBOLS: usize = 11;
/// How many symbols a day takes.
const DAY_SYMBOLS: usize = 3;
/// How many symbols the choice takes.
const CHOICE_SYMBOLS: usize = 3;
/// How many symbols the steps that are done take.
const STEPS_SYMBOLS: usize = 2;
/// What the shortest plan takes: the parts above, four counts, the length and the check.
pub(super) const LEAST_SYMBOLS: usize = ID_SYMBOLS + 1 + DAY_SYMBOLS + STEPS_SYMBOLS + 5 + CHECK_SYMBOLS;
/// Bits of the first symbol after the id.
const HAS_TEXTS: u8 = 1;
const HAS_CHOICE: u8 = 2;
/// Bits of the first symbol of an action, above its origin.
const IS_DONE: u8 = 4;
/// The values of one symbol of a [`count`]; above them another symbol follows.
const COUNT_BASE: u32 = 29;

/// A link that shows a plan.
///
/// # Errors
/// When the texts make it longer than [`super::MAX_LENGTH`].
pub fn write_plan(plan: &Plan, texts: TextsIn) -> Result<Fragment, WriteError> {
    let Plan { id, title, created_on, choice, actions, reviews, steps } = plan;
    let with_texts = texts == TextsIn::Included;
    let mut writer = PlanWriter { writer: Writer::default(), with_texts };
    writer.writer.number(u128::from(id.bits()), ID_SYMBOLS);
    let choice_bit = if choice.is_some() { HAS_CHOICE } else { 0 };
    writer.small(choice_bit | if with_texts { HAS_TEXTS } else { 0 });
    writer.day(Some(*created_on));
    if let Some(choice) = choice {
        writer.writer.number(choice_number(choice), CHOICE_SYMBOLS);
    }
    writer.writer.number(
        bits(GuideStep::ALL, |step| steps.get(step).is_some_and(|progress| progress.done)),
        STEPS_SYMBOLS,
    );
    writer.text(title.as_str());
    for (_, step) in steps.iter() {
        writer.text(step.note.as_str());
    }
    let shown = |action: &Action| with_texts || action.origin != Origin::Own;
    writer.count(actions.next());
    writer.count(actions.iter().filter(|(_, action)| shown(action)).count() as u32);
    for (number, action) in actions.iter() {
        if shown(action) {
            writer.action(number, action);
        }
    }
    writer.count(reviews.next());
    writer.count(reviews.len() as u32);
    for (number, Review { on, note }) in reviews.iter() {
        writer.count(number.get());
        writer.day(Some(*on));
        writer.text(note.as_str());
    }
    writer.writer.length();
    finish(Kind::Plan, &writer.writer)
}

/// Reads the symbols of a plan whose check holds, the check symbols included.
pub(super) fn read_plan(symbols: &[Symbol]) -> Result<Link, ReadError> {
    let body = symbols.len().checked_sub(CHECK_SYMBOLS).and_then(|length| symbols.get(..length));
    let reader = Reader::new(body.ok_or(ReadError::Damaged)?);
    let mut reader = PlanReader { reader, with_texts: false, problem: None };
    let is_whole = reader.reader.length_holds();
    reader.expect(is_whole);
    let id = u64::try_from(reader.number(ID_SYMBOLS)).ok();
    let id = PlanId::new(reader.or_damaged(id));
    let flags = reader.small();
    reader.expect_known(flags <= HAS_TEXTS | HAS_CHOICE);
    reader.with_texts = flags & HAS_TEXTS != 0;
    let created_on = reader.day();
    reader.expect(created_on.is_some());
    let choice = if flags & HAS_CHOICE != 0 { reader.choice() } else { None };
    let steps_done = reader.number(STEPS_SYMBOLS);
    let title = reader.line();
    let steps = reader.steps(steps_done);
    let next_action = reader.count();
    let actions = reader.entries(next_action, PlanReader::action);
    let next_review = reader.count();
    let reviews = reader.entries(next_review, |reader| {
        let on = reader.day();
        let note = reader.note();
        reader.expect(on.is_some());
        Some(Review { on: on?, note })
    });
    let is_read = reader.reader.is_empty();
    reader.expect(is_read);
    let texts = if reader.with_texts { TextsIn::Included } else { TextsIn::LeftOut };
    match (reader.problem, created_on) {
        (None, Some(created_on)) => {
            let plan = Plan { id, title, created_on, choice, actions, reviews, steps };
            Ok(Link::Plan(Box::new(plan), texts))
        }
        (problem, _) => Err(problem.unwrap_or(ReadError::Damaged)),
    }
}

/// The plan with the texts that its link left out: `look_up` gives the action that the content suggests for an origin.
/// What the plan has a text for stays.
pub fn with_content(plan: Plan, look_up: impl Fn(&Origin) -> Option<Action>) -> Plan {
    let mut plan = plan;
    let numbers: Vec<Number> = plan.actions.iter().map(|(number, _)| number).collect();
    for number in numbers {
        let Some(action) = plan.actions.get_mut(number) else { continue };
        if !action.what.is_blank() {
            continue;
        }
        if let Some(Action { what, first_step, origin, .. }) = look_up(&action.origin) {
            action.what = what;
            action.first_step = first_step;
            action.origin = origin;
        }
    }
    plan
}

struct PlanWriter {
    writer: Writer,
    with_texts: bool,
}

impl PlanWriter {
    fn small(&mut self, value: u8) {
        Symbol::new(value).into_iter().for_each(|symbol| self.writer.symbol(symbol));
    }

    fn count(&mut self, mut value: u32) {
        while value >= COUNT_BASE {
            self.small((COUNT_BASE + value % COUNT_BASE) as u8);
            value /= COUNT_BASE;
        }
        self.small(value as u8);
    }

    /// 0 is no day, 1 is 2000-01-01.
    fn day(&mut self, day: Option<Day>) {
        let number = day.map_or(0, |day| day.date().to_julian_day() - FIRST_DAY + 1);
        self.writer.number(u128::try_from(number).unwrap_or(0), DAY_SYMBOLS);
    }

    fn text(&mut self, text: &str) {
        if self.with_texts {
            text::write(text, &mut self.writer);
            text::write_end(&mut self.writer);
        }
    }

    fn action(&mut self, number: Number, action: &Action) {
        let Action { what, when, who, cue, first_step, done, origin } = action;
        self.count(number.get());
        let (kind, id, source) = match origin {
            Origin::Own => (0, "", ""),
            Origin::Item { id, source } => (1, id.as_str(), source.as_str()),
            Origin::Advice { id, source } => (2, id.as_str(), source.as_str()),
        };
        self.small(kind | if *done { IS_DONE } else { 0 });
        if kind > 0 {
            text::write(id, &mut self.writer);
            text::write_end(&mut self.writer);
            self.text(source);
        }
        self.day(*when);
        for line in [what, who, cue, first_step] {
            self.text(line.as_str());
        }
    }
}

/// Reads to the end whatever comes, with something harmless in the place of what cannot be: a way out at every step would
/// be more code than all else here. What was wrong first is kept, so nothing of such a plan leaves.
struct PlanReader<'s> {
    reader: Reader<'s>,
    with_texts: bool,
    problem: Option<ReadError>,
}

impl PlanReader<'_> {
    fn expect(&mut self, holds: bool) {
        if !holds {
            self.problem.get_or_insert(ReadError::Damaged);
        }
    }

    /// What does not hold is something that only a newer page knows.
    fn expect_known(&mut self, holds: bool) {
        if !holds {
            self.problem.get_or_insert(ReadError::Newer);
        }
    }

    fn or_damaged<T: Default>(&mut self, value: Option<T>) -> T {
        self.expect(value.is_some());
        value.unwrap_or_default()
    }

    fn number(&mut self, symbols: usize) -> u128 {
        let number = self.reader.number(symbols);
        self.or_damaged(number)
    }

    fn small(&mut self) -> u8 {
        let symbol = self.reader.symbol().map(Symbol::value);
        self.or_damaged(symbol)
    }

    fn count(&mut self) -> u32 {
        let mut value = Some(0u32);
        let mut factor = Some(1u32);
        loop {
            let symbol = u32::from(self.small());
            let digit = factor.and_then(|factor| factor.checked_mul(symbol % COUNT_BASE));
            value = value.zip(digit).and_then(|(value, digit)| value.checked_add(digit));
            if symbol < COUNT_BASE {
                return self.or_damaged(value);
            }
            self.expect(symbol < 2 * COUNT_BASE);
            factor = factor.and_then(|factor| factor.checked_mul(COUNT_BASE));
        }
    }

    fn day(&mut self) -> Option<Day> {
        let number = self.number(DAY_SYMBOLS) as i32;
        if number == 0 {
            return None;
        }
        let day = Date::from_julian_day(FIRST_DAY + number - 1).ok().and_then(|date| Day::new(date).ok());
        self.expect(day.is_some());
        day
    }

    fn text(&mut self) -> String {
        if !self.with_texts {
            return String::new();
        }
        let text = text::read(&mut self.reader);
        self.or_damaged(text)
    }

    fn line(&mut self) -> Line {
        let line = Line::new(&self.text()).ok();
        self.or_damaged(line)
    }

    fn note(&mut self) -> Note {
        let note = Note::new(&self.text()).ok();
        self.or_damaged(note)
    }

    fn choice(&mut self) -> Option<Choice> {
        let number = self.number(CHOICE_SYMBOLS);
        // A number that we do not know is one that a newer page does.
        let goals = self.chosen(number & 0x1FF, Goal::ALL);
        let groups = self.chosen(number >> 9 & 0x3F, TargetGroup::ALL);
        let time = TimeLevel::ALL.get((number >> 15) as usize);
        self.expect_known(time.is_some());
        Some(Choice { goals: goals?, groups: groups?, time: *time? })
    }

    fn chosen<T: Copy + Ord>(&mut self, bits: u128, all: &[T]) -> Option<OneOrMore<T>> {
        self.expect_known(bits >> all.len() == 0);
        let mut values = Vec::new();
        for (place, &value) in all.iter().enumerate() {
            if bits >> place & 1 == 1 {
                values.push(value);
            }
        }
        self.expect(!values.is_empty());
        OneOrMore::from_values(values)
    }

    fn steps(&mut self, done: u128) -> Steps {
        self.expect_known(done >> GuideStep::ALL.len() == 0);
        let mut steps = Steps::default();
        for (place, &step) in GuideStep::ALL.iter().enumerate() {
            steps.set(step, StepProgress { done: done >> place & 1 == 1, note: self.note() });
        }
        steps
    }

    fn entries<T, const MOST: usize>(
        &mut self,
        next: u32,
        read: impl Fn(&mut Self) -> Option<T>,
    ) -> List<T, MOST> {
        let count = self.count() as usize;
        self.expect(count <= MOST);
        let mut entries = Vec::new();
        for _ in 0..count.min(MOST) {
            let number = Number::new(self.count());
            if let Some(entry) = read(self) {
                entries.push((number, entry));
            }
        }
        let list = List::restore(next, entries);
        self.or_damaged(list)
    }

    fn action(&mut self) -> Option<Action> {
        let first = self.small();
        let kind = first & 3;
        self.expect_known(kind < 3 && first <= 2 | IS_DONE);
        let origin = if kind == 0 {
            Origin::Own
        } else {
            let id = text::read(&mut self.reader).and_then(|id| id.parse().ok());
            self.expect(id.is_some());
            let (id, source) = (id?, self.line());
            if kind == 1 { Origin::Item { id, source } } else { Origin::Advice { id, source } }
        };
        let when = self.day();
        let [what, who, cue, first_step] = [self.line(), self.line(), self.line(), self.line()];
        Some(Action { what, when, who, cue, first_step, done: first & IS_DONE != 0, origin })
    }
}

/// A bit for each of these values, the first lowest, that says whether it is set.
fn bits<T: Copy>(all: &[T], is_set: impl Fn(T) -> bool) -> u128 {
    let mut bits = 0;
    for (place, &value) in all.iter().enumerate() {
        bits |= u128::from(is_set(value)) << place;
    }
    bits
}

/// Nine bits of goals, six of target groups, the time level above.
fn choice_number(Choice { goals, groups, time }: &Choice) -> u128 {
    let goals = bits(Goal::ALL, |goal| goals.contains(goal));
    let groups = bits(TargetGroup::ALL, |group| groups.contains(group));
    let time = TimeLevel::ALL.iter().position(|level| level == time).unwrap_or_default();
    (time as u128) << 15 | groups << 9 | goals
}
