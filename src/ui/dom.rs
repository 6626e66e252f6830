//! The nodes that `html!` makes, put together by calls rather than in place (see the crate `samenscan-html`).

use std::rc::Rc;

use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VNode, VTag, VText,
};
use yew::{AttrValue, Html, NodeRef};

pub use samenscan_html::html;

/// An element on its way to being a node.
pub struct Element(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Attributes,
    names: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    key: Option<Key>,
    value: Option<AttrValue>,
    checked: Option<bool>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<VNode>,
}

impl Element {
    /// An element of which every attribute is always the same.
    #[inline(never)]
    pub fn fixed(tag: &'static str, attributes: &'static [(&'static str, AttributeOrProperty)]) -> Element {
        Element(Box::new(Parts {
            tag,
            attributes: Attributes::Static(attributes),
            names: &[],
            values: Vec::new(),
            key: None,
            value: None,
            checked: None,
            listeners: Vec::new(),
            children: Vec::new(),
        }))
    }

    /// An element with attributes of these names; their values follow in the same order.
    #[inline(never)]
    pub fn open(tag: &'static str, names: &'static [&'static str]) -> Element {
        let mut element = Element::fixed(tag, &[]);
        element.0.names = names;
        element
    }

    /// Nodes without an element around them.
    #[inline(never)]
    pub fn list() -> Element {
        Element::fixed("", &[])
    }

    /// The next attribute's value: always the same.
    #[inline(never)]
    pub fn constant(&mut self, value: &'static str) {
        // Rendering to text leaves out `AttributeOrProperty::Static` here (Yew 0.23).
        self.0.values.push(Some(AttributeOrProperty::Attribute(AttrValue::Static(value))));
    }

    /// The next attribute's value; without one the attribute is absent.
    pub fn attribute(&mut self, value: impl IntoAttribute) {
        self.push_attribute(value.into_attribute());
    }

    #[inline(never)]
    fn push_attribute(&mut self, value: Option<AttrValue>) {
        self.0.values.push(value.map(AttributeOrProperty::Attribute));
    }

    /// The name of this node in a list.
    pub fn key(&mut self, key: impl Into<Key>) {
        self.0.key = Some(key.into());
    }

    /// What a field shows.
    pub fn value(&mut self, value: impl IntoAttribute) {
        self.0.value = value.into_attribute();
    }

    /// Whether a box or button is chosen.
    pub fn checked(&mut self, checked: bool) {
        self.0.checked = Some(checked);
    }

    /// Hears an event.
    #[inline(never)]
    pub fn listen(&mut self, listener: Rc<dyn Listener>) {
        self.0.listeners.push(Some(listener));
    }

    /// Adds a node.
    pub fn add(&mut self, node: impl IntoNode) {
        self.push_node(node.into_node());
    }

    #[inline(never)]
    fn push_node(&mut self, node: VNode) {
        self.0.children.push(node);
    }

    /// The element as a node.
    #[inline(never)]
    pub fn close(self) -> Html {
        let Parts { tag, attributes, names, values, key, value, checked, listeners, mut children } = *self.0;
        let attributes = if names.is_empty() {
            attributes
        } else {
            Attributes::Dynamic { keys: names, values: values.into_boxed_slice() }
        };
        let listeners = if listeners.is_empty() {
            Listeners::None
        } else {
            Listeners::Pending(listeners.into_boxed_slice())
        };
        let reference = NodeRef::default();
        VNode::from(match tag {
            "input" => VTag::__new_input(value, checked, reference, key, attributes, listeners),
            "textarea" => VTag::__new_textarea(value, None, reference, key, attributes, listeners),
            _ => {
                let children = match children.len() {
                    0 => VNode::default(),
                    1 => children.pop().unwrap_or_default(),
                    _ => VNode::from(VList::with_children(children, None)),
                };
                VTag::__new_other(AttrValue::Static(tag), reference, key, attributes, listeners, children)
            }
        })
    }

    /// The nodes as a list.
    #[inline(never)]
    pub fn close_list(self) -> Html {
        VNode::from(VList::with_children(self.0.children, None))
    }
}

/// No node.
#[inline(never)]
pub fn nothing() -> Html {
    Html::default()
}

/// What can be a node.
pub trait IntoNode {
    /// The node.
    fn into_node(self) -> Html;
}

#[inline(never)]
fn text(text: AttrValue) -> Html {
    VNode::VText(VText::new(text))
}

impl IntoNode for Html {
    fn into_node(self) -> Html {
        self
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn into_node(self) -> Html {
        self.map_or_else(nothing, IntoNode::into_node)
    }
}

/// What can be the value of an attribute.
pub trait IntoAttribute {
    /// The value; without one the attribute is absent.
    fn into_attribute(self) -> Option<AttrValue>;
}

impl<T: IntoAttribute> IntoAttribute for Option<T> {
    fn into_attribute(self) -> Option<AttrValue> {
        self.and_then(IntoAttribute::into_attribute)
    }
}

impl IntoAttribute for bool {
    fn into_attribute(self) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(""))
    }
}

/// Texts and numbers are both: a text node, or the value of an attribute.
macro_rules! texts {
    ($($type:ty: $given:ident => $text:expr;)+) => {$(
        impl IntoNode for $type {
            fn into_node(self) -> Html {
                let $given = self;
                text($text)
            }
        }

        impl IntoAttribute for $type {
            fn into_attribute(self) -> Option<AttrValue> {
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
    owned(value.to_string())
}
