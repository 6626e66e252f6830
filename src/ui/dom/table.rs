//! Nodes on their way to the screen.

use std::cell::RefCell;
use std::rc::Rc;

use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VNode, VTag, VText,
};
use yew::{AttrValue, Html, NodeRef};

use super::template::{Shape, Step, Template};

thread_local! {
    static TABLE: RefCell<Table> = const { RefCell::new(Table { open: Vec::new(), ways: Vec::new(), done: Vec::new() }) };
}

/// A node that is done: its place in the table. One that is not put anywhere does not show.
#[derive(Debug, Default)]
#[must_use]
pub struct Node(u32);

struct Table {
    /// The elements and lists that are begun, each inside the one before.
    open: Vec<Open>,
    /// The templates that are begun, each in a hole of the one before.
    ways: Vec<Way>,
    /// Nodes that wait for their place; the first is number 1.
    done: Vec<VNode>,
}

/// Where one is in a template.
struct Way {
    steps: &'static [Step],
    at: usize,
}

/// An element, or nodes in a row.
#[derive(Default)]
struct Open {
    shape: Option<&'static Shape>,
    /// A list of any length, which fills one hole only at its end.
    is_list: bool,
    values: Vec<Option<AttributeOrProperty>>,
    key: Option<Key>,
    value: Option<AttrValue>,
    checked: Option<bool>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<VNode>,
}

impl Table {
    /// Goes on to the next hole.
    fn go_on(&mut self) {
        while let Some(step) = self.ways.last_mut().and_then(Way::next) {
            match step {
                Step::Hole => break,
                Step::Text(text) => self.put(VNode::VText(VText::new(AttrValue::Static(text)))),
                Step::Open(shape) => {
                    let mut open = Open { shape: Some(shape), ..Open::default() };
                    open.fixed_values();
                    self.open.push(open);
                }
                Step::Close => {
                    let node = self.close();
                    self.put(node);
                }
            }
        }
    }

    /// Puts a node into what is open.
    fn put(&mut self, node: VNode) {
        if let Some(open) = self.open.last_mut() {
            open.children.push(node);
        }
    }

    /// Fills a hole with a node, or adds the node to a list.
    fn fill(&mut self, node: VNode) {
        self.put(node);
        if !self.open.last().is_some_and(|open| open.is_list) {
            self.go_on();
        }
    }

    fn close(&mut self) -> VNode {
        self.open.pop().unwrap_or_default().node()
    }

    fn take(&mut self, node: Node) -> VNode {
        let number = usize::try_from(node.0).unwrap_or(0);
        // Most often it is the one that was done last.
        if number == self.done.len() {
            return self.done.pop().unwrap_or_default();
        }
        self.done.get_mut(number.wrapping_sub(1)).map(std::mem::take).unwrap_or_default()
    }
}

impl Way {
    fn next(&mut self) -> Option<&'static Step> {
        let step = self.steps.get(self.at)?;
        self.at += 1;
        Some(step)
    }
}

impl Open {
    /// Adds the values of attributes that are fixed, up to one that is not.
    fn fixed_values(&mut self) {
        let fixed = self.shape.map(|shape| &*shape.values).unwrap_or_default();
        while let Some(Some(value)) = fixed.get(self.values.len()) {
            // Rendering to text leaves out `AttributeOrProperty::Static` here (Yew 0.23).
            self.values.push(Some(AttributeOrProperty::Attribute(AttrValue::Static(value))));
        }
    }

