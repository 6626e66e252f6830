//! A plan as it stands in JSON, both in what is stored and in what is exported (`docs/formats/plan.md`).
//!
//! A value that a plan cannot have is noted as one that cannot be read.

use super::{
    Action, Choice, GuideStep, Line, List, Note, Number, OneOrMore, Origin, Plan, PlanId, Review,
    StepProgress, Steps,
};
use crate::json::{Json, Writer};
use crate::to_text::ToText;
use crate::tree::{Fields, FromTree, ToJson, Trouble, both_ways, entries, or, or_note, write_fields};

both_ways! { Choice { goals, groups, time } }

impl FromTree for Plan {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> Plan {
        let fields = Fields::of(tree, 9, trouble);
        let (next_action, actions) = (fields.get("next_action", trouble), fields.get("actions", trouble));
        let (next_review, reviews) = (fields.get("next_review", trouble), fields.get("reviews", trouble));
        Plan {
            id: fields.get("id", trouble),
            title: fields.get("title", trouble),
            created_on: fields.get("created_on", trouble),
            choice: fields.get("choice", trouble),
            actions: or(List::restore(next_action, actions), List::default(), trouble),
            reviews: or(List::restore(next_review, reviews), List::default(), trouble),
            steps: fields.get("steps", trouble),
        }
    }
}

impl ToJson for Plan {
    fn write(&self, to: &mut Writer) {
        let Plan { id, title, created_on, choice, actions, reviews, steps } = self;
        let fields: [(&str, &dyn ToJson); 9] = [
            ("id", id),
            ("title", title),
            ("created_on", created_on),
            ("choice", choice),
            ("next_action", &actions.next()),
            ("actions", actions.entries()),
            ("next_review", &reviews.next()),
            ("reviews", reviews.entries()),
            ("steps", steps),
        ];
        write_fields(&fields, to);
    }
}

impl FromTree for (Number, Action) {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> (Number, Action) {
        let fields = Fields::of(tree, 8, trouble);
        let action = Action {
            what: fields.get("what", trouble),
            when: fields.get("when", trouble),
            who: fields.get("who", trouble),
            cue: fields.get("cue", trouble),
            first_step: fields.get("first_step", trouble),
            done: fields.get("done", trouble),
            origin: fields.get("origin", trouble),
        };
        (Number::new(fields.get("number", trouble)), action)
    }
}

impl ToJson for (Number, Action) {
    fn write(&self, to: &mut Writer) {
        let (number, Action { what, when, who, cue, first_step, done, origin }) = self;
        let fields: [(&str, &dyn ToJson); 8] = [
            ("number", &number.get()),
            ("what", what),
            ("when", when),
            ("who", who),
            ("cue", cue),
            ("first_step", first_step),
            ("done", done),
            ("origin", origin),
        ];
        write_fields(&fields, to);
    }
}

impl FromTree for Origin {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> Origin {
        let kind = tree.get("kind").and_then(Json::as_str);
        if kind == Some("own") {
            Fields::of(tree, 1, trouble);
            return Origin::Own;
        }
        let fields = Fields::of(tree, 3, trouble);
        let id = tree.get("id").and_then(Json::as_str).and_then(|id| id.parse().ok());
        let source = fields.get("source", trouble);
        match (kind, id) {
            (Some("item"), Some(id)) => Origin::Item { id, source },
            (Some("advice"), Some(id)) => Origin::Advice { id, source },
            _ => {
                trouble.note();
                Origin::Own
            }
        }
    }
}

impl ToJson for Origin {
    fn write(&self, to: &mut Writer) {
        let (kind, id, source) = match self {
            Origin::Own => return write_fields(&[("kind", &"own")], to),
            Origin::Item { id, source } => ("item", id, source),
            Origin::Advice { id, source } => ("advice", id, source),
        };
        write_fields(&[("kind", &kind), ("id", &id.as_str()), ("source", source)], to);
    }
}

impl FromTree for (Number, Review) {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> (Number, Review) {
        let fields = Fields::of(tree, 3, trouble);
        let review = Review { on: fields.get("on", trouble), note: fields.get("note", trouble) };
        (Number::new(fields.get("number", trouble)), review)
    }
}

impl ToJson for (Number, Review) {
    fn write(&self, to: &mut Writer) {
        let (number, Review { on, note }) = self;
        write_fields(&[("number", &number.get()), ("on", on), ("note", note)], to);
    }
}

impl FromTree for Steps {
    /// Each of the six steps once, in any order.
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> Steps {
        let mut steps = Steps::default();
        let mut given = Vec::new();
        for tree in entries::<{ GuideStep::ALL.len() }>(tree, trouble) {
            let fields = Fields::of(tree, 3, trouble);
            let step: GuideStep = fields.get("step", trouble);
            let progress =
                StepProgress { done: fields.get("done", trouble), note: fields.get("note", trouble) };
            steps.set(step, progress);
            if given.contains(&step) {
                trouble.note();
            }
            given.push(step);
        }
        steps
    }
}

impl ToJson for Steps {
    fn write(&self, to: &mut Writer) {
        to.open('[');
        for (step, StepProgress { done, note }) in self.iter() {
            to.entry();
            write_fields(&[("step", &step), ("done", done), ("note", note)], to);
        }
        to.close(']');
    }
}

impl<T: FromTree + Copy + Ord> FromTree for OneOrMore<T> {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> OneOrMore<T> {
        let values: Vec<T> = FromTree::from_tree(tree, trouble);
        OneOrMore::from_values(values).unwrap_or_else(|| {
            trouble.note();
            OneOrMore::one(T::from_tree(&Json::Null, trouble))
        })
    }
}

impl<T: ToJson + Copy + Ord> ToJson for OneOrMore<T> {
    fn write(&self, to: &mut Writer) {
        self.values().write(to);
    }
}

impl FromTree for PlanId {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> PlanId {
        or(tree.as_str().and_then(|text| text.parse().ok()), PlanId::new(0), trouble)
    }
}

impl ToJson for PlanId {
    fn write(&self, to: &mut Writer) {
        to.text(&self.to_text());
    }
}

impl FromTree for Line {
    #[inline(never)]
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> Line {
        or_note(tree.as_str().and_then(|text| Line::new(text).ok()), trouble)
    }
}

impl ToJson for Line {
    fn write(&self, to: &mut Writer) {
        to.text(self.as_str());
    }
}

impl FromTree for Note {
    #[inline(never)]
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> Note {
        or_note(tree.as_str().and_then(|text| Note::new(text).ok()), trouble)
    }
}

impl ToJson for Note {
    fn write(&self, to: &mut Writer) {
        to.text(self.as_str());
    }
}
