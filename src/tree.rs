//! Reading JSON by way of a tree.
//!
//! What `serde` derives for a type that is read is some kilobytes of code for each, whatever the type. The stepper and
//! a plan have thirty such types; read from a tree they cost a tenth. It is as strict: a field that is missing, not
//! known or of another kind is refused. What cannot be read is noted and given some value, so that no type needs a
//! way out in its middle; [`read`] then throws the whole away. Sorting in [`arrange`] is small for the same reason.

use serde_json::{Map, Value};

use crate::content::{Citation, Text};
use crate::date::Day;

/// The tree is not what was to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Whether something could not be read.
#[derive(Debug, Default)]
pub struct Trouble(bool);

impl Trouble {
    /// Notes that something could not be read.
    pub const fn note(&mut self) {
        self.0 = true;
    }
}

/// A type that is read from a tree.
pub trait FromTree: Sized {
    /// Reads it. What does not fit is noted; what is given then means nothing.
    fn from_tree(tree: &Value, trouble: &mut Trouble) -> Self;
}

/// Reads a value from a tree.
///
/// # Errors
/// When anything in the tree is missing, not known, or of another kind.
pub fn read<T: FromTree>(tree: &Value) -> Result<T, Unreadable> {
    let mut trouble = Trouble::default();
    let read = T::from_tree(tree, &mut trouble);
    if trouble.0 { Err(Unreadable) } else { Ok(read) }
}

/// The fields of an object.
pub struct Fields<'a>(Option<&'a Map<String, Value>>);

impl<'a> Fields<'a> {
    /// The fields of a tree that is an object with so many fields.
    #[inline(never)]
    pub fn of(tree: &'a Value, count: usize, trouble: &mut Trouble) -> Fields<'a> {
        let fields = tree.as_object().filter(|fields| fields.len() == count);
        if fields.is_none() {
            trouble.note();
        }
        Fields(fields)
    }

    /// Reads a field.
    pub fn get<T: FromTree>(&self, name: &str, trouble: &mut Trouble) -> T {
        T::from_tree(self.tree(name, trouble), trouble)
    }

    #[inline(never)]
    fn tree(&self, name: &str, trouble: &mut Trouble) -> &'a Value {
        self.0.and_then(|fields| fields.get(name)).unwrap_or_else(|| {
            trouble.note();
            &Value::Null
        })
    }
}

/// Reads a struct field by field, under the names of its fields.
macro_rules! from_tree {
    ($($type:ident { $($field:ident),+ $(,)? })+) => { $(
        impl $crate::tree::FromTree for $type {
            #[inline(never)]
            fn from_tree(tree: &serde_json::Value, trouble: &mut $crate::tree::Trouble) -> $type {
                let count = [$(stringify!($field)),+].len();
                let fields = $crate::tree::Fields::of(tree, count, trouble);
                $type { $($field: fields.get(stringify!($field), trouble),)+ }
            }
        }
    )+ };
}
pub(crate) use from_tree;

from_tree! { Citation { document, chapter } }

/// The value, or its default after noting that it could not be read.
fn or_note<T: Default>(value: Option<T>, trouble: &mut Trouble) -> T {
    value.unwrap_or_else(|| {
        trouble.note();
        T::default()
    })
}

impl FromTree for String {
    fn from_tree(tree: &Value, trouble: &mut Trouble) -> String {
        or_note(tree.as_str(), trouble).to_owned()
    }
}

impl FromTree for Text {
    #[inline(never)]
    fn from_tree(tree: &Value, trouble: &mut Trouble) -> Text {
        or_note(tree.as_str(), trouble).into()
    }
}

impl FromTree for bool {
    fn from_tree(tree: &Value, trouble: &mut Trouble) -> bool {
        or_note(tree.as_bool(), trouble)
    }
}

macro_rules! from_number {
    ($($type:ty)+) => { $(
        impl FromTree for $type {
            #[inline(never)]
            fn from_tree(tree: &Value, trouble: &mut Trouble) -> $type {
                or_note(tree.as_u64().and_then(|number| number.try_into().ok()), trouble)
            }
        }
    )+ };
}
from_number! { u8 u16 u32 }

impl FromTree for Day {
    #[inline(never)]
    fn from_tree(tree: &Value, trouble: &mut Trouble) -> Day {
        tree.as_str().and_then(|text| Day::read(text).ok()).unwrap_or_else(|| {
            trouble.note();
            Day::nearest(time::Date::MIN)
        })
    }
}

impl<T: FromTree> FromTree for Option<T> {
    fn from_tree(tree: &Value, trouble: &mut Trouble) -> Option<T> {
        if tree.is_null() { None } else { Some(T::from_tree(tree, trouble)) }
    }
}

impl<T: FromTree> FromTree for Vec<T> {
    #[inline(never)]
    fn from_tree(tree: &Value, trouble: &mut Trouble) -> Vec<T> {
        let trees = or_note(tree.as_array().map(Vec::as_slice), trouble);
        let mut all = Vec::with_capacity(trees.len());
        for tree in trees {
            all.push(T::from_tree(tree, trouble));
        }
        all
    }
}

impl<A: FromTree, B: FromTree> FromTree for (A, B) {
    fn from_tree(tree: &Value, trouble: &mut Trouble) -> (A, B) {
        let (a, b) = match tree.as_array().map(Vec::as_slice) {
            Some([a, b]) => (a, b),
            _ => {
                trouble.note();
                (&Value::Null, &Value::Null)
            }
        };
        (A::from_tree(a, trouble), B::from_tree(b, trouble))
    }
}

/// Sorts a short list, by insertion; what is equal stays in order.
pub fn arrange<T>(list: &mut [T], mut is_before: impl FnMut(&T, &T) -> bool) {
    for end in 1..list.len() {
        let mut place = end;
        while let Some([a, b]) = place.checked_sub(1).and_then(|before| list.get(before..=place)) {
            if !is_before(b, a) {
                break;
            }
            list.swap(place, place - 1);
            place -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Thing {
        name: String,
        age: Option<u8>,
        pairs: Vec<(u16, bool)>,
    }
    from_tree! { Thing { name, age, pairs } }

    #[test]
    fn reads_what_fits_and_nothing_else() {
        let read = |text: &str| read::<Thing>(&serde_json::from_str(text).unwrap());
        assert_eq!(
            read(r#"{"name":"é","age":null,"pairs":[[1,true],[65535,false]]}"#),
            Ok(Thing { name: "é".into(), age: None, pairs: vec![(1, true), (65535, false)] })
        );
        for bad in [
            "[]",
            r#"{"name":"x","pairs":[]}"#,
            r#"{"name":"x","pairs":[],"more":0}"#,
            r#"{"name":"x","age":256,"pairs":[]}"#,
            r#"{"name":"x","age":-1,"pairs":[]}"#,
            r#"{"name":"x","age":1.5,"pairs":[]}"#,
            r#"{"name":1,"age":1,"pairs":[]}"#,
            r#"{"name":"x","age":1,"pairs":[[1]]}"#,
            r#"{"name":"x","age":1,"pairs":[],"more":0}"#,
        ] {
            assert_eq!(read(bad), Err(Unreadable), "{bad}");
        }
    }

    #[test]
    fn arranges_and_keeps_the_order_of_equals() {
        let mut words = ["bb", "a", "cc", "", "d", "eee"];
        arrange(&mut words, |a, b| a.len() < b.len());
        assert_eq!(words, ["", "a", "d", "bb", "cc", "eee"]);
        arrange::<u8>(&mut [], |a, b| a < b);
    }
}
