//! Where texts and sources stand in the files of the stepper.

use super::files::{CheckEntry, ItemEntry};
use super::{CHOICES, CONTACTS, EXPLAINER, FUNDING, NOTES, STEPS, StepperFiles, WAYS};
use crate::content::authoring::Localized;
use crate::content::authoring::texts::{Holes, Placed};

/// The tokens of the ways out (`src/plan/ways.rs`).
const WAY_TOKENS: &[&str] = &["goal", "time", "group", "groups", "activity"];

/// Sources and where they stand.
pub struct PlacedSources<'a> {
    pub file: &'static str,
    pub place: String,
    pub sources: &'a [String],
    /// Whether there must be at least one.
    pub needed: bool,
}

struct Texts<'a, 'b> {
    file: &'static str,
    texts: &'b mut Vec<Placed<'a>>,
}

impl<'a> Texts<'a, '_> {
    fn add(&mut self, place: String, text: &'a Localized) {
        self.texts.push(Placed { file: self.file, place, text, holes: Holes::None });
    }

    fn all(&mut self, place: &str, texts: &'a [Localized]) {
        for (text, number) in texts.iter().zip(1..) {
            self.add(format!("{place} {number}"), text);
        }
    }

    fn check(&mut self, id: &str, check: &'a CheckEntry) {
        self.add(format!("{id}, check"), &check.about);
    }

    fn item(&mut self, item: &'a ItemEntry) {
        let id = &item.id;
        self.add(format!("{id}, name"), &item.name);
        self.add(format!("{id}, text"), &item.text);
        if let Some(text) = &item.first_step {
            self.add(format!("{id}, first_step"), text);
        }
        if let Some(check) = &item.check {
            self.check(id, check);
        }
    }
}

impl StepperFiles {
    /// Every text that people read.
    pub(in crate::content::authoring) fn texts<'a>(&'a self, texts: &mut Vec<Placed<'a>>) {
        self.choice_texts(&mut Texts { file: CHOICES, texts });
        for (_, file, item) in self.items() {
            Texts { file, texts }.item(item);
        }
        self.surrounding_texts(texts);
        self.explainer_texts(&mut Texts { file: EXPLAINER, texts });
    }

    fn choice_texts<'a>(&'a self, texts: &mut Texts<'a, '_>) {
        for goal in &self.choices.goals {
            let id = goal.id.as_str();
            texts.add(format!("goal {id}, name"), &goal.name);
            texts.add(format!("goal {id}, about"), &goal.about);
        }
        for group in &self.choices.groups {
            let id = group.id.as_str();
            texts.add(format!("group {id}, name"), &group.name);
            texts.add(format!("group {id}, about"), &group.about);
            texts.all(&format!("group {id}, asks"), &group.asks);
            texts.all(&format!("group {id}, forms"), &group.forms);
        }
        for time in &self.choices.times {
            let id = time.id.as_str();
            texts.add(format!("time {id}, name"), &time.name);
            texts.add(format!("time {id}, limit"), &time.limit);
        }
        for (class, text) in &self.choices.classes {
            texts.add(format!("classes, {}", class.as_str()), text);
        }
        for (basis, text) in &self.choices.goal_bases {
            texts.add(format!("goal_bases, {}", basis.as_str()), text);
        }
        for (basis, text) in &self.choices.group_bases {
            texts.add(format!("group_bases, {}", basis.as_str()), text);
        }
    }

    fn surrounding_texts<'a>(&'a self, all: &mut Vec<Placed<'a>>) {
        let mut texts = Texts { file: FUNDING, texts: all };
        for funding in &self.funding.schemes {
            texts.add(format!("{}, name", funding.id), &funding.name);
            texts.all(&format!("{}, conditions", funding.id), &funding.conditions);
        }
        texts.file = CONTACTS;
        for contact in &self.contacts.routes {
            texts.add(format!("{}, name", contact.id), &contact.name);
            texts.add(format!("{}, text", contact.id), &contact.text);
        }
        texts.file = NOTES;
        for note in &self.notes.notes {
            texts.add(format!("{}, text", note.id), &note.text);
        }
        texts.file = STEPS;
        for step in &self.steps.steps {
            texts.add(format!("step {}, name", step.id.as_str()), &step.name);
            texts.all(&format!("step {}, questions", step.id.as_str()), &step.questions);
        }
        for way in &self.ways.ways {
            let rule = way.rule.as_str();
            for (field, text) in [("text", Some(&way.text)), ("button", way.button.as_ref())] {
                let Some(text) = text else { continue };
                let place = format!("way {rule}, {field}");
                all.push(Placed { file: WAYS, place, text, holes: Holes::AnyOf(WAY_TOKENS) });
            }
        }
    }

    fn explainer_texts<'a>(&'a self, texts: &mut Texts<'a, '_>) {
        let explainer = &self.explainer;
        texts.check("explainer", &explainer.check);
        texts.all("remarks", &explainer.remarks);
        for part in &explainer.parts {
            texts.add(format!("{}, name", part.id), &part.name);
            texts.all(&format!("{}, facts", part.id), &part.facts);
            for list in &part.lists {
                texts.add(format!("{}, list", part.id), &list.title);
                texts.all(&format!("{}, list", part.id), &list.names);
            }
        }
        for end in &explainer.ends {
            texts.add(format!("{}, name", end.id), &end.name);
        }
        for route in &explainer.routes {
            texts.add(format!("route from {}", route.from), &route.text);
        }
    }

    /// Every list of sources.
    pub(super) fn sources(&self) -> Vec<PlacedSources<'_>> {
        let mut all = Vec::new();
        let mut add = |file, place: String, sources, needed| {
            all.push(PlacedSources { file, place, sources, needed });
        };
        for goal in &self.choices.goals {
            add(CHOICES, format!("goal {}", goal.id.as_str()), &goal.sources, true);
        }
        for group in &self.choices.groups {
            add(CHOICES, format!("group {}", group.id.as_str()), &group.sources, true);
        }
        for time in &self.choices.times {
            add(CHOICES, format!("time {}", time.id.as_str()), &time.sources, true);
        }
        for (_, file, item) in self.items() {
            add(file, item.id.clone(), &item.sources, true);
            for goal in &item.goals {
                add(file, format!("{}, goal {}", item.id, goal.goal.as_str()), &goal.sources, false);
            }
            for (group, sources) in &item.group_sources {
                add(file, format!("{}, group {}", item.id, group.as_str()), sources, true);
            }
        }
        for funding in &self.funding.schemes {
            add(FUNDING, funding.id.clone(), &funding.sources, true);
        }
        for contact in &self.contacts.routes {
            add(CONTACTS, contact.id.clone(), &contact.sources, true);
        }
        for note in &self.notes.notes {
            add(NOTES, note.id.clone(), &note.sources, true);
        }
        for way in &self.ways.ways {
            // A button does something that a source suggests; a plain statement may be our own.
            add(WAYS, format!("way {}", way.rule.as_str()), &way.sources, way.button.is_some());
        }
        for step in &self.steps.steps {
            add(STEPS, format!("step {}", step.id.as_str()), &step.sources, true);
        }
        add(EXPLAINER, "routes_sources".to_owned(), &self.explainer.routes_sources, true);
        for part in &self.explainer.parts {
            add(EXPLAINER, part.id.clone(), &part.sources, true);
        }
        all
    }
}
