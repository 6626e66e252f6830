//! Reading our types from JSON by way of a tree, and writing them.
//!
//! What `serde` derives for a type that is read is some kilobytes of code for each, whatever the type. We have fifty
//! such types; read from a tree they cost a tenth. It is as strict: a field that is missing, not
//! known or of another kind is refused. What cannot be read is noted and given some value, so that no type needs a
//! way out in its middle; [`read`] then throws the whole away.

use crate::content::Text;
use crate::date::Day;
use crate::json::{Json, Layout, Writer};
use crate::to_text::ToText;

/// The text or the tree is not what was to be read.
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

    /// Whether something was noted.
    pub const fn is_noted(&self) -> bool {
        self.0
    }
}

/// A type that is read from a tree.
pub trait FromTree: Sized {
    /// Reads it. What does not fit is noted; what is given then means nothing.
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> Self;
}

/// Reads a value from a tree.
///
/// # Errors
/// When anything in the tree is missing, not known, or of another kind.
pub fn read<T: FromTree>(tree: &Json) -> Result<T, Unreadable> {
    let mut trouble = Trouble::default();
    let read = T::from_tree(tree, &mut trouble);
    if trouble.0 { Err(Unreadable) } else { Ok(read) }
}

/// Reads a value from the text of a tree.
///
/// # Errors
/// When it is not JSON, or as with [`read`].
pub fn read_text<T: FromTree>(text: &str) -> Result<T, Unreadable> {
    read(&Json::read(text).map_err(|_| Unreadable)?)
}

/// Reads the value that [`write_file`] wrote under a name. The format and the version, which say how, were read before.
///
/// # Errors
/// As with [`read`].
pub fn read_file<T: FromTree>(tree: &Json, name: &str) -> Result<T, Unreadable> {
    let mut trouble = Trouble::default();
    let value = Fields::of(tree, 3, &mut trouble).get(name, &mut trouble);
    if trouble.0 { Err(Unreadable) } else { Ok(value) }
}

/// The fields of an object. There are as many as are read from it, so none can be unknown or stand there twice.
pub struct Fields<'a>(&'a Json);

impl<'a> Fields<'a> {
    /// The fields of a tree that is an object with so many fields.
    #[inline(never)]
    pub fn of(tree: &'a Json, count: usize, trouble: &mut Trouble) -> Fields<'a> {
        if !matches!(tree, Json::Object(fields) if fields.len() == count) {
            trouble.note();
        }
        Fields(tree)
    }

    /// Reads a field.
    pub fn get<T: FromTree>(&self, name: &str, trouble: &mut Trouble) -> T {
        T::from_tree(self.tree(name, trouble), trouble)
    }

    #[inline(never)]
    fn tree(&self, name: &str, trouble: &mut Trouble) -> &'a Json {
        self.0.get(name).unwrap_or_else(|| {
            trouble.note();
            &Json::Null
        })
    }
}

/// Reads a struct field by field, under the names of its fields; the one behind `;` is not read and begins empty.
macro_rules! from_tree {
    ($($type:ident { $($field:ident),+ $(,)? $(; $empty:ident)? })+) => { $(
        impl $crate::tree::FromTree for $type {
            #[inline(never)]
            fn from_tree(tree: &$crate::json::Json, trouble: &mut $crate::tree::Trouble) -> $type {
                let count = [$(stringify!($field)),+].len();
                let fields = $crate::tree::Fields::of(tree, count, trouble);
                $type { $($field: fields.get(stringify!($field), trouble),)+ $($empty: Default::default(),)? }
            }
        }
    )+ };
}
pub(crate) use from_tree;

/// Exactly so many entries of a list.
pub fn entries<'a, const N: usize>(tree: &'a Json, trouble: &mut Trouble) -> &'a [Json; N] {
    tree.as_list().and_then(|list| list.try_into().ok()).unwrap_or_else(|| {
        trouble.note();
        const { &[const { Json::Null }; N] }
    })
}

/// Reads a struct from a list of its fields, in this order; the build writes it so. Only for what the build makes
/// itself: without names it is smaller, but nothing can be added to it.
macro_rules! in_order {
    ($($type:ident { $($field:ident),+ $(,)? $(; $empty:ident)? })+) => { $(
        impl $crate::tree::FromTree for $type {
            #[inline(never)]
            fn from_tree(tree: &$crate::json::Json, trouble: &mut $crate::tree::Trouble) -> $type {
                let [$($field),+] = $crate::tree::entries(tree, trouble);
                $type { $($field: $crate::tree::FromTree::from_tree($field, trouble),)+ $($empty: Default::default(),)? }
            }
        }

        #[cfg(feature = "authoring")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeTuple;
                let mut list = to.serialize_tuple([$(stringify!($field)),+].len())?;
                $(list.serialize_element(&self.$field)?;)+
                list.end()
            }
        }
    )+ };
}
pub(crate) use in_order;

/// A type that is written as JSON.
pub trait ToJson {
    /// Writes it.
    fn write(&self, to: &mut Writer);
}

/// Writes a value for programs.
pub fn write(value: &dyn ToJson) -> String {
    let mut writer = Writer::new(Layout::Compact);
    value.write(&mut writer);
    writer.finish()
}

