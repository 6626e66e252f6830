//! The symbols of a plan.

use time::Date;

use super::scans::finish;
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
    writer.writer.number(bits(steps.iter().map(|(_, step)| step.done)), STEPS_SYMBOLS);
    writer.text(title.as_str());
    steps.iter().for_each(|(_, step)| writer.text(step.note.as_str()));
    let shown = |action: &Action| with_texts || action.origin != Origin::Own;
    writer.count(actions.next());
    writer.count(actions.iter().filter(|(_, action)| shown(action)).map(|_| 1).sum());
    actions.iter().filter(|(_, action)| shown(action)).for_each(|(number, one)| writer.action(number, one));
    writer.count(reviews.next());
    writer.count(reviews.iter().map(|_| 1).sum());
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
    let mut reader = PlanReader { reader: Reader::new(body.ok_or(ReadError::Damaged)?), with_texts: false };
    if !reader.reader.length_holds() {
        return Err(ReadError::Damaged);
    }
    let id = reader.number(ID_SYMBOLS)?;
    let flags = reader.small()?;
    if flags > HAS_TEXTS | HAS_CHOICE {
        return Err(ReadError::Newer);
    }
    reader.with_texts = flags & HAS_TEXTS != 0;
    let created_on = reader.day()?.ok_or(ReadError::Damaged)?;
    let choice = if flags & HAS_CHOICE != 0 { Some(reader.choice()?) } else { None };
    let steps_done = reader.number(STEPS_SYMBOLS)?;
    let title = reader.line()?;
    let steps = reader.steps(steps_done)?;
    let next_action = reader.count()?;
    let actions = reader.entries(next_action, PlanReader::action)?;
    let next_review = reader.count()?;
    let reviews = reader.entries(next_review, |reader| {
        let on = reader.day()?.ok_or(ReadError::Damaged)?;
        Ok(Review { on, note: reader.note()? })
    })?;
    if !reader.reader.is_empty() {
        return Err(ReadError::Damaged);
    }
    let id = PlanId::new(u64::try_from(id).map_err(|_| ReadError::Damaged)?);
    let plan = Plan { id, title, created_on, choice, actions, reviews, steps };
    let texts = if reader.with_texts { TextsIn::Included } else { TextsIn::LeftOut };
    Ok(Link::Plan(Box::new(plan), texts))
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
        [what, who, cue, first_step].into_iter().for_each(|line| self.text(line.as_str()));
    }
}

struct PlanReader<'s> {
    reader: Reader<'s>,
    with_texts: bool,
}

