//! What must hold for the stepper's data, apart from the rules for every text.

use std::collections::BTreeSet;

use super::files::ItemEntry;
use super::{CHOICES, CONTACTS, EXPLAINER, FUNDING, NOTES, STEPS, StepperFiles, WAYS};
use crate::content::Text;
use crate::content::authoring::{Authored, Problem};
use crate::content::stepper::{Change, GoalBasis, GroupBasis, ItemKind, WayRule};
use crate::plan::{Class, Goal, GuideStep, Line, TargetGroup, TimeLevel};

impl Authored {
    pub(in crate::content::authoring) fn check_stepper(&self) -> Vec<Problem> {
        let mut rules = Rules { files: &self.stepper, problems: Vec::new() };
        rules.complete();
        rules.ids();
        rules.items();
        rules.funding();
        rules.references();
        rules.explainer();
        rules.ways();
        let mut problems = rules.problems;
        problems.extend(self.check_stepper_sources());
        problems
    }

    fn check_stepper_sources(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for placed in self.stepper.sources() {
            let mut problem = |what: String, remedy: &str| {
                problems.push(Problem::new(placed.file, &placed.place, what, remedy))
            };
            if placed.needed && placed.sources.is_empty() {
                problem("it has no source.".to_owned(), "Name one in `sources`.");
            }
            for source in placed.sources.iter().filter(|source| self.resolve(source).is_none()) {
                problem(
                    format!("the source '{source}' does not exist."),
                    "Write document, chapter and lines, such as \"FME 2 L335\", or an id of sources.toml.",
                );
            }
        }
        problems
    }
}

struct Rules<'a> {
    files: &'a StepperFiles,
    problems: Vec<Problem>,
}

impl<'a> Rules<'a> {
    fn problem(&mut self, file: &str, place: impl Into<String>, what: impl Into<String>, remedy: &str) {
        self.problems.push(Problem::new(file, place, what, remedy));
    }

    /// Every variant has its entry, once and in order.
    fn complete(&mut self) {
        let StepperFiles { choices, steps, ways, .. } = self.files;
        self.same(CHOICES, "goal", choices.goals.iter().map(|entry| entry.id), Goal::ALL);
        self.same(CHOICES, "group", choices.groups.iter().map(|entry| entry.id), TargetGroup::ALL);
        self.same(CHOICES, "time", choices.times.iter().map(|entry| entry.id), TimeLevel::ALL);
        self.same(CHOICES, "classes", choices.classes.keys().copied(), Class::ALL);
        self.same(CHOICES, "goal_bases", choices.goal_bases.keys().copied(), GoalBasis::ALL);
        self.same(CHOICES, "group_bases", choices.group_bases.keys().copied(), GroupBasis::ALL);
        self.same(STEPS, "step", steps.steps.iter().map(|entry| entry.id), GuideStep::ALL);
        let rules: BTreeSet<WayRule> = ways.ways.iter().map(|way| way.rule).collect();
        let mut cases = BTreeSet::new();
        let twice = ways.ways.iter().flat_map(|way| way.classes.iter().map(move |class| (way.rule, class)));
        let twice = twice.filter(|case| !cases.insert(*case)).count() > 0;
        if twice || rules.len() != WayRule::ALL.len() {
            let what = "a rule is missing, or stands there twice for one class.";
            self.problem(WAYS, "way", what, "Give each rule a [[way]].");
        }
    }

    fn same<T: PartialEq>(&mut self, file: &str, place: &str, entries: impl Iterator<Item = T>, all: &[T]) {
        if !entries.collect::<Vec<T>>().iter().eq(all) {
            let what = "not every one stands there once, or they are in another order.";
            self.problem(file, place, what, "Compare with the list in src/plan/choice.rs.");
        }
    }