/// Writes a file that people may open: which format and version it has, and one value under its name.
pub fn write_file(format: &str, version: u32, name: &str, value: &dyn ToJson) -> String {
    let mut writer = Writer::new(Layout::Lines);
    write_fields(&[("format", &format), ("version", &version), (name, value)], &mut writer);
    let mut text = writer.finish();
    text.push('\n');
    text
}

/// Writes an object.
#[inline(never)]
pub fn write_fields(fields: &[(&str, &dyn ToJson)], to: &mut Writer) {
    to.open('{');
    for (name, value) in fields {
        write_field(name, *value, to);
    }
    to.close('}');
}

/// Writes a field of the object that is open.
pub fn write_field(name: &str, value: &dyn ToJson, to: &mut Writer) {
    to.field(name);
    value.write(to);
}

/// Reads a struct as [`from_tree!`] does, and writes it with its fields in that order.
macro_rules! both_ways {
    ($($type:ident { $($field:ident),+ $(,)? })+) => { $(
        $crate::tree::from_tree! { $type { $($field),+ } }

        impl $crate::tree::ToJson for $type {
            fn write(&self, to: &mut $crate::json::Writer) {
                $crate::tree::write_fields(&[$((stringify!($field), &self.$field)),+], to);
            }
        }
    )+ };
}
pub(crate) use both_ways;

/// The value, or its default after noting that it could not be read.
pub fn or_note<T: Default>(value: Option<T>, trouble: &mut Trouble) -> T {
    or(value, T::default(), trouble)
}

/// The value, or another after noting that it could not be read.
pub fn or<T>(value: Option<T>, other: T, trouble: &mut Trouble) -> T {
    if value.is_none() {
        trouble.note();
    }
    value.unwrap_or(other)
}

impl FromTree for String {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> String {
        or_note(tree.as_str(), trouble).to_owned()
    }
}

impl FromTree for Text {
    #[inline(never)]
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> Text {
        or_note(tree.as_str(), trouble).into()
    }
}

impl FromTree for bool {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> bool {
        or_note(if let Json::Bool(is) = tree { Some(*is) } else { None }, trouble)
    }
}

impl FromTree for char {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> char {
        let mut characters = or_note(tree.as_str(), trouble).chars();
        or_note(characters.next().filter(|_| characters.as_str().is_empty()), trouble)
    }
}

macro_rules! from_number {
    ($($type:ty)+) => { $(
        impl FromTree for $type {
            #[inline(never)]
            fn from_tree(tree: &Json, trouble: &mut Trouble) -> $type {
                or_note(tree.as_number().and_then(|number| number.try_into().ok()), trouble)
            }
        }

        impl ToJson for $type {
            fn write(&self, to: &mut Writer) {
                to.word(&self.to_text());
            }
        }
    )+ };
}
from_number! { u8 u16 u32 }

impl FromTree for Day {
    #[inline(never)]
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> Day {
        tree.as_str().and_then(|text| Day::read(text).ok()).unwrap_or_else(|| {
            trouble.note();
            Day::nearest(time::Date::MIN)
        })
    }
}

impl<T: FromTree> FromTree for Option<T> {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> Option<T> {
        if *tree == Json::Null { None } else { Some(T::from_tree(tree, trouble)) }
    }
}

/// The entries of a list.
#[inline(never)]
fn list<'a>(tree: &'a Json, trouble: &mut Trouble) -> &'a [Json] {
    or_note(tree.as_list(), trouble)
}

impl<T: FromTree> FromTree for Vec<T> {
    #[inline(never)]
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> Vec<T> {
        let mut all = Vec::new();
        for tree in list(tree, trouble) {
            all.push(T::from_tree(tree, trouble));
        }
        all
    }
}

impl<T: FromTree, const N: usize> FromTree for [T; N] {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> [T; N] {
        let trees = entries::<N>(tree, trouble);
        std::array::from_fn(|at| T::from_tree(trees.get(at).unwrap_or(&Json::Null), trouble))
    }
}

impl<A: FromTree, B: FromTree> FromTree for (A, B) {
    fn from_tree(tree: &Json, trouble: &mut Trouble) -> (A, B) {
        let [a, b] = entries(tree, trouble);
        (A::from_tree(a, trouble), B::from_tree(b, trouble))
    }
}

impl ToJson for &str {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl ToJson for String {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }
}

impl ToJson for bool {
    fn write(&self, to: &mut Writer) {
        to.word(if *self { "true" } else { "false" });
    }
}

impl ToJson for Day {
    fn write(&self, to: &mut Writer) {
        to.text(&Day::write(*self));
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn write(&self, to: &mut Writer) {
        match self {
            Some(value) => value.write(to),
            None => to.word("null"),
        }
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.open('[');
        for value in self {
            to.entry();
            value.write(to);
        }
        to.close(']');
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
        let read = |text: &str| read::<Thing>(&Json::read(text).unwrap());
        assert_eq!(
            read(r#"{"name":"é","age":null,"pairs":[[1,true],[65535,false]]}"#),
            Ok(Thing { name: "é".into(), age: None, pairs: vec![(1, true), (65535, false)] })
        );
        for bad in [
            "[]",
            r#"{"name":"x","pairs":[]}"#,
            r#"{"name":"x","age":1,"pairs":[],"pairs":[]}"#,
            r#"{"name":"x","name":"x","pairs":[]}"#,
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
}
