//! The stepper's content that goes out, and every rule of its checker, each shown by the smallest change that breaks it.

mod rules;

use std::collections::BTreeSet;
use std::path::Path;

use samenscan::content::authoring::{Authored, Files, read_files};
use samenscan::content::stepper::{GroupBasis, ItemKind, StepperContent, WayRule};
use samenscan::plan::{Goal, GuideStep, TargetGroup, TimeLevel};

fn real() -> Files {
    read_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("the content files")
}

fn compiled() -> Vec<StepperContent> {
    Authored::parse(real()).expect("content that can be read").compile_stepper().expect("no problems")
}

#[test]
fn everything_of_the_sources_is_there() {
    for content in compiled() {
        let count = |kind| content.items.iter().filter(|item| item.kind == kind).count();
        assert_eq!(count(ItemKind::Activity), 17);
        assert_eq!(count(ItemKind::OtherSource), 3);
        assert_eq!(count(ItemKind::Programme), 24);
        assert_eq!(count(ItemKind::Example), 12);
        assert_eq!((content.funding.len(), content.contacts.len(), content.ways.len()), (10, 15, 7));
        assert!(Goal::ALL.iter().all(|&goal| content.goal(goal).is_some()));
        assert!(TargetGroup::ALL.iter().all(|&group| content.group(group).is_some()));
        assert!(TimeLevel::ALL.iter().all(|&time| content.time(time).is_some()));
        assert!(GuideStep::ALL.iter().all(|&step| content.step(step).is_some()));
        assert!(WayRule::ALL.iter().all(|&rule| content.ways.iter().any(|way| way.rule == rule)));
        let named: Vec<usize> = content.times.iter().map(|time| time.names.len()).collect();
        assert_eq!(named, [2, 3, 7], "the goals that chapters 2, 3 and 4 name");
    }
}

#[test]
fn the_languages_differ_in_words_only() {
    let all = compiled();
    let [nl, en] = all.as_slice() else { panic!("two languages") };
    assert_eq!((&*nl.language, &*en.language), ("nl", "en"));
    for (a, b) in nl.items.iter().zip(&en.items) {
        assert_eq!(
            (&a.id, &a.goals, &a.groups, a.from, &a.sources),
            (&b.id, &b.goals, &b.groups, b.from, &b.sources)
        );
    }
    assert_eq!(nl.explainer.routes, en.explainer.routes);
    assert_eq!(nl.citations.len(), en.citations.len());
    assert_eq!(en.cite(&en.items[0].sources), "FME, chapter 2");
}

#[test]
fn compiled_content_is_read_as_it_was_written() {
    for content in compiled() {
        let json = serde_json::to_string(&content).unwrap();
        assert_eq!(StepperContent::read(&json).unwrap(), content);
    }
}

#[test]
fn every_reference_to_a_source_leads_somewhere() {
    for content in compiled() {
        let all = content.items.iter().flat_map(|item| {
            let goals = item.goals.iter().flat_map(|support| &support.sources);
            let groups = item.groups.iter().flat_map(|support| &support.sources);
            item.sources.iter().chain(goals).chain(groups)
        });
        assert!(all.into_iter().all(|&index| content.citation(index).is_some()));
        assert!(content.items.iter().all(|item| !item.sources.is_empty()));
    }
}

#[test]
fn bbl_never_stands_alone() {
    for content in compiled() {
        let parts: Vec<_> = content.explainer.parts.iter().filter(|part| part.name.contains("bbl")).collect();
        let [vmbo, mbo] = parts.as_slice() else { panic!("two meanings") };
        assert!(vmbo.name.contains("(bbl, vmbo)") && mbo.name.contains("(bbl, mbo)"));
        assert_eq!(vmbo.not_to_confuse_with.as_ref(), Some(&mbo.id));
        assert_eq!(mbo.not_to_confuse_with.as_ref(), Some(&vmbo.id));
        let facts = content.explainer.parts.iter().flat_map(|part| &part.facts);
        assert!(facts.clone().all(|fact| !fact.contains("bbl")));
    }
}

#[test]
fn the_routes_are_those_the_text_states() {
    let content = compiled().remove(0);
    let name = |id: &str| {
        let part = content.explainer.parts.iter().find(|part| *part.id == *id).map(|part| &part.id);
        part.or_else(|| content.explainer.ends.iter().find(|end| *end.id == *id).map(|end| &end.id)).unwrap()
    };
    let routes: Vec<String> = content
        .explainer
        .routes
        .iter()
        .map(|route| format!("{} {}", name(&route.from), name(&route.to)))
        .collect();
    assert_eq!(
        routes,
        [
            "ED-PO ED-VO",
            "ED-PRO END-WORK",
            "ED-PRO END-ENTREE",
            "END-ENTREE ED-MBO",
            "ED-VMBO ED-MBO",
            "ED-HAVO ED-HBO",
            "ED-VWO ED-HBO",
            "ED-VWO END-UNIVERSITY",
            "ED-MBO END-WORK",
            "ED-MBO END-MBO-4",
            "END-MBO-4 ED-HBO",
            "ED-HBO END-MASTER",
            "ED-HBO END-WORK",
            "ED-AD END-WORK",
            "ED-AD END-DEVELOP",
        ]
    );
    assert_eq!(
        content.explainer.routes_text.len(),
        10,
        "each start of a route is a sentence of the alternative"
    );
    let contacts: Vec<_> =
        content.explainer.parts.iter().filter_map(|part| part.contact.as_deref()).collect();
    assert!(["CR-04", "CR-05", "CR-06", "CR-07"].iter().all(|id| contacts.contains(id)));
}

#[test]
fn what_can_age_says_when_it_was_compared() {
    let content = compiled().remove(0);
    for programme in content.items.iter().filter(|item| item.link.is_some()) {
        let link = programme.link.as_ref().unwrap();
        assert!(
            link.checked_on.is_none() && !link.ended,
            "nobody has seen the page of {} work",
            programme.id
        );
    }
    let ended: Vec<_> = content
        .funding
        .iter()
        .filter(|scheme| scheme.link.as_ref().is_some_and(|link| link.ended))
        .map(|scheme| &*scheme.id)
        .collect();
    assert_eq!(ended, ["FU-01"], "links of what has expired are marked");
}

#[test]
fn what_makes_the_rest_possible_has_no_group_of_its_own() {
    let content = compiled().remove(0);
    let without: BTreeSet<_> = content
        .items
        .iter()
        .filter(|item| item.groups.is_empty() && item.kind != ItemKind::Example)
        .map(|item| &*item.id)
        .collect();
    assert_eq!(without, BTreeSet::from(["AC-H1", "PR-L0", "PR-M7", "PR-H8", "PR-H9", "PR-H10"]));
    let idea = content
        .items
        .iter()
        .flat_map(|item| &item.groups)
        .filter(|support| support.basis == GroupBasis::OwnIdea);
    assert!(idea.count() > 0, "own ideas are marked as such");
}