    fn all_ids(&self) -> Vec<(&'static str, &'a str)> {
        let StepperFiles { funding, contacts, notes, explainer, .. } = self.files;
        let mut ids: Vec<(&str, &str)> =
            self.files.items().map(|(_, file, item)| (file, item.id.as_str())).collect();
        ids.extend(funding.schemes.iter().map(|entry| (FUNDING, entry.id.as_str())));
        ids.extend(contacts.routes.iter().map(|entry| (CONTACTS, entry.id.as_str())));
        ids.extend(notes.notes.iter().map(|entry| (NOTES, entry.id.as_str())));
        ids.extend(explainer.parts.iter().map(|entry| (EXPLAINER, entry.id.as_str())));
        ids.extend(explainer.ends.iter().map(|entry| (EXPLAINER, &*entry.id)));
        ids
    }

    fn ids(&mut self) {
        let mut seen = BTreeSet::new();
        for (file, id) in self.all_ids() {
            let allowed = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
            if id.is_empty() || !id.chars().all(allowed) {
                self.problem(file, id, "this is not an id.", "Use capitals, digits and '-', such as AC-L1.");
            }
            if !seen.insert(id) {
                self.problem(file, id, "this id is used twice.", "Give one of the two another id.");
            }
        }
    }

    fn items(&mut self) {
        for (kind, file, item) in self.files.items() {
            let mut problem = |what: &str, remedy: &str| {
                self.problems.push(Problem::new(file, &item.id, what, remedy));
            };
            if item.first_step.is_none() != (kind == ItemKind::Example) {
                problem(
                    "an example has no first step, everything else has one.",
                    "Add or remove `first_step`.",
                );
            }
            if item.chapter.is_some_and(|chapter| chapter != item.from) {
                problem(
                    "`chapter` is another level than `from`.",
                    "Take both from the chapter it stands in.",
                );
            }
            if item.chapter.is_some() && matches!(kind, ItemKind::OtherSource | ItemKind::Example) {
                problem(
                    "only activities and programmes stand in a chapter that names goals.",
                    "Remove `chapter`.",
                );
            }
            for support in &item.goals {
                let interview = support.basis == GoalBasis::Interview;
                if support.basis == GoalBasis::Chapter || interview != (kind == ItemKind::Example) {
                    problem(
                        "`chapter` is derived, and `interview` is the one basis of examples.",
                        "Use own_text, other_source or own_idea; interview for an example.",
                    );
                }
                if support.groups.iter().any(|group| !item.groups.contains_key(group)) {
                    problem(
                        "a goal is for a group that the item does not have.",
                        "Add the group, or leave it out.",
                    );
                }
            }
            if item.group_sources.keys().any(|group| !item.groups.contains_key(group)) {
                problem(
                    "`group_sources` names a group that the item does not have.",
                    "Add the group to `groups`.",
                );
            }
            let mut texts = [Some(&item.name), item.first_step.as_ref()].into_iter().flatten();
            if texts.any(|text| text.iter().any(|(_, text)| text.chars().count() > Line::MAX)) {
                problem("its name or first step does not fit into a plan.", "Keep both to 200 characters.");
            }
            check_link(item, file, &mut self.problems);
        }
    }

    fn funding(&mut self) {
        for scheme in &self.files.funding.schemes {
            let expired = scheme.valid_until.is_some_and(|until| until < scheme.checked_on);
            let ended = scheme.link.as_ref().is_some_and(|link| link.ended);
            if scheme.link.is_some() && expired != ended {
                self.problem(
                    FUNDING,
                    &scheme.id,
                    "a scheme that has ended needs `ended = true` at its link, and no other scheme does.",
                    "Set or remove `ended`.",
                );
            }
            if scheme.conditions.is_empty() {
                self.problem(FUNDING, &scheme.id, "it has no conditions.", "Say who can get it for what.");
            }
            if let Some(link) = scheme.link.as_ref().filter(|link| !is_address(&link.url)) {
                self.problem(
                    FUNDING,
                    &scheme.id,
                    format!("'{}' is not an address.", link.url),
                    "Write https://….",
                );
            }
        }
    }

