//! The nodes that `html!` makes (see the crate `samenscan-html`).
//!
//! What never changes of a piece of markup is one string, its [`Template`]; what may change is a hole in it. The code
//! of a screen is then little more than a call for each hole. Nodes are put together in a table of this module, and a
//! screen passes them on as [`Node`]s, which are places in that table: a number costs far less code to hand about than
//! a tree.

mod table;
mod template;
mod values;

pub use samenscan_html::html;
pub use table::{Node, begin, begin_list, checked, draw, end, end_list, finish, listen, nothing};
pub use template::Template;
pub use values::{Attribute, Child};

/// Fills the hole for a node.
#[inline(never)]
pub fn child(value: impl Child) {
    value.fill();
}

/// Fills the hole for the value of an attribute.
#[inline(never)]
pub fn attribute(value: impl Attribute) {
    table::set(value.value());
}

/// Names the element among others in a list.
#[inline(never)]
pub fn key(name: impl Attribute) {
    table::name(name.value());
}

/// Says what a field shows.
#[inline(never)]
pub fn value(value: impl Attribute) {
    table::show(value.value());
}
