//! From all languages side by side to one [`StepperContent`] per language.

use std::collections::BTreeSet;

use super::files::{CheckEntry, ItemEntry, LinkEntry, PartEntry};
use super::{Authored, StepperFiles};
use crate::content::authoring::Localized;
use crate::content::authoring::source_rules::Place;
use crate::content::stepper::{
    ContactRoute, Explainer, FactCheck, FactList, Funding, GoalSupport, GoalTexts, GroupSupport, GroupTexts,
    GuideStepTexts, Item, ItemKind, Link, Note, Part, Route, RouteEnd, StepperContent, TimeTexts, Way,
};
use crate::content::{Citation, CitationIndex, Text};

/// Compiles content in which no problem was found; a text or source that is missing would come out empty.
pub fn compile(authored: &Authored) -> Vec<StepperContent> {
    let sources = authored.stepper.sources();
    let named = sources.iter().flat_map(|placed| placed.sources);
    let cited: BTreeSet<Place> = named.filter_map(|source| authored.resolve(source)).flatten().collect();
    let cited: Vec<Place> = cited.into_iter().collect();
    let languages = authored.languages.iter().map(|language| language.code.as_str());
    languages.map(|language| Compiler { authored, language, cited: &cited }.content()).collect()
}

struct Compiler<'a> {
    authored: &'a Authored,
    language: &'a str,
    cited: &'a [Place],
}