    fn references(&mut self) {
        let files = self.files;
        let items: BTreeSet<&str> = files.items().map(|(_, _, item)| item.id.as_str()).collect();
        let examples: BTreeSet<&str> = files.examples.examples.iter().map(|item| item.id.as_str()).collect();
        let contacts: BTreeSet<&str> = files.contacts.routes.iter().map(|entry| entry.id.as_str()).collect();
        for (_, file, item) in files.items() {
            self.known(file, &item.id, item.helps_with.iter().map(String::as_str), &items);
        }
        for note in &files.notes.notes {
            self.known(NOTES, &note.id, note.examples.iter().map(String::as_str), &examples);
            self.known(NOTES, &note.id, note.scope.items.iter().map(Text::as_ref), &items);
            if note.months.iter().any(|month| !(1..=12).contains(month)) {
                self.problem(NOTES, &note.id, "a month is not from 1 to 12.", "Mend it.");
            }
        }
        for step in &files.steps.steps {
            self.known(STEPS, step.id.as_str(), step.contacts.iter().map(String::as_str), &contacts);
        }
        for part in &files.explainer.parts {
            self.known(EXPLAINER, &part.id, part.contact.as_deref().into_iter(), &contacts);
        }
    }

    fn known<'s>(
        &mut self,
        file: &str,
        place: &str,
        ids: impl Iterator<Item = &'s str>,
        known: &BTreeSet<&str>,
    ) {
        for id in ids.filter(|id| !known.contains(id)) {
            self.problem(file, place, format!("there is no '{id}'."), "Mend the id, or add what it names.");
        }
    }

    fn explainer(&mut self) {
        let explainer = &self.files.explainer;
        let mut before: BTreeSet<&str> = BTreeSet::new();
        for part in &explainer.parts {
            self.known(EXPLAINER, &part.id, part.within.as_deref().into_iter(), &before);
            before.insert(&part.id);
        }
        for part in &explainer.parts {
            let Some(other) = &part.not_to_confuse_with else { continue };
            let back = explainer.parts.iter().find(|entry| entry.id == *other);
            if back.and_then(|entry| entry.not_to_confuse_with.as_ref()) != Some(&part.id) {
                self.problem(
                    EXPLAINER,
                    &part.id,
                    format!("'{other}' does not point back."),
                    "Set `not_to_confuse_with` on both parts.",
                );
            }
        }
        let mut places = before;
        places.extend(explainer.ends.iter().map(|end| &*end.id));
        for route in &explainer.routes {
            let ends = route.to.iter().chain([&route.from]).map(Text::as_ref);
            self.known(EXPLAINER, &format!("route from {}", route.from), ends, &places);
        }
    }

    fn ways(&mut self) {
        for way in &self.files.ways.ways {
            let place = format!("way {}", way.rule.as_str());
            if way.button.is_some() == (way.change == Change::Nothing) {
                self.problem(
                    WAYS,
                    &place,
                    "a change needs a button, a statement has none.",
                    "Add or remove `button`.",
                );
            }
            if way.goals.is_empty() == (way.change == Change::GoalAdded) {
                self.problem(WAYS, &place, "`goals` belongs to `goal_added` only.", "Add or remove `goals`.");
            }
            if way.classes.contains(&Class::Listed) {
                self.problem(
                    WAYS,
                    &place,
                    "nothing is missing in class listed.",
                    "Remove it from `classes`.",
                );
            }
        }
    }
}

fn check_link(item: &ItemEntry, file: &str, problems: &mut Vec<Problem>) {
    if let Some(link) = item.link.as_ref().filter(|link| !is_address(&link.url)) {
        problems.push(Problem::new(
            file,
            &item.id,
            format!("'{}' is not an address.", link.url),
            "Write https://….",
        ));
    }
}

fn is_address(url: &str) -> bool {
    url.strip_prefix("https://").is_some_and(|rest| {
        rest.split('/').next().is_some_and(|host| host.contains('.')) && !rest.contains(char::is_whitespace)
    })
}
