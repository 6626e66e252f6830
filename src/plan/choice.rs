//! What a company wants, with whom and with how much time: the three steps of the stepper (FME ch. 1 and back page).

use crate::named::named;
use crate::scan::Sector;

named! {
    /// Step 1: why one wants to work with schools (FME ch. 1, the seven goals).
    Goal {
        /// Jong talent ontdekken.
        YoungTalent = "young_talent",
        /// Invloed op de kwaliteit van het onderwijs.
        EducationQuality = "education_quality",
        /// Sterkere positie in de regio.
        RegionalPosition = "regional_position",
        /// Innovatie een boost geven.
        Innovation = "innovation",
        /// Organisatiedoelen verbinden aan onderwijsambities.
        AlignedAmbitions = "aligned_ambitions",
        /// Jezelf én de sector op de kaart zetten.
        Visibility = "visibility",
        /// Sterke leercultuur creëren.
        LearningCulture = "learning_culture",
    }
}

/// Step 2: with which kind of school (FME ch. 1). The four target groups are the four kinds of school of the scan;
/// university is not one of them.
pub type TargetGroup = Sector;

named! {
    /// Step 3: how much time there is (FME ch. 2, 3 and 4). Ordered from little to much.
    TimeLevel {
        /// Weinig tijd en menskracht.
        Low = "low",
        /// Meer tijd en menskracht.
        Middle = "middle",
        /// Veel tijd en menskracht.
        High = "high",
    }
}

/// One or more different values, in the order of their type. It cannot be empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OneOrMore<T>(Vec<T>);

impl<T: Copy + Ord> OneOrMore<T> {
    /// Just this one.
    pub fn one(value: T) -> OneOrMore<T> {
        OneOrMore(vec![value])
    }

    /// These values, each once; nothing if there are none.
    pub fn from_values(values: impl IntoIterator<Item = T>) -> Option<OneOrMore<T>> {
        let mut all = OneOrMore(Vec::new());
        for value in values {
            all.add(value);
        }
        if all.0.is_empty() { None } else { Some(all) }
    }

    /// These values and this one.
    pub fn with(&self, value: T) -> OneOrMore<T> {
        let mut all = self.clone();
        all.add(value);
        all
    }

    fn add(&mut self, value: T) {
        if let Err(position) = self.0.binary_search(&value) {
            self.0.insert(position, value);
        }
    }

    /// These values but this one; nothing if it was the only one.
    pub fn without(&self, value: T) -> Option<OneOrMore<T>> {
        OneOrMore::from_values(self.iter().filter(|&other| other != value))
    }

    /// Whether this value is among them.
    pub fn contains(&self, value: T) -> bool {
        self.0.binary_search(&value).is_ok()
    }

    /// The values, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = T> + '_ {
        self.0.iter().copied()
    }

    pub(super) const fn values(&self) -> &Vec<T> {
        &self.0
    }

    /// The values, in order.
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }
}

/// What has been chosen in the three steps.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    /// One or more goals.
    pub goals: OneOrMore<Goal>,
    /// One or more target groups ('doelgroep(en)', FME ch. 1).
    pub groups: OneOrMore<TargetGroup>,
    /// How much time there is.
    pub time: TimeLevel,
}

impl Choice {
    /// One goal, one target group.
    pub fn single(goal: Goal, group: TargetGroup, time: TimeLevel) -> Choice {
        Choice { goals: OneOrMore::one(goal), groups: OneOrMore::one(group), time }
    }

    /// The same with another amount of time.
    pub fn with_time(&self, time: TimeLevel) -> Choice {
        Choice { time, ..self.clone() }
    }

    /// Every goal with every group in it.
    pub fn cells(&self) -> Vec<(Goal, TargetGroup)> {
        let mut cells = Vec::new();
        for goal in self.goals.iter() {
            for group in self.groups.iter() {
                cells.push((goal, group));
            }
        }
        cells
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_never_empty_and_holds_each_value_once() {
        let goals = OneOrMore::from_values([Goal::Visibility, Goal::YoungTalent, Goal::Visibility]).unwrap();
        assert_eq!(goals.as_slice(), [Goal::YoungTalent, Goal::Visibility]);
        assert_eq!(goals.with(Goal::Innovation).iter().len(), 3);
        assert_eq!(goals.with(Goal::Visibility), goals);
        assert_eq!(goals.without(Goal::Visibility), Some(OneOrMore::one(Goal::YoungTalent)));
        assert_eq!(OneOrMore::one(Goal::Visibility).without(Goal::Visibility), None);
        assert_eq!(OneOrMore::<Goal>::from_values([]), None);
    }
}