    fn node(mut self) -> VNode {
        let Some(shape) = self.shape else {
            return match self.children.len() {
                1 if !self.is_list => self.children.pop().unwrap_or_default(),
                _ => VNode::from(VList::with_children(self.children, None)),
            };
        };
        let attributes = Attributes::Dynamic { keys: &shape.names, values: self.values.into_boxed_slice() };
        let listeners = if self.listeners.is_empty() {
            Listeners::None
        } else {
            Listeners::Pending(self.listeners.into_boxed_slice())
        };
        let reference = NodeRef::default();
        VNode::from(match shape.tag {
            "input" => {
                VTag::__new_input(self.value, self.checked, reference, self.key, attributes, listeners)
            }
            "textarea" => VTag::__new_textarea(self.value, None, reference, self.key, attributes, listeners),
            tag => {
                let children = match self.children.len() {
                    0 => VNode::default(),
                    1 => self.children.pop().unwrap_or_default(),
                    _ => VNode::from(VList::with_children(self.children, None)),
                };
                VTag::__new_other(
                    AttrValue::Static(tag),
                    reference,
                    self.key,
                    attributes,
                    listeners,
                    children,
                )
            }
        })
    }
}

#[inline(never)]
fn with<T>(change: impl FnOnce(&mut Table) -> T) -> T {
    TABLE.with_borrow_mut(change)
}

/// Changes the element that is open, and goes on.
fn with_open(change: impl FnOnce(&mut Open)) {
    with(|table| {
        if let Some(open) = table.open.last_mut() {
            change(open);
        }
        table.go_on();
    });
}

/// Begins a template, up to its first hole.
#[inline(never)]
pub fn begin(template: &'static Template) {
    with(|table| {
        table.open.push(Open::default());
        table.ways.push(Way { steps: template.steps(), at: 0 });
        table.go_on();
    });
}

/// Ends a template; what it made fills the hole in which it was begun.
#[inline(never)]
pub fn end() {
    with(|table| {
        table.ways.pop();
        let node = table.close();
        table.fill(node);
    });
}

/// Ends a template; what it made waits for its place.
#[inline(never)]
pub fn finish() -> Node {
    with(|table| {
        table.ways.pop();
        let node = table.close();
        table.done.push(node);
        Node(u32::try_from(table.done.len()).unwrap_or(0))
    })
}

/// Begins nodes in a row, as many as come, that fill one hole together.
#[inline(never)]
pub fn begin_list() {
    with(|table| table.open.push(Open { is_list: true, ..Open::default() }));
}

/// Ends nodes in a row.
#[inline(never)]
pub fn end_list() {
    with(|table| {
        let node = table.close();
        table.fill(node);
    });
}

/// Fills a hole with nothing.
#[inline(never)]
pub fn nothing() {
    with(|table| table.fill(VNode::default()));
}

/// Fills a hole with a node that is done.
#[inline(never)]
pub(super) fn put(node: Node) {
    with(|table| {
        let node = table.take(node);
        table.fill(node);
    });
}

/// Fills a hole with text.
#[inline(never)]
pub(super) fn text(text: AttrValue) {
    with(|table| table.fill(VNode::VText(VText::new(text))));
}

/// Fills the hole for the value of an attribute; without one the attribute is absent.
#[inline(never)]
pub(super) fn set(value: Option<AttrValue>) {
    with_open(|open| {
        open.values.push(value.map(AttributeOrProperty::Attribute));
        open.fixed_values();
    });
}

/// The name of the element in a list.
#[inline(never)]
pub(super) fn name(name: Option<AttrValue>) {
    with_open(|open| open.key = name.map(|name| Key::from(&*name)));
}

/// What a field shows.
#[inline(never)]
pub(super) fn show(value: Option<AttrValue>) {
    with_open(|open| open.value = value);
}

/// Whether a box or button is chosen.
#[inline(never)]
pub fn checked(checked: bool) {
    with_open(|open| open.checked = Some(checked));
}

/// Hears an event.
#[inline(never)]
pub fn listen(listener: Rc<dyn Listener>) {
    with_open(|open| open.listeners.push(Some(listener)));
}

/// The node for Yew, and an empty table.
pub fn draw(node: Node) -> Html {
    with(|table| {
        let node = table.take(node);
        table.done.clear();
        node
    })
}