impl Compiler<'_> {
    fn content(&self) -> StepperContent {
        let StepperFiles { choices, funding, contacts, notes, ways, steps, .. } = &self.authored.stepper;
        StepperContent {
            language: self.language.into(),
            goals: choices
                .goals
                .iter()
                .map(|entry| GoalTexts {
                    goal: entry.id,
                    name: self.text(&entry.name),
                    about: self.text(&entry.about),
                    hints: entry.hints.clone(),
                    sources: self.indices(&entry.sources),
                })
                .collect(),
            groups: choices
                .groups
                .iter()
                .map(|entry| GroupTexts {
                    group: entry.id,
                    name: self.text(&entry.name),
                    about: self.text(&entry.about),
                    asks: self.texts(&entry.asks),
                    forms: self.texts(&entry.forms),
                    sources: self.indices(&entry.sources),
                })
                .collect(),
            times: choices
                .times
                .iter()
                .map(|entry| TimeTexts {
                    time: entry.id,
                    name: self.text(&entry.name),
                    limit: self.text(&entry.limit),
                    names: entry.names.clone(),
                    sources: self.indices(&entry.sources),
                })
                .collect(),
            classes: choices.classes.iter().map(|(class, text)| (*class, self.text(text))).collect(),
            goal_bases: choices.goal_bases.iter().map(|(basis, text)| (*basis, self.text(text))).collect(),
            group_bases: choices.group_bases.iter().map(|(basis, text)| (*basis, self.text(text))).collect(),
            items: self.authored.stepper.items().map(|(kind, _, entry)| self.item(kind, entry)).collect(),
            funding: funding
                .schemes
                .iter()
                .map(|entry| Funding {
                    id: entry.id.as_str().into(),
                    name: self.text(&entry.name),
                    scope: entry.scope.clone(),
                    conditions: self.texts(&entry.conditions),
                    valid_until: entry.valid_until,
                    edition: entry.edition,
                    checked_on: entry.checked_on,
                    link: entry.link.as_ref().map(link),
                    sources: self.indices(&entry.sources),
                })
                .collect(),
            contacts: contacts
                .routes
                .iter()
                .map(|entry| ContactRoute {
                    id: entry.id.as_str().into(),
                    name: self.text(&entry.name),
                    text: self.text(&entry.text),
                    scope: entry.scope.clone(),
                    at_school: entry.at_school,
                    sources: self.indices(&entry.sources),
                })
                .collect(),
            notes: notes
                .notes
                .iter()
                .map(|entry| Note {
                    id: entry.id.as_str().into(),
                    kind: entry.kind,
                    text: self.text(&entry.text),
                    scope: entry.scope.clone(),
                    months: entry.months.clone(),
                    examples: ids(&entry.examples),
                    sources: self.indices(&entry.sources),
                })
                .collect(),
            ways: ways
                .ways
                .iter()
                .map(|entry| Way {
                    rule: entry.rule,
                    classes: entry.classes.clone(),
                    change: entry.change,
                    goals: entry.goals.clone(),
                    text: self.text(&entry.text),
                    button: entry.button.as_ref().map(|text| self.text(text)),
                    sources: self.indices(&entry.sources),
                })
                .collect(),
            steps: steps
                .steps
                .iter()
                .map(|entry| GuideStepTexts {
                    step: entry.id,
                    name: self.text(&entry.name),
                    questions: self.texts(&entry.questions),
                    contacts: ids(&entry.contacts),
                    sources: self.indices(&entry.sources),
                })
                .collect(),
            explainer: self.explainer(),
            citations: self.cited.iter().filter_map(|place| self.citation(*place)).collect(),
        }
    }

    fn item(&self, kind: ItemKind, entry: &ItemEntry) -> Item {
        let goals = entry.goals.iter().map(|support| GoalSupport {
            goal: support.goal,
            basis: support.basis,
            groups: support.groups.clone(),
            sources: self.indices(&support.sources),
        });
        let groups = entry.groups.iter().map(|(&group, &basis)| GroupSupport {
            group,
            basis,
            sources: entry.group_sources.get(&group).map_or_else(Vec::new, |sources| self.indices(sources)),
        });
        Item {
            id: entry.id.as_str().into(),
            kind,
            name: self.text(&entry.name),
            text: self.text(&entry.text),
            first_step: entry.first_step.as_ref().map(|text| self.text(text)),
            from: entry.from,
            chapter: entry.chapter,
            goals: goals.collect(),
            groups: groups.collect(),
            helps_with: ids(&entry.helps_with),
            hands_on: entry.hands_on,
            check: entry.check.as_ref().map(|check| self.check(check)),
            link: entry.link.as_ref().map(link),
            sources: self.indices(&entry.sources),
        }
    }

    fn explainer(&self) -> Explainer {
        let explainer = &self.authored.stepper.explainer;
        let routes = explainer
            .routes
            .iter()
            .flat_map(|route| route.to.iter().map(|to| Route { from: route.from.clone(), to: to.clone() }));
        Explainer {
            parts: explainer.parts.iter().map(|part| self.part(part)).collect(),
            remarks: self.texts(&explainer.remarks),
            routes: routes.collect(),
            ends: explainer
                .ends
                .iter()
                .map(|end| RouteEnd { id: end.id.clone(), name: self.text(&end.name) })
                .collect(),
            routes_text: explainer.routes.iter().map(|route| self.text(&route.text)).collect(),
            routes_sources: self.indices(&explainer.routes_sources),
            check: self.check(&explainer.check),
        }
    }

    fn part(&self, part: &PartEntry) -> Part {
        let id = |id: &Option<String>| id.as_deref().map(Text::from);
        Part {
            id: part.id.as_str().into(),
            within: id(&part.within),
            group: part.group,
            name: self.text(&part.name),
            from_age: part.from_age,
            until_age: part.until_age,
            facts: self.texts(&part.facts),
            lists: part
                .lists
                .iter()
                .map(|list| FactList { title: self.text(&list.title), names: self.texts(&list.names) })
                .collect(),
            not_to_confuse_with: id(&part.not_to_confuse_with),
            contact: id(&part.contact),
            sources: self.indices(&part.sources),
        }
    }

    fn check(&self, check: &CheckEntry) -> FactCheck {
        FactCheck { checked_on: check.checked_on, about: self.text(&check.about) }
    }

    fn text(&self, text: &Localized) -> Text {
        text.get(self.language).unwrap_or_default().into()
    }

    fn texts(&self, texts: &[Localized]) -> Vec<Text> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    /// Where sources stand in [`StepperContent::citations`], each chapter once, the first source first.
    fn indices(&self, sources: &[String]) -> Vec<CitationIndex> {
        let mut indices = Vec::new();
        for place in sources.iter().filter_map(|source| self.authored.resolve(source)).flatten() {
            let index =
                self.cited.binary_search(&place).ok().and_then(|index| CitationIndex::try_from(index).ok());
            indices.extend(index.filter(|index| !indices.contains(index)));
        }
        indices
    }

    fn citation(&self, place: Place) -> Option<Citation> {
        let document = self.authored.sources.documents.get(place.document)?;
        let chapter = document.chapters.get(place.chapter)?;
        Some(Citation { document: document.id.as_str().into(), chapter: self.text(&chapter.name) })
    }
}

fn ids(ids: &[String]) -> Vec<Text> {
    ids.iter().map(|id| id.as_str().into()).collect()
}

fn link(link: &LinkEntry) -> Link {
    Link { url: link.url.as_str().into(), checked_on: link.checked_on, ended: link.ended }
}
