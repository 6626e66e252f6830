//! What can fill a hole.

use std::rc::Rc;

use yew::AttrValue;

use super::table::{Node, nothing, put, text};
use crate::to_text::ToText;

/// What can be a node.
pub trait Child {
    /// Fills the hole for it.
    fn fill(self);
}

/// What can be the value of an attribute.
pub trait Attribute {
    /// The value; without one the attribute is absent.
    fn value(self) -> Option<AttrValue>;
}

impl Child for Node {
    fn fill(self) {
        put(self);
    }
}

impl<T: Child> Child for Option<T> {
    fn fill(self) {
        match self {
            Some(value) => value.fill(),
            None => nothing(),
        }
    }
}

impl<T: Attribute> Attribute for Option<T> {
    fn value(self) -> Option<AttrValue> {
        self.and_then(Attribute::value)
    }
}

impl Attribute for bool {
    fn value(self) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(""))
    }
}

/// Texts and numbers are both.
macro_rules! texts {
    ($($type:ty: $given:ident => $text:expr;)+) => {$(
        impl Child for $type {
            fn fill(self) {
                let $given = self;
                text($text);
            }
        }

        impl Attribute for $type {
            fn value(self) -> Option<AttrValue> {
                let $given = self;
                Some($text)
            }
        }
    )+};
}

texts! {
    AttrValue: value => value;
    &AttrValue: value => value.clone();
    Rc<str>: value => AttrValue::Rc(value);
    &Rc<str>: value => AttrValue::Rc(Rc::clone(value));
    String: value => owned(value);
    &String: value => copied(value);
    &str: value => copied(value);
    u8: value => number(u32::from(value));
    u32: value => number(value);
    usize: value => number(u32::try_from(value).unwrap_or(u32::MAX));
}

#[inline(never)]
fn owned(value: String) -> AttrValue {
    AttrValue::Rc(value.into())
}

#[inline(never)]
fn copied(value: &str) -> AttrValue {
    AttrValue::Rc(value.into())
}

#[inline(never)]
fn number(value: u32) -> AttrValue {
    owned(value.to_text())
}
