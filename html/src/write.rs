//! The Rust that `html!` stands for: calls to `samenscan::ui::dom`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::parse::{Attribute, Condition, Element, Node, Nodes, Otherwise, Value};

/// The whole: one node as it is, none or several as a list.
pub fn root(nodes: &Nodes) -> TokenStream {
    match nodes.0.as_slice() {
        [one] => {
            let node = node(one);
            quote!(crate::ui::dom::IntoNode::into_node(#node))
        }
        _ => list(nodes),
    }
}

fn node(shown: &Node) -> TokenStream {
    match shown {
        Node::Element(shown) => element(shown),
        Node::Fragment(nodes) => list(nodes),
        Node::Value(value) => quote!({ #value }),
        Node::Each(items) => quote!({
            let mut list = crate::ui::dom::Element::list();
            for item in #items {
                list.add(item);
            }
            list.close_list()
        }),
        Node::If(shown) => condition(shown),
    }
}

fn list(nodes: &Nodes) -> TokenStream {
    let children = nodes.0.iter().map(node);
    quote!({
        let mut list = crate::ui::dom::Element::list();
        #(list.add(#children);)*
        list.close_list()
    })
}

fn condition(shown: &Condition) -> TokenStream {
    let Condition { condition: what, then, otherwise } = shown;
    let then = list(then);
    let otherwise = match otherwise.as_deref() {
        None => quote!(crate::ui::dom::nothing()),
        Some(Otherwise::If(shown)) => condition(shown),
        Some(Otherwise::Nodes(nodes)) => list(nodes),
    };
    quote!(if #what { #then } else { #otherwise })
}

fn element(shown: &Element) -> TokenStream {
    let Element { tag, attributes, children } = shown;
    let is_field = matches!(tag.as_str(), "input" | "textarea");
    let is_state = |one: &Attribute| is_field && matches!(one.name.as_str(), "value" | "checked");
    let is_special = |one: &Attribute| one.name == "key" || one.name.starts_with("on") || is_state(one);
    let (special, plain): (Vec<&Attribute>, Vec<&Attribute>) =
        attributes.iter().partition(|one| is_special(one));

    let fixed: Option<Vec<TokenStream>> = plain
        .iter()
        .map(|one| match &one.value {
            Value::Text(text) => {
                let name = &one.name;
                Some(quote!((#name, ::yew::virtual_dom::AttributeOrProperty::Static(#text))))
            }
            Value::Tokens(_) => None,
        })
        .collect();
    let open = match &fixed {
        Some(pairs) => quote!(let mut element = crate::ui::dom::Element::fixed(#tag, &[#(#pairs),*]);),
        None => {
            let names = plain.iter().map(|one| &one.name);
            let values = plain.iter().map(|one| match &one.value {
                Value::Text(text) => quote!(element.constant(#text);),
                Value::Tokens(tokens) => quote!(element.attribute({ #tokens });),
            });
            quote!(
                let mut element = crate::ui::dom::Element::open(#tag, &[#(#names),*]);
                #(#values)*
            )
        }
    };
    let special = special.into_iter().map(|one| {
        let value = match &one.value {
            Value::Text(text) => quote!(#text),
            Value::Tokens(tokens) => quote!({ #tokens }),
        };
        match one.name.as_str() {
            "key" => quote!(element.key(#value);),
            "value" => quote!(element.value(#value);),
            "checked" => quote!(element.checked(#value);),
            event => {
                let event = format_ident!("{}", event, span = one.place.span());
                quote!(element.listen(::std::rc::Rc::new(::yew::html::#event::Wrapper::new(#value)));)
            }
        }
    });
    let children = children.0.iter().map(|child| {
        let child = node(child);
        quote!(element.add(#child);)
    });
    quote!({
        #open
        #(#special)*
        #(#children)*
        element.close()
    })
}
