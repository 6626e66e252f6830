//! How education is organised, for who does not know it (FME ch. 6).

use super::FactCheck;
use crate::content::{CitationIndex, Text};
use crate::plan::TargetGroup;
use crate::tree::in_order;

/// The education explainer.
#[derive(Clone, Debug, PartialEq)]
pub struct Explainer {
    /// The parts, a parent before its children.
    pub parts: Vec<Part>,
    /// What the word that stands for two things means, and what is missing.
    pub remarks: Vec<Text>,
    /// Where one can go from where, as far as the text states it.
    pub routes: Vec<Route>,
    /// The ends of routes that are not parts, such as work.
    pub ends: Vec<RouteEnd>,
    /// The routes as sentences: the alternative of the picture.
    pub routes_text: Vec<Text>,
    /// Where the routes come from.
    pub routes_sources: Vec<CitationIndex>,
    /// The explainer as a whole can age.
    pub check: FactCheck,
}

/// A kind of school, a track or a form of study.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its name for ever, such as `ED-VMBO`.
    pub id: Text,
    /// The part it belongs to.
    pub within: Option<Text>,
    /// The target group it lies in.
    pub group: TargetGroup,
    /// Its name, written out; an abbreviation that stands for two things never stands alone.
    pub name: Text,
    /// The age at which it usually starts.
    pub from_age: Option<u8>,
    /// The ages at which it usually ends, youngest and oldest.
    pub until_age: Option<(u8, u8)>,
    /// What there is to know.
    pub facts: Vec<Text>,
    /// Things to choose from in it.
    pub lists: Vec<FactList>,
    /// The part whose abbreviation is the same.
    pub not_to_confuse_with: Option<Text>,
    /// The contact route for it.
    pub contact: Option<Text>,
    /// Where it comes from.
    pub sources: Vec<CitationIndex>,
}

/// Things to choose from, such as the ten profiles of vmbo.
#[derive(Clone, Debug, PartialEq)]
pub struct FactList {
    /// What they are.
    pub title: Text,
    /// Their names.
    pub names: Vec<Text>,
}

/// That one can go from one part to another, or to an end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Id of a part.
    pub from: Text,
    /// Id of a part or of an end.
    pub to: Text,
}

/// Where a route can end outside the parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteEnd {
    /// Its name for ever, such as `END-WORK`.
    pub id: Text,
    /// Its name.
    pub name: Text,
}

in_order! {
    Explainer { parts, remarks, routes, ends, routes_text, routes_sources, check }
    Part { id, within, group, name, from_age, until_age, facts, lists, not_to_confuse_with, contact, sources }
    FactList { title, names }
    Route { from, to }
    RouteEnd { id, name }
}