impl PlanReader<'_> {
    fn number(&mut self, symbols: usize) -> Result<u128, ReadError> {
        self.reader.number(symbols).ok_or(ReadError::Damaged)
    }

    fn small(&mut self) -> Result<u8, ReadError> {
        self.reader.symbol().map(Symbol::value).ok_or(ReadError::Damaged)
    }

    fn count(&mut self) -> Result<u32, ReadError> {
        let mut value = 0u32;
        let mut factor = 1u32;
        loop {
            let symbol = u32::from(self.small()?);
            let digit = (symbol % COUNT_BASE).checked_mul(factor);
            value = digit.and_then(|digit| value.checked_add(digit)).ok_or(ReadError::Damaged)?;
            match symbol / COUNT_BASE {
                0 => return Ok(value),
                1 => factor = factor.checked_mul(COUNT_BASE).ok_or(ReadError::Damaged)?,
                _ => return Err(ReadError::Damaged),
            }
        }
    }

    fn day(&mut self) -> Result<Option<Day>, ReadError> {
        let number = i32::try_from(self.number(DAY_SYMBOLS)?).map_err(|_| ReadError::Damaged)?;
        if number == 0 {
            return Ok(None);
        }
        let date = Date::from_julian_day(FIRST_DAY + number - 1).map_err(|_| ReadError::Damaged)?;
        Day::new(date).map(Some).map_err(|_| ReadError::Damaged)
    }

    fn text(&mut self) -> Result<String, ReadError> {
        if self.with_texts {
            text::read(&mut self.reader).ok_or(ReadError::Damaged)
        } else {
            Ok(String::new())
        }
    }

    fn line(&mut self) -> Result<Line, ReadError> {
        Line::new(&self.text()?).map_err(|_| ReadError::Damaged)
    }

    fn note(&mut self) -> Result<Note, ReadError> {
        Note::new(&self.text()?).map_err(|_| ReadError::Damaged)
    }

    fn choice(&mut self) -> Result<Choice, ReadError> {
        let number = self.number(CHOICE_SYMBOLS)?;
        // A number that we do not know is one that a newer page does.
        let goals = chosen(number & 0x1FF, Goal::ALL)?;
        let groups = chosen(number >> 9 & 0x3F, TargetGroup::ALL)?;
        let time = usize::try_from(number >> 15).ok().and_then(|place| TimeLevel::ALL.get(place));
        Ok(Choice { goals, groups, time: *time.ok_or(ReadError::Newer)? })
    }

    fn steps(&mut self, done: u128) -> Result<Steps, ReadError> {
        if done >> GuideStep::ALL.len() != 0 {
            return Err(ReadError::Newer);
        }
        let mut steps = Steps::default();
        for (place, &step) in GuideStep::ALL.iter().enumerate() {
            steps.set(step, StepProgress { done: done >> place & 1 == 1, note: self.note()? });
        }
        Ok(steps)
    }

    fn entries<T, const MOST: usize>(
        &mut self,
        next: u32,
        read: impl Fn(&mut Self) -> Result<T, ReadError>,
    ) -> Result<List<T, MOST>, ReadError> {
        let count = self.count()? as usize;
        if count > MOST {
            return Err(ReadError::Damaged);
        }
        let mut entries = Vec::with_capacity(count);
        for _ in 0..count {
            entries.push((Number::new(self.count()?), read(self)?));
        }
        List::restore(next, entries).ok_or(ReadError::Damaged)
    }

    fn action(&mut self) -> Result<Action, ReadError> {
        let first = self.small()?;
        let kind = first & 3;
        if kind == 3 || first > 2 | IS_DONE {
            return Err(ReadError::Newer);
        }
        let origin = if kind == 0 {
            Origin::Own
        } else {
            let id = text::read(&mut self.reader).and_then(|id| id.parse().ok()).ok_or(ReadError::Damaged)?;
            let source = self.line()?;
            if kind == 1 { Origin::Item { id, source } } else { Origin::Advice { id, source } }
        };
        let when = self.day()?;
        let [what, who, cue, first_step] = [self.line()?, self.line()?, self.line()?, self.line()?];
        Ok(Action { what, when, who, cue, first_step, done: first & IS_DONE != 0, origin })
    }
}

/// The values as bits, the first lowest.
fn bits(values: impl Iterator<Item = bool>) -> u128 {
    values.enumerate().map(|(place, value)| u128::from(value) << place).sum()
}

/// Nine bits of goals, six of target groups, the time level above.
fn choice_number(Choice { goals, groups, time }: &Choice) -> u128 {
    let goals = bits(Goal::ALL.iter().map(|&goal| goals.iter().any(|one| one == goal)));
    let groups = bits(TargetGroup::ALL.iter().map(|&group| groups.iter().any(|one| one == group)));
    let time = TimeLevel::ALL.iter().take_while(|&level| level != time).map(|_| 1u128).sum::<u128>();
    time << 15 | groups << 9 | goals
}

fn chosen<T: Copy + Ord>(bits: u128, all: &[T]) -> Result<OneOrMore<T>, ReadError> {
    if bits >> all.len() != 0 {
        return Err(ReadError::Newer);
    }
    let set = all.iter().enumerate().filter(|&(place, _)| bits >> place & 1 == 1);
    OneOrMore::from_values(set.map(|(_, &value)| value)).ok_or(ReadError::Damaged)
}
